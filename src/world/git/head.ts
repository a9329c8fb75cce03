import { Moved } from '../change.ts';
import type { GitCommand } from './command.ts';
import type { Edits, FileEdit } from './edits.ts';
import { lastWords } from './refusal.ts';

/** Moves HEAD, its branch, the index and the files to a commit that has the edits. What else is dirty stays. */
export async function moveHead(
  git: GitCommand,
  { from, to }: { readonly from: string; readonly to: string },
  { files, tree }: Edits,
): Promise<void> {
  // With the edits in the index, git sees files that are as HEAD would have them, whatever kind they had before.
  await git.read(['update-index', '-z', '--index-info'], { input: indexInfo(files) });
  await git.run(['update-index', '-q', '--refresh']); // ends with 1 where something else is dirty
  await git.read(['read-tree', '-m', '-u', tree, to]);
  // Not ended by a cancellation: git would leave its lock behind, and it takes no time.
  const update = ['update-ref', '-m', 'commit-changes', 'HEAD', to, from];
  const { code, stderr } = await git.run(update, { isCleanUp: true });
  if (code !== 0) throw new Moved(`HEAD of the checkout was moved meanwhile: ${lastWords(stderr)}`);
}

/** What goes first, so that a file may stand where a folder was: https://git-scm.com/docs/git-update-index#_using_index_info */
const indexInfo = (files: readonly FileEdit[]): string =>
  [...files.filter(({ after }) => after === undefined), ...files.filter(({ after }) => after !== undefined)]
    .map(
      ({ path, before, after }) =>
        `${after?.mode ?? '0'} ${after?.blob ?? '0'.repeat(before?.blob.length ?? 40)}\t${path}\0`,
    )
    .join('');
