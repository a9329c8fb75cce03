import { chmod, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Environment } from '../environment.ts';

export type Home = AsyncDisposable & {
  /** The variables by which programs find the two folders. */
  readonly variables: Readonly<Record<string, string>>;
};

/** A home and a temporary folder for one program. Both are removed at the end. */
export async function homeFor(env: Environment): Promise<Home> {
  const folder = await mkdtemp(join(env['RUNNER_TEMP'] || tmpdir(), 'builder-'));
  const [home, temporary] = [join(folder, 'home'), join(folder, 'tmp')];
  try {
    await mkdir(home);
    await mkdir(temporary);
  } catch (error) {
    await remove(folder);
    throw error;
  }
  return {
    variables: {
      HOME: home,
      USERPROFILE: home,
      APPDATA: home,
      LOCALAPPDATA: home,
      TMPDIR: temporary,
      TEMP: temporary,
      TMP: temporary,
    },
    [Symbol.asyncDispose]: () => remove(folder),
  };
}

async function remove(folder: string): Promise<void> {
  try {
    await rm(folder, { recursive: true, force: true });
  } catch {
    await open(folder); // a program can lock its folders
    await rm(folder, { recursive: true, force: true });
  }
}

async function open(folder: string): Promise<void> {
  await chmod(folder, 0o700);
  for (const entry of await readdir(folder, { withFileTypes: true }))
    if (entry.isDirectory()) await open(join(folder, entry.name));
}
