import { describe, expect, it } from 'vitest';
import { unifiedDiff } from '../../src/domain/diff.ts';

const noNewline = String.raw`\ No newline at end of file`;

describe('a diff shows', () => {
  it.each([
    ['nothing where nothing changed', 'a\n', 'a\n', []],
    ['a line', 'a\nb\nc\n', 'a\nB\nc\n', ['@@ -1,3 +1,3 @@', ' a', '-b', '+B', ' c']],
    [
      'two lines apart, each with its neighbours',
      'a\nb\nc\nd\ne\nf\n',
      'A\nb\nc\nd\ne\nF\n',
      ['@@ -1,2 +1,2 @@', '-a', '+A', ' b', '@@ -5,2 +5,2 @@', ' e', '-f', '+F'],
    ],
    ['an added line', 'a\nc\n', 'a\nb\nc\n', ['@@ -1,2 +1,3 @@', ' a', '+b', ' c']],
    ['lines taken away', 'a\nb\nb\nc\n', 'a\nc\n', ['@@ -1,4 +1,2 @@', ' a', '-b', '-b', ' c']],
    ['all of it where nothing stays', 'a\n', '', ['@@ -1,1 +0,0 @@', '-a']],
    ['all of it where nothing was', '', 'a\n', ['@@ -0,0 +1,1 @@', '+a']],
    ['a newline that comes at the end', 'a', 'a\n', ['@@ -1,1 +1,1 @@', '-a', noNewline, '+a']],
    ['a newline that goes from the end', 'a\n', 'a', ['@@ -1,1 +1,1 @@', '-a', '+a', noNewline]],
    [
      'that there is no newline at the end, before or after',
      'a\nb',
      'a\nc',
      ['@@ -1,2 +1,2 @@', ' a', '-b', noNewline, '+c', noNewline],
    ],
    ['the only line of a file without a newline', '', 'a', ['@@ -0,0 +1,1 @@', '+a', noNewline]],
    ['an empty line at the end', 'a\n', 'a\n\n', ['@@ -1,1 +1,2 @@', ' a', '+']],
    ['CRLF as it is', 'a\r\nb\r\n', 'a\r\nB\r\n', ['@@ -1,2 +1,2 @@', ' a\r', '-b\r', '+B\r']],
    ['lines that became CRLF', 'a\n', 'a\r\n', ['@@ -1,1 +1,1 @@', '-a', '+a\r']],
    ['a byte order mark as it is', '\uFEFFa\nb\n', '\uFEFFa\nB\n', ['@@ -1,2 +1,2 @@', ' \uFEFFa', '-b', '+B']],
    ['a byte order mark that goes', '\uFEFFa\n', 'a\n', ['@@ -1,1 +1,1 @@', '-\uFEFFa', '+a']],
    ['a lone CR inside its line', 'a\rb\n', 'a\rc\n', ['@@ -1,1 +1,1 @@', '-a\rb', '+a\rc']],
    ['lines that look like headers', '-- a/f\n', '++ b/f\n', ['@@ -1,1 +1,1 @@', '--- a/f', '+++ b/f']],
  ])('%s', async (_, before, after, hunks) => {
    const header = hunks.length === 0 ? [] : ['--- a/f', '+++ b/f'];
    expect(await unifiedDiff('f', before, after)).toBe([...header, ...hunks].join('\n'));
  });

  it('a new heading and a new link of a long changelog in eleven lines', async () => {
    const entries = Array.from({ length: 380 }, (_, index) => (index % 10 === 0 ? `\n## 1.${index}.0\n` : '- x\n'));
    const before = `# Changelog\n\n## [Unreleased]\n\n### Added\n\n- y\n${entries.join('')}\n[Unreleased]: l\n[1.1]: m\n`;
    const after = before.replace('ed]\n', 'ed]\n\n## [1.2]\n').replace('[1.1]: m', '[1.2]: n\n[1.1]: m');
    expect((await unifiedDiff('CHANGELOG.md', before, after)).split('\n')).toEqual([
      '--- a/CHANGELOG.md',
      '+++ b/CHANGELOG.md',
      '@@ -4,2 +4,4 @@',
      ' ',
      '+## [1.2]',
      '+',
      ' ### Added',
      '@@ -427,2 +429,3 @@',
      ' [Unreleased]: l',
      '+[1.2]: n',
      ' [1.1]: m',
    ]);
  });
});

const lines = (count: number, text: (index: number) => string | number) =>
  Array.from({ length: count }, (_, index) => `${text(index)}\n`).join('');

describe('a huge file', () => {
  it('is compared as a whole where few lines differ', async () => {
    const before = lines(200_000, (index) => index % 3);
    const after = before.replace(/\n$/, '\nlast\n').replace('0\n', 'first\n');
    expect(await unifiedDiff('f', before, after)).toContain(
      '@@ -1,2 +1,2 @@\n-0\n+first\n 1\n@@ -200000,1 +200000,2 @@',
    );
  });

  it.each([
    ['have nothing in common', lines(20_000, (index) => `a${index}`), lines(30_000, (index) => `b${index}`)],
    ['are all new', '', lines(20_000, (index) => index)],
    ['repeat', lines(200_000, (index) => index % 3), lines(300_000, (index) => (index % 5) % 3)],
  ])('shows only its length, after a few seconds at most, where the lines %s', async (_, before, after) => {
    const start = performance.now();
    const told = (await unifiedDiff('f', before, after)).split('\n');
    expect(told.slice(0, 2)).toEqual(['--- a/f', '+++ b/f']);
    expect(told.slice(2)).toEqual([expect.stringMatching(/^Too many lines differ .* [23]00?000 after\.$/)]);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
