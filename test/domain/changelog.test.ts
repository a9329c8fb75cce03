import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bodyOf, parseChangelog } from '../../src/domain/changelogs/section.ts';
import { changelogFormatOf, sectionOf } from '../../src/domain/changelogs/changelog.ts';
import { attempt, ReleaseError } from '../../src/domain/error.ts';

const fixtures = join(import.meta.dirname, '../fixtures');
const real = await Array.fromAsync(glob('**/CHANGELOG.md', { cwd: fixtures }));
const read = (file: string) => readFile(join(fixtures, file), 'utf8');

const names = (text: string) => parseChangelog(text).sections.map(({ name }) => name);

describe('a heading names a version', () => {
  it.each([
    ['## [1.0.0] - 2020-01-01', '1.0.0'],
    ['## 1.0.0', '1.0.0'],
    ['## v1.0.0', 'v1.0.0'],
    ['## [v1.0.0] – 2020-01-01', 'v1.0.0'],
    ['## [1.0.0](https://github.com/org/project/tree/1.0.0) (2020-02-20)', '1.0.0'],
    ['## [2.0.1](https://github.com/org/project/tree/2.0.1) (2020-06-09) (BROKEN)', '2.0.1'],
    ['## [1.2.0](https://github.com/org/project/tree/1.1.0) (2020-05-12)', '1.2.0'],
    ['## [2.0.7.1](https://github.com/accanto-systems/project/tree/2.0.7.1) (2021-01-01)', '2.0.7.1'],
    ['## [1.0.0][link] - 2020-01-01', '1.0.0'],
    ['## [0.0.5] - 2014-08-09 [YANKED]', '0.0.5'],
    ['## 1.0.0-rc.1+build.5 (2020-01-01)', '1.0.0-rc.1+build.5'],
    ['## 0.2.0.dev0', '0.2.0.dev0'],
    ['## chart/0.1.0', 'chart/0.1.0'],
    ['## Version 1.0.0:', '1.0.0'],
    ['## 1.0.0 2020-01-01', '1.0.0'],
    ['  ##   1.0.0   ##', '1.0.0'],
    ['### [1.0.1](https://github.com/org/project/compare/v1.0.0...v1.0.1) (2020-01-01)', '1.0.1'],
    ['# 1.0.0', '1.0.0'],
    ['## Unreleased', 'Unreleased'],
    ['## [unreleased]', 'unreleased'],
    ['\uFEFF## 1.0.0', '1.0.0'],
    ['## **1.0.0**', '1.0.0'],
    ['## <small>0.1.7 (2024-02-21)</small>', '0.1.7'],
    ['## `1.0.0`', '1.0.0'],
    ['## \\[1.0.0\\] - 2020-01-01', '1.0.0'],
    ['## v0.62.1 Beta', 'v0.62.1'],
    ['## v1.0.0 Release Candidate (2020-01-01)', 'v1.0.0'],
    ['## 1.0.0 January 5, 2020', '1.0.0'],
    ['## [5.0.0-1] Prerelease (2019-10-04)', '5.0.0-1'],
    ['## [0.25.0] Revised Metric SDK (Alpha) - 2022-03-25', '0.25.0'],
    ['## 41.3.0  ![AppVersion: v3.6.12](https://img.shields.io/x) ![Helm: v3](https://img.shields.io/y)', '41.3.0'],
    ['## 1.0.0 "Krypton"', '1.0.0'],
    ["## 2026-07-08, Version 24.19.0 'Krypton' (LTS), @mona", '24.19.0'],
    ['## [1.45.0/0.67.0/0.21.0] 2026-07-08', '1.45.0/0.67.0/0.21.0'],
    ['## v1.3.0/v0.81.0', 'v1.3.0/v0.81.0'],
    ['## [1.0.0-RC2] / 0.22.0 - 2021-07-29', '1.0.0-RC2'],
    ['## master / unreleased', 'unreleased'],
    ['## main / (unreleased)', 'unreleased'],
    ['# Unreleased Changes', 'Unreleased'],
    ['1.0.9 / 2020-01-01\n==================', '1.0.9'],
    ['1.0.9 / 2020-01-01\r\n------\r\n', '1.0.9'],
    ['2.5.9/ 2012-04-02\n===', '2.5.9'],
    ['2.5.9. / 2012-04-02\n===', '2.5.9'],
    ['unreleased\n==========', 'unreleased'],
    ['**1.0.0**\n---', '1.0.0'],
    ['  * a list\n1.0.0 / 2010-01-01\n=====', '1.0.0'],
    ['## 1.0.0\r\n', '1.0.0'],
  ])('%j', (heading, name) => {
    expect(names(heading)).toEqual([name]);
  });
});

