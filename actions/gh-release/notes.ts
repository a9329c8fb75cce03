import { sectionOf } from '../../src/domain/changelogs/changelog.ts';
import { hasContent } from '../../src/domain/changelogs/keep-a-changelog.ts';
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
export async function emptySections(wanted: ReleaseInputs, seen: ReleaseState): Promise<readonly string[]> {
  const found: string[] = [];
  for (const source of wanted.notes ?? []) {
    if (source.kind !== 'changelog' || hasContent(await partOf(source, wanted, seen))) continue;
    found.push(`The section of ${versionOf(seen)} in ${source.path} says nothing: it adds nothing to the notes.`);
  }
  return found;
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
  const { files, github } = seen.world;
  if (source.kind === 'text') return source.text;
  if (source.kind === 'file') return files.text(source.path);
  if (source.kind === 'changelog') return sectionOf(await files.text(source.path), versionOf(seen), source.path);
  if (source.kind === 'tag') return messageOf(seen);
  if (areNotYetGenerated(wanted, seen)) return '';
  const previous = wanted.previousTag ?? seen.previous;
  return (await github()).releases.generatedNotes(seen.place, { commit: seen.commit, previous });
}

async function messageOf({ world, where, place, placed, rehearsed }: ReleaseState): Promise<string> {
  const tag = placed ?? rehearsed;
  const message = tag && (await world.git.tags.object(where, place.tag, tag))?.message;
  if (message !== undefined) return message;
  throw new ReleaseError(`The tag ${place.tag} has no message.`, {
    fix: 'Use an annotated tag, or remove the line tag from the input notes.',
  });
}

function versionOf({ release, place }: ReleaseState): string {
  return release?.version.semver ?? place.tag;
}
