import * as fc from 'fast-check';

/** An edit of a text: where, and what is done there. */
export type LineEdit = readonly [where: number, what: number, how: number];

export const lineEdits: fc.Arbitrary<LineEdit[]> = fc.array(fc.tuple(fc.nat(2 ** 20), fc.nat(2 ** 10), fc.nat(10)), {
  maxLength: 4,
});

const signs = [
  '"',
  "'",
  '[',
  ']',
  '{',
  '}',
  '#',
  ':',
  ',',
  '-',
  '\\',
  ' ',
  '\t',
  '\r',
  '&',
  '*',
  '!',
  '|',
  '>',
  '%',
  '~',
  '?',
  '\n',
];
const oddities = [
  '\uFEFF',
  '\u2028',
  '\u0085',
  '---\n',
  '...\n',
  '# a: b\n',
  ' #',
  '- name: ',
  '  dmap:\n',
  'null',
  '1.10',
  '[]',
  '\n\n',
];

/** A text with one more edit: lines that go, come twice or change places, other spelling, or other characters. */
export function mutated(text: string, [where, what, how]: LineEdit): string {
  const lines = text.split('\n');
  const at = where % lines.length;
  const line = lines[at] ?? '';
  const place = where % (text.length + 1);
  const inserted = (one: string | undefined) => text.slice(0, place) + (one ?? '') + text.slice(place);
  const withLine = (...others: readonly string[]) => lines.toSpliced(at, 1, ...others).join('\n');
  switch (how) {
    case 0:
      return withLine();
    case 1:
      return withLine(line, line);
    case 2:
      return lines
        .toSpliced(at, 1)
        .toSpliced(what % lines.length, 0, line)
        .join('\n');
    case 3:
      return withLine(what % 2 === 0 ? ` ${line}` : line.replace(/^ /, ''));
    case 4:
      return inserted(signs[what % signs.length]);
    case 5:
      return inserted(oddities[what % oddities.length]);
    case 6:
      return withLine(line.replace(/"/g, what % 2 === 0 ? "'" : ''));
    case 7:
      return withLine(line.replace(/^( *)"?(sha256:\w+)"?: \["?([^",\]]*)"?.*/, '$1$2:\n$1- $3'));
    case 8:
      return withLine(line.replace('"]', what % 2 === 0 ? '","v9"]' : '", "v9" ]'));
    case 9:
      return what % 2 === 0 ? text.replaceAll(/\r?\n/g, '\r\n') : text.trimEnd();
    default:
      return text.slice(0, place) + text.slice(place + 1);
  }
}
