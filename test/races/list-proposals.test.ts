import { expect, it } from 'vitest';
import { listProposalLossesOf } from './list-proposals.ts';

it.each([1, 2])(
  'the runs of several tags at once propose each line in one pull request (seed %i)',
  async (seed) => {
    expect(await listProposalLossesOf(seed)).toEqual([]);
  },
  60_000,
);
