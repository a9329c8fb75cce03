/** Lines of the old text that the new one has not, however they moved. */
export function changedLines(before: string, after: string): number {
  const left = Map.groupBy(after.split('\n'), (line) => line);
  return before.split('\n').filter((line) => left.get(line)?.pop() === undefined).length;
}
