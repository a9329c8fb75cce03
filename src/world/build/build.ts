import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { basename, resolve } from 'node:path';
import { ReleaseError } from '../../domain/error.ts';
import { inherited, signalAll, unstarted } from '../child.ts';
import type { Host } from '../host.ts';
import { guardCommandFiles } from './command-files.ts';
import { homeFor } from './home.ts';
import { endMarked } from './marked.ts';
import { Printed } from './printed.ts';

export type Building = {
  /** What is built, for messages, such as `the wheel of driver`. */
  readonly what: string;
  /** The folder to build in, relative to the workspace. */
  readonly cwd?: string;
  /** Variables that are added to the reduced environment. */
  readonly env?: Readonly<Record<string, string>>;
  readonly minutes?: number;
  /** It runs code of the project. Then it gets no proxies, whose addresses may have a password. */
  readonly isForeign?: true;
  /** What to do if it fails. */
  readonly fix?: string;
};

// Why: docs/decisions.md D50
/**
 * Runs programs that build something, such as Python and Helm, and may run code of the project while they do it. What they
 * print is shown while they work. They see no inputs and no tokens, get a home and a temporary folder of their own, and are
 * limited in time and output. All that they started ends with them.
 */
export class Builders {
  readonly #host: Host;
  constructor(host: Host) {
    this.#host = host;
  }

  /** Returns when the program has ended with the exit code 0. */
  async build(program: string, args: readonly string[], building: Building): Promise<void> {
    const { signal, env, print } = this.#host;
    signal.throwIfAborted();
    await using home = await homeFor(env);
    const commands = guardCommandFiles(env);
    print(`[command]${[program, ...args].join(' ')}`);
    try {
      await this.#run(program, args, { ...building, env: { ...home.variables, ...building.env } });
    } finally {
      commands.refuseIfChanged(building.what);
    }
  }

  async #run(program: string, args: readonly string[], building: Building): Promise<void> {
    const { what, cwd = '.', env = {}, minutes = 60, isForeign = false, fix } = building;
    const { signal, pace, workspace, print } = this.#host;
    const name = basename(program, '.exe');
    const hidden = isForeign ? [inHome, proxies] : [inHome];
    const printed = new Printed(print);
    const limit = AbortSignal.timeout(minutes * 60_000 * pace);
    const mark = `RELEASE_ACTIONS_BUILD=${crypto.randomUUID()}`;
    const child = withUmask(0o022, () =>
      spawn(program, args, {
        cwd: resolve(workspace, cwd),
        env: { ...without(hidden, inherited(this.#host.env, program)), ...sameEverywhere, ...env, ...variable(mark) },
        detached: isGroup,
        stdio: ['ignore', 'pipe', 'pipe'],
        windowsHide: true,
      }),
    );
    const stop = AbortSignal.any([signal, limit, printed.isTooMuch]);
    const { code, killed } = await ended(child, { program, printed, stop, mark });
    signal.throwIfAborted();
    const refusal = (problem: string, advice: string) =>
      new ReleaseError(`Building ${what} failed: ${name} ${problem}.${printed.lastLines()}`, { fix: fix ?? advice });
    if (printed.isTooMuch.aborted) throw refusal(`printed more than ${printed.most}, which is the limit`, printsLess);
    if (limit.aborted) throw refusal(`did not finish within ${minutes * pace} minutes`, endsInTime);
    if (killed !== null) throw refusal(`was ended by ${killed}`, enoughMemory);
    if (code !== 0) throw refusal(`ended with the exit code ${code}`, seeLog);
  }
}

const seeLog = 'Find out why in what it printed, which is above in the log.';
const printsLess = 'Let it print less.';
const endsInTime = 'Find out what it waits for.';
const enoughMemory = 'See whether the machine has too little memory.';

/** What a builder makes must not depend on the language, the time zone and the default modes of this machine. */
const sameEverywhere = { LC_ALL: 'C.UTF-8', TZ: 'UTC' };

const isGroup = process.platform !== 'win32';

/** Places in the home of the user, which a builder does not get. */
const inHome = /^(?:HOME|XDG_.*|TMPDIR|TEMP|TMP|APPDATA|LOCALAPPDATA|USERPROFILE)$/i;

const proxies = /_PROXY$/i;

const without = (hidden: readonly RegExp[], env: Readonly<Record<string, string | undefined>>) =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !hidden.some((one) => one.test(name))));

const variable = (mark: string) => Object.fromEntries([mark.split('=')]) as Readonly<Record<string, string>>;

/** Nothing else runs between the two calls: a program is started before `start` returns. */
function withUmask<T>(umask: number, start: () => T): T {
  const before = process.umask(umask);
  try {
    return start();
  } finally {
    process.umask(before);
  }
}

type Watched = {
  readonly program: string;
  readonly printed: Printed;
  /** When it is aborted, the child and all that it started are ended. */
  readonly stop: AbortSignal;
  readonly mark: string;
};

type Ended = { readonly code: number | null; readonly killed: NodeJS.Signals | null };

const patience = 2000;

/** Waits until a child has ended, and ends what it left behind. */
async function ended(child: ChildProcess, { program, printed, stop, mark }: Watched): Promise<Ended> {
  const { promise, resolve: end, reject } = Promise.withResolvers<Ended>();
  child.once('error', (cause) => reject(unstarted(program, cause)));
  child.once('exit', (code, killed) => end({ code, killed }));
  const closed = new Promise((close) => child.once('close', close));
  for (const stream of [child.stdout, child.stderr]) if (stream !== null) printed.take(stream);
  const kill = () => endAll(child, mark); // at once: what has lost its parent is harder to find
  stop.addEventListener('abort', kill, { once: true });
  try {
    if (stop.aborted) kill();
    const outcome = await promise;
    kill();
    const late = setTimeout(() => [child.stdout, child.stderr].map((one) => one?.destroy()), patience); // somebody hides, and holds them open
    await closed;
    clearTimeout(late);
    return outcome;
  } finally {
    stop.removeEventListener('abort', kill);
    printed.end();
  }
}

/** Ends the process group, and on Linux also what has left it. */
function endAll(child: ChildProcess, mark: string): void {
  if (process.platform === 'linux') endMarked(mark);
  signalAll(child, 'SIGKILL', isGroup);
}
