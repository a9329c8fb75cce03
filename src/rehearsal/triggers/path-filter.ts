import { type Value, valueAt } from '../workflow/value.ts';
import type { Finding } from './finding.ts';
import { isNegation, lastMatch, matchesPattern } from './filter-pattern.ts';
import { patternsOf } from './ref-filter.ts';

/** What the filters `paths` and `paths-ignore` say of changed paths; undefined if neither is there. */
export function changedPaths(filters: Value | undefined, paths: readonly string[]): Finding | undefined {
  const [wanted, ignored] = [patternsOf(filters, 'paths'), patternsOf(filters, 'paths-ignore')];
  if (wanted !== undefined) {
    const hit = paths.find((path) => isWanted(path, wanted));
    const at = valueAt(filters, 'paths')?.at ?? { file: '' };
    return hit === undefined
      ? { runs: false, because: `no changed path matches its paths${among(paths)}`, at }
      : { runs: true, because: `${hit} is one of its paths`, at };
  }
  if (ignored === undefined) return undefined;
  const at = valueAt(filters, 'paths-ignore')?.at ?? { file: '' };
  const other = paths.find((path) => !ignored.some(({ pattern }) => matchesPattern(path, pattern)));
  return other === undefined
    ? { runs: false, because: `all changed paths are among its paths-ignore${among(paths)}`, at }
    : { runs: true, because: `${other} is not among its paths-ignore`, at };
}

function isWanted(path: string, patterns: readonly { readonly pattern: string }[]): boolean {
  const last = lastMatch(path, patterns);
  return last !== undefined && !isNegation(last.pattern);
}

function among(paths: readonly string[]): string {
  if (paths.length === 0) return ' (nothing was changed)';
  return ` (${paths.slice(0, 3).join(', ')}${paths.length > 3 ? ` and ${paths.length - 3} more` : ''})`;
}
