// The time grows with the square of the lines that differ: https://doi.org/10.1007/BF01840446
const bounds = { maxEditLength: 2000, timeout: 2000 };

// Why: docs/decisions.md D35
/** What changed between two versions of a file, as a unified diff. Empty where nothing did. */
export async function unifiedDiff(file: string, before: string, after: string): Promise<string> {
  if (before === after) return '';
  const { createTwoFilesPatch, FILE_HEADERS_ONLY } = await import('diff');
  const options = { context: 1, headerOptions: FILE_HEADERS_ONLY, ...bounds };
  const patch = createTwoFilesPatch(`a/${file}`, `b/${file}`, before, after, undefined, undefined, options);
  if (patch !== undefined) return patch.slice(0, -1);
  const [old, now] = [before, after].map((text) => text.split('\n').length - (/\n$|^$/.test(text) ? 1 : 0));
  return `--- a/${file}\n+++ b/${file}\nToo many lines differ to show them: ${old} lines before, ${now} after.`;
}

/** A line that another one replaces. Undefined: it is new, or removed. */
export type LineChange = {
  readonly at: number;
  /** The line above it in the new text. */
  readonly above: string | undefined;
  readonly was: string | undefined;
  readonly is: string | undefined;
};

/** The changes of lines that make one text of another. Lines with the same key are the same line, perhaps with a change. */
export async function lineChanges(
  before: string,
  after: string,
  keyOf: (line: string) => string,
): Promise<readonly LineChange[]> {
  const { diffArrays } = await import('diff');
  const [old, now] = [before.split('\n'), after.split('\n')];
  const changes: LineChange[] = [];
  let [at, there] = [0, 0];
  for (const { removed, added, value } of diffArrays(old.map(keyOf), now.map(keyOf), bounds) ?? []) {
    for (const _ of value) {
      const [was, is] = [added ? undefined : old[at], removed ? undefined : now[there]];
      if (was !== is) changes.push({ at, above: now[there - 1], was, is });
      if (!added) at++;
      if (!removed) there++;
    }
  }
  return changes;
}
