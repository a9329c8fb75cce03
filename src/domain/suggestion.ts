import { listed } from './text.ts';

/** What somebody could have meant: the most similar known names, or the first of all. */
export function suggestion(given: string, known: readonly string[]): string | undefined {
  const meant = didYouMean(given, known);
  if (meant !== undefined || known.length === 0) return meant;
  return `It has ${listed(known.slice(0, 12))}${known.length > 12 ? ' …' : ''}.`;
}

/** The question for the most similar known names. Undefined if none is similar. */
export function didYouMean(given: string, known: readonly string[]): string | undefined {
  const near = nearest(given, known);
  return near.length === 0 ? undefined : `Did you mean ${listed(near, 'or')}?`;
}

// Both are keys of a Chart.yaml, so that one is never a slip for the other.
const different = 'appVersion apiVersion';

function nearest(given: string, known: readonly string[]): readonly string[] {
  return [...new Set(known)]
    .filter((name) => `${given} ${name}` !== different)
    .map((name) => ({ name, far: distance(given.toLowerCase(), name.toLowerCase()) }))
    .filter(({ name, far }) => far <= Math.max(2, Math.min(given.length, name.length) / 3))
    .toSorted((one, other) => one.far - other.far)
    .slice(0, 3)
    .map(({ name }) => name);
}

/** How many characters have to be typed, deleted or replaced: https://en.wikipedia.org/wiki/Levenshtein_distance */
function distance(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > 20) return Infinity;
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let index = 0; index < one.length; index++) {
    const next = [index + 1];
    for (let at = 0; at < other.length; at++) {
      const replaced = (row[at] ?? 0) + (one[index] === other[at] ? 0 : 1);
      next.push(Math.min(replaced, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
