import type { SourcePosition } from '../../domain/error.ts';

/** A value of a workflow or action file as GitHub reads it, with its place. `${{ … }}` within a text makes it an expression. */
export type Value =
  | { readonly kind: 'literal'; readonly value: Literal; readonly at: SourcePosition }
  | { readonly kind: 'expression'; readonly expression: string; readonly at: SourcePosition }
  | { readonly kind: 'list'; readonly items: readonly Value[]; readonly at: SourcePosition }
  | { readonly kind: 'mapping'; readonly entries: readonly Entry[]; readonly at: SourcePosition };

export type Literal = string | number | boolean | null;

export type Entry = {
  readonly key: string;
  readonly keyAt: SourcePosition;
  readonly value: Value;
};

/** The value of a key of a mapping; undefined if there is no such key, or no mapping. */
export function valueAt(value: Value | undefined, ...keys: readonly string[]): Value | undefined {
  return keys.reduce<Value | undefined>((at, key) => entryAt(at, key)?.value, value);
}

/** The entry of a mapping. GitHub reads keys without regard to case. */
function entryAt(value: Value | undefined, key: string): Entry | undefined {
  return entriesOf(value).find((entry) => entry.key.toLowerCase() === key.toLowerCase());
}

export const entriesOf = (value: Value | undefined): readonly Entry[] =>
  value?.kind === 'mapping' ? value.entries : [];

export const itemsOf = (value: Value | undefined): readonly Value[] => (value?.kind === 'list' ? value.items : []);

/** The text of a literal; undefined for everything else, and for null. */
export function textOf(value: Value | undefined): string | undefined {
  return value?.kind === 'literal' && value.value !== null ? String(value.value) : undefined;
}

/** The texts of a list, or the one text that may be written instead of a list. */
export function textsOf(value: Value | undefined): readonly string[] {
  const one = textOf(value);
  return one === undefined ? itemsOf(value).flatMap((item) => textOf(item) ?? []) : [one];
}
