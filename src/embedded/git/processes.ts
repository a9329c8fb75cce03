import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { buffer, text } from 'node:stream/consumers';

export type GitInput = { readonly env?: Readonly<Record<string, string>>; readonly input?: Buffer };
export type GitOutcome = { readonly stdout: Buffer; readonly stderr: string; readonly exitCode: number | undefined };

/** Runs git without the environment and the configuration of the caller. Only the served repository has settings. */
export class GitProcesses {
  readonly #environment: Readonly<Record<string, string>>;
  readonly #running = new Map<ChildProcess, Promise<GitOutcome>>();
  #ended = false;

  constructor(searchPath: string) {
    this.#environment = { ...scrubbed, PATH: searchPath };
  }

  /** What git printed, with any exit code: some commands end with 1 when they find nothing. */
  async run(args: readonly string[], { env, input }: GitInput): Promise<GitOutcome> {
    if (this.#ended) throw new Error('The git server is closed.');
    const child = spawn('git', args, { env: { ...this.#environment, ...env }, detached: true });
    child.stdin.on('error', () => {}); // git may stop reading early: its output tells why
    child.stdin.end(input);
    const outcome = Promise.all([buffer(child.stdout), text(child.stderr), once(child, 'close')]).then(
      ([stdout, stderr, [exitCode]]): GitOutcome => ({ stdout, stderr, exitCode: exitCode ?? undefined }),
    );
    this.#running.set(child, outcome);
    return outcome.finally(() => this.#running.delete(child));
  }

  /** Kills every git that still runs, and waits until all of them are gone. */
  async end(): Promise<void> {
    this.#ended = true;
    for (const { pid, exitCode, signalCode } of this.#running.keys()) {
      const isRunning = pid !== undefined && exitCode === null && signalCode === null;
      if (isRunning) process.kill(-pid); // the process group, because git does not end its hooks
    }
    await Promise.allSettled(this.#running.values());
  }
}

const configuration = {
  'uploadpack.allowAnySHA1InWant': 'true', // GitHub allows it, and actions/checkout fetches commits by their SHA
  'uploadpack.allowFilter': 'true',
  'receive.autogc': 'false',
  'pack.window': '0', // nothing is sent far
  'pack.compression': '1',
  'safe.directory': '*',
};

const scrubbed: Readonly<Record<string, string>> = {
  HOME: '/nonexistent',
  LC_ALL: 'C',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_COUNT: String(Object.keys(configuration).length),
  ...Object.fromEntries(
    Object.entries(configuration).flatMap(([key, value], index) => [
      [`GIT_CONFIG_KEY_${index}`, key],
      [`GIT_CONFIG_VALUE_${index}`, value],
    ]),
  ),
};
