import type { Endpoints } from '@octokit/types';
import { ReleaseError } from '../../domain/error.ts';
import { Moved } from '../change.ts';
import { apiUrl } from '../environment.ts';
import type { Host } from '../host.ts';
import type { FileBody } from '../http/file-body.ts';
import type { Http } from '../http/http.ts';
import { ownAddress } from './own-address.ts';
import { isUnanswered, refusal } from './refusal.ts';
import type { Failed } from './refusal.ts';
import type { Octokit, Pauses } from './octokit.ts';
import { isTaken } from './taken.ts';

type Route = keyof Endpoints;
type Parameters<R extends Route> = Endpoints[R]['parameters'];
type Answer<R extends Route> = Endpoints[R]['response']['data'];
type UploadedAsset =
  Endpoints['POST {origin}/repos/{owner}/{repo}/releases/{release_id}/assets{?name,label}']['response']['data'];
type Writing = {
  /** Whether it changes something that was seen, so that a 404 means that this was deleted. */
  readonly wasSeen?: boolean;
  /** Whether it follows uploads. They go without the pauses of writes, and so does it. */
  readonly endsUploads?: boolean;
};
type Uploading = Pick<Writing, 'wasSeen'> & {
  /** Whether other files of the same Change have arrived already. */
  readonly hasProgressed: boolean;
  /** Called if it is unknown whether the file arrived. */
  readonly unconfirmed: () => void;
};
type Listed<R extends Route> = Answer<R> extends readonly (infer Item)[] ? Item : never;
type Page<R extends Route> = {
  readonly data: readonly Listed<R>[];
  readonly headers: { readonly link?: string | undefined };
};

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
  async look<R extends Route>(route: R, parameters: Parameters<R>): Promise<Answer<R> | undefined> {
    return this.#asked(route, () => this.#request<Answer<R>>(route, parameters));
  }

  /** A list with all of its pages, or until the first page with an item beyond what is wanted. */
  async list<R extends Route>(
    route: R,
    parameters: Parameters<R>,
    isBeyond: (item: Listed<R>) => boolean = () => false,
  ): Promise<readonly Listed<R>[] | undefined> {
    const octokit = await this.#octokit;
    const all: Listed<R>[] = [];
    let ask = (): Promise<Page<R>> => octokit.request(route as string, { per_page: 100, ...parameters });
    for (;;) {
      const page = await this.#asked(route, ask);
      if (page === undefined) return undefined;
      all.push(...page.data);
      const next = nextPage(page.headers.link);
      if (next === undefined || page.data.some(isBeyond)) return all;
      const url = this.ownAddress(next, 'the next page');
      ask = () => octokit.request(`GET ${url}`);
    }
  }

  /** An address that GitHub has named. Refuses one to which a token must not be sent. */
  ownAddress(address: string, what: string): string {
    return ownAddress(address, what, this.#host.env);
  }

  /** Asks by GraphQL, for what REST does not tell. */
  async query<Data>(query: string): Promise<Data | undefined> {
    const base = { baseUrl: apiUrl(this.#host.env).replace(/\/api\/v3$/, '/api') }; // GHES has it beside REST
    const answer = await this.#asked('POST /graphql', () =>
      this.#request<{ data: Data | undefined }>('POST /graphql', { ...base, query, request: onlyAsks }),
    );
    return answer?.data;
  }

  /** A POST that changes nothing, so that it is repeated like a read. */
  async ask<R extends Route>(route: R, parameters: Parameters<R>): Promise<Answer<R>> {
    const answer = await this.#asked(route, () =>
      this.#request<Answer<R>>(route, { ...parameters, request: onlyAsks }),
    );
    if (answer !== undefined) return answer;
    throw new ReleaseError(`GitHub finds nothing for ${route}, or the token may not see it.`, {
      fix: 'Check the names, and the permissions of the token.',
    });
  }

  /** Writes once. Throws `Moved` if it is unknown whether that succeeded, or if something else was faster. */
  async write<R extends Route>(route: R, parameters: Parameters<R>, writing: Writing = {}): Promise<Answer<R>> {
    if (this.isAnonymous) throw noToken();
    try {
      const octokit = writing.endsUploads === true ? this.#openWithoutPauses() : this.#octokit;
      return await this.#request<Answer<R>>(route, parameters, octokit);
    } catch (error) {
      const failed = this.#failed(error);
      if (isMoved(failed, writing)) throw new Moved(movedMessage(route, failed), { cause: error });
      throw refusal(failed, route, this.#host);
    }
  }

  /** Sends a file. Without an answer it is unknown whether it arrived. */
  async upload(
    url: string,
    file: FileBody,
    { hasProgressed, unconfirmed, ...writing }: Uploading,
  ): Promise<UploadedAsset> {
    const octokit = await this.#openWithoutPauses();
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
      if (isMoved(failed, writing)) throw new Moved(movedMessage('an upload', failed), { cause: error, hasProgressed });
      throw refusal(failed, 'POST /repos/{owner}/{repo}/releases/{release_id}/assets', this.#host);
    }
  }

  /** The bytes of a file, piece by piece. GitHub redirects to the server that stores it, which gets no token. */
  async download(address: string, size: number): Promise<AsyncIterable<Uint8Array>> {
    const octokit = await this.#openWithoutPauses();
    const url = this.ownAddress(address, 'a file');
    const request = { parseSuccessResponseBody: false, size, redirect: 'follow' } as const;
    const headers = { accept: 'application/octet-stream' };
    const body = await this.#asked(
      `GET ${url}`,
      async () => (await octokit.request(`GET ${url}`, { headers, request })).data,
    );
    if (body !== undefined) return body as AsyncIterable<Uint8Array>;
    throw new ReleaseError(`${url} does not exist any more.`, { fix: 'Run it again.' });
  }

  /** Makes a request that cannot succeed, to see whether GitHub refuses the token or only the request. */
  async probe<R extends Route>(route: R, parameters: Parameters<R>): Promise<ReleaseError | undefined> {
    if (this.isAnonymous) return noToken();
    try {
      await this.#request(route, { ...parameters, request: onlyAsks });
      throw new Error(`${route} succeeded, although it cannot succeed.`);
    } catch (error) {
      return this.#objection(error, route);
    }
  }

  /** The same with a request that may succeed, because it changes nothing. So it needs no pause, which writes do. */
  async objection<R extends Route>(route: R, parameters: Parameters<R>): Promise<ReleaseError | undefined> {
    const octokit = await this.#openWithoutPauses();
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
  async #request<Data>(route: string, parameters: object, octokit = this.#octokit): Promise<Data> {
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
    return new ReleaseError(`GitHub did not answer ${route}: ${failed.message} (tried several times)`, {
      fix: 'Run it again when GitHub answers again. What is already done is not repeated.',
      cause: failed,
    });
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

/** https://docs.github.com/en/rest/using-the-rest-api/using-pagination-in-the-rest-api#using-link-headers */
const nextPage = (link = ''): string | undefined => /<([^<>]+)>;\s*rel="next"/.exec(link)?.[1];

const movedMessage = (what: string, failed: Failed): string =>
  isUnanswered(failed)
    ? `GitHub did not confirm ${what}: ${failed.message}`
    : `something else was faster than ${what}: ${failed.message}`;

/** A POST is only repeated if it changes nothing. */
const onlyAsks = { onlyAsks: true };

const noToken = () =>
  new ReleaseError('Writing to GitHub needs a token.', {
    fix: 'Pass one as the input token, or in the environment variable GITHUB_TOKEN.',
  });
