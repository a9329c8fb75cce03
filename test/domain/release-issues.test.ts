import { describe, expect, it } from 'vitest';
import { lineChanges } from '../../src/domain/diff.ts';
import { filled } from '../../src/domain/issue-templates/placeholders.ts';
import { parseIssueTemplate } from '../../src/domain/issue-templates/template.ts';
import { ReleaseError } from '../../src/domain/error.ts';
import { parseTicks, withTicks } from '../../src/domain/release-issues/boxes.ts';
import { lineKey, restored } from '../../src/domain/release-issues/restored.ts';

/** What is said to a function that refuses: the messages with their fixes. */
function refusalOf(act: () => unknown): readonly string[] {
  try {
    act();
  } catch (error) {
    if (!(error instanceof ReleaseError)) throw error;
    return [error, ...error.reasons].map(({ message, fix }) => (fix === undefined ? message : `${message} ${fix}`));
  }
  throw new Error('It was not refused.');
}

const url = 'https://example.org/1';
const tick = (item: string, evidence = url) => ({ item, evidence });

describe('boxes', () => {
  it.each([
    ['- [ ] A\n- [ ] B\n', `- [x] A (${url})\n- [ ] B\n`],
    ['* [ ] A', `* [x] A (${url})`],
    ['1. [ ] A  \r\n', `1. [x] A (${url})  \r\n`],
    ['  - [ ]\tA\r\ntext\r\n', `  - [x]\tA (${url})\r\ntext\r\n`],
    ['- [x] A\n', '- [x] A\n'],
    ['- [X] A, by hand\n', '- [X] A, by hand\n'],
    ['- [ ] A and more\n', `- [x] A and more (${url})\n`],
    ['- [ ] A:  <!-- Example: x -->\n- [ ] A and more\n', `- [x] A:  <!-- Example: x --> (${url})\n- [ ] A and more\n`],
    ['- [ ] A\n- [ ] A and more\n', `- [x] A (${url})\n- [ ] A and more\n`],
    ['```\n- [ ] A\n```\n- [ ] A\n', `\`\`\`\n- [ ] A\n\`\`\`\n- [x] A (${url})\n`],
    ['<!--\n- [ ] A\n-->\n- [ ] A\n', `<!--\n- [ ] A\n-->\n- [x] A (${url})\n`],
  ])('%j becomes %j', (body, wanted) => {
    expect(withTicks(body, [tick('A')]).body).toBe(wanted);
    expect(withTicks(wanted, [tick('A')]).body).toBe(wanted);
  });

  it('are ticked several at once, and those that were ticked are told', () => {
    const ticks = [tick('C', 'https://c.org/'), tick('A'), tick('B')];
    expect(withTicks('- [ ] A\n- [x] B\n- [ ] C\n', ticks)).toEqual({
      body: `- [x] A (${url})\n- [x] B\n- [x] C (https://c.org/)\n`,
      ticked: [ticks[0], ticks[1]],
      before: [ticks[2]],
    });
  });

  it('that are not there, or not alone, are refused', () => {
    const body = '- [ ] Image staged\n- [ ] Same\n- [ ] Same\n';
    expect(refusalOf(() => withTicks(body, [tick('Image stages'), tick('Same')]))).toEqual([
      'Some boxes cannot be ticked.',
      'The release issue has no box "Image stages". Did you mean Image staged?',
      'The release issue has several boxes that begin with "Same". Give the whole text of the box, and let each box have a text of its own.',
    ]);
    expect(refusalOf(() => withTicks('none', [tick('A')]))).toEqual([
      'The release issue has no box "A". Add the box to the issue, or remove the item.',
    ]);
    expect(refusalOf(() => withTicks('- [ ] Alpha\n', [tick('Al'), tick('Alpha')]))).toEqual([
      'The items "Al" and "Alpha" are the same box. Remove one of the two lines, or give the whole text of each box.',
    ]);
  });

  it('are named in lines with the address of what proves them', () => {
    expect(parseTicks(`The => sign => ${url}\n\n B  =>  https://b.org/?a=b#c\n`)).toEqual([
      tick('The => sign'),
      tick('B', 'https://b.org/?a=b#c'),
    ]);
    const form = 'Write the text of a box, then the address of what proves it: The image is staged => https://…';
    for (const [text, wanted] of [
      ['\n', `contains no item. ${form}`],
      ['A', `contains the line "A", which has no address. ${form}`],
      ['A => yes', `contains "yes", which is not the address of a page. ${form}`],
      ['A => https://x.org/)<b>', `contains "https://x.org/)<b>", which is not the address of a page. ${form}`],
      [`A => ${url}\nA => ${url}`, 'has the item "A" twice. Remove one of the two lines.'],
    ] as const)
      expect(refusalOf(() => parseTicks(text))).toEqual([wanted]);
  });
});

