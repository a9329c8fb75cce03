import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addToImageList } from '../../src/domain/image-lists/add.ts';
import { readImageList } from '../../src/domain/image-lists/image-list.ts';
import { compareTexts, compareVersions } from '../../src/domain/image-lists/tag-order.ts';
import { type Python, startPython } from '../fuzz/python.ts';

const file = 'images.yaml';
const digest = (letter: string) => `sha256:${letter.repeat(63)}0`;
const [a, b, c, x, y] = ['a', 'b', 'c', 'd', 'e'].map(digest);
const add = (
  text: string,
  ...promotions: readonly (readonly [name: string, digest: string | undefined, ...tags: string[]])[]
) =>
  addToImageList(
    { file, text },
    promotions.map(([name, one = '', ...tags]) => ({ name, digest: one, tags })),
  ).text;

/** A list with one group; its entries have these tags. */
const group = (name: string, ...tags: readonly string[]) =>
  [
    `- name: ${name}`,
    '  dmap:',
    ...tags.map((tag, index) => `    "${digest('123456789'[index % 9] ?? '')}": ["${tag}"]`),
    '',
  ].join('\n');

/** The tags of the lines, in their order. */
const tagsIn = (text: string) =>
  readImageList({ file, text }).groups.flatMap(({ entries }) => entries.map(({ tags }) => tags.join(' ')));

describe('the place of a new line', () => {
  it.each([
    ['the oldest comes first', ['v1.8.0', 'v1.9.0', 'v1.10.0'], 'v1.11.0', ['v1.8.0', 'v1.9.0', 'v1.10.0', 'v1.11.0']],
    ['the newest comes first', ['v1.10.0', 'v1.9.0', 'v1.8.0'], 'v1.11.0', ['v1.11.0', 'v1.10.0', 'v1.9.0', 'v1.8.0']],
    ['a patch of an older one', ['v1.8.0', 'v1.9.0', 'v1.10.0'], 'v1.9.1', ['v1.8.0', 'v1.9.0', 'v1.9.1', 'v1.10.0']],
    ['as texts', ['v1.10.0', 'v1.11.0', 'v1.9.0'], 'v1.12.0', ['v1.10.0', 'v1.11.0', 'v1.12.0', 'v1.9.0']],
    ['as texts, backwards', ['v1.9.0', 'v1.11.0', 'v1.10.0'], 'v1.12.0', ['v1.9.0', 'v1.12.0', 'v1.11.0', 'v1.10.0']],
    [
      'v1.10 after v1.9, if nothing speaks against it',
      ['v1.8.0', 'v1.9.0'],
      'v1.10.0',
      ['v1.8.0', 'v1.9.0', 'v1.10.0'],
    ],
    [
      'a candidate before its release',
      ['v1.0.0-rc.1', 'v1.0.0'],
      'v1.1.0-rc.1',
      ['v1.0.0-rc.1', 'v1.0.0', 'v1.1.0-rc.1'],
    ],
    [
      'candidates as texts',
      ['v1.0.0', 'v1.0.0-rc.1', 'v1.1.0'],
      'v1.1.0-rc.1',
      ['v1.0.0', 'v1.0.0-rc.1', 'v1.1.0', 'v1.1.0-rc.1'],
    ],
    ['a revision after its release', ['v3.4.4-0', 'v3.4.5-0'], 'v3.4.4-1', ['v3.4.4-0', 'v3.4.4-1', 'v3.4.5-0']],
    [
      'no order at all: with the newest',
      ['v0.1.1', 'v0.1.0', 'v0.1.2'],
      'v0.2.0',
      ['v0.1.1', 'v0.1.0', 'v0.1.2', 'v0.2.0'],
    ],
    ['in a group without entries', [], 'v0.1.0', ['v0.1.0']],
  ])('%s', (_, tags, tag, expected) => {
    expect(tagsIn(add(group('app', ...tags), ['app', x, tag]))).toEqual(expected);
  });

  it('is that of the other groups, if the group has just one entry', () => {
    const text = group('app', 'v1.0.0') + group('other', 'v1.2.0', 'v1.1.0');
    expect(tagsIn(add(text, ['app', x, 'v1.1.0']))).toEqual(['v1.1.0', 'v1.0.0', 'v1.2.0', 'v1.1.0']);
  });

  it('is below the version before it, if a name has several groups', () => {
    const text = group('app', 'v1.0.0', 'v1.1.0') + group('other', 'v5.0.0') + group('app', 'v2.0.0', 'v2.1.0');
    expect(tagsIn(add(text, ['app', x, 'v1.2.0']))).toEqual([
      'v1.0.0',
      'v1.1.0',
      'v1.2.0',
      'v5.0.0',
      'v2.0.0',
      'v2.1.0',
    ]);
    expect(tagsIn(add(text, ['app', x, 'v0.1.0'])).at(-3)).toBe('v0.1.0');
  });
});

