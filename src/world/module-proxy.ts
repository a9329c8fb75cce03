import { setTimeout as sleep } from 'node:timers/promises';
import { escapedPath } from '../domain/gomod/path.ts';
import { goModSum } from '../domain/gomod/sum.ts';
import { ReleaseError } from '../domain/error.ts';
import { abridged, quoted, short } from '../domain/text.ts';
import type { Change } from './change.ts';
import type { Commit } from './git/git.ts';
import type { Host } from './host.ts';
import type { Http } from './http/http.ts';
import { boundedly } from './parallel.ts';
import { pause, repeated, Unanswered } from './retry.ts';

/** A version of a module, and what a proxy has to say of it. */
export type ExpectedModule = {
  readonly path: string;
  readonly version: string;
  readonly commit: Commit;
  /** The text of its go.mod. */
  readonly goMod: string;
};

const longest = 16 * 1024 * 1024; // the bound that Go itself has for a go.mod

/** A Go module proxy: https://go.dev/ref/mod#goproxy-protocol */
export class ModuleProxy {
  readonly #host: Host;
  readonly #http: Http;
  constructor(host: Host, http: Http) {
    this.#host = host;
    this.#http = http;
  }

  // Why: docs/decisions.md D19
  /**
   * The modules that a proxy does not serve yet; one that it serves as something else is refused. Ask only for what is
   * tagged: a proxy remembers for minutes that there was nothing.
   */
  async unserved(url: string, modules: readonly ExpectedModule[]): Promise<readonly ExpectedModule[]> {
    const served = await boundedly(modules, (module) => repeated(() => this.#serves(url, module), this.#host));
    return modules.filter((_, index) => served[index] === false);
  }

  /** Makes a proxy fetch modules, and waits until it serves all of them, for so many seconds. */
  serve(url: string, modules: readonly ExpectedModule[], seconds: number): Change<void> | undefined {
    if (modules.length === 0) return undefined;
    return {
      keys: modules.map((module) => `${named(module)} on ${url}`),
      title: `Have ${url} serve ${modules.length === 1 ? named(modules[0]) : `${modules.length} modules`}`,
      detail: modules.map(named).join('\n'),
      reach: 'remote',
      apply: () => this.#served(url, modules, seconds),
    };
  }

  async #served(url: string, modules: readonly ExpectedModule[], seconds: number): Promise<void> {
    const deadline = Date.now() + seconds * 1000;
    let open = modules;
    for (let attempt = 1; ; attempt++) {
      open = await this.unserved(url, open);
      if (open.length === 0) return;
      if (Date.now() >= deadline) throw tooLate(url, open, seconds);
      this.#host.progress(`${url} serves ${modules.length - open.length} of ${modules.length} modules`);
      await Promise.race([
        pause(attempt, this.#host),
        sleep(Math.max(deadline - Date.now(), 1), undefined, { signal: this.#host.signal }),
      ]);
    }
  }

  async #serves(url: string, module: ExpectedModule): Promise<boolean> {
    const address = `${url.replace(/\/+$/, '')}/${escapedPath(module.path)}/@v/${escapedPath(module.version)}`;
    const info = await this.#text(`${address}.info`);
    if (info === undefined) return false;
    refuseOtherInfo(url, module, parsed(info));
    const goMod = await this.#text(`${address}.mod`);
    if (goMod === undefined) return false;
    if (!/^\s*module\s/m.test(goMod))
      throw new Unanswered(`${address}.mod is no go.mod: ${quoted(goMod.slice(0, 200))}`);
    const [wanted, found] = await Promise.all([goModSum(module.goMod), goModSum(goMod)]);
    if (wanted === found) return true;
    throw other(url, module, `with another go.mod: its sum is ${found}, that of the tag ${wanted}`);
  }

  /** Undefined where there is nothing. */
  async #text(address: string): Promise<string | undefined> {
    const { status, body } = await this.#http.get(address, { longest });
    if (status === 200) return body;
    if (status === 404 || status === 410) return undefined;
    throw new ReleaseError(`${address} answered ${status}: ${quoted(body.slice(0, 200).trim())}`, {
      fix: 'Check the input proxy: it takes the address of a proxy that this job may ask, such as https://proxy.golang.org.',
    });
  }
}

type Info = { readonly Version?: unknown; readonly Time?: unknown; readonly Origin?: { readonly Hash?: unknown } };

function parsed(text: string): Info {
  try {
    const info: unknown = JSON.parse(text);
    if (typeof info === 'object' && info !== null) return info;
  } catch {
    // told below
  }
  throw new Unanswered(`a proxy answered ${quoted(text.slice(0, 200))}, which is not what a proxy says`);
}

/** Commit and time may be left out by a proxy; what it says has to be so. */
function refuseOtherInfo(url: string, module: ExpectedModule, { Version, Time, Origin }: Info): void {
  if (Version !== module.version) throw other(url, module, `as ${quoted(String(Version))}`);
  if (typeof Origin?.Hash === 'string' && Origin.Hash !== module.commit.sha)
    throw other(url, module, `from ${short(Origin.Hash)}, not from ${short(module.commit.sha)}`);
  if (typeof Time === 'string' && Date.parse(Time) !== module.commit.epoch * 1000)
    throw other(url, module, `as a commit of ${Time}, not of ${new Date(module.commit.epoch * 1000).toISOString()}`);
}

const named = (module: ExpectedModule | undefined) => `${module?.path}@${module?.version}`;

const other = (url: string, module: ExpectedModule, how: string) =>
  new ReleaseError(`${url} serves ${named(module)} ${how}.`, {
    fix: 'It saw the tag at another commit once, and keeps that for ever: release the next version.',
  });

const tooLate = (url: string, open: readonly ExpectedModule[], seconds: number) =>
  new ReleaseError(`${url} does not serve ${abridged(open.map(named), 5)} after ${seconds} seconds.`, {
    fix: 'The tags are pushed. Run it again to wait on, with a longer proxy-wait; a proxy that was asked too early needs up to an hour, and a private repository it never sees.',
  });
