import { ReleaseError } from '../error.ts';
import type { TagObject } from './tag-object.ts';
import { quoted, short } from '../text.ts';

export type ComparedTag = {
  /** The commit that the tag points to, and its content if it is annotated. */
  readonly at: string;
  readonly object: TagObject | undefined;
  readonly commit: string;
  /** Undefined if no message is requested: then a lightweight tag is right. */
  readonly message: string | undefined;
  readonly isSigned: boolean;
};

/** How a tag differs from the request, as the end of a sentence. */
export function tagDifference({ at, object, commit, message, isSigned }: ComparedTag): string | undefined {
  if (at !== commit) return `is at ${short(at)}, not at ${short(commit)}`;
  if (message === undefined) return undefined;
  if (object === undefined) return 'is lightweight';
  if (object.message !== message) return `has the message ${quoted(object.subject)}, not the requested one`;
  return isSigned && !object.isSigned ? 'is not signed' : undefined;
}

/** Refuses an unpushed tag of this checkout that differs from the request. */
export function refuseOtherUnpushedTag(tag: string, compared: ComparedTag): void {
  const found = tagDifference(compared);
  if (found === undefined) return;
  throw new ReleaseError(`The tag ${tag} of this checkout is not pushed yet, and ${found}.`, {
    fix: `Delete it and run again: git tag -d ${tag}`,
  });
}
