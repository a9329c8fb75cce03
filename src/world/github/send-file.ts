import { once } from 'node:events';
import { request as openHttp } from 'node:http';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { request as openHttps } from 'node:https';
import { text } from 'node:stream/consumers';
import { piecesOf } from '../file-pieces.ts';
import type { Proxy } from '../proxy.ts';

export type SentFile = { readonly path: string; readonly size: number };

export type SendOptions = {
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  readonly proxy: Proxy | undefined;
};

/** Does what `fetch` would, which reads all of a body into memory, however slowly the other end takes it. */
export async function sendFile({ path, size }: SentFile, url: string, options: SendOptions): Promise<Response> {
  const open = new URL(url).protocol === 'https:' ? openHttps : openHttp;
  const agent = options.proxy?.agentFor(url);
  const headers = { ...options.headers, 'content-length': size };
  const outgoing = open(url, { method: 'POST', ...(agent && { agent }), signal: options.signal, headers });
  const answered = once(outgoing, 'response') as Promise<[IncomingMessage]>;
  const sent = send(path, outgoing);
  const [incoming] = await Promise.race([answered, sent.then(() => answered)]); // a "no" may come before the end
  const answer = await text(incoming);
  const given = Object.entries(incoming.headers).map(([name, value]) => [name, String(value)] as [string, string]);
  return new Response(answer === '' ? undefined : answer, { status: incoming.statusCode ?? 500, headers: given });
}

async function send(path: string, outgoing: ClientRequest): Promise<void> {
  const closed = once(outgoing, 'close').then(() => {
    throw new Error('the connection was closed');
  });
  for await (const piece of piecesOf(path)) {
    const taken = new Promise<void>((resolve, reject) => {
      outgoing.write(piece, (error) => (error ? reject(error) : resolve()));
    });
    await Promise.race([taken, closed]);
  }
  outgoing.end();
}
