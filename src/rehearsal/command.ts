import { constants } from 'node:os';
import type { Terminal } from '../world/terminal.ts';
import { type Asked, readArguments } from './rehearse-arguments.ts';
import { openPage } from './browser.ts';
import { Checkout } from './checkout.ts';
import { type Explained, explained, explanation, isStarted } from './explain.ts';
import { pageOf } from './page/page.ts';
import { report, verdict } from './report.ts';
import { Scene } from './scene.ts';
import { knownSecrets } from './secrets.ts';
import { startEvents } from './start-event.ts';
import { starter } from './steps/starter.ts';
import type { RepositoryEvent } from './triggers/event.ts';

type Here = Pick<Terminal, 'folder' | 'env' | 'releaseTree' | 'print' | 'note' | 'variable'>;

/** Reads the command line. What it returns does the work, and returns the exit code. */
export function command(args: readonly string[]): (terminal: Here) => Promise<number> {
  const asked = readArguments(args);
  return (terminal) => (asked.isExplained ? explain(asked, terminal) : rehearse(asked, terminal));
}

async function explain(asked: Asked, terminal: Here): Promise<number> {
  const checkout = await Checkout.open(terminal.folder, terminal.env, terminal.note);
  await using scene = await Scene.open(checkout, terminal);
  const { all } = await startOf(asked, checkout, scene);
  terminal.print(explanations(all));
  return all.some(startsSomething) ? 0 : 1;
}

type Start = { readonly event: RepositoryEvent; readonly workflows: readonly Explained[] };

/** The commit that is released, and what happens first. */
async function startOf(
  asked: Asked,
  checkout: Checkout,
  scene: Scene,
): Promise<{ readonly head: string; readonly all: readonly Start[] }> {
  const { repository } = scene.servers;
  const head = asked.isUncommitted ? await scene.commitUncommitted() : await checkout.head();
  const events = await startEvents(asked, repository, head);
  const files = await repository.workflows(events[0]?.sha ?? head);
  return { head, all: events.map((event) => ({ event, workflows: explained(files, event) })) };
}

const startsSomething = ({ workflows }: Start) => workflows.some(isStarted);

/** The first event says of every workflow why it is not started. Of the others, those that start something are told. */
const explanations = (all: readonly Start[]): string =>
  all
    .filter((start, index) => index === 0 || startsSomething(start))
    .map(({ event, workflows }) => `${explanation(workflows, event)}\n`)
    .join('');

async function rehearse(asked: Asked, here: Here): Promise<number> {
  const print = asked.isJson ? () => {} : here.print;
  starter.prepare();
  const checkout = await Checkout.open(here.folder, here.env, here.note);
  await using scene = await Scene.open(checkout, { ...here, print });
  scene.servers.outside.prepare();
  const { head, all } = await startOf(asked, checkout, scene);
  const { what, isReleased, vars, allowed, local: given } = asked;
  const secrets = knownSecrets(asked.secrets, here.variable);
  const beginnings = isReleased ? [() => scene.servers.release(what, head)] : all.map(({ event }) => event);
  const chronicle = await scene.perform(beginnings, { secrets, vars, given, allowed });
  if (asked.isJson) here.print(`${JSON.stringify(chronicle, undefined, 2)}\n`);
  print(`${report(chronicle).join('\n')}\n`);
  if (asked.isOpened) {
    const path = await openPage({ name: `${what}-rehearsed`, html: pageOf(chronicle) }, here.env);
    print(`\nPage: ${path}\n`);
  }
  print(`\n${verdict(chronicle)}\n`);
  const { interruption, isDone } = chronicle;
  if (interruption !== undefined) return 128 + constants.signals[interruption.signal]; // as a shell says it
  return isDone ? 0 : 1;
}
