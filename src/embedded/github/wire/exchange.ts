import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Call } from '../core/route.ts';

export type ApiRequest = {
  readonly method: string;
  /** Relative to the base of the API. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Call['headers'];
  readonly body: string;
  /** The body of an upload. It is read only after the request was accepted. */
  readonly upload: IncomingMessage | undefined;
};

/** A request to the API as it arrived. `status` is undefined until an answer is sent; it stays so if none is. */
export type GitHubRequest = {
  readonly method: string;
  /** Relative to the base of the API, without the query. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** The parsed JSON, or undefined if there is no body. */
  readonly body: unknown;
  readonly authorization: string | undefined;
  /** The path of its route, such as `/repos/{owner}/{repo}/pulls`. */
  readonly template: string | undefined;
  readonly status: number | undefined;
  /** What GitHub said, if it refused the request. */
  readonly refusal: string | undefined;
  /** How many bytes of its body were read. */
  readonly bytes: number;
  /** How many bytes of a body were sent. */
  readonly sent: number;
};

export type Recorded = { -readonly [Key in keyof GitHubRequest]: GitHubRequest[Key] };

/** A request and the answer to it, before a fault changes it. */
export type Exchange = Omit<GitHubRequest, 'status' | 'refusal' | 'bytes' | 'sent'> & {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly answer: unknown;
};

/** Reads a request. Its address may be absolute: gh uses the server as a proxy to reach it over plain HTTP. */
export async function readRequest(message: IncomingMessage): Promise<ApiRequest> {
  const { method = 'GET', headers, url = '/' } = message;
  const { pathname, searchParams: query } = new URL(url, 'http://api.github.localhost');
  if (method !== 'POST' || !pathname.startsWith(`${uploads}/`))
    return { method, path: pathname, query, headers, body: await text(message), upload: undefined };
  return { method, path: pathname.slice(uploads.length), query, headers, body: '', upload: message };
}

/** Stands for uploads.github.com. Bodies that are sent there may be large. */
const uploads = '/uploads';

/** The record of a request. */
export function recordOf({ method, path, query, headers, body }: ApiRequest): Recorded {
  return {
    method,
    path,
    query: Object.fromEntries(query),
    body: jsonOrText(body),
    authorization: headers['authorization']?.toString(),
    template: path === '/graphql' ? path : undefined,
    status: undefined,
    refusal: undefined,
    bytes: Buffer.byteLength(body),
    sent: 0,
  };
}

function jsonOrText(body: string): unknown {
  try {
    return body === '' ? undefined : JSON.parse(body);
  } catch {
    return body;
  }
}
