import { parseArgs } from 'node:util';
import { ReleaseError } from '../domain/error.ts';
import { quoted } from '../domain/text.ts';
import { parsed } from './parsed.ts';

/** What somebody wants to rehearse. */
export type Asked = {
  /** A tag, a branch, or the file of a workflow. */
  readonly what: string;
  readonly ref: string | undefined;
  readonly inputs: Readonly<Record<string, string>>;
  /** Whether a release of the tag is published. */
  readonly isReleased: boolean;
  readonly isExplained: boolean;
  readonly isUncommitted: boolean;
  readonly isJson: boolean;
  /** Whether there is to be a page. */
  readonly isOpened: boolean;
  readonly secrets: readonly string[] | undefined;
  readonly vars: Readonly<Record<string, string>>;
  /** The hosts that programs may reach. */
  readonly allowed: readonly string[];
  /** Folders by repository. */
  readonly local: ReadonlyMap<string, string>;
};

export const help = `Rehearse a release: perform the workflows of this checkout, on an embedded GitHub, as if a tag or a branch were
pushed, or somebody started a workflow. Scripts are run as they are. For their programs, GitHub and all registries are on this
machine. Other servers are refused, except those from which packages are read.

Usage: release-actions rehearse <tag | branch | workflow> [options]

  --release
    Publish a release of the tag on GitHub's page, which also makes the tag.
  --explain
    Only say of every workflow whether it would run, and why.
  --input NAME=VALUE
    An input of the workflow that is started. Can be given several times.
  --ref BRANCH
    The branch or tag at which the workflow is started. [the default branch]
  --uncommitted
    Rehearse the files as they are in the folder, also what is not committed.
  --secret NAME
    A secret that exists. Can be given several times. Without it, every secret exists. Values are made up.
  --var NAME=VALUE
    A variable of the repository. Can be given several times.
  --local REPOSITORY=FOLDER
    The folder of a repository of actions or reusable workflows, such as org/actions=../actions.
  --allow HOST
    A host that the programs of steps may reach, such as hooks.slack.com. Can be given several times. Of a registry, images are
    read without a password; what is pushed there stays on this machine.
  --open
    Write what happened as a page, and open it.
  --json
    Print what happened as JSON.
  --help, -h
    Print this help.

The exit code is 0 if the release would go on to its end, 1 if it would stop, and 2 for a wrong command line.

Examples
  release-actions rehearse v1.2.0
  release-actions rehearse v1.2.0 --explain
  release-actions rehearse v1.2.0 --release
  release-actions rehearse main
  release-actions rehearse v1.2.0 --uncommitted --open
  release-actions rehearse release.yml --input version=1.2.0
`;

const repeated = { type: 'string', multiple: true } as const;
const options = {
  release: { type: 'boolean' },
  explain: { type: 'boolean' },
  uncommitted: { type: 'boolean' },
  open: { type: 'boolean' },
  json: { type: 'boolean' },
  input: repeated,
  ref: { type: 'string' },
  secret: repeated,
  var: repeated,
  local: repeated,
  allow: repeated,
  help: { type: 'boolean', short: 'h' },
} as const;

export function readArguments(args: readonly string[]): Asked | 'help' {
  const { values, positionals } = parsed('rehearse', () =>
    parseArgs({ args: [...args], options, allowPositionals: true }),
  );
  if (values.help === true) return 'help';
  const [what, ...more] = positionals;
  if (what === undefined || more.length > 0)
    throw new ReleaseError(`rehearse takes one tag, one branch or one workflow, not ${positionals.length}.`, {
      fix: 'Write release-actions rehearse v1.2.0, or release-actions rehearse release.yml.',
    });
  if (values.release === true && /\.ya?ml$/.test(what))
    throw new ReleaseError(`A release is made of a tag, not of ${what}.`, {
      fix: 'Write release-actions rehearse v1.2.0 --release.',
    });
  return {
    what,
    ref: values.ref,
    inputs: Object.fromEntries((values.input ?? []).map((text) => pairOf('--input', text, 'version=1.2.0'))),
    isReleased: values.release === true,
    isExplained: values.explain === true,
    isUncommitted: values.uncommitted === true,
    isJson: values.json === true,
    isOpened: values.open === true,
    secrets: values.secret,
    vars: Object.fromEntries((values.var ?? []).map((text) => pairOf('--var', text, 'IMAGE=ghcr.io/org/app'))),
    allowed: (values.allow ?? []).map((host) => host.toLowerCase()),
    local: new Map((values.local ?? []).map((text) => pairOf('--local', text, 'org/actions=../actions'))),
  };
}

function pairOf(option: string, text: string, example: string): readonly [name: string, value: string] {
  const [, name, value] = /^([^=\s]+)=([^]*)$/.exec(text) ?? [];
  if (name === undefined || value === undefined)
    throw new ReleaseError(`${option} ${quoted(text)} has no name and value.`, { fix: `Write ${option} ${example}.` });
  return [name, value];
}