describe('a new group', () => {
  it.each([
    ['in the order of the names', ['a', 'c'], 'b', ['a', 'b', 'c']],
    [
      'a chart before its image, where names are in order',
      ['example'],
      'charts/example',
      ['charts/example', 'example'],
    ],
    ['at the end, where they are not', ['c', 'a'], 'b', ['c', 'a', 'b']],
  ])('%s', (_, names, name, expected) => {
    const text = add(names.map((one) => group(one, 'v1.0.0')).join(''), [name, x, 'v1.0.0']);
    expect(readImageList({ file, text }).groups.map((one) => one.name)).toEqual(expected);
  });

  it('has a blank line where the others have one', () => {
    const text = add(`${group('a', 'v1')}\n${group('c', 'v1')}`, ['b', x, 'v1'], ['d', x, 'v1']);
    expect(text).toBe(
      [
        group('a', 'v1'),
        group('b', 'v1').replace(digest('1'), x ?? ''),
        group('c', 'v1'),
        group('d', 'v1').replace(digest('1'), x ?? ''),
      ].join('\n'),
    );
  });

  it('stands above the comments of the next one', () => {
    expect(add(`# Copyright\n\n# b is not used\n${group('b', 'v1')}`, ['a', x, 'v1'])).toBe(
      `# Copyright\n\n${group('a', 'v1').replace(digest('1'), x ?? '')}# b is not used\n${group('b', 'v1')}`,
    );
  });
});

describe('a list with a block for each release, such as that of kops', () => {
  const block = (tag: string, ...names: readonly string[]) =>
    `# ${tag}\n${names.map((name) => group(name, tag)).join('')}`;
  const newBlock = (...names: readonly string[]) => block('1.21.0', ...names).replaceAll(digest('1'), x ?? '');
  const list = `${block('1.19.0', 'dns', 'kops')}\n${block('1.20.0', 'dns', 'kops')}`;

  it('gets a new block at the end', () => {
    expect(add(list, ['kops', x, '1.21.0'])).toBe(`${list}\n${newBlock('kops')}`);
  });

  it('gets the other images of that release in the same block', () => {
    const promotions = ['dns', 'kops', 'utils'].map((name) => [name, x, '1.21.0'] as const);
    expect(add(list, ...promotions.toReversed())).toBe(`${list}\n${newBlock('dns', 'kops', 'utils')}`);
  });
});

