/** Where in a line a version is. */
export type Occurrence = { readonly start: number; readonly end: number };

/**
 * Whether a line contains a version as a version: not preceded by a digit or a dot, not followed by a digit. `1.26` is
 * in `go 1.26.0`, but what has three numbers is not followed by `.digit`: `4.5.1` is not in `4.5.1.2`.
 */
export const containsVersion = (line: string, version: string): boolean => occurrencesOf(line, version).length > 0;

/** All occurrences of a version in a line, where it is not part of another version. */
export function occurrencesOf(line: string, version: string): readonly Occurrence[] {
  const occurrences: Occurrence[] = [];
  if (version === '') return occurrences;
  const more = /\d+\.\d+\.\d+/.test(version) ? /^\.?[0-9]/ : /^[0-9]/;
  for (let start = line.indexOf(version); start >= 0; start = line.indexOf(version, start + 1)) {
    const end = start + version.length;
    const isApart = start === 0 || !/[0-9.]/.test(line.charAt(start - 1));
    const isInLast = start < (occurrences.at(-1)?.end ?? 0);
    if (isApart && !isInLast && !more.test(line.slice(end, end + 2))) occurrences.push({ start, end });
  }
  return occurrences;
}
