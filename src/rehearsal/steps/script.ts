import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { ReleaseError } from '../../domain/error.ts';
import { evaluatedText } from '../expressions/expression.ts';
import type { Step } from '../workflow/step.ts';
import { performProgram } from './program.ts';
import { isOnRunners } from './runner-programs.ts';
import { pathOf, type Performing, scopeOf } from './room.ts';
import { programIn, shellOf, withScript } from './shells.ts';

type Script = Extract<Step['work'], { readonly kind: 'run' }>;

/** Runs the script of a step. Whether it ended with 0. */
export async function runScript({ script, shell, folder }: Script, performing: Performing): Promise<boolean> {
  const { room, frame, env, speech } = performing;
  const scope = scopeOf(room, frame, env);
  const { shell: usual, folder: around } = frame.defaults;
  const named = evaluatedText(shell, scope) || usual;
  const found = shellOf(named, pathOf(room), room.system);
  const program = programIn(found.command, pathOf(room));
  if (program === undefined && isOnRunners(found.command)) {
    speech.notPerformed = `this machine has no ${found.command}`;
    return true;
  }
  const cwd = resolve(room.folders.workspace, evaluatedText(folder, scope) || around);
  const isThere = existsSync(`${cwd}/.`); // a file has none
  if (!isThere) throw new ReleaseError(`The folder of the step, ${cwd}, does not exist.`, { at: folder?.at });
  const text = evaluatedText(script, scope);
  const file = room.commandFiles.writeScript(`${text}\n`, found.extension);
  const command = program ?? found.command;
  return performProgram({ command, args: withScript(found, file), cwd, script: text }, performing);
}
