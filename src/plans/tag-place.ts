import { ReleaseError } from '../domain/error.ts';
import { short } from '../domain/text.ts';

type TagPlace = {
  readonly tag: string;
  /** The commit that the tag is at; undefined where there is no such tag. */
  readonly at: string | undefined;
  /** The commit that it has to be at. */
  readonly expected: string;
  /** The remote that has it. */
  readonly remote?: string;
};

/** A tag that is at another commit than the one that is to be released. It is never moved. */
export function misplacedTag({ tag, at, expected, remote }: TagPlace, fix: string): ReleaseError | undefined {
  if (at === undefined || at === expected) return undefined;
  const where = remote === undefined ? 'is' : `is on ${remote} already,`;
  return new ReleaseError(`Tag ${tag} ${where} at ${short(at)}, not at ${short(expected)}.`, { fix });
}

/** Refuses such a tag. */
export function refuseMisplacedTag(place: TagPlace, fix: string): void {
  const misplaced = misplacedTag(place, fix);
  if (misplaced !== undefined) throw misplaced;
}
