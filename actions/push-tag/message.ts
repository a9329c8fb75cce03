import { ReleaseError } from '../../src/domain/error.ts';
import { looksSigned } from '../../src/domain/tag-object.ts';
import type { Files } from '../../src/world/files.ts';

type Source = { readonly message: string | undefined; readonly messagePath: string | undefined };

/** The message of a tag, ended by a newline as git wants it, otherwise byte for byte. */
export async function messageOf(tag: string, { message, messagePath }: Source, files: Files): Promise<string> {
  if (message !== undefined && messagePath !== undefined) {
    throw new ReleaseError('Both message and message-path are given.', { fix: 'Give one of them.' });
  }
  const text = messagePath === undefined ? (message ?? tag) : await files.text(messagePath);
  const source = messagePath ?? 'The input message';
  if (text.trim() === '') throw new ReleaseError(`${source} is empty.`, { fix: 'Say in it what is released.' });
  if (text.includes('\0'))
    throw new ReleaseError(`${source} holds a NUL character, which git cannot store in a tag.`, { fix: 'Remove it.' });
  if (looksSigned(text)) {
    throw new ReleaseError(`${source} has a line that git would take for the beginning of a signature.`, {
      fix: 'Indent the line that begins with -----BEGIN.',
    });
  }
  return text.endsWith('\n') ? text : `${text}\n`;
}
