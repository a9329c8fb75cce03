/** Text of others for a message: in quotes, with invisible characters and those that reorder text made visible. */
export function quoted(text: string): string {
  const invisible = isAscii(text) ? /[\x00-\x1f\x7f]/g : new RegExp(`[\\p{Cc}${hidden}]`, 'gu');
  const visible = text.replaceAll(invisible, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, '0')}`;
  });
  return visible === text && !text.includes('"') ? `"${text}"` : `'${visible}'`;
}

// A literal with these would be read when this file is loaded, and opening Unicode's tables for it takes a millisecond.
const hidden = String.raw`\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{DI}`;

/** Whether nothing of Unicode is needed to read a text, whose tables take time to open: docs/decisions.md D36 */
export const isAscii = (text: string) => !/[^\x00-\x7f]/.test(text);

/** Whether a text has a character that nobody sees, other than control characters. */
export const hasHidden = (text: string): boolean => !isAscii(text) && new RegExp(`[${hidden}]`, 'u').test(text);

/** One word for a shell, whatever is in it. */
export const quotedForShell = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

/** The lines of a text that are not blank, trimmed. */
export const textLines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** What stands on lines, or between commas. */
export const textItems = (text: string): string[] => textLines(text.replaceAll(',', '\n'));

/** `a`, `a and b`, `a, b and c`. */
export const listed = (items: readonly string[], word: 'and' | 'or' = 'and'): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1)}`;

/** The first items of a list, and the number of the others. */
export const abridged = (items: readonly string[], most = 20): string =>
  listed(items.length > most ? [...items.slice(0, most), `${items.length - most} more`] : items);

/** The short form of a commit's hash. */
export const short = (sha: string): string => sha.slice(0, 12);
