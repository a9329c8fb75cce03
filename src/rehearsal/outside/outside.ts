import type { IncomingMessage, ServerResponse } from 'node:http';
import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import type { GitHub } from '../../embedded/github/server.ts';
import type { Registry } from '../../embedded/registry/server.ts';
import type { NamedImage } from '../images/name.ts';
import { answerProgram, programsVariable } from '../programs/programs.ts';
import type { RegistryAccess } from '../servers/registry-access.ts';
import type { Authority } from './certificates.ts';
import { endToEnd, forward, isRead } from './forward.ts';
import { GitHubFront } from './github-front.ts';
import { isLoopback, isRegistry, kindOf } from './hosts.ts';
import { endpoint, type IdToken, IdTokens } from './id-tokens.ts';
import { Onward } from './onward.ts';
import { type Asked, Proxy } from './proxy.ts';
import { Reader } from './reader.ts';
import { isForRegistry, RegistryFront, registryOf } from './registry-front.ts';
import { type Trust, trustIn, trustVariables, writeTrust } from './trust.ts';
import type { Registries } from '../steps/found-action.ts';
import type { Visitor } from '../steps/room.ts';
import { type Destination, reportUnreached } from './visitor.ts';
import type { Environment } from '../../world/environment.ts';

export type OutsideOptions = {
  /** A folder for the certificates. */
  readonly folder: string;
  /** The environment of the person, with its proxies and certificates. */
  readonly env: Environment;
  readonly github: GitHub;
  readonly registry: Registry;
  readonly access: RegistryAccess;
  /** Whether a repository, `owner/name`, is embedded. */
  readonly has: (repository: string) => boolean;
  /** The number of a file of a release; without a tag, of the latest one. */
  readonly assetOf: (repository: string, tag: string | undefined, name: string) => number | undefined;
  /** What the programs that are stood in for need. */
  readonly world: () => Registries;
};

type Read = { readonly asked: Destination; readonly registry: string; readonly repository: string };

// Why: docs/decisions.md D86
/** What programs of a step reach instead of the internet. */
export class Outside implements AsyncDisposable {
  readonly #options: OutsideOptions;
  readonly #proxy: Proxy;
  readonly #trust: Trust;
  readonly #visitors = new Map<string, Visitor>();
  readonly #onward: Onward;
  readonly #reader: Reader;
  readonly #registry: RegistryFront;
  readonly #github: GitHubFront;
  readonly #idTokens = new IdTokens();
  /** What was looked for in registries and not found. */
  readonly #missed: Read[] = [];
  #allowed: readonly string[] = [];
  #authority: Promise<Authority> | undefined;

