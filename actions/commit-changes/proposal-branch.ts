import { refuseIfAny, ReleaseError } from '../../src/domain/error.ts';
import { quoted, short } from '../../src/domain/text.ts';
import type { Checkout } from '../../src/world/git/git.ts';
import type { FileEdit } from '../../src/world/git/git.ts';
import type { AheadCommit } from '../../src/world/github/github.ts';
import type { PreparedCommit } from './prepared-commit.ts';
import type { ProposalTarget } from './proposal-target.ts';
import type { CheckoutState } from './checkout-state.ts';

/** What the branch of the pull request holds already. */
export type ProposalBranch = { readonly tip: string | undefined; readonly isAsWanted: boolean };

// Why: docs/decisions.md D21
/** Commits of somebody else are never overwritten. Who brings the base into the branch by GitHub's button adds none. */
export async function lookAtBranch(
  { world }: CheckoutState,
  { head, branch, proposal }: ProposalTarget,
  commit: PreparedCommit,
): Promise<ProposalBranch> {
  const { git, github } = world;
  const tip = (await git.remotes.branches(head, [branch])).tips.get(branch);
  if (tip === undefined) return { tip, isAsWanted: false };
  const ahead = await github.commitsAhead(proposal);
  const [first, ...others] = ahead.filter((one) => !(one.isMerge && one.committer === webFlow));
  const strangers = [...(first === undefined || isOwn(first, commit) ? [] : [first]), ...others];
  refuseIfAny(
    `The branch ${branch} has commits that are not of this proposal.`,
    strangers.map((one) => stranger(one, branch)),
  );
  if (first === undefined) return { tip, isAsWanted: false };
  await git.checkout.bring(head, tip, 2);
  if (ahead.length > 1) return { tip, isAsWanted: await hasFiles(git.checkout, tip, commit) };
  const isSaid = (await git.checkout.said(tip)).trim() === commit.message.trim();
  return { tip, isAsWanted: isSaid && (await hasEdits(git.checkout, tip, commit)) };
}

// In whose name GitHub commits for people and apps.
const webFlow = 'noreply@github.com';

/** Made by this account, or by GitHub for it. */
function isOwn({ committer, author, authorLogin }: AheadCommit, { committer: account }: PreparedCommit): boolean {
  const [, login, address] = /^(.*) <(.*)>$/.exec(account) ?? [];
  return committer === address || (committer === webFlow && (author === address || authorLogin === login));
}

const stranger = ({ sha, subject, committer, author }: AheadCommit, branch: string) =>
  new ReleaseError(
    `${short(sha)} on ${branch} is by ${author === committer ? author : `${author}, ${committer}`}: ${quoted(subject)}.`,
    { fix: 'Merge the pull request, or delete its branch; or give another name in the input branch.' },
  );

/** Whether a commit changes just these files, to just this. */
async function hasEdits(checkout: Checkout, tip: string, { files }: PreparedCommit): Promise<boolean> {
  const parent = await checkout.parent(tip);
  const found = parent === undefined ? [] : await checkout.differences(parent, tip);
  const keys = new Set(found.map(keyOf));
  return found.length === files.length && files.every((file) => keys.has(keyOf(file)));
}

/** Whether a merge with the base has these files as they shall be. */
async function hasFiles(checkout: Checkout, tip: string, { tree, files }: PreparedCommit): Promise<boolean> {
  const other = new Set((await checkout.differences(tree, tip)).map(({ path }) => path));
  return files.every(({ path }) => !other.has(path));
}

const keyOf = ({ path, after }: FileEdit) => `${after?.mode} ${after?.blob} ${path}`;