describe('the spelling of a new line', () => {
  const app = '- name: app\n  dmap:\n';
  it.each([
    ['brackets with spaces', `    "${a}": [ "v1" ]\n`, `    "${x}": [ "v2" ]\n`],
    ['other indentation', `      "${a}": ["v1"]\n`, `      "${x}": ["v2"]\n`],
    ['unquoted digests with tags below', `    ${a}:\n    - v1\n`, `    "${x}": ["v2"]\n`],
    ['unquoted tags', `    ${a}: [v1]\n`, `    "${x}": ["v2"]\n`],
    ['CRLF', `    "${a}": ["v1"]\r\n`, `    "${x}": ["v2"]\r\n`],
    ['comments', `    # first\n    "${a}": ["v1"] # one\n`, `    "${x}": ["v2"]\n`],
    ['a digest of 63 digits', `    "sha256:${'a'.repeat(63)}": ["v1"]\n`, `    "${x}": ["v2"]\n`],
  ])('with %s', (_, line, added) => expect(add(app + line, ['app', x, 'v2'])).toBe(app + line + added));

  it.each([
    ['","', `["v1","v1.0"]`, `["v2","v2.0"]`],
    ['", "', `["v1", "v1.0"]`, `["v2", "v2.0"]`],
    ['" , "', `[ "v1" , "v1.0" ]`, `[ "v2" , "v2.0" ]`],
  ])('with %s between tags', (_, tags, added) => {
    const text = `${app}    "${a}": ${tags}\n`;
    expect(add(text, ['app', x, 'v2', 'v2.0'])).toBe(`${text}    "${x}": ${added}\n`);
  });

  it('adds no line feed at the end of a list that has none', () => {
    expect(add(`${app}    "${a}": ["v1"]`, ['app', x, 'v2'])).toBe(`${app}    "${a}": ["v1"]\n    "${x}": ["v2"]`);
  });

  it('keeps a byte order mark, a first line --- and a comment behind a name', () => {
    const text = `\uFEFF---\n- name: app # we do not use this anymore\n  dmap:\n    "${a}": ["v1"]\n\n# the end\n`;
    expect(add(text, ['app', x, 'v2'])).toBe(text.replace('["v1"]\n', `["v1"]\n    "${x}": ["v2"]\n`));
  });

  it.each(['', '# No images yet\n', '# No images yet.', '[]\n'])('replaces %j', (text) =>
    expect(add(text, ['app', x, 'v1'])).toBe(`${app}    "${x}": ["v1"]\n`),
  );

  it('keeps other comments of a list without entries', () => {
    expect(add('# Owned by sig-testing', ['app', x, 'v1'])).toBe(`# Owned by sig-testing\n${app}    "${x}": ["v1"]`);
  });
});

describe('a second tag of a digest, as when a candidate becomes the release', () => {
  const app = '- name: app\n  dmap:\n';
  it.each([
    [`    "${a}": ["v1-rc.1"]\n`, `    "${a}": ["v1-rc.1", "v1"]\n`],
    [`    "${a}": [ "v1-rc.1","v1-rc" ] # first\n`, `    "${a}": [ "v1-rc.1","v1-rc","v1" ] # first\n`],
    [`    "${a}": ["v1-rc.1",]\r\n`, `    "${a}": ["v1-rc.1", "v1"]\r\n`],
    [`    "${a}": []\n`, `    "${a}": ["v1"]\n`],
    [`    ${a}: [v1-rc.1]\n`, `    "${a}": [v1-rc.1, "v1"]\n`],
    [`    '${a}': ['v1-rc.1']\n`, `    "${a}": ['v1-rc.1', "v1"]\n`],
    [`    ${a}:\n    - v1-rc.1\n`, `    "${a}": ["v1-rc.1", "v1"]\n`],
    [`    ${a}: # one\n      - v1-rc.1 # two\n`, `    "${a}": ["v1-rc.1", "v1"] # one # two\n`],
    [`    "${a}":\n    - "v1-rc.1"`, `    "${a}": ["v1-rc.1", "v1"]`],
  ])('%j becomes %j', (before, after) => expect(add(app + before, ['app', a, 'v1'])).toBe(app + after));

  it('is no change if the list has it', () => {
    const text = `${app}    "${a}": ["v1-rc.1", "v1"]\n`;
    const promotions = [{ name: 'app', digest: a ?? '', tags: ['v1', 'v1-rc.1'] }];
    expect(addToImageList({ file, text }, promotions)).toEqual({ text, added: [] });
  });
});

