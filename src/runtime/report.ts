import { ReleaseError } from '../domain/error.ts';
import type { SourcePosition } from '../domain/error.ts';
import { placed } from '../domain/place.ts';
import type { Change } from '../world/change.ts';
import type { Action } from './action.ts';
import { kebab } from './input.ts';
import type { Outcome } from './outcome.ts';

const issues = 'https://github.com/org/release-actions/issues';

/** A failure for a person to read: what is wrong, how to fix it, where it is, and its cause. */
export type Explanation = {
  /** With the place in the file. */
  readonly message: string;
  readonly fix: string | undefined;
  readonly at: SourcePosition | undefined;
  /** One line, or the stack of a bug. */
  readonly cause: string | undefined;
};

export type RenderedOutput = {
  readonly name: string;
  readonly value: unknown;
  readonly text: string;
  /** One that every action has. */
  readonly isCommon?: true;
};

/** The outputs of an action, and those that every action has. After a failure, too. */
export function outputsOf({ outputs: declared }: Action, outcome: Outcome): readonly RenderedOutput[] {
  const unknown = Object.keys(outcome.outputs).filter((key) => !(key in declared));
  if (unknown.length > 0) throw new Error(`Outputs that were not declared: ${unknown.join()}`);
  const own = Object.entries(declared)
    .map(([key, output]) => ({ name: kebab(key), value: outcome.outputs[key], output }))
    .filter(({ value }) => value !== undefined)
    .map(({ name, value, output }) => ({
      name,
      value,
      text: typeof output === 'string' ? String(value) : output.render(value as never), // typed by OutputValues
    }));
  const changes = titles(outcome);
  const pending = outcome.pending.map(({ title }) => title);
  return [
    ...own,
    ...Object.entries({ changed: changes.length > 0, changes, pending }).map(([name, value]) => {
      return { name, value, text: JSON.stringify(value), isCommon: true } as const;
    }),
  ];
}

/** Everything that is wrong, each with its own fix. */
export function explain(failure: unknown): readonly Explanation[] {
  if (!(failure instanceof ReleaseError)) {
    const stack = failure instanceof Error ? (failure.stack ?? failure.message) : String(failure);
    return [
      {
        message: 'This is a bug in release-actions.',
        fix: `Please report it, with the text below: ${issues}`,
        at: undefined,
        cause: stack,
      },
    ];
  }
  if (failure.reasons.length > 0) return failure.reasons.flatMap(explain);
  const { message, fix, at, cause } = failure;
  return [{ message: placed(message, at), fix, at, cause: cause === undefined ? undefined : oneLine(cause) }];
}

/** The titles of the changes: in `apply`, of those that this run began; otherwise of all planned ones. */
function titles({ mode, begun, changes }: Outcome): readonly string[] {
  return withoutRepeats(mode === 'apply' ? [...begun] : changes).map(({ title }) => title);
}

/** A change that was planned again has the same keys: only its last version is kept. */
export const withoutRepeats = (changes: readonly Change[]): readonly Change[] => [
  ...new Map(changes.map((change) => [change.keys.join('\n'), change])).values(),
];

function oneLine(cause: unknown): string {
  const text = cause instanceof Error ? cause.message : String(cause);
  return text
    .trim()
    .split(/\s*\n\s*/)
    .join(' · ')
    .slice(0, 500);
}
