import type { SourcePosition } from '../../domain/error.ts';
import type { Annotation, Result, StepRecord } from '../steps/records.ts';
import type { RepositoryEvent } from '../triggers/event.ts';
import type { Permissions } from '../workflow/permissions.ts';

/** How a job went. Each combination of a matrix is one; a job that calls a workflow has those of the workflow instead. */
export type JobRecord = {
  /** `build`, or `call/build` for a job of a called workflow. */
  readonly key: string;
  /** As GitHub shows it: `Build (linux, 24)`. */
  readonly name: string;
  readonly at: SourcePosition;
  readonly result: Result;
  readonly outputs: Readonly<Record<string, string>>;
  readonly steps: readonly StepRecord[];
  /** What its token could do. */
  readonly permissions: Permissions;
  /** The environment that it names: people may have to approve it. */
  readonly environment: string | undefined;
  /** Whether its `continue-on-error` lets the run go on if it fails. */
  readonly isTolerated?: boolean;
  /** What is told of it besides its steps. */
  readonly annotations: readonly Annotation[];
};

/** How a run of a workflow went. */
export type RunRecord = {
  readonly id: number;
  readonly path: string;
  readonly name: string;
  readonly event: RepositoryEvent;
  readonly begin: Date;
  readonly seconds: number;
  readonly result: Result;
  /** Whether the rehearsal ended before it did. */
  readonly isInterrupted: boolean;
  readonly jobs: readonly JobRecord[];
  /** By the id of each job, as later jobs see it. */
  readonly needs: Readonly<Record<string, JobResult>>;
  readonly annotations: readonly Annotation[];
};

/** What `needs` has of a job. */
export type JobResult = { readonly result: Result; readonly outputs: Readonly<Record<string, string>> };

/** What is told of a run and its jobs, besides the steps. */
export const annotationsOf = ({ annotations, jobs }: RunRecord): readonly Annotation[] => [
  ...annotations,
  ...jobs.flatMap((job) => job.annotations),
];

/** Whether something of a job was not performed, so that its outputs may be unknown. */
export const hasGaps = ({ steps, annotations }: JobRecord): boolean =>
  annotations.some((one) => one.omitted !== undefined) ||
  steps.some((step) => step.notPerformed !== undefined || step.omitted.length > 0);

/** The result of several jobs together. */
export function joined(results: readonly Result[]): Result {
  if (results.includes('failure')) return 'failure';
  if (results.includes('cancelled')) return 'cancelled';
  return results.length > 0 && results.every((result) => result === 'skipped') ? 'skipped' : 'success';
}