it.each([
  ['## [1.45.0/0.67.0/0.21.0] 2026-07-08', ['1.45.0', '0.67.0', '0.21.0']],
  ['## v1.3.0/v0.81.0', ['v1.3.0', 'v0.81.0']],
  ['## [1.0.0-RC2] / 0.22.0 - 2021-07-29', ['1.0.0-RC2', '0.22.0']],
  ['## 1.8.0 / Experimental 0.34.0', ['1.8.0', '0.34.0']],
  ['## 1.0.1, 1.0.2 & [1.0.3](https://x): three', ['1.0.1', '1.0.2', '1.0.3']],
  ['## charts/app/0.1.0', ['charts/app/0.1.0']],
  ['## 1.0.0 / 31.12.2020', ['1.0.0']],
  ['## 1.0.0, 2020.12.31', ['1.0.0']],
  ['## 1.0.0, Node 18.0 is needed', ['1.0.0']],
  ['## Unreleased', []],
])('%j names %j', (heading, versions) => {
  expect(parseChangelog(heading).sections.map((section) => section.versions)).toEqual([versions]);
});

describe('no version is named by', () => {
  it.each([
    '##1.0.0',
    '    ## 1.0.0',
    '#### 1.0.0',
    '## 2.0.0 migration guide',
    '## 2.0.0 beta testing guide',
    '## Metrics API 1.0.0',
    '## Upgrading from 1.0.0',
    '1.0.0 / 2020-01-01\n\n=====',
    '1.0.0\n==',
    '- 1.0.0\n---',
    '> 1.0.0\n---',
    '    1.0.0\n=====',
    '| 1.0.0 |\n---',
    '1.0.0 fixes it\n---',
    '```\n1.0.0\n```\n=====',
    '=====\n=====',
    '## 5',
    '## Added',
    '## Unreleased ideas',
    '1.0.0',
    '[1.0.0]: https://github.com/org/project/tree/1.0.0',
    '```\n## 1.0.0\n```',
    '~~~ md\n## 1.0.0\n~~~',
    '  ```\n## 1.0.0\n  ```',
    '````\n```\n## 1.0.0\n````',
    '```\n## 1.0.0\n~~~\n## 1.0.1',
    '- ```\n  ## 1.0.0\n  ```',
    '1. text\n\n    ~~~\n   ## 1.0.0\n    ~~~',
    '```md\r\n## 1.0.0\r\n```\r\n',
    '<!--\n## 1.0.0\n-->',
    `## ${'1.'.repeat(200)}0`,
  ])('%j', (text) => {
    expect(names(text)).toEqual([]);
  });
});

it.each([
  ['a fence that is closed', '```\n## 0.1.0\n```\n'],
  ['code between single marks', '`` ` ``` ` ``\n'],
  ['fenced text on one line', '``` ## 0.1.0 ```\n'],
  ['a comment on one line', '<!-- ## 0.1.0 -->\n'],
])('what follows %s is read', (_, text) => {
  expect(names(`${text}## 1.0.0\n`)).toEqual(['1.0.0']);
});

