import type { SourcePosition } from '../domain/error.ts';
import { entriesOf, itemsOf, type Value } from '../rehearsal/workflow/value.ts';
import { placeOf } from './finding.ts';

/** What expressions may name, and a verification does not know, by its name, such as `steps.image.outputs`. The value says whose it is. */
export type Unknowns = ReadonlyMap<string, string>;

/** Something unknown that a value takes. */
export type Unknown = { readonly name: string; readonly from: string };

/** Everything unknown that the expressions in a value name. */
export function unknownIn(value: Value | undefined, unknowns: Unknowns): readonly Unknown[] {
  const names = new Set(expressionsIn(value).flatMap(referencesIn));
  return [...names].flatMap((name) => {
    const found = [...unknowns].find(([known]) => name === known || within(name, known) || within(known, name));
    return found === undefined ? [] : [{ name, from: found[1] }];
  });
}

const within = (inner: string, outer: string) => inner.startsWith(`${outer}.`);

function expressionsIn(value: Value | undefined): readonly string[] {
  if (value?.kind === 'expression') return [value.expression];
  return [...itemsOf(value), ...entriesOf(value).map((entry) => entry.value)].flatMap(expressionsIn);
}

const reference = /\b(?:github|steps|needs|jobs|inputs|vars|secrets|env|matrix)(?:\s*\.\s*[\w*-]+)*/g;

/** The names of contexts in an expression, such as `steps.image.outputs.name`. What stands in quotes is text. */
function referencesIn(expression: string): readonly string[] {
  const plain = expression.replaceAll(/\[\s*'([\w-]+)'\s*\]/g, '.$1').replaceAll(/'(?:[^']|'')*'/g, "''");
  return [...plain.matchAll(reference)]
    .filter(({ index }) => !/[\w.]$/.test(plain.slice(0, index)))
    .map(([name]) => name.replaceAll(/\s/g, ''));
}

/** `it takes steps.image.outputs.name from the step "Find the name" (publish.yml:31)` */
export const takes = ([first, ...more]: readonly Unknown[]): string =>
  first === undefined
    ? ''
    : `it takes ${first.name} from ${first.from}${more.length === 0 ? '' : `, and ${more.length} more`}`;

/** A step as it is told. */
export const stepAt = (name: string, at: SourcePosition): string => `the step "${name}" (${placeOf(at)})`;

/** The mark of something unknown in a text. */
export const unknownMark = '\uFFFD';
