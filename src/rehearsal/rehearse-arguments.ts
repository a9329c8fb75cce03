import { describeCommand, pairsOf, readCommand } from '../domain/command-lines/command-line.ts';
import { ReleaseError } from '../domain/error.ts';

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
  /** Names of secrets, with their values as far as these are given. */
  readonly secrets: readonly (readonly [name: string, value: string | undefined])[];
  readonly vars: Readonly<Record<string, string>>;
  /** The hosts that programs may reach. */
  readonly allowed: readonly string[];
  /** Folders by repository. */
  readonly local: ReadonlyMap<string, string>;
};

export const commandLine = describeCommand({
  name: 'rehearse',
  summary:
    'Perform the workflows that a tag would start, on an embedded GitHub. With --explain, only say which, and why.',
  about: [
    'Rehearse a release: perform the workflows of this checkout, on an embedded GitHub, as if a tag or a branch were pushed, or somebody started a workflow. Scripts are run as they are. For their programs, GitHub and all registries are on this machine. Other servers are refused, except those from which packages are read.',
  ],
  takes: {
    shown: '<tag | branch | workflow>',
    one: 'one tag, one branch or one workflow',
    fix: 'Write release-actions rehearse v1.2.0, or release-actions rehearse release.yml.',
    known: { here: ['tags', 'branches', 'workflows'] },
  },
  options: {
    release: { meaning: "Publish a release of the tag on GitHub's page, which also makes the tag." },
    explain: { meaning: 'Only say of every workflow whether it would run, and why.' },
    input: {
      value: 'NAME=VALUE',
      isRepeated: true,
      meaning: 'An input of the workflow that is started. Can be given several times.',
    },
    ref: {
      value: 'BRANCH',
      meaning: 'The branch or tag at which the workflow is started. [the default branch]',
      known: { here: ['branches', 'tags'] },
    },
    uncommitted: { meaning: 'Rehearse the files as they are in the folder, also what is not committed.' },
    secret: {
      value: 'NAME[=VALUE]',
      isRepeated: true,
      meaning:
        'The real value of a secret. Nothing that is printed shows it. Without VALUE, it is that of the variable NAME of your environment, which other users of the machine cannot see. Can be given several times. The values of all other secrets are made up. If there is no variable NAME either, the secret exists, its value is made up, and secrets that are not named do not exist.',
    },
    var: {
      value: 'NAME=VALUE',
      isRepeated: true,
      meaning: 'A variable of the repository. Can be given several times.',
    },
    local: {
      value: 'REPOSITORY=FOLDER',
      isRepeated: true,
      meaning: 'The folder of a repository of actions or reusable workflows, such as org/actions=../actions.',
    },
    allow: {
      value: 'HOST',
      isRepeated: true,
      meaning:
        'A host that the programs of steps may reach, such as hooks.slack.com. Can be given several times. Of a registry, images are read without a password; what is pushed there stays on this machine.',
    },
    open: { meaning: 'Write what happened as a page, and open it.' },
    json: { meaning: 'Print what happened as JSON.' },
  },
  after: [
    'The exit code is 0 if the release would go on to its end, 1 if it would stop, 130 if the rehearsal was interrupted, and 2 for a wrong command line.',
  ],
  examples: [
    'release-actions rehearse v1.2.0',
    'release-actions rehearse v1.2.0 --explain',
    'release-actions rehearse v1.2.0 --release',
    'release-actions rehearse main',
    'release-actions rehearse v1.2.0 --uncommitted --open',
    'release-actions rehearse release.yml --input version=1.2.0',
  ],
});

export function readArguments(args: readonly string[]): Asked {
  const { word: what, values } = readCommand(commandLine, args);
  if (values.release && /\.ya?ml$/.test(what))
    throw new ReleaseError(`A release is made of a tag, not of ${what}.`, {
      fix: 'Write release-actions rehearse v1.2.0 --release.',
    });
  return {
    what,
    ref: values.ref,
    inputs: Object.fromEntries(pairsOf('--input', values.input, 'version=1.2.0')),
    isReleased: values.release,
    isExplained: values.explain,
    isUncommitted: values.uncommitted,
    isJson: values.json,
    isOpened: values.open,
    secrets: (values.secret ?? []).map(secretOf),
    vars: Object.fromEntries(pairsOf('--var', values.var, 'IMAGE=ghcr.io/org/app')),
    allowed: (values.allow ?? []).map((host) => host.toLowerCase()),
    local: new Map(pairsOf('--local', values.local, 'org/actions=../actions')),
  };
}

/** The refusal does not show the text: it may be a secret. */
function secretOf(text: string): readonly [name: string, value: string | undefined] {
  const [, name, value] = /^([A-Za-z_]\w*)(?:=([^]*))?$/.exec(text) ?? [];
  if (name === undefined)
    throw new ReleaseError('A --secret has no name that a secret can have.', { fix: 'Write --secret NAME=VALUE.' });
  if (value?.trim() === '')
    throw new ReleaseError(`--secret ${name}= has no value.`, {
      fix: `Write --secret ${name}, and set the variable ${name}.`,
    });
  return [name, value];
}