describe('a section', () => {
  const kept =
    '# Changelog\n\n## [Unreleased]\n\n- soon\n\n## [1.1.0] - 2020-02-02\n\n### Fixed\n\n- a\n\n## [1.0.0]\n- b\n';

  it.each<[what: string, text: string, version: string, section: string]>([
    ['a keep-a-changelog', kept, '1.1.0', '### Fixed\n\n- a'],
    ['a version with v', kept, 'v1.1.0', '### Fixed\n\n- a'],
    ['a heading with v', '## v1.0.0\n- b\n', '1.0.0', '- b'],
    ['a heading without a blank line', kept, '1.0.0', '- b'],
    ['a tag with a folder', '## 0.1.0\n- b\n', 'chart/0.1.0', '- b'],
    ['links at its end', '## [1.0.0]\n- b\n\n[1.0.0]: https://x\n[unreleased]: https://y\n', '1.0.0', '- b'],
    ['a link inside', '## 1.0.0\n- [b]\n\n[b]: https://x\n\n- c\n', '1.0.0', '- [b]\n\n[b]: https://x\n\n- c'],
    ['a footnote at its end', '## 1.0.0\n- b[^1]\n\n[^1]: c\n', '1.0.0', '- b[^1]\n\n[^1]: c'],
    ['a comment at the end', '## 1.0.0\n- b\n\n<!-- generated by git-cliff -->\n', '1.0.0', '- b'],
    ['CRLF', '## 1.1.0\r\n\r\n- a\r\n- b\r\n\r\n## 1.0.0\r\n- c\r\n', '1.1.0', '- a\r\n- b'],
    ['no line end', '## 1.0.0\n- b', '1.0.0', '- b'],
    ['nothing in it', '## 1.1.0\n\n## 1.0.0\n- b', '1.1.0', ''],
    ['headings in code', '## 1.1.0\n\n```\n## 1.0.0\n```\n\n## 1.0.0\n- b', '1.1.0', '```\n## 1.0.0\n```'],
    ['a code block at the end', '## 1.0.0\n\n```\n[a]: b\n```\n', '1.0.0', '```\n[a]: b\n```'],
    ['another heading behind it', '## 1.0.0\n- b\n\n## Contributors\n- mona\n', '1.0.0', '- b'],
    ['patches one level deeper', '## 1.1.0\n- a\n\n### 1.0.1\n\n### Fixed\n- b\n', '1.0.1', '### Fixed\n- b'],
    ['the very name before another spelling', '## v0.1.0\n- a\n\n## chart/0.1.0\n- b\n', 'chart/0.1.0', '- b'],
    ['indented code at its beginning', '## 1.0.0\n\n    code\n', '1.0.0', '    code'],
    [
      'an underlined heading below',
      '## 1.1.0\n- a\n\n1.0.9 / 2020-01-01\n==\n- b\n',
      '1.1.0',
      '- a\n\n1.0.9 / 2020-01-01\n==\n- b',
    ],
    ['underlined headings below', '## 1.1.0\n- a\n\n1.0.9 / 2020-01-01\n===\n- b\n', '1.1.0', '- a'],
    ['an underlined heading', '## 1.1.0\n- a\n\n1.0.9 / 2020-01-01\n===\n- b\n\n1.0.8\n===\n', '1.0.9', '- b'],
    ['a heading with a line above', '1.1.0\n===\n  * a\n1.0.9\n===\n  * b\n', '1.1.0', '  * a'],
    ['groups that are underlined', '1.1.0\n===\n\nFixes\n-----\n\n- a\n\n1.0.9\n===\n', '1.1.0', 'Fixes\n-----\n\n- a'],
    ['a text over hyphens', '## 1.1.0\n\nIt is fast.\n---\n\n- a\n\n## 1.0.0\n', '1.1.0', 'It is fast.\n---\n\n- a'],
    ['another underlined title', '1.1.0\n===\n- a\n\nContributors\n============\n- mona\n', '1.1.0', '- a'],
    [
      'packages inside',
      '## 1.1.0\n\n### @a/b@1.1.0\n\n- a\n\n### @a/c@1.0.9\n\n- b\n\n## 1.0.0\n',
      '1.1.0',
      '### @a/b@1.1.0\n\n- a\n\n### @a/c@1.0.9\n\n- b',
    ],
    [
      'one of the packages',
      '## 1.1.0\n\n### @a/b@1.1.0\n\n- a\n\n### @a/c@1.0.9\n\n- b\n\n## 1.0.0\n',
      '@a/b@1.1.0',
      '- a',
    ],
    ['its own version once more', '## 1.1.0\n\n### v1.1.0\n\n- a\n\n## 1.0.0\n', '1.1.0', '### v1.1.0\n\n- a'],
    ['patches of a prefix', '## app-1.1.0\n- a\n\n### app-1.0.1\n- b\n', 'app-1.1.0', '- a'],
    ['the first of several versions', '## [1.45.0/0.67.0/0.21.0]\n- a\n\n## [1.44.0/0.66.0]\n- b\n', 'v1.45.0', '- a'],
    ['a middle one', '## [1.45.0/0.67.0/0.21.0]\n- a\n\n## [1.44.0/0.66.0]\n- b\n', '0.67.0', '- a'],
    ['the last one', '## [1.45.0/0.67.0/0.21.0]\n- a\n\n## [1.44.0/0.66.0]\n- b\n', '0.66.0', '- b'],
    ['a short version', '## 1.1\n- a\n\n## 1.0\n- b\n', 'v1.0.0', '- b'],
    ['a Python spelling', '## 1.0.0rc1\n- a\n\n## 1.0.0\n- b\n', '1.0.0-rc.1', '- a'],
    ['a tag with a prefix', '## 0.1.0\n- b\n', 'my-chart-0.1.0', '- b'],
    ['the whole tag', '## 0.1.0\n- a\n\n## chart/0.1.0\n- b\n', 'chart/0.1.0', '- b'],
    ['the version beside a whole tag', '## chart/0.1.0\n- b\n\n## 0.1.0\n- a\n', 'v0.1.0', '- a'],
    ['a separator at its end', '## 1.1.0\n- a\n\n---\n\n## 1.0.0\n', '1.1.0', '- a'],
    ['several separators', '## 1.1.0\r\n- a\r\n\r\n***\r\n___\r\n', '1.1.0', '- a'],
    ['an anchor for the next heading', '## 1.1.0\n- a\n\n<a id="1.0.0"></a>\n\n## 1.0.0\n', '1.1.0', '- a'],
    ['a separator inside', '## 1.1.0\n- a\n\n---\n\n- b\n', '1.1.0', '- a\n\n---\n\n- b'],
    ['only a separator', '## 1.1.0\n\n---\n\n## 1.0.0\n', '1.1.0', ''],
  ])('is exact: %s', (_, text, version, section) => {
    expect(sectionOf(text, version)).toBe(section);
  });

  it.each<[what: string, text: string, section: string]>([
    [
      'at the end of the file',
      '## 1.1.0\n- [a] and [B  c][d e]\n\n## 1.0.0\n- b\n\n[A]: https://a "A"\n[d  E]: https://d\n[1.1.0]: https://x\n',
      '- [a] and [B  c][d e]\n\n[A]: https://a "A"\n[d  E]: https://d',
    ],
    ['in another section', '## 1.1.0\n- [a][]\n\n## 1.0.0\n\n[a]: https://a\n\n- b\n', '- [a][]\n\n[a]: https://a'],
    [
      'twice, of which the first counts',
      '## 1.1.0\n- [a]\n\n## 1.0.0\n\n[a]: https://a\n[a]: https://b\n',
      '- [a]\n\n[a]: https://a',
    ],
    [
      'here',
      '## 1.1.0\n- [a]\n\n[a]: https://a\n\n- b\n\n## 1.0.0\n\n[a]: https://b\n',
      '- [a]\n\n[a]: https://a\n\n- b',
    ],
    ['with CRLF', '## 1.1.0\r\n- [a]\r\n\r\n[a]: https://a\r\n', '- [a]\r\n\r\n[a]: https://a'],
    ['and used only in code', '## 1.1.0\n```\n[a]\n```\n\n[a]: https://a\n', '```\n[a]\n```'],
  ])('takes links along that are defined %s', (_, text, section) => {
    expect(sectionOf(text, '1.1.0')).toBe(section);
  });

  it('that is not there is refused with those that are', () => {
    expect(() => sectionOf(kept, '2.0.0', 'CHANGELOG.md')).toThrow(
      'CHANGELOG.md has no section of "2.0.0". It has sections of Unreleased, 1.1.0 and 1.0.0.',
    );
    const mixed = '## 0.2.0\n- a\n\n## chart/0.1.0\n- b\n';
    expect(() => sectionOf(mixed, 'chart/0.2.0')).toThrow('no section of "chart/0.2.0". It has sections of 0.2.0 and');
    expect(() => sectionOf(mixed, 'v0.1.0')).toThrow('no section of "v0.1.0". It has sections of 0.2.0 and');
    expect(() => sectionOf('', '2.0.0')).toThrow(
      'The changelog has no section of "2.0.0". It has no section of any version.',
    );
  });

  it.each<[what: string, text: string, version: string, refused: object]>([
    [
      'a version that is not there',
      kept,
      '2.0.0',
      {
        message: 'CHANGELOG.md has no section of "2.0.0". It has sections of Unreleased, 1.1.0 and 1.0.0.',
        fix: 'Write the section before the release is tagged, or let update-changelog add it.',
        at: { file: 'CHANGELOG.md' },
      },
    ],
    [
      'a tag of another series',
      '## image/0.1.0\n',
      'chart/0.1.0',
      {
        message: 'CHANGELOG.md has no section of "chart/0.1.0". It has sections of image/0.1.0.',
        fix: 'Write the section before the release is tagged, or let update-changelog add it.',
        at: { file: 'CHANGELOG.md' },
      },
    ],
    [
      'a version that is there twice',
      '## 1.0.0\n- a\n\n## [1.0.0] - 2020-01-01\n- b\n',
      '1.0.0',
      {
        message: 'CHANGELOG.md has two sections of 1.0.0, at lines 1 and 4.',
        fix: 'Merge the two sections, or name the version in only one of the headings.',
        at: { file: 'CHANGELOG.md', line: 4 },
      },
    ],
    [
      'a heading with other words',
      '## 2.1.0\n\n## 2.0.0 migration guide\n',
      'v2.0.0',
      {
        message:
          'CHANGELOG.md has a heading that may be that of v2.0.0, but cannot be read as such: "2.0.0 migration guide".',
        fix: 'Write headings that begin with the version, such as ## 1.2.0 or ## [1.2.0] - 2026-01-31. Or leave the version out of this heading.',
        at: { file: 'CHANGELOG.md', line: 3 },
      },
    ],
    [
      'a list of versions',
      '# Changelog\n\n - 0.0.6 (2018/09/11)\n   - Fix it\n - 0.0.5\n - 0.0.4\n - 0.0.3\n',
      '0.0.6',
      {
        message:
          'CHANGELOG.md has lines that look like headings of versions, but cannot be read as such: line 3, "- 0.0.6 (2018/09/11)", line 5, "- 0.0.5" and line 6, "- 0.0.4".',
        fix: 'Write headings that begin with the version, such as ## 1.2.0 or ## [1.2.0] - 2026-01-31.',
        at: { file: 'CHANGELOG.md', line: 3 },
      },
    ],
    [
      'one heading that is too deep',
      '# Changelog\n\n#### 1.0.0\n- a\n',
      '1.0.0',
      {
        message:
          'CHANGELOG.md has a line that looks like the heading of a version, but cannot be read as one: line 3, "#### 1.0.0".',
        fix: 'Write headings that begin with the version, such as ## 1.2.0 or ## [1.2.0] - 2026-01-31.',
        at: { file: 'CHANGELOG.md', line: 3 },
      },
    ],
  ])('is refused in whole: %s', (_, text, version, refused) => {
    const refusal = attempt(() => sectionOf(text, version, 'CHANGELOG.md'));
    expect(refusal).toBeInstanceOf(ReleaseError);
    expect(refusal).toMatchObject(refused);
  });

  it('that is there twice is refused with both places', () => {
    expect(() => sectionOf('## 1.0.0\n- a\n\n## [1.0.0] - 2020-01-01\n- b\n', '1.0.0')).toThrow(
      'The changelog has two sections of 1.0.0, at lines 1 and 4.',
    );
  });
});

