import type { SourcePosition } from '../../domain/error.ts';
import type { Step } from '../workflow/step.ts';
import { textOf, type Value, valueAt } from '../workflow/value.ts';
import type { Job, Workflow } from '../workflow/workflow.ts';
import { variablesAskedIn } from './references.ts';

/** A step that uses an action of release-actions. */
export type ReleaseStep = {
  readonly workflow: Workflow;
  readonly job: Job;
  /** The name of the action, such as `push-tag`. */
  readonly action: string;
  /** `owner/release-actions/push-tag@v1` */
  readonly uses: string;
  readonly at: SourcePosition;
  readonly inputs: Value | undefined;
  readonly token: TokenSource;
};

/** Whose token a step is given. */
export type TokenSource =
  /** `unset`: the variables without which it is not the token of an App. */
  | { readonly kind: 'job'; readonly unset?: readonly string[] }
  /** The step that takes the token of an App, with what it asks for. `onlyWith`: without these variables, it is the token of the job. */
  | {
      readonly kind: 'app';
      readonly at: SourcePosition;
      readonly inputs: Value | undefined;
      readonly onlyWith: readonly string[];
    }
  | { readonly kind: 'secret'; readonly name: string }
  | { readonly kind: 'unknown' };

/** The steps of a workflow that use one of the named actions of release-actions. */
export function releaseSteps(workflow: Workflow, actions: readonly string[]): readonly ReleaseStep[] {
  return workflow.jobs.flatMap((job) =>
    job.steps.flatMap((step) => {
      if (step.work.kind !== 'uses') return [];
      const { name: uses, at, inputs } = step.work;
      const [, action = ''] = /^[^/]+\/release-actions\/(?:actions\/)?([\w-]+)@/.exec(uses) ?? [];
      if (!actions.includes(action)) return [];
      return [{ workflow, job, action, uses, at, inputs, token: tokenSource(valueAt(inputs, 'token'), job.steps) }];
    }),
  );
}

/** The text of an input; undefined if it is not given, or if only the run knows it. */
export const inputOf = ({ inputs }: Pick<ReleaseStep, 'inputs'>, name: string): string | undefined =>
  textOf(valueAt(inputs, name));

/** Whether an input has any value. */
export const isGiven = ({ inputs }: Pick<ReleaseStep, 'inputs'>, name: string): boolean =>
  (valueAt(inputs, name) ?? undefined) !== undefined && inputOf({ inputs }, name) !== '';

/** Whether a step certainly writes nothing to any server. */
export const onlyLooks = (step: ReleaseStep): boolean =>
  ['check', 'dry-run', 'local'].includes(inputOf(step, 'mode') ?? '');

function tokenSource(token: Value | undefined, steps: readonly Step[]): TokenSource {
  if (token === undefined) return { kind: 'job' };
  if (token.kind !== 'expression') return { kind: 'unknown' };
  const { expression } = token;
  const id = /\bsteps\.([\w-]+)\.outputs\.token\b/.exec(expression)?.[1];
  const app = id === undefined ? undefined : steps.find((step) => step.id === id);
  if (app?.work.kind === 'uses') {
    const onlyWith = ofJob.test(expression) ? variablesAskedIn(app.condition) : [];
    return { kind: 'app', at: app.work.at, inputs: app.work.inputs, onlyWith };
  }
  const secret = /\bsecrets\.([A-Za-z_]\w*)/.exec(expression)?.[1];
  if (secret !== undefined && secret.toUpperCase() !== 'GITHUB_TOKEN') return { kind: 'secret', name: secret };
  return ofJob.test(expression) ? { kind: 'job' } : { kind: 'unknown' };
}

const ofJob = /\bgithub\.token\b|\bsecrets\.GITHUB_TOKEN\b/i;
