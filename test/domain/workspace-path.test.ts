import { posix, win32 } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseWorkspacePath, withSlashes } from '../../src/domain/workspace-path.ts';

describe('a path of the workspace on Windows', () => {
  it.each([
    ['charts\\app', 'charts/app'],
    ['charts/app', 'charts/app'],
    ['.\\charts\\..\\docs\\*.md', 'docs/*.md'],
    ['**\\go.mod', '**/go.mod'],
    ['.', '.'],
  ])('%s is %s to git', (text, path) => {
    expect(parseWorkspacePath(text, win32)).toBe(path);
  });

  it.each(['..\\x', 'a\\..\\..\\x', '\\x', 'C:\\x', 'C:x', '\\\\server\\share\\x', 'a.txt:stream', '..'])(
    '%s is refused',
    (text) => {
      expect(() => parseWorkspacePath(text, win32)).toThrow(/which is outside the workspace/);
    },
  );
});

describe('a path of the workspace on Linux and macOS', () => {
  it.each([
    ['a\\b', 'a\\b'],
    ['./a//b/', 'a/b/'],
    ['a:b', 'a:b'],
  ])('%s is %s', (text, path) => {
    expect(parseWorkspacePath(text, posix)).toBe(path);
  });

  it.each(['..', '../x', '/x'])('%s is refused', (text) => {
    expect(() => parseWorkspacePath(text, posix)).toThrow(/which is outside the workspace/);
  });
});

it('a path that was found has slashes', () => {
  expect(withSlashes('src\\webhook\\go.mod', win32.sep)).toBe('src/webhook/go.mod');
  expect(withSlashes('a\\b', posix.sep)).toBe('a\\b');
});
