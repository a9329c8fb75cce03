import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { escapedTitle } from '../../src/domain/changelogs/item.ts';
import type { ChangelogItem } from '../../src/domain/changelogs/item.ts';
import type { NewSection } from '../../src/domain/changelogs/new-section.ts';
import { sectionOriginOf, sectionOf, withSection } from '../../src/domain/changelogs/changelog.ts';
import { changelogFormats } from '../../src/domain/changelogs/format.ts';

const page = 'https://github.com/org/project';

const item = (number: number, title: string, given: Partial<ChangelogItem> = {}): ChangelogItem => ({
  kind: 'pull-request',
  number,
  title,
  url: `${page}/pull/${number}`,
  labels: [],
  author: { login: 'mona', url: 'https://github.com/mona' },
  ...given,
});
const issue = (number: number, title: string, labels: readonly string[] = []): ChangelogItem =>
  item(number, title, { kind: 'issue', url: `${page}/issues/${number}`, labels });

const items = [
  item(7, 'Change it'),
  item(3, 'Add it', { labels: ['enhancement'] }),
  issue(2, 'It breaks', ['bug']),
  issue(5, 'It is closed'),
  item(4, 'Mend it', { labels: ['kind/bug'], author: undefined }),
  issue(6, 'Why?', ['question']),
];

const wanted = (given: Partial<NewSection> = {}): NewSection => ({
  version: 'v1.1.0',
  tag: 'v1.1.0',
  previous: 'v1.0.0',
  date: '2026-01-31',
  page,
  items,
  ...given,
});
const kept = (text: string, given: Partial<NewSection> = {}) => withSection(text, 'keep-a-changelog', wanted(given));
const generated = (text: string, given: Partial<NewSection> = {}) =>
  withSection(text, 'github-changelog-generator', wanted(given));

describe('a section as github-changelog-generator writes it', () => {
  const section = `## [v1.1.0](${page}/tree/v1.1.0) (2026-01-31)

[Full Changelog](${page}/compare/v1.0.0...v1.1.0)

**Implemented enhancements:**

- Add it [\\#3](${page}/pull/3) ([mona](https://github.com/mona))

**Fixed bugs:**

- It breaks [\\#2](${page}/issues/2)
- Mend it [\\#4](${page}/pull/4)

**Closed issues:**

- It is closed [\\#5](${page}/issues/5)

**Merged pull requests:**

- Change it [\\#7](${page}/pull/7) ([mona](https://github.com/mona))

`;
  const older = `## [v1.0.0](${page}/tree/v1.0.0) (2020-01-01)\n\n- a\n`;

  it('stands before the older ones', () => {
    expect(generated(`# Changelog\n\n${older}`)).toBe(`# Changelog\n\n${section}${older}`);
  });

  it('is tight below its heading where the others are', () => {
    const tight = `## [v1.0.0](${page}/tree/v1.0.0) (2020-01-01)\n[Full Changelog](${page}/compare/v0.9.0...v1.0.0)\n`;
    expect(generated(tight)).toBe(section.replace('(2026-01-31)\n\n', '(2026-01-31)\n') + tight);
  });

  it('of a first release compares with nothing', () => {
    expect(generated('# Changelog\n', { previous: undefined, items: [] })).toBe(
      `# Changelog\n\n## [v1.1.0](${page}/tree/v1.1.0) (2026-01-31)\n`,
    );
  });

  it('has tags in addresses as addresses need them', () => {
    expect(generated('', { tag: 'v1(1)', previous: 'a b#1', items: [] })).toContain(
      `[Full Changelog](${page}/compare/a%20b%231...v1%281%29)`,
    );
  });
});

