import type { Endpoints } from '@octokit/types';
import { ReleaseError } from '../../domain/error.ts';
import { Moved } from '../change.ts';
import type { Host } from '../host.ts';
import { isUnanswered, refusal } from './refusal.ts';
import type { Failed } from './refusal.ts';
import type { Kit } from './kit.ts';

type Route = keyof Endpoints;
type Parameters<R extends Route> = Endpoints[R]['parameters'];
type Answer<R extends Route> = Endpoints[R]['response']['data'];
type Listed<R extends Route> = Answer<R> extends readonly (infer Item)[] ? Item : never;

/** Conversations with GitHub's API: a look is repeated while nothing definite was said, a write is not. */
export class Client {
  readonly #host: Host;
  #kit?: Promise<Kit>;
  constructor(host: Host) {
    this.#host = host;
  }

  /** Undefined where there is no such thing, or the token may not see it, which GitHub does not tell apart. */
  async look<R extends Route>(route: R, parameters: Parameters<R>): Promise<Answer<R> | undefined> {
    return this.#asked(route, () => this.#request(route, parameters));
  }

  /** A list with all of its pages. */
  async list<R extends Route>(route: R, parameters: Parameters<R>): Promise<readonly Listed<R>[] | undefined> {
    const kit = await this.#open();
    const all = { per_page: 100, ...parameters } as Readonly<Record<string, unknown>>;
    return this.#asked(route, async () => (await kit.paginate(route as string, all)) as readonly Listed<R>[]);
  }

  /** Asks by GraphQL, for what REST does not tell. */
  async query<Data>(query: string): Promise<Data | undefined> {
    const kit = await this.#open();
    const request = { retries: 3 }; // it only asks
    return this.#asked('POST /graphql', async () => (await kit.request('POST /graphql', { query, request })).data.data);
  }

  /** A write. Without an answer, and where what it says is in `lost`, nobody knows what happened, or somebody was first. */
  async write<R extends Route>(route: R, parameters: Parameters<R>, lost?: RegExp): Promise<Answer<R>> {
    if (this.#host.token === undefined) {
      throw new ReleaseError('GitHub lets nobody write without a token.', {
        fix: 'Pass one as the input token, or in the environment as GITHUB_TOKEN.',
      });
    }
    try {
      return await this.#request(route, parameters);
    } catch (error) {
      const failed = this.#failed(error);
      if (isUnanswered(failed) || lost?.test(failed.message) === true)
        throw new Moved(`GitHub did not confirm ${route}: ${failed.message}`, { cause: error });
      throw refusal(failed, route, this.#host);
    }
  }

  /** Tries a request that cannot succeed, to see whether GitHub objects to who makes it before it objects to what. */
  async probe<R extends Route>(route: R, parameters: Parameters<R>): Promise<ReleaseError | undefined> {
    const request = { retries: 3 }; // it changes nothing
    try {
      await this.#request(route, { ...parameters, request });
      throw new Error(`${route} went well, though it should not have.`);
    } catch (error) {
      const failed = this.#failed(error);
      if (failed.status === 422) return undefined;
      if (failed.status === 403 || failed.status === 404) return refusal(failed, route, this.#host);
      throw this.#unanswered(failed, route);
    }
  }

  async #request<R extends Route>(route: R, parameters: object): Promise<Answer<R>> {
    const kit = await this.#open();
    // Octokit's own types want one name of a route, and not the type of some.
    const { data }: { data: Answer<R> } = await kit.request(route as string, { ...parameters });
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

  #open(): Promise<Kit> {
    return (this.#kit ??= import('./kit.ts').then(({ openKit }) => openKit(this.#host)));
  }
}
