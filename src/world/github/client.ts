import type { Endpoints } from '@octokit/types';
import { ReleaseError } from '../../domain/error.ts';
import { Moved } from '../change.ts';
import { apiUrl } from '../environment.ts';
import type { Host } from '../host.ts';
import type { FileBody } from '../http/file-body.ts';
import type { Http } from '../http/http.ts';
import { ownAddress } from './own-address.ts';
import { Pages } from './pages.ts';
import type { Page } from './pages.ts';
import { isForbidden, isUnanswered, refusal, wordsOf } from './refusal.ts';
import type { Failed } from './refusal.ts';
import type { Asking, Octokit, Pauses } from './octokit.ts';
import { isTaken } from './taken.ts';
import { ignored, list, maybe, Misfit, record, string } from '../shape.ts';
import type { Shape } from '../shape.ts';

type Route = keyof Endpoints;
type Parameters<R extends Route> = Endpoints[R]['parameters'];
type Answer<R extends Route> = Endpoints[R]['response']['data'];
type UploadedAsset = Answer<'POST {origin}/repos/{owner}/{repo}/releases/{release_id}/assets{?name,label}'>;
type Entry<R extends Route> = Answer<R> extends readonly (infer One)[] ? One : never;
/** A shape that every answer has which GitHub describes. What is not in its description cannot be demanded. */
type Describes<Described, T> = Shape<T> & ([Described] extends [T] ? unknown : never);
type Writing = {
  /** Whether it changes something that was seen, so that a 404 means that this was deleted. */
  readonly wasSeen?: boolean;
  /** Whether it follows uploads. They go without the pauses of writes, and so does it. */
  readonly endsUploads?: boolean;
  /** The keys of the Change, if it has made nothing yet: it has not, if GitHub says that another run was faster. */
  readonly keys?: readonly string[];
  /** What to say instead, with GitHub's words, if the token may not do it. */
  readonly forbidden?: (words: string) => Promise<Error>;
};
type Uploading = Pick<Writing, 'wasSeen'> & {
  /** Whether other files of the same Change have arrived already. */
  readonly hasProgressed: boolean;
  /** Called if it is unknown whether the file arrived. */
  readonly unconfirmed: () => void;
};
/** The answer to a request, of its shape. */
type Answered<T> = { readonly data: T; readonly headers: Readonly<Record<string, string | number | undefined>> };
const graphql = 'POST /graphql';
const longestPage = 32 * 1024 * 1024;
const graphqlError = record({ message: maybe(string), type: maybe(string) }); // what Octokit reads

/** What was asked for, or errors. Something else has not answered the question. */
const graphqlAnswer = <T>(shape: Shape<T>): Shape<{ readonly data?: T | null | undefined }> => {
  const either = record({ data: maybe(shape), errors: maybe(list(graphqlError)) });
  return (value, place) => {
    const { data, errors } = either(value, place) as { readonly data?: T | null; readonly errors?: readonly unknown[] };
    if (data || errors?.length) return { data, errors };
    throw new Misfit('it has neither data nor errors');
  };
};

const impossible: Shape<never> = () => {
  throw new Misfit('it succeeded, although it cannot succeed');
};

/** A request with its values, for messages: `GET /repos/org/project/releases`. */
const shown = (route: string, parameters: Readonly<Record<string, unknown>>): string =>
  route.replaceAll(/\{(\w+)\}/g, (place, name: string) => {
    const value = parameters[name];
    return typeof value === 'string' || typeof value === 'number' ? `${value}` : place;
  });

/** Requests to GitHub's API. A read is repeated until there is a definite answer, a write is not. */
export class Client {
  readonly #host: Host;
  readonly #http: Http;
  readonly #octokit: Promise<Octokit>;
  #octokitWithoutPauses?: Promise<Octokit>;
  constructor(host: Host, http: Http) {
    this.#host = host;
    this.#http = http;
    this.#octokit = this.#make({ hasPauses: true }); // loads it: who creates a client is about to use it
  }

