import { constants, existsSync } from 'node:fs';
import { access, mkdir, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { searchPath } from '../support/bundle.ts';
import type { ChildMode } from './modes.ts';
import { literalParts, type Step } from './steps.ts';

/** The programs that actions start, directly or through others. If an action starts another one, the run fails. */
export const countedPrograms = ['git', 'go', 'gpg', 'gpgconf', 'helm', 'python', 'python3', 'ssh-keygen'] as const;

export type ChildFault = { readonly step: Step; readonly mode: ChildMode };

/** Puts a shim for each program into `<state>/bin`. It records its arguments, may fail, and then runs the program. */
export async function installShims(
  state: string,
  fault: ChildFault | undefined,
  path: string = searchPath,
): Promise<string> {
  const folder = join(state, 'bin');
  await mkdir(folder);
  await Promise.all(
    countedPrograms.map(async (program) => {
      const real = await pathOf(program, path);
      if (real === undefined) return;
      await writeFile(join(folder, program), shim(program, { state, real, fault }), { mode: 0o755 });
    }),
  );
  return [folder, path].join(delimiter);
}

async function pathOf(program: string, searched: string): Promise<string | undefined> {
  const paths = searched.split(delimiter).map((folder) => join(folder, program));
  const path = paths.find((file) => existsSync(file));
  if (path !== undefined) await access(path, constants.X_OK);
  return path;
}

type ShimOptions = { readonly state: string; readonly real: string; readonly fault: ChildFault | undefined };

function shim(program: string, { state, real, fault }: ShimOptions): string {
  const call = `"${program} $*"`;
  const note = `printf '%s %s\\0' $$ ${call} >> ${quoted(join(state, 'children'))}`;
  const go = `exec ${quoted(real)} "$@"`;
  if (fault === undefined || !fault.step.name.startsWith(`${program} `)) return ['#!/bin/sh', note, go, ''].join('\n');
  const pattern = literalParts(fault.step.name).map(quoted).join('*');
  // With `set -C`, only one of several shims can create a file. So each finds out its own number.
  return `#!/bin/sh
${note}
case ${call} in
${pattern})
  set -C
  n=1
  while ! { true > ${quoted(join(state, 'nth'))}.$n; } 2> /dev/null; do n=$((n + 1)); done
  set +C
  if [ $n = ${fault.step.nth} ]; then
    read -r action < ${quoted(join(state, 'pid'))}
    printf '%s\\0' hit > ${quoted(join(state, 'hit'))}
    ${disturbances(program, quoted(real))[fault.mode]}
  fi ;;
esac
${go}
`;
}

const disturbances = (program: string, real: string): Readonly<Record<ChildMode, string>> => ({
  'fail-before': failure(program),
  'fail-after': `${real} "$@"; ${failure(program)}`,
  sigterm: 'kill -TERM $action',
  'kill-before': 'kill -KILL $action; exit 137',
  'kill-after': `${real} "$@"; kill -KILL $action; exit 137`,
});

// The words and exit codes of git without a network, and of any program without memory.
const failure = (program: string): string =>
  program === 'git'
    ? `case " $* " in
      *" --get-url "*) echo 'fatal: Out of memory, malloc failed (tried to allocate 1048576 bytes)' >&2 ;;
      *" push "* | *" fetch "* | *" ls-remote "*)
        echo "fatal: unable to access 'https://github.com/': Could not resolve host: github.com" >&2 ;;
      *) echo 'fatal: Out of memory, malloc failed (tried to allocate 1048576 bytes)' >&2 ;;
    esac
    exit 128`
    : `echo '${program}: out of memory' >&2; exit 255`;

const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;
