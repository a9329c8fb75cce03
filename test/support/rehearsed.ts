import { command } from '../../src/rehearsal/command.ts';
import { dist, searchPath } from './bundle.ts';

/** What a rehearsal in a folder prints, without the times of its steps. */
export async function rehearsedIn(
  folder: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = { PATH: searchPath },
): Promise<{ readonly exitCode: number; readonly text: string }> {
  const printed: string[] = [];
  const print = (text: string) => void printed.push(text);
  const exitCode = await command(args)({
    folder,
    env,
    releaseTree: dist,
    print,
    note: () => {},
    variable: (name) => env[name],
  });
  return { exitCode, text: printed.join('').replaceAll(/ \(\d+\.\d s\)/g, '') };
}
