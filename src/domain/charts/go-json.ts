/** JSON as Go writes it: a Map is sorted by the bytes of its keys, and what HTML or JavaScript could misread is escaped. */
export function goJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(goJson).join()}]`;
  if (value instanceof Map) {
    const entries: readonly (readonly [unknown, unknown])[] = [...value];
    const sorted = entries.toSorted(([one], [other]) => Buffer.compare(bytesOf(one), bytesOf(other)));
    return objectOf(sorted);
  }
  if (typeof value === 'object' && value !== null) return objectOf(Object.entries(value));
  return JSON.stringify(value).replaceAll(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

const objectOf = (entries: readonly (readonly [unknown, unknown])[]): string =>
  `{${entries.flatMap(([key, value]) => (value === undefined ? [] : [`${goJson(key)}:${goJson(value)}`])).join()}}`;

const bytesOf = (key: unknown) => Buffer.from(String(key));