describe('a lost edit', () => {
  const back = async (base: string, lost: string, now: string) => {
    const { text, conflicts } = restored(now, await lineChanges(base, lost, lineKey));
    return [text, conflicts.map(({ is }) => is)];
  };

  it.each([
    ['of another line', '- [ ] a\n- [ ] b', '- [x] a\n- [ ] b', '- [ ] a\n- [x] b', '- [x] a\n- [x] b', []],
    ['that is there already', 'a\nb', 'A\nb', 'A\nB', 'A\nB', []],
    ['that added lines', 'a\nb', 'a\nnew\nb', 'a\nB', 'a\nnew\nB', []],
    ['that added lines, which are there', 'a\nb', 'a\nnew\nb', 'a\nnew\nB', 'a\nnew\nB', []],
    ['that removed lines', 'a\nb\nc', 'a\nc', 'A\nb\nc', 'A\nc', []],
    ['below lines that were added since', 'a\nb\nc', 'a\nb\nC', 'x\ny\na\nb\nc', 'x\ny\na\nb\nC', []],
    ['of one of several equal lines', 'x\nx\nx', 'x\nX\nx', 'x\nx\nx\ny', 'x\nX\nx\ny', []],
    ['of both lines, one of which changed since', 'a\nb', 'A1\nB1', 'A2\nb', 'A1\nB1\nA2', []],
    ['at the end', 'a', 'a\nb', 'A', 'A\nb', []],
    [
      'that ticked the same box',
      '- [ ] a',
      `- [x] a (${url})`,
      '- [x] a (https://b.org/)',
      '- [x] a (https://b.org/)',
      [],
    ],
    ['that opened a box', '- [x] a', '- [ ] a', `- [x] a (${url})`, `- [x] a (${url})`, ['- [ ] a']],
    [
      'that added lines, some of which are there',
      '- [ ] a',
      `one\ntwo\n- [x] a (${url})`,
      'two\n- [ ] a',
      `one\ntwo\n- [x] a (${url})`,
      [],
    ],
    ['with CRLF', 'a\r\nb\r\n', 'A\r\nb\r\n', 'a\r\nB\r\n', 'A\r\nB\r\n', []],
  ])('%s', async (_, base, lost, now, text, conflicts) => {
    expect(await back(base, lost, now)).toEqual([text, conflicts]);
  });
});

