import { appendFile, mkdir, mkdtempDisposable, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { CommandFiles, CommandFolder } from '../../src/rehearsal/steps/command-files.ts';

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

it('are made for the next step while one runs, and anew if that one touched them', async () => {
  await using temp = await mkdtempDisposable(join(tmpdir(), 'command-files-'));
  const folder = new CommandFolder(temp.path);
  const taken = new Set<string>();
  const take = async () => {
    const { GITHUB_OUTPUT } = folder.take().environment;
    taken.add(GITHUB_OUTPUT);
    folder.prepare();
    return [GITHUB_OUTPUT, await readFile(GITHUB_OUTPUT, 'utf8')] as const;
  };
  const [first] = await take();
  const made = await readdir(dirname(first));
  expect(made).toHaveLength(10);
  for (const name of made) await appendFile(join(dirname(first), name), 'version=1\n');
  expect(await take()).toEqual([expect.not.stringMatching(first), '']);
  await rm(dirname(first), { recursive: true });
  expect(await take()).toEqual([expect.any(String), '']);
  expect(taken.size).toBe(3);
});
