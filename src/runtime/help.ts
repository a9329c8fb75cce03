import { type CommandLine } from '../domain/command-lines/command-line.ts';
import { type Row, table, wrapped } from '../domain/command-lines/table.ts';
import type { Action } from './action.ts';
import { allInputs, allOutputs } from './contract.ts';
import { kebab } from './input.ts';
import type { Input } from './input.ts';

export type NamedAction = { readonly name: string; readonly action: Action };

/** What the command line prints when no action is named. */
export const usage = (
  actions: readonly NamedAction[],
  commands: readonly CommandLine[],
): string => `Usage: release-actions <action> [--input value …] [--apply] [--json]

Shows the changes that the action would make. With --apply, makes them.

Actions
${table(actions.map(({ name, action }) => [name, action.description]))}

More
${table([
  ...commands.map(
    ({ name, takes, summary }) => [['release-actions', name, takes?.shown ?? []].flat().join(' '), summary] as const,
  ),
  ['release-actions help <action>', 'What an action takes and gives, with an example.'],
  ['release-actions --version', 'The version of release-actions.'],
])}

${wrapped('Outputs go to stdout, everything else to stderr. The exit code is 0 for success, 1 for a refusal or a difference, and 2 for a wrong command line.')}
`;

/** The help on an action: the same contract as in its action.yml. */
export function help({ name, action }: NamedAction): string {
  const inputs = Object.entries(allInputs(action)).map(([key, codec]) => option(kebab(key), codec));
  const switches = switchesOf(action).map(
    ([switched, meaning, short = '']) => [`--${switched}${short}`, meaning] as const,
  );
  return [
    wrapped(action.description),
    `\nUsage: release-actions ${name} [options]`,
    `\nExample\n  release-actions ${name} ${action.example}`,
    '\nOptions (give an option several times if it takes one value per line)',
    table([...inputs, ...switches]),
    `\nOutputs\n${table(allOutputs(action))}\n`,
  ].join('\n');
}

export type NamedInput = readonly [name: string, codec: Input<unknown>];

/** The option of an input, without its dashes. */
export const optionOf = ([name, codec]: NamedInput): string => (codec.isSecret === true ? `${name}-file` : name);

type Switch = readonly [name: string, meaning: string, short?: string];

/** The options that are no inputs, without their dashes. */
export const switchesOf = ({ hasNoMode }: Action): readonly Switch[] => [
  ...(hasNoMode === true ? [] : [['apply', 'Make the changes. The same as --mode apply.'] as const]),
  ['json', 'Print the outputs as JSON.'],
  ['help', 'Print this help.', ', -h'],
];

/** The environment variables from which a secret is read. */
export const variablesOf = (name: string): readonly string[] =>
  name === 'token' ? ['GH_TOKEN', 'GITHUB_TOKEN'] : [name.replaceAll('-', '_').toUpperCase()];

function option(
  name: string,
  { description, required, default: fallback = '', isSecret, isFlag }: Input<unknown>,
): Row {
  if (isSecret === true) return [`--${name}-file FILE`, `${description} Or set ${variablesOf(name).join(' or ')}.`];
  const shown = name === 'mode' ? 'dry-run' : fallback.replaceAll('\n', '; ');
  const more = required ? ' Required.' : shown === '' || (isFlag === true && shown === 'false') ? '' : ` [${shown}]`;
  return [isFlag === true ? `--${name}` : `--${name} VALUE`, description + more];
}
