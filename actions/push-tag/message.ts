import { ReleaseError } from '../../src/domain/error.ts';
import { tagMessage } from '../../src/domain/tags/tag-message.ts';
import type { Files } from '../../src/world/files.ts';

type MessageInputs = { readonly message: string | undefined; readonly messagePath: string | undefined };

/** The message of a tag: the given text, the text of the given file, or else the name of the tag. */
export async function messageOf(tag: string, { message, messagePath }: MessageInputs, files: Files): Promise<string> {
  if (message !== undefined && messagePath !== undefined) {
    throw new ReleaseError('Both message and message-path are given.', { fix: 'Give only one of them.' });
  }
  const text = messagePath === undefined ? (message ?? tag) : await files.text(messagePath);
  return tagMessage(text, messagePath ?? 'The input message');
}
