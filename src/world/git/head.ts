import { Moved } from '../change.ts';
import type { GitCommand } from './command.ts';
import type { Edits, FileEdit } from './edits.ts';
import { gitErrorLine } from './refusal.ts';

/** Moves HEAD, its branch, the index and the files to a commit that has the edits. Other uncommitted changes stay. */
export async function moveHead(
  git: GitCommand,
  { from, to }: { readonly from: string; readonly to: string },
  { files, tree }: Edits,
): Promise<void> {
  // A cancellation must not end these quick commands: git could leave a lock file behind.
  const isCleanUp = true;
  // With the edits in the index, git does not see these files as changed, even if their type changed.
  await git.read(['update-index', '-z', '--index-info'], { input: indexInfo(files), isCleanUp });
  await git.run(['update-index', '-q', '--refresh'], { isCleanUp }); // exits with 1 if other files have changes
  await git.read(['read-tree', '-m', '-u', tree, to], { isCleanUp });
  const update = ['update-ref', '-m', 'commit-changes', 'HEAD', to, from];
  const { code, stderr } = await git.run(update, { isCleanUp });
  if (code !== 0) throw new Moved(`another program moved HEAD of the checkout: ${gitErrorLine(stderr)}`);
}

/** Removals come first, so that a file can replace a folder: https://git-scm.com/docs/git-update-index#_using_index_info */
const indexInfo = (files: readonly FileEdit[]): string =>
  [...files.filter(({ after }) => after === undefined), ...files.filter(({ after }) => after !== undefined)]
    .map(
      ({ path, before, after }) =>
        `${after?.mode ?? '0'} ${after?.blob ?? '0'.repeat(before?.blob.length ?? 40)}\t${path}\0`,
    )
    .join('');
