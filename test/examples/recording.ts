import { recordedRun } from '../../src/rehearsal/recorded-chronicle.ts';
import type { EndedRun as RecordedRun } from '../../src/rehearsal/recorder.ts';
import { pendingIn } from '../../src/rehearsal/remarks.ts';
import type { EndedRun } from './stage.ts';

/** A run on the stage, as a record of the release has it. */
export function recorded({ outcome: { record }, refused, writes, ...started }: EndedRun): RecordedRun {
  const { jobs, at, seconds, result } = recordedRun(record);
  return {
    ...started,
    at,
    seconds,
    result,
    jobs,
    writes,
    pending: record.jobs.flatMap((job) => job.steps.flatMap(({ outputs }) => pendingIn(outputs))),
    refused: refused.map(({ method, path, status, refusal = '' }) => {
      return { what: `${method} ${path}`, why: `${status} ${refusal}`.trim() };
    }),
  };
}
