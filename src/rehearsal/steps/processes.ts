import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { ReleaseError } from '../../domain/error.ts';

export type Program = {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  /** Gets each line that the program prints, from both streams. */
  readonly onLine: (line: string) => void;
};

const longestLine = 1_000_000;
/** How long what a program printed is awaited after its end, if a process that it left behind keeps the streams open. */
const patience = 200;

/** The processes of a job. Those that a step leaves behind are ended with the job, as on GitHub's runners. */
export class Processes {
  readonly #groups = new Set<number>();

  /** Runs a program to its end, or until the signal kills it with everything that it started. Returns the exit code. */
  async run({ command, args, cwd, env, signal, onLine }: Program): Promise<number> {
    if (signal.aborted) return -1;
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    if (child.pid !== undefined) this.#groups.add(child.pid);
    const stop = () => void killTree(child.pid);
    signal.addEventListener('abort', stop, { once: true });
    const closed = Promise.all([child.stdout, child.stderr].map((stream) => readLines(stream, onLine)));
    try {
      await ended(child);
      await Promise.race([closed, sleep(patience, undefined, { ref: false })]);
      return signal.aborted ? -1 : (child.exitCode ?? 128);
    } finally {
      signal.removeEventListener('abort', stop);
    }
  }

  /** Ends everything that the steps left behind. */
  end(): void {
    for (const group of this.#groups) send(-group);
    this.#groups.clear();
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.pid === undefined) {
    const [cause] = (await once(child, 'error')) as [Error];
    throw new ReleaseError(`${child.spawnfile} cannot be started.`, { fix: `Install ${child.spawnfile}.`, cause });
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

async function readLines(stream: NodeJS.ReadableStream, onLine: (line: string) => void): Promise<void> {
  for await (const line of createInterface({ input: stream, crlfDelay: Infinity })) onLine(line.slice(0, longestLine));
}

/** Kills a process and all its descendants, also those in other groups. All are stopped first, so that they start no others. */
async function killTree(root: number | undefined): Promise<void> {
  const stopped = new Set<number>();
  for (let found = root === undefined ? [] : [root]; found.length > 0;) {
    for (const pid of found) {
      send(pid, 'SIGSTOP');
      stopped.add(pid);
    }
    const parents = await parentsOfProcesses();
    found = [...parents].flatMap(([pid, parent]) => (stopped.has(parent) && !stopped.has(pid) ? [pid] : []));
  }
  for (const pid of stopped) send(pid);
}

/** The parent of each process, on Linux. Elsewhere only the process group is ended. */
async function parentsOfProcesses(): Promise<ReadonlyMap<number, number>> {
  const names = await readdir('/proc').catch(() => []);
  const stats = names
    .filter((name) => /^\d+$/.test(name))
    .map(async (name) => [name, await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '')] as const);
  const parents = (await Promise.all(stats)).map(([name, stat]) => {
    const [, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return [Number(name), Number(parent)] as const;
  });
  return new Map(parents);
}

function send(pid: number, signal: NodeJS.Signals = 'SIGKILL'): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error; // it has just ended
  }
}
