import type { Terminal } from '../../world/terminal.ts';
import { Checkout } from '../checkout.ts';
import { type Asked, readArguments } from './doctor-arguments.ts';
import { diagnosis } from './diagnosis.ts';
import { readProject } from './project.ts';
import { json, report } from './report.ts';
import { readSettings } from './settings.ts';

type Here = Pick<Terminal, 'folder' | 'env' | 'releaseTree' | 'print' | 'note' | 'contracts' | 'gitHub'>;

/** Reads the command line. What it returns does the work, and returns the exit code. */
export function command(args: readonly string[]): (terminal: Here) => Promise<number> {
  const asked = readArguments(args);
  return (terminal) => examine(asked, terminal);
}

async function examine(
  { isJson }: Asked,
  { folder, env, releaseTree, print, note, ...terminal }: Here,
): Promise<number> {
  const { server, world } = terminal.gitHub();
  await using _ = world;
  const checkout = await Checkout.open(folder, env, note);
  const commit = await checkout.head();
  const project = await readProject(checkout, commit, { contracts: await terminal.contracts(), server, releaseTree });
  if (world !== undefined) await checkout.nameOnGitHub(); // before GitHub is asked about it
  const settings = world === undefined ? undefined : await readSettings(project, await world.github());
  const findings = diagnosis({ project, settings });
  const examined = { repository: project.repository, commit, findings };
  print(`${isJson ? json(examined) : report(examined)}\n`);
  return findings.some(({ level }) => level === 'stops') ? 1 : 0;
}
