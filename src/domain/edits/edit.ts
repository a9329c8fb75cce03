import { attempt, divided, refuseIfAny, ReleaseError } from '../error.ts';
import { listed } from '../text.ts';
import { parsePath, formatPath } from './path.ts';
import type { Segment } from './path.ts';
import { positionAt } from './source.ts';
import type { Source } from './source.ts';
import { proveEdits } from './proof.ts';
import { parseTrees } from './parse-trees.ts';
import { leafAt, startAt } from './tree.ts';
import type { Leaf, Tree, WantedLeaf } from './tree.ts';

/** A value to be set in a file. */
export type Edit = {
  readonly path: readonly Segment[];
  readonly value: string;
  /** The exact bytes to write, if they are known. */
  readonly bytes?: string;
  /** Whether the value may replace a placeholder of a template, such as `${version}`. */
  readonly fillsPlaceholder?: boolean;
};

/** A value that was set: its path and line, the old and the new value. */
export type AppliedEdit = {
  readonly path: string;
  readonly line: number;
  readonly before: string | undefined;
  readonly after: string;
};

export type Edited = { readonly text: string; readonly applied: readonly AppliedEdit[] };

/** An edit, from a path as people write it. */
export const parseEdit = (path: string, value: string): Edit => ({ path: parsePath(path), value });

/** The values at these paths, as edits that write the same bytes into another file. */
export async function copyValues(given: Source, paths: readonly (readonly Segment[])[]): Promise<readonly Edit[]> {
  const { source } = withoutByteOrderMark(given);
  const trees = await parseTrees(source);
  return paths.map((path) => {
    const { start, end, text } = leafIn(source, trees, { path });
    return { path, value: text ?? '', bytes: source.text.slice(start, end) };
  });
}

/** Replaces the bytes of single values. Parses the result again, to prove that nothing else has changed. */
export async function editText(given: Source, edits: readonly Edit[]): Promise<Edited> {
  const { mark, source } = withoutByteOrderMark(given);
  const trees = await parseTrees(source);
  const { values, refusals } = divided(
    edits.map((one) => attempt(() => ({ ...one, leaf: leafIn(source, trees, one) }))),
  );
  refuseIfAny(`${source.file} cannot be edited.`, refusals);
  const found = values.toSorted((one, other) => one.leaf.start - other.leaf.start);
  const changed = found.filter(({ leaf, value, bytes }) =>
    bytes === undefined ? leaf.text !== value : source.text.slice(leaf.start, leaf.end) !== bytes,
  );
  const text = applyEdits(source, changed);
  if (changed.length > 0) await proveEdits(source, { ...source, text }, trees, changed);
  const settings = found.map(({ path, leaf, value }) => ({
    path: formatPath(path),
    line: positionAt(source, leaf.start).line,
    before: leaf.text,
    after: value,
  }));
  return { text: mark + text, applied: settings };
}

/** YAML parsers count a byte order mark as indentation. TOML and JSON parsers refuse it. */
function withoutByteOrderMark({ file, text }: Source): { readonly mark: string; readonly source: Source } {
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  return { mark, source: { file, text: text.slice(mark.length) } };
}

/** The value at a path, in the one document that has it. What another document has there may be what cannot be set. */
function leafIn(source: Source, trees: readonly Tree[], wanted: WantedLeaf): Leaf {
  const { path } = wanted;
  const [first, ...others] = trees;
  if (first === undefined)
    throw new ReleaseError(`${source.file} is empty. It has no ${formatPath(path)}.`, {
      fix: 'Write a value there first.',
      at: { file: source.file },
    });
  const found = trees.flatMap((tree) => {
    const start = startAt(tree, path);
    return start === undefined ? [] : [{ tree, start }];
  });
  const [only, second] = found;
  if (others.length === 0 || second === undefined) return leafAt(source, only?.tree ?? first, wanted);
  const lines = found.map(({ start }) => String(positionAt(source, start).line));
  throw new ReleaseError(
    `${formatPath(path)} is in ${found.length} documents of ${source.file}, at lines ${listed(lines)}.`,
    {
      fix: 'Use a path that only one of the documents has.',
      at: positionAt(source, second.start),
    },
  );
}

type LocatedEdit = Edit & { readonly leaf: Leaf };

function applyEdits({ file, text }: Source, edits: readonly LocatedEdit[]): string {
  let [result, end] = ['', 0];
  for (const { path, leaf, value, bytes } of edits) {
    if (leaf.start < end)
      throw new ReleaseError(`${formatPath(path)} of ${file} cannot be set to two different values.`, {
        fix: 'Give only one of the two values.',
        at: { file },
      });
    const copied = leaf.text === undefined && bytes ? ` ${bytes}` : bytes;
    result += text.slice(end, leaf.start) + (copied ?? leaf.write(value));
    end = leaf.end;
  }
  return result + text.slice(end);
}
