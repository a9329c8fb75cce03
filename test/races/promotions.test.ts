import { expect, it } from 'vitest';
import { promotionLossesOf } from './promotions.ts';

it.each([1, 2, 3])(
  'runs that promote one list at once are all green, and every tag is right (seed %i)',
  { timeout: 60_000, tags: 'exhaustive' },
  async (seed) => {
    expect(await promotionLossesOf(seed)).toEqual([]);
  },
);
