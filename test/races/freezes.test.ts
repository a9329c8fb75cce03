import { expect, it } from 'vitest';
import { freezeLossesOf } from './freezes.ts';

it.each([1, 2, 3])(
  'releases that freeze one branch at once have it one after the other, and wait by name (seed %i)',
  { timeout: 60_000, tags: 'exhaustive' },
  async (seed) => {
    expect(await freezeLossesOf(seed)).toEqual([]);
  },
);
