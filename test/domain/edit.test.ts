import { describe, expect, it } from 'vitest';
import { parseEdit, editText, copyValues } from '../../src/domain/edits/edit.ts';
import { parsePath, formatPath } from '../../src/domain/edits/path.ts';
import { decodeText } from '../../src/domain/edits/decode-text.ts';
import { parseChartFile } from '../../src/domain/charts/chart.ts';
import { parseDependencies } from '../../src/domain/dependencies/dependencies-file.ts';
import { parseFileValues } from '../../src/domain/edits/file-values.ts';
import { ReleaseError } from '../../src/domain/error.ts';
import { parseVersionsFile } from '../../src/domain/gomod/versions-file.ts';

async function edited(file: string, text: string, values: Readonly<Record<string, string>>): Promise<string> {
  const edits = Object.entries(values).map(([path, value]) => parseEdit(path, value));
  return (await editText({ file, text }, edits)).text;
}

/** A refusal as one line: where, what, and what to do. */
async function refusal(work: () => unknown): Promise<string> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof ReleaseError)) throw error;
    const { at, message, fix, reasons } = error;
    const place =
      at === undefined ? '' : `${[at.file, at.line, at.column].filter((part) => part !== undefined).join(':')}: `;
    return [place + message, fix, ...reasons.map((reason) => reason.message)].filter(Boolean).join(' ');
  }
  throw new Error('nothing was refused');
}

describe('around a value of YAML everything keeps its bytes', () => {
  it.each([
    ['a comment behind it', 'a: v1 # v1\nb: v1\n', 'a: v2 # v1\nb: v1\n'],
    ['a comment right behind quotes', 'a: "v1" #v1\n', 'a: "v2" #v1\n'],
    ['a tab and a comment behind it', 'a: v1\t# v1\n', 'a: v2\t# v1\n'],
    ['tabs and spaces behind it', 'a: v1\t \t\nb: 1\n', 'a: v2\t \t\nb: 1\n'],
    ['several spaces before it', 'a:    v1\n', 'a:    v2\n'],
    ['blank lines and odd indentation', 'x:\n    y: 1\n\n\n\na: v1\n\n', 'x:\n    y: 1\n\n\n\na: v2\n\n'],
    ['a list at the indentation of its key', 'x:\n- 1\na: v1\n', 'x:\n- 1\na: v2\n'],
    ['the order of the keys', 'z: 1\na: v1\nb: 2\n', 'z: 1\na: v2\nb: 2\n'],
    ['a # in quotes', 'x: "# a: v1"\na: \'v1 # v1\' # v1\n', 'x: "# a: v1"\na: \'v2\' # v1\n'],
    ['the quoting of others', 'x: "1.0"\ny: \'1.0\'\na: v1\n', 'x: "1.0"\ny: \'1.0\'\na: v2\n'],
    ['CRLF', 'a: v1\r\nb: |\r\n  a: v1\r\n', 'a: v2\r\nb: |\r\n  a: v1\r\n'],
    ['a byte order mark', '\uFEFFa: v1\n', '\uFEFFa: v2\n'],
    ['a byte order mark before a list', '\uFEFF- a: v1\n  b: 1\n', '\uFEFF- a: v2\n  b: 1\n', '[0].a'],
    ['a byte order mark before a comment', '\uFEFF# x\na: v1\n', '\uFEFF# x\na: v2\n'],
    ['a missing final newline', 'b: 1\na: v1', 'b: 1\na: v2'],
    ['document markers', '---\na: v1\n...\n', '---\na: v2\n...\n'],
    ['several documents', 'b: 1\n--- # two\na: v1\n---\nc: 1\n', 'b: 1\n--- # two\na: v2\n---\nc: 1\n'],
    ['a block of text that looks like it', 'x: |\n  a: v1\na: v1\n', 'x: |\n  a: v1\na: v2\n'],
    ['anchors and aliases elsewhere', 'x: &x v1\ny: *x\na: v1\n', 'x: &x v1\ny: *x\na: v2\n'],
    ['a tag elsewhere', 'x: !custom v1\na: v1\n', 'x: !custom v1\na: v2\n'],
    ['a duplicate key elsewhere', 'x: 1\nx: 2\na: v1\n', 'x: 1\nx: 2\na: v2\n'],
    [
      'a placeholder elsewhere',
      'x: {(app.version)}\ny: ${version}\na: v1\n',
      'x: {(app.version)}\ny: ${version}\na: v2\n',
    ],
    ['text that is not ASCII', 'x: é🚀\na: v1 # ü\n', 'x: é🚀\na: v2 # ü\n'],
    ['braces', 'x: {y: 1}\n{}: 1\na: v1\n', 'x: {y: 1}\n{}: 1\na: v2\n'],
  ])('%s', async (_, before, after, path = 'a') => {
    expect(await edited('a.yaml', before, { [path]: 'v2' })).toBe(after);
  });

  it('also where several values are set at once', async () => {
    const text = 'a: v1 # x\r\nb: "v1"\r\nc: [v1, v1]';
    const after = 'a: v2 # x\r\nb: "v3"\r\nc: [v1, v4]';
    expect(await edited('a.yaml', text, { 'c[1]': 'v4', b: 'v3', a: 'v2' })).toBe(after);
  });

  it('a value that is right already costs no byte', async () => {
    const text = "a: '1.20'\r\nb:  1.20 # \t\n";
    expect(await edited('a.yaml', text, { a: '1.20', b: '1.20' })).toBe(text);
  });
});

