import { hasContent } from '../../src/domain/changelogs/content.ts';
import { joinedNotes } from '../../src/domain/releases/note-source.ts';
import type { NoteSource } from '../../src/domain/releases/note-source.ts';
import { ReleaseError } from '../../src/domain/error.ts';
import type { ReleaseInputs } from './contract.ts';
import type { ReleaseState } from './look.ts';

/** The notes from their sources, one below the other. Undefined if the input is not set, or if GitHub cannot generate them yet. */
export async function notesFor(wanted: ReleaseInputs, seen: ReleaseState): Promise<string | undefined> {
  const parts: string[] = [];
  for (const source of wanted.notes ?? []) parts.push(await partOf(source, wanted, seen));
  return wanted.notes === undefined || areNotYetGenerated(wanted, seen) ? undefined : joinedNotes(parts);
}

/** The changelogs whose section of this release says nothing. */
export function emptySections({ notes = [] }: ReleaseInputs, { texts, place }: ReleaseState): readonly string[] {
  return notes.flatMap((source) => {
    if (source.kind !== 'changelog' || hasContent(texts.get(source) ?? '')) return [];
    return [`The section of ${place.tag} in ${source.path} says nothing: it adds nothing to the notes.`];
  });
}

// Why: docs/decisions.md D33
/** GitHub generates no notes for a tag that is only in the checkout, because it does not have the commit. */
export function areNotYetGenerated(
  { notes = [], createTag }: ReleaseInputs,
  { placed, rehearsed }: ReleaseState,
): boolean {
  const isRehearsed = placed === undefined && rehearsed !== undefined && !createTag;
  return isRehearsed && notes.some(({ kind }) => kind === 'generated');
}

async function partOf(source: NoteSource, wanted: ReleaseInputs, seen: ReleaseState): Promise<string> {
  const text = seen.texts.get(source);
  if (text !== undefined) return text;
  if (source.kind === 'tag') return messageOf(seen);
  if (areNotYetGenerated(wanted, seen)) return '';
  const previous = wanted.previousTag ?? seen.previous;
  return (await seen.world.github()).releases.generatedNotes(seen.place, { commit: seen.commit, previous });
}

async function messageOf({ world, where, place, placed, rehearsed }: ReleaseState): Promise<string> {
  const tag = placed ?? rehearsed;
  const message = tag && (await world.git.tags.object(where, place.tag, tag))?.message;
  if (message !== undefined) return message;
  throw new ReleaseError(`The tag ${place.tag} has no message.`, {
    fix: 'Use an annotated tag, or remove the line tag from the input notes.',
  });
}
