import { ReleaseError } from '../error.ts';
import { looksSigned } from './tag-object.ts';

/** The message of a tag, with the newline that git needs at its end. `source` names the input in errors. */
export function tagMessage(text: string, source: string): string {
  if (text.trim() === '') throw new ReleaseError(`${source} is empty.`, { fix: 'Describe the release in it.' });
  if (text.includes('\0'))
    throw new ReleaseError(`${source} contains a NUL character, which git cannot store in a tag.`, {
      fix: 'Remove the character.',
    });
  if (looksSigned(text)) {
    throw new ReleaseError(`${source} has a line that git would read as the beginning of a signature.`, {
      fix: 'Indent the line that begins with -----BEGIN.',
    });
  }
  return text.endsWith('\n') ? text : `${text}\n`;
}
