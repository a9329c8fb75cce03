import type { Source } from './source.ts';
import { fileFormatOf } from './parse-trees.ts';
import { treesAgree } from './tree.ts';
import type { Leaf, Tree } from './tree.ts';
import { parseYaml } from './yaml.ts';

type IsolatedEntries = { readonly start: number; readonly end: number; readonly trees: readonly Tree[] };

/**
 * The top-level entries of a YAML file that contain the edits, parsed on their own. Undefined if they mean something
 * else on their own, or are a large part of the file.
 *
 * No scalar and no flow collection can go on at the left margin: its lines would have to be indented. Only directives
 * and anchors have an effect across entries. A file with directives is not divided, and anchors cannot be edited.
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

/** The start of the line of an entry, if only its hyphen comes before the entry. */
function lineStart(text: string, start = -1): number | undefined {
  const line = text.lastIndexOf('\n', start - 1) + 1;
  return start >= 0 && /^(- *)?$/.test(text.slice(line, start)) ? line : undefined;
}

const entriesOf = (tree: Exclude<Tree, Leaf>, first: number, end: number): Tree =>
  tree.kind === 'list'
    ? { ...tree, items: () => tree.items().slice(first, end) }
    : { ...tree, entries: () => tree.entries().slice(first, end) };

const hasSameMeaning = (one: Leaf, other: Leaf) => one.meaning() === other.meaning();
