import { ReleaseError } from '../domain/error.ts';
import type { SourcePosition } from '../domain/error.ts';
import { placed } from '../domain/place.ts';
import type { Change } from '../world/change.ts';
import type { Action } from './action.ts';
import { kebab } from './input.ts';
import type { Outcome } from './outcome.ts';

const issues = 'https://github.com/org/release-actions/issues';

/** A change as the summary shows it. */
type Row = { readonly title: string; readonly detail: string | undefined; readonly state: string };

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

/** The job summary in Markdown: the failure, what was found, the changes, and what is pending. */
export function summaryOf({ name }: Action, outcome: Outcome): string {
  const { failure, notes, waitsFor, pending, mode } = outcome;
  const failed =
    failure === undefined
      ? []
      : explain(failure).map(({ message, fix }) => `❌ ${safe(message)}${fix === undefined ? '' : `<br>${safe(fix)}`}`);
  const open = [...(failure === undefined ? waitsFor : []), ...pending].map(
    ({ title, fix }) => `- ⏳ ${safe(title)}: ${safe(fix)}`,
  );
  const sections = [
    `### ${safe(name)}${mode === 'apply' ? '' : ` (${mode})`}`,
    failed.join('\n\n'),
    notes.map((note) => `- ${safe(note)}`).join('\n'),
    changesTable(rowsOf(outcome)),
    open.join('\n'),
  ];
  return `${shortened(sections.filter((section) => section !== '').join('\n\n'))}\n`;
}

/** The titles of the changes: in `apply`, of those that this run began; otherwise of all planned ones. */
function titles({ mode, begun, changes }: Outcome): readonly string[] {
  return withoutRepeats(mode === 'apply' ? [...begun] : changes).map(({ title }) => title);
}

function rowsOf({ mode, begun, made, changes, failure }: Outcome): readonly Row[] {
  const notBegun = {
    apply: failure === undefined ? 'not made' : 'not reached',
    local: 'only shown',
    'dry-run': 'would be made',
    check: 'not done',
  }[mode];
  return withoutRepeats([...begun, ...changes]).map((change) => {
    const state = made.has(change) ? 'made' : begun.has(change) ? 'not confirmed' : notBegun;
    return { title: change.title, detail: change.detail, state };
  });
}

/** A change that was planned again has the same keys: only its last version is kept. */
const withoutRepeats = (changes: readonly Change[]): readonly Change[] => [
  ...new Map(changes.map((change) => [change.keys.join('\n'), change])).values(),
];

function changesTable(rows: readonly Row[]): string {
  if (rows.length === 0) return '';
  const line = ({ title, detail, state }: Row) => `<tr><td>${safe(title)}${folded(detail)}</td><td>${state}</td></tr>`;
  return `<table>\n<tr><th>Change</th><th></th></tr>\n${rows.map(line).join('\n')}\n</table>`;
}

const folded = (detail: string | undefined) =>
  detail === undefined
    ? ''
    : `<details><summary>details</summary><pre>${safe(detail).replaceAll('<br>', '&#10;')}</pre></details>`;

/** Escapes text from others: nothing in it becomes Markdown, HTML, a mention or a link. */
const safe = (text: string): string =>
  text.replaceAll(/[&<>"'`*_[\]()#@|~\\:!]/g, (character) => `&#${character.charCodeAt(0)};`).replaceAll('\n', '<br>');

// GitHub drops the whole summary if it is larger than 1 MiB.
const longest = 1_000_000;

function shortened(text: string): string {
  const bytes = Buffer.from(text);
  if (bytes.length <= longest) return text;
  return `${new TextDecoder().decode(bytes.subarray(0, longest), { stream: true })}\n\n… (shortened)`;
}

function oneLine(cause: unknown): string {
  const text = cause instanceof Error ? cause.message : String(cause);
  return text
    .trim()
    .split(/\s*\n\s*/)
    .join(' · ')
    .slice(0, 500);
}
