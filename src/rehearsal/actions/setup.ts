import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ReleaseError } from '../../domain/error.ts';
import type { StandIn, StandInCall } from '../steps/found-action.ts';

type Program = {
  readonly command: string;
  readonly args?: readonly string[];
  /** The input with the wanted version. The output with the version has the same name. */
  readonly input: string;
};

/** actions/setup-go and the like: the program of this machine is taken, whatever version is asked for. */
export const setup =
  ({ command, args = ['--version'], input }: Program): StandIn =>
  async (call) => {
    const printed = await call.run(command, args, { isQuiet: true }).catch((error: unknown) => {
      if (error instanceof ReleaseError && !call.room.signal.aborted) return undefined;
      throw error;
    });
    if (printed === undefined) {
      call.speech.notPerformed = `this machine has no ${command}`;
      return;
    }
    const version = /\d+(?:\.\d+)+/.exec(printed)?.[0] ?? printed;
    call.speech.say(`${command} ${version} of this machine is taken${wanted(call, input)}.`);
    call.output(input, version);
    if (command === 'python3') await useOwnPython(call);
  };

function wanted({ input }: StandInCall, name: string): string {
  const version = input(name);
  return version === '' ? '' : ` (the workflow asks for ${version})`;
}

/**
 * Python in an environment of the job: what pip installs must not change the Python of this machine. It sees the packages that are on
 * the machine, and on a runner, python3 is also called python.
 */
async function useOwnPython({ room, run, output }: StandInCall): Promise<void> {
  const folder = join(room.folders.temp, 'python');
  const programs = join(folder, 'bin');
  output('python-path', join(programs, 'python'));
  if (room.path.includes(programs)) return;
  await run('python3', ['-m', 'venv', '--without-pip', '--system-site-packages', folder], { isQuiet: true });
  for (const name of ['pip', 'pip3'])
    await writeFile(join(programs, name), '#!/bin/sh\nexec "${0%/*}/python" -m pip "$@"\n', { mode: 0o755 });
  room.path.push(programs);
}
