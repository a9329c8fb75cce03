import { appendFile, mkdir, mkdtempDisposable, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { CommandFiles } from '../../src/rehearsal/steps/command-files.ts';

it('say what a step has written, and nothing if the step has removed them', async () => {
  await using temp = await mkdtempDisposable(join(tmpdir(), 'command-files-'));
  const files = CommandFiles.create(temp.path);
  const { GITHUB_OUTPUT, GITHUB_PATH, GITHUB_STATE, GITHUB_STEP_SUMMARY } = files.environment;
  await appendFile(GITHUB_OUTPUT, 'a=1\n');
  await appendFile(GITHUB_PATH, '/first\n/second\n');
  await rm(GITHUB_STEP_SUMMARY);
  await rm(GITHUB_STATE);
  await mkdir(GITHUB_STATE);
  expect(files.pairs('GITHUB_OUTPUT')).toEqual({ a: '1' });
  expect(files.folders()).toEqual(['/second', '/first']);
  expect(files.pairs('GITHUB_ENV')).toEqual({});
  expect(files.pairs('GITHUB_STATE')).toEqual({});
  expect(files.summary()).toBe('');
});
