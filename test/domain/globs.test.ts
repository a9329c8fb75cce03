import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { attempt } from '../../src/domain/error.ts';
import { refuseCostlyGlob } from '../../src/domain/globs.ts';

const fix = 'Write several globs that are simpler, or ** for all files and folders below a folder.';

describe('a glob is refused', () => {
  it.each([
    ['{1..9999999}', 'The glob "{1..9999999}" stands for 9999999 globs, because of its braces. The limit is 100.'],
    [
      'a/{1..100..-1}{x,y}',
      'The glob "a/{1..100..-1}{x,y}" stands for 200 globs, because of its braces. The limit is 100.',
    ],
    [
      '{a..z}/{1,2,{3..5}}',
      'The glob "{a..z}/{1,2,{3..5}}" stands for 130 globs, because of its braces. The limit is 100.',
    ],
    ['\\{1..101}', 'The glob "\\{1..101}" stands for 101 globs, because of its braces. The limit is 100.'],
    ['x/*a*a*a*b/**', 'The glob "x/*a*a*a*b/**" has 4 stars between two slashes. The limit is 3.'],
    [`${'a*'.repeat(25)}b`, `The glob "${'a*'.repeat(25)}b" has 25 stars between two slashes. The limit is 3.`],
    ['+(a|aa)b', 'The glob "+(a|aa)b" has a repeated group, such as +(…), which is not supported.'],
    ['a'.repeat(1001), `The glob "${'a'.repeat(80)}…" has 1001 characters. The limit is 1000.`],
  ])('%.40s', (glob, message) => {
    const refused = attempt(() => refuseCostlyGlob(glob));
    expect(refused).toMatchObject({ name: 'ReleaseError', fix });
    expect(String(refused)).toContain(message);
  });
});

describe('a glob is used, and is fast with the worst name', () => {
  const name = 'a'.repeat(255);
  it.each([
    'dist/*.tgz',
    '**/*-*-*.tar.gz',
    'src/*/overlays/{aws,azure,gcp}/**/kustomization.y{a,}ml',
    '**/a/**/a/**/a/**',
    '{1..100}',
    '}{a,b}',
    '*a*a*b',
    '[a-z]'.repeat(100),
    '@(a|aa)?(a)!(b)c',
  ])('%.60s', (glob) => {
    refuseCostlyGlob(glob);
    const before = performance.now();
    posix.matchesGlob(name, glob);
    expect(performance.now() - before).toBeLessThan(2000);
  });
});
