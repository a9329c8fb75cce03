import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { Digest } from '../../src/domain/images/digest.ts';

export type Exchange = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly method: string;
  readonly path: string;
  readonly body: Buffer;
  /** The same request before, in this test. */
  readonly times: number;
};

/** Answers in place of the registry; false leaves the request to the registry. */
export type Script = (exchange: Exchange) => unknown;

export type Stored = { readonly mediaType: string; readonly bytes: Buffer };

export const sha256 = (bytes: Uint8Array | string): Digest =>
  `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

/** A registry of which a test can replace any answer. It keeps what it gets in memory, and knows nothing but the protocol. */
export class ScriptedRegistry implements AsyncDisposable {
  /** `METHOD path authorization` of every request. */
  readonly seen: { readonly line: string; readonly authorization: string | undefined; readonly body: Buffer }[] = [];
  readonly manifests = new Map<string, Stored>();
  readonly blobs = new Map<string, Buffer>();
  script: Script = () => false;
  readonly #server = createServer((request, response) => void this.#receive(request, response));
  #sessions = 0;

  static async start(script: Script = () => false, address = '127.0.0.1'): Promise<ScriptedRegistry> {
    const registry = new ScriptedRegistry();
    registry.script = script;
    registry.#server.listen(0, address);
    await once(registry.#server, 'listening');
    return registry;
  }

  get host(): string {
    const { address, port } = this.#server.address() as AddressInfo;
    return `${address}:${port}`;
  }

  get lines(): readonly string[] {
    return this.seen.map(({ line }) => line);
  }

  /** Stores a manifest below its digest and perhaps a tag. */
  store(repository: string, tag: string | undefined, mediaType: string, manifest: object): Digest {
    const bytes = Buffer.from(JSON.stringify(manifest));
    for (const name of [sha256(bytes), ...(tag === undefined ? [] : [tag])])
      this.manifests.set(`${repository}/${name}`, { mediaType, bytes });
    return sha256(bytes);
  }

  /** Stores a blob, and describes it. */
  storeBlob(repository: string, content: string, mediaType = 'application/octet-stream') {
    const digest = sha256(content);
    this.blobs.set(`${repository}/${digest}`, Buffer.from(content));
    return { mediaType, digest, size: Buffer.byteLength(content) };
  }

  async #receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '', headers } = request;
    const line = `${method} ${url}`;
    const times = this.seen.filter((one) => one.line === line).length;
    const body = await buffer(request).catch(() => Buffer.alloc(0));
    this.seen.push({ line, authorization: headers.authorization, body });
    if ((await this.script({ request, response, method, path: url, body, times })) !== false) return;
    this.#answer(method, new URL(url, 'http://localhost'), { request, response, body });
  }

  #answer(
    method: string,
    { pathname, searchParams }: URL,
    { request, response, body }: Pick<Exchange, 'request' | 'response' | 'body'>,
  ): void {
    const [, repository = '', kind = '', name = ''] =
      /^\/v2\/(.+?)\/(manifests|blobs\/uploads|blobs)\/(.*)$/.exec(pathname) ?? [];
    const key = `${repository}/${name}`;
    if (kind === 'manifests' && method === 'PUT') {
      const stored = { mediaType: request.headers['content-type'] ?? '', bytes: body };
      this.manifests.set(key, stored).set(`${repository}/${sha256(body)}`, stored);
      return void response.writeHead(201, { 'docker-content-digest': sha256(body) }).end();
    }
    if (kind === 'blobs/uploads' && method === 'POST') {
      const from = `${searchParams.get('from')}/${searchParams.get('mount')}`;
      const mounted = this.blobs.get(from);
      if (mounted === undefined)
        return void response.writeHead(202, { location: `${pathname}${this.#sessions++}` }).end();
      this.blobs.set(`${repository}/${searchParams.get('mount')}`, mounted);
      return void response.writeHead(201).end();
    }
    if (kind === 'blobs/uploads' && method === 'PUT') {
      const digest = searchParams.get('digest') ?? '';
      if (sha256(body) !== digest) return refuse(response, 400, 'DIGEST_INVALID');
      this.blobs.set(`${repository}/${digest}`, body);
      return void response.writeHead(201).end();
    }
    const found =
      kind === 'manifests'
        ? this.manifests.get(key)
        : { bytes: this.blobs.get(key), mediaType: 'application/octet-stream' };
    if (found?.bytes === undefined)
      return refuse(response, 404, kind === 'manifests' ? 'MANIFEST_UNKNOWN' : 'BLOB_UNKNOWN');
    response.writeHead(200, {
      'content-type': found.mediaType,
      'content-length': found.bytes.length,
      'docker-content-digest': sha256(found.bytes),
    });
    response.end(method === 'HEAD' ? undefined : found.bytes);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}

/** A "no" in the form of the specification. */
export function refuse(response: ServerResponse, status: number, code: string, headers = {}): void {
  response.writeHead(status, headers).end(JSON.stringify({ errors: [{ code, message: 'as the test wants it' }] }));
}
