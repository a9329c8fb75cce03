import { spawn } from 'node:child_process';
import { ReleaseError } from '../domain/error.ts';
import type { Host } from './host.ts';

/** How a child ended, and what it said. */
export type Ran = { readonly code: number; readonly stdout: string; readonly stderr: string };

export type Circumstances = {
  readonly cwd?: string;
  /** Added to the scrubbed environment. */
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
  readonly minutes?: number;
};

const longest = 256 * 1024 * 1024;

/** Runs other programs: no shell, no token in their environment, bounded in time and output, ended with the run. */
export class Tools {
  readonly #host: Host;
  constructor(host: Host) {
    this.#host = host;
  }

  async run(
    program: string,
    args: readonly string[],
    { cwd, env, input, minutes = 30 }: Circumstances = {},
  ): Promise<Ran> {
    const limit = AbortSignal.timeout(minutes * 60_000);
    const child = spawn(program, args, {
      cwd: cwd ?? this.#host.workspace,
      env: { ...inherited(this.#host.env), ...env },
      signal: AbortSignal.any([this.#host.signal, limit]),
      stdio: ['pipe', 'pipe', 'pipe'],
      windowsHide: true,
    });
    const [out, err] = [collect(child.stdout, program), collect(child.stderr, program)];
    child.stdin.on('error', () => {}); // a child may end without having read its input: its exit code tells
    child.stdin.end(input);
    const ended = new Promise<number>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code, signal) => resolve(code ?? (signal === null ? 1 : 128)));
    });
    try {
      const [code, stdout, stderr] = await Promise.all([ended, out, err]);
      return { code, stdout, stderr };
    } catch (cause) {
      child.kill();
      this.#host.signal.throwIfAborted();
      throw failure(program, minutes, limit, cause);
    }
  }
}

async function collect(stream: NodeJS.ReadableStream, program: string): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk);
    length += bytes.length;
    if (length > longest)
      throw new ReleaseError(`${program} printed more than ${longest / 1024 / 1024} MiB, which is the bound here.`);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function failure(program: string, minutes: number, limit: AbortSignal, cause: unknown): unknown {
  if (cause instanceof ReleaseError) return cause;
  if (limit.aborted) return new ReleaseError(`${program} did not end within ${minutes} minutes.`, { cause });
  if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') {
    return new ReleaseError(`${program} is not installed, or not in PATH.`, {
      fix: `Install ${program} in a step before.`,
      cause,
    });
  }
  return cause;
}

const inheritedNames =
  /^(?:PATH|HOME|USER|LOGNAME|SHELL|LANG|LC_.*|TZ|TMPDIR|TEMP|TMP|XDG_.*|SSH_AUTH_SOCK|SSH_ASKPASS|GNUPGHOME|(?:HTTPS?|ALL|NO)_PROXY|SSL_CERT_.*|CURL_CA_BUNDLE|GIT_SSL_.*|GIT_SSH.*|GIT_ASKPASS|GIT_CONFIG.*|GIT_(?:AUTHOR|COMMITTER)_.*|SYSTEMROOT|SYSTEMDRIVE|WINDIR|COMSPEC|PATHEXT|APPDATA|LOCALAPPDATA|USERPROFILE|PROGRAM.*)$/i;

/** What a child may see: no inputs, no tokens, nothing by which it could speak to the runner. */
function inherited(env: Host['env']): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(env).filter(([name]) => inheritedNames.test(name)));
}
