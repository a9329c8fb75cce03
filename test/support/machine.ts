import { execFile, type ExecFileOptions } from 'node:child_process';
import { mkdir, mkdtempDisposable, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export type Ended = { readonly exitCode: number; readonly stdout: string; readonly stderr: string };

/** A machine whose PATH holds these shell scripts and nothing else; each notes its arguments in `calls`. */
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
    node: (args: readonly string[], more: Readonly<Record<string, string>> = {}): Promise<Ended> => {
      const env = { PATH: at('bin'), RELEASE_ACTIONS_CACHE: at('cache'), ...more };
      return ended(process.execPath, args, { cwd: scratch.path, env });
    },
    [Symbol.asyncDispose]: () => scratch.remove(),
  };
}

function ended(program: string, args: readonly string[], place: ExecFileOptions): Promise<Ended> {
  const { promise, resolve } = Promise.withResolvers<Ended>();
  const child = execFile(program, args, { ...place, encoding: 'utf8' }, (_, stdout, stderr) =>
    resolve({ exitCode: child.exitCode ?? -1, stdout, stderr }),
  );
  return promise;
}
