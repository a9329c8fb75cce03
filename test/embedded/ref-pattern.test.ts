import { expect, it } from 'vitest';
import { fitsPattern } from '../../src/embedded/github/rules/ref-pattern.ts';

it.each([
  ['refs/heads/*', 'refs/heads/main', true],
  ['refs/heads/*', 'refs/heads/a/b', false],
  ['refs/heads/release/**', 'refs/heads/release/a/b', false],
  ['refs/heads/**/*', 'refs/heads/a/b/c', true],
  ['refs/heads/**/*', 'refs/heads/a', true],
  ['refs/heads/v[0-9].?', 'refs/heads/v1.x', true],
  ['refs/heads/v[!0-9]', 'refs/heads/v1', false],
  ['refs/heads/v1.0', 'refs/heads/v1x0', false],
  ['refs/heads/a\\*', 'refs/heads/a*', true],
])('the pattern %s matches %s: %s', (pattern, ref, fits) => {
  expect(fitsPattern(ref, pattern)).toBe(fits);
});
