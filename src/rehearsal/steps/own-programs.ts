import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { omission } from './speech.ts';

type Left = { readonly what: string; readonly exitCode: number };

const elsewhere = 'connected to another machine';

/**
 * Programs that are left out, and how they end. Changes to the machine itself are for a runner that is thrown away, and not for
 * the machine of a person. What connects by SSH would reach the real servers, because it obeys no proxy.
 */
const leftOut: Readonly<Record<string, Left>> = {
  sudo: { what: 'changed this machine', exitCode: 0 },
  ssh: { what: elsewhere, exitCode: 255 },
  'ssh-keyscan': { what: elsewhere, exitCode: 0 },
  scp: { what: elsewhere, exitCode: 255 },
  sftp: { what: elsewhere, exitCode: 255 },
};

const script = (name: string, { what, exitCode }: Left) => `#!/bin/sh
echo "::${omission}::it would have ${what}: ${name} $*" >&2
exit ${exitCode}
`;

/** Writes the programs that are found instead of those of this machine. Returns their folder. */
export function ownPrograms(root: string): string {
  const folder = join(root, 'programs');
  mkdirSync(folder, { recursive: true });
  for (const [name, left] of Object.entries(leftOut))
    writeFileSync(join(folder, name), script(name, left), { mode: 0o755 });
  return folder;
}
