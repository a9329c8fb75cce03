import { mkdir, mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { expect, it } from 'vitest';
import { programIn, shellOf } from '../../src/rehearsal/steps/shells.ts';

it('a program is found where a step has installed it, and a folder of its name is none', async () => {
  await using scratch = await mkdtempDisposable(join(tmpdir(), 'shells-'));
  const [first, second] = ['first', 'second'].map((name) => join(scratch.path, name)) as [string, string];
  await mkdir(join(first, 'python'), { recursive: true });
  await mkdir(second);
  const searchPath = ['', 'relative', first, second].join(delimiter);
  expect(programIn('python', searchPath)).toBeUndefined();
  expect(shellOf('python', searchPath, 'Linux').command).toBe('python3');
  await writeFile(join(second, 'python'), '#!/bin/sh\n', { mode: 0o755 });
  expect(programIn('python', searchPath)).toBe(join(second, 'python'));
  expect(shellOf('python', searchPath, 'Linux').command).toBe('python');
});
