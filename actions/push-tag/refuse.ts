import { ReleaseError } from '../../src/domain/error.ts';
import type { TagObject } from '../../src/domain/tag-object.ts';
import { short } from '../../src/domain/text.ts';
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

type Draft = {
  readonly draft: PlacedTag;
  readonly object: TagObject | undefined;
  readonly commit: string;
  readonly message: string;
  readonly isSigned: boolean;
};

/** A tag of the checkout that nobody else has is pushed as it is, if it is what was asked for. */
export function refuseOtherDraft(tag: string, { draft, object, commit, message, isSigned }: Draft): void {
  const differs =
    draft.commit !== commit
      ? `is at ${short(draft.commit)}, not at ${short(commit)}`
      : object === undefined
        ? 'is lightweight'
        : object.message !== message
          ? `says "${object.subject}", not what was asked for`
          : isSigned && !object.isSigned
            ? 'is not signed'
            : undefined;
  if (differs === undefined) return;
  throw new ReleaseError(`Tag ${tag} of this checkout, not pushed yet, ${differs}.`, {
    fix: `Delete it, and run again: git tag -d ${tag}`,
  });
}
