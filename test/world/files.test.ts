import { chmod, mkdir, mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { promisify } from 'node:util';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Archives } from '../../src/world/archives.ts';
import { Moved } from '../../src/world/change.ts';
import { Files } from '../../src/world/files.ts';
import { hostOf, nothingMade } from '../support/host.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'files-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A socket stays where it is when its server ends without closing it. */
async function listenAt(path: string): Promise<void> {
  const source = `require('node:net').createServer().listen(${JSON.stringify(path)}, () => process.kill(process.pid))`;
  await promisify(execFile)(process.execPath, ['--eval', source]).catch(() => {});
}

const files = () => new Files(hostOf({ workspace: folder }));

it('the checksum of a file is another one after it was written to, even with the same size', async () => {
  const seen = files();
  await writeFile(join(folder, 'asset.bin'), 'one');
  const measured = await seen.measure('asset.bin');
  const first = await seen.digest(measured);
  expect(await seen.digest(measured)).toBe(first);
  await writeFile(join(folder, 'asset.bin'), 'two');
  expect(await seen.digest(measured)).not.toBe(first);
});

describe('a text', () => {
  it('is read as it is, byte order mark and all', async () => {
    await writeFile(join(folder, 'a.txt'), '\uFEFFa\r\n');
    expect(await files().text('a.txt')).toBe('\uFEFFa\r\n');
  });

  it.each([
    ['missing.txt', async () => {}, 'There is no file missing.txt.'],
    ['folder', (path: string) => mkdir(path), 'folder is a folder, not a file.'],
    ['binary', (path: string) => writeFile(path, Buffer.from([0xff])), 'binary is not UTF-8.'],
    [
      'large',
      (path: string) => writeFile(path, Buffer.alloc(11 * 1024 * 1024, 'a')),
      'large has 11534336 bytes. The limit is 10485760.',
    ],
    ['pipe', (path: string) => promisify(execFile)('mkfifo', [path]), 'pipe is not a regular file.'],
    ['socket', listenAt, 'socket cannot be read.'],
    ['device', (path: string) => symlink('/dev/zero', path), 'device is outside the workspace.'],
    ['outward', (path: string) => symlink('/etc/hostname', path), 'outward is outside the workspace.'],
    ['dangling', (path: string) => symlink('nowhere', path), 'There is no file dangling.'],
  ])('%s is refused', async (name, arrange, reason) => {
    await arrange(join(folder, name));
    await expect(files().text(name)).rejects.toThrow(reason);
  });

  it('that cannot be opened is refused with what to give instead', async () => {
    await symlink('circle', join(folder, 'circle'));
    await expect(files().text('circle')).rejects.toMatchObject({
      message: 'circle cannot be read: its symbolic links form a circle.',
      fix: 'Give the path of a file that can be read.',
    });
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

describe('a file that is to be edited', () => {
  it('gets its new text at once, with its mode, and leaves nothing beside it', async () => {
    await writeFile(join(folder, 'script.sh'), 'old', { mode: 0o755 });
    const port = files();
    const change = await port.edit(await port.look('script.sh'), 'new', { title: 'Edit script.sh' });
    await change?.apply(nothingMade);
    expect(await readFile(join(folder, 'script.sh'), 'utf8')).toBe('new');
    expect((await stat(join(folder, 'script.sh'))).mode & 0o777).toBe(0o755);
    expect(await port.find('script.sh*', 'file')).toEqual(['script.sh']);
  });

  it.each([0o664, 0o755, 0o600])('keeps its mode %o, whatever the umask is', async (mode) => {
    await writeFile(join(folder, 'mode.txt'), `old ${mode}`);
    await chmod(join(folder, 'mode.txt'), mode);
    const port = files();
    const change = await port.edit(await port.look('mode.txt'), 'new', { title: 'Edit mode.txt' });
    const umask = process.umask(0o077);
    await change?.apply(nothingMade).finally(() => process.umask(umask));
    expect((await stat(join(folder, 'mode.txt'))).mode & 0o7777).toBe(mode);
  });

  it('is left alone, and looked at again, where somebody changed it meanwhile', async () => {
    await writeFile(join(folder, 'raced.txt'), 'seen');
    const port = files();
    const change = await port.edit(await port.look('raced.txt'), 'mine', { title: 'Edit raced.txt' });
    await writeFile(join(folder, 'raced.txt'), 'theirs');
    await expect(change?.apply(nothingMade)).rejects.toThrow(Moved);
    expect(await readFile(join(folder, 'raced.txt'), 'utf8')).toBe('theirs');
  });

  it('must not be behind a link', async () => {
    await writeFile(join(folder, 'real.txt'), 'a');
    await symlink('real.txt', join(folder, 'alias.txt'));
    await expect(files().look('alias.txt')).rejects.toThrow('alias.txt leads through a symbolic link to real.txt.');
  });
});

describe('a pattern', () => {
  it.each(['../*', '../a.txt', 'a/../../b', '..'])('%s leads out of the workspace', async (pattern) => {
    await expect(files().find(pattern, 'file')).rejects.toThrow(`${pattern} is outside the workspace.`);
  });

  it('is a path where that exists, though it reads like a glob', async () => {
    await mkdir(join(folder, '{(app)}'));
    expect(await files().find('{(app)}', 'folder')).toEqual(['{(app)}']);
  });

  it('means files or folders, never what git or npm keep', async () => {
    await Promise.all(
      ['.git', 'node_modules', 'charts/a', 'charts/b'].map((path) => mkdir(join(folder, path), { recursive: true })),
    );
    await Promise.all(['.git/c', 'node_modules/c', 'charts/c'].map((path) => writeFile(join(folder, path), '')));
    expect(await files().find('charts/*', 'folder')).toEqual(['charts/a', 'charts/b']);
    expect(await files().find('**/c', 'file')).toEqual(['charts/c']);
  });

  it('that means nothing is a mistake', async () => {
    await expect(files().find('nowhere/*', 'file')).rejects.toThrow('Nothing matches nowhere/*.');
  });
});

it('a glob that matches more files than a release ever has is refused', async () => {
  await mkdir(join(folder, 'many'));
  for (let index = 0; index <= 10_000; index++) writeFileSync(join(folder, 'many', `${index}`), '');
  await expect(files().find('many/*', 'file')).rejects.toMatchObject({
    message: 'many/* matches more than 10000 files, which is the limit.',
    fix: 'Give a narrower pattern.',
  });
});

it('a folder with more in it than an archive ever has is refused', async () => {
  for (const name of ['full/a', 'full/b']) await mkdir(join(folder, name), { recursive: true });
  const archives = new Archives(hostOf({ workspace: folder }), files());
  expect(await archives.look('full', 2)).toHaveLength(2);
  await expect(archives.look('full', 1)).rejects.toMatchObject({
    message: 'full has more than 1 files and folders, which is the limit.',
    fix: 'Give a folder with less in it.',
  });
});
