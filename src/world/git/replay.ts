import { refuseIfAny, ReleaseError } from '../../domain/error.ts';
import { short } from '../../domain/text.ts';
import { gitErrorLine } from './refusal.ts';
import type { Worktree } from './edits.ts';
import { storeCommit } from './objects.ts';

/** The tree of another commit plus the edits that were made on HEAD. git merges files that both changed. */
export async function replay({ git, head }: Worktree, tree: string, tip: string): Promise<string> {
  // Both trees become children of HEAD, so that git takes HEAD as the merge base, even if the tip has no common history.
  const [ours, theirs] = await Promise.all(
    [tree, `${tip}^{tree}`].map((one) => storeCommit(git, { ...mergeCommit, tree: one, parent: head })),
  );
  const merge = ['merge-tree', '--write-tree', '-z', '--name-only', '--no-messages', ours ?? '', theirs ?? ''];
  const { code, stdout, stderr } = await git.run(merge);
  const [merged = '', ...conflicts] = stdout.split('\0').filter((part) => part !== '');
  if (code > 1)
    throw new ReleaseError(`git merge-tree failed: ${gitErrorLine(stderr)}`, { fix: 'Use git 2.38 or newer.' });
  refuseIfAny(
    'The edits conflict with newer commits of the branch. Nothing was pushed.',
    conflicts.map((path) => editConflict(path, tip, head)),
  );
  return merged;
}

const mergeCommit = { message: 'merged\n', author: 'release-actions <>', epoch: 0 };

const editConflict = (path: string, tip: string, head: string) =>
  new ReleaseError(
    `${path} was edited here, but it also changed on the branch between ${short(head)}, the commit of this checkout, and ${short(tip)}.`,
    { fix: 'Start again from a fresh checkout of the branch.', at: { file: path } },
  );
