import { once } from 'node:events';
import { type IncomingMessage, request as httpRequest, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { connect as connectTls } from 'node:tls';
import { endToEnd, type Headers, isRead, passOn } from './forward.ts';
import type { Onward } from './onward.ts';

const mostRedirects = 5;

/** Reads from real servers, without anything that says who asks. */
export class Reader {
  readonly #onward: Onward;

  constructor(onward: Onward) {
    this.#onward = onward;
  }

  /** Answers a request with what the real server says to somebody who is not signed in. */
  async answer(message: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const { authorization: _, cookie: __, host: ___, ...headers } = endToEnd(message.headers);
    await passOn(await this.#send(url, headers, message), response);
  }

  /** The same for a registry, which wants a token even of those who are not signed in. Redirects are followed. */
  async answerFromRegistry(message: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const { accept, range } = message.headers;
    const headers = { ...(accept !== undefined && { accept }), ...(range !== undefined && { range }) };
    let incoming = await this.#send(url, headers, message);
    if (incoming.statusCode === 401) {
      const token = await this.#token(incoming.headers['www-authenticate'] ?? '');
      incoming.resume();
      incoming = await this.#send(url, { ...headers, authorization: `Bearer ${token}` }, message);
    }
    for (let count = 0; count < mostRedirects && incoming.headers.location !== undefined; count++) {
      incoming.resume();
      incoming = await this.#send(new URL(incoming.headers.location, url), headers, message);
    }
    await passOn(incoming, response);
  }

  async #token(challenge: string): Promise<string> {
    const { realm, ...parameters } = Object.fromEntries(
      [...challenge.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
    );
    if (realm === undefined) return '';
    const url = new URL(realm);
    for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
    const answer = await this.#send(url, {}, undefined);
    const { token = '', access_token: other = '' } = JSON.parse(await text(answer)) as Record<string, string>;
    return token || other;
  }

  async #send(url: URL, headers: Headers, message: IncomingMessage | undefined): Promise<IncomingMessage> {
    const [host, port] = [url.hostname, Number(url.port || 443)];
    const socket = connectTls({ socket: await this.#onward.connect({ host, port }), servername: host });
    await once(socket, 'secureConnect');
    const outgoing = httpRequest({
      createConnection: () => socket,
      host,
      port,
      path: url.pathname + url.search,
      method: message?.method ?? 'GET',
      headers: { ...(headers as Record<string, string>), host: url.host, 'user-agent': 'rehearsal' },
    });
    const arrived = Promise.withResolvers<IncomingMessage>();
    outgoing.on('response', arrived.resolve).on('error', arrived.reject);
    if (message === undefined || isRead(message)) outgoing.end();
    else message.pipe(outgoing);
    const incoming = await arrived.promise;
    incoming.on('close', () => socket.destroy());
    return incoming;
  }
}