describe('a section of a keep-a-changelog', () => {
  const groups = `### Added

- Add it ([#3](${page}/pull/3))

### Changed

- Change it ([#7](${page}/pull/7))

### Fixed

- It breaks ([#2](${page}/issues/2))
- Mend it ([#4](${page}/pull/4))
`;

  it.each<[what: string, before: string, after: string]>([
    ['an empty file', '', `# Changelog\n\n## 1.1.0 - 2026-01-31\n\n${groups}`],
    ['a title', '# News\n', `# News\n\n## 1.1.0 - 2026-01-31\n\n${groups}`],
    ['a title without a line end', '# News', `# News\n\n## 1.1.0 - 2026-01-31\n\n${groups}`],
    ['no Unreleased', '# C\n\n## 1.0.0\n- a', `# C\n\n## 1.1.0\n\n${groups}\n## 1.0.0\n- a`],
    ['v in the others', '## v1.0.0 - 2020-01-01\n', `## v1.1.0 - 2026-01-31\n\n${groups}\n## v1.0.0 - 2020-01-01\n`],
    ['dates in brackets', '## 1.0.0 (2020-01-01)\n', `## 1.1.0 (2026-01-31)\n\n${groups}\n## 1.0.0 (2020-01-01)\n`],
    [
      'links in headings',
      `# [1.0.0](${page}/compare/v0.9.0...v1.0.0) (2020-01-01)\n`,
      `# [1.1.0](${page}/compare/v1.0.0...v1.1.0) (2026-01-31)\n\n${groups.replaceAll('###', '##')}\n# [1.0.0](${page}/compare/v0.9.0...v1.0.0) (2020-01-01)\n`,
    ],
    [
      'an empty Unreleased',
      '## [Unreleased]\n\n### Added\n\n-\n<!-- say it here -->\n\n## [1.0.0] - 2020-01-01\n',
      `## [Unreleased]\n\n### Added\n\n-\n<!-- say it here -->\n\n## [1.1.0] - 2026-01-31\n\n${groups}\n## [1.0.0] - 2020-01-01\n`,
    ],
    ['only an empty Unreleased', '## [Unreleased]\n', `## [Unreleased]\n\n## [1.1.0] - 2026-01-31\n\n${groups}`],
    ['a CRLF', '# C\r\n', `# C\r\n\r\n## 1.1.0 - 2026-01-31\r\n\r\n${groups.replaceAll('\n', '\r\n')}`],
    [
      'an empty Unreleased with CRLF',
      '## Unreleased\r\n\r\n### Added\r\n\r\n-\r\n',
      `## Unreleased\r\n\r\n### Added\r\n\r\n-\r\n\r\n## 1.1.0 - 2026-01-31\r\n\r\n${groups.replaceAll('\n', '\r\n')}`,
    ],
    ['a byte order mark', '\uFEFF## 1.0.0\n', `\uFEFF## 1.1.0\n\n${groups}\n## 1.0.0\n`],
    [
      'links at the end, without Unreleased',
      `## [1.0.0]\n\n[1.0.0]: ${page}/releases/tag/v1.0.0\n`,
      `## [1.1.0]\n\n${groups}\n## [1.0.0]\n\n[1.1.0]: ${page}/compare/v1.0.0...v1.1.0\n[1.0.0]: ${page}/releases/tag/v1.0.0\n`,
    ],
    [
      'underlined headings',
      'unreleased\n==========\n\n1.0.0 / 2020-01-01\n==================\n\n  * a\n',
      `unreleased\n==========\n\n1.1.0 / 2026-01-31\n==================\n\n${groups.replaceAll('###', '##')}\n1.0.0 / 2020-01-01\n==================\n\n  * a\n`,
    ],
    [
      'headings that are underlined with hyphens',
      '1.0.0\n-----\n\n- a\n',
      `1.1.0\n-----\n\n${groups}\n1.0.0\n-----\n\n- a\n`,
    ],
    [
      'bold headings',
      '## **1.0.0** (2020-01-01)\n',
      `## **1.1.0** (2026-01-31)\n\n${groups}\n## **1.0.0** (2020-01-01)\n`,
    ],
    [
      'small headings',
      '## <small>1.0.0 (2020-01-01)</small>\n',
      `## <small>1.1.0 (2026-01-31)</small>\n\n${groups}\n## <small>1.0.0 (2020-01-01)</small>\n`,
    ],
    ['headings with a word', '## Version 1.0.0\n', `## Version 1.1.0\n\n${groups}\n## Version 1.0.0\n`],
    [
      'headings with badges',
      '## 1.0.0  ![A: v1](https://x)\n',
      `## 1.1.0\n\n${groups}\n## 1.0.0  ![A: v1](https://x)\n`,
    ],
    ['a date without a sign', '## [1.0.0] 2020-01-01\n', `## [1.1.0] 2026-01-31\n\n${groups}\n## [1.0.0] 2020-01-01\n`],
    [
      'packages in sections',
      '## 1.0.0\n\n### @a/b@0.9.0\n- a\n\n## 0.9.0\n',
      `## 1.1.0\n\n${groups}\n## 1.0.0\n\n### @a/b@0.9.0\n- a\n\n## 0.9.0\n`,
    ],
    [
      'several versions in a heading',
      '## [Unreleased]\n\n## [1.0.0/0.67.0] 2020-01-01\n- a\n',
      `## [Unreleased]\n\n## [1.1.0] 2026-01-31\n\n${groups}\n## [1.0.0/0.67.0] 2020-01-01\n- a\n`,
    ],
  ])('is generated into %s', (_, before, after) => {
    expect(kept(before)).toBe(after);
  });

  it.each<[what: string, before: string, after: string]>([
    [
      'with a blank line',
      '## [Unreleased]\n\n- mine\n\n## [1.0.0] - 2020-01-01\n',
      '## [Unreleased]\n\n## [1.1.0] - 2026-01-31\n\n- mine\n\n## [1.0.0] - 2020-01-01\n',
    ],
    ['without one', '## Unreleased\n- mine', '## Unreleased\n\n## 1.1.0 - 2026-01-31\n- mine'],
    [
      'and the links follow, whoever owned the project then',
      '## [Unreleased]\r\n\r\n- mine\r\n\r\n## [1.0.0] - 2020\r\n\r\n[unreleased]: https://github.com/old/name/compare/v1.0.0...HEAD\r\n[1.0.0]: https://github.com/old/name/releases/tag/v1.0.0',
      '## [Unreleased]\r\n\r\n## [1.1.0]\r\n\r\n- mine\r\n\r\n## [1.0.0] - 2020\r\n\r\n[unreleased]: https://github.com/old/name/compare/v1.1.0...HEAD\r\n[1.1.0]: https://github.com/old/name/compare/v1.0.0...v1.1.0\r\n[1.0.0]: https://github.com/old/name/releases/tag/v1.0.0',
    ],
    [
      'and a link of another kind stays',
      `## [Unreleased]\n- mine\n\n[Unreleased]: ${page}/tree/main`,
      `## [Unreleased]\n\n## [1.1.0] - 2026-01-31\n- mine\n\n[Unreleased]: ${page}/tree/main\n[1.1.0]: ${page}/compare/v1.0.0...v1.1.0`,
    ],
  ])('is what stood under Unreleased, %s', (_, before, after) => {
    expect(sectionOriginOf(before, 'v1.1.0', 'keep-a-changelog')).toBe('unreleased');
    expect(kept(before)).toBe(after);
  });

  it('of a second set of modules stands above its own older version', () => {
    const before = '## [1.46.0/0.69.0]\n- a\n\n## [1.45.0/0.67.0]\n- b\n';
    const given = { version: 'v0.68.0', tag: 'v0.68.0', items: [] };
    expect(kept(before, given)).toBe(before.replace('## [1.45.0', '## [0.68.0]\n\n## [1.45.0'));
  });

  it('has the prefix of its neighbour, if its tag has it', () => {
    const tag = { version: 'my-chart-1.1.0', tag: 'my-chart-1.1.0', items: [] };
    expect(kept('## my-chart-1.0.0\n', tag)).toBe('## my-chart-1.1.0\n\n## my-chart-1.0.0\n');
    expect(kept('## my-chart-1.0.0\n', { items: [] })).toBe('## 1.1.0\n\n## my-chart-1.0.0\n');
  });

  it.each([
    ['a heading with several versions', '## [Unreleased]\n- b\n\n## [1.1.0/0.67.0]\n- a\n'],
    ['an underlined heading', '1.1.0 / 2020-01-01\n=====\n- a\n'],
    ['a heading with words behind it', '## v1.1.0 Beta\n- a\n'],
    ['a bold heading', '## **1.1.0**\n- a\n'],
    ['a short version', '## 1.1\n- a\n'],
    ['another prefix', '## my-chart-1.1.0\n- a\n'],
  ])('that is there by %s is not written again', (_, before) => {
    for (const format of changelogFormats) {
      expect(sectionOriginOf(before, 'v1.1.0', format)).toBe('there');
      expect(withSection(before, format, wanted())).toBe(before);
    }
  });

  it.each([
    ['a list of versions', '- 1.0.0 (2020-01-01)\n  - a\n', 'has a line that looks like the heading of a version'],
    ['bold lines', '# Changelog\n\n**v1.0.0**\n\n- a\n', 'has a line that looks like the heading of a version'],
    ['Debian', 'pkg (1.0.0-1) unstable; urgency=low\n\n  * a\n', 'has a line that looks like the heading of a version'],
    ['reST', '1.0.0\n~~~~~\n\n* a\n', 'has a line that looks like the heading of a version'],
    ['words in front', '## Changes in 1.0.0\n\n- a\n', 'has a line that looks like the heading of a version'],
    ['words behind', '## 1.2.0\n\n## 1.1.0 migration guide\n', 'has a heading that may be that of v1.1.0'],
    ['an Unreleased above a list', '## Unreleased\n\n- 1.0.0\n', 'has a line that looks like the heading of a version'],
  ])('is refused where headings cannot be read: %s', (_, before, message) => {
    expect(() => sectionOriginOf(before, 'v1.1.0', 'keep-a-changelog', 'NEWS.md')).toThrow(`NEWS.md ${message}`);
  });

  it.each([
    ['a title with a version', '# Changelog of 2.0\n'],
    ['links that nothing uses', '# C\n\n## [Unreleased]\n\n[1.0.0]: https://x\n'],
    ['a word about old versions', '# C\n\nFor 1.0 and before, see the wiki.\n'],
  ])('is written below %s', (_, before) => {
    expect(sectionOriginOf(before, 'v1.1.0', 'keep-a-changelog')).toBe('generated');
  });

  it('of a backport stands below newer ones, and takes nothing that is unreleased', () => {
    const before = `## [Unreleased]\n- mine\n\n## [2.0.0]\n- a\n\n## [1.0.0]\n- b\n\n[unreleased]: ${page}/compare/v2.0.0...HEAD\n[2.0.0]: ${page}/x\n[1.0.0]: ${page}/y\n`;
    const after = before
      .replace('## [1.0.0]', `## [1.1.0]\n\n${groups}\n## [1.0.0]`)
      .replace('[1.0.0]: ', `[1.1.0]: ${page}/compare/v1.0.0...v1.1.0\n[1.0.0]: `);
    expect(sectionOriginOf(before, 'v1.1.0', 'keep-a-changelog')).toBe('generated');
    expect(kept(before)).toBe(after);
  });

  it('older than all others stands below them, before what ends the file', () => {
    const before = '## 2.0.0\n- a\n\n[x]: https://x\n';
    expect(kept(before, { items: [] })).toBe('## 2.0.0\n- a\n\n## 1.1.0\n\n[x]: https://x\n');
  });
});

