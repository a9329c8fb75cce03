import { ReleaseError } from '../error.ts';
import { quoted } from '../text.ts';

/** The source of a part of the release notes. */
export type NoteSource =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'file' | 'changelog'; readonly path: string }
  | { readonly kind: 'tag' | 'generated' };

const longest = 125_000; // https://docs.github.com/rest/releases/releases: a longer body is refused

export function parseNoteSource(line: string): NoteSource {
  const [, kind, rest = ''] = /^(text|file|changelog|tag|generated)(?::\s*(.*))?$/s.exec(line.trim()) ?? [];
  if (kind === 'text' && rest !== '') return { kind, text: rest };
  if ((kind === 'file' || kind === 'changelog') && rest !== '') return { kind, path: rest };
  if ((kind === 'tag' || kind === 'generated') && rest === '') return { kind };
  throw new ReleaseError(`contains the line ${quoted(line)}, which is not a source of notes.`, {
    fix: 'Write text: …, file: PATH, changelog: CHANGELOG.md, tag or generated, one on a line.',
  });
}

/** Joins the parts of the notes. */
export function joinedNotes(parts: readonly string[]): string {
  const notes = parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('\n\n');
  const length = Array.from(notes).length;
  if (length <= longest) return notes;
  throw new ReleaseError(`The notes have ${length} characters. GitHub accepts at most ${longest}.`, {
    fix: 'Shorten the notes, or attach the full text to the release as a file.',
  });
}
