import { ReleaseError } from '../../src/domain/error.ts';
import { tagMessage } from '../../src/domain/tags/tag-message.ts';
import type { Files } from '../../src/world/files.ts';

type Source = { readonly message: string | undefined; readonly messagePath: string | undefined };

/** The message of a tag, from the one place where it stands; without any, the name of the tag. */
export async function messageOf(tag: string, { message, messagePath }: Source, files: Files): Promise<string> {
  if (message !== undefined && messagePath !== undefined) {
    throw new ReleaseError('Both message and message-path are given.', { fix: 'Give one of them.' });
  }
  const text = messagePath === undefined ? (message ?? tag) : await files.text(messagePath);
  return tagMessage(text, messagePath ?? 'The input message');
}
