import { expect, it } from 'vitest';
import { announcementLossesOf } from './announcements.ts';

it.each([1, 2])(
  'runs that announce a release at once send one message, and are all green (seed %i)',
  { timeout: 60_000, tags: 'exhaustive' },
  async (seed) => {
    expect(await announcementLossesOf(seed)).toEqual([]);
  },
);
