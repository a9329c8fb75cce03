import { textLines } from '../../domain/text.ts';
import { parseTree } from '../../domain/repositories/tree-entry.ts';
import type { GitCommand } from './command.ts';
import type { FileEdit } from './edits.ts';

const longest = 1000;
const mostText = 50_000;

/**
 * The first commit of a range that has every edit, so that a step that runs again after a kill finds what it did,
 * though the branch went on since.
 */
export async function commitWith(
  git: GitCommand,
  edits: readonly FileEdit[],
  range: readonly string[],
  folder = '.',
): Promise<string | undefined> {
  const paths = edits.map(({ path }) => path);
  const env = { GIT_LITERAL_PATHSPECS: '1' };
  // Too many paths for a command line are looked for among all.
  const some = paths.join('').length < mostText ? ['--', ...paths] : [];
  const log = ['-C', folder, 'log', '--first-parent', '--reverse', '--format=%H', ...range, ...some];
  const commits = textLines(await git.read(log, { env }));
  for (const commit of commits.slice(-longest)) {
    const list = ['-C', folder, 'ls-tree', '-r', '-z', '--full-tree', commit, ...some];
    const there = new Map(parseTree(await git.read(list, { env })).map((entry) => [entry.path, entry]));
    const hasEdit = ({ path, after }: FileEdit) =>
      there.get(path)?.object === after?.blob && there.get(path)?.mode === after?.mode;
    if (edits.every(hasEdit)) return commit;
  }
  return undefined;
}
