import type { Endpoints } from '@octokit/types';
import { ReleaseError } from '../../domain/error.ts';
import { Moved } from '../change.ts';
import { apiUrl } from '../environment.ts';
import type { Host } from '../host.ts';
import type { FileBody } from '../http/file-body.ts';
import type { Http } from '../http/http.ts';
import { isUnanswered, refusal } from './refusal.ts';
import type { Failed } from './refusal.ts';
import type { Octokit } from './octokit.ts';
import { isTaken } from './taken.ts';

type Route = keyof Endpoints;
type Parameters<R extends Route> = Endpoints[R]['parameters'];
type Answer<R extends Route> = Endpoints[R]['response']['data'];
type UploadedAsset =
  Endpoints['POST {origin}/repos/{owner}/{repo}/releases/{release_id}/assets{?name,label}']['response']['data'];
type Writing = {
  /** Whether it writes to something that was seen, so that a 404 means that this is gone. */
  readonly wasSeen?: boolean;
  /** Whether it ends a series of uploads: they go without the pauses of writes, and so does it. */
  readonly endsUploads?: boolean;
};
type Uploading = Pick<Writing, 'wasSeen'> & {
  /** Whether others of the same Change arrived already. */
  readonly hasProgressed: boolean;
  /** Called where nobody knows what became of it. */
  readonly unconfirmed: () => void;
};
type Listed<R extends Route> = Answer<R> extends readonly (infer Item)[] ? Item : never;

/** Conversations with GitHub's API: a look is repeated while nothing definite was said, a write is not. */
export class Client {
  readonly #host: Host;
  readonly #http: Http;
  #octokit?: Promise<Octokit>;
  #uploads?: Promise<Octokit>;
  constructor(host: Host, http: Http) {
    this.#host = host;
    this.#http = http;
  }

  /** Whether there is no token for GitHub. */
  get isAnonymous(): boolean {
    return this.#token === undefined;
  }

