import { expect, it } from 'vitest';
import { releaseLossesOf } from './releases.ts';

it.each([1, 2, 3])(
  'runs of one job at once make one release, and all are green (seed %i)',
  { timeout: 60_000, tags: 'exhaustive' },
  async (seed) => {
    expect(await releaseLossesOf(seed)).toEqual([]);
  },
);
