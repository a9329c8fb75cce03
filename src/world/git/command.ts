import { dirname } from 'node:path';
import { ReleaseError } from '../../domain/error.ts';
import type { GivenSetting } from '../../domain/repositories/git-settings.ts';
import type { Host } from '../host.ts';
import { together } from '../parallel.ts';
import type { Circumstances, Ran, Tools } from '../tools.ts';
import type { CheckoutSettings } from './checkout-settings.ts';
import { refuseForeign, trustedFolders } from './place.ts';
import { gitErrorLine, localRefusal } from './refusal.ts';

type GitCircumstances = Omit<Circumstances, 'env'> & {
  readonly env?: Readonly<Record<string, string>>;
  readonly settings?: readonly GivenSetting[];
};

// Why: docs/decisions.md D4
/**
 * The git program without the parts of the setup that change what it does: no hooks, prompts or translations, and no
 * programs and connections that only the checkout names.
 */
export class GitCommand {
  readonly #host: Host;
  readonly #tools: Tools;
  #checkout?: Promise<CheckoutSettings>;
  constructor(host: Host, tools: Tools) {
    this.#host = host;
    this.#tools = tools;
  }

  /** Runs git, whatever its exit code. */
  async run(args: readonly string[], { settings = [], env, ...rest }: GitCircumstances = {}): Promise<Ran> {
    const { instead, variables } = await (this.#checkout ??= this.#look());
    return this.#start(args, { ...rest, env: { ...variables, ...env }, settings: [...instead, ...settings] });
  }

  /** Returns what git prints. Throws if git fails: then something is wrong with the checkout or with this program. */
  async read(args: readonly string[], circumstances: GitCircumstances = {}): Promise<string> {
    const ran = await this.run(args, circumstances);
    const refused = ran.code === 0 ? undefined : (await this.#checkout)?.refusedFilter(ran.stderr);
    if (refused !== undefined) throw refused;
    return this.#printed(args, ran).trimEnd();
  }

  /** Returns every byte that git prints. Throws if git fails. */
  async bytes(args: readonly string[]): Promise<Buffer> {
    return Buffer.from(this.#printed(args, await this.run(args, { encoding: 'latin1' })), 'latin1');
  }

  /** Returns what git prints in an empty folder, where no repository has a say. */
  async readOutside(folder: string, args: readonly string[], circumstances: GitCircumstances = {}): Promise<string> {
    const env = { ...circumstances.env, GIT_CEILING_DIRECTORIES: dirname(folder) };
    return this.#printed(args, await this.#start(args, { ...circumstances, cwd: folder, env })).trimEnd();
  }

  /** Runs git against a remote. The token is sent only to its own server, and a stalled transfer is aborted. */
  async talk(url: string, args: readonly string[], circumstances: GitCircumstances = {}): Promise<Ran> {
    const seconds = String(Math.max(1, Math.round(30 * this.#host.pace)));
    const checkout = await (this.#checkout ??= this.#look());
    const settings: readonly GivenSetting[] = [
      ...checkout.connection(url, this.#host.env),
      // These keys are the most specific ones possible. After a redirect, git would send credentials to the new server.
      // Why: docs/decisions.md D5
      [`http.${url}.lowSpeedLimit`, '100'],
      [`http.${url}.lowSpeedTime`, seconds],
      [`http.${url}.followRedirects`, 'false'],
      ...this.#authorization(url),
      ...(circumstances.settings ?? []),
    ];
    return this.run(args, { megabytes: 2048, ...circumstances, settings });
  }

  /** The filters that only the checkout sets, so that no file goes through them. */
  async refusedFilters(): Promise<ReadonlySet<string>> {
    return (await (this.#checkout ??= this.#look())).refusedFilters;
  }

  /** The address that the user and the system want instead of one of an input. */
  async addressOf(address: string, direction: 'fetch' | 'push'): Promise<string> {
    return (await (this.#checkout ??= this.#look())).addressOf(address, direction);
  }

  /** The address that git says it would connect to. */
  async connectsTo(url: string): Promise<string> {
    const checkout = await (this.#checkout ??= this.#look());
    return this.read(['ls-remote', '--get-url', '--', url], { settings: checkout.connection(url, this.#host.env) });
  }

  /** Whether there is a token for the server of an address. */
  takesToken(url: string): boolean {
    return this.#host.credentials.tokenFor(url) !== undefined;
  }

  /** Replaces the header that actions/checkout leaves behind: GitHub answers 400 to two of them. */
  #authorization(url: string): readonly GivenSetting[] {
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

  /** Reads what the checkout says, before git obeys any of it: none of these commands starts another program. */
  async #look(): Promise<CheckoutSettings> {
    const list = ['config', '--list', '--show-scope', '--show-origin', '--null'];
    const folders = ['rev-parse', '--path-format=absolute', '--show-toplevel', '--git-dir', '--git-common-dir'];
    const [listed, found, { CheckoutSettings }] = await together([
      this.#start(list),
      this.#start(folders),
      import('./checkout-settings.ts'), // while git runs
    ]);
    const said = localRefusal(found.stderr, this.#host.workspace) ?? localRefusal(listed.stderr, this.#host.workspace);
    if (said !== undefined) throw said;
    if (listed.code !== 0) this.#printed(list, listed);
    if (found.code === 0 && this.#host.trustsWorkspace) await refuseForeign(this.#host, found.stdout);
    const settings = new CheckoutSettings(listed.stdout);
    if (settings.note !== undefined) this.#host.progress(settings.note);
    return settings;
  }

  #printed(args: readonly string[], { code, stdout, stderr }: Ran): string {
    if (code === 0) return stdout;
    if (stderr.includes('not a git repository')) {
      throw new ReleaseError(`${this.#host.workspace} is not a git checkout.`, {
        fix: 'Put actions/checkout before this step, or run the command in a folder of the repository.',
      });
    }
    const cause = new Error(`git ${args.join(' ')}\n${stderr.trimEnd()}`);
    throw (
      localRefusal(stderr, this.#host.workspace) ??
      new ReleaseError(`git ${args[0]} failed: ${gitErrorLine(stderr)}`, { fix: runAgain, cause })
    );
  }

  #start(args: readonly string[], { settings = [], env, ...rest }: GitCircumstances = {}): Promise<Ran> {
    const folders = trustedFolders(this.#host);
    const all: readonly GivenSetting[] = [
      // In a job, the checkout may belong to another user. On a laptop, git has to refuse such a checkout.
      ...folders.map((folder) => ['safe.directory', folder] as const),
      ['safe.bareRepository', 'explicit'],
      ['core.fsmonitor', 'false'],
      ['core.hooksPath', '/dev/null'],
      ['log.showSignature', 'false'],
      ['gc.auto', '0'],
      ['maintenance.auto', 'false'],
      ['push.pushOption', ''],
      ['submodule.recurse', 'false'],
      ...settings,
    ];
    const top = folders.at(-1);
    const variables = {
      LC_ALL: 'C',
      GIT_TERMINAL_PROMPT: '0',
      GIT_OPTIONAL_LOCKS: '0',
      ...(top !== undefined && { GIT_CEILING_DIRECTORIES: dirname(top) }),
    };
    return this.#tools.run('git', args, { ...rest, env: { ...variables, ...env, ...this.#environment(all) } });
  }

  /** Adds settings to the environment, after existing ones. There, they are not visible in a list of processes. */
  #environment(settings: readonly GivenSetting[]): Record<string, string> {
    const before = Number(this.#host.env['GIT_CONFIG_COUNT'] ?? 0);
    const pairs = settings.flatMap(([key, value], index) => [
      [`GIT_CONFIG_KEY_${before + index}`, key],
      [`GIT_CONFIG_VALUE_${before + index}`, value],
    ]);
    return { ...Object.fromEntries(pairs), GIT_CONFIG_COUNT: String(before + settings.length) };
  }
}

/** The arguments that let git work in another repository than the checkout. */
export const repositoryAt = (folder: string | undefined): readonly string[] =>
  folder === undefined ? [] : [`--git-dir=${folder}`];

/** The fix if git failed because of the machine. */
export const runAgain = 'Fix what git reports, and run it again. What is already done is not repeated.';
