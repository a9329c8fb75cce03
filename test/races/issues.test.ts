import { expect, it } from 'vitest';
import { issueLossesOf, openingLossesOf } from './issues.ts';

it.each([1, 2, 3])(
  'eight runs that tick, comment and close at once lose nothing, and no edit of a person (seed %i)',
  { timeout: 60_000, tags: 'exhaustive' },
  async (seed) => {
    expect(await issueLossesOf(seed)).toEqual([]);
  },
);

it.each([1, 2])(
  'of four runs that open the issue of one release at once, one does (seed %i)',
  { timeout: 60_000, tags: 'exhaustive' },
  async (seed) => {
    expect(await openingLossesOf(seed)).toEqual([]);
  },
);
