import { accessSync, closeSync, constants, existsSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { quotedForShell } from '../../domain/text.ts';
import { send } from './signal.ts';
import { changes, type Start, starter, type Told } from './starter.ts';

const shell = '/bin/dash';

/** How much the system keeps of what was written to a pipe and not read yet. */
const mostCommands = 65_536;

/** How long what a program printed is awaited after its end, if a process that it left behind keeps the streams open. */
const patience = 200;

const { O_NONBLOCK, O_RDONLY, O_RDWR, X_OK } = constants;

type Pipes = { readonly pid: number; readonly commands: number; readonly status: Socket };

// Why: docs/decisions.md D97
/** A small shell that starts the programs of a job, one after another. Until it is ready, and where there is none, it starts nothing. */
export class Launcher {
  readonly #folder: string;
  #pid: number | undefined;
  #pipes: Pipes | undefined;
  #isFree = false;
  #isOver = false;
  /** The environment that the shell has now. */
  #env: Start['env'] = {};
  /** Gets the exit code of the program, or what ended the shell. */
  #settle: ((how: number | string) => void) | undefined;

  /** The shell has its pipes in the folder, which does not exist yet. */
  constructor(folder: string) {
    this.#folder = folder;
    if (process.platform !== 'linux' || !existsSync(shell)) return;
    mkdirSync(folder);
    const script = `mkfifo commands status stdout stderr && echo ready && exec ${shell} <commands 3>status >/dev/null 2>&1`;
    starter.start(
      { command: shell, args: ['-c', script], cwd: folder, env: {} },
      (told) => this.#hear(told),
      'unawaited',
    );
  }

  /** Starts a program, if nothing about it would differ from what the starter does. Whether it does so. */
  start(program: Start, listener: (told: Told) => void): boolean {
    const pipes = this.#pipes;
    if (pipes === undefined || !this.#isFree || !isPlain(program)) return false;
    const commands = this.#commandsFor(program);
    if (commands.length > mostCommands || !isThere(program.command) || !isThere(program.cwd)) return false;
    const streams = this.#streams();
    if (streams === undefined) return false;
    this.#isFree = false;
    this.#env = program.env;
    writeSync(pipes.commands, commands);
    void this.#follow(streams, pipes, listener);
    return true;
  }

  /** Ends the shell, and what its programs left behind. */
  end(): void {
    this.#isOver = true;
    if (this.#pid !== undefined) send(-this.#pid);
  }

  #hear(told: Told): void {
    switch (told.kind) {
      case 'started':
        this.#pid = told.pid;
        if (this.#isOver) this.end();
        break;
      case 'printed':
        this.#begin();
        break;
      case 'ended':
        this.#lose(`exit code ${told.exitCode}`);
        break;
      case 'not started':
        break;
      case 'lost':
        this.end();
        this.#lose(told.by);
    }
  }

  /** The shell is ready. Its first program does nothing, so that no step waits for what Node loads and compiles for it. */
  #begin(): void {
    const pid = this.#pid;
    const commands = this.#open('commands', O_RDWR); // does not wait for the shell
    const fd = this.#open('status', O_RDONLY | O_NONBLOCK);
    if (pid === undefined || commands === undefined || fd === undefined) return;
    const status = new Socket({ fd, readable: true, writable: false }).setEncoding('utf8').unref();
    status.on('data', (exitCode: string) => this.#settle?.(Number(exitCode)));
    this.#pipes = { pid, commands, status };
    this.#isFree = true;
    writeSync(commands, 'trap : HUP INT QUIT TERM USR1 USR2\n'); // `kill 0` of a program ends the program
    this.start({ command: '/bin/true', args: [], cwd: this.#folder, env: {} }, () => {});
  }

  #lose(by: string): void {
    this.#pid = undefined;
    if (this.#pipes !== undefined) closeSync(this.#pipes.commands);
    this.#pipes = undefined;
    this.#settle?.(by);
  }

  async #follow(streams: readonly Socket[], { pid, status }: Pipes, listener: (told: Told) => void): Promise<void> {
    const { promise: settled, resolve } = Promise.withResolvers<number | string>();
    this.#settle = resolve;
    const closed = Promise.all(streams.map(closeOf));
    listener({ kind: 'started', pid });
    for (const [index, stream] of streams.entries())
      stream.on('data', (text: string) =>
        listener({ kind: 'printed', stream: index === 0 ? 'stdout' : 'stderr', text }),
      );
    status.ref();
    const how = await settled;
    status.unref();
    if (typeof how === 'number') void closed.then(() => (this.#isFree = true));
    const hasLeft = await Promise.race([closed.then(() => false), sleep(patience, true, { ref: false })]);
    if (typeof how === 'number') return listener({ kind: 'ended', exitCode: how, hasLeft });
    for (const stream of streams) stream.destroy();
    listener({ kind: 'lost', by: how });
  }

  /** Where a program prints. None if the folder was removed. */
  #streams(): readonly Socket[] | undefined {
    const found = ['stdout', 'stderr'].map((name) => this.#open(name, O_RDONLY | O_NONBLOCK));
    const fds = found.filter((fd) => fd !== undefined);
    if (fds.length === found.length)
      return fds.map((fd) => new Socket({ fd, readable: true, writable: false }).setEncoding('utf8'));
    for (const fd of fds) closeSync(fd);
    return undefined;
  }

  #open(name: string, flags: number): number | undefined {
    try {
      return openSync(join(this.#folder, name), flags);
    } catch {
      return undefined;
    }
  }

  #commandsFor({ command, args, cwd, env }: Start): string {
    const { set, unset } = changes(this.#env, env);
    const setting = Object.entries(set).map(([name, value]) => `${name}=${quotedForShell(value)}`);
    const [out, err] = [join(this.#folder, 'stdout'), join(this.#folder, 'stderr')].map(quotedForShell);
    const words = [command, ...args].map(quotedForShell).join(' ');
    return [
      ...(setting.length > 0 ? [`export ${setting.join(' ')}`] : []),
      ...(unset.length > 0 ? [`unset ${unset.join(' ')}`] : []),
      // In a shell of its own: this one would say there how a signal ended the program.
      `(exec 3>&- </dev/null >${out} 2>${err} && cd -- ${quotedForShell(cwd)} && unset PWD OLDPWD && exec ${words})`,
      'echo "$?" >&3\n',
    ].join('\n');
  }
}

/** Also after an error, which says nothing about the program. */
const closeOf = (stream: Socket): Promise<unknown> =>
  new Promise((resolve) => {
    stream.on('error', () => {}).once('close', resolve);
  });

const plain = /^[\t\n\r -~]*$/;

/** The shell gives a meaning to these, or sets them. */
const ownVariables = new Set(['IFS', 'LINENO', 'OLDPWD', 'OPTIND', 'PPID', 'PWD']);

/** Whether the shell can hand all of it over as it is. */
const isPlain = ({ command, args, cwd, env }: Start): boolean =>
  command.startsWith('/') &&
  [command, ...args, cwd, ...Object.values(env)].every((text) => plain.test(text)) &&
  Object.keys(env).every((name) => /^[A-Za-z_]\w*$/.test(name) && !ownVariables.has(name));

function isThere(path: string): boolean {
  try {
    accessSync(path, X_OK);
    return true;
  } catch {
    return false;
  }
}
