import { type Asked, help, readArguments } from './arguments.ts';
import { Checkout } from './checkout.ts';
import { explained, explanation } from './explain.ts';
import { ending, isWhole } from './report.ts';
import { Scene } from './scene.ts';
import { startEvent } from './start-event.ts';

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
  await using scene = await Scene.open(checkout, terminal);
  const head = asked.isUncommitted ? await scene.commitUncommitted() : await checkout.head();
  const event = await startEvent(asked, checkout, head);
  const all = explained(await checkout.workflows(event.sha, scene.servers.repository.folder), event);
  if (all.every((one) => one.kind === 'refused' || !one.finding.runs)) {
    print(`${explanation(all, event)}\n`);
    return 1;
  }
  const { secrets, vars, local: given } = asked;
  const { rehearsed, world } = await scene.perform([event], { secrets, vars, given });
  print(`${ending(rehearsed, world).join('\n')}\n`);
  return isWhole(rehearsed) ? 0 : 1;
}
