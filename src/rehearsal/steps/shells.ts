import { accessSync, constants, statSync } from 'node:fs';
import { ReleaseError } from '../../domain/error.ts';
import { quoted } from '../../domain/text.ts';
import { delimiter, isAbsolute, join } from 'node:path';
import type { System } from './room.ts';

/** How a script is run: the program, its arguments with the place of the file, and the end of the file's name. */
export type Shell = { readonly command: string; readonly args: readonly string[]; readonly extension: string };

// https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsshell
const known: Readonly<Record<string, readonly [template: string, extension: string]>> = {
  bash: ['bash --noprofile --norc -eo pipefail {0}', '.sh'],
  sh: ['sh -e {0}', '.sh'],
  python: ['python {0}', '.py'],
  pwsh: [`pwsh -command ". '{0}'"`, '.ps1'],
};

/** Without a name, bash runs with fewer options than if it is named, and Windows has another shell. */
export function shellOf(name: string, searchPath: string, system: System): Shell {
  const unnamed = isIn('bash', searchPath) ? 'bash -e {0}' : 'sh -e {0}';
  const named = name === '' && system === 'Windows' ? 'pwsh' : name;
  const [template, extension] = known[named] ?? (named === '' ? [unnamed, '.sh'] : [named, '']);
  if (known[named] === undefined && named !== '' && named !== 'cmd' && named !== 'powershell' && !named.includes('{0}'))
    throw new ReleaseError(`${quoted(named)} is no shell that GitHub knows.`, {
      fix: "Take bash, sh, python, pwsh, powershell or cmd, or write a command with {0} for the file of the script, such as 'perl {0}'.",
    });
  const [command = '', ...args] = words(template);
  return { command: command === 'python' && !isIn('python', searchPath) ? 'python3' : command, args, extension };
}

export const withScript = ({ args }: Shell, script: string): readonly string[] =>
  args.map((argument) => argument.replaceAll('{0}', script));

/** The words of a command line; quotes keep words together. */
const words = (text: string): readonly string[] =>
  [...text.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, double, single, bare]) => double ?? single ?? bare ?? '');

const found = new Map<string, string>();

/** Where a program is. Only what was found is remembered, because a step may install the rest. */
export function programIn(name: string, searchPath: string): string | undefined {
  const key = `${name}\0${searchPath}`;
  const remembered = found.get(key);
  if (remembered !== undefined) return remembered;
  const folders = searchPath.split(delimiter).filter((folder) => isAbsolute(folder));
  const place = folders.map((folder) => join(folder, name)).find(isProgram);
  if (place !== undefined) found.set(key, place);
  return place;
}

export const isIn = (program: string, searchPath: string): boolean => programIn(program, searchPath) !== undefined;

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
