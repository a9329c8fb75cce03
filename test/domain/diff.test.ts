import { expect, it } from 'vitest';
import { unifiedDiff } from '../../src/domain/diff.ts';

it.each([
  ['nothing', 'a\n', 'a\n', ''],
  ['a line', 'a\nb\nc\n', 'a\nB\nc\n', '@@ -2 +2 @@\n-b\n+B'],
  ['two lines apart', 'a\nb\nc\n', 'A\nb\nC\n', '@@ -1 +1 @@\n-a\n+A\n@@ -3 +3 @@\n-c\n+C'],
  ['an added line', 'a\nc\n', 'a\nb\nc\n', '@@ -1,0 +2 @@\n+b'],
  ['lines taken away', 'a\nb\nb\nc\n', 'a\nc\n', '@@ -2,2 +1,0 @@\n-b\n-b'],
  ['all of it', 'a\n', '', '@@ -1 +0,0 @@\n-a'],
])('%s', (_, before, after, hunks) => {
  expect(unifiedDiff('f', before, after)).toBe(hunks === '' ? '' : `--- a/f\n+++ b/f\n${hunks}`);
});
