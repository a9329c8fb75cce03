import { ReleaseError } from '../error.ts';
import { listed, quoted } from '../text.ts';
import { parsePath } from './path.ts';
import type { Segment } from './path.ts';
import { positionAt } from './source.ts';
import type { Tree } from './tree.ts';
import { parseYaml } from './yaml.ts';

/** The values to set in the files that a pattern matches. */
export type FileValues =
  | { readonly kind: 'none'; readonly pattern: string }
  | { readonly kind: 'whole'; readonly pattern: string; readonly text: string }
  | {
      readonly kind: 'paths';
      readonly pattern: string;
      readonly values: readonly { readonly path: readonly Segment[]; readonly value: string }[];
    };

/** Reads `file: text`, `file: { path: text }` and `'!file': ''`, in order. Every scalar is text: 1.20 stays 1.20. */
export function parseFileValues(text: string): readonly FileValues[] {
  const source = { file: 'Input values', text };
  const bare = /^[ \t]*([*!][^\s:]*)[ \t]*:/m.exec(text);
  if (bare !== null) {
    throw new ReleaseError(`contains the key ${quoted(bare[1] ?? '')} without quotes. YAML gives it another meaning.`, {
      fix: `Write it as '${bare[1]}'.`,
      at: positionAt(source, bare.index),
    });
  }
  const [tree, second] = parseYaml(source);
  if (tree?.kind !== 'mapping' || second !== undefined)
    throw new ReleaseError('is not a YAML mapping of files.', {
      fix: 'Write lines such as VERSION: 1.2.3 or chart/values.yaml: { image.tag: v1.2.3 }',
    });
  return tree.entries().map(({ key, value }) => fileValuesOf(key, value));
}

function fileValuesOf(key: string, value: Tree): FileValues {
  if (key.startsWith('!')) return { kind: 'none', pattern: key.slice(1) };
  if (value.kind === 'leaf') return { kind: 'whole', pattern: key, text: value.text ?? '' };
  if (value.kind === 'list')
    throw new ReleaseError(`contains a list for ${quoted(key)}.`, {
      fix: 'Write a text for the whole file, or a mapping of paths.',
    });
  const entries = value.entries();
  const twice = entries
    .filter((entry, index) => entries.findIndex((other) => other.key === entry.key) !== index)
    .map((entry) => entry.key);
  if (twice.length > 0)
    throw new ReleaseError(`contains ${listed(twice)} twice for ${quoted(key)}.`, { fix: 'Write each path once.' });
  const values = entries.map((entry) => {
    if (entry.value.kind !== 'leaf')
      throw new ReleaseError(`contains no single value for ${quoted(entry.key)} of ${quoted(key)}.`, {
        fix: 'Write a text. Put it in quotes if it contains special characters.',
      });
    return { path: parsePath(entry.key), value: entry.value.text ?? '' };
  });
  return { kind: 'paths', pattern: key, values };
}
