import { ReleaseError } from '../error.ts';
import { positionAt } from './source.ts';
import type { Source } from './source.ts';
import { refuseControl, staysUnquoted } from './scalar.ts';
import type { Leaf, Tree } from './tree.ts';
import { parseYamlTrees } from './yaml.ts';

/** The YAML parser reads JSON too, and knows positions. JSON.parse comes first, because it is strict. */
export function parseJson(source: Source): readonly Tree[] {
  try {
    JSON.parse(source.text);
  } catch (cause) {
    const offset = Number(/position (\d+)/.exec(String(cause))?.[1] ?? 0);
    throw new ReleaseError(
      `${source.file} is not valid JSON: ${cause instanceof Error ? cause.message : String(cause)}`,
      { fix: 'Correct the JSON there.', at: positionAt(source, offset) },
    );
  }
  // In JSON these are plain white space. YAML has rules for them.
  const spaced = source.text.replaceAll(/[\t\r]/g, ' ');
  return parseYamlTrees({ ...source, text: spaced }).map((tree) => inJson(tree, source));
}

function inJson(tree: Tree, source: Source): Tree {
  if (tree.kind === 'list') return { ...tree, items: () => tree.items().map((item) => inJson(item, source)) };
  if (tree.kind === 'mapping')
    return {
      ...tree,
      entries: () => tree.entries().map((entry) => ({ ...entry, value: inJson(entry.value, source) })),
    };
  return leafInJson(tree, source);
}

function leafInJson(leaf: Leaf, { text }: Source): Leaf {
  const raw = text.slice(leaf.start, leaf.end);
  const kind = typeof (JSON.parse(raw) as unknown);
  const write = (value: string) => {
    refuseControl(value);
    return staysUnquoted(kind, value) ? value : JSON.stringify(value);
  };
  return { ...leaf, write, meaning: () => `${kind} ${raw.startsWith('"') ? String(JSON.parse(raw)) : raw}` };
}
