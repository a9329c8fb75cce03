import { ReleaseError } from '../error.ts';
import { positionAt } from './source.ts';
import type { Source } from './source.ts';

const bound = 10 * 1024 * 1024;

/** Text of a file that can be edited: UTF-8, and not too large. */
export function decodeText(file: string, bytes: Uint8Array, fix = 'Save it as UTF-8.'): string {
  if (bytes.length > bound)
    throw new ReleaseError(`${file} has ${bytes.length} bytes. The limit is ${bound}.`, { at: { file } });
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    const at = positionAt(...firstBadCharacter(file, bytes));
    throw new ReleaseError(`${file} is not UTF-8.`, { fix, at, cause });
  }
}

/** The text with replacement characters, and the offset of the first one that is not in the file itself. */
function firstBadCharacter(file: string, bytes: Uint8Array): [Source, number] {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  let [offset, length] = [0, 0];
  for (const character of text) {
    const part = new TextEncoder().encode(character);
    if (part.some((byte, index) => bytes[length + index] !== byte)) break;
    offset += character.length;
    length += part.length;
  }
  return [{ file, text }, offset];
}