describe('quotes stay as they are', () => {
  it.each([
    ['a: v1\n', 'v2', 'a: v2\n'],
    ["a: 'v1'\n", 'v2', "a: 'v2'\n"],
    ['a: "v1"\n', 'v2', 'a: "v2"\n'],
    ["a: ''\n", 'v2', "a: 'v2'\n"],
    ["a: 'v1'\n", "it's", "a: 'it''s'\n"],
    ['a: "v1"\n', 'say "x" \\ y', String.raw`a: "say \"x\" \\ y"` + '\n'],
    ['a: "v\\u0031"\n', '1.20', 'a: "1.20"\n'],
    ['a: v1\n', 'a # b', 'a: "a # b"\n'],
    ['a: v1\n', 'a#b', 'a: a#b\n'],
    ['a: v1\n', 'a: b', 'a: "a: b"\n'],
    ['a: v1\n', 'a:b', 'a: a:b\n'],
    ['a: v1\n', ' v2', 'a: " v2"\n'],
    ['a: v1\n', 'v2 ', 'a: "v2 "\n'],
    ['a: v1\n', '', 'a: ""\n'],
    ['a: v1\n', '>=1.2', 'a: ">=1.2"\n'],
    ['a: v1\n', '- x', 'a: "- x"\n'],
    ['a: v1\n', '-x', 'a: -x\n'],
    ['a: v1\n', '@x', 'a: "@x"\n'],
    ['a: v1\n', '*x', 'a: "*x"\n'],
    ['a: v1\n', '&x', 'a: "&x"\n'],
    ['a: v1\n', '!x', 'a: "!x"\n'],
    ['a: v1\n', '%x', 'a: "%x"\n'],
    ['a: v1\n', '"x"', String.raw`a: "\"x\""` + '\n'],
    ['a: v1\n', '[x]', 'a: "[x]"\n'],
    ['a: v1\n', 'x, y]', 'a: x, y]\n'],
    ['a: { b: v1 }\n', 'v2', 'a: { b: v2 }\n', 'a.b'],
    ['a: { b: v1 }\n', 'x, y', 'a: { b: "x, y" }\n', 'a.b'],
    ['a: [v1]\n', 'x]', 'a: ["x]"]\n', 'a[0]'],
    ['a: {b: v1}\n', '?x', 'a: {b: "?x"}\n', 'a.b'],
    ['a: {"b":v1}\n', 'v2', 'a: {"b":v2}\n', 'a.b'],
  ])('%j with %j', async (before, value, after, path = 'a') => {
    expect(await edited('a.yaml', before, { [path]: value })).toBe(after);
  });
});

