import { glob, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { textLines } from '../../domain/text.ts';

/** `glob.create` of the toolkit: one pattern a line, `!` leaves out, and a folder stands for everything in it. */
export async function findFiles(patterns: string): Promise<object> {
  const lines = textLines(patterns).filter((line) => !line.startsWith('#'));
  const wanted = lines.filter((line) => !line.startsWith('!'));
  const search = async () => {
    const left = new Set(await filesOf(lines.filter((line) => line.startsWith('!')).map((line) => line.slice(1))));
    return (await filesOf(wanted)).filter((file) => !left.has(file));
  };
  return {
    getSearchPaths: () => wanted.map((line) => resolve(line.replace(/[^/]*[*?[].*$/, ''))),
    glob: search,
    async *globGenerator() {
      yield* await search();
    },
  };
}

async function filesOf(patterns: readonly string[]): Promise<string[]> {
  const found = await Array.fromAsync(glob(patterns.map((pattern) => resolve(pattern))));
  const folders: string[] = [];
  for (const path of found) if ((await stat(path)).isDirectory()) folders.push(path);
  const inside = await Array.fromAsync(glob(folders.map((folder) => join(folder, '**'))));
  return [...new Set([...found, ...inside].map((path) => resolve(path)))].toSorted();
}
