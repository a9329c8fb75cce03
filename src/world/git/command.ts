import { ReleaseError } from '../../domain/error.ts';
import type { Host } from '../host.ts';
import type { Circumstances, Ran, Tools } from '../tools.ts';
import { gitErrorLine } from './refusal.ts';

type Setting = readonly [key: string, value: string];
type GitCircumstances = Omit<Circumstances, 'env'> & {
  readonly env?: Readonly<Record<string, string>>;
  readonly settings?: readonly Setting[];
};

// Why: docs/decisions.md D4
/** The git program without the parts of the user's setup that change what it does: no hooks, prompts or translations. */
export class GitCommand {
  readonly #host: Host;
  readonly #tools: Tools;
  constructor(host: Host, tools: Tools) {
    this.#host = host;
    this.#tools = tools;
  }

  /** Runs git, whatever its exit code. */
  run(args: readonly string[], { settings = [], env, ...rest }: GitCircumstances = {}): Promise<Ran> {
    const all: readonly Setting[] = [
      // In a job, the checkout may belong to another user. On a laptop, git has to refuse such a checkout.
      ...(this.#host.trustsWorkspace ? [['safe.directory', this.#host.workspace] as const] : []),
      ['core.hooksPath', '/dev/null'],
      ['log.showSignature', 'false'],
      ['gc.auto', '0'],
      ['maintenance.auto', 'false'],
      ['push.pushOption', ''],
      ...settings,
    ];
    const quiet = { LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0' };
    return this.#tools.run('git', args, { ...rest, env: { ...env, ...quiet, ...this.#environment(all) } });
  }

  /** Returns what git prints. Throws if git fails: then something is wrong with the checkout or with this program. */
  async read(args: readonly string[], circumstances: GitCircumstances = {}): Promise<string> {
    const { code, stdout, stderr } = await this.run(args, circumstances);
    if (code === 0) return stdout.trimEnd();
    if (stderr.includes('not a git repository')) {
      throw new ReleaseError(`${this.#host.workspace} is not a git checkout.`, {
        fix: 'Put actions/checkout before this step, or run the command in a folder of the repository.',
      });
    }
    throw new ReleaseError(`git ${args[0]} failed: ${gitErrorLine(stderr)}`, {
      fix: runAgain,
      cause: new Error(`git ${args.join(' ')}\n${stderr.trimEnd()}`),
    });
  }

  /** Runs git against a remote. The token is sent only to its own server, and a stalled transfer is aborted. */
  talk(url: string, args: readonly string[], circumstances: GitCircumstances = {}): Promise<Ran> {
    const seconds = String(Math.max(1, Math.round(30 * this.#host.pace)));
    const settings: readonly Setting[] = [
      // These keys are the most specific ones possible. After a redirect, git would send credentials to the new server.
      // Why: docs/decisions.md D5
      [`http.${url}.lowSpeedLimit`, '100'],
      [`http.${url}.lowSpeedTime`, seconds],
      [`http.${url}.followRedirects`, 'false'],
      ...this.#authorization(url),
      ...(circumstances.settings ?? []),
    ];
    return this.run(args, { ...circumstances, settings });
  }

  /** Whether there is a token for the server of an address. */
  takesToken(url: string): boolean {
    return this.#host.credentials.tokenFor(url) !== undefined;
  }

  /** Replaces the header that actions/checkout leaves behind: GitHub answers 400 to two of them. */
  #authorization(url: string): readonly Setting[] {
    const token = this.#host.credentials.tokenFor(url);
    if (token === undefined) return [];
    const basic = Buffer.from(`x-access-token:${token}`).toString('base64');
    const key = `http.${url}.extraheader`; // the most specific key possible; an empty value resets it
    return [
      [key, ''],
      [key, `AUTHORIZATION: basic ${basic}`],
      ['credential.helper', ''],
    ];
  }

  /** Adds settings to the environment, after existing ones. There, they are not visible in a list of processes. */
  #environment(settings: readonly Setting[]): Record<string, string> {
    const before = Number(this.#host.env['GIT_CONFIG_COUNT'] ?? 0);
    const pairs = settings.flatMap(([key, value], index) => [
      [`GIT_CONFIG_KEY_${before + index}`, key],
      [`GIT_CONFIG_VALUE_${before + index}`, value],
    ]);
    return { ...Object.fromEntries(pairs), GIT_CONFIG_COUNT: String(before + settings.length) };
  }
}

/** The fix if git failed because of the machine. */
export const runAgain = 'Fix what git reports, and run it again. What is already done is not repeated.';