  get #token(): string | undefined {
    return this.#host.credentials.tokenFor(apiUrl(this.#host.env));
  }

  /** Undefined where there is no such thing, or the token may not see it, which GitHub does not tell apart. */
  async look<R extends Route>(route: R, parameters: Parameters<R>): Promise<Answer<R> | undefined> {
    return this.#asked(route, () => this.#request<Answer<R>>(route, parameters));
  }

  /** A list with all of its pages, or with those up to the first on which nothing more is wanted. */
  async list<R extends Route>(
    route: R,
    parameters: Parameters<R>,
    isBeyond: (item: Listed<R>) => boolean = () => false,
  ): Promise<readonly Listed<R>[] | undefined> {
    const octokit = await this.#open();
    const all = { method: 'GET', url: route.slice('GET '.length), per_page: 100, ...parameters } as const;
    const take = ({ data }: { data: Listed<R>[] }, done: () => void) => {
      if (data.some(isBeyond)) done();
      return data;
    };
    return this.#asked(route, () => octokit.paginate(all, take));
  }

  /** Asks by GraphQL, for what REST does not tell. */
  async query<Data>(query: string): Promise<Data | undefined> {
    const place = { baseUrl: apiUrl(this.#host.env).replace(/\/api\/v3$/, '/api') }; // GHES has it beside REST
    const answer = await this.#asked('POST /graphql', () =>
      this.#request<{ data: Data | undefined }>('POST /graphql', { ...place, query, request: onlyAsks }),
    );
    return answer?.data;
  }

  /** A POST that only asks, so that it is repeated as a look is. */
  async ask<R extends Route>(route: R, parameters: Parameters<R>): Promise<Answer<R>> {
    const answer = await this.#asked(route, () =>
      this.#request<Answer<R>>(route, { ...parameters, request: onlyAsks }),
    );
    if (answer !== undefined) return answer;
    throw new ReleaseError(`GitHub finds nothing for ${route}, or this token may not see it.`, {
      fix: 'Check the names, and what the token may see and do.',
    });
  }

  /** A write. Throws `Moved` where nobody knows what became of it, and where something else was faster. */
  async write<R extends Route>(route: R, parameters: Parameters<R>, writing: Writing = {}): Promise<Answer<R>> {
    if (this.isAnonymous) throw noToken();
    try {
      const octokit = writing.endsUploads === true ? this.#openUploads() : this.#open();
      return await this.#request<Answer<R>>(route, parameters, octokit);
    } catch (error) {
      const failed = this.#failed(error);
      if (isMoved(failed, writing))
        throw new Moved(`GitHub did not confirm ${route}: ${failed.message}`, { cause: error });
      throw refusal(failed, route, this.#host);
    }
  }

  /** Sends a file. Without an answer nobody knows whether it arrived. */
  async upload(
    url: string,
    file: FileBody,
    { hasProgressed, unconfirmed, ...writing }: Uploading,
  ): Promise<UploadedAsset> {
    const octokit = await this.#openUploads();
    const headers = { 'content-type': 'application/octet-stream' };
    const request = { size: file.size };
    try {
      const { data: made }: { data: UploadedAsset } = await octokit.request(`POST ${url}`, {
        data: file,
        headers,
        request,
      });
      return made;
    } catch (error) {
      const failed = this.#failed(error);
      if (isUnanswered(failed)) unconfirmed();
      if (isMoved(failed, writing))
        throw new Moved(`an upload was not confirmed: ${failed.message}`, { cause: error, hasProgressed });
      throw refusal(failed, 'POST /repos/{owner}/{repo}/releases/{release_id}/assets', this.#host);
    }
  }

  /** The bytes behind an address of the API, piece by piece. */
  async download(url: string, size: number): Promise<AsyncIterable<Uint8Array>> {
    const octokit = await this.#openUploads();
    const request = { parseSuccessResponseBody: false, size };
    const headers = { accept: 'application/octet-stream' };
    const body = await this.#asked(
      `GET ${url}`,
      async () => (await octokit.request(`GET ${url}`, { headers, request })).data,
    );
    if (body !== undefined) return body as AsyncIterable<Uint8Array>;
    throw new ReleaseError(`${url} is not there any more.`, { fix: 'Run it again.' });
  }

  /** Tries a request that cannot succeed, to see whether GitHub objects to who makes it before it objects to what. */
  async probe<R extends Route>(route: R, parameters: Parameters<R>): Promise<ReleaseError | undefined> {
    if (this.isAnonymous) return noToken();
    try {
      await this.#request(route, { ...parameters, request: onlyAsks });
      throw new Error(`${route} went well, though it should not have.`);
    } catch (error) {
      return this.#objection(error, route);
    }
  }

  /** The same with a request that changes nothing, whether it succeeds or not, and so needs none of the pauses of writes. */
  async objection<R extends Route>(route: R, parameters: Parameters<R>): Promise<ReleaseError | undefined> {
    const octokit = await this.#openUploads();
    try {
      await octokit.request(route as string, { ...parameters, request: onlyAsks });
      return undefined;
    } catch (error) {
      return this.#objection(error, route);
    }
  }

  #objection(error: unknown, route: string): ReleaseError | undefined {
    const failed = this.#failed(error);
    if (failed.status === 422) return undefined;
    if (failed.status === 403 || failed.status === 404) return refusal(failed, route, this.#host);
    throw this.#unanswered(failed, route);
  }

  /** Octokit's own types want one name of a route, and not the type of some. */
  async #request<Data>(route: string, parameters: object, octokit = this.#open()): Promise<Data> {
    const { data }: { data: Data } = await (await octokit).request(route, { ...parameters });
    return data;
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
    return new ReleaseError(`GitHub did not answer ${route}: ${failed.message} (asked several times)`, {
      fix: 'Run it again when GitHub is back: what is done is left alone.',
      cause: failed,
    });
  }

  /** What GitHub, or the way to it, says; anything else is a bug, or the end of the run. */
  #failed(error: unknown): Failed {
    this.#host.signal.throwIfAborted();
    if (error instanceof Error && 'status' in error && typeof error.status === 'number') return error as Failed;
    throw error;
  }

  #open(): Promise<Octokit> {
    return (this.#octokit ??= this.#make('writes'));
  }

  #openUploads(): Promise<Octokit> {
    return (this.#uploads ??= this.#make('uploads'));
  }

  async #make(what: 'writes' | 'uploads'): Promise<Octokit> {
    const { openOctokit } = await import('./octokit.ts');
    return openOctokit(what, this.#host, this.#http);
  }
}

const isMoved = (failed: Failed, { wasSeen = false }: Writing): boolean =>
  isUnanswered(failed) || isTaken(failed) || (wasSeen && failed.status === 404);

/** A POST is not repeated, unless it changes nothing. */
const onlyAsks = { onlyAsks: true };

const noToken = () =>
  new ReleaseError('GitHub lets nobody write without a token.', {
    fix: 'Pass one as the input token, or in the environment as GITHUB_TOKEN.',
  });
