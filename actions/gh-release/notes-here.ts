import type { NoteSource } from '../../src/domain/releases/note-source.ts';
import type { Files } from '../../src/world/files.ts';
import { together } from '../../src/world/parallel.ts';
import type { ReleaseInputs } from './contract.ts';

/** The parts of the notes that need no server: texts, files and sections of changelogs. */
export async function notesHere(
  { notes = [] }: ReleaseInputs,
  version: string,
  files: Files,
): Promise<ReadonlyMap<NoteSource, string>> {
  const texts = await together(
    notes.map(async (source) => {
      if (source.kind === 'text') return source.text;
      if (source.kind === 'file') return files.text(source.path);
      return source.kind === 'changelog' ? sectionIn(source.path, version, files) : undefined;
    }),
  );
  return new Map(notes.flatMap((source, index) => (texts[index] === undefined ? [] : [[source, texts[index]]])));
}

/** Loads the reader of changelogs only if there is one. */
async function sectionIn(path: string, version: string, files: Files): Promise<string> {
  const { sectionOf } = await import('../../src/domain/changelogs/changelog.ts');
  return sectionOf(await files.text(path), version, path);
}
