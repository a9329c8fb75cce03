/** Whether a ref has a pattern as rulesets write it, which is Ruby's `File.fnmatch` with `FNM_PATHNAME`. */
export function fitsPattern(ref: string, pattern: string): boolean {
  return new RegExp(`^${source(pattern)}$`).test(ref);
}

// https://docs.github.com/repositories/configuring-branches-and-merges-in-your-repository/managing-rulesets/creating-rulesets-for-a-repository#using-fnmatch-syntax
const tokens = /(?<=^|\/)\*\*\/|\*+|\?|\[(?<not>[!^]?)(?<set>[^\]/]+)\]|\\(?<escaped>.)|[^]/g;

function source(pattern: string): string {
  return pattern.replaceAll(tokens, (token, ...rest) => {
    const { not, set, escaped } = rest.at(-1) as Record<'not' | 'set' | 'escaped', string | undefined>;
    if (token === '**/') return '(?:[^/]+/)*';
    if (token.startsWith('*')) return '[^/]*'; // only before a slash do two stars reach deeper
    if (token === '?') return '[^/]';
    if (set !== undefined) return `[${not === '' ? '' : '^'}${set.replaceAll(/[\\^]/g, '\\$&')}]`;
    return RegExp.escape(escaped ?? token);
  });
}
