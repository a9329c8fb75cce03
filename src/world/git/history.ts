import type { GitCommand } from './command.ts';
import type { Entry, FileEdit } from './edits.ts';

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
  const commits = (await git.read(log, { env })).split('\n').filter((line) => line !== '');
  for (const commit of commits.slice(-longest)) {
    const there = parseTree(
      await git.read(['-C', folder, 'ls-tree', '-r', '-z', '--full-tree', commit, ...some], { env }),
    );
    const hasEdit = ({ path, after }: FileEdit) =>
      there.get(path)?.blob === after?.blob && there.get(path)?.mode === after?.mode;
    if (edits.every(hasEdit)) return commit;
  }
  return undefined;
}

/** Reads what ls-tree prints, by path. */
function parseTree(text: string): ReadonlyMap<string, Entry> {
  const lines = text.split('\0').map((line) => /^(\d+) \w+ ([\da-f]+)\t(.*)$/s.exec(line) ?? []);
  return new Map(lines.flatMap(([, mode = '', blob = '', path = '']) => (path === '' ? [] : [[path, { mode, blob }]])));
}
