import type { SourcePosition } from '../../domain/error.ts';
import { itemsOf, textOf, type Value, valueAt } from './value.ts';

/** A step of a job or of a composite action. */
export type Step = {
  readonly at: SourcePosition;
  readonly id: string | undefined;
  readonly name: Value | undefined;
  /** With success() in it where it names no status function; undefined stands for success(). */
  readonly condition: Value | undefined;
  readonly env: Value | undefined;
  readonly continueOnError: Value | undefined;
  readonly timeoutMinutes: Value | undefined;
  readonly work:
    | {
        readonly kind: 'run';
        readonly script: Value;
        readonly shell: Value | undefined;
        readonly folder: Value | undefined;
      }
    | { readonly kind: 'uses'; readonly name: string; readonly at: SourcePosition; readonly inputs: Value | undefined };
};

// https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsuses
/** The path that `uses` names in the repository of the file itself: `./path`, or `$/path` for its commit, without a checkout. */
export const pathInRepository = (uses: string): string | undefined => /^[.$]\/+(.*)$/s.exec(uses)?.[1];

export const stepsOf = (steps: Value | undefined): readonly Step[] =>
  itemsOf(steps).flatMap((step) => stepOf(step) ?? []);

function stepOf(step: Value): Step | undefined {
  const [script, uses] = [valueAt(step, 'run'), valueAt(step, 'uses')];
  const common = {
    at: step.at,
    id: textOf(valueAt(step, 'id')),
    name: valueAt(step, 'name'),
    condition: valueAt(step, 'if'),
    env: valueAt(step, 'env'),
    continueOnError: valueAt(step, 'continue-on-error'),
    timeoutMinutes: valueAt(step, 'timeout-minutes'),
  };
  if (script !== undefined) {
    const [shell, folder] = [valueAt(step, 'shell'), valueAt(step, 'working-directory')];
    return { ...common, work: { kind: 'run', script, shell, folder } };
  }
  if (uses === undefined) return undefined;
  return { ...common, work: { kind: 'uses', name: textOf(uses) ?? '', at: uses.at, inputs: valueAt(step, 'with') } };
}