describe('a title', () => {
  it.each([
    [
      'Add [link](https://x) and *stars* in snake_case',
      'Add \\[link\\]\\(https://x\\) and \\*stars\\* in snake\\_case',
    ],
    ['Fix <script> of @mona, #12', 'Fix \\<script\\> of @mona, \\#12'],
    ['Keep `a_b[0]` and ``c`d*``', 'Keep `a_b[0]` and ``c`d*``'],
    ['One ` mark <b>', 'One \\` mark \\<b\\>'],
    ['back\\slash', 'back\\\\slash'],
    ['two\r\nlines\u0007', 'two lines'],
    ['- a list', '\\- a list'],
    ['1. a list', '1\\. a list'],
    ['2026 is a year', '2026 is a year'],
    ['# a heading', '\\# a heading'],
  ])('%j stays what it is', (title, markdown) => {
    expect(escapedTitle(title)).toBe(markdown);
  });
});

describe('every changelog', async () => {
  const fixtures = join(import.meta.dirname, '../fixtures');
  const real = await Array.fromAsync(glob('**/CHANGELOG.md', { cwd: fixtures }));
  const texts = await Promise.all(real.map((file) => readFile(join(fixtures, file), 'utf8')));
  const made = [
    '',
    '# C\n\n## [Unreleased]\n\n- a\n\n## [1.0.0]\n- b\n\n[x]: https://x\n',
    '## [Unreleased]\n\n```\n## 0.0.1\n```\n',
    '\uFEFF# C\n\nNo line end',
  ];
  const all = [...texts, ...made].flatMap((text) => [text, text.replaceAll('\n', '\r\n')]);
  const versions = ['99.0.0', 'v2.0.7', '2.0.7.1', '0.0.1', '1.0.0.dev0'];
  const cases = all.flatMap((text) =>
    versions.flatMap((version) => changelogFormats.map((format) => ({ text, version, format }))),
  );

  it('gets one more section, keeps all other bytes, and stays as it is from then on', () => {
    for (const { text, version, format } of cases) {
      const section = wanted({ version, tag: version, previous: '0.0.0' });
      const after = withSection(text, format, section);
      expect(isInsertedInto(text, after)).toBe(true);
      expect(sectionOf(after, version)).not.toBe('');
      expect(sectionOriginOf(after, version, format)).toBe('there');
      expect(withSection(after, format, section)).toBe(after);
      if (text.includes('\r\n')) expect(after).not.toMatch(/[^\r]\n/);
    }
    expect(cases.length).toBeGreaterThan(100);
  });
});

/** How many characters two texts begin with alike. */
function alike(one: readonly string[], other: readonly string[]): number {
  const first = one.findIndex((character, index) => character !== other[index]);
  return first === -1 ? one.length : first;
}

function isInsertedInto(before: string, after: string): boolean {
  const [old, all] = [before.split(''), after.split('')];
  return alike(old, all) + alike(old.toReversed(), all.toReversed()) >= old.length && all.length > old.length;
}
