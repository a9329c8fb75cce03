import type { Host } from '../host.ts';

export type TimeLimit = {
  /** Aborted when the time is over, and when the run ends. */
  readonly signal: AbortSignal;
  readonly isOver: () => boolean;
};

const shortest = 500; // also in tests, whose pace is fast

/** Limits how long a request may take, from its beginning to the end of the answer. */
export function timeLimit(milliseconds: number, { pace, signal: run }: Host, deadline = Infinity): TimeLimit {
  const left = Math.max(deadline - Date.now(), 1);
  const limit = AbortSignal.timeout(Math.ceil(Math.min(Math.max(milliseconds * pace, shortest), left)));
  return { signal: AbortSignal.any([run, limit]), isOver: () => limit.aborted && !run.aborted };
}
