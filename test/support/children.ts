import { chmod, glob, mkdir, mkdtempDisposable, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { searchPath } from './bundle.ts';

export type Child = {
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
};

export type RecordedChildren = AsyncDisposable & {
  /** A PATH in which the recorders come first. */
  readonly path: string;
  /** The programs that the process itself started. */
  readonly started: () => Promise<readonly Child[]>;
  /** The arguments of all programs that git started. */
  readonly startedByGit: () => Promise<readonly (readonly string[])[]>;
};

/** Puts a recorder in front of each of these programs. It records the call, then runs the program. */
export async function recordChildren(...programs: readonly string[]): Promise<RecordedChildren> {
  const scratch = await mkdtempDisposable(join(tmpdir(), 'recorded-'));
  const at = (...names: readonly string[]) => join(scratch.path, ...names);
  await Promise.all(['bin', 'started', 'trace'].map((name) => mkdir(at(name))));
  const recorder = [
    '#!/bin/sh',
    `printf '%s\\0' "$0" "$@" > '${at('started')}'/$$.args`,
    `env -0 > '${at('started')}'/$$.env`,
    `PATH='${searchPath}' GIT_TRACE2_EVENT='${at('trace')}' exec "\${0##*/}" "$@"`,
  ];
  for (const program of programs) {
    await writeFile(at('bin', program), `${recorder.join('\n')}\n`);
    await chmod(at('bin', program), 0o755);
  }
  const texts = async (pattern: string) => {
    const files = await Array.fromAsync(glob(pattern, { cwd: scratch.path }));
    return Promise.all(files.toSorted().map((file) => readFile(at(file), 'utf8')));
  };
  return {
    path: [at('bin'), searchPath].join(delimiter),
    started: async () => {
      const [args, environments] = await Promise.all([texts('started/*.args'), texts('started/*.env')]);
      return args.map((list, index) => ({ args: parts(list), environment: variables(environments[index] ?? '') }));
    },
    startedByGit: async () => {
      const lines = (await texts('trace/*')).flatMap((text) => text.split('\n').filter((line) => line !== ''));
      return lines.map((line) => JSON.parse(line) as { argv?: string[] }).flatMap(({ argv }) => (argv ? [argv] : []));
    },
    [Symbol.asyncDispose]: () => scratch.remove(),
  };
}

const parts = (list: string) => list.split('\0').slice(0, -1);

const variables = (list: string) =>
  Object.fromEntries(parts(list).map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]));
