import { expect, it } from 'vitest';
import { listProposalLossesOf } from './list-proposals.ts';

it(
  'the runs of several tags at once propose each line in one pull request, also while it is merged',
  { timeout: 60_000, tags: 'exhaustive' },
  async () => {
    expect(await listProposalLossesOf(21)).toEqual([]);
  },
);