describe('refusals', () => {
  const list = group('app', 'v1.0.0');
  const refusal = (text: string, ...promotions: Parameters<typeof add>[1][]) => {
    try {
      add(text, ...promotions);
    } catch (error) {
      return error;
    }
    return undefined;
  };
  it.each([
    [
      'a tag with another digest',
      list,
      [['app', x, 'v1.0.0']],
      `app:v1.0.0 is ${digest('1')} in images.yaml, not ${x}.`,
      'A tag in production is never moved. Release the new image with another tag.',
      3,
    ],
    [
      'one tag with two digests',
      list,
      [
        ['app', x, 'v2.0.0'],
        ['app', y, 'v2.0.0'],
      ],
      `app:v2.0.0 is to be ${x} and also ${y}.`,
      'Name one of the two digests.',
    ],
    [
      'a moving tag',
      list,
      [['app', x, 'latest']],
      'The tag "latest" of "app" moves from release to release.',
      'Promote the tag of one release, such as v1.2.0: what is in production cannot be moved.',
    ],
    [
      'a moving tag with a digit',
      list,
      [['app', x, 'v1-latest']],
      'The tag "v1-latest" of "app" moves from release to release.',
      'Promote the tag of one release, such as v1.2.0: what is in production cannot be moved.',
    ],
    [
      'a tag that is none',
      list,
      [['app', x, 'v1+1']],
      'The tag "v1+1" of "app" is not a tag of an image.',
      'Use at most 128 letters, digits, underscores, dots and hyphens. The first one is no dot and no hyphen.',
    ],
    ['no tag', list, [['app', x]], '"app" has no tag.', 'Name the tag that is to be promoted.'],
    [
      'a short digest',
      list,
      [['app', 'sha256:abc', 'v2']],
      'The digest of "app" is "sha256:abc", which is none.',
      'A digest is sha256: and 64 digits, 0 to 9 and a to f.',
    ],
    [
      'a placeholder',
      list,
      [['app', `sha256:${'0'.repeat(64)}`, 'v2']],
      `The digest of "app" is sha256:${'0'.repeat(64)}, which is a placeholder.`,
      'Use the digest that the staging registry has.',
    ],
    [
      'a name that is none',
      list,
      [['App', x, 'v2']],
      '"App" is not the name of an image.',
      'Use lower-case letters and digits, such as kpromo or charts/example.',
    ],
    [
      'a digest that is there twice below a name',
      `${list}    "${digest('1')}": ["v3"]\n`,
      [['app', x, 'v2']],
      `${digest('1')} is there twice below one name in images.yaml, at lines 3 and 4.`,
      'Put the tags of both lines on one of them, and remove the other.',
      4,
    ],
    [
      'an invisible line break',
      `# a\u2028b\n${list}`,
      [['app', x, 'v2']],
      String.raw`images.yaml has the character '\u2028', which image lists do not have.`,
      'Remove the character. Indent with spaces, and end lines with a line feed.',
      1,
    ],
  ] as const)('%s', (_, text, promotions, message, fix, ...[line]) => {
    const at = line === undefined ? undefined : expect.objectContaining({ file, line });
    expect(refusal(text, ...promotions)).toMatchObject({ message, fix, at });
  });

  it.each([
    ['- name: app\n  dmap: {}\n', 2],
    ['- name: app\n', 1],
    ['  dmap:\n', 1],
    ['- name: app\n   dmap:\n', 2],
    [`- name: app\n  dmap:\n  "${a}": ["v1"]\n`, 3],
    [`- name: app\n  dmap:\n    "${a}": ["v1"]\n     "${b}": ["v1"]\n`, 4],
    [`- name: app\n  dmap:\n    - v1\n`, 3],
    [`- name: app\n  dmap:\n    "${a}":\n   - v1\n`, 4],
    [`- name: app\n  dmap:\n    "${a}": ["v1"]\n    - v2\n`, 4],
    [`- name: app\n  dmap:\n    "${a}": ["v1"\n`, 3],
    [`- name: app\n  dmap:\n    "${a}": [*v1]\n`, 3],
    [`- name: app\n  dmap:\n    "${a}": ["v1"]#c\n`, 3],
    [`- name: app\n  dmap:\n    "${a}": ["v1"]\n - name: b\n   dmap:\n`, 4],
    [`- name: app\n  other: 1\n  dmap:\n`, 2],
    ['images:\n', 1],
    ['{{ .List }}\n', 1],
  ])('a line of another form: %j', (text, line) => {
    const shown = text.split('\n')[line - 1] ?? '';
    expect(refusal(text, ['app', x, 'v2'])).toMatchObject({
      message: expect.stringContaining(`A line of images.yaml has no form that image lists have: `),
      fix: 'Write "- name: <image>", below it "dmap:", and below that lines such as "sha256:…": ["v1.0.0"], each indented further.',
      at: { file, line },
    });
    expect(String(refusal(text, ['app', x, 'v2']))).toContain(shown.trim().slice(-10));
  });

  it('are told all at once', () => {
    expect(refusal(list, ['app', x, 'v1.0.0'], ['b', c, 'latest'])).toMatchObject({
      message: 'images.yaml cannot promote this.',
      reasons: [
        { message: 'The tag "latest" of "b" moves from release to release.' },
        { message: `app:v1.0.0 is ${digest('1')} in images.yaml, not ${x}.` },
      ],
    });
  });
});

