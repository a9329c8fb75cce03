import type { IncomingMessage } from 'node:http';

/** The addresses of a registry. Each is an origin of its own; a registry with few of them serves the others itself. */
export type Origin = 'registry' | 'tokens' | 'storage';

/** A request as it arrived. `status` is undefined until an answer is sent; it stays so if none is. */
export type RegistryRequest = {
  readonly origin: Origin;
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: IncomingMessage['headers'];
  readonly status: number | undefined;
  /** How many bytes of its body were read. */
  readonly bytes: number;
  /** How many bytes of a body were sent. */
  readonly sent: number;
};

export type Recorded = { -readonly [Key in keyof RegistryRequest]: RegistryRequest[Key] };

export type ApiRequest = {
  readonly message: IncomingMessage;
  readonly query: URLSearchParams;
  readonly record: Recorded;
};

/** Reads a request except for its body. */
export function readRequest(message: IncomingMessage, origin: Origin): ApiRequest {
  const { method = 'GET', headers, url = '/' } = message;
  const { pathname, searchParams: query } = new URL(url, 'http://registry');
  const answered = { status: undefined, bytes: 0, sent: 0 };
  const record = { origin, method, path: pathname, query: Object.fromEntries(query), headers, ...answered };
  return { message, query, record };
}

/** Requests and bytes. */
export type Count = { readonly requests: number; readonly bytes: number; readonly sent: number };

/** How many requests of each method arrived, and how many bytes of bodies. */
export function countsOf(requests: readonly RegistryRequest[]): Readonly<Record<string, Count>> {
  const byMethod = Object.groupBy(requests, ({ method }) => method);
  return Object.fromEntries(Object.entries(byMethod).map(([method, all = []]) => [method, countOf(all)]));
}

function countOf(requests: readonly RegistryRequest[]): Count {
  const sum = (field: 'bytes' | 'sent') => requests.reduce((total, request) => total + request[field], 0);
  return { requests: requests.length, bytes: sum('bytes'), sent: sum('sent') };
}
