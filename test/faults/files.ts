import { glob, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Sight } from './scenario.ts';

/** Every file of a folder but git's own, with its mode and its text: also those that should not be there. */
export async function lookAtFiles(folder: string): Promise<Sight> {
  const entries = glob('**', { cwd: folder, exclude: ['.git'], withFileTypes: true });
  const files = (await Array.fromAsync(entries)).filter((entry) => entry.isFile());
  const sights = files.map(async ({ parentPath, name }) => {
    const file = join(parentPath, name);
    const [text, { mode }] = await Promise.all([readFile(file, 'utf8'), stat(file)]);
    return [file.slice(folder.length + 1), mode & 0o111 ? { text, isExecutable: true } : text] as const;
  });
  return Object.fromEntries(await Promise.all(sights));
}
