import { copyFileSync, existsSync, linkSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { CarriedFiles } from '../../domain/charts/carried.ts';
import { withSlashes } from '../../domain/workspace-path.ts';
import { contentOf } from '../file-pieces.ts';

// Why: docs/decisions.md D93
/**
 * Copies the folder of a chart for `helm package`, with empty files in the place of those that Helm only copies. Returns
 * these files: as the folder has them, or as they were given if it does not have them.
 */
export async function lightCopy(from: string, to: string, carried: CarriedFiles): Promise<CarriedFiles> {
  const copied = (await filesIn(from)).filter((path) => !carried.has(path));
  makeFoldersOf([...copied, ...carried.keys()], to);
  for (const path of copied) copyFileSync(join(from, path), join(to, path));
  const empty = `${to}.empty`;
  writeFileSync(empty, '');
  for (const path of carried.keys()) makeEmpty(join(to, path), empty);
  return new Map(
    [...carried].map(([path, file]) => {
      const place = join(from, path);
      if (!existsSync(place)) return [path, file];
      const { size } = statSync(place);
      return [path, { size, content: () => contentOf(place, size, path) }];
    }),
  );
}

const filesIn = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => !entry.isDirectory())
    .map((entry) => withSlashes(relative(folder, join(entry.parentPath, entry.name))));

/** Makes the folders that files with these paths need. */
export function makeFoldersOf(paths: Iterable<string>, root: string): void {
  for (const folder of new Set([...paths].map((path) => dirname(path))))
    mkdirSync(join(root, folder), { recursive: true });
}

/** Makes an empty file: another name of one, which is faster, or a new one where the file system has no more names for it. */
function makeEmpty(place: string, empty: string): void {
  try {
    linkSync(empty, place);
  } catch {
    writeFileSync(place, '');
  }
}