describe.each(real)('%s', (file) => {
  it('is divided into sections without losing or moving a byte', async () => {
    const text = await read(file);
    const { sections, tail } = parseChangelog(text);
    const starts = sections.map(({ start }) => start);
    expect([...starts.slice(1), tail]).toEqual(sections.map(({ end }) => end));
    const rebuilt = sections.map(({ start, end }) => text.slice(start, end)).join('');
    expect(text.slice(0, starts[0]) + rebuilt + text.slice(tail)).toBe(text);
  });

  it('has a section for every heading of the second level, and the footer in none', async () => {
    const text = await read(file);
    const { sections } = parseChangelog(text);
    expect(sections).toHaveLength(text.match(/^## /gm)?.length ?? 0);
    expect(changelogFormatOf(text)).toBe('github-changelog-generator');
    for (const section of sections) {
      expect(sectionOf(text, section.name)).toBe(bodyOf(text, section));
      expect(bodyOf(text, section)).not.toMatch(/automatically generated|^## /m);
    }
  });
});

it('a real section ends where the next begins, and keeps what it says', async () => {
  const ignition = await read('IBM__ignition/3.6.3/CHANGELOG.md');
  expect(sectionOf(ignition, '3.6.3')).toBe(
    '[Full Changelog](https://github.com/IBM/ignition/compare/3.6.2...3.6.3)\n\n\n**Implemented enhancements:**\n\n- Handle requests with transfer-encoding chunked',
  );
  const driver = await read('IBM__openstack-vim-driver/1.0.0/CHANGELOG.md');
  expect(sectionOf(driver, '0.1.0')).toBe('');
});

it.each([
  ['', 'keep-a-changelog'],
  ['# Changelog\n\n## [Unreleased]\n', 'keep-a-changelog'],
  ['## [1.0.0](https://github.com/org/project/compare/0.9.0...1.0.0) (2020-01-01)\n', 'keep-a-changelog'],
  ['## [1.0.0](https://github.com/org/project/tree/1.0.0) (2020-01-01)\n', 'github-changelog-generator'],
  [
    '# Changelog\n\n\\* *This Changelog was automatically generated by [github_changelog_generator](https://x)*\n',
    'github-changelog-generator',
  ],
])('the format of %j is told by what it says', (text, format) => {
  expect(changelogFormatOf(text)).toBe(format);
});
