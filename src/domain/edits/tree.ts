import { ReleaseError } from '../error.ts';
import { listed, quoted } from '../text.ts';
import { obstacles } from './scalar.ts';
import type { Obstacle } from './scalar.ts';
import { suggestion } from '../suggestion.ts';
import { formatPath } from './path.ts';
import type { Segment } from './path.ts';
import { positionAt } from './source.ts';
import type { Source } from './source.ts';

// Why: docs/decisions.md D12
/** A value that can be replaced, unless there is an obstacle. */
export type Leaf = {
  readonly kind: 'leaf';
  /** The position of its bytes, with quotes. */
  readonly start: number;
  readonly end: number;
  /** As a person reads it: `1.20`, not 1.2. Undefined if there is no value yet. */
  readonly text: string | undefined;
  readonly obstacle: () => Obstacle | undefined;
  /** How another value is written at this position. */
  readonly write: (value: string) => string;
  /** What a parser reads, to compare. */
  readonly meaning: () => string;
};

export type MappingEntry = { readonly key: string; readonly start: number; readonly value: Tree };

export type Tree =
  | Leaf
  | {
      readonly kind: 'mapping';
      readonly start: number;
      readonly obstacle: () => Obstacle | undefined;
      readonly entries: () => readonly MappingEntry[];
    }
  | {
      readonly kind: 'list';
      readonly start: number;
      readonly obstacle: () => Obstacle | undefined;
      readonly items: () => readonly Tree[];
    };

/** Which value is wanted, and whether it may be a placeholder of a template. */
export type WantedLeaf = { readonly path: readonly Segment[]; readonly fillsPlaceholder?: boolean };

/** The value at a path. A refusal names the file, the line, the column and what was found there. */
export function leafAt(source: Source, root: Tree, { path, fillsPlaceholder = false }: WantedLeaf): Leaf {
  let tree = root;
  for (const [index, segment] of path.entries()) {
    const inside = tree.kind === 'leaf' ? undefined : tree.obstacle();
    if (inside !== undefined) throw refuse(source, tree, path.slice(0, index), inside);
    tree =
      segment.kind === 'key'
        ? valueOf(source, tree, path.slice(0, index + 1), segment.key)
        : itemOf(source, tree, path.slice(0, index + 1), segment);
  }
  const obstacle = tree.obstacle();
  if (tree.kind !== 'leaf') throw refuse(source, tree, path, obstacle ?? notSingle(tree, path));
  if (obstacle !== undefined && !(fillsPlaceholder && obstacle === obstacles.placeholder))
    throw refuse(source, tree, path, obstacle);
  return tree;
}

/** Where a path leads to anything, even to what cannot be set. */
export function startAt(root: Tree, path: readonly Segment[]): number | undefined {
  let tree: Tree | undefined = root;
  for (const segment of path) tree = tree === undefined ? undefined : childAt(tree, segment);
  return tree?.start;
}

function childAt(tree: Tree, segment: Segment): Tree | undefined {
  if (segment.kind === 'key')
    return tree.kind === 'mapping' ? tree.entries().find(({ key }) => key === segment.key)?.value : undefined;
  if (tree.kind !== 'list') return undefined;
  if (segment.kind === 'index') return tree.items()[segment.index];
  return namesOf(tree.items(), segment.key).find(({ name }) => name === segment.value)?.item;
}

/** Whether two trees have the same structures and keys, and values that agree. */
export function treesAgree(one: Tree, other: Tree, isRight: (one: Leaf, other: Leaf) => boolean): boolean {
  if (one.kind === 'leaf') return other.kind === 'leaf' && isRight(one, other);
  const [these, those] = [childrenOf(one), childrenOf(other)];
  return (
    one.kind === other.kind &&
    these.length === those.length &&
    these.every(({ key, value }, index) => {
      const that = those[index];
      return that !== undefined && that.key === key && treesAgree(value, that.value, isRight);
    })
  );
}

type TreeChild = { readonly key?: string; readonly value: Tree };

function childrenOf(tree: Tree): readonly TreeChild[] {
  if (tree.kind === 'leaf') return [];
  return tree.kind === 'list' ? tree.items().map((value) => ({ value })) : tree.entries();
}

