import { once } from 'node:events';
import { createServer, request as open } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';

/** The answer of a server, or of the gateway in its place. */
export type GatewayAnswer = {
  readonly status: number;
  /** Names and values alternate. */
  readonly headers: readonly string[];
  readonly body: Buffer;
  /** Of a `cut` answer, half of the body is sent; `trickle` sends a byte at a time; `endless` sends spaces for ever. */
  readonly flow?: 'cut' | 'trickle' | 'endless';
};

export type GatewayRequest = {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly body: Buffer;
};

/** How an exchange ends: with an answer, a connection that is reset, or silence. */
export type Ending = GatewayAnswer | 'reset' | 'silence';

/** Passes a request on to the server, where it has its effect, if need be without one of its headers. */
export type Forward = (omitted?: string) => Promise<GatewayAnswer>;

export type Guard = (request: GatewayRequest, forward: Forward) => Promise<Ending>;

/** A proxy in front of an embedded server. Every request of an action passes it, and its guard decides how it ends. */
export class Gateway implements AsyncDisposable {
  readonly url: string;
  /** Can be replaced at any time. */
  guard: Guard = (_, forward) => forward();
  readonly #http: Server;
  readonly #upstream: URL;
  /** Multiplies the second between two bytes that trickle. */
  readonly #pace: number;

  constructor(http: Server, upstream: string, pace: number) {
    this.url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`; // it listens on a port, not on a pipe
    this.#http = http;
    this.#upstream = new URL(upstream);
    this.#pace = pace;
    http.on('request', (message, response) => {
      this.#serve(message, response).catch(() => message.socket.destroy()); // the client is gone
    });
  }

  async #serve(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url: path = '/', rawHeaders } = message;
    const body = await buffer(message);
    const forward = (omitted = '') => this.#forward(method, path, { rawHeaders: without(rawHeaders, [omitted]), body });
    const ending = await this.guard({ method, path, body }, forward);
    if (ending === 'silence') return;
    if (ending === 'reset') return void message.socket.resetAndDestroy();
    await send(response, ending, this.#pace);
  }

  async #forward(
    method: string,
    path: string,
    { rawHeaders, body }: { readonly rawHeaders: readonly string[]; readonly body: Buffer },
  ): Promise<GatewayAnswer> {
    // Addresses are replaced in answers, so they must not be compressed.
    const headers = without(rawHeaders, [
      'accept-encoding',
      'connection',
      'transfer-encoding',
      'content-length',
      'expect',
    ]);
    const { hostname, port } = this.#upstream;
    const length = body.length === 0 ? [] : ['content-length', String(body.length)];
    const outgoing = open({ hostname, port, method, path, headers: [...headers, ...length], agent: false });
    outgoing.end(body);
    const [incoming] = (await once(outgoing, 'response')) as [IncomingMessage];
    return this.#translated({
      status: incoming.statusCode ?? 0,
      headers: incoming.rawHeaders,
      body: await buffer(incoming),
    });
  }

  /** Replaces the address of the server in an answer, so that links lead to the gateway. */
  #translated({ status, headers, body }: GatewayAnswer): GatewayAnswer {
    const named = (text: string) => text.replaceAll(this.#upstream.origin, this.url);
    const isText = headers.some((value) => /^(?:application\/json|text\/)/.test(value));
    return { status, headers: headers.map(named), body: isText ? Buffer.from(named(body.toString('utf8'))) : body };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#http.close();
    this.#http.closeAllConnections();
  }
}

/** Starts a gateway to the server at `upstream`. */
export async function startGateway(upstream: string, pace = 0.02): Promise<Gateway> {
  const http = createServer();
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  return new Gateway(http, upstream, pace);
}

async function send(
  response: ServerResponse,
  { status, headers, body, flow }: GatewayAnswer,
  pace: number,
): Promise<void> {
  const kept = without(headers, ['connection', 'transfer-encoding', 'keep-alive', 'date']);
  if (response.req.method === 'HEAD') return void response.writeHead(status, kept).end(); // its length is that of a GET
  const others = without(kept, ['content-length']);
  response.writeHead(status, flow === 'endless' ? others : [...others, 'content-length', String(body.length)]);
  if (flow === undefined) return void response.end(body);
  response.on('error', () => {}); // the client does not wait for the rest
  if (flow === 'endless') await pipeline(endlessSpaces, response).catch(() => {});
  else if (flow === 'trickle') await trickle(response, body, pace);
  else await new Promise((sent) => response.write(body.subarray(0, Math.floor(body.length / 2)), sent));
  response.socket?.destroy();
}

async function* endlessSpaces(): AsyncGenerator<Buffer> {
  for (;;) yield Buffer.alloc(1024 * 1024, ' ');
}

async function trickle(response: ServerResponse, body: Buffer, pace: number): Promise<void> {
  for (const byte of body) {
    if (response.destroyed) return;
    response.write(Buffer.of(byte));
    await sleep(1000 * pace);
  }
  await new Promise((sent) => response.end(sent));
}

function without(headers: readonly string[], names: readonly string[]): string[] {
  return headers.filter((_, index) => !names.includes((headers[index - (index % 2)] ?? '').toLowerCase()));
}
