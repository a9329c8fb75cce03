import type { Step } from '../../src/rehearsal/chronicle.ts';
import type { EndedRun as RecordedRun } from '../../src/rehearsal/recorder.ts';
import { changesIn } from '../../src/rehearsal/step-log.ts';
import type { StepOutcome } from '../support/engine.ts';
import type { EndedRun } from './stage.ts';

/** A run on the stage, as a record of the release has it. */
export function recorded({ outcome, begin, refused, ...run }: EndedRun): RecordedRun {
  const steps = Map.groupBy(Object.entries(outcome.steps), ([key]) => key.split('/').slice(0, 2).join('/'));
  const whole = [...steps.values()].map((own) => stepOf(own.map(([, step]) => step)));
  const failed = Object.values(outcome.jobs).includes('failure') ? 'failure' : 'cancelled';
  return {
    ...run,
    at: begin.toISOString(),
    seconds: (Date.now() - begin.getTime()) / 1000,
    result: outcome.exitCode === 0 ? 'success' : failed,
    steps: whole,
    pending: Object.values(outcome.steps).flatMap(({ outputs }) => JSON.parse(outputs['pending'] ?? '[]') as string[]),
    refused: refused.map(({ method, path, status, refusal = '' }) => {
      return { what: `${method} ${path}`, why: `${status} ${refusal}`.trim() };
    }),
  };
}

/** A step, with what the steps inside it did. */
function stepOf([step, ...inside]: readonly StepOutcome[]): Step {
  if (step === undefined) throw new Error('A step says at least how it ended.');
  const all = [step, ...inside];
  const { job, name, result, seconds } = step;
  const said = all.flatMap(({ annotations }) => annotations);
  const changes = new Map(all.flatMap(({ log }) => changesIn(log)).map((change) => [change.title, change])); // planned again
  return {
    job,
    name: shown(name),
    result,
    seconds,
    changes: [...changes.values()],
    said,
    log: result === 'failure' && said.length === 0 ? all.flatMap(({ log }) => log).slice(-10) : [],
  };
}

/** The first line of a script, and the short form of a pinned commit. */
const shown = (name: string) => (name.split('\n')[0] ?? '').replace(/@([0-9a-f]{7})[0-9a-f]{33}$/, '@$1');
