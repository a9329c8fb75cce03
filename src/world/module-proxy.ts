import { escapedPath } from '../domain/gomod/module-path.ts';
import { goModSum } from '../domain/gomod/sum.ts';
import { ReleaseError } from '../domain/error.ts';
import { abridged, quoted, short } from '../domain/text.ts';
import type { Change } from './change.ts';
import type { Commit } from './git/git.ts';
import type { Host } from './host.ts';
import type { Http } from './http/http.ts';
import { boundedly } from './parallel.ts';
import { pause, repeated, Unanswered } from './retry.ts';
import { instant, maybe, record, string } from './shape.ts';

/** A version of a module, and the commit and go.mod that a proxy has to serve for it. */
export type ExpectedModule = {
  readonly path: string;
  readonly version: string;
  readonly commit: Commit;
  /** The text of its go.mod. */
  readonly goMod: string;
};

const mebibyte = 1024 * 1024;
const shortestLook = 5; // seconds

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
   * The modules that a proxy does not serve yet. A module that it serves with other content is refused. Ask only for
   * modules that are tagged: a proxy remembers for minutes that a version is missing. A proxy that takes longer than so many
   * seconds does not serve them yet.
   */
  async unserved(url: string, modules: readonly ExpectedModule[], seconds: number): Promise<readonly ExpectedModule[]> {
    const deadline = Date.now() + Math.max(seconds, shortestLook) * 1000;
    const served = await boundedly(modules, (module) => this.#isServed(url, module, deadline));
    return modules.filter((_, index) => served[index] === false);
  }

  /** Makes a proxy fetch modules, and waits until it serves all of them, at most for so many seconds. */
  serve(url: string, modules: readonly ExpectedModule[], seconds: number): Change<void> | undefined {
    if (modules.length === 0) return undefined;
    return {
      keys: modules.map((module) => `${versioned(module)} on ${url}`),
      title: `Wait until ${url} serves ${modules.length === 1 ? versioned(modules[0]) : `${modules.length} modules`}`,
      detail: modules.map(versioned).join('\n'),
      reach: 'remote',
      apply: () => this.#waitFor(url, modules, seconds),
    };
  }

  async #waitFor(url: string, modules: readonly ExpectedModule[], seconds: number): Promise<void> {
    const deadline = Date.now() + seconds * 1000;
    let unserved = modules;
    for (let attempt = 1; ; attempt++) {
      unserved = await this.unserved(url, unserved, (deadline - Date.now()) / 1000);
      if (unserved.length === 0) return;
      if (Date.now() >= deadline) throw notServed(url, unserved, seconds);
      this.#host.progress(`${url} serves ${modules.length - unserved.length} of ${modules.length} modules`);
      await pause(attempt, this.#host, deadline);
    }
  }

  async #isServed(url: string, module: ExpectedModule, deadline: number): Promise<boolean> {
    try {
      return await repeated(() => this.#serves(url, module, deadline), this.#host, deadline);
    } catch (error) {
      if (error instanceof Unanswered) return false; // the time is over
      throw error;
    }
  }

  async #serves(url: string, module: ExpectedModule, deadline: number): Promise<boolean> {
    const address = `${url.replace(/\/+$/, '')}/${escapedPath(module.path)}/@v/${escapedPath(module.version)}`;
    const info = await this.#text(`${address}.info`, { longest: mebibyte, deadline });
    if (info === undefined) return false;
    refuseOtherInfo(url, module, parseInfo(info));
    const longest = Math.max(mebibyte, 2 * module.goMod.length); // what is longer is another go.mod
    const goMod = await this.#text(`${address}.mod`, { longest, deadline });
    if (goMod === undefined) return false;
    if (!/^\s*module\s/m.test(goMod))
      throw new Unanswered(`${address}.mod is not a go.mod: ${quoted(goMod.slice(0, 200))}`);
    const [wanted, found] = await Promise.all([goModSum(module.goMod), goModSum(goMod)]);
    if (wanted === found) return true;
    throw otherModule(url, module, `with another go.mod: its sum is ${found}, that of the tag ${wanted}`);
  }

  /** The text at an address; undefined if there is none. */
  async #text(
    address: string,
    bounds: { readonly longest: number; readonly deadline: number },
  ): Promise<string | undefined> {
    const { status, body } = await this.#http.get(address, bounds);
    if (status === 200) return body;
    if (status === 404 || status === 410) return undefined;
    throw new ReleaseError(`${address} answered ${status}: ${quoted(body.slice(0, 200).trim())}`, {
      fix: 'Check the input proxy. It takes the address of a proxy that this job can reach, such as https://proxy.golang.org.',
    });
  }
}

/** https://go.dev/ref/mod#goproxy-protocol */
const moduleInfo = record({
  Version: string,
  Time: maybe(instant),
  Origin: maybe(record({ Hash: maybe(string) })),
});
type Info = ReturnType<typeof moduleInfo>;

function parseInfo(text: string): Info {
  try {
    return moduleInfo(JSON.parse(text));
  } catch (cause) {
    throw new Unanswered(
      `the proxy answered ${quoted(text.slice(0, 200))}, which is not the answer of a Go module proxy`,
      { cause },
    );
  }
}

/** A proxy may leave out commit and time. If it gives them, they must be right. */
function refuseOtherInfo(url: string, module: ExpectedModule, { Version, Time, Origin }: Info): void {
  if (Version !== module.version) throw otherModule(url, module, `as ${quoted(Version)}`);
  if (typeof Origin?.Hash === 'string' && Origin.Hash !== module.commit.sha)
    throw otherModule(url, module, `from ${short(Origin.Hash)}, not from ${short(module.commit.sha)}`);
  if (typeof Time === 'string' && Date.parse(Time) !== module.commit.epoch * 1000)
    throw otherModule(
      url,
      module,
      `as a commit of ${Time}, not of ${new Date(module.commit.epoch * 1000).toISOString()}`,
    );
}

const versioned = (module: ExpectedModule | undefined) => `${module?.path}@${module?.version}`;

const otherModule = (url: string, module: ExpectedModule, how: string) =>
  new ReleaseError(`${url} serves ${versioned(module)} ${how}.`, {
    fix: 'Release the next version. The proxy has seen this tag at another commit, and keeps that commit for ever.',
  });

const notServed = (url: string, modules: readonly ExpectedModule[], seconds: number) =>
  new ReleaseError(`${url} still does not serve ${abridged(modules.map(versioned), 5)} after ${seconds} seconds.`, {
    fix: 'The tags are pushed. Run it again with a longer proxy-wait to continue waiting. A proxy that was asked too early needs up to an hour. A public proxy never serves a private repository.',
  });
