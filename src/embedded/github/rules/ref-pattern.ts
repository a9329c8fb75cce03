/** Whether a ref matches a pattern of a ruleset. GitHub uses Ruby's `File.fnmatch` with `FNM_PATHNAME`. */
export function fitsPattern(ref: string, pattern: string): boolean {
  return new RegExp(`^${source(pattern)}$`).test(ref);
}

// https://docs.github.com/repositories/configuring-branches-and-merges-in-your-repository/managing-rulesets/creating-rulesets-for-a-repository#using-fnmatch-syntax
const tokens = /(?<=^|\/)\*\*\/|\*+|\?|\[(?<not>[!^]?)(?<set>[^\]/]+)\]|\\(?<escaped>.)|[^]/g;

function source(pattern: string): string {
  return pattern.replaceAll(tokens, (token, ...rest) => {
    const { not, set, escaped } = rest.at(-1) as Record<'not' | 'set' | 'escaped', string | undefined>;
    if (token === '**/') return '(?:[^/]+/)*';
    if (token.startsWith('*')) return '[^/]*'; // two stars match slashes only where a slash follows them
    if (token === '?') return '[^/]';
    if (set !== undefined) return `[${not === '' ? '' : '^'}${set.replaceAll(/[\\^]/g, '\\$&')}]`;
    return RegExp.escape(escaped ?? token);
  });
}
