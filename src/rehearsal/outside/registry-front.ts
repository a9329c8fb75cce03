import { randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { passwordOf } from '../../embedded/git/access.ts';
import { embeddedRepository } from '../images/name.ts';
import { registryNamed } from '../images/passwords.ts';
import type { RegistryAccess } from '../servers/registry-access.ts';
import { endToEnd, forward, type Headers, isRead } from './forward.ts';
import type { Asked } from './proxy.ts';

type Embedded = { readonly host: string; readonly port: number };

/** The name that people give a registry. */
export const registryOf = (host: string, port: number): string => {
  const name = registryNamed(host);
  return port === 443 || name === 'docker.io' ? name : `${name}:${port}`;
};

/** Whether a request is one that registries answer. */
export const isForRegistry = ({ pathname }: URL): boolean => /^\/v2(?:\/|$)/.test(pathname) || pathname === tokenPath;

const tokenPath = '/rehearsal-token';

/** What is done if a read finds nothing of a repository. Whether it has answered. */
type Missing = (repository: string) => Promise<boolean>;

/** Lets the embedded registry answer for every registry: the host becomes the beginning of the names of its repositories. */
export class RegistryFront {
  readonly #embedded: Embedded;
  readonly #access: RegistryAccess;
  /** The passwords for which tokens were given. */
  readonly #tokens = new Map<string, string>();

  constructor(embedded: Embedded, access: RegistryAccess) {
    this.#embedded = embedded;
    this.#access = access;
  }

  async answer(
    message: IncomingMessage,
    response: ServerResponse,
    { asked, missing }: { readonly asked: Asked; readonly missing: Missing },
  ): Promise<void> {
    const { url, host, port } = asked;
    const registry = registryOf(host, port);
    if (url.pathname === tokenPath) return this.#giveToken(message, response, asked);
    const [, name, rest, reference = ''] =
      /^\/v2\/(.+?)(\/(?:manifests|blobs|tags|referrers)\/(.*))$/.exec(url.pathname) ?? [];
    const password = this.#passwordIn(message.headers.authorization);
    if (name === undefined) return password === undefined ? challenge(response, url) : ping(response);
    if (!isRead(message)) {
      if (password === undefined) return challenge(response, url, name);
      const isSure = asked.visitor?.room.leftOut.length === 0;
      const refusal = this.#access.refusal({ registry, repository: name, password, isSure });
      if (refusal !== undefined) return refuse(response, refusal);
    } else if (!this.#access.has({ registry, repository: name }, reference) && (await missing(name))) return;
    const space = embeddedRepository({ registry, repository: '' });
    const outward = (address: string) => address.replace(`/v2/${space}`, '/v2/');
    const from = url.searchParams.get('from');
    if (from !== null) url.searchParams.set('from', `${space}${from}`);
    const { authorization: _, ...headers } = endToEnd(message.headers);
    await forward(message, response, {
      ...this.#embedded,
      path: `/v2/${space}${name}${rest}${url.search}`,
      headers: { ...headers, host: this.#embedded.host },
      answered: (given) => outwardHeaders(given, outward),
      rewritten: ({ 'content-type': type = '' }) =>
        rest?.endsWith('/tags/list') === true && type.startsWith('application/json')
          ? (body) => body.replace(JSON.stringify(`${space}${name}`), JSON.stringify(name))
          : undefined,
    });
  }

  /** https://distribution.github.io/distribution/spec/auth/token/ */
  async #giveToken(message: IncomingMessage, response: ServerResponse, { url, host, port }: Asked): Promise<void> {
    const form = message.method === 'POST' ? new URLSearchParams(await text(message)) : url.searchParams;
    const password = basicPassword(message.headers.authorization) ?? form.get('password') ?? form.get('refresh_token');
    const registry = registryOf(host, port);
    if (password !== null && !this.#access.knows(registry, password)) return refuse(response, this.#access.wrong());
    const token = randomBytes(24).toString('base64url');
    if (password !== null) this.#tokens.set(token, password);
    const body = JSON.stringify({ token, access_token: token, expires_in: 3600 });
    response.writeHead(200, { 'content-type': 'application/json' }).end(body);
  }

  #passwordIn(authorization: string | undefined): string | undefined {
    const [, token] = /^bearer (\S+)$/i.exec(authorization ?? '') ?? [];
    if (token !== undefined) return this.#tokens.get(token);
    return basicPassword(authorization);
  }
}

function basicPassword(authorization: string | undefined): string | undefined {
  const [, credentials] = /^basic (\S+)$/i.exec(authorization ?? '') ?? [];
  return credentials === undefined ? undefined : passwordOf(credentials);
}

function ping(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
}

function challenge(response: ServerResponse, { origin, host }: URL, name?: string): void {
  const scope = name === undefined ? '' : `,scope="repository:${name}:pull,push"`;
  const header = `Bearer realm="${origin}${tokenPath}",service="${host}"${scope}`;
  refuse(response, { status: 401, code: 'UNAUTHORIZED', message: 'authentication required' }, header);
}

type Refusal = { readonly status: number; readonly code: string; readonly message: string };

function refuse(response: ServerResponse, { status, code, message }: Refusal, authenticate?: string): void {
  response
    .writeHead(status, {
      'content-type': 'application/json',
      ...(authenticate !== undefined && { 'www-authenticate': authenticate }),
    })
    .end(JSON.stringify({ errors: [{ code, message }] }));
}

function outwardHeaders(headers: IncomingHttpHeaders, outward: (address: string) => string): Headers {
  const { location, link } = headers;
  return {
    ...endToEnd(headers),
    ...(location !== undefined && { location: outward(location) }),
    ...(link !== undefined && { link: outward(String(link)) }),
  };
}
