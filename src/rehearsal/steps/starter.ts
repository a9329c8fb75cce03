import { type ChildProcess, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { send } from './signal.ts';

export type Start = {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
};

/** What is told about a program. The last three are the end of it. */
export type Told =
  | { readonly kind: 'started'; readonly pid: number }
  | { readonly kind: 'printed'; readonly stream: 'stdout' | 'stderr'; readonly text: string }
  /** Something that it started may still run, and has the streams open. */
  | { readonly kind: 'ended'; readonly exitCode: number; readonly hasLeft: boolean }
  | { readonly kind: 'not started'; readonly reason: string; readonly code: string | undefined }
  /** The process that started it ended before, by a signal or with an exit code. */
  | { readonly kind: 'lost'; readonly by: string };

type Numbered<T> = T & { readonly number: number };

type Environment = Start['env'];

type Changes = { readonly set: Environment; readonly unset: readonly string[] };

/** What differs from the environment of the program before. Most of it is the same. */
export const changes = (before: Environment, after: Environment): Changes => ({
  set: Object.fromEntries(Object.entries(after).filter(([name, value]) => before[name] !== value)),
  unset: Object.keys(before).filter((name) => after[name] === undefined),
});

type Sent = Numbered<Omit<Start, 'env'>> & Changes;

// Why: docs/decisions.md D91
/** Lets a small process start programs, because the system copies the tables of memory of whoever starts one. */
class Starter {
  readonly #listeners = new Map<number, (told: Told) => void>();
  readonly #awaited = new Set<number>();
  #count = 0;
  #process: ChildProcess | undefined;
  #sent: Environment = {};

  /** Begins to start the small process, so that it is ready when the first program is. */
  prepare(): void {
    this.#ready();
  }

  /** Unless it is awaited, this process can end before the program. */
  start(program: Start, listener: (told: Told) => void, need: 'awaited' | 'unawaited' = 'awaited'): void {
    const child = this.#ready();
    const number = this.#count++;
    this.#listeners.set(number, listener);
    if (need === 'awaited') this.#awaited.add(number);
    if (this.#awaited.size > 0) child.channel?.ref();
    const { env, ...rest } = program;
    const sent: Sent = { ...rest, ...changes(this.#sent, env), number };
    this.#sent = env;
    child.send(sent, () => {}); // if it could not be sent, the process has ended, and says so itself
  }

  #ready(): ChildProcess {
    return (this.#process ??= this.#open());
  }

  #open(): ChildProcess {
    const child = spawn(
      process.execPath,
      ['--eval', `(${String(startPrograms)})(${String(send)}, ${JSON.stringify(tmpdir())})`],
      {
        env: {},
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
        detached: true, // Ctrl-C is for the rehearsal, which ends the programs itself
      },
    );
    this.#sent = {};
    child.on('message', (told: Numbered<Told>) => this.#hear(told));
    child.once('error', ({ message }) => this.#lose(child, message));
    child.once('exit', (code, signal) => this.#lose(child, signal ?? `exit code ${code}`));
    child.unref();
    child.channel?.unref();
    return child;
  }

  #hear({ number, ...told }: Numbered<Told>): void {
    const listener = this.#listeners.get(number);
    if (told.kind === 'ended' || told.kind === 'not started') {
      this.#listeners.delete(number);
      this.#awaited.delete(number);
    }
    if (this.#awaited.size === 0) this.#process?.channel?.unref();
    listener?.(told);
  }

  #lose(child: ChildProcess, by: string): void {
    if (this.#process !== child) return;
    this.#process = undefined;
    const listeners = [...this.#listeners.values()];
    this.#listeners.clear();
    this.#awaited.clear();
    for (const listener of listeners) listener({ kind: 'lost', by });
  }
}

export const starter = new Starter();

/** The whole program of the small process, which gets its text and that of `send`. So it uses nothing else of this file. */
function startPrograms(sendSignal: typeof send, temp: string): void {
  const { spawn: spawnProgram } = process.getBuiltinModule('node:child_process');
  const fs = process.getBuiltinModule('node:fs');
  const net = process.getBuiltinModule('node:net');
  const events = process.getBuiltinModule('node:events');
  const { signals } = process.getBuiltinModule('node:os').constants;
  const { setTimeout: sleep } = process.getBuiltinModule('node:timers/promises');
  // How long what a program printed is awaited after its end, if a process that it left behind keeps the streams open.
  const patience = 200;
  const running = new Set<number>();
  const names = ['stdout', 'stderr'] as const;
  const { O_RDONLY, O_WRONLY, O_NONBLOCK } = fs.constants;
  // Pairs of pipes to which no program prints.
  const free: (readonly number[])[] = [];
  const makePipes = async () => {
    const folder = fs.mkdtempSync(`${temp}/pipes-`);
    try {
      const making = spawnProgram('mkfifo', names, { cwd: folder, env: {}, stdio: 'ignore' });
      await events.once(making, 'exit');
      return names.map((name) => fs.openSync(`${folder}/${name}`, O_RDONLY | O_NONBLOCK));
    } finally {
      fs.rmSync(folder, { recursive: true });
    }
  };
  // Node lets a program print to sockets, and Linux does not let programs open these as /dev/stdout and /dev/stderr.
  const isLinux = process.platform === 'linux';
  const pipesFor = async () => (isLinux ? (free.pop() ?? (await makePipes().catch(() => undefined))) : undefined);
  const end = (pipe: number, flags: number) => fs.openSync(`/proc/self/fd/${pipe}`, flags);
  const begin = async ({ command, args, cwd, env }: Start) => {
    const pipes = await pipesFor();
    const readers = pipes?.map((pipe) => end(pipe, O_RDONLY | O_NONBLOCK));
    const writers = pipes?.map((pipe) => end(pipe, O_WRONLY));
    try {
      const stdio = ['ignore' as const, ...(writers ?? (['pipe', 'pipe'] as const))];
      const child = spawnProgram(command, args, { cwd, env, stdio, detached: true });
      const { pid } = child;
      if (pid === undefined) throw ((await events.once(child, 'error')) as [Error])[0];
      const streams = names.flatMap((name, index) => {
        const fd = readers?.[index];
        const stream = fd === undefined ? child[name] : new net.Socket({ fd, readable: true, writable: false });
        return stream === null ? [] : [[name, stream.setEncoding('utf8')] as const];
      });
      const closed = Promise.all(streams.map(([, stream]) => events.once(stream, 'close')));
      if (pipes !== undefined) void closed.then(() => free.push(pipes));
      return { child, pid, streams, closed };
    } catch (error) {
      for (const fd of readers ?? []) fs.closeSync(fd);
      if (pipes !== undefined) free.push(pipes);
      throw error;
    } finally {
      for (const fd of writers ?? []) fs.closeSync(fd);
    }
  };
  const perform = async (program: Start, tell: (told: Told, sent?: () => void) => void) => {
    const { child, pid, streams, closed } = await begin(program);
    running.add(pid);
    tell({ kind: 'started', pid });
    for (const [stream, printed] of streams)
      printed.on('data', (text: string) => {
        printed.pause(); // a program cannot print faster than the rehearsal reads
        tell({ kind: 'printed', stream, text }, () => printed.resume());
      });
    const [exitCode, signal] = (await events.once(child, 'exit')) as [number | null, NodeJS.Signals | null];
    running.delete(pid);
    const hasLeft = await Promise.race([closed.then(() => false), sleep(patience, true)]);
    tell({ kind: 'ended', exitCode: exitCode ?? 128 + (signal === null ? 0 : signals[signal]), hasLeft });
  };
  let known: Environment = {};
  process.on('message', ({ number, set, unset, ...program }: Sent) => {
    const left = Object.entries(known).filter(([name]) => !unset.includes(name));
    const env = (known = { ...Object.fromEntries(left), ...set });
    const tell = (told: Told, sent?: () => void) =>
      void process.send?.({ ...told, number }, undefined, undefined, sent);
    perform({ ...program, env }, tell).catch(({ message: reason, code }: NodeJS.ErrnoException) =>
      tell({ kind: 'not started', reason, code }),
    );
  });
  // For its first program, Node loads and compiles a lot. So that no step waits for it, the first one does nothing. It need not exist.
  perform({ command: 'true', args: [], cwd: '/', env: {} }, () => {}).catch(() => {});
  process.on('disconnect', () => {
    for (const pid of running) sendSignal(-pid);
    process.exit();
  });
}
