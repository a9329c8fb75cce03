import { ReleaseError } from '../../domain/error.ts';
import { textLines, short } from '../../domain/text.ts';
import { temporaryRepository } from './temporary-repository.ts';
import type { GitCommand } from './command.ts';
import type { GitContext } from './context.ts';
import type { Edits, FileEdit, Worktree } from './edits.ts';
import { commitWithEdits } from './commit-with-edits.ts';
import { hasObject } from './objects.ts';
import type { Commit } from './objects.ts';
import { isAncestor } from './history.ts';
import { parseRefs } from './refs.ts';
import type { DirectedRemote } from './transport.ts';
import { replay } from './replay.ts';

/** The commit for the edits: one that the branch already has, unpushed commits of the checkout, or a new commit. */
export type Destination =
  | { readonly kind: 'there'; readonly commit: string }
  | { readonly kind: 'unpushed'; readonly commits: readonly string[] }
  | {
      readonly kind: 'new';
      readonly parent: string;
      readonly tree: string;
      /** Commits of the checkout that the branch does not have. They are pushed together with the new commit. */
      readonly unpushed: readonly string[];
    };

/** The destination if the branch is at HEAD. */
export const destinationOnHead = (sha: string, { files, tree }: Edits): Destination =>
  files.length === 0 ? { kind: 'there', commit: sha } : { kind: 'new', parent: sha, tree, unpushed: [] };

type BranchAndCheckout = GitContext & {
  readonly worktree: Worktree;
  /** Where the history of a shallow checkout ends. */
  readonly ends: readonly string[];
  readonly where: DirectedRemote;
  readonly head: Commit;
  /** The tip of the branch. The checkout has this commit. */
  readonly tip: string;
};

// Why: docs/decisions.md D20
/** The destination if the branch is at another commit than HEAD. */
export async function destinationOn(state: BranchAndCheckout, edits: Edits): Promise<Destination> {
  const { git, head, tip, worktree } = state;
  const isEdited = edits.files.length > 0;
  const unpushed = await unpushedCommits(state);
  if (unpushed.length > 0) {
    if (!(await isAncestor(git, tip, head.sha))) throw divergedBranch(unpushed, tip);
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

/** Finds the commit that brought the edits to the branch after HEAD. A shallow checkout has to fetch these commits first. */
async function commitSinceHead(state: BranchAndCheckout, edits: readonly FileEdit[]): Promise<string | undefined> {
  const { git, ends, where, head, tip } = state;
  if (ends.length === 0) return commitWithEdits(git, edits, [`${head.sha}..${tip}`]);
  const since = Math.min(head.epoch, Number(await git.read(['log', '-1', '--format=%ct', tip]))) - 1;
  const extent = [`--shallow-since=${new Date(since * 1000).toISOString()}`, '--filter=blob:none'];
  const folder = await temporaryRepository(state, { where, tips: [tip], extent });
  const knowsHead = await hasObject(git, head.sha, folder);
  return commitWithEdits(git, edits, knowsHead ? [`${head.sha}..${tip}`] : [tip], folder);
}

/** Commits of the checkout that the remote does not have. The commits at which a shallow checkout ends were fetched. */
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
  // A tag of the remote can contain commits that no branch has. Tags of the checkout do not count: they may be unpushed.
  const tags = parseRefs(await transport.refs(where, ['HEAD', 'refs/tags/*'])).tags;
  const tagged = unknown.filter((commit) => [...tags.values()].some((tag) => tag.commit === commit));
  return tagged.length === 0 ? unknown : commitsIn(git, [...known, ...tagged]);
}

const commitsIn = async (git: GitCommand, range: readonly string[]): Promise<readonly string[]> =>
  textLines(await git.read(['rev-list', ...range]));

const divergedBranch = (commits: readonly string[], tip: string) =>
  new ReleaseError(
    `The checkout has ${commits.length === 1 ? 'a commit' : `${commits.length} commits`} that ${commits.length === 1 ? 'was' : 'were'} not pushed (${commits.slice(0, 5).map(short).join(', ')}), but the branch has other new commits up to ${short(tip)}.`,
    { fix: 'Rebase the unpushed commits, or start again from a fresh checkout of the branch.' },
  );
