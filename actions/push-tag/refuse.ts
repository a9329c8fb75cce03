import { ReleaseError } from '../../src/domain/error.ts';
import { short } from '../../src/domain/text.ts';

/** A tag that others may have seen stays where it is. */
export function refuseElsewhere(
  tag: string,
  { at, wanted, remote }: { at: string; wanted: string; remote: string },
): void {
  if (at === wanted) return;
  throw new ReleaseError(`Tag ${tag} is on ${remote} already, at ${short(at)}, not at ${short(wanted)}.`, {
    fix: `A tag is never moved: who has fetched it keeps the old one. Release the next version, or check out ${short(at)} if that is what you mean.`,
  });
}
