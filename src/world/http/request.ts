import { once } from 'node:events';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { createGunzip } from 'node:zlib';
import { ReleaseError } from '../../domain/error.ts';
import { quoted } from '../../domain/text.ts';
import { PiecesBody } from './file-body.ts';
import type { AgentFor } from './proxy.ts';
import { wholeText } from './whole-body.ts';

export type Request = {
  readonly method?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array | PiecesBody | undefined;
  readonly signal: AbortSignal;
  /** Whether a redirect to another server is refused. */
  readonly staysHere?: boolean;
  /** Whether a redirect is given back as the answer. */
  readonly keepsRedirects?: boolean;
  /** Whether the body is wanted as the server has it. If not, it may come compressed. */
  readonly keepsEncoding?: boolean;
};

/** What a server answered; a body that is not whole throws when it is read. */
export type Answer = {
  readonly url: string;
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: AsyncIterable<Uint8Array>;
  /** Octokit reads refusals with these two, which are short. */
  readonly text: () => Promise<string>;
  readonly arrayBuffer: () => Promise<ArrayBuffer>;
};

const mostRedirects = 10;
const longestRefusal = 256 * 1024;

// Why: docs/decisions.md D27
/**
 * A request by Node's own client: `fetch` takes twice as long to load, and reads all of a body into memory before it sends
 * it. A redirect is followed with the same method and body, as GitHub wants it:
 * https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#follow-redirects
 */
export async function request(url: URL, wanted: Request, agentFor: AgentFor | undefined): Promise<Answer> {
  let [address, { headers }] = [url, wanted];
  for (let redirects = 0; redirects <= mostRedirects; redirects++) {
    const incoming = await exchanged(address, { ...wanted, headers }, agentFor);
    const next = wanted.keepsRedirects === true ? undefined : redirectOf(incoming, address);
    if (next === undefined) return answerOf(incoming, address, wanted.keepsEncoding === true);
    incoming.destroy();
    if (next.origin !== address.origin) {
      if (wanted.staysHere === true) throw leaving(address, next);
      headers = withoutCredentials(headers);
    }
    address = next;
  }
  throw new Error(`it redirects more than ${mostRedirects} times`);
}

async function exchanged(url: URL, wanted: Request, agentFor: AgentFor | undefined): Promise<IncomingMessage> {
  const { method = 'GET', body, signal, keepsEncoding = false } = wanted;
  const headers = {
    'accept-encoding': keepsEncoding ? 'identity' : 'gzip',
    ...wanted.headers,
    ...(body !== undefined && typeof body !== 'string' && { 'content-length': lengthOf(body) }),
  };
  const { request: open } = await (url.protocol === 'https:' ? import('node:https') : import('node:http'));
  const agent = agentFor?.(url);
  const outgoing: ClientRequest = open(url, { method, headers, signal, ...(agent && { agent }) });
  const answered = once(outgoing, 'response') as Promise<[IncomingMessage]>;
  outgoing.on('error', () => {}); // thrown by `answered` or, later, by the body
  const sent = send(body, outgoing);
  const [incoming] = await Promise.race([answered, sent.then(() => answered)]); // a "no" may come before the end
  return incoming;
}

const lengthOf = (body: Uint8Array | PiecesBody) => String(body instanceof PiecesBody ? body.size : body.length);

async function send(body: Request['body'], outgoing: ClientRequest): Promise<void> {
  if (!(body instanceof PiecesBody)) return void outgoing.end(body);
  const closed = once(outgoing, 'close').then(() => {
    throw new Error('the connection was closed');
  });
  closed.catch(() => {}); // also after the last piece
  try {
    for await (const piece of body.pieces()) {
      const taken = new Promise<void>((resolve, reject) => {
        outgoing.write(piece, (error) => (error ? reject(error) : resolve()));
      });
      await Promise.race([taken, closed]);
    }
    outgoing.end();
  } catch (error) {
    outgoing.destroy(); // half a body must not look like a whole one
    throw error;
  }
}

function redirectOf({ statusCode = 0, headers: { location } }: IncomingMessage, url: URL): URL | undefined {
  if (![301, 302, 307, 308].includes(statusCode) || location === undefined) return undefined;
  const next = new URL(location, url);
  if (url.protocol !== 'https:' || next.protocol === 'https:') return next;
  throw new Error(`it redirects to ${next.origin}, which is not encrypted`);
}

const leaving = (from: URL, to: URL) =>
  new ReleaseError(`${from.origin} redirects to another server: ${quoted(to.origin)}.`, {
    fix: `Nothing was sent there. Find out what answers at ${from.origin}.`,
  });

const withoutCredentials = (headers: Request['headers']): Request['headers'] =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'authorization'));

async function answerOf(incoming: IncomingMessage, url: URL, keepsEncoding: boolean): Promise<Answer> {
  const headers = new Map(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]));
  const isZipped = headers.get('content-encoding') === 'gzip' && !keepsEncoding;
  const body = isZipped ? await unzipped(incoming) : incoming;
  const text = () => wholeText(body, { url: url.href, longest: longestRefusal });
  return {
    url: url.href,
    status: incoming.statusCode ?? 0,
    headers,
    body,
    text,
    arrayBuffer: async () => new TextEncoder().encode(await text()).buffer,
  };
}

async function unzipped(incoming: IncomingMessage): Promise<AsyncIterable<Uint8Array>> {
  // Not node:stream itself: it is a function, of which the bundler exports nothing but the default.
  const { pipeline } = await import('node:stream/promises');
  const gunzip = createGunzip();
  pipeline(incoming, gunzip).catch(() => {}); // what fails is thrown when it is read
  return gunzip;
}
