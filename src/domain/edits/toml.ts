import { ParseError, parseTOML } from 'toml-eslint-parser';
import type { AST } from 'toml-eslint-parser';
import { ReleaseError } from '../error.ts';
import { refuseDeepNesting, withinStack } from './nesting.ts';
import type { Nested } from './nesting.ts';
import { positionAt } from './source.ts';
import type { Source } from './source.ts';
import { isPlaceholder, obstacles, refuseControl, staysUnquoted } from './scalar.ts';
import type { Leaf, Tree } from './tree.ts';

/** Parses TOML. Tables and dotted keys become one tree, wherever they are in the file. */
export function parseToml(source: Source): Tree {
  try {
    return withinStack(source, () => {
      const branch = tableOf(parseTOML(source.text).body[0].body, source);
      refuseDeepNesting(source, branch, partsOf);
      return treeOf(branch);
    });
  } catch (cause) {
    if (!(cause instanceof ParseError)) throw cause;
    throw new ReleaseError(`${source.file} is not valid TOML: ${cause.message}`, {
      fix: 'Correct the TOML there.',
      at: positionAt(source, cause.index),
    });
  }
}

type Branch =
  | { readonly kind: 'table'; readonly start: number; readonly children: Map<string, Branch> }
  | { readonly kind: 'array'; readonly start: number; readonly items: Branch[] }
  | Leaf;

function partsOf(branch: Branch): Nested<Branch> {
  const { kind, start } = branch;
  return { start, parts: kind === 'leaf' ? [] : kind === 'array' ? branch.items : [...branch.children.values()] };
}

type Key = string | number;

function tableOf(statements: readonly (AST.TOMLTable | AST.TOMLKeyValue)[], source: Source): Branch {
  const root: Branch = { kind: 'table', start: 0, children: new Map() };
  for (const statement of statements) {
    const start = statement.range[0];
    if (statement.type === 'TOMLKeyValue') put(root, keysOf(statement.key), start, contentOf(statement.value, source));
    else
      for (const { key, value, range } of statement.body)
        put(root, [...statement.resolvedKey, ...keysOf(key)], range[0], contentOf(value, source));
  }
  return root;
}

const keysOf = ({ keys }: AST.TOMLKey): readonly Key[] =>
  keys.map((key) => (key.type === 'TOMLBare' ? key.name : key.value));

/** Puts a value under its keys. Creates the tables and lists in between. */
function put(root: Branch, keys: readonly Key[], start: number, value: Branch): void {
  let branch = root;
  for (const [index, key] of keys.entries()) {
    const make = (): Branch => {
      if (index === keys.length - 1) return value;
      return typeof keys[index + 1] === 'number'
        ? { kind: 'array', start, items: [] }
        : { kind: 'table', start, children: new Map() };
    };
    if (branch.kind === 'table')
      branch = branch.children.get(String(key)) ?? added(branch.children, String(key), make());
    else if (branch.kind === 'array') branch = branch.items[Number(key)] ??= make();
  }
}

function added(children: Map<string, Branch>, key: string, branch: Branch): Branch {
  children.set(key, branch);
  return branch;
}

function contentOf(content: AST.TOMLContentNode, source: Source): Branch {
  const start = content.range[0];
  if (content.type === 'TOMLValue') return leafOf(content, source);
  if (content.type === 'TOMLArray')
    return { kind: 'array', start, items: content.elements.map((element) => contentOf(element, source)) };
  return { ...tableOf(content.body, source), start };
}

function leafOf(value: AST.TOMLValue, { text }: Source): Leaf {
  const [start, end] = value.range;
  const raw = text.slice(start, end);
  const kind = value.kind === 'integer' || value.kind === 'float' ? 'number' : value.kind;
  const shown = value.kind === 'string' ? value.value : raw;
  return {
    kind: 'leaf',
    start,
    end,
    text: shown,
    obstacle: () => (isPlaceholder(raw) ? obstacles.placeholder : /[\r\n]/.test(raw) ? obstacles.lines : undefined),
    write(given) {
      refuseControl(given);
      if (raw.startsWith("'") && !given.includes("'")) return `'${given}'`;
      return staysUnquoted(kind, given) || (isDate(kind) && tomlKindOf(given) === kind) ? given : JSON.stringify(given);
    },
    meaning: () => `${kind} ${shown}`,
  };
}

const isDate = (kind: string) => /date|time/.test(kind);

function tomlKindOf(text: string): string | undefined {
  try {
    const [statement] = parseTOML(`k = ${text}`).body[0].body;
    return statement?.type === 'TOMLKeyValue' && statement.value.type === 'TOMLValue'
      ? statement.value.kind
      : undefined;
  } catch (error) {
    if (error instanceof ParseError) return undefined;
    throw error;
  }
}

function treeOf(branch: Branch): Tree {
  const { start } = branch;
  if (branch.kind === 'leaf') return branch;
  if (branch.kind === 'array')
    return { kind: 'list', start, obstacle: () => undefined, items: () => branch.items.map(treeOf) };
  const entries = () => [...branch.children].map(([key, child]) => ({ key, start: child.start, value: treeOf(child) }));
  return { kind: 'mapping', start, obstacle: () => undefined, entries };
}
