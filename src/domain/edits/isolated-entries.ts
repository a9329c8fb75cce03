import type { Source } from './source.ts';
import { fileFormatOf } from './parse-trees.ts';
import { treesAgree } from './tree.ts';
import type { Leaf, Tree } from './tree.ts';
import { parseYaml } from './yaml.ts';

type IsolatedEntries = { readonly start: number; readonly end: number; readonly trees: readonly Tree[] };

/**
 * The entries of a YAML file, from one at the left margin to the next, in which the edits are: with the trees that
 * they make when they are read alone. Undefined where they mean something else alone, or are most of the file.
 *
 * At the left margin nothing is open: a scalar and a flow collection would have to be indented to go on there. What
 * reaches over entries is a directive, which makes a file be taken as a whole, and an anchor, which no edit touches.
 */
export function isolateEntries(
  source: Source,
  [root, second]: readonly Tree[],
  edits: readonly { readonly leaf: Leaf }[],
): IsolatedEntries | undefined {
  const { text } = source;
  if (root === undefined || root.kind === 'leaf' || second !== undefined) return undefined;
  if (fileFormatOf(source) !== 'yaml' || /^%/m.test(text)) return undefined;
  const entries = root.kind === 'list' ? root.items() : root.entries();
  const offsets = edits.map(({ leaf }) => leaf.start);
  const [lowest, highest] = [Math.min(...offsets), Math.max(...offsets)];
  const first = entries.findLastIndex(({ start }) => start <= lowest);
  const last = entries.findLastIndex(({ start }) => start <= highest);
  const next = entries[last + 1];
  const start = lineStart(text, entries[first]?.start);
  const end = next === undefined ? text.length : lineStart(text, next.start);
  if (start === undefined || end === undefined || end - start > text.length / 4) return undefined;
  const trees = parseYaml({ ...source, text: text.slice(start, end) });
  const [alone] = trees;
  const within = entriesOf(root, first, last + 1);
  const isSame = alone !== undefined && trees.length === 1 && treesAgree(within, alone, hasSameMeaning);
  return isSame ? { start, end, trees } : undefined;
}

/** Where the line of an entry begins, if nothing but its hyphen stands before it. */
function lineStart(text: string, start = -1): number | undefined {
  const line = text.lastIndexOf('\n', start - 1) + 1;
  return start >= 0 && /^(- *)?$/.test(text.slice(line, start)) ? line : undefined;
}

const entriesOf = (tree: Exclude<Tree, Leaf>, first: number, end: number): Tree =>
  tree.kind === 'list'
    ? { ...tree, items: () => tree.items().slice(first, end) }
    : { ...tree, entries: () => tree.entries().slice(first, end) };

const hasSameMeaning = (one: Leaf, other: Leaf) => one.meaning() === other.meaning();
