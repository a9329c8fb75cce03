import { mkdir, mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Files } from '../../src/world/files.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'files-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const files = () =>
  new Files({
    env: {},
    workspace: folder,
    token: undefined,
    isJobToken: false,
    signal: new AbortController().signal,
    progress: () => {},
    pace: 1,
  });

describe('a text', () => {
  it('is read as it is, byte order mark and all', async () => {
    await writeFile(join(folder, 'a.txt'), '\uFEFFa\r\n');
    expect(await files().text('a.txt')).toBe('\uFEFFa\r\n');
  });

  it.each([
    ['missing.txt', async () => {}, 'There is no file missing.txt.'],
    ['folder', (path: string) => mkdir(path), 'folder cannot be read.'],
    ['binary', (path: string) => writeFile(path, Buffer.from([0xff])), 'binary is not UTF-8.'],
    [
      'large',
      (path: string) => writeFile(path, Buffer.alloc(11 * 1024 * 1024, 'a')),
      'large has 11534336 bytes; 10485760 is the bound here.',
    ],
    ['outward', (path: string) => symlink('/etc/hostname', path), 'outward leads out of the workspace.'],
    ['dangling', (path: string) => symlink('nowhere', path), 'There is no file dangling.'],
  ])('%s is refused', async (name, arrange, reason) => {
    await arrange(join(folder, name));
    await expect(files().text(name)).rejects.toThrow(reason);
  });

  it('may be behind a link that stays inside', async () => {
    await writeFile(join(folder, 'target.txt'), 'inside');
    await symlink('target.txt', join(folder, 'link.txt'));
    expect(await files().text('link.txt')).toBe('inside');
  });
});

it('a scratch file is for this user only, outside the workspace, and gone with the run', async () => {
  const port = files();
  const file = await port.scratchFile('key', 'hush');
  expect(await readFile(file, 'utf8')).toBe('hush');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect((await stat(dirname(file))).mode & 0o777).toBe(0o700);
  expect(file.startsWith(folder)).toBe(false);
  await port[Symbol.asyncDispose]();
  await expect(stat(dirname(file))).rejects.toThrow('ENOENT');
});
