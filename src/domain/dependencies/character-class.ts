/** Classes of characters as JavaScript's flag `v` reads them, which complements after folding case, as Go does. */
export const negated = (source: string): string => `[^${source}]`;

/** All of ASCII, unlike JavaScript's own: https://pkg.go.dev/regexp/syntax */
export const perlClasses: ReadonlyMap<string, string> = new Map([
  ['d', '0-9'],
  ['s', String.raw`\t\n\f\r\x20`],
  ['w', '0-9A-Za-z_'],
]);

export const asciiClasses: ReadonlyMap<string, string> = new Map([
  ['alnum', '0-9A-Za-z'],
  ['alpha', 'A-Za-z'],
  ['ascii', String.raw`\x00-\x7f`],
  ['blank', String.raw`\t\x20`],
  ['cntrl', String.raw`\x00-\x1f\x7f`],
  ['digit', '0-9'],
  ['graph', String.raw`\x21-\x7e`],
  ['lower', 'a-z'],
  ['print', String.raw`\x20-\x7e`],
  ['punct', String.raw`\x21-\x2f\x3a-\x40\x5b-\x60\x7b-\x7e`],
  ['space', String.raw`\t\n\v\f\r\x20`],
  ['upper', 'A-Z'],
  ['word', '0-9A-Za-z_'],
  ['xdigit', '0-9A-Fa-f'],
]);

/** A category or a script of Unicode; undefined where JavaScript has none of that name. */
export function unicodeClass(name: string): string | undefined {
  if (!/^\w+$/.test(name)) return undefined;
  if (/^(Any|ASCII|Assigned)$/.test(name)) return String.raw`\p{${name}}`;
  return ['gc', 'sc'].map((kind) => String.raw`\p{${kind}=${name}}`).find(isKnown);
}

function isKnown(source: string): boolean {
  try {
    return new RegExp(source, 'v').unicodeSets;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
