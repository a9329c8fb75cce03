import { createHash } from 'node:crypto';
import type { Mode } from './modes.ts';
import { scenariosOf } from './scenario.ts';
import { performTrial, type Trial, trialsOf } from './trial.ts';
import type { Verdict } from './verdict.ts';

/** Which trials to perform: all, those of one step, those of one mode, or a sample. */
export type Selection = {
  readonly actions: readonly string[];
  readonly step?: number | undefined;
  readonly mode?: Mode | undefined;
  /** How many trials of each action. The seed decides which. */
  readonly sample?: number | undefined;
  readonly seed: number;
};

export type Result = { readonly trial: Trial; readonly verdict: Verdict };

export type Campaign = {
  readonly trials: readonly Trial[];
  /** Performs the trials, two at a time, because they mostly wait for processes. */
  readonly perform: (report: (result: Result, done: number) => void) => Promise<readonly Result[]>;
};

/** Finds the steps of actions, and prepares the selected trials. */
export async function prepare(selection: Selection): Promise<Campaign> {
  const { actions, step, mode } = selection;
  const trials: Trial[] = [];
  for (const action of actions) {
    const all = await trialsOf(action, await scenariosOf(action));
    const selected = all.filter(
      (trial) => (step ?? trial.number) === trial.number && (mode ?? trial.mode) === trial.mode,
    );
    trials.push(...sampled(selected, selection));
  }
  return { trials, perform: (report) => performAll(trials, report) };
}

/** The command that repeats this trial alone. */
export const commandOf = ({ action, number, mode }: Trial): string =>
  `npm run faults -- --action ${action} --step ${number} --mode ${mode}`;

function sampled(trials: readonly Trial[], { sample, seed }: Selection): readonly Trial[] {
  if (sample === undefined) return trials;
  const ordered = trials.map((trial) => ({ trial, order: orderOf(`${seed} ${commandOf(trial)}`) }));
  return ordered
    .toSorted((one, other) => (one.order < other.order ? -1 : 1))
    .slice(0, sample)
    .map(({ trial }) => trial);
}

const orderOf = (text: string): string => createHash('sha256').update(text).digest('hex');

async function performAll(
  trials: readonly Trial[],
  report: (result: Result, done: number) => void,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  const queue = trials.values();
  const worker = async (): Promise<void> => {
    for (const trial of queue) {
      const result = { trial, verdict: await performTrial(trial).catch(failedTrial) };
      results.push(result);
      report(result, results.length);
    }
  };
  await Promise.all([worker(), worker()]);
  return results;
}

/** A trial that could not be performed counts as a miss. The others go on. */
function failedTrial(error: unknown): Verdict {
  return { end: 'bad', converged: undefined, misses: [`the trial itself failed: ${String(error)}`] };
}
