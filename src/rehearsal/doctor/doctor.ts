import { ReleaseError } from '../../domain/error.ts';
import { quoted } from '../../domain/text.ts';
import type { Terminal } from '../../world/terminal.ts';
import { Checkout } from '../checkout.ts';
import { diagnosis } from './diagnosis.ts';
import { readProject } from './project.ts';
import { json, report } from './report.ts';
import { readSettings } from './settings.ts';

type Here = Pick<Terminal, 'folder' | 'env' | 'releaseTree' | 'print' | 'note' | 'contracts' | 'gitHub'>;

const help = `Look at this repository, and say what would stop its release: before the day on which it is made.

Usage: release-actions doctor [--json]

Reads the workflows of the current commit. With a token in GH_TOKEN or GITHUB_TOKEN it also reads the settings
on GitHub: secrets and variables (their names), environments, rulesets, forks, and what jobs may do. An
administrator of the repository sees all of them. Nothing is written.

  --json
    Print the findings as JSON.

The exit code is 0 if nothing was found that would stop a release, else 1.

Examples
  release-actions doctor
  GH_TOKEN=$(gh auth token) release-actions doctor
`;

/** Reads the command line. What it returns does the work, and returns the exit code. */
export function command(args: readonly string[]): (terminal: Here) => Promise<number> {
  const asked = readArguments(args);
  return asked === 'help' ? showHelp : (terminal) => examine(asked, terminal);
}

async function showHelp({ print }: Here): Promise<number> {
  print(help);
  return 0;
}

type Asked = { readonly isJson: boolean };

function readArguments(args: readonly string[]): Asked | 'help' {
  if (args.some((one) => one === '--help' || one === '-h')) return 'help';
  const unknown = args.find((one) => one !== '--json');
  if (unknown !== undefined)
    throw new ReleaseError(`doctor takes no ${quoted(unknown)}.`, {
      fix: 'Go to the checkout of the project, and write release-actions doctor. It can be followed by --json.',
    });
  return { isJson: args.length > 0 };
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
  const settings = world === undefined ? undefined : await readSettings(project, await world.github());
  const findings = diagnosis({ project, settings });
  const examined = { repository: project.repository, commit, findings };
  print(`${isJson ? json(examined) : report(examined)}\n`);
  return findings.some(({ level }) => level === 'stops') ? 1 : 0;
}
