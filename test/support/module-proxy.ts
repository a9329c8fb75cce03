import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';

type Kept = { readonly info: string; readonly goMod: string; readonly zip: Buffer };

export type ProxyAnswer = { readonly status: number; readonly body?: string };

export type ProxyOptions = {
  /** A bare repository, and how its root is imported. */
  readonly repository: string;
  readonly root: string;
};

/** A Go module proxy that keeps the first answer it gave, also that there was nothing, as proxy.golang.org does. */
export async function startModuleProxy(options: ProxyOptions): Promise<ModuleProxyServer> {
  const http = createServer();
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  return new ModuleProxyServer(http, options);
}

export class ModuleProxyServer implements AsyncDisposable {
  readonly url: string;
  readonly requests: string[] = [];
  /** What is answered instead; may be replaced at any time. */
  fault: ((path: string) => ProxyAnswer | undefined) | undefined;
  readonly #http: Server;
  readonly #options: ProxyOptions;
  readonly #kept = new Map<string, Promise<Kept | undefined>>();

  constructor(http: Server, options: ProxyOptions) {
    this.url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`; // it listens on a port, not on a pipe
    this.#http = http;
    this.#options = options;
    http.on('request', ({ url = '/' }, response) => {
      const path = decodeURIComponent(url); // go writes %21 for !
      this.requests.push(path);
      this.#serve(path, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#http.close();
    this.#http.closeAllConnections();
    await Promise.allSettled(this.#kept.values());
  }

  async #serve(path: string, response: ServerResponse): Promise<void> {
    const fault = this.fault?.(path);
    if (fault !== undefined) return void response.writeHead(fault.status).end(fault.body);
    const [, module = '', version = '', kind = ''] = /^\/(.+)\/@v\/(.+)\.(info|mod|zip)$/.exec(path) ?? [];
    const key = `${unescaped(module)}@${unescaped(version)}`;
    const kept = this.#kept.get(key) ?? this.#look(unescaped(module), unescaped(version));
    this.#kept.set(key, kept);
    const found = await kept;
    if (found === undefined) return void response.writeHead(404).end(`not found: ${key}: unknown revision`);
    response.writeHead(200).end({ info: found.info, mod: found.goMod }[kind] ?? found.zip);
  }

  async #look(module: string, version: string): Promise<Kept | undefined> {
    const folder = module === this.#options.root ? '' : `${module.slice(this.#options.root.length + 1)}/`;
    const tag = `refs/tags/${folder}${version}`;
    const commit = (await this.#git('rev-parse', '--verify', `${tag}^{commit}`).catch(() => undefined))
      ?.toString()
      .trim();
    if (commit === undefined || !module.startsWith(this.#options.root)) return undefined;
    const time = Number(await this.#git('log', '-1', '--format=%ct', commit)) * 1000;
    const info = {
      Version: version,
      Time: new Date(time).toISOString(),
      Origin: { VCS: 'git', Ref: tag, Hash: commit },
    };
    return {
      info: JSON.stringify(info),
      goMod: (await this.#git('show', `${commit}:${folder}go.mod`)).toString(),
      zip: await this.#git('archive', '--format=zip', `--prefix=${module}@${version}/`, `${commit}:${folder}`),
    };
  }

  async #git(...args: string[]): Promise<Buffer> {
    const run = promisify(execFile);
    return (await run('git', ['--git-dir', this.#options.repository, ...args], { encoding: 'buffer' })).stdout;
  }
}

const unescaped = (text: string) => text.replaceAll(/!([a-z])/g, (_, letter: string) => letter.toUpperCase());
