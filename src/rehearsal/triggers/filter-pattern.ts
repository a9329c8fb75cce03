// https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#filter-pattern-cheat-sheet

/** Whether a branch, a tag or a path matches a pattern of a filter. A `!` before it is for `lastMatch`. */
export function matchesPattern(name: string, pattern: string): boolean {
  return expressionOf(pattern).test(name);
}

/** The last pattern that speaks of a name. Each `!` takes away what patterns before it have matched. */
export function lastMatch<T extends { readonly pattern: string }>(name: string, patterns: readonly T[]): T | undefined {
  return patterns.findLast(({ pattern }) => matchesPattern(name, withoutNot(pattern)));
}

export const isNegation = (pattern: string): boolean => pattern.startsWith('!');

const withoutNot = (pattern: string) => (isNegation(pattern) ? pattern.slice(1) : pattern);

const known = new Map<string, RegExp>();

function expressionOf(pattern: string): RegExp {
  const expression = known.get(pattern) ?? new RegExp(`^(?:${sourceOf(pattern)})$`, 'su');
  known.set(pattern, expression);
  return expression;
}

// Two stars and a slash at the start of a part stand for any number of folders, also none.
const parts = /(?<=^|\/)\*\*\/|\*\*+|\*|[?+]|\[(?<set>[^\]]*)\]|\\(?<escaped>.)|[^]/gu;

function sourceOf(pattern: string): string {
  return pattern.replaceAll(parts, (part, ...rest) => {
    const { set, escaped } = rest.at(-1) as { readonly set?: string; readonly escaped?: string };
    if (escaped !== undefined) return RegExp.escape(escaped);
    if (set !== undefined) return set === '' ? '(?!)' : `[${set.replaceAll(/[\\\]^[]/g, String.raw`\$&`)}]`;
    if (part.startsWith('**')) return part.endsWith('/') ? '(?:.*/)?' : '.*';
    if (part === '*') return '[^/]*';
    return part === '?' || part === '+' ? part : RegExp.escape(part);
  });
}
