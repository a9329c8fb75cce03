import { ReleaseError } from '../domain/error.ts';
import { short } from '../domain/text.ts';

type TagPlace = {
  readonly tag: string;
  /** The commit that the tag points to; undefined if there is no such tag. */
  readonly at: string | undefined;
  /** The commit that the tag has to point to. */
  readonly expected: string;
  /** The remote that has the tag. */
  readonly remote?: string;
};

/** The refusal of a tag that points to another commit than the one to release. Such a tag is never moved. */
export function misplacedTag({ tag, at, expected, remote }: TagPlace, fix: string): ReleaseError | undefined {
  if (at === undefined || at === expected) return undefined;
  const where = remote === undefined ? 'is' : `already exists on ${remote}, but`;
  return new ReleaseError(`Tag ${tag} ${where} at ${short(at)}, not at ${short(expected)}.`, { fix });
}

/** Throws that refusal, if there is one. */
export function refuseMisplacedTag(place: TagPlace, fix: string): void {
  const misplaced = misplacedTag(place, fix);
  if (misplaced !== undefined) throw misplaced;
}