describe('quotes are added only where the text would be read as something else', () => {
  // Texts that some reader of YAML (1.1, 1.2, Python, Go) takes for a number, a date, a truth or nothing.
  const typed =
    '1.20 3.9 1 0 -1 1e3 1E3 12345e7 0755 08 0o17 0x1F 0X1F 0b11 1_000 1:30 .5 .inf .NaN yes No on OFF y N true False null Null ~ 2024-01-01 = <<';
  it.each([...typed.split(' '), '6123456e89', '1e400', '+1'])('a: v1 to %s', async (value) => {
    expect(await edited('a.yaml', 'a: v1 # c\n', { a: value })).toBe(`a: "${value}" # c\n`);
  });

  const text =
    'v1.20 1.2.3 0.2.0-dev.0 6d7d2a3fe8243809b3c3a710792c8498292e2fc3 0b1d2a3fe8243809b3c3a710792c8498292e2fc3 1e3a 0x 1.x yesno nullable 1.20.0 v0 sha256:ab -a /x latest ==0.1.0';
  it.each(text.split(' '))('a: v1 to %s', async (value) => {
    expect(await edited('a.yaml', 'a: v1 # c\n', { a: value })).toBe(`a: ${value} # c\n`);
  });

  it.each([
    ['a number stays one', 'a: 3.8\n', '3.9', 'a: 3.9\n'],
    ['a number that would lose its last digit', 'a: 1.19\n', '1.20', 'a: "1.20"\n'],
    ['a number that would become text', 'a: 3\n', 'v3', 'a: v3\n'],
    ['an octal number', 'a: 3\n', '0755', 'a: "0755"\n'],
    ['a truth stays one', 'a: true\n', 'false', 'a: false\n'],
    ['an old truth', 'a: true\n', 'yes', 'a: "yes"\n'],
    ['a number where a truth was', 'a: true\n', '1', 'a: "1"\n'],
    ['null where nothing was', 'a: ~\n', 'null', 'a: "null"\n'],
    ['a date stays one', 'a: 2024-01-01 # c\n', '2025-02-28', 'a: 2025-02-28 # c\n'],
    ['a date that there is not', 'a: 2024-01-01\n', '2025', 'a: "2025"\n'],
  ])('%s', async (_, before, value, after) => {
    expect(await edited('a.yaml', before, { a: value })).toBe(after);
  });

  it.each([
    ['a:\n', 'a: v2\n'],
    ['a:', 'a: v2'],
    ['a:   # c\nb: 1\n', 'a: v2   # c\nb: 1\n'],
    ['a:\r\nb: 1\r\n', 'a: v2\r\nb: 1\r\n'],
    ['{a: , b: 1}\n', '{a: v2 , b: 1}\n'],
    ['{"a":,"b":1}\n', '{"a": v2,"b":1}\n'],
  ])('a value comes behind the colon where there was none: %j', async (before, after) => {
    expect(await edited('a.yaml', before, { a: 'v2' })).toBe(after);
  });

  it.each([
    ['- # c-\n- b\n', '- v2 # c-\n- b\n'],
    ['-\n# c\n- b\n', '- v2\n# c\n- b\n'],
  ])('and behind the hyphen: %j', async (before, after) => {
    expect(await edited('a.yaml', before, { '[0]': 'v2' })).toBe(after);
  });
});

describe('a path', () => {
  const text = `image: { tag: v1 }
images:
  - name: proxy
    newTag: v1
  - name: cloud-api-adaptor
    newTag: v1
dependencies: [{ version: v1 }, { version: v1 }]
annotations:
  example.com/a.b: v1
  "a[0]": v1
  'say "x"': v1
1.5: v1
`;
  it.each([
    ['image.tag', 1],
    ['images[name=proxy].newTag', 4],
    ['images[name="cloud-api-adaptor"].newTag', 6],
    ['images[1].newTag', 6],
    ['annotations."example.com/a.b"', 9],
    ['annotations."a[0]"', 10],
    [String.raw`annotations."say \"x\""`, 11],
    ['"1.5"', 12],
  ])('%s', async (path, line) => {
    const lines = text.split('\n');
    lines[line - 1] = lines[line - 1]?.replace('v1', 'v2') ?? '';
    expect(await edited('a.yaml', text, { [path]: 'v2' })).toBe(lines.join('\n'));
    expect(formatPath(parsePath(formatPath(parsePath(path))))).toBe(formatPath(parsePath(path)));
  });

  it.each([
    ['', 1],
    ['.a', 1],
    ['a.', 2],
    ['a..b', 2],
    ['a[', 2],
    ['a[-1]', 2],
    ['a[x]', 2],
    ['a["x"]', 2],
    ['a.[0]', 2],
    ['a"b"', 2],
    ['"a', 1],
    ['a[n=v]b', 7],
  ])('%j cannot be read from column %i', async (path, column) => {
    expect(await refusal(() => parsePath(path))).toMatch(
      `is not a path to a value. The mistake is at column ${column}.`,
    );
  });

  it('may select an item by the very value that is set', async () => {
    expect(await edited('a.yaml', '- n: a\n- n: b\n', { '[n=b].n': 'c' })).toBe('- n: a\n- n: c\n');
    expect(await edited('a.toml', '[[e]]\nn = "a"\n', { 'e[n=a].n': 'c' })).toBe('[[e]]\nn = "c"\n');
  });
});

