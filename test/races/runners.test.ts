import { expect, it } from 'vitest';
import { lossesOf } from './runners.ts';

it.each([1, 2, 3])(
  'eight runners that commit at once lose nothing, and force nothing (seed %i)',
  { tags: 'exhaustive' },
  async (seed) => {
    expect(await lossesOf(seed)).toEqual([]);
  },
);
