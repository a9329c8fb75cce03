import { spawn } from 'node:child_process';
import type { ChildProcess, ChildProcessWithoutNullStreams } from 'node:child_process';
import { basename } from 'node:path';
import { isatty } from 'node:tty';
import { ReleaseError } from '../domain/error.ts';
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
  /** How many MiB of memory the program, or one that it starts, may need. */
  readonly megabytes?: number;
  /** Whether it starts even if the run was cancelled. */
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

  async run(
    program: string,
    args: readonly string[],
    { cwd, env, input, encoding = 'utf8', minutes = 30, megabytes, isCleanUp = false }: Circumstances = {},
  ): Promise<Ran> {
    const limit = AbortSignal.timeout(minutes * 60_000);
    const stop = isCleanUp ? limit : AbortSignal.any([this.#host.signal, limit]);
    stop.throwIfAborted();
    const child = spawn(program, args, {
      cwd: cwd ?? this.#host.workspace,
      env: { ...inherited(this.#host.env, program), ...env },
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
  signalAll(child, 'SIGTERM');
  for (const stream of [child.stdout, child.stderr]) stream.destroy(); // programs that it started may hold them open
  setTimeout(() => signalAll(child, 'SIGKILL'), 2000).unref();
}

function signalAll(child: ChildProcess, signal: NodeJS.Signals): void {
  if (process.platform === 'win32' && child.pid !== undefined) return endTree(child, child.pid);
  if (child.pid === undefined || !isGroup) return void child.kill(signal);
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error; // all have ended
  }
}

/** Windows has no process groups. What git has started could still push if only git were ended. */
function endTree(child: ChildProcess, pid: number): void {
  if (child.exitCode !== null || child.signalCode !== null) return; // another process may have its number now
  const taskkill = spawn('taskkill', ['/PID', String(pid), '/T', '/F'], { stdio: 'ignore', windowsHide: true });
  taskkill.on('error', () => child.kill());
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

function unstarted(program: string, cause: Error): Error {
  if (!('code' in cause) || cause.code !== 'ENOENT') return cause;
  return new ReleaseError(`${program} is not installed, or not in PATH.`, {
    fix: `Install ${program} in an earlier step.`,
    cause,
  });
}

const commonVariables =
  /^(?:PATH|HOME|USER|LOGNAME|SHELL|LANG|LC_.*|TZ|TMPDIR|TEMP|TMP|XDG_.*|(?:HTTPS?|ALL|NO)_PROXY|SSL_CERT_.*|CURL_CA_BUNDLE|SYSTEMROOT|SYSTEMDRIVE|WINDIR|COMSPEC|PATHEXT|APPDATA|LOCALAPPDATA|USERPROFILE|PROGRAM.*)$/i;

/** Variables that only one program gets. */
const programVariables: Readonly<Record<string, RegExp>> = {
  docker: /^DOCKER_/,
  git: /^(?:GIT_SSL_.*|GIT_SSH.*|GIT_ASKPASS|GIT_CONFIG.*|GIT_(?:AUTHOR|COMMITTER)_.*|SSH_AUTH_SOCK|SSH_ASKPASS|GNUPGHOME)$/,
  gpg: /^GNUPGHOME$/,
  gpgconf: /^GNUPGHOME$/,
  helm: /^(?:HELM_.*|DOCKER_CONFIG|REGISTRY_AUTH_FILE)$/,
  pip: /^PIP_/,
  python3: /^PIP_/, // python3 -m pip
  'ssh-keygen': /^(?:SSH_AUTH_SOCK|SSH_ASKPASS)$/,
};

/** The environment of a child process: no inputs, no tokens, no variables for commands to the runner. */
function inherited(env: Host['env'], program: string): Record<string, string | undefined> {
  const own = programVariables[basename(program, '.exe')];
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => commonVariables.test(name) || own?.test(name) === true),
  );
}
