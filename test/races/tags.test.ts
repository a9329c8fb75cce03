import { expect, it } from 'vitest';
import { moduleTagLossesOf, tagLossesOf } from './tags.ts';

it.each([1, 2, 3, 4, 5])(
  'of three runs that push the same tag at once, one says that it made it, and one starts the workflow (seed %i)',
  { timeout: 60_000, tags: 'exhaustive' },
  async (seed) => {
    expect(await tagLossesOf(seed)).toEqual([]);
  },
);

it.each([1, 2, 3])(
  'of three runs that push the same module tags at once, one says that it made them (seed %i)',
  { timeout: 60_000, tags: 'exhaustive' },
  async (seed) => {
    expect(await moduleTagLossesOf(seed)).toEqual([]);
  },
);
