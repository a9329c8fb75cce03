import type { SourcePosition } from '../../domain/error.ts';
import { readingOf } from '../workflow/workflow.ts';

/** A secret whose value was made up, and the line that read it last. */
export type MadeUpSecret = { readonly name: string; readonly at: SourcePosition };

/** By their values. */
export type MadeUpSecrets = Map<string, MadeUpSecret>;

const mark = 'made-up-';

/** The value of a secret of which only the name is known. */
export const madeUpSecret = (name: string): string => `${mark}${name.toLowerCase()}`;

/** The name of the secret for which a value was made up. */
export const madeUpName = (value: string): string | undefined =>
  value.startsWith(mark) ? value.slice(mark.length).toUpperCase() : undefined;

/** The made-up secrets that occur in these texts. */
export function madeUpIn(texts: readonly string[], known: MadeUpSecrets): readonly MadeUpSecret[] {
  const found = new Set(texts.flatMap((text) => text.match(/made-up-\w+/g) ?? []));
  return [...known].flatMap(([value, secret]) => (found.has(value) ? [secret] : []));
}

/** The made-up secrets that an expression reads. */
export const madeUpNamedIn = (text: string, known: MadeUpSecrets): readonly MadeUpSecret[] =>
  [...known.values()].filter(({ name }) => readingOf('secrets', name).test(text));
