import { execFile, type ExecFileOptions } from 'node:child_process';
import { mkdir, mkdtempDisposable, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export type ProgramOutcome = { readonly exitCode: number; readonly stdout: string; readonly stderr: string };

/** A folder that stands for a machine: PATH has only these shell scripts, and each records its arguments in `calls`. */
export async function machine(programs: Readonly<Record<string, string>>) {
  const scratch = await mkdtempDisposable(join(tmpdir(), 'release-actions-machine-'));
  const at = (...path: readonly string[]) => join(scratch.path, ...path);
  const write = async (path: string, text: string, mode = 0o644) => {
    await mkdir(dirname(at(path)), { recursive: true });
    await writeFile(at(path), text, { mode });
  };
  const install = (path: string, script: string) => write(path, `#!/bin/sh\nPATH=/usr/bin:/bin\n${script}\n`, 0o755);
  const note = `echo "$(basename "$0") $*" >> '${at('calls')}'`;
  for (const [name, script] of Object.entries(programs)) await install(`bin/${name}`, `${note}\n${script}`);

  return {
    at,
    write,
    install,
    calls: async () => (await readFile(at('calls'), 'utf8').catch(() => '')).split('\n').slice(0, -1),
    node: (args: readonly string[], variables: Readonly<Record<string, string>> = {}): Promise<ProgramOutcome> => {
      const env = { PATH: at('bin'), RELEASE_ACTIONS_CACHE: at('cache'), ...variables };
      return outcomeOf(process.execPath, args, { cwd: scratch.path, env });
    },
    [Symbol.asyncDispose]: () => scratch.remove(),
  };
}

function outcomeOf(program: string, args: readonly string[], options: ExecFileOptions): Promise<ProgramOutcome> {
  const { promise, resolve } = Promise.withResolvers<ProgramOutcome>();
  const child = execFile(program, args, { ...options, encoding: 'utf8' }, (_, stdout, stderr) =>
    resolve({ exitCode: child.exitCode ?? -1, stdout, stderr }),
  );
  return promise;
}
