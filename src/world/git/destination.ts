import { ReleaseError } from '../../domain/error.ts';
import { textLines, short } from '../../domain/text.ts';
import { temporaryRepository } from './temporary-repository.ts';
import type { GitCommand } from './command.ts';
import type { GitContext } from './context.ts';
import type { Edits, FileEdit, Worktree } from './edits.ts';
import { commitWith } from './commit-with-edits.ts';
import { has } from './objects.ts';
import type { Commit } from './objects.ts';
import { isAncestor } from './history.ts';
import { parseRefs } from './refs.ts';
import type { Where } from './transport.ts';
import { replay } from './replay.ts';

/** Where edits belong on a branch: in a commit that it has, or that the checkout has already, or in a new one. */
export type Destination =
  | { readonly kind: 'there'; readonly commit: string }
  | { readonly kind: 'unpushed'; readonly commits: readonly string[] }
  | {
      readonly kind: 'new';
      readonly parent: string;
      readonly tree: string;
      /** Commits of the checkout that the branch does not have, which go with it. */
      readonly unpushed: readonly string[];
    };

/** Nothing has happened on the branch since. */
export const destinationOnHead = (sha: string, { files, tree }: Edits): Destination =>
  files.length === 0 ? { kind: 'there', commit: sha } : { kind: 'new', parent: sha, tree, unpushed: [] };

type BranchAndCheckout = GitContext & {
  readonly worktree: Worktree;
  /** Where the history of a shallow checkout ends. */
  readonly ends: readonly string[];
  readonly where: Where;
  readonly head: Commit;
  /** Where the branch is; the checkout has that commit. */
  readonly tip: string;
};

// Why: docs/decisions.md D20
/** Where edits belong on a branch that is somewhere else than HEAD. */
export async function destinationOn(state: BranchAndCheckout, edits: Edits): Promise<Destination> {
  const { git, head, tip, worktree } = state;
  const isEdited = edits.files.length > 0;
  const unpushed = await unpushedCommits(state);
  if (unpushed.length > 0) {
    if (!(await isAncestor(git, tip, head.sha))) throw diverged(unpushed, tip);
    return isEdited
      ? { kind: 'new', parent: head.sha, tree: edits.tree, unpushed }
      : { kind: 'unpushed', commits: unpushed };
  }
  if (!isEdited) return { kind: 'there', commit: head.sha };
  const done = await commitSinceHead(state, edits.files);
  if (done !== undefined) return { kind: 'there', commit: done };
  const tree = await replay(worktree, edits.tree, tip);
  const isThere = tree === (await git.read(['rev-parse', '--verify', '--end-of-options', `${tip}^{tree}`]));
  return isThere ? { kind: 'there', commit: tip } : { kind: 'new', parent: tip, tree, unpushed: [] };
}

/** Looks for the edits in what the branch got since HEAD; a shallow checkout has to ask for that. */
async function commitSinceHead(state: BranchAndCheckout, edits: readonly FileEdit[]): Promise<string | undefined> {
  const { git, ends, where, head, tip } = state;
  if (ends.length === 0) return commitWith(git, edits, [`${head.sha}..${tip}`]);
  const since = Math.min(head.epoch, Number(await git.read(['log', '-1', '--format=%ct', tip]))) - 1;
  const extent = [`--shallow-since=${new Date(since * 1000).toISOString()}`, '--filter=blob:none'];
  const folder = await temporaryRepository(state, { where, tips: [tip], extent });
  const knowsHead = await has(git, head.sha, folder);
  return commitWith(git, edits, knowsHead ? [`${head.sha}..${tip}`] : [tip], folder);
}

/** Commits of the checkout that no remote is known to have: what a shallow checkout begins with was fetched. */
async function unpushedCommits({
  git,
  transport,
  ends,
  where,
  head,
  tip,
}: BranchAndCheckout): Promise<readonly string[]> {
  const known = [head.sha, '--not', '--remotes', tip, ...ends];
  const unknown = await commitsIn(git, known);
  if (unknown.length === 0) return unknown;
  // A tag of the remote may lead where no branch does; one of the checkout alone may be rehearsed.
  const tags = parseRefs(await transport.refs(where, ['HEAD', 'refs/tags/*'])).tags;
  const tagged = unknown.filter((commit) => [...tags.values()].some((tag) => tag.commit === commit));
  return tagged.length === 0 ? unknown : commitsIn(git, [...known, ...tagged]);
}

const commitsIn = async (git: GitCommand, range: readonly string[]): Promise<readonly string[]> =>
  textLines(await git.read(['rev-list', ...range]));

const diverged = (commits: readonly string[], tip: string) =>
  new ReleaseError(
    `The checkout has ${commits.length === 1 ? 'a commit' : `${commits.length} commits`} that ${commits.length === 1 ? 'was' : 'were'} not pushed (${commits.slice(0, 5).map(short).join(', ')}), and the branch went on to ${short(tip)} without.`,
    { fix: 'Rebase them, or start again from a fresh checkout of the branch.' },
  );
