import { commandOf, modesOfTrial, type Result } from './campaign.ts';
import type { Mode } from './modes.ts';
import { titleOf } from './steps.ts';

const head = ['what goes wrong', 'tried', 'survived', 'ended clearly', 'killed', 'next run converged', 'missed'];

/** A table for each action: the faults, how often each was tried, and how the runs ended. */
export function tablesOf(results: readonly Result[]): string {
  const actions = [...new Set(results.map(({ trial }) => trial.action))];
  return actions
    .map((action) => `### ${action}\n\n${tableOf(results.filter(({ trial }) => trial.action === action))}`)
    .join('\n\n');
}

/** One table for pairs of faults. A trial counts in the rows of both of its modes. */
export function pairsTableOf(results: readonly Result[]): string {
  const modes = [...new Set(results.flatMap(({ trial }) => modesOfTrial(trial)))].toSorted();
  const withMode = (mode: Mode) => results.filter(({ trial }) => modesOfTrial(trial).includes(mode));
  return rendered([
    ...modes.map((mode) => [`request: ${mode}`, ...countsOf(withMode(mode))]),
    ['all', ...countsOf(results)],
  ]);
}

/** The rules that do not hold, each with the command that repeats the trial. */
export function missesOf(results: readonly Result[]): readonly string[] {
  return results
    .filter(({ verdict }) => verdict.misses.length > 0)
    .map(({ trial, verdict }) => {
      const { second } = trial;
      const also = second === undefined ? '' : `\n  and step ${second.number}: ${titleOf(second.step)}`;
      const where = `${trial.action}, ${trial.scenario.title}\n  step ${trial.number}, ${trial.step.kind}: ${titleOf(trial.step)}${also}`;
      return `${where}\n  ${modesOfTrial(trial).join(', ')}: ${verdict.misses.join('; ')}\n  ${commandOf(trial)}`;
    });
}

function tableOf(results: readonly Result[]): string {
  const faults = [...new Set(results.map(faultLabel))].toSorted();
  const rows = faults.map((fault) => [fault, ...countsOf(results.filter((one) => faultLabel(one) === fault))]);
  return rendered([...rows, ['all', ...countsOf(results)]]);
}

const rendered = (rows: readonly (readonly string[])[]): string =>
  [head, head.map((_, index) => (index === 0 ? '---' : '--:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');

const faultLabel = ({ trial }: Result): string => `${trial.step.kind}: ${trial.mode}`;

function countsOf(results: readonly Result[]): readonly string[] {
  const count = (holds: (result: Result) => boolean) => results.filter(holds).length;
  const needed = count(({ verdict }) => verdict.converged !== undefined);
  const counts = [
    results.length,
    count(({ verdict }) => verdict.end === 'survived'),
    count(({ verdict }) => verdict.end === 'ended clearly'),
    count(({ verdict }) => verdict.end === 'stopped'),
    needed === 0 ? '–' : `${count(({ verdict }) => verdict.converged === true)} of ${needed}`,
    count(({ verdict }) => verdict.misses.length > 0),
  ];
  return counts.map(String);
}
