import { parseDocument } from 'yaml';
import { callOf, reusableWorkflows } from '../../.github/scripts/reusable-workflows.ts';
import type { Action } from '../../src/runtime/action.ts';
import { allInputs, allOutputs } from '../../src/runtime/contract.ts';
import { kebab } from '../../src/runtime/input.ts';

/** A step, or a job that calls a reusable workflow. */
type ExampleStep = { readonly id?: string; readonly uses?: string; readonly with?: Readonly<Record<string, unknown>> };

/** What is wrong with the YAML examples of a document, according to the contracts of the actions. */
export function flaws(markdown: string, actions: ReadonlyMap<string, Action>): readonly string[] {
  const blocks = [...markdown.matchAll(/^```ya?ml\n([^]*?)^```/gm)].map(([, block = '']) => block);
  return blocks.flatMap((block) => {
    const { errors, contents } = parseDocument(block);
    if (errors.length > 0) return errors.map(({ message }) => `is not YAML: ${message.split('\n')[0]}`);
    const steps = stepsIn(contents?.toJSON());
    return [...steps.flatMap((step) => flawsOfStep(step, actions)), ...flawsOfOutputs(block, steps, actions)];
  });
}

/** Every mapping with `uses` or `run`, at any depth: an example can be a workflow, a job or a list of steps. */
function stepsIn(value: unknown): readonly ExampleStep[] {
  if (typeof value !== 'object' || value === null) return [];
  return [
    ...('uses' in value || 'run' in value ? [value as ExampleStep] : []),
    ...Object.values(value).flatMap(stepsIn),
  ];
}

function actionOf({ uses = '' }: ExampleStep): string | undefined {
  return /^org\/release-actions\/([\w-]+)@/.exec(uses)?.[1];
}

function flawsOfCall(file: string, { with: given = {} }: ExampleStep): readonly string[] {
  const workflow = reusableWorkflows.find((one) => one.file === file);
  if (workflow === undefined) return [`there is no reusable workflow ${file}`];
  const { inputs = {} } = callOf(workflow.text);
  const required = Object.entries(inputs).filter(([, input]) => input.required === true);
  return [
    ...Object.keys(given)
      .filter((key) => !(key in inputs))
      .map((key) => `${file} has no input ${key}`),
    ...required.filter(([key]) => !(key in given)).map(([key]) => `${file} needs ${key}`),
  ];
}

function flawsOfStep(step: ExampleStep, actions: ReadonlyMap<string, Action>): readonly string[] {
  const called = /^org\/release-actions\/\.github\/workflows\/(.+)@/.exec(step.uses ?? '')?.[1];
  if (called !== undefined) return flawsOfCall(called, step);
  const name = actionOf(step);
  if (name === undefined) return [];
  const action = actions.get(name);
  if (action === undefined) return [`there is no action ${name}`];
  const inputs = new Map(Object.entries(allInputs(action)).map(([key, input]) => [kebab(key), input]));
  const given = Object.keys(step.with ?? {});
  return [
    ...given.filter((key) => !inputs.has(key)).map((key) => `${name} has no input ${key}`),
    ...[...inputs]
      .filter(([key, { required }]) => required && !given.includes(key))
      .map(([key]) => `${name} needs ${key}`),
  ];
}

function flawsOfOutputs(
  block: string,
  steps: readonly ExampleStep[],
  actions: ReadonlyMap<string, Action>,
): readonly string[] {
  return [...block.matchAll(/steps\.([\w-]+)\.outputs\.([\w-]+)/g)].flatMap(([, id = '', output = '']) => {
    const step = steps.find((one) => one.id === id);
    if (step === undefined) return [`there is no step ${id}`];
    const action = actions.get(actionOf(step) ?? '');
    if (action === undefined || allOutputs(action).some(([name]) => name === output)) return [];
    return [`${actionOf(step)} has no output ${output}`];
  });
}
