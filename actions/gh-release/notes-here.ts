import { dirname, normalize } from 'node:path';
import type { NoteSource } from '../../src/domain/releases/note-source.ts';
import type { Files } from '../../src/world/files.ts';
import { together } from '../../src/world/parallel.ts';
import type { ReleaseInputs } from './contract.ts';

export type NotesHere = {
  readonly texts: ReadonlyMap<NoteSource, string>;
  /** The sections of the whole repository's changelog that are headed by the version alone, unlike the tag. */
  readonly plainSections: readonly PlainSection[];
};

export type PlainSection = { readonly path: string; readonly version: string };

/** The parts of the notes that need no server: texts, files and sections of changelogs. */
export async function notesHere({ notes = [], tag }: ReleaseInputs, files: Files): Promise<NotesHere> {
  const texts = await together(
    notes.map(async (source) => {
      if (source.kind === 'text') return { text: source.text };
      if (source.kind === 'file') return { text: await files.text(source.path) };
      return source.kind === 'changelog' ? sectionIn(source.path, tag, files) : undefined;
    }),
  );
  return {
    texts: new Map(notes.flatMap((source, index) => (texts[index] === undefined ? [] : [[source, texts[index].text]]))),
    plainSections: texts.flatMap((one) => one?.plain ?? []),
  };
}

type Found = { readonly text: string; readonly plain?: PlainSection };

/** Loads the reader of changelogs only if there is one. */
async function sectionIn(path: string, tag: string, files: Files): Promise<Found> {
  const { sectionOf, versionAlone } = await import('../../src/domain/changelogs/changelog.ts');
  const changelog = await files.text(path);
  const text = sectionOf(changelog, tag, path);
  const isOfAll = dirname(normalize(path)) === '.'; // a changelog in a folder is about what is there
  const version = isOfAll ? versionAlone(changelog, tag, path) : undefined;
  return version === undefined ? { text } : { text, plain: { path, version } };
}
