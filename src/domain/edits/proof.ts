import { quoted } from '../text.ts';
import { isolateEntries } from './isolated-entries.ts';
import { formatPath } from './path.ts';
import type { Segment } from './path.ts';
import type { Source } from './source.ts';
import { parseTrees } from './parse-trees.ts';
import { treesAgree } from './tree.ts';
import type { Leaf, Tree } from './tree.ts';

type ProvenEdit = { readonly path: readonly Segment[]; readonly value: string; readonly leaf: Leaf };

// Why: docs/decisions.md D11
/**
 * Proves that only the values that were set have changed. If the entries around them can be parsed on their own, only
 * these are parsed again, and every byte outside of them has to be the same.
 */
export async function proveEdits(
  before: Source,
  after: Source,
  trees: readonly Tree[],
  edits: readonly ProvenEdit[],
): Promise<void> {
  const part = isolateEntries(before, trees, edits);
  if (part === undefined) return compareTrees(before, trees, await parseTrees(after), edits, 0);
  const behind = before.text.length - part.end;
  const end = after.text.length - behind;
  const isSameAround =
    end >= part.start &&
    before.text.slice(0, part.start) === after.text.slice(0, part.start) &&
    before.text.slice(part.end) === after.text.slice(end);
  const again = isSameAround ? await parseTrees({ ...after, text: after.text.slice(part.start, end) }) : [];
  return compareTrees(before, part.trees, again, edits, part.start);
}

function compareTrees(
  { file }: Source,
  trees: readonly Tree[],
  again: readonly Tree[],
  edits: readonly ProvenEdit[],
  offset: number,
): void {
  const newValues = new Map(edits.map(({ leaf, value }) => [leaf.start - offset, value]));
  const isRight = (one: Leaf, other: Leaf) => {
    const value = newValues.get(one.start);
    return value === undefined ? one.meaning() === other.meaning() : value === (other.text ?? '');
  };
  const isSame = trees.every((tree, index) => {
    const other = again[index];
    return other !== undefined && treesAgree(tree, other, isRight);
  });
  if (again.length === trees.length && isSame) return;
  const set = edits.map(({ path, value }) => `${formatPath(path)} to ${quoted(value)}`);
  throw new Error(`Editing ${file} would change more than ${set.join(', ')}.`);
}
