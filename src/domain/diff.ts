import type { LineChange } from './release-issues/restored.ts';

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

/** The changes of lines that make one text of another. */
export async function lineChanges(before: string, after: string): Promise<readonly LineChange[]> {
  const { diffArrays } = await import('diff');
  const parts = diffArrays(before.split('\n'), after.split('\n'), bounds) ?? [];
  const changes: LineChange[] = [];
  let at = 0;
  for (const [index, part] of parts.entries()) {
    const next = parts[index + 1];
    if (part.removed) changes.push({ at, removed: part.value, added: next?.added === true ? next.value : [] });
    else if (part.added && parts[index - 1]?.removed !== true) changes.push({ at, removed: [], added: part.value });
    if (!part.added) at += part.value.length;
  }
  return changes;
}