describe('YAML is refused, with the place and the reason', () => {
  const anchored = 'x: &x\n  tag: v1\ny: *x\n';
  it.each([
    ['a missing key', 'version: 1\nname: x\n', 'versoin', 'a.yaml:1:1: a.yaml has no versoin. Did you mean version?'],
    ['a missing key inside', 'x:\n  tag: 1\n', 'x.tags', 'a.yaml:2:3: a.yaml has no x.tags. Did you mean tag?'],
    ['a missing key unlike any', 'x: 1\ny: 2\n', 'version', 'a.yaml:1:1: a.yaml has no version. It has x and y.'],
    [
      'a missing item',
      'x:\n  - 1\n',
      'x[1]',
      'a.yaml:2:3: a.yaml has no x[1]. The list has 1 items. The first one has the index 0.',
    ],
    ['a missing name', '- n: proxy\n', '[n=proxi]', 'a.yaml has no [n=proxi]. Did you mean proxy?'],
    ['a duplicate key', 'x: 1\ny: 2\nx: 3\n', 'x', 'a.yaml:3:1: x of a.yaml is there twice, at lines 1 and 3.'],
    ['a duplicate key above it', 'x: {y: 1}\nx: {y: 1}\n', 'x.y', 'a.yaml:2:1: x of a.yaml is there twice'],
    [
      'an ambiguous selector',
      '- n: a\n- n: a\n',
      '[n=a].n',
      'a.yaml:2:3: [n=a] of a.yaml matches more than one item, at lines 1 and 2.',
    ],
    [
      'two documents that have it',
      'x: 1\n---\nx: 1\n',
      'x',
      'a.yaml:3:4: x is in 2 documents of a.yaml, at lines 1 and 3.',
    ],
    [
      'two documents of which one has something else there',
      'x: |\n  1\n---\nx: 1\n',
      'x',
      'a.yaml:4:4: x is in 2 documents of a.yaml, at lines 1 and 4.',
    ],
    ['an alias', anchored, 'y', 'a.yaml:3:4: y of a.yaml is an alias'],
    ['what is behind an alias', anchored, 'y.tag', 'a.yaml:3:4: y of a.yaml is'],
    [
      'a value with an anchor',
      'x: &x v1\n',
      'x',
      'a.yaml:1:7: x of a.yaml has the anchor &x, so that every alias of it would change',
    ],
    ['a value under an anchor', anchored, 'x.tag', 'a.yaml:2:3: x of a.yaml has the anchor &x'],
    ['a list under an anchor', 'x: &x [v1]\n', 'x[0]', 'a.yaml:1:7: x of a.yaml has the anchor &x'],
    ['a merged key', 'x: &x {tag: v1}\ny:\n  <<: *x\n', 'y.tag', 'a.yaml:3:3: a.yaml has no y.tag.'],
    ['a literal block', 'x: |\n  v1\n', 'x', 'a.yaml:1:4: x of a.yaml is a block of several lines'],
    ['a folded block', 'x: >-\n  v1\n', 'x', 'a.yaml:1:4: x of a.yaml is a block of several lines'],
    ['plain text over two lines', 'x: v1\n  v2\n', 'x', 'a.yaml:1:4: x of a.yaml has several lines'],
    ['quoted text over two lines', 'x: "v1\n  v2"\n', 'x', 'a.yaml:1:4: x of a.yaml has several lines'],
    ['a tag', 'x: !!str v1\n', 'x', 'a.yaml:1:10: x of a.yaml has a YAML tag'],
    ['a tag on the line above', 'x: !!str\n  v1\n', 'x', 'a.yaml:2:3: x of a.yaml has a YAML tag'],
    ['a mapping', 'x:\n  y: 1\n', 'x', 'a.yaml:2:3: x of a.yaml is a mapping, not a single value'],
    ['a list', 'x: [1]\n', 'x', 'a.yaml:1:4: x of a.yaml is a list, not a single value'],
    ['a value with something inside', 'x: 1\n', 'x.y', 'a.yaml:1:4: x of a.yaml is a single value, and has no "y"'],
    ['a mapping with items', 'x: {y: 1}\n', 'x[0]', 'a.yaml:1:4: x of a.yaml is a mapping, not a list'],
    [
      'a key on a line of its own without value',
      '? x\n: # c\n',
      'x',
      'a.yaml:1:4: x of a.yaml has no value to replace',
    ],
    ['a key without colon', 'x: {y}\n', 'x.y', 'a.yaml:1:6: x.y of a.yaml has no value to replace'],
    ['${version}', 'x: ${version}\n', 'x', 'a.yaml:1:4: x of a.yaml is a placeholder of a template: "${version}"'],
    ['v${version}-x in quotes', 'x: "v${version}-x"\n', 'x', 'a.yaml:1:4: x of a.yaml is a placeholder'],
    ['{(app.version)}', 'x: {(app.version)}\n', 'x', 'a.yaml:1:4: x of a.yaml is a placeholder of a template'],
    ['{(app.version)} in quotes', "x: '{(app.version)}'\n", 'x', 'a.yaml:1:4: x of a.yaml is a placeholder'],
    ['{{ .Values.x }}', 'x: {{ .Values.x }}\n', 'x', 'a.yaml:1:4: x of a.yaml is a placeholder'],
    ['v{{ version }}', 'x: v{{ version }}\n', 'x', 'a.yaml:1:4: x of a.yaml is a placeholder'],
    ['a template', 'x: 1\n{{- if .y }}\ny: 1\n', 'x', 'a.yaml:2:1: a.yaml is not valid YAML'],
    ['broken YAML', 'x: 1\n y: 2\n', 'x', 'a.yaml:1:4: a.yaml is not valid YAML'],
    ['an empty file', '', 'x', 'a.yaml: a.yaml is empty. It has no x.'],
  ])('%s', async (_, text, path, expected) => {
    expect(await refusal(() => edited('a.yaml', text, { [path]: 'v2' }))).toContain(expected);
  });

  it.each([
    'two\nlines',
    'cr\r',
    'tab\t',
    'nul\0',
    'nel\u0085',
    'line\u2028',
    'mark\uFEFF',
    'half\uD800',
    'none\uFFFF',
  ])('the new value %j', async (value) => {
    const said = await refusal(() => edited('a.yaml', 'x: 1\n', { x: value }));
    expect(said).toContain('contains a line break or a control character. Use a value of one line.');
  });

  it('all at once, where several are wrong', async () => {
    const said = await refusal(() => edited('a.yaml', 'x: [1]\ny: *x\n', { x: '2', y: '2', z: '2' }));
    expect(said).toMatch(/^a.yaml cannot be edited\. x .* is a list.* y .* is an alias.* a.yaml has no z/);
  });

  it('the same value set twice', async () => {
    const said = await refusal(() => edited('a.yaml', 'x: [1]\n', { 'x[0]': '2', '"x"[0]': '3' }));
    expect(said).toContain('cannot be set to two different values');
  });

  it('another kind of file', async () => {
    expect(await refusal(() => edited('VERSION', '1.0.0\n', { x: '2' }))).toContain(
      'VERSION is not a file whose values have paths.',
    );
  });
});

