import type { SourcePosition } from '../../domain/error.ts';

/** Whether an event starts a workflow, the reason as the end of a sentence, and the line that decides. */
export type Finding = {
  readonly runs: boolean;
  readonly because: string;
  readonly at: SourcePosition;
  readonly fix?: string;
  /** Its filters match, but GitHub starts nothing for this event. */
  readonly isHeld?: true;
};
