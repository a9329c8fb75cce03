import { ReleaseError } from '../error.ts';
import { listed, quoted } from '../text.ts';
import { offer } from './nearest.ts';
import { written } from './path.ts';
import type { Segment } from './path.ts';
import { placeOf } from './place.ts';
import type { Source } from './place.ts';

// Why: docs/decisions.md D12
/** A value that can be replaced, unless there is an obstacle. */
export type Leaf = {
  readonly kind: 'leaf';
  /** Where its bytes are, quotes included. */
  readonly start: number;
  readonly end: number;
  /** As a person sees it: `1.20` and not 1.2. Undefined where nothing stands yet. */
  readonly text: string | undefined;
  /** Why it cannot be edited, as the end of a sentence. */
  readonly obstacle: () => string | undefined;
  /** Another value, as it is written in this place. */
  readonly write: (value: string) => string;
  /** What a parser makes of it, to compare. */
  readonly meaning: () => string;
};

export type Entry = { readonly key: string; readonly start: number; readonly value: Tree };

export type Tree =
  | Leaf
  | {
      readonly kind: 'mapping';
      readonly start: number;
      readonly obstacle: () => string | undefined;
      readonly entries: () => readonly Entry[];
    }
  | {
      readonly kind: 'list';
      readonly start: number;
      readonly obstacle: () => string | undefined;
      readonly items: () => readonly Tree[];
    };

/** The value at a path. Every refusal names file, line, column and what is there instead. */
export function leafAt(source: Source, root: Tree, path: readonly Segment[]): Leaf {
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
  if (tree.kind !== 'leaf') throw refuse(source, tree, path, `${obstacle ?? described(tree)}, not a single value`);
  if (obstacle !== undefined) throw refuse(source, tree, path, obstacle);
  return tree;
}

/** Whether two trees have the same structures and keys, and values that agree. */
export function agree(one: Tree, other: Tree, isRight: (one: Leaf, other: Leaf) => boolean): boolean {
  if (one.kind === 'leaf') return other.kind === 'leaf' && isRight(one, other);
  const [these, those] = [parts(one), parts(other)];
  return (
    one.kind === other.kind &&
    these.length === those.length &&
    these.every(({ key, value }, index) => {
      const that = those[index];
      return that !== undefined && that.key === key && agree(value, that.value, isRight);
    })
  );
}

type Part = { readonly key?: string; readonly value: Tree };

function parts(tree: Tree): readonly Part[] {
  if (tree.kind === 'leaf') return [];
  return tree.kind === 'list' ? tree.items().map((value) => ({ value })) : tree.entries();
}

function valueOf(source: Source, tree: Tree, path: readonly Segment[], key: string): Tree {
  if (tree.kind !== 'mapping')
    throw refuse(source, tree, path.slice(0, -1), `${described(tree)}, so that it has no ${quoted(key)}`);
  const there = tree.entries();
  const found = there.filter((entry) => entry.key === key);
  const [only, second] = found;
  if (only === undefined)
    throw missing(
      source,
      tree,
      path,
      offer(
        key,
        there.map((entry) => entry.key),
      ),
    );
  if (second === undefined) return only.value;
  throw ambiguous(source, found, path, 'is a key that stands there twice');
}

function itemOf(
  source: Source,
  tree: Tree,
  path: readonly Segment[],
  segment: Exclude<Segment, { kind: 'key' }>,
): Tree {
  if (tree.kind !== 'list') throw refuse(source, tree, path.slice(0, -1), `${described(tree)}, not a list`);
  const items = tree.items();
  if (segment.kind === 'index') {
    const item = items[segment.index];
    if (item === undefined) throw missing(source, tree, path, `The list has ${items.length} items, counted from 0.`);
    return item;
  }
  const named = items.flatMap((item) => {
    const value = item.kind === 'mapping' ? item.entries().find(({ key }) => key === segment.key)?.value : undefined;
    return value?.kind === 'leaf' ? [{ item, name: value.text ?? '' }] : [];
  });
  const found = named.filter(({ name }) => name === segment.value).map(({ item }) => item);
  const [only, second] = found;
  if (only === undefined)
    throw missing(
      source,
      tree,
      path,
      offer(
        segment.value,
        named.map(({ name }) => name),
      ) ?? `No item has ${segment.key}.`,
    );
  if (second === undefined) return only;
  throw ambiguous(source, found, path, 'means more than one item');
}

type Spot = { readonly start: number };

const name = (path: readonly Segment[]) => written(path) || 'The whole file';

function refuse(source: Source, spot: Spot, path: readonly Segment[], why: string): ReleaseError {
  const line = source.text.slice(spot.start).split(/[\r\n]/, 1)[0] ?? '';
  return new ReleaseError(`${name(path)} of ${source.file} ${why}: ${quoted(line.slice(0, 60))}`, {
    at: placeOf(source, spot.start),
  });
}

const missing = (source: Source, spot: Spot, path: readonly Segment[], fix: string | undefined) =>
  new ReleaseError(`There is no ${written(path)} in ${source.file}.`, { fix, at: placeOf(source, spot.start) });

function ambiguous(source: Source, spots: readonly Spot[], path: readonly Segment[], why: string): ReleaseError {
  const places = spots.map(({ start }) => placeOf(source, start));
  const [, second = { file: source.file }] = places;
  return new ReleaseError(
    `${written(path)} of ${source.file} ${why}, at lines ${listed(places.map(({ line }) => String(line)))}.`,
    {
      fix: 'Make it one, or give a path that means only one.',
      at: second,
    },
  );
}

function described(tree: Tree): string {
  if (tree.kind === 'leaf') return tree.text === undefined ? 'is empty' : 'is a single value';
  return tree.kind === 'list' ? 'is a list' : 'is a mapping';
}
