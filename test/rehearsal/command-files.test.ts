import { appendFile, lstat, mkdir, mkdtempDisposable, readdir, readFile, rm, stat, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
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

it('are given back, and a later step gets them empty and under other names', async () => {
  await using temp = await mkdtempDisposable(join(tmpdir(), 'command-files-'));
  const folder = new CommandFolder(temp.path);
  const first = folder.take();
  const { GITHUB_OUTPUT, GITHUB_ENV } = first.environment;
  await appendFile(GITHUB_OUTPUT, 'a=1\n');
  const { ino } = await stat(GITHUB_OUTPUT);
  folder.giveBack(first);
  folder.prepare();
  await appendFile(GITHUB_ENV, 'LATE=1\n'); // as what still knows the old name would
  const second = folder.take();
  expect(second.pairs('GITHUB_OUTPUT')).toEqual({});
  expect(second.pairs('GITHUB_ENV')).toEqual({});
  expect((await stat(second.environment.GITHUB_OUTPUT)).ino).toBe(ino);
});

it.each<[what: string, replace: (path: string) => Promise<void>]>([
  ['a folder', (path) => mkdir(path)],
  ['a link', (path) => symlink('/etc/passwd', path)],
  ['nothing', async () => {}],
])('are made anew if a step has put %s in the place of one', async (_, replace) => {
  await using temp = await mkdtempDisposable(join(tmpdir(), 'command-files-'));
  const folder = new CommandFolder(temp.path);
  const first = folder.take();
  await rm(first.environment.GITHUB_ENV);
  await replace(first.environment.GITHUB_ENV);
  folder.giveBack(first);
  folder.prepare();
  const { GITHUB_ENV } = folder.take().environment;
  expect((await lstat(GITHUB_ENV)).isFile()).toBe(true);
  expect(await readFile(GITHUB_ENV, 'utf8')).toBe('');
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

it('have a script for each step, also after a step has removed their folder', async () => {
  await using scratch = await mkdtempDisposable(join(tmpdir(), 'command-files-'));
  const temp = join(scratch.path, 'temp');
  const folder = new CommandFolder(temp);
  folder.prepare();
  const written = new Set<string>();
  for (const [text, extension] of [
    ['echo a', '.sh'],
    ['print("b")', '.py'],
    ['echo c', '.sh'],
  ] as const) {
    const path = folder.writeScript(text, extension);
    expect(await readFile(path, 'utf8')).toBe(text);
    expect(extname(path)).toBe(extension);
    written.add(path);
    folder.prepare();
    await rm(temp, { recursive: true });
  }
  expect(written.size).toBe(3);
});
