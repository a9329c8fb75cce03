import { refuseIfAny, ReleaseError } from '../../domain/error.ts';
import { short } from '../../domain/text.ts';
import { lastWords } from './refusal.ts';
import type { Worktree } from './edits.ts';
import { storeCommit } from './objects.ts';

/** The tree of another commit with edits that were made on HEAD, merged by git where both changed a file. */
export async function replay({ git, head }: Worktree, tree: string, tip: string): Promise<string> {
  // Both as children of HEAD, so that git takes HEAD for what they began with, also where the tip comes from elsewhere.
  const [ours, theirs] = await Promise.all(
    [tree, `${tip}^{tree}`].map((one) => storeCommit(git, { ...nobody, tree: one, parent: head })),
  );
  const merge = ['merge-tree', '--write-tree', '-z', '--name-only', '--no-messages', ours ?? '', theirs ?? ''];
  const { code, stdout, stderr } = await git.run(merge);
  const [merged = '', ...conflicts] = stdout.split('\0').filter((part) => part !== '');
  if (code > 1)
    throw new ReleaseError(`git merge-tree failed: ${lastWords(stderr)}`, { fix: 'It needs git 2.38 or newer.' });
  refuseIfAny(
    'These edits do not fit to what is there now; nothing was pushed.',
    conflicts.map((path) => conflict(path, tip, head)),
  );
  return merged;
}

const nobody = { message: 'merged\n', author: 'release-actions <>', epoch: 0 };

const conflict = (path: string, tip: string, head: string) =>
  new ReleaseError(
    `${path} was edited here, and is another one at ${short(tip)} than at ${short(head)}, where this checkout began.`,
    { fix: 'Start again from a fresh checkout of the branch.', at: { file: path } },
  );
