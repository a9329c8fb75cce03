import type { Job, Step } from '../../src/rehearsal/chronicle.ts';
import type { EndedRun as RecordedRun } from '../../src/rehearsal/recorder.ts';
import { changesIn, stepName } from '../../src/rehearsal/step-log.ts';
import type { StepOutcome } from '../support/engine.ts';
import type { EndedRun } from './stage.ts';

/** A run on the stage, as a record of the release has it. */
export function recorded({ outcome, begin, refused, ...run }: EndedRun): RecordedRun {
  const steps = Map.groupBy(Object.entries(outcome.steps), ([key]) => key.split('/').slice(0, 2).join('/'));
  const whole = [...steps].map(([key, own]) => [key, stepOf(own.map(([, step]) => step))] as const);
  const jobs = Map.groupBy(whole, ([key]) => key.slice(0, key.indexOf('/')));
  const failed = Object.values(outcome.jobs).includes('failure') ? 'failure' : 'cancelled';
  return {
    ...run,
    at: begin.toISOString(),
    seconds: (Date.now() - begin.getTime()) / 1000,
    result: outcome.exitCode === 0 ? 'success' : failed,
    jobs: [...jobs].map(([name, own]): Job => {
      return { name, result: outcome.jobs[name] ?? 'success', steps: own.map(([, step]) => step), said: [] };
    }),
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
  const { name, result, seconds } = step;
  const said = all.flatMap(({ annotations }) => annotations);
  const changes = new Map(all.flatMap(({ log }) => changesIn(log)).map((change) => [change.title, change])); // planned again
  return {
    name: stepName(name.split('\n')[0] ?? ''),
    result,
    seconds,
    changes: [...changes.values()],
    said,
    log: result === 'failure' && said.length === 0 ? all.flatMap(({ log }) => log).slice(-10) : [],
  };
}
