import { describe, expect, it } from 'vitest';
import { placeSentence, placesIn } from '../../src/domain/place.ts';
import type { Place } from '../../src/domain/place.ts';
import { unifiedDiff } from '../../src/domain/diff.ts';

const file = { file: 'a.txt', line: 3 };

describe('a place is told', () => {
  it.each<[Place, string]>([
    [{ at: file, name: 'version', actual: '0.1.0', wanted: '0.2.0' }, 'a.txt has version 0.1.0, not 0.2.0.'],
    [{ at: file, name: 'version', actual: undefined, wanted: '0.2.0' }, 'a.txt has no version; it should be 0.2.0.'],
    [{ at: file, name: 'x', actual: 'two words', wanted: '' }, 'a.txt has x "two words", not "".'],
    [{ at: file, actual: '0.1.0', wanted: '0.2.0' }, 'a.txt has 0.1.0, not 0.2.0.'],
    [{ at: file, actual: undefined, wanted: '## 1.1.0' }, 'a.txt has no line "## 1.1.0".'],
    [{ at: file, actual: 'old', wanted: undefined }, 'a.txt has the line old, which should go.'],
    [{ at: 'main', name: 'file b', actual: '1a2b', wanted: undefined }, 'main has file b, which should go.'],
    [
      { at: 'origin', name: 'tag v1', actual: undefined, wanted: 'at 1a2b' },
      'origin has no tag v1; it should be at 1a2b.',
    ],
    [{ at: 'origin', name: 'tag v1', actual: 'at 1a', wanted: 'at 2b' }, 'origin has tag v1 at 1a, not at 2b.'],
    [{ at: file, actual: 'x'.repeat(81), wanted: 'a\u202eb' }, `a.txt has "${'x'.repeat(80)}…", not 'a\\u202eb'.`],
  ])('%j', (place, said) => expect(placeSentence(place)).toBe(said));
});

describe('the places of a diff', () => {
  it.each<[string, string, string, readonly unknown[]]>([
    ['a line', 'a\nb\nc\n', 'a\nB\nc\n', [[2, 'b', 'B']]],
    ['lines apart', 'a\nb\nc\nd\ne\nf\n', 'A\nb\nc\nd\ne\nF\n', [[1, 'a', 'A'], [6, 'f', 'F']]], // prettier-ignore
    ['several lines together', 'a\nb\nc\n', 'a\nB\nC\n', [[2, 'b', 'B']]],
    ['an added line', 'a\nc\n', 'a\nb\nc\n', [[2, undefined, 'b']]],
    ['a line taken away', 'a\nb\nc\n', 'a\nc\n', [[2, 'b', undefined]]],
    ['the first line of an empty file', '', 'a\n', [[1, undefined, 'a']]],
    ['indentation that stays', '  a: 1\n', '  a: 2\n', [[1, 'a: 1', 'a: 2']]],
    ['indentation that changes', ' a\n', '  a\n', [[1, ' a', '  a']]],
    ['only a newline at the end', 'a', 'a\n', []],
    ['a value without a newline', 'a', 'b', [[1, 'a', 'b']]],
    ['lines that look like headers', '-- a/f\n', '++ b/f\n', [[1, '-- a/f', '++ b/f']]],
    ['nothing', 'a\n', 'a\n', []],
  ])('%s', async (_, before, after, places) => {
    const found = placesIn(await unifiedDiff('f', before, after), 'f');
    expect(found.map(({ at, actual, wanted }) => [(at as { line: number }).line, actual, wanted])).toEqual(places);
  });

  it('are ten at most', async () => {
    const lines = (text: string) => Array.from({ length: 60 }, (_, index) => (index % 5 === 0 ? text : '')).join('\n');
    expect(placesIn(await unifiedDiff('f', lines('a'), lines('b')), 'f')).toHaveLength(10);
  });
});
