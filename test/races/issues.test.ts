import { expect, it } from 'vitest';
import { issueLossesOf } from './issues.ts';

it.each([1, 2, 3])(
  'eight runs that tick, comment and close at once lose nothing, and no edit of a person (seed %i)',
  async (seed) => {
    expect(await issueLossesOf(seed)).toEqual([]);
  },
  60_000,
);
