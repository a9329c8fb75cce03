import { Event } from './event.ts';
import { Files } from './files.ts';
import { Git } from './git.ts';
import type { Host } from './host.ts';
import { Tools } from './tools.ts';

/** The ports. Each is made when it is first named, and loads a heavy library only at its first request. */
export class World implements AsyncDisposable {
  readonly #host: Host;
  #files?: Files;
  #git?: Git;
  #tools?: Tools;
  constructor(host: Host) {
    this.#host = host;
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

  get tools(): Tools {
    return (this.#tools ??= new Tools(this.#host));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#git?.[Symbol.asyncDispose]();
    await this.#files?.[Symbol.asyncDispose]();
  }
}
