import type { IncomingMessage, Server } from 'node:http';
import { join } from 'node:path';
import { GitProcesses } from '../git/processes.ts';
import type { RefUpdate } from '../git/push.ts';
import type { PushedRef } from '../git/receive.ts';
import type { WireAnswer } from '../wire/answer.ts';
import { breaksUpload } from '../wire/faults.ts';
import { openOrigin } from '../wire/origin.ts';
import { type Faults, type Received, Wire } from '../wire/wire.ts';
import { type GitFaults, type GitRequest, type GitServer, type GitToken, startGitServer } from '../git/server.ts';
import type { Answer } from './core/answer.ts';
import { timestamp } from './core/bare-repository.ts';
import { anonymous, gitTokens } from './core/git-tokens.ts';
import { RateLimits } from './core/rate-limits.ts';
import type { RepositoryRecord } from './core/records.ts';
import { RefReader } from './core/ref-reader.ts';
import { type JobSettings, type Settings, withRoles } from './core/settings.ts';
import type { Token } from './core/tokens.ts';
import { emptyRecords, type Instance, World } from './core/world.ts';
import { expired, type Served, served } from './dispatcher.ts';
import { answerGraphql } from './graphql/graphql.ts';
import { followBranches } from './pulls/follow-branches.ts';
import { AssetFiles } from './releases/asset-files.ts';
import { download } from './releases/downloads.ts';
import { isLocked } from './releases/immutable-releases.ts';
import { finishedUpload } from './releases/uploads.ts';
import { refChange } from './rules/ref-change.ts';
import { refViolations } from './rules/violations.ts';
import {
  type ApiRequest,
  type Exchange,
  type GitHubRequest,
  readRequest,
  type Recorded,
  recordOf,
} from './wire/exchange.ts';
import { compressed, type Fault } from './wire/faults.ts';

export type { Exchange, Fault, GitHubRequest, JobSettings, RepositoryRecord, Settings, Token, WireAnswer };

/** Chooses the fault of each request before it is served. It may wait, and may change repositories meanwhile. */
export type GitHubFaults = Faults<GitHubRequest, 'stale'>;

export type GitHubOptions = {
  /** The folder that holds `<owner>/<name>.git`. */
  readonly root: string;
  /** The PATH in which git is looked for. */
  readonly searchPath: string;
  readonly tokens: readonly Token[];
  /** Patterns of tag names that nobody may create, move or delete. */
  readonly protectedTags?: readonly string[];
  /** Patterns of branch names that only pull requests may change. */
  readonly protectedBranches?: readonly string[];
  readonly settings?: Settings;
  readonly fault?: GitHubFaults;
  readonly gitFault?: GitFaults;
  /** Called with every exchange. If it throws, the answer is a 500, and disposing of the server throws the same. */
  readonly observe?: (exchange: Exchange) => void | Promise<void>;
  /** Called with every request of git, before its answer is sent. */
  readonly observeGit?: (request: GitRequest) => Promise<void>;
};

/**
 * Serves the bare repositories of a folder as GitHub does: its REST API and a part of GraphQL at `url`, git at
 * `git.url`, with the same tokens. Every bare repository in the folder is served. Issues, releases and the like are
 * kept in memory.
 */
export async function startGitHub(options: GitHubOptions): Promise<GitHub> {
  const [api, downloads] = [await openOrigin('127.0.0.1'), await openOrigin('localhost')];
  const { root, searchPath, settings = {}, protectedBranches = [], protectedTags = [] } = options;
  const tokens = withRoles(options.tokens, settings);
  const tokensOfGit = [...anonymous(settings), ...gitTokens(tokens, settings)];
  const started: { github?: GitHub } = {};
  const git = await startGitServer({
    root,
    searchPath,
    protectedBranches,
    protectedTags,
    ...(options.gitFault && { fault: options.gitFault }),
    isLocked: (name, update) => started.github?.isLocked(name, update) ?? false,
    violations: async (pushed) => started.github?.violations(pushed) ?? [],
    tokens: tokensOfGit,
    ...(options.observeGit && { conclude: options.observeGit }),
    prepare: async ({ updates }) => started.github?.prepareGit(updates.length > 0),
  });
  const processes = new GitProcesses(searchPath);
  const instance = {
    root,
    url: api.url,
    downloadUrl: downloads.url,
    tokens,
    settings,
    protectedBranches,
    protectedTags,
    gitUrl: git.url,
    git: processes,
    refReader: new RefReader(),
    answers: { outcomes: new Map(), objects: new Map() },
  };
  const origins = { api: api.server, downloads: downloads.server };
  const known = { tokens, tokensOfGit };
  started.github = new GitHub({
    git,
    origins,
    options,
    known,
    instance: { ...instance, startedAt: timestamp(new Date()) },
  });
  return started.github;
}

