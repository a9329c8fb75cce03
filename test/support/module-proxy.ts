import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { moduleZip } from './module-zip.ts';
import { type ServedVersion, type UpstreamModule, upstreamModule } from './upstream-module.ts';

export type ProxyAnswer = { readonly status: number; readonly body?: string };

export type ProxyOptions = {
  /** A bare repository. `root` is the import path of its root folder. */
  readonly repository: string;
  readonly root: string;
  /** Folders with modules of other projects: test/examples/upstream. */
  readonly upstream?: readonly string[];
};

/** A Go module proxy. Like proxy.golang.org, it repeats its first answer for ever, also if it found nothing. */
export async function startModuleProxy(options: ProxyOptions): Promise<ModuleProxyServer> {
  const upstream = await Promise.all((options.upstream ?? []).map(upstreamModule));
  const http = createServer();
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  return new ModuleProxyServer(http, options, upstream);
}

export class ModuleProxyServer implements AsyncDisposable {
  readonly url: string;
  readonly requests: string[] = [];
  /** The answer that is sent instead. Can be replaced at any time. */
  fault: ((path: string) => ProxyAnswer | undefined) | undefined;
  readonly #http: Server;
  readonly #options: ProxyOptions;
  readonly #upstream: readonly UpstreamModule[];
  readonly #kept = new Map<string, Promise<ServedVersion | undefined>>();

  constructor(http: Server, options: ProxyOptions, upstream: readonly UpstreamModule[]) {
    this.url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`; // it listens on a port, not on a pipe
    this.#http = http;
    this.#options = options;
    this.#upstream = upstream;
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
    const { module, version, kind } = parsedPath(path);
    // A list has no pseudo-versions, and the modules of other projects have only these: https://go.dev/ref/mod#goproxy-protocol
    if (kind === 'list' && this.#upstreamModule(module) !== undefined) return void response.writeHead(200).end();
    const key = `${module}@${version}`;
    const kept =
      this.#kept.get(key) ?? this.#upstreamModule(module)?.version(version) ?? this.#servedVersion(module, version);
    this.#kept.set(key, kept);
    const found = await kept;
    if (found === undefined) return void response.writeHead(404).end(`not found: ${key}: unknown revision`);
    response.writeHead(200).end({ info: found.info, mod: found.goMod }[kind] ?? found.zip);
  }

  #upstreamModule(module: string): UpstreamModule | undefined {
    return this.#upstream.find(({ path }) => path === module);
  }

  async #servedVersion(module: string, version: string): Promise<ServedVersion | undefined> {
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
      zip: await moduleZip(this.#options.repository, `${commit}:${folder}`, `${module}@${version}`),
    };
  }

  async #git(...args: string[]): Promise<Buffer> {
    const run = promisify(execFile);
    return (await run('git', ['--git-dir', this.#options.repository, ...args], { encoding: 'buffer' })).stdout;
  }
}

function parsedPath(path: string): { readonly module: string; readonly version: string; readonly kind: string } {
  const [, module = '', version = '', kind = 'list'] =
    /^\/(.+)\/@v\/(.+)\.(info|mod|zip)$/.exec(path.replace(/\/@latest$/, '/@v/latest.info')) ??
    /^\/(.+)\/@v\/list$/.exec(path) ??
    [];
  return { module: unescaped(module), version: unescaped(version), kind };
}

const unescaped = (text: string) => text.replaceAll(/!([a-z])/g, (_, letter: string) => letter.toUpperCase());
