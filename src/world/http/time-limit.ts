import type { Host } from '../host.ts';

export type TimeLimit = {
  /** Aborted when the time is over, and when the run ends. */
  readonly signal: AbortSignal;
  readonly isOver: () => boolean;
};

const shortest = 500; // also in tests, whose pace is fast

/** Limits how long a request may take. */
export function timeLimit(milliseconds: number, { pace, signal: run }: Host): TimeLimit {
  const limit = AbortSignal.timeout(Math.ceil(Math.max(milliseconds * pace, shortest)));
  return { signal: AbortSignal.any([run, limit]), isOver: () => limit.aborted && !run.aborted };
}
