/** A replacement for a part of a text. */
export type Splice = { readonly start: number; readonly end: number; readonly text: string };

/** A text with some parts replaced. All other bytes stay. */
export function applySplices(text: string, splices: readonly Splice[]): string {
  const ordered = splices.toSorted((one, other) => other.start - one.start);
  return ordered.reduce((all, one) => all.slice(0, one.start) + one.text + all.slice(one.end), text);
}
