import { parseTree } from '../../domain/repositories/tree-entry.ts';
import type { TreeEntry } from '../../domain/repositories/tree-entry.ts';
import type { GitCommand } from './command.ts';

/** Every file of a commit, wherever in the checkout git runs. */
export async function filesOf(git: GitCommand, commit: string): Promise<readonly TreeEntry[]> {
  return parseTree(await git.read(['ls-tree', '-r', '-z', '--full-tree', commit]));
}

/** What objects hold, by their names, read by one process; what is not there is left out. */
export async function contentsOf(git: GitCommand, objects: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (objects.length === 0) return new Map();
  const input = `${[...new Set(objects)].join('\n')}\n`;
  const { stdout } = await git.run(['cat-file', '--batch'], { input, encoding: 'latin1' });
  const contents = new Map<string, string>();
  const header = /([0-9a-f]+) (?:missing|\w+ (\d+))\n/y;
  for (let found = header.exec(stdout); found !== null; found = header.exec(stdout)) {
    const [, object = '', size] = found;
    if (size === undefined) continue;
    const end = header.lastIndex + Number(size);
    contents.set(object, Buffer.from(stdout.slice(header.lastIndex, end), 'latin1').toString('utf8'));
    header.lastIndex = end + 1;
  }
  return contents;
}
