import { createHash } from 'node:crypto';
import type { Mode } from './modes.ts';
import { scenariosOf } from './scenario.ts';
import { pairsOf, performTrial, type Trial, trialsOf } from './trial.ts';
import type { Verdict } from './verdict.ts';

/** Which trials to perform: all, those of one step, those of one mode, or a sample. */
export type Selection = {
  readonly actions: readonly string[];
  /** The number of a step, or of two. */
  readonly steps?: readonly number[] | undefined;
  /** A mode, or the two of a pair. */
  readonly modes?: readonly Mode[] | undefined;
  /** How many trials of each action. The seed decides which. */
  readonly sample?: number | undefined;
  /** How many trials with two faults, of all actions together. The seed decides which; all pairs of modes are among them. */
  readonly pairs?: number | undefined;
  readonly seed: number;
};

export type Result = { readonly trial: Trial; readonly verdict: Verdict };

export type Campaign = {
  readonly trials: readonly Trial[];
  /** Performs the trials, two at a time, because they mostly wait for processes. */
  readonly perform: (report: (result: Result, done: number) => void) => Promise<readonly Result[]>;
};

/** Finds the steps of actions, and prepares the selected trials. `known` has the verdicts of an earlier run. */
export async function prepare(
  selection: Selection,
  known: ReadonlyMap<string, Verdict> = new Map(),
): Promise<Campaign> {
  const trials: Trial[] = [];
  for (const action of selection.actions) {
    const all = await counted(action);
    trials.push(...(isOfPairs(selection) ? pairsOf(all) : sampled(all.filter(isSelected(selection)), selection)));
  }
  const chosen = isOfPairs(selection) ? drawnPairs(trials.filter(isSelected(selection)), selection) : trials;
  return { trials: chosen, perform: (report) => performAll(chosen, known, report) };
}

const trialsByAction = new Map<string, Promise<readonly Trial[]>>();

/** The trials of an action. Its steps are counted once: that takes two runs of each scenario. */
function counted(action: string): Promise<readonly Trial[]> {
  const counting = trialsByAction.get(action) ?? scenariosOf(action).then((scenarios) => trialsOf(action, scenarios));
  trialsByAction.set(action, counting);
  return counting;
}

const isOfPairs = ({ steps, modes, pairs }: Selection): boolean =>
  pairs !== undefined || steps?.length === 2 || modes?.length === 2;

/** The command that repeats this trial alone. */
export const commandOf = (trial: Trial): string =>
  `npm run faults -- --action ${trial.action} --step ${numbersOf(trial).join()} --mode ${modesOfTrial(trial).join()}`;

const faultsOf = ({ second, ...first }: Trial) => [first, ...(second === undefined ? [] : [second])];
const numbersOf = (trial: Trial) => faultsOf(trial).map(({ number }) => number);
/** The modes of a trial, in the order of its steps. */
export const modesOfTrial = (trial: Trial): readonly Mode[] => faultsOf(trial).map(({ mode }) => mode);

const isSelected =
  ({ steps, modes }: Selection) =>
  (trial: Trial) =>
    (steps ?? numbersOf(trial)).join() === numbersOf(trial).join() &&
    (modes ?? modesOfTrial(trial)).join() === modesOfTrial(trial).join();

function sampled(trials: readonly Trial[], { sample, seed }: Pick<Selection, 'sample' | 'seed'>): readonly Trial[] {
  if (sample === undefined) return trials;
  const ordered = trials.map((trial) => ({ trial, order: orderOf(`${seed} ${commandOf(trial)}`) }));
  return ordered
    .toSorted((one, other) => (one.order < other.order ? -1 : 1))
    .slice(0, sample)
    .map(({ trial }) => trial);
}

/** The same number of trials for each pair of modes, as far as there are so many. */
function drawnPairs(trials: readonly Trial[], { pairs, seed }: Selection): readonly Trial[] {
  if (pairs === undefined) return trials;
  const groups = Map.groupBy(trials, (trial) => modesOfTrial(trial).join());
  const sample = Math.ceil(pairs / groups.size);
  const drawn = [...groups.values()].flatMap((group) => sampled(group, { sample, seed }));
  return sampled(drawn, { sample: pairs, seed });
}

const orderOf = (text: string): string => createHash('sha256').update(text).digest('hex');

async function performAll(
  trials: readonly Trial[],
  known: ReadonlyMap<string, Verdict>,
  report: (result: Result, done: number) => void,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  const queue = trials.values();
  const worker = async (): Promise<void> => {
    for (const trial of queue) {
      const verdict = known.get(commandOf(trial)) ?? (await performTrial(trial).catch(failedTrial));
      const result = { trial, verdict };
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
