import { glob, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Snapshot } from './scenario.ts';

/** Every file of a folder except those of git, with its text, and whether it is executable. */
export async function snapshotOfFiles(folder: string): Promise<Snapshot> {
  const entries = glob('**', { cwd: folder, exclude: ['.git'], withFileTypes: true });
  const files = (await Array.fromAsync(entries)).filter((entry) => entry.isFile());
  const contents = files.map(async ({ parentPath, name }) => {
    const file = join(parentPath, name);
    const [text, { mode }] = await Promise.all([readFile(file, 'utf8'), stat(file)]);
    return [file.slice(folder.length + 1), mode & 0o111 ? { text, isExecutable: true } : text] as const;
  });
  return Object.fromEntries(await Promise.all(contents));
}
