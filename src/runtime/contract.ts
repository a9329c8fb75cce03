import { listed } from '../domain/text.ts';
import type { Action } from './action.ts';
import { choice, duration, kebab, secret } from './input.ts';
import type { Input, Inputs } from './input.ts';

export const modes = ['apply', 'local', 'dry-run', 'check'] as const;
export type Mode = (typeof modes)[number];

export type CommonValues = {
  readonly mode: Mode;
  readonly wait: number;
  readonly token: string | undefined;
  readonly jobToken: string | undefined;
};

/** The inputs that an action gets from its other properties, such as `permissions`. */
export function commonInputs(action: Action): {
  readonly [K in keyof CommonValues]?: Input<CommonValues[K]>;
} {
  const { permissions, token, waits, hasNoMode, starts } = action;
  const needs = Object.entries(permissions ?? {}).map(([permission, why]) => `${permission} (${why})`);
  return {
    ...(hasNoMode === true ? {} : { mode: modeInput }),
    ...(waits === undefined
      ? {}
      : { wait: duration(`How long to wait ${waits}, such as 10m. 0s does not wait.`).or('0s') }),
    ...(token === undefined && permissions === undefined
      ? {}
      : { token: withJobToken(token ?? `The token to use. It needs ${listed(needs)}.`) }),
    ...(starts === undefined && !isBeyondJobs(action)
      ? {}
      : {
          jobToken: withJobToken(
            `Do not set this input. It is compared with token, ${starts === undefined ? "because the job's own token can never have these permissions" : 'to find out whether workflows will start'}.`,
          ),
        }),
  };
}

/** Whether the job's own token can never have the permissions: https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#permissions */
const isBeyondJobs = ({ permissions = {} }: Action): boolean =>
  Object.keys(permissions).some((permission) => permission.startsWith('administration: '));

export const allInputs = (action: Action): Inputs => ({ ...action.inputs, ...commonInputs(action) });

/** Name and description of every output. */
export const allOutputs = ({ outputs }: Action): readonly (readonly [name: string, description: string])[] => [
  ...Object.entries(outputs).map(
    ([key, output]) => [kebab(key), typeof output === 'string' ? output : output.description] as const,
  ),
  ['changed', 'Whether anything was changed, or would be changed.'],
  ['changes', 'The titles of the changes, as a JSON array.'],
  ['pending', 'What other people still have to do, as a JSON array.'],
];

const q = (value: string) => JSON.stringify(value); // a JSON string is a YAML string

/** The text of action.yml. `main` is the path from there to the bundle. */
export function manifest(action: Action, main: string): string {
  const inputs = Object.entries(allInputs(action)).flatMap(([key, one]) => [
    `  ${kebab(key)}:`,
    `    description: ${q(one.description)}`,
    `    required: ${one.required}`,
    ...(one.default === undefined || one.default === '' ? [] : [`    default: ${q(one.default)}`]),
  ]);
  const outputs = allOutputs(action).flatMap(([name, description]) => [
    `  ${name}:`,
    `    description: ${q(description)}`,
  ]);
  const head = [
    '# Generated from action.ts: npm run generate',
    `name: ${q(action.name)}`,
    `description: ${q(action.description)}`,
  ];
  return [
    ...head,
    'inputs:',
    ...inputs,
    'outputs:',
    ...outputs,
    'runs:',
    '  using: node24',
    `  main: ${main}`,
    '',
  ].join('\n');
}

/** The generated part of an action's README. */
export function tables(action: Action): string {
  const inputs = Object.entries(allInputs(action)).map(([key, one]) => [
    `\`${kebab(key)}\``,
    one.description,
    defaultCell(one),
  ]);
  const outputs = allOutputs(action).map(([name, description]) => [`\`${name}\``, description]);
  const isForApp = isBeyondJobs(action);
  const permissions = Object.entries(action.permissions ?? {}).map(
    ([permission, why]) => `  ${isForApp ? 'permission-' : ''}${permission} # ${why}`,
  );
  const head = isForApp ? ['uses: actions/create-github-app-token@v3', 'with:'] : ['permissions:'];
  return [
    '## Inputs',
    '',
    ...table(['Input', 'Meaning', 'Default'], inputs),
    '',
    '## Outputs',
    '',
    ...table(['Output', 'Meaning'], outputs),
    ...(permissions.length === 0 ? [] : ['', '## Permissions', '', '```yaml', ...head, ...permissions, '```']),
  ].join('\n');
}

const modeInput = choice(
  'apply: make the changes. local: make only the changes on the runner, and show the others. dry-run: only show the changes. check: fail if anything is left to do.',
  modes,
).or('apply');

const withJobToken = (description: string): Input<string | undefined> => ({
  ...secret(description),
  default: '${{ github.token }}',
});

function defaultCell(one: Input<unknown>): string {
  if (one.required) return 'required';
  return one.default === undefined || one.default === ''
    ? ''
    : one.default
        .split('\n')
        .map((line) => `\`${line}\``)
        .join('<br>');
}

/** A table in Markdown. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [head, head.map(() => '---'), ...rows].map(
    (row) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`,
  );
