/** What changed between two versions of a file, as a unified diff without context. Empty where nothing did. */
export function unifiedDiff(file: string, before: string, after: string): string {
  if (before === after) return '';
  const [old, now] = [linesOf(before), linesOf(after)];
  const hunks = old.length === now.length ? pairwise(old, now) : [middle(old, now)];
  return [`--- a/${file}`, `+++ b/${file}`, ...hunks.flatMap(written)].join('\n');
}

type Hunk = { readonly start: number; readonly old: readonly string[]; readonly now: readonly string[] };

const linesOf = (text: string) => (text === '' ? [] : text.replace(/\n$/, '').split('\n'));

/** Where no line was added or taken away, each one is compared with its own other self. */
function pairwise(old: readonly string[], now: readonly string[]): readonly Hunk[] {
  return old.flatMap((line, index) => {
    const other = now[index];
    return other === undefined || other === line ? [] : [{ start: index, old: [line], now: [other] }];
  });
}

/** All between the first and the last line that differ. */
function middle(old: readonly string[], now: readonly string[]): Hunk {
  const shorter = Math.min(old.length, now.length);
  let start = 0;
  while (start < shorter && old[start] === now[start]) start++;
  let end = 0;
  while (end < shorter - start && old.at(-1 - end) === now.at(-1 - end)) end++;
  return { start, old: old.slice(start, old.length - end), now: now.slice(start, now.length - end) };
}

const written = ({ start, old, now }: Hunk) => [
  `@@ -${range(start, old.length)} +${range(start, now.length)} @@`,
  ...old.map((line) => `-${line}`),
  ...now.map((line) => `+${line}`),
];

// An empty range stands behind the line before it: https://www.gnu.org/software/diffutils/manual/html_node/Detailed-Unified.html
const range = (start: number, length: number) =>
  length === 1 ? `${start + 1}` : `${length === 0 ? start : start + 1},${length}`;