describe('what is made to keep a parser busy', () => {
  it('a bomb of aliases stays as cheap as its text', async () => {
    const levels = Array.from(
      { length: 30 },
      (_, level) => `l${level + 1}: &l${level + 1} [${`*l${level}, `.repeat(9)}]`,
    );
    const text = `v: 1\nl0: &l0 lol\n${levels.join('\n')}\n`;
    const begin = performance.now();
    expect(await edited('a.yaml', text, { v: '2' })).toBe(text.replace('v: 1', 'v: 2'));
    expect(performance.now() - begin).toBeLessThan(500);
  });

  it.each(['a.yaml', 'a.json', 'a.toml'])('deep nesting in %s is edited or refused, at any depth', async (file) => {
    const [before, after] = {
      'a.yaml': ['v: 1\nx: ', '\n'],
      'a.json': ['{"v":1,"x":', '}'],
      'a.toml': ['v = 1\nx = ', '\n'],
    }[file] ?? ['', ''];
    for (const depth of [10, 100, 700, 1000, 1300, 1600, 3000, 100_000]) {
      const text = before + '['.repeat(depth) + ']'.repeat(depth) + after;
      const result = await edited(file, text, { v: '2' }).catch((error: unknown) => error);
      if (result instanceof ReleaseError)
        expect(result.message).toBe(`${file} is nested more than 200 levels deep, which is the limit.`);
      else expect(result).toBe(text.replace('1', '2'));
      if (depth <= 100) expect(result).toBeTypeOf('string');
    }
  });

  const nested = {
    'lists.yaml': (levels: number) => `a: 1\nx: ${'['.repeat(levels)}1${']'.repeat(levels)}\n`,
    'maps.yaml': (levels: number) => `a: 1\nx: ${'{x: '.repeat(levels)}1${'}'.repeat(levels)}\n`,
    'hyphens.yaml': (levels: number) => `a: 1\nx:\n  ${'- '.repeat(levels)}1\n`,
    'lists.json': (levels: number) => `{"a":1,"x":${'['.repeat(levels)}1${']'.repeat(levels)}}`,
    'maps.json': (levels: number) => `{"a":1,"x":${'{"x":'.repeat(levels)}1${'}'.repeat(levels)}}`,
    'lists.toml': (levels: number) => `a = 1\nx = ${'['.repeat(levels)}1${']'.repeat(levels)}\n`,
    'tables.toml': (levels: number) => `a = 1\nx = ${'{x = '.repeat(levels)}1${'}'.repeat(levels)}\n`,
    'dots.toml': (levels: number) => `a = 1\n${'x.'.repeat(levels)}x = 1\n`,
    'header.toml': (levels: number) => `a = 1\n[${'x.'.repeat(levels - 1)}x]\nx = 1\n`,
  };
  it.each(Object.entries(nested))(
    '%s may be nested 199 levels below a key, and not 200, 2,000 or 20,000',
    async (file, made) => {
      expect(await edited(file, made(199), { a: '2' })).toBe(made(199).replace('1', '2'));
      for (const levels of [200, 2000, 20_000]) {
        const said = await refusal(() => edited(file, made(levels), { a: '2' }));
        expect(said.replace(/^\S+ /, '')).toBe(
          `${file} is nested more than 200 levels deep, which is the limit. Make the nesting flatter, or leave the file out.`,
        );
      }
    },
  );

  it.each<[what: string, read: (text: string, file: string) => unknown, file: string]>([
    ['a chart', (text, file) => parseChartFile({ file, text }), 'Chart.yaml'],
    ['the input values', (text) => parseFileValues(text), 'Input values'],
    ['a dependencies file', (text, file) => parseDependencies({ file, text }), 'dependencies.yaml'],
    ['a versions file', (text, file) => parseVersionsFile({ file, text }), 'versions.yaml'],
  ])('%s may not be nested 2,000 levels deep, nor have a NUL', async (_, read, file) => {
    for (const made of [nested['lists.yaml'], nested['maps.yaml'], nested['hyphens.yaml']])
      expect(await refusal(() => read(made(2000), file))).toMatch(
        / is nested more than 200 levels deep, which is the limit\. /,
      );
    expect(await refusal(() => read('a: "b\0"\n', file))).toContain(
      `has the character '\\u0000', which YAML does not allow. Remove the character.`,
    );
  });

  it('a chart may have neither two documents nor a bomb of aliases', async () => {
    const said = (text: string) => refusal(() => parseChartFile({ file: 'Chart.yaml', text }));
    expect(await said('a: 1\n---\nb: 1\n')).toBe(
      'Chart.yaml: Chart.yaml has more than one YAML document. Give each document a file of its own.',
    );
    const bomb = Array.from({ length: 9 }, (_, level) => `l${level + 1}: &l${level + 1} [${`*l${level}, `.repeat(9)}]`);
    expect(await said(`l0: &l0 lol\n${bomb.join('\n')}\n`)).toBe(
      'Chart.yaml: Chart.yaml has aliases that cannot be followed: Excessive alias count indicates a resource exhaustion attack. Write the values instead of aliases, or fewer than 100 of them.',
    );
    expect(await said('a: *b\n')).toMatch(/^Chart\.yaml(:1:4)?: Chart\.yaml /);
  });

  it.each([
    ['a NUL', 'a: 1\nb: x\0\n', '2:5', 'u0000'],
    ['an escape', '\u001b: 1\n', '1:1', 'u001b'],
    ['a DEL', 'a: "\u007f"\n', '1:5', 'u007f'],
    ['a control character in a comment', 'a: 1 # \u0001\n', '1:8', 'u0001'],
  ])('a YAML file with %s is refused', async (_, text, place, shown) => {
    expect(await refusal(() => edited('a.yaml', text, { a: '2' }))).toBe(
      `a.yaml:${place}: a.yaml has the character '\\${shown}', which YAML does not allow. Remove the character.`,
    );
  });

  it('a JSON file may have a DEL in a text, and a YAML file a tab, a NEL and emoji', async () => {
    expect(await edited('a.json', '{"a":1,"b":"\u007f"}', { a: '2' })).toBe('{"a":2,"b":"\u007f"}');
    expect(await edited('a.yaml', 'a: 1\nb: "\t\u0085\u{1f600}\u00a0"\n', { a: '2' })).toBe(
      'a: 2\nb: "\t\u0085\u{1f600}\u00a0"\n',
    );
  });

  it('a file over 10 MiB is refused, one of exactly that is not', async () => {
    const bytes = new Uint8Array(10 * 1024 * 1024 + 1).fill(97);
    expect(await refusal(() => decodeText('a.yaml', bytes))).toBe(
      'a.yaml: a.yaml has 10485761 bytes. The limit is 10485760.',
    );
    expect(decodeText('a.yaml', bytes.subarray(1))).toHaveLength(10 * 1024 * 1024);
  });

  it.each([
    ['Latin-1', Buffer.from('a: 1\nb: \xe9x\n', 'latin1'), '2:4'],
    ['a replacement character before it', Buffer.concat([Buffer.from('é\uFFFD\n'), Buffer.from([0x61, 0xff])]), '2:2'],
    ['half a character at the end', Buffer.from('a: é').subarray(0, -1), '1:4'],
    ['half of a surrogate pair', Buffer.from([0xed, 0xa0, 0x80]), '1:1'],
    ['UTF-16', Buffer.from('\uFEFFa: 1', 'utf16le'), '1:1'],
  ])('what is not UTF-8 is refused: %s', async (_, bytes, place) => {
    expect(await refusal(() => decodeText('a.yaml', bytes))).toBe(
      `a.yaml:${place}: a.yaml is not UTF-8. Save it as UTF-8.`,
    );
  });
});

