import { spawn } from 'node:child_process';
import type { ChildProcess, ChildProcessWithoutNullStreams } from 'node:child_process';
import { basename } from 'node:path';
import { isatty } from 'node:tty';
import { ReleaseError } from '../domain/error.ts';
import type { Host } from './host.ts';

/** How a child ended, and what it said. */
export type Ran = { readonly code: number; readonly stdout: string; readonly stderr: string };

export type Circumstances = {
  readonly cwd?: string;
  /** Added to the scrubbed environment. */
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
  /** How what it prints becomes text: `latin1` keeps every byte. */
  readonly encoding?: 'utf8' | 'latin1';
  readonly minutes?: number;
  /** Runs also when the run was cancelled. */
  readonly isCleanUp?: boolean;
};

const longest = 256 * 1024 * 1024;

// Why: docs/decisions.md D3
/** Runs other programs: no shell, no inputs or tokens but what a port passes, bounded in time and output, ended with the run. */
export class Tools {
  readonly #host: Host;
  constructor(host: Host) {
    this.#host = host;
  }

  async run(
    program: string,
    args: readonly string[],
    { cwd, env, input, encoding = 'utf8', minutes = 30, isCleanUp = false }: Circumstances = {},
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
    try {
      const ran = await outcomeOf(child, program, { input, encoding });
      if (!stop.aborted) return ran;
      throw stop.reason;
    } catch (error) {
      kill();
      if (!isCleanUp) this.#host.signal.throwIfAborted();
      if (limit.aborted) throw new ReleaseError(`${program} did not end within ${minutes} minutes.`);
      throw error;
    } finally {
      stop.removeEventListener('abort', kill);
    }
  }
}

// Git starts programs of its own, which have to end with it. A person at a terminal may be asked by them for a
// passphrase, which only works in the group of the terminal; there, Ctrl-C reaches them all.
const isGroup = process.platform !== 'win32' && !isatty(0);

function end(child: ChildProcessWithoutNullStreams): void {
  signalAll(child, 'SIGTERM');
  for (const stream of [child.stdout, child.stderr]) stream.destroy(); // what it started may hold them open
  setTimeout(() => signalAll(child, 'SIGKILL'), 2000).unref();
}

function signalAll(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined || !isGroup) return void child.kill(signal);
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error; // all have ended
  }
}

async function outcomeOf(
  child: ChildProcessWithoutNullStreams,
  program: string,
  { input, encoding }: { input: string | undefined; encoding: BufferEncoding },
): Promise<Ran> {
  const { promise: ended, resolve, reject } = Promise.withResolvers<number>();
  child.once('error', (cause) => reject(unstarted(program, cause)));
  child.once('close', (code) => resolve(code ?? 128));
  child.stdin.on('error', () => {}); // a child may end without having read its input: its exit code tells
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
      throw new ReleaseError(`${program} printed more than ${longest / 1024 / 1024} MiB, which is the bound here.`);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString(encoding);
}

function unstarted(program: string, cause: Error): Error {
  if (!('code' in cause) || cause.code !== 'ENOENT') return cause;
  return new ReleaseError(`${program} is not installed, or not in PATH.`, {
    fix: `Install ${program} in a step before.`,
    cause,
  });
}

const forAll =
  /^(?:PATH|HOME|USER|LOGNAME|SHELL|LANG|LC_.*|TZ|TMPDIR|TEMP|TMP|XDG_.*|(?:HTTPS?|ALL|NO)_PROXY|SSL_CERT_.*|CURL_CA_BUNDLE|SYSTEMROOT|SYSTEMDRIVE|WINDIR|COMSPEC|PATHEXT|APPDATA|LOCALAPPDATA|USERPROFILE|PROGRAM.*)$/i;

/** The settings of single programs, which no other program gets. */
const settings: Readonly<Record<string, RegExp>> = {
  docker: /^DOCKER_/,
  git: /^(?:GIT_SSL_.*|GIT_SSH.*|GIT_ASKPASS|GIT_CONFIG.*|GIT_(?:AUTHOR|COMMITTER)_.*|SSH_AUTH_SOCK|SSH_ASKPASS|GNUPGHOME)$/,
  gpg: /^GNUPGHOME$/,
  gpgconf: /^GNUPGHOME$/,
  helm: /^(?:HELM_.*|DOCKER_CONFIG|REGISTRY_AUTH_FILE)$/,
  pip: /^PIP_/,
  python3: /^PIP_/, // python3 -m pip
  'ssh-keygen': /^(?:SSH_AUTH_SOCK|SSH_ASKPASS)$/,
};

/** What a child may see: no inputs, no tokens, nothing by which it could speak to the runner. */
function inherited(env: Host['env'], program: string): Record<string, string | undefined> {
  const own = settings[basename(program, '.exe')];
  return Object.fromEntries(Object.entries(env).filter(([name]) => forAll.test(name) || own?.test(name) === true));
}
