import { ReleaseError } from '../error.ts';
import { quoted } from '../text.ts';

/** One of several equal parts of a list. The first one has the number 1. */
export type Shard = { readonly number: number; readonly of: number };

const most = 256; // jobs of a matrix: https://docs.github.com/en/actions/reference/limits

/** Reads `3/8`. */
export function parseShard(text: string): Shard {
  const [, number = 0, of = 0] = (/^(\d{1,3})\/(\d{1,3})$/.exec(text.trim()) ?? []).map(Number);
  if (number >= 1 && number <= of && of <= most) return { number, of };
  throw new ReleaseError(`is ${quoted(text)}, which is not a part of a list.`, {
    fix: `Give the number of the part and the number of parts, such as 3/8. There can be ${most} parts.`,
  });
}

/** The same part in every job, whatever the order of the lines is. Parts differ by at most one item. */
export function inShard<Item>(
  items: readonly Item[],
  { number, of }: Shard,
  nameOf: (item: Item) => string,
): readonly Item[] {
  const ordered = items
    .map((item) => ({ item, name: nameOf(item) }))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));
  return ordered.filter((_, index) => index % of === number - 1).map(({ item }) => item);
}