describe('JSON', () => {
  it.each([
    ['on one line without newline', '{"version":"1.0","b":1}', 'version', '2.0', '{"version":"2.0","b":1}'],
    ['indented by tabs', '{\n\t"a": {\n\t\t"b": "x"\n\t}\n}', 'a.b', 'y', '{\n\t"a": {\n\t\t"b": "y"\n\t}\n}'],
    ['with ends of lines of old Macs', '{"a":\r"x",\r"b":1}', 'a', 'y', '{"a":\r"y",\r"b":1}'],
    ['oddly spaced', '{ "a"\n:\r\n   [ 1 ,"x" ]}\n', 'a[1]', 'y', '{ "a"\n:\r\n   [ 1 ,"y" ]}\n'],
    [
      'with escapes elsewhere',
      '{"a":"\\u00e9\\/\\ud83d\\ude80","b":"x"}',
      'b',
      'é',
      '{"a":"\\u00e9\\/\\ud83d\\ude80","b":"é"}',
    ],
    ['with an escape in a key', '{"\\u0061":"x"}', 'a', 'y', '{"\\u0061":"y"}'],
    ['with an escape in the value', '{"a":"\\u0031.0"}', 'a', '2.0', '{"a":"2.0"}'],
    ['with an escape that means the same', '{"a":"\\u0031.0"}', 'a', '1.0', '{"a":"\\u0031.0"}'],
    ['with quotes in the value', '{"a":"x"}', 'a', 'say "x" \\', '{"a":"say \\"x\\" \\\\"}'],
    ['after a byte order mark', '\uFEFF{"a":"x"}', 'a', 'y', '\uFEFF{"a":"y"}'],
    ['with a number', '{"a":1}', 'a', '2', '{"a":2}'],
    ['with a number that would lose its last digit', '{"a":1}', 'a', '1.20', '{"a":"1.20"}'],
    ['with a truth', '{"a":true}', 'a', 'false', '{"a":false}'],
    ['with null', '{"a":null}', 'a', 'x', '{"a":"x"}'],
    ['with text that looks like a number', '{"a":"x"}', 'a', '1.20', '{"a":"1.20"}'],
    ['with what YAML reads otherwise', '{"a":"x # y: z","b":"no"}', 'b', 'yes', '{"a":"x # y: z","b":"yes"}'],
    [
      'with a key longer than YAML allows',
      `{"${'k'.repeat(1100)}":1,"a":1}`,
      'a',
      '2',
      `{"${'k'.repeat(1100)}":1,"a":2}`,
    ],
    ['as a list', '[{"n":"a","v":"1"},{"n":"b","v":"1"}]', '[n=b].v', '2', '[{"n":"a","v":"1"},{"n":"b","v":"2"}]'],
  ])('%s', async (_, before, path, value, after) => {
    expect(await edited('a.json', before, { [path]: value })).toBe(after);
  });

  it.each([
    ['a comment', '{\n  "a": 1 // x\n}', 'a', 'a.json:2:10: a.json is not valid JSON'],
    ['a trailing comma', '{"a":1,}', 'a', 'a.json:1:8: a.json is not valid JSON'],
    ['YAML', 'a: 1\n', 'a', 'a.json:1:1: a.json is not valid JSON'],
    ['nothing', '', 'a', 'a.json:1:1: a.json is not valid JSON'],
    ['a duplicate key', '{"a":1,\n"a":2}', 'a', 'a.json:2:1: a of a.json is there twice, at lines 1 and 2.'],
    ['a mapping', '{"a":{}}', 'a', 'a.json:1:6: a of a.json is a mapping'],
    ['a placeholder', '{"a":"{(app.version)}"}', 'a', 'a.json:1:6: a of a.json is a placeholder'],
    ['a missing key', '{"version":"1"}', 'versions', 'a.json:1:1: a.json has no versions. Did you mean version?'],
  ])('%s is refused', async (_, text, path, expected) => {
    expect(await refusal(() => edited('a.json', text, { [path]: 'x' }))).toContain(expected);
  });
});

