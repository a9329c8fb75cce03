import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import type { ApiRequest } from './dispatcher.ts';

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
};

export type Recorded = { -readonly [Key in keyof GitHubRequest]: GitHubRequest[Key] };

/** A request and GitHub's own answer to it, before any fault spoils it. */
export type Exchange = Omit<GitHubRequest, 'status'> & {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly answer: unknown;
};

/** Also understands the absolute addresses that are sent to a proxy, as gh does for a host that is not github.com. */
export async function received(message: IncomingMessage): Promise<ApiRequest> {
  const { method = 'GET', headers, url = '/' } = message;
  const { pathname, searchParams } = new URL(url, 'http://api.github.localhost');
  return { method, path: pathname, query: searchParams, headers, body: await text(message) };
}

/** What is kept of a request. */
export function recordOf({ method, path, query, headers, body }: ApiRequest): Recorded {
  return {
    method,
    path,
    query: Object.fromEntries(query),
    body: parsed(body),
    authorization: headers['authorization']?.toString(),
    template: path === '/graphql' ? path : undefined,
    status: undefined,
  };
}

function parsed(body: string): unknown {
  try {
    return body === '' ? undefined : JSON.parse(body);
  } catch {
    return body;
  }
}
