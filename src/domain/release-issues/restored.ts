import type { LineChange } from '../diff.ts';

/** An edit of a text: what was there, and what it became. */
export type LostEdit = { readonly base: string; readonly text: string };

/**
 * A text with the changes of a lost edit. What is there already is left out. A line that was edited in another way since is
 * left as it is, and returned as a conflict.
 */
export function restored(
  text: string,
  changes: readonly LineChange[],
): { readonly text: string; readonly conflicts: readonly LineChange[] } {
  const lines = text.split('\n');
  const conflicts: LineChange[] = [];
  for (const change of changes) {
    const { at, above, was, is } = change;
    const place = was === undefined ? undefined : nearest(lines, was, at);
    const isThere = is !== undefined && nearest(lines, is, at) !== undefined;
    if (is === undefined && place !== undefined) lines.splice(place, 1);
    else if (is === undefined || isThere) continue;
    else if (place !== undefined) lines[place] = is;
    else if (was === undefined) lines.splice(placeBelow(lines, above, at), 0, is);
    else if (!lines.some((line) => isSameBox(line, is))) conflicts.push(change);
  }
  return { text: lines.join('\n'), conflicts };
}

/** What stays of a line whatever a run changes in it: a box without its mark and its proof, a marker without its content. */
export const lineKey = (line: string): string =>
  line
    .replace(/^([ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+\[)[ xX](?=\])/, '$1')
    .replace(/ \(https?:\/\/[^<>()\s]+\)(?=\r?$)/, '')
    .replace(/<!-- release-issue: .* -->/, '<!-- release-issue -->');

/** A version of a text, with its name, and the name of the version from which a run made it. */
export type NamedVersion = { readonly text: string; readonly name: string; readonly from: string | undefined };

/**
 * The edits that were replaced by somebody who had not seen them, the oldest first. `versions` are those of the text, the
 * newest first; the first `count` were not seen. A person edits what is there: GitHub's page refuses to save anything else.
 * A run may have replaced others itself. That run restores them; here only its own edit counts.
 */
export function lostEdits(versions: readonly NamedVersion[], count: number): readonly LostEdit[] {
  const edits = versions.slice(0, count).flatMap(({ text, from }, index) => {
    const [before, ...older] = versions.slice(index + 1);
    if (before === undefined) return [];
    const base =
      from === before.from ? before : ([before, ...older].find(({ name }) => name === originName(from)) ?? before);
    return [{ base: base.text, text }];
  });
  return edits.toReversed();
}

/** What makes two origins different although both runs began with the same version stands behind the dot. */
const originName = (from = ''): string => from.split('.', 1)[0] ?? '';

/** Whether both are the same box, ticked. Then both wanted the same, whatever proves it. */
const isSameBox = (one: string, other: string): boolean =>
  lineKey(one) === lineKey(other) && [one, other].every((line) => /^[ \t]*\S+[ \t]+\[[xX]\]/.test(line));

/** Where a line stands, as near as possible to a place. */
function nearest(lines: readonly string[], wanted: string, at: number): number | undefined {
  const places = lines.flatMap((line, index) => (line === wanted ? [index] : []));
  return places.toSorted((one, other) => Math.abs(one - at) - Math.abs(other - at))[0];
}

/** Where a new line belongs: below the same line as before, or at the same number. */
function placeBelow(lines: readonly string[], above: string | undefined, at: number): number {
  if (above === undefined) return 0;
  const same = nearest(lines, above, at) ?? lines.findIndex((line) => lineKey(line) === lineKey(above));
  return same < 0 ? Math.min(at, lines.length) : same + 1;
}
