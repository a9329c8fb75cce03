import { refuseIfAny, ReleaseError } from '../../domain/error.ts';
import { quoted, short } from '../../domain/text.ts';
import type { AheadCommit } from '../../world/github/github.ts';

type Owner = {
  /** `login <address>`, as it makes commits. */
  readonly account: string;
  readonly branch: string;
  /** What to do if commits of others are there. */
  readonly fix: string;
};

// Why: docs/decisions.md D21
/**
 * The commit of this account among those that a branch has and its base has not; undefined if there is none. Commits of
 * others are refused; a merge of the base by GitHub's button is not.
 */
export function ownCommit(ahead: readonly AheadCommit[], { account, branch, fix }: Owner): AheadCommit | undefined {
  const [first, ...others] = ahead.filter((one) => !(one.parents.length > 1 && one.committer === webFlow));
  const foreign = [...(first === undefined || isOwn(first, account) ? [] : [first]), ...others];
  refuseIfAny(
    `The branch ${branch} has commits that do not belong to this pull request.`,
    foreign.map((one) => foreignCommit(one, branch, fix)),
  );
  return first;
}

// The committer of commits that GitHub creates for people and apps.
const webFlow = 'noreply@github.com';

/** Whether this account made the commit, or GitHub for this account. */
function isOwn({ committer, author, authorLogin }: AheadCommit, account: string): boolean {
  const [, login, address] = /^(.*) <(.*)>$/.exec(account) ?? [];
  return committer === address || (committer === webFlow && (author === address || authorLogin === login));
}

const foreignCommit = ({ sha, subject, committer, author }: AheadCommit, branch: string, fix: string) =>
  new ReleaseError(
    `Commit ${short(sha)} on ${branch} is by ${author === committer ? author : `${author}, ${committer}`}: ${quoted(subject)}.`,
    { fix },
  );
