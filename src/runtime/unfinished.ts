import { refuseIfAny, ReleaseError } from '../domain/error.ts';
import { placeSentence } from '../domain/place.ts';
import type { Change, Condition } from '../world/change.ts';
import type { Outcome } from './outcome.ts';

/** In `check`, throws everything that is left to do: each place that differs, with its file, its line and both values. */
export function refuseUnfinished({ mode, waitsFor, changes, pending }: Outcome): void {
  if (mode !== 'check') return;
  refuseIfAny('check failed: this is not done:', [
    ...waitsFor.map((one) => conditionError('Missing', one)),
    ...changes.flatMap(differences),
    ...pending.map((one) => conditionError('Pending', one)),
  ]);
}

export const conditionError = (state: 'Missing' | 'Pending', { title, fix }: Condition): ReleaseError =>
  new ReleaseError(`${state}: ${title}.`, { fix });

function differences({ title, places = [], reach }: Change): readonly ReleaseError[] {
  const fix =
    reach === 'local'
      ? 'Run it with mode: apply and commit the result, or correct the inputs.'
      : 'Run it with mode: apply, or find out why it was not done.';
  if (places.length === 0) return [new ReleaseError(`Not done: ${title}.`, { fix })];
  return places.map((place) => {
    return new ReleaseError(placeSentence(place), { fix, at: typeof place.at === 'string' ? undefined : place.at });
  });
}
