import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type Asked, help, readArguments } from './arguments.ts';
import { Checkout } from './checkout.ts';
import { startEvent } from './start-event.ts';
import { explained, explanation } from './explain.ts';
import { Rehearsal, type RehearsalOptions } from './rehearsal.ts';
import { ending, eventLine, isWhole, runLines, stepLines, unreadLines } from './report.ts';
import { RehearsalServers } from './servers/servers.ts';
import { beforeRelease, worldOf } from './world.ts';

/** What the command line gives to a command. */
type Terminal = {
  readonly folder: string;
  readonly searchPath: string;
  /** The folder of this release of release-actions, with its actions. */
  readonly releaseTree: string;
  /** Prints what was asked for. */
  readonly print: (text: string) => void;
};

/** Reads the command line. What it returns does the work, and returns the exit code. */
export function command(args: readonly string[]): (terminal: Terminal) => Promise<number> {
  const asked = readArguments(args);
  if (asked === 'help') return showHelp;
  return (terminal) => (asked.isExplained ? explain(asked, terminal) : rehearse(asked, terminal));
}

async function showHelp({ print }: Terminal): Promise<number> {
  print(help);
  return 0;
}

async function explain(asked: Asked, { folder, searchPath, print }: Terminal): Promise<number> {
  const checkout = await Checkout.open(folder, searchPath);
  const event = await startEvent(asked, checkout, await checkout.head());
  const all = explained(await checkout.workflows(event.sha), event);
  print(`${explanation(all, event)}\n`);
  return all.some((one) => one.kind === 'read' && one.finding.runs) ? 0 : 1;
}

async function rehearse(asked: Asked, terminal: Terminal): Promise<number> {
  const { folder, searchPath, print } = terminal;
  const checkout = await Checkout.open(folder, searchPath);
  await using scratch = await scratchFolder();
  await using servers = await RehearsalServers.start(checkout, { root: scratch.path, searchPath });
  const index = join(scratch.path, 'index');
  const head = asked.isUncommitted ? await servers.repository.commitUncommitted(index) : await checkout.head();
  const event = await startEvent(asked, checkout, head);
  const all = explained(await checkout.workflows(event.sha, servers.repository.folder), event);
  if (all.every((one) => one.kind === 'refused' || !one.finding.runs)) {
    print(`${explanation(all, event)}\n`);
    return 1;
  }
  const seen = seenBy(servers);
  const before = await beforeRelease(seen);
  if (event.name === 'push') await servers.repository.tag(asked.what, head);
  await servers.know();
  const rehearsed = await untilInterrupted((signal) =>
    new Rehearsal(checkout, servers, optionsFor(asked, terminal, { root: scratch.path, signal })).perform(event),
  );
  print(`${ending(rehearsed, await worldOf(seen, before)).join('\n')}\n`);
  return isWhole(rehearsed) ? 0 : 1;
}

/** Programs that a job left behind may still write there for a moment. */
async function scratchFolder(): Promise<AsyncDisposable & { readonly path: string }> {
  const path = await mkdtemp(join(tmpdir(), 'rehearsal-'));
  const options = { recursive: true, force: true, maxRetries: 10 };
  return { path, [Symbol.asyncDispose]: () => rm(path, options) };
}

function seenBy({ repository, github, registry }: RehearsalServers): Parameters<typeof worldOf>[0] {
  const git = (...args: readonly string[]) => repository.git(...args);
  return { github, repositories: [{ name: repository.name, git }], registries: [registry] };
}

/** Ctrl-C ends the jobs, and then everything is put away. */
async function untilInterrupted<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const stopping = new AbortController();
  const stop = () => stopping.abort();
  for (const signal of signals) process.on(signal, stop);
  try {
    return await work(stopping.signal);
  } finally {
    for (const signal of signals) process.off(signal, stop);
  }
}

const signals = ['SIGINT', 'SIGTERM'] as const;

function optionsFor(
  asked: Asked,
  { searchPath, releaseTree, print }: Terminal,
  { root, signal }: Pick<RehearsalOptions, 'root' | 'signal'>,
): RehearsalOptions {
  const say = (lines: readonly string[]) => lines.length > 0 && print(`${lines.join('\n')}\n`);
  return {
    root,
    signal,
    searchPath,
    given: new Map([['release-actions', releaseTree], ...asked.local]),
    secrets: asked.secrets,
    vars: asked.vars,
    jobsAtOnce: availableParallelism() + 1,
    onEvent: ({ name, ref, actor }, all) => {
      if (all.some((one) => one.kind === 'refused' || one.finding.runs)) say(['', eventLine(name, ref, actor.login)]);
      say(all.flatMap(unreadLines));
    },
    onStep: (step, { key, run }) => say(stepLines(step, `${basename(run.path)} ${key}`)),
    onRun: (run) => say(runLines(run)),
  };
}
