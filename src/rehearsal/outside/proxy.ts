import { once } from 'node:events';
import { createServer, type IncomingMessage, Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { type SecureContext, TLSSocket } from 'node:tls';
import type { Destination } from './visitor.ts';

type Answering = {
  /** Whether the connection is led on as it is. */
  readonly isTunnelled: (destination: Destination) => boolean;
  readonly connect: (destination: Destination) => Promise<Socket>;
  readonly contextFor: (host: string) => Promise<SecureContext>;
  /** Answers a request that was encrypted for a host, or that a program sent to the proxy as it is. */
  readonly answer: (message: IncomingMessage, response: ServerResponse, asked: Asked) => Promise<void>;
  /** A program did not speak TLS, or did not trust the certificate. */
  readonly unread: (destination: Destination) => void;
  /** The step that a user name of the proxy stands for. */
  readonly visitor: (name: string | undefined) => Destination['visitor'];
  /** Answers a request to this server itself. */
  readonly own: (message: IncomingMessage, response: ServerResponse) => Promise<void>;
};

export type Asked = Destination & { readonly url: URL };

/** The proxy to which the variables of every step lead. */
export class Proxy implements AsyncDisposable {
  readonly port: number;
  readonly #server: Server;
  readonly #inner: Server;
  readonly #answering: Answering;
  readonly #destinations = new WeakMap<Duplex, Destination>();
  readonly #sockets = new Set<Duplex>();
  /** Which steps have spoken to which hosts, so that they trust the certificates. */
  readonly #secured = new Set<string>();

  static async listen(answering: Answering): Promise<Proxy> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new Proxy(server, answering);
  }

  private constructor(server: Server, answering: Answering) {
    this.#server = server;
    this.#inner = new Server();
    this.#answering = answering;
    this.port = (server.address() as AddressInfo).port; // it listens on a port, not on a pipe
    server.on('connect', (message, socket, head) => void this.#tunnel(message, socket, head));
    server.on('request', (message, response) => void this.#plain(message, response));
    this.#inner.on('request', (message, response) => void this.#encrypted(message, response));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.close();
    this.#server.closeAllConnections();
    for (const socket of this.#sockets) socket.destroy();
    await Promise.resolve();
  }

  async #tunnel(message: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const { hostname, port } = new URL(`http://${message.url ?? ''}`);
    const destination = { ...this.#visiting(message), host: hostname.toLowerCase(), port: Number(port || 443) };
    this.#keep(socket);
    try {
      if (this.#answering.isTunnelled(destination)) {
        const onward = this.#keep(await this.#answering.connect(destination));
        established(socket, head);
        onward.pipe(socket).pipe(onward);
        return;
      }
      const secureContext = await this.#answering.contextFor(destination.host);
      established(socket, head);
      const inner = new TLSSocket(socket, { isServer: true, secureContext, ALPNProtocols: ['http/1.1'] });
      this.#keep(inner);
      const asker = `${message.headers['proxy-authorization']} ${destination.host}`;
      const unread = ({ code }: NodeJS.ErrnoException) => {
        // A program that ends drops a connection that it has just opened.
        if (code !== 'ECONNRESET' || !this.#secured.has(asker)) this.#answering.unread(destination);
      };
      inner.once('error', unread);
      inner.once('secure', () => {
        inner.off('error', unread);
        this.#secured.add(asker);
      });
      this.#destinations.set(inner, destination);
      this.#inner.emit('connection', inner);
    } catch (error) {
      socket.end(`HTTP/1.1 502 ${(error as Error).message.replaceAll(/[^ -~]/g, ' ')}\r\n\r\n`);
    }
  }

  /** A request that was encrypted for its host. */
  async #encrypted(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const destination = this.#destinations.get(message.socket);
    if (destination === undefined) return void response.destroy();
    const { host, port } = destination;
    const url = new URL(message.url ?? '/', `https://${host}${port === 443 ? '' : `:${port}`}`);
    await this.#answered(message, response, () => this.#answering.answer(message, response, { ...destination, url }));
  }

  /** A request without encryption: to another host, or to this server. */
  async #plain(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = URL.parse(message.url ?? '');
    if (url?.protocol !== 'http:')
      return this.#answered(message, response, () => this.#answering.own(message, response));
    const asked = { ...this.#visiting(message), host: url.hostname, port: Number(url.port || 80), url };
    await this.#answered(message, response, () => this.#answering.answer(message, response, asked));
  }

  async #answered(message: IncomingMessage, response: ServerResponse, answer: () => Promise<void>): Promise<void> {
    try {
      await answer();
    } catch (error) {
      if (response.headersSent) response.destroy();
      else response.writeHead(502, { 'content-type': 'text/plain' }).end(`${(error as Error).message}\n`);
    }
    message.resume(); // reads the rest of what nobody wanted
  }

  #visiting({ headers }: IncomingMessage): Pick<Destination, 'visitor'> {
    const [, credentials = ''] = /^basic (\S+)$/i.exec(headers['proxy-authorization'] ?? '') ?? [];
    const name = Buffer.from(credentials, 'base64').toString('utf8').split(':')[0];
    return { visitor: this.#answering.visitor(name) };
  }

  #keep<T extends Duplex>(socket: T): T {
    this.#sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => this.#sockets.delete(socket));
    return socket;
  }
}

function established(socket: Duplex, head: Buffer): void {
  socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
  if (head.length > 0) socket.unshift(head);
}
