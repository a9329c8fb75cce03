import { getOctokitOptions, GitHub } from '@actions/github/lib/utils';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import Bottleneck from 'bottleneck/light.js';
import { ReleaseError } from '../../domain/error.ts';
import { apiUrl } from '../environment.ts';
import type { Host } from '../host.ts';
import type { Http } from '../http/http.ts';
import type { Request } from '../http/request.ts';
import { timeLimit } from '../http/time-limit.ts';
import { wholeJson } from '../http/whole-body.ts';
import { Misfit } from '../shape.ts';
import type { Shape } from '../shape.ts';

export type Octokit = InstanceType<typeof GitHub>;

/** Whether writes wait for each other, as GitHub advises. */
export type Pauses = { readonly hasPauses: boolean };

const longestWait = 15 * 60; // seconds
const mostTries = 4;

// Why: docs/decisions.md D23
/** The toolkit's client of GitHub. Importing this module takes time, so only a client does it. */
export function openOctokit({ hasPauses }: Pauses, host: Host, http: Http): Octokit {
  const { pace, progress } = host;
  const token = host.credentials.tokenFor(apiUrl(host.env));
  const second = 1000 * pace;
  const mayWait = (seconds: number, { url }: { url: string }, _: unknown, tries: number) => {
    if (seconds > longestWait || tries >= mostTries) return false;
    progress(`GitHub limits requests: trying ${url} again in ${seconds} seconds`);
    return true;
  };
  const options = {
    baseUrl: apiUrl(host.env),
    userAgent: 'release-actions',
    request: {
      parseSuccessResponseBody: false, // Octokit's reader is ten times slower than JSON.parse, and has no limit
      fetch: (url: string, { redirect, ...request }: Request & { redirect?: 'follow' }) =>
        http.fetch(url, { ...request, staysHere: redirect !== 'follow' }),
    },
    log: { debug: silent, info: silent, warn: silent, error: silent }, // the error says what matters
    // 429 is a limit, for which the throttling plugin waits. Runs that failed together must not come back together.
    retry: { doNotRetry: [400, 401, 403, 404, 409, 410, 422, 429, 451], retryAfterBaseValue: jittered(second) },
    throttle: {
      onRateLimit: mayWait,
      onSecondaryRateLimit: mayWait,
      retryAfterBaseValue: second,
      // https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#pause-between-mutative-requests
      write: hasPauses ? new Bottleneck.Group({ maxConcurrent: 1, minTime: second }) : withoutQueue,
      global: withoutQueue, // the plugin's own has ten places
      notifications: new Bottleneck.Group({ maxConcurrent: 1, minTime: 3 * second }),
    },
  };
  const Client = GitHub.plugin(checkedAnswers(host), retry, throttling);
  return new Client(token === undefined ? options : getOctokitOptions(token, options));
}

/** Lets everything pass at once, because callers limit how much they ask for. A free queue would take 5 ms each time. */
const withoutQueue = Object.assign(new Bottleneck.Group(), {
  key: () => ({
    schedule: <Given extends unknown[], Made>(_: object, work: (...given: Given) => Made, ...given: Given) =>
      work(...given),
  }),
});

/** What a request is, besides its parameters. */
export type Asking = {
  /** What the answer has to be. */
  readonly shape: Shape<unknown>;
  /** How many bytes the answer may have. */
  readonly longest?: number;
  /** Of a file that is uploaded or downloaded. */
  readonly size?: number;
  /** Whether a POST changes nothing, so that it may be repeated. */
  readonly onlyAsks?: boolean;
  /** Whether the answer is a file, which the caller reads. */
  readonly isDownload?: boolean;
  /** Whether a redirect may lead to another server. */
  readonly redirect?: 'follow';
};

const patience = 30_000;
const slowest = 100; // bytes a millisecond
const longestAnswer = 4 * 1024 * 1024;

// Why: docs/decisions.md D39
/** The innermost hook. It reads and checks answers, turns bad ones into errors that are repeated, and names rate limits. */
const checkedAnswers =
  (host: Host): Parameters<typeof GitHub.plugin>[0] =>
  ({ hook }) => {
    hook.wrap('request', async (request, options) => {
      const { method } = options;
      const asking = options.request as unknown as Asking; // the client gives one to every request
      const { size = 0, onlyAsks = false } = asking;
      const limit = timeLimit(patience + size / slowest, host);
      // A POST or PATCH whose answer got lost may have succeeded, so the plan has to look first. Nothing else gets a
      // number of retries: with a number, the plugin repeats every error, also a 422.
      const isWrite = (method === 'POST' || method === 'PATCH') && !onlyAsks;
      options.request = { ...options.request, ...(isWrite && { retries: 0 }), signal: limit.signal }; // inner hooks get this object, not a copy
      const unanswered = (message: string, cause: unknown, status = 502) =>
        Object.assign(new Error(message), { status, request: options, cause });
      try {
        const answer = await request(options);
        return { ...answer, data: await dataOf(answer, asking) };
      } catch (error) {
        host.signal.throwIfAborted();
        if (!(error instanceof Error)) throw error;
        if (error.cause instanceof ReleaseError) throw error.cause; // of the transport; Octokit calls it a status 500
        if (limit.isOver()) throw unanswered('it took too long', error, 504);
        if (error instanceof ReleaseError) throw isWrite ? unanswered(error.message, error) : error; // what was written is there
        if (error instanceof Misfit) throw unanswered(error.message, error);
        if (!('status' in error)) throw unanswered('the answer was incomplete', error);
        throw withLimitNamed(error);
      }
    });
  };

type Answered = { readonly url: string; readonly status: number; readonly data: unknown };

/** The content of an answer, of which Octokit has read nothing yet. */
async function dataOf({ url, status, data }: Answered, asking: Asking): Promise<unknown> {
  const { shape, longest = longestAnswer, isDownload = false } = asking;
  if (isDownload) return data;
  const isEmpty = status === 204 || status === 205;
  return shape(isEmpty ? undefined : await wholeJson(data as AsyncIterable<Uint8Array>, { url, longest }));
}

/** The throttling plugin knows a secondary limit by these words. Only then it waits as long as the header says. */
function withLimitNamed(error: Error & { status?: unknown; response?: { headers: object } }): Error {
  const isLimit = (error.status === 403 || error.status === 429) && 'retry-after' in (error.response?.headers ?? {});
  if (isLimit && !/secondary rate/i.test(error.message)) error.message += ' (a secondary rate limit)';
  return error;
}

const jittered = (milliseconds: number) => milliseconds * (0.5 + Math.random());

const silent = () => {};
