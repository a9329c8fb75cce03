import { once } from 'node:events';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { ReleaseError } from '../../domain/error.ts';
import { quoted } from '../../domain/text.ts';
import { piecesOf } from '../file-pieces.ts';
import { FileBody } from './file-body.ts';
import type { AgentFor } from './proxy.ts';
import { wholeText } from './whole-body.ts';

export type Request = {
  readonly method?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | FileBody | undefined;
  readonly signal: AbortSignal;
  /** Whether a redirect to another server is refused. */
  readonly staysHere?: boolean;
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
    const next = redirectOf(incoming, address);
    if (next === undefined) return answerOf(incoming, address);
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
  const { method = 'GET', body, signal } = wanted;
  const headers = {
    'accept-encoding': 'gzip',
    ...wanted.headers,
    ...(body instanceof FileBody && { 'content-length': body.size }),
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

async function send(body: Request['body'], outgoing: ClientRequest): Promise<void> {
  if (!(body instanceof FileBody)) return void outgoing.end(body);
  const closed = once(outgoing, 'close').then(() => {
    throw new Error('the connection was closed');
  });
  for await (const piece of piecesOf(body.path)) {
    const taken = new Promise<void>((resolve, reject) => {
      outgoing.write(piece, (error) => (error ? reject(error) : resolve()));
    });
    await Promise.race([taken, closed]);
  }
  outgoing.end();
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

async function answerOf(incoming: IncomingMessage, url: URL): Promise<Answer> {
  const headers = new Map(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]));
  const body = headers.get('content-encoding') === 'gzip' ? await unzipped(incoming) : incoming;
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
  const [{ createGunzip }, { pipeline }] = await Promise.all([import('node:zlib'), import('node:stream/promises')]);
  const gunzip = createGunzip();
  pipeline(incoming, gunzip).catch(() => {}); // what fails is thrown when it is read
  return gunzip;
}
