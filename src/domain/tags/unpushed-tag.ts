import { ReleaseError } from '../error.ts';
import type { TagObject } from './tag-object.ts';
import { quoted, short } from '../text.ts';

export type ComparedTag = {
  /** The commit that the tag is at, and what it says there, if it is annotated. */
  readonly at: string;
  readonly object: TagObject | undefined;
  readonly commit: string;
  /** Undefined: nothing was asked for, and a lightweight tag is good. */
  readonly message: string | undefined;
  readonly isSigned: boolean;
};

/** What is not as it was asked for, as the end of a sentence. */
export function tagDifference({ at, object, commit, message, isSigned }: ComparedTag): string | undefined {
  if (at !== commit) return `is at ${short(at)}, not at ${short(commit)}`;
  if (message === undefined) return undefined;
  if (object === undefined) return 'is lightweight';
  if (object.message !== message) return `has the message ${quoted(object.subject)}, not the requested one`;
  return isSigned && !object.isSigned ? 'is not signed' : undefined;
}

/** A tag of the checkout that nobody else has is pushed as it is, if it is what was asked for. */
export function refuseOtherUnpushedTag(tag: string, compared: ComparedTag): void {
  const found = tagDifference(compared);
  if (found === undefined) return;
  throw new ReleaseError(`The tag ${tag} of this checkout is not pushed yet, and ${found}.`, {
    fix: `Delete it and run again: git tag -d ${tag}`,
  });
}
