import { ReleaseError } from '../error.ts';
import { positionAt } from '../edits/source.ts';
import type { Source } from '../edits/source.ts';
import { quoted } from '../text.ts';

// Go's YAML reader ends a line, and so a comment, at each of these. A tab may not indent.
const oddCharacter = /[\x00-\x08\t\x0b-\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\uFFFE\uFFFF]|\r(?!\n)|(?!^)\uFEFF/u;

/** Refuses characters that not every YAML reader understands in the same way. */
export function refuseOddCharacters(source: Source, kind: 'image lists' | 'promoter manifests'): void {
  const found = oddCharacter.exec(source.text);
  if (found === null) return;
  throw new ReleaseError(`${source.file} has the character ${quoted(found[0])}, which ${kind} do not have.`, {
    fix: 'Remove the character. Indent with spaces, and end lines with a line feed.',
    at: positionAt(source, found.index),
  });
}
