import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Terminal } from '../world/terminal.ts';
import type { Checkout } from './checkout.ts';
import { type Beginning, Rehearsal, type RehearsalOptions } from './rehearsal.ts';
import type { Chronicle, Interruption } from './chronicle.ts';
import { chronicleOf } from './recorded-chronicle.ts';
import { isRefused, isStarted } from './explain.ts';
import { eventLine, runLines, stepLines, unreadLines } from './report.ts';
import { machineVariables, mirrorsIn, toolsOf } from './machine.ts';
import { everySecret, hiddenIn, masksOf } from './secrets.ts';
import { RehearsalServers } from './servers/servers.ts';
import type { SourceFile } from './workflow/source.ts';
import { beforeRelease, worldOf } from './world.ts';

/** What a rehearsal needs of the terminal, which gets what happens as soon as it happened. */
type Here = Pick<Terminal, 'env' | 'releaseTree' | 'print'>;

type Options = Partial<Pick<RehearsalOptions, 'given' | 'secrets' | 'vars' | 'isPerformed'>> & {
  /** The hosts that programs may reach. */
  readonly allowed?: readonly string[];
  /** Ends the jobs. */
  readonly limit?: AbortSignal;
};

/** The embedded servers with the refs of a checkout, in a folder that is removed at the end. */
export class Scene implements AsyncDisposable {
  readonly servers: RehearsalServers;
  readonly #checkout: Checkout;
  readonly #terminal: Here;
  readonly #root: string;

  static async open(checkout: Checkout, terminal: Here): Promise<Scene> {
    const root = await mkdtemp(join(tmpdir(), 'rehearsal-'));
    try {
      const { searchPath } = checkout;
      const servers = await RehearsalServers.start(checkout, { root, searchPath, env: terminal.env });
      return new Scene(checkout, { servers, terminal, root });
    } catch (error) {
      await remove(root);
      throw error;
    }
  }

  private constructor(
    checkout: Checkout,
    parts: { readonly servers: RehearsalServers; readonly terminal: Here; readonly root: string },
  ) {
    this.#checkout = checkout;
    this.servers = parts.servers;
    this.#terminal = parts.terminal;
    this.#root = parts.root;
  }

  /** Commits everything that is in the folder of the checkout, with these files besides or instead. */
  commitUncommitted(proposed: readonly SourceFile[] = []): Promise<string> {
    return this.servers.repository.commitUncommitted(join(this.#root, 'index'), proposed);
  }

  /** Performs what these start, one after the other. Tags of pushes are made if they are missing. */
  async perform(beginnings: readonly Beginning[], options: Options): Promise<Chronicle> {
    const start = new Date();
    const { repository, github, registry, outside } = this.servers;
    outside.prepare();
    outside.allow([...(options.allowed ?? []), ...mirrorsIn(machineVariables(this.#terminal.env))]);
    const git = (...args: readonly string[]) => repository.git(...args);
    const seen = { github, repositories: [{ name: repository.name, git }], registries: [registry] } as const;
    const { result, signal } = await untilInterrupted(async (interrupted) => {
      const ending = AbortSignal.any([interrupted, ...(options.limit === undefined ? [] : [options.limit])]);
      const looking = beforeRelease(seen); // meanwhile, the first folders are made
      const rehearsal = new Rehearsal(this.servers, this.#optionsFor(options, ending));
      const before = await looking;
      for (const begin of beginnings) {
        if (typeof begin !== 'function') await repository.haveRef(begin.ref, begin.sha);
        await this.servers.know();
        await rehearsal.perform(begin);
      }
      return { rehearsed: rehearsal.rehearsed, before };
    });
    const { rehearsed, before } = result;
    const world = await worldOf(seen, before);
    const chronicle = chronicleOf({ repository: repository.name, begin: start, signal }, rehearsed, world);
    return hiddenIn(chronicle, masksOf(options.secrets));
  }

  #optionsFor(
    { given = new Map(), secrets = everySecret, vars = {}, isPerformed }: Options,
    signal: AbortSignal,
  ): RehearsalOptions {
    const { print, releaseTree, env } = this.#terminal;
    const masks = masksOf(secrets);
    const say = (lines: readonly string[]) => lines.length > 0 && print(`${masks.hide(lines.join('\n'))}\n`);
    return {
      root: this.#root,
      signal,
      searchPath: this.#checkout.searchPath,
      machine: machineVariables(env),
      tools: toolsOf(env) ?? join(this.#root, 'tools'),
      given: new Map([['release-actions', releaseTree], ...given]),
      secrets,
      vars,
      jobsAtOnce: availableParallelism() + 1,
      ...(isPerformed !== undefined && { isPerformed }),
      onEvent: ({ name, ref, actor }, all) => {
        const refused = all.filter(isRefused);
        if (refused.length > 0 || all.some(isStarted)) say(['', eventLine(name, ref, actor.login)]);
        say(refused.flatMap(unreadLines));
      },
      onStep: (step, { key, run }) => say(stepLines(step, `${basename(run.path)} ${key}`)),
      onRun: (run) => say(runLines(run)),
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.servers[Symbol.asyncDispose]();
    await remove(this.#root);
  }
}

/** Programs that a job left behind may still write there for a moment. */
const remove = (root: string) => rm(root, { recursive: true, force: true, maxRetries: 10 });

/** Ctrl-C ends the jobs, and then everything is put away. */
async function untilInterrupted<T>(
  work: (interrupted: AbortSignal) => Promise<T>,
): Promise<{ readonly result: T; readonly signal: Interruption['signal'] | undefined }> {
  const stopping = new AbortController();
  let signal: Interruption['signal'] | undefined;
  const stop = (received: Interruption['signal']) => {
    signal ??= received;
    stopping.abort();
  };
  for (const one of signals) process.on(one, stop);
  try {
    const result = await work(stopping.signal);
    return { result, signal };
  } finally {
    for (const one of signals) process.off(one, stop);
  }
}

const signals = ['SIGINT', 'SIGTERM'] as const;
