import { textLines } from '../../domain/text.ts';
import { parseTree } from '../../domain/repositories/tree-entry.ts';
import { repositoryAt } from './command.ts';
import type { GitCommand } from './command.ts';
import type { FileEdit } from './edits.ts';

const longest = 1000;
const mostText = 20_000; // Windows takes 32,767 characters

/**
 * The first commit of a range that has every edit. So a step that is run again after a kill finds its own commit, even
 * if the branch has newer commits.
 */
export async function commitWithEdits(
  git: GitCommand,
  edits: readonly FileEdit[],
  range: readonly string[],
  folder?: string,
): Promise<string | undefined> {
  const paths = edits.map(({ path }) => path);
  const env = { GIT_LITERAL_PATHSPECS: '1' };
  // If the paths are too long for a command line, all files are listed.
  const some = paths.join('').length < mostText ? ['--', ...paths] : [];
  const log = [...repositoryAt(folder), 'log', '--first-parent', '--reverse', '--format=%H', ...range, ...some];
  const commits = textLines(await git.read(log, { env }));
  for (const commit of commits.slice(-longest)) {
    const list = [...repositoryAt(folder), 'ls-tree', '-r', '-z', '--full-tree', commit, ...some];
    const found = new Map(parseTree(await git.read(list, { env })).map((entry) => [entry.path, entry]));
    const hasEdit = ({ path, after }: FileEdit) =>
      found.get(path)?.object === after?.blob && found.get(path)?.mode === after?.mode;
    if (edits.every(hasEdit)) return commit;
  }
  return undefined;
}
