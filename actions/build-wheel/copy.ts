import { join } from 'node:path/posix';
import { listed } from '../../src/domain/text.ts';
import type { Artifact } from '../../src/plans/artifacts.ts';
import type { Change } from '../../src/world/change.ts';
import type { BuiltFile, Files } from '../../src/world/files.ts';

type Copy = { readonly changes: readonly (Change | undefined)[]; readonly notes: readonly string[] };

/** Puts a wheel into a folder, and removes every other wheel there: an image would install them too. */
export async function aloneIn(folder: string, wheel: Artifact & BuiltFile, files: Files): Promise<Copy> {
  const name = wheel.path.split('/').at(-1) ?? wheel.path;
  const others = (await files.names(folder)).filter((one) => /\.whl$/i.test(one) && one !== name);
  const path = join(folder, name);
  return {
    changes: [await files.place(wheel, path), ...others.map((other) => files.remove(join(folder, other)))],
    notes: others.length === 0 ? [] : [`${folder} has other wheels, which do not belong there: ${listed(others)}.`],
  };
}