describe('TOML', () => {
  const text = `\uFEFFtitle = "x" # c\r
version = '1.0'\r
[project]\r
version="1.0"\t# version = "1.0"\r
"a.b" = 1\r
on = true\r
day = 2024-01-01\r
urls.home.version = "1.0"\r
deps = [ { name = "x", version = "1.0" }, { name = "y", version = "1.0" } ]\r
\r
[[package]]\r
name = "x"\r
version = "1.0"\r
[[package]]\r
name = "y"\r
version = """1.0"""`;
  it.each([
    ['version', "it's", 2, `version = "it's"`],
    ['version', '2.0', 2, "version = '2.0'"],
    ['project.version', '2.0 "x" #', 4, String.raw`version="2.0 \"x\" #"` + '\t# version = "1.0"'],
    ['project."a.b"', '2', 5, '"a.b" = 2'],
    ['project."a.b"', '1.20', 5, '"a.b" = "1.20"'],
    ['project.on', 'false', 6, 'on = false'],
    ['project.on', 'yes', 6, 'on = "yes"'],
    ['project.day', '2025-02-28', 7, 'day = 2025-02-28'],
    ['project.day', 'today', 7, 'day = "today"'],
    ['project.urls.home.version', '2.0', 8, 'urls.home.version = "2.0"'],
    [
      'project.deps[name=y].version',
      '2.0',
      9,
      'deps = [ { name = "x", version = "1.0" }, { name = "y", version = "2.0" } ]',
    ],
    ['package[0].version', '2.0', 13, 'version = "2.0"'],
    ['package[name=y].version', '2.0', 16, 'version = "2.0"'],
  ])('%s to %s', async (path, value, line, expected) => {
    const lines = text.split('\r\n');
    lines[line - 1] = expected;
    expect(await edited('pyproject.toml', text, { [path]: value })).toBe(lines.join('\r\n'));
  });

  it.each([
    [
      'a missing key',
      '[project]\nversion = "1"\n',
      'project.versoin',
      'a.toml:2:1: a.toml has no project.versoin. Did you mean version?',
    ],
    ['a duplicate key', 'a = 1\na = 2\n', 'a', 'a.toml:2:1: a.toml is not valid TOML'],
    ['a table', '[a]\nb = 1\n', 'a', 'a of a.toml is a mapping'],
    ['a list', 'a = [1]\n', 'a', 'a.toml:1:5: a of a.toml is a list'],
    ['text over several lines', 'a = """\nx"""\n', 'a', 'a.toml:1:5: a of a.toml has several lines'],
    ['a placeholder', 'a = "${version}"\n', 'a', 'a.toml:1:5: a of a.toml is a placeholder'],
    ['no TOML', 'a: 1\n', 'a', 'a.toml:1:2: a.toml is not valid TOML'],
  ])('%s is refused', async (_, source, path, expected) => {
    expect(await refusal(() => edited('a.toml', source, { [path]: 'x' }))).toContain(expected);
  });
});

describe('CITATION.cff', () => {
  it('is YAML, with a date that stays one', async () => {
    const text = 'cff-version: 1.2.0\nversion: 0.7.0 # of the release\ndate-released: 2023-08-18\n';
    expect(await edited('CITATION.cff', text, { version: '0.8.0', 'date-released': '2023-11-20' })).toBe(
      'cff-version: 1.2.0\nversion: 0.8.0 # of the release\ndate-released: 2023-11-20\n',
    );
  });
});

describe('values taken from another text', () => {
  it.each([
    ["a: '1.20'  # x\n", 'a: v1\n', "a: '1.20'\n"],
    ['a: 1.20\n', 'a: v1\n', 'a: 1.20\n'],
    ['a: 1.20\n', 'a: "1.20"\n', 'a: 1.20\n'],
    ['a: v0\n', 'a: # empty\n', 'a: v0 # empty\n'],
    ['a:\n', 'a: v1 # x\n', 'a:  # x\n'],
  ])('keep their bytes: from %j into %j', async (from, into, after) => {
    const edits = await copyValues({ file: 'a.yaml', text: from }, [parsePath('a')]);
    expect((await editText({ file: 'a.yaml', text: into }, edits)).text).toBe(after);
  });
});
