import { refuseIfAny, ReleaseError, type SourcePosition } from '../../domain/error.ts';
import { suggestion } from '../../domain/suggestion.ts';
import { type Permissions, permissionsOf } from './permissions.ts';
import { brokenRules } from './rules.ts';
import { readSource, type SourceFile } from './source.ts';
import { type Step, stepsOf } from './step.ts';
import { type Entry, entriesOf, itemsOf, textOf, textsOf, type Value, valueAt } from './value.ts';

export type Workflow = {
  readonly path: string;
  readonly text: string;
  /** As GitHub shows it: its name, or its path. */
  readonly name: string;
  readonly triggers: readonly Trigger[];
  readonly permissions: Permissions | undefined;
  readonly env: Value | undefined;
  /** `defaults.run` */
  readonly defaults: Value | undefined;
  readonly concurrency: Value | undefined;
  readonly jobs: readonly Job[];
};

/** An event of `on`, with its filters or inputs. */
export type Trigger = { readonly event: string; readonly at: SourcePosition; readonly filters: Value | undefined };

export type Job = {
  readonly id: string;
  readonly at: SourcePosition;
  readonly needs: readonly string[];
  readonly permissions: Permissions | undefined;
  readonly steps: readonly Step[];
  /** The reusable workflow that it calls. */
  readonly uses: { readonly name: string; readonly at: SourcePosition } | undefined;
  /** Everything else: `if`, `strategy`, `env`, `outputs` … */
  readonly more: Value;
};

// https://docs.github.com/actions/reference/workflows-and-actions/reusing-workflow-configurations#limitations-of-reusable-workflows
/** How many levels deep workflows may call each other. */
export const deepestCall = 10;

/** Reads a workflow, and refuses what GitHub refuses. */
export function readWorkflow(source: SourceFile): Workflow {
  const workflow = read.get(source) ?? parsedWorkflow(source);
  read.set(source, workflow);
  return workflow;
}

/** What was read: every event is held against the same files. */
const read = new WeakMap<SourceFile, Workflow>();

function parsedWorkflow(source: SourceFile): Workflow {
  const root = readSource(source, 'workflow');
  const jobs = entriesOf(valueAt(root, 'jobs')).map(({ key, keyAt, value }) => jobOf(key, keyAt, value));
  const triggers = triggersOf(valueAt(root, 'on'));
  refuseIfAny(`GitHub does not accept ${source.path}.`, [
    ...brokenRules(triggers, jobs),
    ...wrongNeeds(jobs),
    ...circles(jobs),
  ]);
  return {
    path: source.path,
    text: source.text,
    name: textOf(valueAt(root, 'name')) ?? source.path,
    triggers,
    permissions: permissionsOf(valueAt(root, 'permissions')),
    env: valueAt(root, 'env'),
    defaults: valueAt(root, 'defaults', 'run'),
    concurrency: valueAt(root, 'concurrency'),
    jobs,
  };
}

/** The lines of a workflow in which something is written. */
export const linesWith = (workflow: Workflow | undefined, pattern: RegExp): readonly SourcePosition[] =>
  (workflow?.text.split('\n') ?? []).flatMap((line, index) =>
    workflow !== undefined && pattern.test(line) ? [{ file: workflow.path, line: index + 1 }] : [],
  );

/** Whether a text uses release-actions, whoever owns the copy. */
export const namesReleaseActions = (text: string): boolean => text.includes('/release-actions/');

/** How an expression reads an entry of a context: `secrets.NAME`, or `secrets['NAME']`. */
export const readingOf = (context: 'secrets' | 'vars', name: string): RegExp =>
  new RegExp(`\\b${context}(?:\\.|\\[')${RegExp.escape(name)}\\b`, 'i');

/** How a workflow is called: its inputs, outputs and secrets. Undefined if no other one can call it. */
export const callTrigger = ({ triggers }: Workflow): Trigger | undefined =>
  triggers.find(({ event }) => event === 'workflow_call');

/** The secrets that a reusable workflow declares. */
export const declaredSecrets = (workflow: Workflow): readonly Entry[] =>
  entriesOf(valueAt(callTrigger(workflow)?.filters, 'secrets'));

/** Whether an input or a secret, as a workflow declares it, has to be given. */
export const isRequired = ({ value }: Entry): boolean => textOf(valueAt(value, 'required')) === 'true';

/** `on: push`, `on: [push, release]`, or a mapping. */
function triggersOf(on: Value | undefined): readonly Trigger[] {
  if (on === undefined) return [];
  if (on.kind === 'mapping')
    return on.entries.map(({ key, keyAt, value }) => ({ event: key, at: keyAt, filters: value }));
  const names = on.kind === 'list' ? itemsOf(on) : [on];
  return names.map((name) => ({ event: textOf(name) ?? '', at: name.at, filters: undefined }));
}

function jobOf(id: string, at: SourcePosition, value: Value): Job {
  const uses = valueAt(value, 'uses');
  return {
    id,
    at,
    needs: textsOf(valueAt(value, 'needs')),
    permissions: permissionsOf(valueAt(value, 'permissions')),
    steps: stepsOf(valueAt(value, 'steps')),
    uses: uses && { name: textOf(uses) ?? '', at: uses.at },
    more: value,
  };
}

function wrongNeeds(jobs: readonly Job[]): readonly ReleaseError[] {
  const ids = jobs.map(({ id }) => id);
  return jobs.flatMap(({ id, needs, more, at }) =>
    needs
      .filter((needed) => !ids.includes(needed))
      .map(
        (needed) =>
          new ReleaseError(`Job ${id} needs the job ${needed}, which the workflow does not have.`, {
            fix: suggestion(needed, ids),
            at: valueAt(more, 'needs')?.at ?? at,
          }),
      ),
  );
}

/** Jobs of which each waits for another one of them. */
function circles(jobs: readonly Job[]): readonly ReleaseError[] {
  const known = new Set(jobs.map(({ id }) => id));
  let waiting = jobs;
  for (let before = -1; before !== waiting.length;) {
    before = waiting.length;
    const ids = new Set(waiting.map(({ id }) => id));
    waiting = waiting.filter(({ needs }) => needs.some((needed) => ids.has(needed) || !known.has(needed)));
  }
  const circle = waiting.filter(({ needs }) => needs.every((needed) => known.has(needed)));
  const [first] = circle;
  if (first === undefined) return [];
  const names = circle.map(({ id }) => id).join(', ');
  return [
    new ReleaseError(`No job of these can ever start, because each needs another one: ${names}.`, {
      fix: 'Remove one of their needs.',
      at: valueAt(first.more, 'needs')?.at ?? first.at,
    }),
  ];
}