  static async open(options: OutsideOptions): Promise<Outside> {
    await mkdir(options.folder, { recursive: true });
    const opened: { outside?: Outside } = {};
    const outside = () => opened.outside as Outside; // the proxy answers nothing before it is returned
    const proxy = await Proxy.listen({
      isTunnelled: (destination) => outside().#isTunnelled(destination),
      connect: (destination) => outside().#onward.connect(destination),
      contextFor: async (host) => (await outside().#ready()).contextFor(host),
      answer: (message, response, asked) => outside().#answer(message, response, asked),
      unread: (destination) => reportUnreached(destination, `spoken to ${destination.host}`),
      visitor: (name) => outside().#visitor(name),
      own: (message, response) => outside().#answerStep(message, response),
    });
    return (opened.outside = new Outside(proxy, options));
  }

  private constructor(proxy: Proxy, options: OutsideOptions) {
    const { folder, env, github, registry, access, has, assetOf } = options;
    this.#proxy = proxy;
    this.#options = options;
    this.#trust = trustIn(folder);
    this.#onward = new Onward(env);
    this.#reader = new Reader(this.#onward);
    const { hostname, port } = new URL(registry.url);
    this.#registry = new RegistryFront({ host: hostname, port: Number(port) }, access);
    this.#github = new GitHubFront({ api: new URL(github.url), git: new URL(github.git.url), has, assetOf });
  }

  /** Begins to make what the first program needs: it takes as long as a few processes of git, which can run meanwhile. */
  prepare(): void {
    this.#ready().catch(() => undefined); // the first step that needs it is told
  }

  /** Lets programs reach these hosts. */
  allow(hosts: readonly string[]): void {
    this.#allowed = hosts;
  }

  #ready(): Promise<Authority> {
    return (this.#authority ??= authorityIn(this.#trust, this.#options.env));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#authority?.catch(() => undefined); // it may still write its files
    await this.#proxy[Symbol.asyncDispose]();
  }

  /** The variables that lead the programs of a step here. */
  async variablesFor(visitor: Visitor): Promise<Readonly<Record<string, string>>> {
    await this.#ready();
    const name = `step-${randomBytes(12).toString('hex')}`; // whoever knows it speaks for the step
    this.#visitors.set(name, visitor);
    const proxy = `http://${name}:rehearsal@127.0.0.1:${this.#proxy.port}`;
    const none = '127.0.0.1,localhost,.localhost,::1';
    const address = `http://127.0.0.1:${this.#proxy.port}/${name}`;
    return {
      ...this.#idTokens.variablesFor(visitor, address, name),
      ...trustVariables(this.#trust),
      [programsVariable]: address,
      http_proxy: proxy,
      https_proxy: proxy,
      no_proxy: none,
      HTTP_PROXY: proxy,
      HTTPS_PROXY: proxy,
      NO_PROXY: none,
      NODE_USE_ENV_PROXY: '1',
      GIT_HTTP_PROXY_AUTHMETHOD: 'basic', // otherwise git sends its first request without the name of the step
    };
  }

  /** What steps got as tokens of OpenID Connect. */
  get issued(): readonly IdToken[] {
    return this.#idTokens.issued;
  }

  /** Says of each step which images it looked for that no step has pushed. */
  reportMissed(): void {
    for (const { asked, registry, repository } of this.#missed)
      if (!this.#options.access.has({ registry, repository }, 'list'))
        reportUnreached(asked, `read ${registry}/${repository}`);
  }

  /** A program that does not say its name belongs to the step that began last. */
  #visitor(name: string | undefined): Visitor | undefined {
    return this.#visitors.get(name ?? '') ?? [...this.#visitors.values()].at(-1);
  }

  /** Answers a program of a step that is stood in for, or one that asks for a token. */
  async #answerStep(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, step = '', name = ''] = (message.url ?? '').split(/[/?]/);
    const visitor = this.#visitors.get(step);
    if (visitor === undefined) return void response.writeHead(404).end();
    if (name === endpoint) return this.#idTokens.answer(message, response, { ...visitor, token: step });
    const missed = ({ registry, repository }: NamedImage) =>
      void this.#missed.push({ asked: { visitor, host: registry, port: 443 }, registry, repository });
    return answerProgram(message, response, { name, visitor, missed, world: this.#options.world() });
  }

  #isAllowed(host: string): boolean {
    return isLoopback(host) || this.#allowed.includes(host);
  }

  #isTunnelled({ host, port }: Destination): boolean {
    const kind = kindOf(host);
    if (kind === 'source' && port === 443) return true;
    return kind !== 'github' && this.#isAllowed(host) && !isRegistry(host);
  }

  async #answer(message: IncomingMessage, response: ServerResponse, asked: Asked): Promise<void> {
    const { url, host, port } = asked;
    if (isForRegistry(url)) return this.#answerForRegistry(message, response, asked);
    const kind = kindOf(host);
    if (kind === 'github') return this.#answerForGitHub(message, response, asked);
    if (kind === 'shared source' && isRead(message)) return this.#reader.answer(message, response, url);
    if (url.protocol === 'http:' && (this.#isAllowed(host) || (kind === 'source' && isRead(message)))) {
      const { to, path, headers } = this.#onward.plain(url);
      return forward(message, response, { ...to, path, headers: { ...endToEnd(message.headers), ...headers } });
    }
    reportUnreached(asked, `sent ${message.method} ${url.origin}${url.pathname}`);
    response
      .writeHead(403, { 'content-type': 'text/plain' })
      .end(`A rehearsal does not speak to ${host}${port === 443 ? '' : `:${port}`}. Permit it with --allow ${host}.\n`);
  }

  #answerForRegistry(message: IncomingMessage, response: ServerResponse, asked: Asked): Promise<void> {
    const registry = registryOf(asked.host, asked.port);
    const missing = async (repository: string): Promise<boolean> => {
      if (this.#allowed.includes(asked.host)) {
        await this.#reader.answerFromRegistry(message, response, asked.url);
        return true;
      }
      this.#missed.push({ asked, registry, repository });
      return false;
    };
    return this.#registry.answer(message, response, { asked, missing });
  }

  async #answerForGitHub(message: IncomingMessage, response: ServerResponse, asked: Asked): Promise<void> {
    const { isEmbedded, isPublicRead } = this.#github.about(message, asked.url);
    if (!isEmbedded && isPublicRead) return this.#reader.answer(message, response, asked.url);
    if (!isEmbedded) reportUnreached(asked, `sent ${message.method} ${asked.url.origin}${asked.url.pathname}`);
    return this.#github.answer(message, response, asked);
  }
}

/** Certificates for every host, whose authority programs find in the files of `trust`. */
async function authorityIn(trust: Trust, env: Environment): Promise<Authority> {
  const certificates = await import('./certificates.ts');
  const authority = new certificates.Authority();
  await writeTrust(authority.pem, trust, env);
  return authority;
}
