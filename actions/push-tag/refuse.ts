import { ReleaseError } from '../../src/domain/error.ts';
import type { TagObject } from '../../src/domain/tag-object.ts';
import { quoted, short } from '../../src/domain/text.ts';
import type { PlacedTag } from '../../src/world/git.ts';

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

type Compared = {
  readonly placed: PlacedTag;
  readonly object: TagObject | undefined;
  readonly commit: string;
  readonly message: string;
  readonly isSigned: boolean;
};

/** What is not as it was asked for, as the end of a sentence. */
export function differences({ placed, object, commit, message, isSigned }: Compared): string | undefined {
  if (placed.commit !== commit) return `is at ${short(placed.commit)}, not at ${short(commit)}`;
  if (object === undefined) return 'is lightweight';
  if (object.message !== message) return `says ${quoted(object.subject)}, not what was asked for`;
  return isSigned && !object.isSigned ? 'is not signed' : undefined;
}

/** A tag of the checkout that nobody else has is pushed as it is, if it is what was asked for. */
export function refuseOtherDraft(tag: string, compared: Compared): void {
  const found = differences(compared);
  if (found === undefined) return;
  throw new ReleaseError(`Tag ${tag} of this checkout, not pushed yet, ${found}.`, {
    fix: `Delete it, and run again: git tag -d ${tag}`,
  });
}
