import { type IncomingHttpHeaders, type IncomingMessage, request as httpRequest, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';

export type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

type Forwarding = {
  readonly host: string;
  readonly port: number;
  readonly path: string;
  readonly headers: Headers;
  /** What the client gets instead of the headers of the answer. */
  readonly answered?: (headers: IncomingHttpHeaders) => Headers;
  /** What the client gets instead of the text of a short answer; undefined for an answer that passes as it is. */
  readonly rewritten?: (headers: IncomingHttpHeaders) => ((text: string) => string) | undefined;
};

const connectionHeaders = /^(?:connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade)$/;

/** The headers of a message without those that are only about its connection. */
export const endToEnd = (headers: IncomingHttpHeaders): Headers =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !connectionHeaders.test(name)));

/** Whether a request changes nothing. */
export const isRead = ({ method = '' }: IncomingMessage): boolean => ['GET', 'HEAD'].includes(method);

/** Sends a request on to another server, and its answer back. */
export async function forward(
  message: IncomingMessage,
  response: ServerResponse,
  { host, port, path, headers, answered = endToEnd, rewritten }: Forwarding,
): Promise<void> {
  const outgoing = httpRequest({
    host,
    port,
    path,
    method: message.method ?? 'GET',
    headers: headers as Record<string, string>,
  });
  response.on('close', () => outgoing.destroy());
  const arrived = Promise.withResolvers<IncomingMessage>();
  outgoing.on('response', arrived.resolve).on('error', arrived.reject);
  message.pipe(outgoing);
  const incoming = await arrived.promise;
  const rewrite = rewritten?.(incoming.headers);
  if (rewrite === undefined) return passOn(incoming, response, answered);
  const text = rewrite((await buffer(incoming)).toString('utf8'));
  const length = { 'content-length': String(Buffer.byteLength(text)) };
  response
    .writeHead(incoming.statusCode ?? 502, { ...(answered(incoming.headers) as Record<string, string>), ...length })
    .end(text);
}

/** Gives the client the answer of another server as it comes. */
export async function passOn(
  incoming: IncomingMessage,
  response: ServerResponse,
  answered: Forwarding['answered'] = endToEnd,
): Promise<void> {
  response.writeHead(incoming.statusCode ?? 502, answered(incoming.headers) as Record<string, string>);
  await pipeline(incoming, response).catch(() => undefined); // whoever left needs no answer
}
