import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { GitProcesses } from '../git-process.ts';
import { type GitFaults, type GitServer, startGitServer } from '../git-server.ts';
import { contentsLevel, mayChangeWorkflows, type Token } from './access.ts';
import type { Answer } from './answer.ts';
import { timestamp } from './bare-repository.ts';
import { type ApiRequest, expired, type Served, served } from './dispatcher.ts';
import { type Exchange, type GitHubRequest, received, type Recorded, recordOf } from './exchange.ts';
import { type Fault, reset, send, type WireAnswer } from './faults.ts';
import { answerGraphql } from './graphql.ts';
import { followBranches } from './head-changes.ts';
import type { RepositoryRecord } from './ledger.ts';
import { RateLimits } from './rate-limit.ts';
import { emptyLedger, type Settings, type Site, World } from './world.ts';

export type { Exchange, Fault, GitHubRequest, RepositoryRecord, Settings, Token, WireAnswer };

/** Asked for every request before it is served; it may change the world first, and take its time. */
export type GitHubFaults = (request: GitHubRequest) => Fault | undefined | Promise<Fault | undefined>;

export type GitHubOptions = {
  /** The folder that holds `<owner>/<name>.git`. */
  readonly root: string;
  /** PATH by which git is found. */
  readonly searchPath: string;
  readonly tokens: readonly Token[];
  /** Patterns of tag names that nobody may create, move or delete. */
  readonly protectedTags?: readonly string[];
  /** Patterns of branch names that only pull requests may change. */
  readonly protectedBranches?: readonly string[];
  readonly settings?: Settings;
  readonly fault?: GitHubFaults;
  readonly gitFault?: GitFaults;
  /** Sees every exchange; what it throws is answered with 500, and thrown again when the server is disposed of. */
  readonly observe?: (exchange: Exchange) => void;
};

/**
 * Serves the bare repositories of a folder as GitHub does: its REST API and a part of GraphQL at `url`, git at `git.url`,
 * with the same tokens. Repositories exist by being there; what git does not know is kept in memory.
 */
