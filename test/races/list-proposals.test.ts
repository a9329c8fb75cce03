import { expect, it } from 'vitest';
import { listProposalLossesOf } from './list-proposals.ts';

it('the runs of several tags at once propose each line in one pull request, also while it is merged', async () => {
  expect(await listProposalLossesOf(21)).toEqual([]);
}, 60_000);
