import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { ReleaseError } from '../../domain/error.ts';
import { textLines } from '../../domain/text.ts';
import type { Environment } from '../environment.ts';
import type { Host } from '../host.ts';
import type { Tools } from '../tools.ts';
import type { Interpreter } from './interpreter.ts';

type Making = { readonly host: Host; readonly tools: Tools; readonly interpreter: Interpreter; readonly pins: string };

// Why: docs/decisions.md D59
/** The Python of an environment that has exactly these packages. It is made once, and kept for later runs and steps. */
export async function environmentOf({ host, tools, interpreter, pins }: Making): Promise<string> {
  const { executable, version } = interpreter;
  const key = createHash('sha256').update([process.platform, executable, version, pins].join('\0')).digest('hex');
  const place = join(cacheFolder(host.env), `python-${version}-${key.slice(0, 16)}`);
  if (existsSync(pythonIn(place))) return pythonIn(place);
  await mkdir(dirname(place), { recursive: true });
  await removeLeftovers(dirname(place));
  const made = await mkdtemp(join(dirname(place), unfinished));
  try {
    host.progress(`Making the environment that builds wheels: ${place}`);
    await make(made, { host, tools, interpreter, pins });
    await rename(made, place).catch(async () => {
      if (existsSync(pythonIn(place))) return; // another run was faster, and may be using it
      await rm(place, { recursive: true, force: true });
      await rename(made, place);
    });
  } finally {
    await rm(made, { recursive: true, force: true });
  }
  return pythonIn(place);
}

const unfinished = 'builder-';
const leftAfter = 60 * 60_000;

/** A killed run leaves its unfinished environment behind. Those of runs that may still go on are younger. */
async function removeLeftovers(cache: string): Promise<void> {
  for (const name of (await readdir(cache)).filter((one) => one.startsWith(unfinished))) {
    const folder = join(cache, name);
    const { mtimeMs = Infinity } = (await stat(folder).catch(() => undefined)) ?? {};
    if (Date.now() - mtimeMs > leftAfter) await rm(folder, { recursive: true, force: true });
  }
}

/** Environments are kept where the runner keeps tools. On other machines, they are kept with the caches of this user. */
function cacheFolder(env: Environment): string {
  const { RUNNER_TOOL_CACHE: tools, XDG_CACHE_HOME: caches, LOCALAPPDATA: local, HOME: home } = env;
  return join(tools || caches || local || join(home || homedir(), '.cache'), 'release-actions');
}

const isWindows = process.platform === 'win32';
const pythonIn = (folder: string) => join(folder, ...(isWindows ? ['Scripts', 'python.exe'] : ['bin', 'python']));

const pipInstall = '--quiet --no-input --disable-pip-version-check --require-hashes --only-binary=:all:'.split(' ');

/** Of pip's settings, these would lead its packages elsewhere, or add others. */
const notHere = { PIP_CONSTRAINT: '', PIP_PREFIX: '', PIP_REQUIREMENT: '', PIP_ROOT: '', PIP_TARGET: '', PIP_USER: '' };

async function make(folder: string, { host, tools, interpreter, pins }: Making): Promise<void> {
  const { program } = interpreter;
  const run = (...args: readonly string[]) =>
    tools.run(program, args, { cwd: host.workspace, env: notHere, settingsOf: 'pip', minutes: 15 });
  const [{ stdout }, venv] = [
    await run('-I', '-m', 'pip', '--version'),
    await run('-I', '-m', 'venv', '--without-pip', folder),
  ];
  const [, major = '0', minor = '0'] = /^pip (\d+)\.(\d+)/.exec(stdout) ?? [];
  if (Number(major) * 100 + Number(minor) < 2203)
    throw new ReleaseError(`${program} has no pip 22.3 or newer, which installs what builds wheels.`, {
      fix: 'Set up Python with actions/setup-python in an earlier step, or install pip for this one.',
    });
  if (venv.code !== 0) throw failed(`${program} could not make an environment`, venv.stderr || venv.stdout);
  const list = join(folder, 'requirements.txt');
  await writeFile(list, pins);
  const pip = ['-I', '-m', 'pip', '--python', pythonIn(folder), 'install', ...pipInstall, '--requirement', list];
  const installed = await run(...pip);
  if (installed.code !== 0) throw failed('pip could not install what builds wheels', installed.stderr);
}

function failed(what: string, said: string): ReleaseError {
  const lines = textLines(said);
  const line = lines.find((one) => /^error\b/i.test(one)) ?? lines.at(-1) ?? 'nothing';
  return new ReleaseError(`${what}. It says: ${line}`, {
    fix: 'Check the network and the settings of pip, such as PIP_INDEX_URL and PIP_FIND_LINKS. Packages that are pinned in constraints have to be there as wheels.',
    cause: said,
  });
}