it('orders tags as versions', () => {
  const ordered = ['20190821-v2.2.1-2-gc29e4fc', '20200122-v2.3.1'].concat();
  expect(ordered.toReversed().toSorted(compareVersions)).toEqual(ordered);
  const tags = [
    'v1.0.0-alpha',
    'v1.0.0-rc.9',
    'v1.0.0-rc.10',
    'v1.0.0',
    'v1.0.0-0',
    'v1.0.0-1',
    'v1.0.1',
    'v1.9',
    'v1.10',
    'v01.11',
  ];
  expect(tags.toReversed().toSorted(compareVersions)).toEqual(tags);
});

describe('the lists of kubernetes/k8s.io', () => {
  const root = join(import.meta.dirname, '../fixtures/kubernetes__k8s.io');
  const lists = globSync('*/registry.k8s.io/images/*/images.yaml', { cwd: root }).toSorted();
  let python: Python;
  beforeAll(async () => {
    python = await startPython('lists.py', 'yaml');
  });
  afterAll(async () => python[Symbol.asyncDispose]());

  it.each(lists)('%s gets up to 20 proposals in a row, in any order, and only added lines', async (path) => {
    const original = readFileSync(join(root, path), 'utf8');
    const before = readImageList({ file, text: original });
    const names = [...new Set(['first', ...before.groups.map(({ name }) => name)])].slice(
      original.length > 1_000_000 ? -2 : -10,
    );
    const promotions = names.flatMap((name, index) => [
      { name, digest: `sha256:${'ab'.repeat(30)}${1000 + index}`, tags: ['v99.0.0'] },
      { name: `charts/${name}`, digest: `sha256:${'cd'.repeat(30)}${1000 + index}`, tags: ['99.0.0'] },
    ]);
    // The order of the second run depends on the list, and is the same each time.
    const shuffled = promotions.toSorted((one, other) =>
      compareTexts(mixed(path + one.name), mixed(path + other.name)),
    );
    for (const order of original.length > 1_000_000 ? [promotions] : [promotions, shuffled]) {
      const after = order.reduce((text, one) => addToImageList({ file, text }, [one]).text, original);
      expect(isSubsequence(contentLines(original), after.split('\n'))).toBe(true);
      const [read, readBefore] = await Promise.all([python.ask(after), python.ask(original)]);
      expect(sorted(read)).toEqual(
        sorted([
          ...(readBefore as unknown[]),
          ...promotions.map(({ name, digest: one, tags }) => [name, one, tags[0]]),
        ]),
      );
    }
  });

  it('are all there', () => expect(lists).toHaveLength(60));
});

const mixed = (text: string) => createHash('sha256').update(text).digest('hex');

const sorted = (triples: unknown) => (triples as readonly unknown[]).map((one) => JSON.stringify(one)).toSorted();

const contentLines = (text: string) => text.split('\n').filter((line) => !line.startsWith('# No images yet'));

function isSubsequence(lines: readonly string[], all: readonly string[]): boolean {
  let index = 0;
  for (const line of all) if (line === lines[index]) index++;
  return index === lines.length;
}
