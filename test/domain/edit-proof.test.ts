import { describe, expect, it } from 'vitest';
import { isolateEntries } from '../../src/domain/edits/isolated-entries.ts';
import { parsePath } from '../../src/domain/edits/path.ts';
import { proveEdits } from '../../src/domain/edits/proof.ts';
import { parseTrees } from '../../src/domain/edits/parse-trees.ts';
import { leafAt } from '../../src/domain/edits/tree.ts';

const items = Array.from({ length: 20 }, (_, index) => `- name: image-${index}\n  tag: v1.${index}\n`);
const text = `# images\n${items.join('\n')}`;

describe('an edit is proven', () => {
  it('where just its value is another one', async () => {
    await expect(proven('a.yaml', text, '[name=image-3].tag', 'v2', text.replace('v1.3', 'v2'))).resolves.toBe('part');
    const all = JSON.stringify({ tag: 'v1', other: ['v1'] });
    await expect(proven('a.json', all, 'tag', 'v2', all.replace('v1', 'v2'))).resolves.toBe('whole');
  });

  it.each([
    ['a value beside it', text.replace('v1.3', 'v2').replace('image-3', 'image-x')],
    ['a value far behind it', text.replace('v1.3\n', 'v2\n').replace('v1.19', 'v1.20')],
    ['a value far before it', text.replace('v1.3\n', 'v2\n').replace('v1.0', 'v1.x')],
    ['a comment far away', text.replace('v1.3\n', 'v2\n').replace('# images', '# image')],
    ['a lost end', text.replace('v1.3\n', 'v2\n').slice(0, -3)],
    ['another text than was asked for', text.replace('v1.3\n', 'v3\n')],
    ['another structure', text.replace('v1.3\n', '{ v2: v2 }\n')],
    ['one document more', text.replace('v1.3\n', 'v2\n---\nx: y\n')],
    ['a quote that stays open', text.replace('v1.3\n', '"v2\n')],
    ['nothing of it', ''],
  ])('and refuted by %s', async (_, after) => {
    await expect(proven('a.yaml', text, '[name=image-3].tag', 'v2', after)).rejects.toThrow(
      /would change more|is not valid YAML/,
    );
  });
});

describe('the part that is read again', () => {
  it('is the entry of the list around the value, with what stands behind it', async () => {
    expect(await partOf('a.yaml', text, '[name=image-3].tag')).toBe(`${items[3]}\n`);
    expect(await partOf('a.yaml', text, '[name=image-19].tag')).toBe(items[19]);
  });

  it('is the entry of the mapping around the value', async () => {
    const mapping = Array.from({ length: 9 }, (_, index) => `key-${index}:\n- a: b # c\n`).join('');
    expect(await partOf('a.yaml', mapping, 'key-4[0].a')).toBe('key-4:\n- a: b # c\n');
  });

  it('reaches from the first value to the last one', async () => {
    expect(await partOf('a.yaml', text, '[name=image-5].tag', '[name=image-3].name')).toBe(
      `${items.slice(3, 6).join('\n')}\n`,
    );
  });

  const long = `- tag: v1\n${text}`;
  it.each([
    ['a file of one long entry', `a:\n${text.replaceAll(/^/gm, '  ')}`, 'a[0].tag', 'a.yaml'],
    ['several documents', `${long}---\nx: y\n`, '[0].tag', 'a.yaml'],
    ['a directive', `%YAML 1.1\n---\n${long}`, '[0].tag', 'a.yaml'],
    ['a flow collection', `{ ${Array.from({ length: 9 }, (_, index) => `k${index}: v`).join(',\n')} }`, 'k3', 'a.yaml'],
    ['an indented list', long.replaceAll(/^/gm, '  '), '[0].tag', 'a.yaml'],
    ['an item below its hyphen', `-\n  tag: v1\n${text}`, '[0].tag', 'a.yaml'],
    ['an explicit key before it', `a: 1\n? b\n: 2\n${'# long\n'.repeat(9)}`, 'a', 'a.yaml'],
    ['JSON', JSON.stringify({ a: '1', b: '2'.repeat(99) }, undefined, 0), 'a', 'a.json'],
    ['TOML', `a = "1"\n[b]\n${'# long\n'.repeat(9)}`, 'a', 'a.toml'],
  ])('is the whole with %s', async (_, all, path, file) => {
    expect(await partOf(file, all, path)).toBe('whole');
  });

  it('may hold aliases of what stands elsewhere, and block scalars', async () => {
    const all = `a: &a { x: y }\nb:\n  <<: *a\n  v: 1\n  t: |+\n    # no comment\n\nc: *a\n${'# long\n'.repeat(20)}d: e\n`;
    expect(await partOf('a.yaml', all, 'b.v')).toBe(all.slice(all.indexOf('b:'), all.indexOf('c:')));
  });
});

async function found(file: string, all: string, paths: readonly string[]) {
  const trees = await parseTrees({ file, text: all });
  const edits = paths.map((path) => {
    const [tree] = trees;
    if (tree === undefined) throw new Error(`${file} is empty.`);
    const wanted = { path: parsePath(path) };
    return { ...wanted, leaf: leafAt({ file, text: all }, tree, wanted) };
  });
  return { trees, edits };
}

async function partOf(file: string, all: string, ...paths: string[]): Promise<string> {
  const { trees, edits } = await found(file, all, paths);
  const part = isolateEntries({ file, text: all }, trees, edits);
  return part === undefined ? 'whole' : all.slice(part.start, part.end);
}

/** Holds the proof to an edit that a mistake could have made, and says what it read for that. */
async function proven(file: string, all: string, path: string, value: string, after: string) {
  const { trees, edits } = await found(file, all, [path]);
  await proveEdits(
    { file, text: all },
    { file, text: after },
    trees,
    edits.map((one) => ({ ...one, value })),
  );
  return isolateEntries({ file, text: all }, trees, edits) === undefined ? 'whole' : 'part';
}
