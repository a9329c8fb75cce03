import { isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Node, Pair, Scalar } from 'yaml';
import type { Source } from './source.ts';
import { anchored, isPlaceholder, obstacles, refuseControl } from './scalar.ts';
import type { Obstacle } from './scalar.ts';
import type { Leaf, Tree } from './tree.ts';
import { refuseUnprintable, yamlDocuments } from './yaml-documents.ts';

/** The documents of a YAML file. Aliases are never followed, so that nested aliases cannot fill the memory. */
export function parseYaml(source: Source): readonly Tree[] {
  refuseUnprintable(source);
  return parseYamlTrees(source);
}

/** The same, for a format that allows other characters. */
export const parseYamlTrees = (source: Source): readonly Tree[] =>
  yamlDocuments(source, { uniqueKeys: false }).map(({ contents }) =>
    treeOf(contents, source, { isInFlow: false, gap: 0 }),
  );

type Context = {
  readonly isInFlow: boolean;
  /** The offset after the colon or the hyphen, where a missing value would be. */ readonly gap: number;
};

function treeOf(node: Node | null, source: Source, context: Context): Tree {
  const start = node?.range?.[0] ?? context.gap;
  if (isMap<Node, Node | null>(node)) {
    const inner = { ...context, isInFlow: context.isInFlow || node.flow === true };
    return {
      kind: 'mapping',
      start,
      obstacle: () => obstacleOf(node, source),
      entries: () => node.items.map((pair) => entryOf(pair, source, inner)),
    };
  }
  if (isSeq<Node | null>(node)) {
    const inner = { ...context, isInFlow: context.isInFlow || node.flow === true };
    return {
      kind: 'list',
      start,
      obstacle: () => obstacleOf(node, source),
      items: () => node.items.map((item) => treeOf(item, source, { ...inner, gap: hyphenEnd(item, source) })),
    };
  }
  return leafOf(node, source, context);
}

function entryOf({ key, value }: Pair<Node, Node | null>, source: Source, context: Context) {
  const [start = 0, end = 0] = key.range ?? [];
  return {
    key: isScalar(key) ? textOf(key) : source.text.slice(start, end),
    start,
    value: treeOf(value, source, { ...context, gap: colonEnd(end, value, source) }),
  };
}

function colonEnd(keyEnd: number, value: Node | null, { text }: Source): number {
  if (value?.range !== undefined && value.range !== null && value.range[0] !== value.range[1]) return keyEnd;
  const colon = /[ \t]*:/y;
  colon.lastIndex = keyEnd;
  return colon.test(text) ? colon.lastIndex : keyEnd;
}

function hyphenEnd(item: Node | null, { text }: Source): number {
  const [start = 0, end = 0] = item?.range ?? [];
  return start === end ? text.slice(0, start).trimEnd().length : start;
}

function leafOf(node: Node | null, source: Source, { isInFlow, gap }: Context): Leaf {
  const range = node?.range ?? [gap, gap];
  const raw = source.text.slice(range[0], range[1]);
  const [start, end] = raw === '' ? [gap, gap] : range;
  const scalar = isScalar(node) ? node : undefined;
  return {
    kind: 'leaf',
    start,
    end,
    text: raw === '' ? undefined : scalar === undefined ? raw : textOf(scalar),
    obstacle: () => {
      const isNowhere = node === null || (raw === '' && !/[:-]/.test(source.text.charAt(gap - 1)));
      return isNowhere ? obstacles.nothing : obstacleOf(node, source);
    },
    write: (value) => (raw === '' ? ' ' : '') + writtenAs(raw, value, isInFlow),
    meaning: () => {
      const value = scalar === undefined ? raw : `${typeof scalar.value} ${String(scalar.value)}`;
      return `${node?.tag ?? ''} ${scalar?.anchor ?? ''} ${value}`;
    },
  };
}

/** The text as a person reads it: `1.20`, not 1.2. */
const textOf = (node: Scalar): string => (typeof node.value === 'string' ? node.value : (node.source ?? ''));

function obstacleOf(node: Node, { text }: Source): Obstacle | undefined {
  const [start = 0, end = 0] = node.range ?? [];
  const raw = text.slice(start, end);
  if (isAlias(node)) return obstacles.alias;
  if ('anchor' in node && node.anchor !== undefined) return anchored(node.anchor);
  if (isMap(node) || isSeq(node)) return /^(\{\{|\{\()/.test(raw) ? obstacles.placeholder : undefined;
  if (!isScalar(node)) return undefined;
  if (isPlaceholder(raw)) return obstacles.placeholder;
  if (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED') return obstacles.block;
  if (/[\r\n]/.test(raw)) return obstacles.lines;
  return node.tag === undefined ? undefined : obstacles.tag;
}

/** Keeps the quotes of the old value. Adds quotes only if the new text would be read as something else. */
function writtenAs(raw: string, value: string, isInFlow: boolean): string {
  refuseControl(value);
  if (raw.startsWith("'")) return `'${value.replaceAll("'", "''")}'`;
  return raw.startsWith('"') || !isPlain(raw, value, isInFlow) ? JSON.stringify(value) : value;
}

// Only some readers take these for text: `=` and `<<` (not Python), 0X1F (not Go), and ? or : in a flow collection.
const oddities = /^(=|<<|[-+]?0(b[01_]+|o[0-7_]+|x[\da-f_]+)|[?:].*)$/i;

// Why: docs/decisions.md D13
/** Readers of YAML 1.1 and 1.2 have to read the same text. They disagree about `no`, `0755` and `1:30`. */
function isPlain(raw: string, value: string, isInFlow: boolean): boolean {
  if (oddities.test(value)) return false;
  return (['1.1', '1.2'] as const).every((version) => {
    const [old, now] = [raw, value].map((text) => plainValue(text, isInFlow, version));
    if (now === value) return true;
    // A value that was a number, a date or a truth value may stay one, if it would be written the same.
    if (old instanceof Date) return now instanceof Date && now.toISOString().startsWith(value);
    return (typeof now === 'number' || typeof now === 'boolean') && typeof now === typeof old && String(now) === value;
  });
}

function plainValue(value: string, isInFlow: boolean, version: '1.1' | '1.2'): unknown {
  const { contents, errors } = parseDocument(isInFlow ? `[${value}]` : `k: ${value}\n`, {
    version,
    logLevel: 'silent',
  });
  if (errors.length > 0) return undefined;
  const node =
    isSeq(contents) && contents.items.length === 1
      ? contents.items[0]
      : isMap(contents)
        ? contents.items[0]?.value
        : undefined;
  return isScalar(node) && node.type === 'PLAIN' ? node.value : undefined;
}
