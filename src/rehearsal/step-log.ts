import type { StepChange } from './chronicle.ts';
import type { StepRecord } from './steps/records.ts';

/** The changes that an action made or would make, as its log tells them. */
export function changesIn(log: readonly string[]): readonly StepChange[] {
  const changes: (Omit<StepChange, 'detail'> & { readonly lines: string[] })[] = [];
  let isInside = false;
  for (const line of log) {
    const [, group, mark, title = ''] = /(^|::group::|##\[group\])(→|would:) (.*)$/.exec(line) ?? [];
    if (mark !== undefined) {
      changes.push({ title, isMade: mark === '→', lines: [] });
      isInside = group !== '';
    } else if (/::(?:end)?group::|##\[(?:end)?group\]/.test(line)) isInside = false;
    else if (isInside) changes.at(-1)?.lines.push(line);
  }
  return changes.map(({ lines, ...change }) => ({ ...change, detail: lines.join('\n').trim() }));
}

/** The end of the log of a step that failed without an error that says why. */
export const silentEnd = ({ outcome, annotations, log }: StepRecord): readonly string[] =>
  outcome === 'failure' && !annotations.some(({ kind }) => kind === 'error') ? endOf(log) : [];

/** What a failed step that said nothing else is asked for. */
export const endOf = (log: readonly string[]): readonly string[] =>
  log
    .filter((line) => line !== '##[endgroup]')
    .slice(-10)
    .map((line) => line.replace(/^##\[group\]/, ''));

/** The name of a step, with the short form of a pinned commit. */
export const stepName = (name: string): string => name.replace(/@([0-9a-f]{7})[0-9a-f]{33}$/, '@$1');
