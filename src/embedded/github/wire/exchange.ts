import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Call } from '../core/route.ts';

export type ApiRequest = {
  readonly method: string;
  /** Below the base of the API. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Call['headers'];
  readonly body: string;
  /** The body of an upload, which is not read before the request is found to be in order. */
  readonly upload: IncomingMessage | undefined;
};

/** A request to the API as it arrived; `status` is undefined as long as, or because, nothing was answered. */
export type GitHubRequest = {
  readonly method: string;
  /** Below the base of the API, without the query. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** As JSON, or undefined where there is none. */
  readonly body: unknown;
  readonly authorization: string | undefined;
  /** The template that it fits, such as `/repos/{owner}/{repo}/pulls`. */
  readonly template: string | undefined;
  readonly status: number | undefined;
  /** How much of its body was taken. */
  readonly bytes: number;
};

export type Recorded = { -readonly [Key in keyof GitHubRequest]: GitHubRequest[Key] };

/** A request and GitHub's own answer to it, before any fault spoils it. */
export type Exchange = Omit<GitHubRequest, 'status' | 'bytes'> & {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly answer: unknown;
};

/** Also understands the absolute addresses that are sent to a proxy, as gh does for a host that is not github.com. */
export async function readRequest(message: IncomingMessage): Promise<ApiRequest> {
  const { method = 'GET', headers, url = '/' } = message;
  const { pathname, searchParams: query } = new URL(url, 'http://api.github.localhost');
  if (method !== 'POST' || !pathname.startsWith(`${uploads}/`))
    return { method, path: pathname, query, headers, body: await text(message), upload: undefined };
  return { method, path: pathname.slice(uploads.length), query, headers, body: '', upload: message };
}

/** Stands for the origin to which GitHub lets assets be uploaded; what comes there may be large. */
const uploads = '/uploads';

/** What is kept of a request. */
export function recordOf({ method, path, query, headers, body }: ApiRequest): Recorded {
  return {
    method,
    path,
    query: Object.fromEntries(query),
    body: jsonOrText(body),
    authorization: headers['authorization']?.toString(),
    template: path === '/graphql' ? path : undefined,
    status: undefined,
    bytes: Buffer.byteLength(body),
  };
}

function jsonOrText(body: string): unknown {
  try {
    return body === '' ? undefined : JSON.parse(body);
  } catch {
    return body;
  }
}
