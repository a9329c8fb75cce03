const width = 100;

export type Row = readonly [left: string, right: string];

/** Each name on its own line, its meaning below, so that the layout does not depend on the longest name. */
export const table = (rows: readonly Row[]): string =>
  rows.map(([left, right]) => `  ${left}\n${wrapped(right, 4)}`).join('\n');

/** A text in lines that fit a terminal. */
export function wrapped(text: string, margin = 0): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last !== '' && margin + last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines.map((line) => ' '.repeat(margin) + line).join('\n');
}
