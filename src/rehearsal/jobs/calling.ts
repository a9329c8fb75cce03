import type { Scope } from '../expressions/expression.ts';
import type { Permissions } from '../workflow/permissions.ts';
import type { Workflow } from '../workflow/workflow.ts';
import type { JobRecord, JobResult } from './records.ts';

/** The jobs of one workflow: that of a run, or one that is called. */
export type Calling = {
  readonly workflow: Workflow;
  /** github, inputs, vars, secrets. */
  readonly scope: Scope;
  /** The keys of the jobs that call it. */
  readonly path: readonly string[];
  /** What the caller may do at most; undefined for a run. */
  readonly most: Permissions | undefined;
  /** The concurrency groups of what is around it, which wait until it has ended. */
  readonly held: readonly string[];
  /** Cancelled, no job starts but those with always() or cancelled(). */
  readonly cancel: AbortController;
};

/** What was performed of some jobs. */
export type Performed = { readonly records: readonly JobRecord[]; readonly needs: Readonly<Record<string, JobResult>> };