export async function startGitHub(options: GitHubOptions): Promise<GitHub> {
  const http = createServer();
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`; // it listens on a port, not on a pipe
  const { root, tokens, searchPath, settings = {}, protectedBranches = [], protectedTags = [] } = options;
  const visits: { github?: GitHub } = {};
  const git = await startGitServer({
    root,
    searchPath,
    protectedBranches,
    protectedTags,
    ...(options.gitFault && { fault: options.gitFault }),
    tokens: tokens.filter(({ isExpired = false }) => !isExpired).map((token) => gitToken(token, settings)),
    prepare: async ({ updates }) => visits.github?.prepareGit(updates.length > 0),
  });
  const processes = new GitProcesses(searchPath);
  const site = {
    root,
    url,
    tokens,
    settings,
    protectedBranches,
    protectedTags,
    gitUrl: git.url,
    git: processes,
  };
  visits.github = new GitHub(http, { git, options, site: { ...site, startedAt: timestamp(new Date()) } });
  return visits.github;
}

type Parts = { readonly git: GitServer; readonly site: Site; readonly options: GitHubOptions };

export class GitHub implements AsyncDisposable {
  /** Base of the API, for GITHUB_API_URL. */
  readonly url: string;
  /** The git server, whose url stands for GITHUB_SERVER_URL. */
  readonly git: GitServer;
  readonly requests: readonly GitHubRequest[];
  /** May be replaced at any time. */
  fault: GitHubFaults | undefined;
  readonly #http: Server;
  readonly #site: Site;
  readonly #world: World;
  readonly #limits: RateLimits;
  readonly #observe: GitHubOptions['observe'];
  readonly #recorded: Recorded[] = [];
  readonly #failures: unknown[] = [];
  /** The world before the last write. */
  #before: World | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(http: Server, { git, site, options }: Parts) {
    this.url = site.url;
    this.git = git;
    this.requests = this.#recorded;
    this.fault = options.fault;
    this.#http = http;
    this.#site = site;
    this.#world = new World(site, emptyLedger());
    this.#limits = new RateLimits(site.settings.rateLimit);
    this.#observe = options.observe;
    http.on('request', (message, response) => {
      this.#serve(message, response).catch((error: unknown) => this.#failed(response, error));
    });
  }

  /** What is kept beside git about a repository: issues and pull requests by number, labels, dispatches … */
  repository(name: string): RepositoryRecord {
    const repository = this.#world.repository(name);
    if (repository === undefined) throw new Error(`There is no ${name} on this GitHub.`);
    return repository.record;
  }

  /** Names of the commits that GitHub signed. */
  get signed(): ReadonlySet<string> {
    return this.#world.ledger.signed;
  }

  /** Lets pull requests follow what was pushed so far, before git sees the repositories. */
  async prepareGit(isPush: boolean): Promise<void> {
    await this.#inTurn(async () => {
      await followBranches(this.#world);
      if (isPush) this.#before = await this.#world.copy();
    });
  }

  /** Ends every connection and every git that still runs. */
  async close(): Promise<void> {
    this.#http.close();
    this.#http.closeAllConnections();
    await Promise.all([this.git.close(), this.#site.git.end()]);
  }

  /** Closes, and throws what the observer threw, and what went wrong in here. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
    if (this.#failures.length > 0) throw new AggregateError(this.#failures, this.#failures.map(String).join('\n'));
  }

  async #serve(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = await received(message);
    const record = recordOf(request);
    this.#recorded.push(record);
    const fault = await this.fault?.(record);
    if (fault === 'hang') return;
    if (fault === 'reset-before') return reset(message);
    if (isInstead(fault)) {
      record.status = fault.status;
      return send(response, fault);
    }
    const answer = await this.#answer(request, record, fault);
    if (fault === 'reset-after') return reset(message);
    const sent = typeof fault === 'object' ? fault.after : answer;
    record.status = sent.status;
    await send(response, sent, fault);
  }

  async #answer(request: ApiRequest, record: GitHubRequest, fault: Fault | undefined): Promise<WireAnswer> {
    if (fault === 'expired-token') return onWire(expired());
    const { answer, route } = await this.#inTurn(() => this.#served(request, fault === 'stale'));
    const template = route?.path ?? record.template;
    const { status, headers = {}, body } = answer;
    this.#observe?.({ ...record, template, status, headers, answer: body });
    return onWire(answer);
  }

  async #served(request: ApiRequest, isStale: boolean): Promise<Served> {
    const { tokens } = this.#site;
    const isRead = request.method === 'GET';
    await followBranches(this.#world);
    if (!isRead) this.#before = await this.#world.copy();
    const world = isStale && isRead ? (this.#before ?? this.#world) : this.#world;
    const surroundings = { world, tokens, limits: this.#limits };
    const answer = request.path === '/graphql' ? answerGraphql : served;
    const outcome = await answer(request, surroundings);
    if (!isRead) await followBranches(this.#world);
    return outcome;
  }

  /** One request after the other: GitHub has transactions, and this has one world. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  #failed(response: ServerResponse, error: unknown): void {
    this.#failures.push(error);
    if (!response.headersSent) void send(response, onWire({ status: 500, body: { message: String(error) } }));
    else response.destroy();
  }
}

function onWire({ status, headers = {}, body }: Answer): WireAnswer {
  return { status, headers, ...(body !== undefined && { body: JSON.stringify(body) }) };
}

function isInstead(fault: Fault | undefined): fault is WireAnswer {
  return typeof fault === 'object' && 'status' in fault;
}

function gitToken(token: Token, { privateRepositories = [] }: Settings) {
  return {
    token: token.token,
    login: token.login,
    workflows: mayChangeWorkflows(token),
    isPersonal: token.kind === 'classic',
    contents: (name: string) => contentsLevel(token, { name, isPublic: !privateRepositories.includes(name) }),
  };
}
