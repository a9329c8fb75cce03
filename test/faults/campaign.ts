import { createHash } from 'node:crypto';
import type { Mode } from './modes.ts';
import { scenariosOf } from './scenario.ts';
import { attempt, type Trial, trialsOf } from './trial.ts';
import type { Verdict } from './verdict.ts';

/** Which trials there are to be: all, or those of a step, of a mode, or a sample. */
export type Selection = {
  readonly actions: readonly string[];
  readonly step?: number | undefined;
  readonly mode?: Mode | undefined;
  /** How many of each action, drawn by the seed. */
  readonly sample?: number | undefined;
  readonly seed: number;
};

export type Result = { readonly trial: Trial; readonly verdict: Verdict };

export type Campaign = {
  readonly trials: readonly Trial[];
  /** Performs the trials, two at a time: they mostly wait for processes. */
  readonly perform: (report: (result: Result, done: number) => void) => Promise<readonly Result[]>;
};

/** Counts the steps of actions, and prepares the trials that were asked for. */
export async function prepare(selection: Selection): Promise<Campaign> {
  const { actions, step, mode } = selection;
  const trials: Trial[] = [];
  for (const action of actions) {
    const all = await trialsOf(action, await scenariosOf(action));
    const asked = all.filter((trial) => (step ?? trial.number) === trial.number && (mode ?? trial.mode) === trial.mode);
    trials.push(...drawn(asked, selection));
  }
  return { trials, perform: (report) => performAll(trials, report) };
}

/** The command that repeats just this trial. */
export const commandOf = ({ action, number, mode }: Trial): string =>
  `npm run faults -- --action ${action} --step ${number} --mode ${mode}`;

function drawn(trials: readonly Trial[], { sample, seed }: Selection): readonly Trial[] {
  if (sample === undefined) return trials;
  const lots = trials.map((trial) => ({ trial, lot: lotOf(`${seed} ${commandOf(trial)}`) }));
  return lots
    .toSorted((one, other) => (one.lot < other.lot ? -1 : 1))
    .slice(0, sample)
    .map(({ trial }) => trial);
}

const lotOf = (text: string): string => createHash('sha256').update(text).digest('hex');

async function performAll(
  trials: readonly Trial[],
  report: (result: Result, done: number) => void,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  const queue = trials.values();
  const lane = async (): Promise<void> => {
    for (const trial of queue) {
      const result = { trial, verdict: await attempt(trial).catch(unjudged) };
      results.push(result);
      report(result, results.length);
    }
  };
  await Promise.all([lane(), lane()]);
  return results;
}

/** A trial that could not be carried out is a miss, and not the end of the others. */
function unjudged(error: unknown): Verdict {
  return { end: 'bad', converged: undefined, misses: [`the trial itself failed: ${String(error)}`] };
}
