import { attempt, ReleaseError, type SourcePosition } from '../../domain/error.ts';
import { type ActionFile, readAction } from '../workflow/action-file.ts';
import type { SourceFile } from '../workflow/source.ts';
import { pathInRepository, type Step, stepsOf } from '../workflow/step.ts';
import { entriesOf, type Value, valueAt } from '../workflow/value.ts';
import { callTrigger, type Job, readWorkflow, type Workflow } from '../workflow/workflow.ts';

/** The texts that a project uses, by what `uses` says of them. */
export type Texts = {
  /** Reusable workflows of release-actions, by the names of their files. */
  readonly released: ReadonlyMap<string, string>;
  /** Actions of the checkout, by their folders. */
  readonly actions: ReadonlyMap<string, SourceFile>;
};

/** The workflows with the steps of their composite actions, and those of release-actions that they call. */
export function withCalled(workflows: readonly Workflow[], { released, actions }: Texts): readonly Workflow[] {
  const own = workflows.map((workflow) => withActions(workflow, actions));
  const called = own.flatMap(({ jobs }) => jobs.flatMap((job) => calledBy(job, released)));
  return [...own, ...called];
}

const ofReleaseActions = /^[^/]+\/release-actions\/\.github\/workflows\/([\w-]+\.ya?ml)@/;

/** Whether a job calls a workflow: one of the checkout, or one that `withCalled` has added. */
export const calls = ({ uses }: Job, { path }: Workflow): boolean =>
  uses !== undefined && (uses.name === path || pathInRepository(uses.name) === path);

/** A called workflow, in which the inputs have the values that the job gives. Its place is the call. */
function calledBy(job: Job, released: Texts['released']): readonly Workflow[] {
  const text = released.get(ofReleaseActions.exec(job.uses?.name ?? '')?.[1] ?? '');
  if (text === undefined || job.uses === undefined) return [];
  const { name, at } = job.uses;
  const workflow = readWorkflow({ path: name, text });
  const trigger = callTrigger(workflow);
  const given = valueAt(job.more, 'with');
  const inputs = new Map(
    entriesOf(valueAt(trigger?.filters, 'inputs')).map(({ key, value }) => {
      const fallback = valueAt(value, 'default');
      return [key.toLowerCase(), valueAt(given, key) ?? (fallback && { ...fallback, at })];
    }),
  );
  const jobs = workflow.jobs.map((one): Job => {
    const more = filled(one.more, inputs, at);
    const uses = one.uses && { ...one.uses, at };
    return { ...one, id: `${job.id} / ${one.id}`, at, more, steps: stepsOf(valueAt(more, 'steps')), uses };
  });
  return [{ ...workflow, jobs }];
}

function withActions(workflow: Workflow, actions: Texts['actions']): Workflow {
  const jobs = workflow.jobs.map((job) => ({
    ...job,
    steps: job.steps.flatMap((step) => [step, ...stepsIn(step, actions, [])]),
  }));
  return { ...workflow, jobs };
}

const deepest = 9; // as on GitHub

/** The steps of a composite action of the checkout, in which the inputs have the values of the step. Nothing of one that uses itself. */
function stepsIn({ work }: Step, actions: Texts['actions'], around: readonly SourceFile[]): readonly Step[] {
  if (work.kind === 'run') return [];
  const path = pathInRepository(work.name)?.replace(/\/$/, '');
  const source = path === undefined ? undefined : actions.get(path);
  if (source === undefined || around.length > deepest || around.includes(source)) return [];
  const action = attempt(() => readAction(source));
  if (action instanceof ReleaseError || action.runs.kind !== 'composite') return [];
  const inputs = inputsOf(action, work.inputs);
  return action.runs.steps
    .map((step) => withInputs(step, inputs))
    .flatMap((step) => [step, ...stepsIn(step, actions, [...around, source])]);
}

type Inputs = ReadonlyMap<string, Value | undefined>;

const inputsOf = ({ inputs }: ActionFile, given: Value | undefined): Inputs =>
  new Map(inputs.map(({ name, fallback }) => [name.toLowerCase(), valueAt(given, name) ?? fallback]));

function withInputs(step: Step, inputs: Inputs): Step {
  const { work } = step;
  return work.kind === 'run' || work.inputs === undefined
    ? step
    : { ...step, work: { ...work, inputs: filled(work.inputs, inputs, undefined) } };
}

/** The same value, in which an expression that is only an input is what was given for it. With `at`, everything is there. */
function filled(value: Value, inputs: Inputs, at: SourcePosition | undefined): Value {
  const again = (one: Value) => filled(one, inputs, at);
  const there = { ...value, at: at ?? value.at };
  if (there.kind === 'list') return { ...there, items: there.items.map(again) };
  if (there.kind === 'mapping')
    return {
      ...there,
      entries: there.entries.map((entry) => ({ ...entry, keyAt: at ?? entry.keyAt, value: again(entry.value) })),
    };
  if (there.kind === 'literal') return there;
  const name = /^\s*inputs\.([\w-]+)\s*$/.exec(there.expression)?.[1]?.toLowerCase();
  return (name === undefined ? undefined : inputs.get(name)) ?? there;
}
