import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { ReleaseError } from '../../domain/error.ts';
import { Launcher } from './launcher.ts';
import { send } from './signal.ts';
import { starter, type Told } from './starter.ts';

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

/** The processes of a job. Those that a step leaves behind are ended with the job, as on GitHub's runners. */
export class Processes {
  readonly #groups = new Set<number>();
  readonly #launcher: Launcher | undefined;
  #haveLeft = false;

  /** In the folder, which does not exist yet, is what the job needs to start its programs fast. */
  constructor(folder?: string) {
    this.#launcher = folder === undefined ? undefined : new Launcher(folder);
  }

  /** Whether a step left a process behind, as far as that can be seen. */
  get haveLeft(): boolean {
    return this.#haveLeft;
  }

  /** Runs a program to its end, or until the signal kills it with everything that it started. Returns the exit code. */
  async run({ command, args, cwd, env, signal, onLine }: Program): Promise<number> {
    if (signal.aborted) return -1;
    const lines = { stdout: new Lines(onLine), stderr: new Lines(onLine) };
    const { promise: ended, resolve, reject } = Promise.withResolvers<number>();
    let pid: number | undefined;
    const stop = () => void killTree(pid);
    signal.addEventListener('abort', stop, { once: true });
    const listen = (told: Told) => {
      switch (told.kind) {
        case 'started':
          pid = told.pid;
          this.#groups.add(pid);
          if (signal.aborted) stop();
          break;
        case 'printed':
          lines[told.stream].add(told.text);
          break;
        case 'ended':
          this.#haveLeft ||= told.hasLeft;
          resolve(told.exitCode);
          break;
        case 'not started':
          reject(notStarted({ command, cwd }, told));
          break;
        case 'lost':
          if (signal.aborted) return resolve(-1); // the kill of what the step started has ended that process, too
          stop();
          if (pid !== undefined) send(-pid);
          reject(lost(command, told.by));
      }
    };
    const program = { command, args, cwd, env };
    if (this.#launcher?.start(program, listen) !== true) starter.start(program, listen);
    try {
      const exitCode = await ended;
      for (const stream of Object.values(lines)) stream.end();
      return signal.aborted ? -1 : exitCode;
    } finally {
      signal.removeEventListener('abort', stop);
    }
  }

  /** Ends everything that the steps left behind. */
  end(): void {
    this.#launcher?.end();
    for (const group of this.#groups) send(-group);
    this.#groups.clear();
  }
}

function notStarted(
  { command, cwd }: Pick<Program, 'command' | 'cwd'>,
  { reason, code }: Extract<Told, { readonly kind: 'not started' }>,
): ReleaseError {
  const cause = new Error(reason);
  const refusal = (why: string, fix?: string) =>
    new ReleaseError(`${command} cannot be started${why}.`, { fix, cause });
  if (!existsSync(cwd))
    return refusal(`, because the folder ${cwd} does not exist`, 'Let no step before it remove it.');
  if (code === 'ENOENT') return refusal('', `Install ${command}.`);
  if (code === 'EACCES') return refusal(', because permission is denied', `Make it executable: chmod +x ${command}`);
  if (code === 'E2BIG')
    return refusal(
      ', because its arguments and its environment are too long',
      'Hand a long text over in a file, not in a variable.',
    );
  return refusal(` (${code})`); // the reason may show the value of a variable
}

const lost = (command: string, by: string) =>
  new ReleaseError(`The process that starts the programs of steps ended by ${by}, while ${command} ran.`, {
    fix: 'End only processes that the step has started.',
  });

/** Cuts what a program prints into lines. A bar of progress goes back to the begin of its line, which ends the line, too. */
class Lines {
  readonly #onLine: (line: string) => void;
  #rest = '';

  constructor(onLine: (line: string) => void) {
    this.#onLine = onLine;
  }

  add(text: string): void {
    const lines = `${this.#rest}${text}`.split(/\r?\n|\r(?!$)/); // what follows a \r at the end is not known yet
    this.#rest = (lines.pop() ?? '').slice(0, longestLine);
    for (const line of lines) this.#onLine(line.slice(0, longestLine));
  }

  end(): void {
    if (this.#rest !== '') this.#onLine(this.#rest.replace(/\r$/, ''));
  }
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
