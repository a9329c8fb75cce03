import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { cacheFolder, whileLocked } from './cache.ts';

const execute = promisify(execFile);

// What belongs to the machine, with Debian's packages of it and another way to it.
const systemPrograms = {
  git: { packages: ['git'], otherwise: 'brew install git' },
  gpg: { packages: ['gnupg'], otherwise: 'brew install gnupg' },
  python3: { packages: ['python3', 'python3-pip'], otherwise: 'brew install python' },
  'ssh-keygen': { packages: ['openssh-client'], otherwise: 'brew install openssh' },
} as const;

export type SystemProgram = keyof typeof systemPrograms;

/** The path of a program of the machine. What is missing is installed as root in CI, and an error elsewhere. */
export async function systemProgram(name: SystemProgram): Promise<string> {
  return onPath(name) ?? (await installed(name)) ?? refuse(name);
}

function onPath(name: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, name)).find((place) => existsSync(place));
}

async function installed(name: SystemProgram): Promise<string | undefined> {
  const { packages } = systemPrograms[name];
  const apt = onPath('apt-get');
  const mayInstall = process.env['CI'] === 'true' && process.getuid?.() === 0;
  if (!mayInstall || apt === undefined) return undefined;
  return whileLocked(join(cacheFolder(), 'apt.lock'), async () => {
    if (onPath(name) !== undefined) return onPath(name);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await execute(apt, ['update', '--quiet'], { env });
    await execute(apt, ['install', '--quiet', '--yes', '--no-install-recommends', ...packages], { env });
    return onPath(name);
  });
}

function refuse(name: SystemProgram): never {
  const { packages, otherwise } = systemPrograms[name];
  throw new Error(
    `${name} is not on PATH, and the tests need it: apt-get install ${packages.join(' ')}, or ${otherwise}.`,
  );
}
