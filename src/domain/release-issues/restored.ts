/** A text that was replaced by somebody who had not seen it, and the text from which it was made. */
export type LostEdit = { readonly base: string; readonly text: string };

/** A part of a text: lines that stand there, and the lines that replace them. */
export type LineChange = {
  readonly at: number;
  readonly removed: readonly string[];
  readonly added: readonly string[];
};

/**
 * A text with the changes of a lost edit. A change that is there already, or whose place was edited in another way since,
 * is left out; the latter ones are returned, too.
 */
export function restored(
  text: string,
  changes: readonly LineChange[],
): { readonly text: string; readonly conflicts: readonly LineChange[] } {
  const lines = text.split('\n');
  const conflicts: LineChange[] = [];
  let shift = 0;
  for (const change of changes.flatMap(byLine)) {
    const { at, removed, added } = change;
    const place = nearest(lines, removed, at + shift);
    if (removed.length > 0 && place !== undefined) lines.splice(place, removed.length, ...added);
    else if (nearest(lines, added, at + shift) !== undefined) continue;
    else if (removed.length === 0) lines.splice(Math.min(at + shift, lines.length), 0, ...added);
    else conflicts.push(change);
    shift += added.length - removed.length;
  }
  return { text: lines.join('\n'), conflicts };
}

/** Lines that replace as many others are single changes: two people may have ticked boxes below each other. */
function byLine(change: LineChange): readonly LineChange[] {
  const { at, removed, added } = change;
  if (removed.length !== added.length) return [change];
  return removed.map((line, index) => ({ at: at + index, removed: [line], added: added.slice(index, index + 1) }));
}

/** Where some lines stand, as near as possible to a line. */
function nearest(lines: readonly string[], wanted: readonly string[], line: number): number | undefined {
  if (wanted.length === 0) return undefined;
  const places = lines.flatMap((_, start) =>
    wanted.every((one, offset) => lines[start + offset] === one) ? [start] : [],
  );
  return places.toSorted((one, other) => Math.abs(one - line) - Math.abs(other - line))[0];
}
