import { request as httpRequest } from 'node:http';
import { connect, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { once } from 'node:events';
import type { Environment } from '../../world/environment.ts';

type Place = { readonly host: string; readonly port: number };

/** Leads connections out of this machine, through the proxy of the person if there is one. */
export class Onward {
  readonly #env: Environment;

  constructor(env: Environment) {
    this.#env = env;
  }

  /** A connection on which the bytes of the client can go on. */
  async connect({ host, port }: Place): Promise<Socket> {
    const proxy = this.#proxyFor('https', host);
    if (proxy === undefined) return connected(connect({ host, port }));
    const outgoing = httpRequest({
      method: 'CONNECT',
      host: proxy.hostname,
      port: portOf(proxy),
      path: `${host}:${port}`,
      headers: { host: `${host}:${port}`, ...credentialsOf(proxy) },
      ...(proxy.protocol === 'https:' && {
        createConnection: () => connectTls({ host: proxy.hostname, port: portOf(proxy), servername: proxy.hostname }),
      }),
    }).end();
    const [{ statusCode }, socket] = (await once(outgoing, 'connect')) as [{ statusCode?: number }, Socket];
    if (statusCode === 200) return socket;
    socket.destroy();
    throw new Error(`the proxy ${proxy.host} answered ${statusCode}`);
  }

  /** Where a plain request to an address has to be sent, and what has to be added to it. */
  plain(url: URL): { readonly to: Place; readonly path: string; readonly headers: Readonly<Record<string, string>> } {
    const proxy = this.#proxyFor('http', url.hostname);
    if (proxy === undefined)
      return { to: { host: url.hostname, port: Number(url.port || 80) }, path: url.pathname + url.search, headers: {} };
    return { to: { host: proxy.hostname, port: portOf(proxy) }, path: url.href, headers: credentialsOf(proxy) };
  }

  #proxyFor(scheme: 'http' | 'https', host: string): URL | undefined {
    const valueOf = (name: string) => this.#env[name] || this.#env[name.toUpperCase()];
    const [given, exempt = ''] = [valueOf(`${scheme}_proxy`), valueOf('no_proxy')];
    const isExempt = exempt
      .split(/[\s,]+/)
      .filter(Boolean)
      .some((one) => one === '*' || `.${host}`.endsWith(`.${one.replace(/^\*?\./, '')}`));
    if (given === undefined || isExempt) return undefined;
    return URL.parse(given.includes('://') ? given : `http://${given}`) ?? undefined;
  }
}

const portOf = ({ port, protocol }: URL) => Number(port || (protocol === 'https:' ? 443 : 80));

function credentialsOf({ username, password }: URL): Readonly<Record<string, string>> {
  if (username === '') return {};
  const credentials = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { 'proxy-authorization': `Basic ${Buffer.from(credentials).toString('base64')}` };
}

async function connected(socket: Socket): Promise<Socket> {
  await once(socket, 'connect');
  return socket;
}
