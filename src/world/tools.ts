import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { isatty } from 'node:tty';
import { ReleaseError } from '../domain/error.ts';
import { inherited, signalAll, unstarted } from './child.ts';
import type { Host } from './host.ts';
import { watchMemory } from './memory-watch.ts';

/** The exit code of a child process, and what it printed. */
export type Ran = { readonly code: number; readonly stdout: string; readonly stderr: string };

export type Circumstances = {
  readonly cwd?: string;
  /** Variables that are added to the reduced environment. */
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
  /** The encoding of what it prints. `latin1` keeps every byte. */
  readonly encoding?: 'utf8' | 'latin1';
  readonly minutes?: number;
  /** Another program, whose settings in the environment it reads instead of its own. */
  readonly settingsOf?: string;
  /** How many MiB of memory the program, or one that it starts, may need. */
  readonly megabytes?: number;
  /** Whether it starts, and goes on to its end, even if the run was cancelled. */
  readonly isCleanUp?: boolean;
};

const longest = 256 * 1024 * 1024;

// Why: docs/decisions.md D3
/** Runs other programs without a shell. They see no inputs or tokens, and are limited in time and output. */
export class Tools {
  readonly #host: Host;
  constructor(host: Host) {
    this.#host = host;
  }

  /** Whether a program is on PATH. */
  async has(program: string): Promise<boolean> {
    const name = process.platform === 'win32' ? `${program}.exe` : program;
    const folders = (this.#host.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
    const found = await Promise.all(
      folders.map((folder) =>
        access(join(folder, name), constants.X_OK).then(
          () => true,
          () => false,
        ),
      ),
    );
    return found.includes(true);
  }

  async run(
    program: string,
    args: readonly string[],
    {
      cwd,
      env,
      input,
      encoding = 'utf8',
      minutes = 30,
      settingsOf = program,
      megabytes,
      isCleanUp = false,
    }: Circumstances = {},
  ): Promise<Ran> {
    const limit = AbortSignal.timeout(minutes * 60_000);
    const stop = isCleanUp ? limit : AbortSignal.any([this.#host.signal, limit]);
    stop.throwIfAborted();
    const child = spawn(program, args, {
      cwd: cwd ?? this.#host.workspace,
      env: { ...inherited(this.#host.env, settingsOf), ...env },
      detached: isGroup,
      stdio: ['pipe', 'pipe', 'pipe'],
      windowsHide: true,
    });
    const kill = () => end(child);
    stop.addEventListener('abort', kill, { once: true });
    let tooLarge: ReleaseError | undefined;
    using watch = new DisposableStack();
    if (megabytes !== undefined && child.pid !== undefined)
      watch.use(
        watchMemory(child.pid, megabytes * 1024 * 1024, () => {
          tooLarge = needsTooMuch(program, megabytes);
          kill();
        }),
      );
    try {
      const ran = await outcomeOf(child, program, { input, encoding });
      if (!stop.aborted && tooLarge === undefined) return ran;
      throw stop.reason;
    } catch (error) {
      kill();
      if (tooLarge !== undefined) throw tooLarge;
      if (!isCleanUp) this.#host.signal.throwIfAborted();
      if (limit.aborted) throw new ReleaseError(`${program} did not finish within ${minutes} minutes.`);
      throw error;
    } finally {
      stop.removeEventListener('abort', kill);
    }
  }
}

const needsTooMuch = (program: string, megabytes: number) =>
  new ReleaseError(`${program} needed more than ${megabytes} MiB of memory, which is the limit here.`, {
    fix: 'Check the address of the server: one that is not what it should be may answer without end.',
  });

// git starts other programs, which have to end with it: so it gets a process group. At a terminal they may ask a person
// for a passphrase, which works only in the process group of the terminal; there, Ctrl-C reaches all of them.
const isGroup = process.platform !== 'win32' && !isatty(0);

function end(child: ChildProcessWithoutNullStreams): void {
  signalAll(child, 'SIGTERM', isGroup);
  for (const stream of [child.stdout, child.stderr]) stream.destroy(); // programs that it started may hold them open
  setTimeout(() => signalAll(child, 'SIGKILL', isGroup), 2000).unref();
}

async function outcomeOf(
  child: ChildProcessWithoutNullStreams,
  program: string,
  { input, encoding }: { input: string | undefined; encoding: BufferEncoding },
): Promise<Ran> {
  const { promise: ended, resolve, reject } = Promise.withResolvers<number>();
  child.once('error', (cause) => reject(unstarted(program, cause)));
  child.once('close', (code) => resolve(code ?? 128));
  child.stdin.on('error', () => {}); // a child may end without reading its input: then its exit code matters
  child.stdin.end(input);
  const [code, stdout, stderr] = await Promise.all([
    ended,
    collect(child.stdout, program, encoding),
    collect(child.stderr, program, 'utf8'),
  ]);
  return { code, stdout, stderr };
}

async function collect(stream: NodeJS.ReadableStream, program: string, encoding: BufferEncoding): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk);
    length += bytes.length;
    if (length > longest)
      throw new ReleaseError(`${program} printed more than ${longest / 1024 / 1024} MiB, which is the limit.`);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString(encoding);
}