describe('an issue template', () => {
  const markdown = (text: string) => parseIssueTemplate({ file: 'release.md', text });
  const form = (text: string) => parseIssueTemplate({ file: 'release.yml', text });
  const head = { title: undefined, labels: [], assignees: [] };

  it.each([
    ['Text\n', { ...head, body: 'Text\n' }],
    ['---\nname: a\n---\n\n\nText\n---\nmore\n', { ...head, body: 'Text\n---\nmore\n' }],
    [
      '---\r\ntitle: "Cut {tag}"\r\nlabels: a/b, c\r\n---\r\n\r\nText\r\n',
      { ...head, title: 'Cut {tag}', labels: ['a/b', 'c'], body: 'Text\r\n' },
    ],
    [
      '---\ntitle: ""\nlabels: [a, b]\nassignees:\n  - ann\n---\nText',
      { ...head, labels: ['a', 'b'], assignees: ['ann'], body: 'Text' },
    ],
    ["---\nlabels: ''\nassignees: ''\n---\n", { ...head, body: '' }],
    ['---\n---\nText', { ...head, body: 'Text' }],
    ['\uFEFF---\ntitle: T\n---\nText', { ...head, title: 'T', body: 'Text' }],
  ])('%j', (text, wanted) => {
    expect(markdown(text)).toEqual(wanted);
  });

  it('that is a form becomes the text that GitHub makes of it', () => {
    const text = `
name: Release
description: Track a release
title: 'Release {tag}'
labels: [release]
body:
  - type: markdown
    attributes: { value: Thanks }
  - type: input
    id: version
    attributes: { label: Version, value: '{version}' }
  - type: textarea
    attributes: { label: Changes, value: "{changelog}\\n" }
  - type: textarea
    attributes: { label: Log, value: make, render: shell }
  - type: textarea
    attributes: { label: Notes, render: shell }
  - type: dropdown
    attributes: { label: Kind, options: [chart, image], default: 1 }
  - type: dropdown
    attributes: { label: Who, options: [a] }
  - type: checkboxes
    attributes: { label: Steps, options: [{ label: Staged }, { label: Announced, required: true }] }
`;
    expect(form(text)).toEqual({
      title: 'Release {tag}',
      labels: ['release'],
      assignees: [],
      body: [
        ['### Version', '{version}'],
        ['### Changes', '{changelog}'],
        ['### Log', '```shell\nmake\n```'],
        ['### Notes', '_No response_'],
        ['### Kind', 'image'],
        ['### Who', '_No response_'],
        ['### Steps', '- [ ] Staged\n- [ ] Announced\n'],
      ]
        .flat()
        .join('\n\n'),
    });
  });

  const other = 'Use a template in Markdown, or write the text into a file and set body-path.';
  const syntax =
    'The form: https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-issue-forms';

  it.each([
    [form, 'name: x\n', `release.yml cannot be used: a form needs a list with the name body. ${other}`],
    [
      form,
      'body: [{ type: upload }]\n',
      `release.yml cannot be used: element 1 has the type "upload", not input, textarea, dropdown or checkboxes. ${other}`,
    ],
    [form, 'body: [{ type: input }]\n', `release.yml cannot be used: element 1 has no label. ${other}`],
    [form, 'body: []\ntitle: [a]\n', `release.yml cannot be used: title is not a text. ${syntax}`],
    [markdown, '---\nlabels: [1]\n---\n', `release.md cannot be used: labels is not a list of names. ${syntax}`],
    [
      markdown,
      '---\n- a\n---\n',
      'release.md cannot be used: its head is not a mapping. Write fields such as title: and labels:',
    ],
  ] as const)('%o %j is refused', (read, text, wanted) => {
    expect(refusalOf(() => read(text))).toEqual([wanted]);
  });

  it('that is not valid YAML is refused at the line of the file', () => {
    expect(() => markdown('---\na: b\nc: [\n---\n')).toThrow('release.md is not valid YAML');
    let line: unknown;
    try {
      markdown('---\na: b\nc: "\n---\n');
    } catch (error) {
      line = error instanceof ReleaseError ? error.at?.line : undefined;
    }
    expect(line).toBeGreaterThan(2);
  });

  it('has placeholders, whose values are not searched for others', () => {
    const values = { tag: 'v1-{version}', version: '1', 'previous-tag': '$&' };
    expect(filled('{tag} {version} {previous-tag} {other} {{tag}} {Tag} vX.Y.Z X.Y.Z aX.Y.Z', values)).toBe(
      'v1-{version} 1 $& {other} {v1-{version}} {Tag} v1-{version} 1 aX.Y.Z',
    );
  });
});
