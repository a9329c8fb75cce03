import { ReleaseError } from '../../domain/error.ts';
import type { Host } from '../host.ts';
import type { Circumstances, Ran, Tools } from '../tools.ts';
import { lastWords } from './refusal.ts';

type Setting = readonly [key: string, value: string];
type GitCircumstances = Omit<Circumstances, 'env'> & {
  readonly env?: Readonly<Record<string, string>>;
  readonly settings?: readonly Setting[];
};

// Why: docs/decisions.md D4
/** The git program, with nothing of the user's setup that could surprise: no hooks, no prompts, no translations. */
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
      // A checkout may belong to another user of the runner. On a laptop, git is right to be careful.
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

  /** What git prints; where it fails, that is an error of this program or of the checkout. */
  async read(args: readonly string[], circumstances: GitCircumstances = {}): Promise<string> {
    const { code, stdout, stderr } = await this.run(args, circumstances);
    if (code === 0) return stdout.trimEnd();
    if (stderr.includes('not a git repository')) {
      throw new ReleaseError(`${this.#host.workspace} is not a git checkout.`, {
        fix: 'Put actions/checkout before this step, or run the command inside the repository.',
      });
    }
    throw new ReleaseError(`git ${args[0]} failed: ${lastWords(stderr)}`, {
      fix: runAgain,
      cause: new Error(`git ${args.join(' ')}\n${stderr.trimEnd()}`),
    });
  }

  /** Runs git against a remote, with the token where it belongs to that server, and with patience that ends. */
  talk(url: string, args: readonly string[], circumstances: GitCircumstances = {}): Promise<Ran> {
    const seconds = String(Math.max(1, Math.round(30 * this.#host.pace)));
    const settings: readonly Setting[] = [
      // The most specific keys there can be. Behind a redirect, git would send credentials to wherever it leads.
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

  /** Checkout leaves its own header behind, for the server: with two of them GitHub answers 400. */
  #authorization(url: string): readonly Setting[] {
    const token = this.#host.credentials.tokenFor(url);
    if (token === undefined) return [];
    const basic = Buffer.from(`x-access-token:${token}`).toString('base64');
    const key = `http.${url}.extraheader`; // the most specific one there can be; an empty value resets
    return [
      [key, ''],
      [key, `AUTHORIZATION: basic ${basic}`],
      ['credential.helper', ''],
    ];
  }

  /** Settings in the environment, behind those that are there: nothing shows in a list of processes. */
  #environment(settings: readonly Setting[]): Record<string, string> {
    const before = Number(this.#host.env['GIT_CONFIG_COUNT'] ?? 0);
    const pairs = settings.flatMap(([key, value], index) => [
      [`GIT_CONFIG_KEY_${before + index}`, key],
      [`GIT_CONFIG_VALUE_${before + index}`, value],
    ]);
    return { ...Object.fromEntries(pairs), GIT_CONFIG_COUNT: String(before + settings.length) };
  }
}

/** What helps where git failed for a reason of the machine's. */
export const runAgain = 'See to what git says about this machine, and run it again: what is done is left alone.';
