/** Whether a filter of `on.push.tags` matches a tag. */
// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#filter-pattern-cheat-sheet
export function isMatch(filter: string, name: string): boolean {
  const expression = filter.replaceAll(/\*\*|[*.]/g, (part) => ({ '**': '.*', '*': '[^/]*' })[part] ?? `\\${part}`);
  return new RegExp(`^${expression}$`).test(name);
}
