import { join, normalize } from 'node:path';
import type { DeclaredRegistry } from '../domain/images/declared-registry.ts';
import type { Archives } from './archives.ts';
import type { Builders } from './build/build.ts';
import { Event } from './event.ts';
import { Files } from './files.ts';
import { Git } from './git/git.ts';
import type { GitHub } from './github/github.ts';
import type { Helm } from './helm/helm.ts';
import type { Host } from './host.ts';
import { Http } from './http/http.ts';
import type { Ledger } from './ledger.ts';
import type { ModuleProxy } from './module-proxy.ts';
import type { Python } from './python/python.ts';
import type { Registry } from './registry/registry.ts';
import type { Slack } from './slack.ts';
import { Tools } from './tools.ts';

// Why: docs/decisions.md D36
/** The ports. Each is created when it is first used. Those that most runs do without are loaded by the first call. */
export class World implements AsyncDisposable {
  readonly #host: Host;
  readonly #http: Http;
  #archives?: Promise<Archives>;
  #builders?: Promise<Builders>;
  #files?: Files;
  #git?: Git;
  #github?: Promise<GitHub>;
  #helm?: Promise<Helm>;
  #moduleProxy?: Promise<ModuleProxy>;
  #python?: Promise<Python>;
  readonly #registries = new Map<string, Promise<Registry>>();
  #slack?: Promise<Slack>;
  #tools?: Tools;
  readonly #others: World[] = [];
  constructor(host: Host) {
    this.#host = host;
    this.#http = new Http(host);
  }

  get event(): Event {
    return new Event(this.#host);
  }

  get files(): Files {
    return (this.#files ??= new Files(this.#host));
  }

  get git(): Git {
    return (this.#git ??= new Git(this.#host, this));
  }

  readonly archives = (): Promise<Archives> => (this.#archives ??= this.#loadArchives());

  readonly builders = (): Promise<Builders> => (this.#builders ??= this.#loadBuilders());

  readonly github = (): Promise<GitHub> => (this.#github ??= this.#loadGitHub());

  readonly helm = (): Promise<Helm> => (this.#helm ??= this.#loadHelm());

  readonly moduleProxy = (): Promise<ModuleProxy> => (this.#moduleProxy ??= this.#loadModuleProxy());

  readonly python = (): Promise<Python> => (this.#python ??= this.#loadPython());

  /** Registries, with what the workflow declares about some of them. */
  readonly registry = (declared: readonly DeclaredRegistry[] = []): Promise<Registry> => {
    const key = JSON.stringify(declared);
    const known = this.#registries.get(key) ?? this.#loadRegistry(declared);
    this.#registries.set(key, known);
    return known;
  };

  readonly slack = (): Promise<Slack> => (this.#slack ??= this.#loadSlack());

  /** What this run has done so far. */
  get ledger(): Ledger {
    return this.#host.ledger;
  }

  get tools(): Tools {
    return (this.#tools ??= new Tools(this.#host));
  }

  /** The same ports for another checkout, in a folder of the workspace. */
  at(folder: string): World {
    if (normalize(folder) === '.') return this;
    const { workspace, outerWorkspace = workspace } = this.#host;
    const there = new World({ ...this.#host, outerWorkspace, workspace: join(workspace, folder) });
    this.#others.push(there);
    return there;
  }

  async #loadArchives(): Promise<Archives> {
    const { Archives } = await import('./archives.ts');
    return new Archives(this.#host, this.files);
  }

  async #loadBuilders(): Promise<Builders> {
    const { Builders } = await import('./build/build.ts');
    return new Builders(this.#host);
  }

  async #loadGitHub(): Promise<GitHub> {
    const { GitHub } = await import('./github/github.ts');
    return new GitHub(this.#host, this.#http);
  }

  async #loadHelm(): Promise<Helm> {
    const [{ Helm }, archives, builders] = await Promise.all([
      import('./helm/helm.ts'),
      this.archives(),
      this.builders(),
    ]);
    return new Helm(this.#host, { archives, builders, files: this.files, http: this.#http, tools: this.tools });
  }

  async #loadModuleProxy(): Promise<ModuleProxy> {
    const { ModuleProxy } = await import('./module-proxy.ts');
    return new ModuleProxy(this.#host, this.#http);
  }

  async #loadRegistry(declared: readonly DeclaredRegistry[]): Promise<Registry> {
    const { Registry } = await import('./registry/registry.ts');
    return new Registry(this.#host, { http: this.#http, tools: this.tools }, declared);
  }

  async #loadPython(): Promise<Python> {
    const [{ Python }, archives, builders] = await Promise.all([
      import('./python/python.ts'),
      this.archives(),
      this.builders(),
    ]);
    return new Python(this.#host, { archives, builders, files: this.files, tools: this.tools });
  }

  async #loadSlack(): Promise<Slack> {
    const [{ Slack }] = await Promise.all([import('./slack.ts'), this.#http.load()]);
    return new Slack(this.#host, this.#http);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const other of this.#others) await other[Symbol.asyncDispose]();
    await this.#git?.[Symbol.asyncDispose]();
    await this.#files?.[Symbol.asyncDispose]();
  }
}