function valueOf(source: Source, tree: Tree, path: readonly Segment[], key: string): Tree {
  if (tree.kind !== 'mapping')
    throw refuse(source, tree, path.slice(0, -1), {
      why: `${kindOfTree(tree)}, and has no ${quoted(key)}`,
      fix: fixFor(tree, path.slice(0, -1)),
    });
  const entries = tree.entries();
  const found = entries.filter((entry) => entry.key === key);
  const [only, second] = found;
  if (only === undefined)
    throw missing(
      source,
      tree,
      path,
      suggestion(
        key,
        entries.map((entry) => entry.key),
      ),
    );
  if (second === undefined) return only.value;
  throw ambiguous(source, found, path, 'is there twice');
}

function itemOf(
  source: Source,
  tree: Tree,
  path: readonly Segment[],
  segment: Exclude<Segment, { kind: 'key' }>,
): Tree {
  if (tree.kind !== 'list')
    throw refuse(source, tree, path.slice(0, -1), {
      why: `${kindOfTree(tree)}, not a list`,
      fix: fixFor(tree, path.slice(0, -1)),
    });
  const items = tree.items();
  if (segment.kind === 'index') {
    const item = items[segment.index];
    if (item === undefined)
      throw missing(source, tree, path, `The list has ${items.length} items. The first one has the index 0.`);
    return item;
  }
  const named = namesOf(items, segment.key);
  const found = named.filter(({ name }) => name === segment.value).map(({ item }) => item);
  const [only, second] = found;
  if (only === undefined)
    throw missing(
      source,
      tree,
      path,
      suggestion(
        segment.value,
        named.map(({ name }) => name),
      ) ?? `No item has ${segment.key}.`,
    );
  if (second === undefined) return only;
  throw ambiguous(source, found, path, 'matches more than one item');
}

/** The items of a list that have a value at a key, with this value. */
const namesOf = (items: readonly Tree[], key: string) =>
  items.flatMap((item) => {
    const value = item.kind === 'mapping' ? item.entries().find((entry) => entry.key === key)?.value : undefined;
    return value?.kind === 'leaf' ? [{ item, name: value.text ?? '' }] : [];
  });

type TreeStart = { readonly start: number };

const name = (path: readonly Segment[]) => formatPath(path) || 'The whole file';

function refuse(source: Source, spot: TreeStart, path: readonly Segment[], { why, fix }: Obstacle): ReleaseError {
  const line = source.text.slice(spot.start).split(/[\r\n]/, 1)[0] ?? '';
  return new ReleaseError(`${name(path)} of ${source.file} ${why}: ${quoted(line.slice(0, 60))}`, {
    fix,
    at: positionAt(source, spot.start),
  });
}

const missing = (source: Source, spot: TreeStart, path: readonly Segment[], fix: string | undefined) =>
  new ReleaseError(`${source.file} has no ${formatPath(path)}.`, { fix, at: positionAt(source, spot.start) });

function ambiguous(source: Source, spots: readonly TreeStart[], path: readonly Segment[], why: string): ReleaseError {
  const places = spots.map(({ start }) => positionAt(source, start));
  const [, second = { file: source.file }] = places;
  return new ReleaseError(
    `${formatPath(path)} of ${source.file} ${why}, at lines ${listed(places.map(({ line }) => String(line)))}.`,
    {
      fix: 'Remove one of them, or use a path that matches only one.',
      at: second,
    },
  );
}

const notSingle = (tree: Tree, path: readonly Segment[]): Obstacle => ({
  why: `${kindOfTree(tree)}, not a single value`,
  fix: fixFor(tree, path),
});

/** A path that leads to a value, for a path that leads to something else. */
function fixFor(tree: Tree, path: readonly Segment[]): string {
  if (tree.kind === 'leaf') return path.length === 0 ? 'Write key: value lines first.' : `Use the path ${name(path)}.`;
  if (tree.kind === 'list') return `Name one of its items, such as ${formatPath(path)}[0].`;
  const [first] = tree.entries();
  const inside = formatPath([...path, { kind: 'key', key: first?.key ?? 'key' }]);
  return `Name a value in it, such as ${inside}.`;
}

function kindOfTree(tree: Tree): string {
  if (tree.kind === 'leaf') return tree.text === undefined ? 'is empty' : 'is a single value';
  return tree.kind === 'list' ? 'is a list' : 'is a mapping';
}
