import { formatPath, type Segment } from '../domain/edits/path.ts';
import { parseTrees } from '../domain/edits/parse-trees.ts';
import { positionAt } from '../domain/edits/source.ts';
import type { MappingEntry, Tree } from '../domain/edits/tree.ts';
import { ReleaseError } from '../domain/error.ts';

/** A value of a file that may be a version. */
export type Value = {
  readonly file: string;
  readonly line: number;
  /** The path as set-values takes it; empty for a file that is nothing but the version. */
  readonly path: string;
  readonly text: string;
  /** Names beside it that say whose version it is: `image: ghcr.io/org/app`. */
  readonly beside: readonly string[];
};

const keys: Readonly<Record<string, RegExp>> = {
  'Chart.yaml': /^(?:version|appVersion)$/,
  'values.yaml': /(?:^|\.)(?:tag|version|appVersion|imageTag)$/,
  'pyproject.toml': /^(?:project|tool\.poetry)\.version$/,
  'pkg_info.json': /^version$/,
  'package.json': /^version$/,
  'CITATION.cff': /^version$/,
};

/** The values of a file that may be versions. A file that cannot be read has the reason instead. */
export async function valuesOf(file: string, text: string): Promise<readonly Value[] | ReleaseError> {
  const name = file.split('/').at(-1) ?? file;
  if (name === 'VERSION') return wholeFile(file, text);
  const wanted = keys[name];
  if (wanted === undefined) return [];
  try {
    const source = { file, text };
    const trees = await parseTrees(source);
    const [only] = trees.length === 1 ? trees : [];
    const leaves = only === undefined ? [] : leavesIn(only);
    return leaves
      .filter(({ path }) => wanted.test(path))
      .map(({ path, text: value, start, beside }) => ({
        file,
        line: positionAt(source, start).line,
        path,
        text: value,
        beside,
      }));
  } catch (error) {
    if (error instanceof ReleaseError) return error;
    throw error;
  }
}

function wholeFile(file: string, text: string): readonly Value[] {
  const line = text.replace(/^\uFEFF/, '').replace(/\r?\n$/, '');
  return /^\S+$/.test(line) ? [{ file, line: 1, path: '', text: line, beside: [] }] : [];
}

type FoundLeaf = {
  readonly path: string;
  readonly text: string;
  readonly start: number;
  readonly beside: readonly string[];
};

/** All values that can be set, but those in lists. */
function leavesIn(tree: Tree, path: readonly Segment[] = [], beside: readonly string[] = []): readonly FoundLeaf[] {
  if (tree.kind === 'list') return [];
  if (tree.kind === 'leaf') {
    if (tree.text === undefined || tree.text === '' || tree.obstacle() !== undefined) return [];
    return [{ path: formatPath(path), text: tree.text, start: tree.start, beside }];
  }
  const entries = tree.entries();
  const names = entries.flatMap(nameIn);
  return entries.flatMap(({ key, value }) => leavesIn(value, [...path, { kind: 'key', key }], names));
}

const nameIn = ({ key, value }: MappingEntry): readonly string[] =>
  /^(?:image|repository|imageName)$/.test(key) && value.kind === 'leaf' && value.text ? [value.text] : [];
