import type { StepChange } from './chronicle.ts';

/** The changes that an action made or would make, as its log tells them. */
export function changesIn(log: readonly string[]): readonly StepChange[] {
  const changes: (Omit<StepChange, 'detail'> & { readonly lines: string[] })[] = [];
  let isInside = false;
  for (const line of log) {
    const [, group, mark, title = ''] = /(^|::group::)(→|would:) (.*)$/.exec(line) ?? [];
    if (mark !== undefined) {
      changes.push({ title, isMade: mark === '→', lines: [] });
      isInside = group !== '';
    } else if (/::(?:end)?group::/.test(line)) isInside = false;
    else if (isInside) changes.at(-1)?.lines.push(line);
  }
  return changes.map(({ lines, ...change }) => ({ ...change, detail: lines.join('\n').trim() }));
}
