import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { omission } from './speech.ts';

/** Changes to the machine itself are for a runner that is thrown away, and not for the machine of a person. */
const sudo = `#!/bin/sh
echo "::${omission}::it would have changed this machine: sudo $*" >&2
`;

/** Writes the programs that are found instead of those of this machine. Returns their folder. */
export function ownPrograms(root: string): string {
  const folder = join(root, 'programs');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'sudo'), sudo, { mode: 0o755 });
  return folder;
}
