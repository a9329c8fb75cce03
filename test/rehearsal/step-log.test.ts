import { expect, it } from 'vitest';
import { changesIn } from '../../src/rehearsal/step-log.ts';

it('finds the changes in the log of a step, with their details', () => {
  const log = [
    'Looking at the checkout',
    '  ❓  ::group::→ Create tag v1 at 1234',
    'annotated',
    '',
    'The → of a message',
    '  ❓  ::endgroup::',
    'not a detail',
    'would: Push tag v1 to origin',
    'not a detail either',
    '::group::would: Publish release v1',
    'draft: false',
    '::group::Outputs',
    'tag: v1',
    '::endgroup::',
  ];
  expect(changesIn(log)).toEqual([
    { title: 'Create tag v1 at 1234', detail: 'annotated\n\nThe → of a message', isMade: true },
    { title: 'Push tag v1 to origin', detail: '', isMade: false },
    { title: 'Publish release v1', detail: 'draft: false', isMade: false },
  ]);
});
