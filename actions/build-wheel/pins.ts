import { backendPins, frontPins } from '../../src/domain/wheels/pinned-builders.ts';
import { combinedPins, readPins } from '../../src/domain/wheels/pins.ts';
import type { Files } from '../../src/world/files.ts';

/** All packages of the environment that builds: those of this action, or those of the project and what asks its backend. */
export async function pinsOf(constraints: string | undefined, files: Files): Promise<string> {
  const own = constraints === undefined ? backendPins : await files.text(constraints);
  const front = readPins('pinned-builders.ts', frontPins);
  return combinedPins(readPins(constraints ?? 'pinned-builders.ts', own), front);
}
