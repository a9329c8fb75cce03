import { mkdir, symlink } from 'node:fs/promises';
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
    if (command === 'python3') await namePython(call);
  };

function wanted({ input }: StandInCall, name: string): string {
  const version = input(name);
  return version === '' ? '' : ` (the workflow asks for ${version})`;
}

/** On a runner, python3 is also called python. */
async function namePython({ room, run }: StandInCall): Promise<void> {
  const folder = join(room.folders.temp, 'python-name');
  await mkdir(folder, { recursive: true });
  const path = await run('python3', ['-c', 'import sys; print(sys.executable)'], { isQuiet: true });
  await symlink(path.trim(), join(folder, 'python')).catch(() => undefined); // an earlier step has made it
  room.path.push(folder);
}
