/** Compares two tags or names. Negative if the first one comes first. */
export type Comparison = (one: string, other: string) => number;

/**
 * Orders tags as versions, whatever their scheme is: `v1.9` before `v1.10`, `v1.0.0-rc.1` before `v1.0.0`, and `v1.0.0`
 * before its revision `v1.0.0-1`.
 */
export function compareVersions(one: string, other: string): number {
  const [these, those] = [partsOf(one), partsOf(other)];
  for (let index = 0; index < these.length || index < those.length; index++) {
    const difference = compareParts(these[index] ?? end, those[index] ?? end);
    if (difference !== 0) return difference;
  }
  return 0;
}

export const compareTexts: Comparison = (one, other) => (one < other ? -1 : one > other ? 1 : 0);

type Part = { readonly rank: number; readonly text: string };

// What may come at one place, in this order: `-rc`, the end of the tag, `-1`, another sign, letters, digits.
const ranks = { prerelease: 0, end: 1, revision: 2, sign: 3, letters: 4, digits: 5 };
const end: Part = { rank: ranks.end, text: '' };

const partsOf = (tag: string): readonly Part[] =>
  Array.from(tag.replace(/^v(?=\d)/, '').matchAll(/\d+|[A-Za-z]+|-[A-Za-z]*|[^A-Za-z\d-]/g), ([text]) => ({
    rank: rankOf(text),
    text,
  }));

function rankOf(text: string): number {
  if (text.startsWith('-')) return text === '-' ? ranks.revision : ranks.prerelease;
  if (/\d/.test(text)) return ranks.digits;
  return /[A-Za-z]/.test(text) ? ranks.letters : ranks.sign;
}

function compareParts(one: Part, other: Part): number {
  if (one.rank !== other.rank) return one.rank - other.rank;
  if (one.rank !== ranks.digits) return compareTexts(one.text, other.text);
  const [these, those] = [withoutZeros(one.text), withoutZeros(other.text)];
  return these.length - those.length || compareTexts(these, those);
}

const withoutZeros = (digits: string) => digits.replace(/^0+(?=\d)/, '');
