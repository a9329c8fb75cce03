import { describe, expect, it } from 'vitest';
import { attempt, ReleaseError } from '../../src/domain/error.ts';
import { parseFileLine, refuseUnfitFiles } from '../../src/domain/releases/release-files.ts';
import { assetName } from '../../src/embedded/github/releases/asset-names.ts';

const file = (name: string, size = 1, folder = 'dist') => ({ path: `${folder}/${name}`, name, label: undefined, size });

describe('a line of files', () => {
  it.each([
    ['dist/*.whl', 'dist/*.whl', undefined],
    ['dist/*.tgz # Helm chart ', 'dist/*.tgz', 'Helm chart'],
    ['a#b#c', 'a', 'b#c'],
    ['a#', 'a', undefined],
  ])('%j is a pattern and a label', (line, pattern, label) => {
    expect(parseFileLine(line)).toEqual({ pattern, label });
  });

  it('names a file', () => {
    expect(() => parseFileLine('#label')).toThrow(/names no file/);
  });
});

describe('files', () => {
  const names = ['a.tgz', 'a_b-c+d@e.1', 'A', 'x'.repeat(200), 'SHA256SUMS', '1'];
  const renamed = [
    'a b.tgz',
    'a~1',
    'a..b',
    '.hidden',
    'a.',
    'é.txt',
    'Łatka.txt',
    '日本.txt',
    'a/b',
    '$(id)',
    'a:b',
    'a%b',
    '.',
  ];

  it.each(names)('named %s are taken, and keep their names', (name) => {
    expect(assetName(name)).toBe(name);
    expect(() => refuseUnfitFiles([file(name)])).not.toThrow();
  });

  it.each(renamed)('named %s are refused, because GitHub renames them', (name) => {
    expect(assetName(name)).not.toBe(name);
    expect(() => refuseUnfitFiles([file(name)])).toThrow(/^GitHub would rename /);
  });

  it.each([
    ['of 0 bytes', [file('a', 0)], 'dist/a is empty. GitHub refuses empty files.'],
    ['of 2 GiB', [file('a', 2 ** 31)], 'dist/a has 2147483648 bytes. GitHub accepts files of less than 2147483648.'],
    [
      'with names that differ in case only',
      [file('A'), file('a')],
      'dist/A and dist/a would have the same name in the release.',
    ],
    [
      'of one name in two folders',
      [file('a', 1, 'x'), file('a', 1, 'y')],
      'x/a and y/a would have the same name in the release.',
    ],
    [
      'of which there are 1,001',
      Array.from({ length: 1001 }, (_, index) => file(`f${index}`)),
      'There are 1001 files. A release can have at most 1000.',
    ],
  ])('%s are refused', (_, files, message) => {
    expect(() => refuseUnfitFiles(files)).toThrow(message);
  });

  it('of which there are 1,000, each just below 2 GiB, are taken', () => {
    expect(() =>
      refuseUnfitFiles(Array.from({ length: 1000 }, (_, index) => file(`f${index}`, 2 ** 31 - 1))),
    ).not.toThrow();
  });

  it('are refused all at once', () => {
    const refused = attempt(() => refuseUnfitFiles([file('a', 0), file('b c')]));
    expect(refused instanceof ReleaseError && refused.reasons).toHaveLength(2);
  });
});
