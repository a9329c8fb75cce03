import { isDeepStrictEqual } from 'node:util';
import { isList, type Plain, plainText } from '../expressions/expression.ts';

export type Combination = Readonly<Record<string, Plain>>;

// https://docs.github.com/actions/how-tos/write-workflows/choose-what-workflows-do/run-job-variations
/** The combinations of a matrix: all of its values, without `exclude`, with `include`. */
export function combinationsOf(matrix: Plain): readonly Combination[] {
  if (!isMapping(matrix)) return [];
  const { include = [], exclude = [], ...axes } = matrix;
  const crossed = Object.entries(axes).reduce<readonly Combination[]>(
    (all, [name, values]) => all.flatMap((one) => listOf(values).map((value) => ({ ...one, [name]: value }))),
    [{}],
  );
  const excluded = mappingsIn(exclude);
  const isLeft = (one: Combination) => !excluded.some((part) => isPartOf(part, one));
  const original = Object.keys(axes).length === 0 ? [] : crossed.filter(isLeft);
  return included(original, mappingsIn(include), Object.keys(axes));
}

/** Each included one extends the combinations that it does not contradict; if there are none, it is one of its own. */
function included(
  original: readonly Combination[],
  includes: readonly Combination[],
  axes: readonly string[],
): readonly Combination[] {
  const extended = original.map((one) => ({ ...one }));
  const added: Combination[] = [];
  for (const include of includes) {
    const own = Object.fromEntries(Object.entries(include).filter(([name]) => axes.includes(name)));
    const fitting = extended.filter((_, index) => isPartOf(own, original[index] ?? {}));
    if (fitting.length === 0) added.push(include);
    for (const one of fitting) Object.assign(one, include);
  }
  return [...extended, ...added];
}

/** `build (linux, 24)`, as GitHub names the jobs of a matrix. */
export function namedBy(combination: Combination): string {
  const values = Object.values(combination).flatMap((value) => textsIn(value));
  return values.length === 0 ? '' : ` (${values.join(', ')})`;
}

const textsIn = (value: Plain): readonly string[] =>
  typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [plainText(value)];

const isPartOf = (part: Combination, whole: Combination) =>
  Object.entries(part).every(([name, value]) => isDeepStrictEqual(whole[name], value));

const isMapping = (plain: Plain): plain is { readonly [name: string]: Plain } =>
  typeof plain === 'object' && plain !== null && !isList(plain);

const listOf = (plain: Plain): readonly Plain[] => (isList(plain) ? plain : [plain]);

const mappingsIn = (plain: Plain): readonly Combination[] => listOf(plain).filter(isMapping);
