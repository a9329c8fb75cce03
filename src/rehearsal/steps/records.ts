import type { SourcePosition } from '../../domain/error.ts';

export type Result = 'success' | 'failure' | 'cancelled' | 'skipped';

/** What is shown on the page of a run. */
export type Annotation = {
  readonly kind: 'error' | 'warning' | 'notice';
  readonly message: string;
  readonly at: SourcePosition | undefined;
  /** What of a job was not performed, though GitHub would perform it, and why. */
  readonly omitted?: { readonly what: string; readonly reason: string };
};

/** A part of a step that was not performed, though GitHub would perform it. */
export type Omission = { readonly reason: string; readonly at: SourcePosition };

/** How a step went. */
export type StepRecord = {
  /** Its id; without one, its number among the steps, from 0. Steps of a composite action have that of the step before it. */
  readonly key: string;
  readonly name: string;
  /** Its line in the workflow or the action. */
  readonly at: SourcePosition;
  /** Before `continue-on-error`. */
  readonly outcome: Result;
  readonly conclusion: Result;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly annotations: readonly Annotation[];
  readonly log: readonly string[];
  readonly milliseconds: number;
  /** Why it was not performed, though GitHub would perform it. What it would output is unknown. */
  readonly notPerformed: string | undefined;
  /** What of it was not performed. */
  readonly omitted: readonly Omission[];
};