  /** Whether there is no token for GitHub. */
  get isAnonymous(): boolean {
    return this.#token === undefined;
  }

  get #token(): string | undefined {
    return this.#host.credentials.tokenFor(apiUrl(this.#host.env));
  }

  /** Undefined if there is no such thing, or if the token may not see it. GitHub's answer is the same. */
  async look<R extends Route, T>(
    route: R,
    parameters: Parameters<R>,
    shape: Describes<Answer<R>, T>,
  ): Promise<T | undefined> {
    return this.#asked(shown(route, parameters), () => this.#request(route, parameters, { shape }));
  }

  /** The pages of a list, each when it is asked for. There are none if there is no such list. */
  async *pages<R extends Route, T>(
    route: R,
    parameters: Parameters<R>,
    entry: Describes<Entry<R>, T>,
  ): AsyncGenerator<readonly T[], undefined> {
    const octokit = await this.#octokit;
    const request = { shape: list(entry), longest: longestPage } satisfies Asking;
    const question = shown(route, parameters);
    const pages = new Pages<T>(question, { fix: this.#whoAnswers });
    const ask = (address: string, query: object): Promise<Page<T> | undefined> =>
      this.#asked(question, () => octokit.request(address, { ...query, request }));
    let page = await ask(route, { per_page: 100, ...parameters });
    while (page !== undefined) {
      const next = pages.add(page);
      yield page.data;
      if (next === undefined) return undefined;
      page = found(await ask(`GET ${this.ownAddress(next, 'the next page')}`, {}), question);
    }
    return undefined;
  }

  /** A list with all of its pages, or until the first page with an entry beyond what is wanted. */
  async list<R extends Route, T>(
    route: R,
    parameters: Parameters<R>,
    entry: Describes<Entry<R>, T>,
    isBeyond: (entry: T) => boolean = () => false,
  ): Promise<readonly T[] | undefined> {
    let all: T[] | undefined;
    for await (const page of this.pages<R, T>(route, parameters, entry)) {
      all = [...(all ?? []), ...page];
      if (page.some(isBeyond)) break;
    }
    return all;
  }

  /** An address that GitHub has named. Refuses one to which a token must not be sent. */
  ownAddress(address: string, what: string): string {
    return ownAddress(address, what, this.#host.env);
  }

  /** Asks by GraphQL, for what REST does not tell. */
  async query<T>(query: string, shape: Shape<T>): Promise<T | undefined> {
    if (this.isAnonymous) throw noTokenToAsk();
    const asking = { shape: graphqlAnswer(shape), onlyAsks: true };
    const answer = await this.#asked(graphql, () => this.#request(graphql, { ...this.#graphqlBase, query }, asking));
    return answer?.data ?? undefined;
  }

  /** The same with the scopes of the token, which GitHub tells of classic tokens only. */
  async lookWithScopes<R extends Route, T>(
    route: R,
    parameters: Parameters<R>,
    shape: Describes<Answer<R>, T>,
  ): Promise<{ readonly found: T; readonly scopes: readonly string[] | undefined } | undefined> {
    const ask = () => this.#answer(route, parameters, { shape });
    const { data, headers } = (await this.#asked(shown(route, parameters), ask)) ?? {};
    if (data === undefined) return undefined;
    const scopes = headers?.['x-oauth-scopes'];
    return { found: data, scopes: scopes === undefined ? undefined : String(scopes).split(/[, ]+/).filter(Boolean) };
  }

  /** Changes something by GraphQL, once. Gives what GitHub objects to; nothing if it was done. */
  async mutate(mutation: string, variables: object): Promise<readonly string[]> {
    if (this.isAnonymous) throw noToken();
    const shape = record({ errors: maybe(list(graphqlError)) });
    try {
      const { errors } = await this.#request(graphql, { ...this.#graphqlBase, query: mutation, variables }, { shape });
      return (errors ?? []).map(({ message }) => message ?? '');
    } catch (error) {
      const failed = this.#failed(error);
      if (isUnanswered(failed)) throw new Moved(movedMessage(graphql, failed), { cause: error });
      throw refusal(failed, graphql, this.#host);
    }
  }

  /** A POST that changes nothing, so that it is repeated like a read. */
  async ask<R extends Route, T>(route: R, parameters: Parameters<R>, shape: Describes<Answer<R>, T>): Promise<T> {
    const question = shown(route, parameters);
    const ask = () => this.#request(route, parameters, { shape, onlyAsks: true });
    return found(await this.#asked(question, ask), question);
  }

  /** Writes once. Throws `Moved` if it is unknown whether that succeeded, or if something else was faster. */
  async write<R extends Route, T>(
    route: R,
    parameters: Parameters<R>,
    shape: Describes<Answer<R>, T>,
    writing: Writing = {},
  ): Promise<T> {
    if (this.isAnonymous) throw noToken();
    try {
      const octokit = writing.endsUploads === true ? this.#openWithoutPauses() : this.#octokit;
      return await this.#request(route, parameters, { shape }, octokit);
    } catch (error) {
      const failed = this.#failed(error);
      const unmade = isUnanswered(failed) ? [] : (writing.keys ?? []);
      const request = shown(route, parameters);
      if (isMoved(failed, writing)) throw new Moved(movedMessage(request, failed), { cause: error, unmade });
      if (writing.forbidden !== undefined && isForbidden(failed)) throw await writing.forbidden(wordsOf(failed));
      throw refusal(failed, request, this.#host);
    }
  }

  /** Sends a file. Without an answer it is unknown whether it arrived. */
  async upload<T>(
    url: string,
    { file, shape }: { readonly file: FileBody; readonly shape: Describes<UploadedAsset, T> },
    { hasProgressed, unconfirmed, ...writing }: Uploading,
  ): Promise<T> {
    const headers = { 'content-type': 'application/octet-stream' };
    try {
      const asking = { shape, size: file.size };
      return await this.#request(`POST ${url}`, { data: file, headers }, asking, this.#openWithoutPauses());
    } catch (error) {
      const failed = this.#failed(error);
      if (isUnanswered(failed)) unconfirmed();
      if (isMoved(failed, writing)) throw new Moved(movedMessage('an upload', failed), { cause: error, hasProgressed });
      throw refusal(failed, `POST ${new URL(url).pathname}`, this.#host);
    }
  }

  /** The bytes of a file, piece by piece. GitHub redirects to the server that stores it, which gets no token. */
  async download(address: string, size: number): Promise<AsyncIterable<Uint8Array>> {
    const url = this.ownAddress(address, 'a file');
    const headers = { accept: 'application/octet-stream' };
    const asking = { shape: ignored, size, isDownload: true, redirect: 'follow' } as const;
    const ask = () => this.#request(`GET ${url}`, { headers }, asking, this.#openWithoutPauses());
    const body = await this.#asked(`GET ${url}`, ask);
    if (body !== undefined) return body as AsyncIterable<Uint8Array>; // as it comes from world/http
    throw new ReleaseError(`${url} does not exist any more.`, { fix: 'Run it again.' });
  }

  /** Makes a request that cannot succeed, to see whether GitHub refuses the token or only the request. */
  async probe<R extends Route>(route: R, parameters: Parameters<R>): Promise<ReleaseError | undefined> {
    if (this.isAnonymous) return noToken();
    try {
      await this.#request(route, parameters, { shape: impossible, onlyAsks: true });
    } catch (error) {
      return this.#objection(error, shown(route, parameters));
    }
    return undefined;
  }

  /** The same with a request that may succeed, because it changes nothing. So it needs no pause, which writes do. */
  async objection<R extends Route>(route: R, parameters: Parameters<R>): Promise<ReleaseError | undefined> {
    try {
      await this.#request(route, parameters, { shape: ignored, onlyAsks: true }, this.#openWithoutPauses());
      return undefined;
    } catch (error) {
      return this.#objection(error, shown(route, parameters));
    }
  }

  #objection(error: unknown, request: string): ReleaseError | undefined {
    const failed = this.#failed(error);
    if (failed.status === 422) return undefined;
    if (failed.status === 403 || failed.status === 404) return refusal(failed, request, this.#host);
    throw this.#unanswered(failed, request);
  }

  async #request<T>(
    route: string,
    parameters: object,
    asking: Asking & { readonly shape: Shape<T> },
    octokit = this.#octokit,
  ): Promise<T> {
    return (await this.#answer(route, parameters, asking, octokit)).data;
  }

  /** Octokit's own types want one name of a route, and not the type of some. */
  async #answer<T>(
    route: string,
    parameters: object,
    asking: Asking & { readonly shape: Shape<T> },
    octokit = this.#octokit,
  ): Promise<Answered<T>> {
    return (await octokit).request(route, { ...parameters, request: { ...asking } });
  }

  /** GHES has it beside REST. */
  get #graphqlBase(): { readonly baseUrl: string } {
    return { baseUrl: apiUrl(this.#host.env).replace(/\/api\/v3$/, '/api') };
  }

  async #asked<T>(route: string, ask: () => Promise<T>): Promise<T | undefined> {
    try {
      return await ask();
    } catch (error) {
      const failed = this.#failed(error);
      if (failed.status === 404) return undefined;
      throw this.#unanswered(failed, route);
    }
  }

  #unanswered(failed: Failed, route: string): ReleaseError {
    if (!isUnanswered(failed)) return refusal(failed, route, this.#host);
    if (failed.cause instanceof Misfit)
      return new ReleaseError(
        `GitHub answered something else than ${route} asks for: ${failed.message} (tried several times)`,
        { fix: this.#whoAnswers },
      );
    return new ReleaseError(`GitHub did not answer ${route}: ${failed.message} (tried several times)`, {
      fix: 'Run it again when GitHub answers again. What is already done is not repeated.',
      cause: failed,
    });
  }

  get #whoAnswers(): string {
    return `Find out what answers at ${apiUrl(this.#host.env)}, and run it again. What is already done is not repeated.`;
  }

  /** An error of GitHub or of the network. Anything else is a bug, or the end of the run. */
  #failed(error: unknown): Failed {
    this.#host.signal.throwIfAborted();
    if (error instanceof Error && 'status' in error && typeof error.status === 'number') return error as Failed;
    throw error;
  }

  #openWithoutPauses(): Promise<Octokit> {
    return (this.#octokitWithoutPauses ??= this.#make({ hasPauses: false }));
  }

  async #make(pauses: Pauses): Promise<Octokit> {
    const [{ openOctokit }] = await Promise.all([import('./octokit.ts'), this.#http.load()]);
    return openOctokit(pauses, this.#host, this.#http);
  }
}

const isMoved = (failed: Failed, { wasSeen = false }: Writing): boolean =>
  isUnanswered(failed) || isTaken(failed) || (wasSeen && failed.status === 404);

function found<T>(answer: T | undefined, route: string): T {
  if (answer !== undefined) return answer;
  throw new ReleaseError(`GitHub finds nothing for ${route}, or the token may not see it.`, {
    fix: 'Check the names, and the permissions of the token.',
  });
}

const movedMessage = (what: string, failed: Failed): string =>
  isUnanswered(failed)
    ? `GitHub did not confirm ${what}: ${failed.message}`
    : `something else was faster than ${what}: ${failed.message}`;

const passToken = 'Pass one as the input token, or in the environment variable GITHUB_TOKEN.';

const noToken = () => new ReleaseError('Writing to GitHub needs a token.', { fix: passToken });

/** https://docs.github.com/en/graphql/guides/forming-calls-with-graphql#authenticating-with-graphql */
const noTokenToAsk = () => new ReleaseError('GitHub answers this question only with a token.', { fix: passToken });
