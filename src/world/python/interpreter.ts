import { ReleaseError } from '../../domain/error.ts';
import { compareVersions, parsePep440 } from '../../domain/versions/version.ts';
import type { Tools } from '../tools.ts';

/** A Python that is new enough. */
export type Interpreter = { readonly program: string; readonly executable: string; readonly version: string };

const oldest = '3.10.2'; // of the packages in src/domain/wheels/pinned-builders.ts
const another =
  'Set up a newer Python in an earlier step, as with actions/setup-python, or name another one in the input python.';

// Every Python reads this, also version 2. Its folder must not be the project, whose json.py it would load.
const question = 'import sys, json; print(json.dumps([sys.executable, ".".join(map(str, sys.version_info[:3]))]))';

/** Asks a Python which one it is, and refuses one that is too old. */
export async function interpreterOf(program: string, tools: Tools, cwd: string): Promise<Interpreter> {
  const { code, stdout, stderr } = await tools.run(program, ['-E', '-s', '-S', '-c', question], { cwd, minutes: 1 });
  const [, executable = '', version] = /^\["(.+)", "([\d.]+)"\]\s*$/.exec(stdout) ?? [];
  if (code !== 0 || version === undefined)
    throw new ReleaseError(`${program} does not answer like a Python, and ended with the exit code ${code}.`, {
      fix: another,
      cause: stderr || stdout,
    });
  if (compareVersions(parsePep440(version), parsePep440(oldest)) < 0)
    throw new ReleaseError(`${program} is Python ${version}. Building needs ${oldest} or newer.`, { fix: another });
  return { program, executable: JSON.parse(`"${executable}"`) as string, version };
}
