import { join, normalize } from 'node:path';
import { Event } from './event.ts';
import { Files } from './files.ts';
import { Git } from './git/git.ts';
import { GitHub } from './github/github.ts';
import type { Host } from './host.ts';
import { Http } from './http/http.ts';
import type { Ledger } from './ledger.ts';
import { ModuleProxy } from './module-proxy.ts';
import { Tools } from './tools.ts';

/** The ports. Each is created when it is first used, and loads a heavy library only for its first request. */
export class World implements AsyncDisposable {
  readonly #host: Host;
  readonly #http: Http;
  #files?: Files;
  #git?: Git;
  #github?: GitHub;
  #moduleProxy?: ModuleProxy;
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

  get github(): GitHub {
    return (this.#github ??= new GitHub(this.#host, this.#http));
  }

  /** What this run has done so far. */
  get ledger(): Ledger {
    return this.#host.ledger;
  }

  get moduleProxy(): ModuleProxy {
    return (this.#moduleProxy ??= new ModuleProxy(this.#host, this.#http));
  }

  get tools(): Tools {
    return (this.#tools ??= new Tools(this.#host));
  }

  /** The same ports for another checkout, in a folder of the workspace. */
  at(folder: string): World {
    if (normalize(folder) === '.') return this;
    const there = new World({ ...this.#host, workspace: join(this.#host.workspace, folder) });
    this.#others.push(there);
    return there;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const other of this.#others) await other[Symbol.asyncDispose]();
    await this.#git?.[Symbol.asyncDispose]();
    await this.#files?.[Symbol.asyncDispose]();
  }
}
