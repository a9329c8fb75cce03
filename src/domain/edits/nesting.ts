import { ReleaseError } from '../error.ts';
import { positionAt } from './source.ts';
import type { Source } from './source.ts';

/** How deep values may be nested. Parsers that call themselves would reach the end of their stack somewhere above. */
const deepest = 200;

/** The refusal of a file whose values are nested too deeply. */
export const nestedTooDeeply = (source: Source, offset?: number): ReleaseError =>
  new ReleaseError(`${source.file} is nested more than ${deepest} levels deep, which is the limit.`, {
    fix: 'Make the nesting flatter, or leave the file out.',
    at: offset === undefined ? { file: source.file } : positionAt(source, offset),
  });

/** A part of a parsed file. */
export type Nested<Part> = { readonly start: number; readonly parts: readonly Part[] };

/** Refuses what is nested too deeply, without calling itself. */
export function refuseDeepNesting<Part>(source: Source, root: Part, look: (part: Part) => Nested<Part>): void {
  let level: readonly Part[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    const looks = level.map(look);
    const [first] = looks;
    if (depth > deepest && first !== undefined) throw nestedTooDeeply(source, first.start);
    level = looks.flatMap(({ parts }) => parts);
  }
}

/** What a parser returns, or the refusal if it came to the end of its stack. */
export function withinStack<T>(source: Source, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    if (error instanceof RangeError) throw nestedTooDeeply(source);
    throw error;
  }
}
