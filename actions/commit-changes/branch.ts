import { refuseIfAny, ReleaseError } from '../../src/domain/error.ts';
import { quoted, short } from '../../src/domain/text.ts';
import type { FileEdit } from '../../src/world/git/edits.ts';
import type { AheadCommit } from '../../src/world/github.ts';
import type { Draft } from './draft.ts';
import type { Place } from './place.ts';
import type { Site } from './site.ts';

/** What the branch of the pull request holds already. */
export type Seen = { readonly tip: string | undefined; readonly isAsWanted: boolean };

/** Commits of somebody else are never overwritten. */
export async function lookAtBranch({ world }: Site, { head, branch, proposal }: Place, commit: Draft): Promise<Seen> {
  const { git, github } = world;
  const tip = (await git.remoteBranches(head, [branch])).tips.get(branch);
  if (tip === undefined) return { tip, isAsWanted: false };
  const ahead = await github.commitsAhead(proposal);
  refuseIfAny(
    `The branch ${branch} has commits of somebody else.`,
    ahead.filter((one) => !isOwn(one, commit)).map((one) => foreign(one, branch)),
  );
  await git.checkout.bring(head, tip, 2);
  const parent = await git.checkout.parent(tip);
  if (ahead.length !== 1 || parent === undefined) return { tip, isAsWanted: false };
  const isSaid = (await git.checkout.said(tip)).trim() === commit.message.trim();
  return { tip, isAsWanted: isSaid && areSame(await git.checkout.differences(parent, tip), commit.files) };
}

/** Made by this account, or by GitHub in its name. */
function isOwn({ author, committer }: AheadCommit, { committer: account, author: wanted }: Draft): boolean {
  const isCommitter = committer === addressOf(account);
  return isCommitter || (committer === 'noreply@github.com' && [account, wanted].map(addressOf).includes(author));
}

const addressOf = (identity: string) => /<(.*)>/.exec(identity)?.[1] ?? '';

const foreign = ({ sha, subject, committer, author }: AheadCommit, branch: string) =>
  new ReleaseError(
    `${short(sha)} on ${branch} is by ${author === committer ? author : `${author}, ${committer}`}: ${quoted(subject)}.`,
    {
      fix: 'Merge the pull request, or delete its branch; or give another name in the input branch.',
    },
  );

function areSame(these: readonly FileEdit[], those: readonly FileEdit[]): boolean {
  const after = new Map(those.map((file) => [file.path, file.after]));
  return (
    these.length === those.length &&
    these.every(({ path, after: entry }) => {
      const other = after.get(path);
      return after.has(path) && entry?.blob === other?.blob && entry?.mode === other?.mode;
    })
  );
}