type GitHubParts = {
  readonly git: GitServer;
  readonly origins: { readonly api: Server; readonly downloads: Server };
  readonly instance: Instance;
  readonly options: GitHubOptions;
  readonly known: Known;
};

/** The tokens that are valid now, for the API and for git. */
type Known = { readonly tokens: Token[]; readonly tokensOfGit: GitToken[] };

export class GitHub implements AsyncDisposable {
  /** Base of the API, for GITHUB_API_URL. */
  readonly url: string;
  /** The git server, whose url stands for GITHUB_SERVER_URL. */
  readonly git: GitServer;
  readonly requests: readonly GitHubRequest[];
  readonly #wire: Wire<Recorded, 'stale'>;
  readonly #files: AssetFiles;
  readonly #instance: Instance;
  readonly #world: World;
  readonly #limits: RateLimits;
  readonly #observe: GitHubOptions['observe'];
  readonly #known: Known;
  /** A copy of the world before the last write. */
  #before: World | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  constructor({ git, origins, instance, options, known }: GitHubParts) {
    this.url = instance.url;
    this.git = git;
    this.#wire = new Wire(options.fault);
    this.requests = this.#wire.recorded;
    this.#files = new AssetFiles(join(instance.root, '.assets'));
    this.#instance = instance;
    this.#world = new World(instance, emptyRecords());
    this.#limits = new RateLimits(instance.settings.rateLimit);
    this.#observe = options.observe;
    this.#known = known;
    this.#wire.serve(origins.api, (message) => this.#received(message));
    this.#wire.serve(origins.downloads, async (message) => {
      const request = await readRequest(message);
      return { record: recordOf(request), answer: () => download(request, this.#files) };
    });
  }

  /** Can be replaced at any time. */
  get fault(): GitHubFaults | undefined {
    return this.#wire.fault;
  }

  set fault(fault: GitHubFaults | undefined) {
    this.#wire.fault = fault;
  }

  /** Makes a token valid, such as that of a job that starts. */
  admit(token: Token): void {
    this.#known.tokens.push(...withRoles([token], this.#instance.settings));
    this.#known.tokensOfGit.push(...gitTokens([token], this.#instance.settings));
  }

  /** Makes a token invalid, such as that of a job that ended. */
  revoke(token: string): void {
    for (const tokens of [this.#known.tokens, this.#known.tokensOfGit]) {
      const at = tokens.findIndex((one) => one.token === token);
      if (at >= 0) tokens.splice(at, 1);
    }
  }

  /** What is known of a repository besides git: issues and pull requests by number, labels, releases … */
  repository(name: string): RepositoryRecord {
    const repository = this.#world.repository(name);
    if (repository === undefined) throw new Error(`The embedded GitHub has no repository ${name}.`);
    return repository.record;
  }

  /** The SHAs of the commits that GitHub signed. */
  get signed(): ReadonlySet<string> {
    return this.#world.records.signed;
  }

  /** Updates pull requests to what was pushed so far, before git serves the next request. */
  async prepareGit(isPush: boolean): Promise<void> {
    await this.#inTurn(async () => {
      await followBranches(this.#world);
      if (isPush) this.#before = await this.#world.copy();
    });
  }

  /** Whether an immutable release forbids an update of a tag. */
  isLocked(name: string, update: RefUpdate): boolean {
    return isLocked(this.repository(name), refChange(update));
  }

  /** The rules of rulesets that a push of a ref violates. */
  async violations({ repository: name, token, update, isForward }: PushedRef): Promise<string[]> {
    const repository = this.#world.repository(name);
    const access = this.#instance.tokens.find((known) => known.token === token);
    const change = { ...refChange(update), isForward };
    return repository === undefined ? [] : refViolations({ world: this.#world, access }, repository, change);
  }

  /** Closes every connection, and ends every git that still runs. */
  async close(): Promise<void> {
    this.#wire.close();
    await Promise.all([this.git.close(), this.#instance.git.end()]);
    await this.#files.remove();
  }

  /** Closes the server. Throws the errors of the observer, and errors of this server itself. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
    const { failures } = this.#wire;
    if (failures.length > 0) throw new AggregateError(failures, failures.map(String).join('\n'));
  }

  async #received(message: IncomingMessage): Promise<Received<Recorded, 'stale'>> {
    const request = await readRequest(message);
    const record = recordOf(request);
    const isCompressed = /\bgzip\b/.test(String(request.headers['accept-encoding']));
    const answer = async (fault: Fault | undefined) => {
      const given = await this.#answer(request, { record, fault });
      return isCompressed && given !== undefined ? compressed(given) : given;
    };
    return { record, answer };
  }

  /** `undefined` if the client is gone. */
  async #answer(request: ApiRequest, { record, fault }: RequestContext): Promise<WireAnswer | undefined> {
    if (fault === 'expired-token') return toWire(expired());
    if (request.upload === undefined && breaksUpload(fault)) return undefined;
    const { answer, route } = await this.#inTurn(() => this.#served(request, fault === 'stale'));
    const isBegun = request.upload !== undefined && answer.status === 201;
    const body = isBegun ? await this.#uploaded(request.upload, answer, { record, fault }) : answer.body;
    if (isBegun && body === undefined) return undefined;
    const { method, path: template } = route ?? { ...record, path: record.template };
    const { status, headers = {} } = answer;
    if (status >= 400) record.refusal = refusalIn(body);
    await this.#observe?.({ ...record, method, template, status, headers, answer: body });
    return toWire({ status, headers, ...(body !== undefined && { body }) });
  }

  /** Receives the bytes of an upload while other requests are served, and returns the asset. */
  async #uploaded(message: IncomingMessage, { body }: Answer, { record, fault }: RequestContext): Promise<unknown> {
    const { id } = body as { readonly id: number };
    const limit = breaksUpload(fault) ? Number(message.headers['content-length']) / 2 : Infinity;
    const { size, digest } = await this.#files.receive(message, id, limit);
    record.bytes = size;
    if (digest === undefined) return undefined;
    return this.#inTurn(async () => {
      this.#before = this.#world.copyOfRecords();
      return finishedUpload(this.#world, id, { size, digest });
    });
  }

  async #served(request: ApiRequest, isStale: boolean): Promise<Served> {
    const { tokens } = this.#instance;
    const [isRead, isUpload] = [['GET', 'HEAD'].includes(request.method), request.upload !== undefined];
    await followBranches(this.#world);
    if (!isRead) this.#before = isUpload ? this.#world.copyOfRecords() : await this.#world.copy();
    const world = isStale && isRead ? (this.#before ?? this.#world) : this.#world;
    const surroundings = { world, tokens, limits: this.#limits };
    const answer = request.path === '/graphql' ? answerGraphql : served;
    const outcome = await answer(request, surroundings);
    if (!isRead) await followBranches(this.#world);
    return outcome;
  }

  /** Runs one request after the other. GitHub has transactions instead. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }
}

/** What belongs to a request besides its own content. */
type RequestContext = { readonly record: Recorded; readonly fault: Fault | undefined };

/** GitHub's message, and what it says of each error. */
function refusalIn(body: unknown): string {
  const { message = '', errors = [] } = (body ?? {}) as { message?: string; errors?: readonly Refusal[] };
  const reasons = errors.flatMap((error) => (typeof error === 'string' ? error : (error.message ?? [])));
  return [message, ...reasons].join(': ');
}

type Refusal = string | { readonly message?: string };

function toWire({ status, headers = {}, body }: Answer): WireAnswer {
  return { status, headers, ...(body !== undefined && { body: JSON.stringify(body) }) };
}
