import { join } from 'node:path/posix';
import { refuseUnmetRequirements } from '../../src/domain/wheels/build-requirements.ts';
import { backendPins, frontPins } from '../../src/domain/wheels/pinned-builders.ts';
import { combinedPins, readPins } from '../../src/domain/wheels/pins.ts';
import type { Pin } from '../../src/domain/wheels/pins.ts';
import type { Files } from '../../src/world/files.ts';

type Project = { readonly path: string; readonly constraints: string | undefined };

/**
 * All packages of the environment that builds: those of this action, or those of the project and what asks its backend. A
 * project that needs others is refused before anything is installed.
 */
export async function pinsFor({ path, constraints }: Project, files: Files): Promise<readonly Pin[]> {
  const own = constraints === undefined ? backendPins : await files.text(constraints);
  const front = readPins('pinned-builders.ts', frontPins);
  const pins = combinedPins(readPins(constraints ?? 'pinned-builders.ts', own), front);
  const file = join(path, 'pyproject.toml');
  await refuseUnmetRequirements((await files.has(file)) ? { file, text: await files.text(file) } : undefined, pins);
  return pins;
}
