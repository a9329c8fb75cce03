import { mkdtempDisposable, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { systemRefusal } from '../../src/world/system-refusal.ts';

const said = (error: unknown, during?: string) => {
  const { message, fix } = systemRefusal(error, during) ?? {};
  return `${message} ${fix}`;
};
const again = 'and run it again. What is already done is not repeated.';

describe('what Node throws for the operating system', () => {
  it.each<[what: string, go: (folder: string) => Promise<unknown>, text: string]>([
    [
      'a folder that is read',
      (at) => readFile(at),
      `read failed: it is a folder. Remove or rename the folder, ${again}`,
    ],
    [
      'a folder that is removed like a file',
      (at) => rm(at),
      `rm of "FOLDER" failed: it is a folder. Remove or rename the folder, ${again}`,
    ],
    [
      'a file used as a folder',
      (at) => writeFile(join(at, 'file/below'), ''),
      `open of "FOLDER/file/below" failed: a part of the path is a file, not a folder. Remove or rename the file, ${again}`,
    ],
    [
      'nothing',
      (at) => rename(join(at, 'nothing'), join(at, 'other')),
      `rename of "FOLDER/nothing" failed: there is no such file or folder. Create it, or correct the path or the variable that names it, ${again}`,
    ],
    [
      'links in a circle',
      (at) => readFile(join(at, 'link')),
      `open of "FOLDER/link" failed: its symbolic links lead to each other. Remove the links, ${again}`,
    ],
    [
      'a long name',
      (at) => writeFile(join(at, 'x'.repeat(256)), ''),
      `open of "FOLDER/${'x'.repeat(256)}" failed: the name is too long. Use a shorter name, ${again}`,
    ],
  ])('says what to do: %s', async (_, go, text) => {
    await using folder = await mkdtempDisposable(join(tmpdir(), 'refusal-'));
    await Promise.all([writeFile(join(folder.path, 'file'), ''), symlink('link', join(folder.path, 'link'))]);
    const error: unknown = await go(folder.path).catch((thrown: unknown) => thrown);
    expect(said(error).replaceAll(folder.path, 'FOLDER')).toBe(text);
  });

  it.each([
    ['ENOSPC', 'there is no space left on the disk', 'Free space on the disk'],
    ['EDQUOT', 'the quota of this user is used up', 'Free space on the disk, or raise the quota'],
    ['EFBIG', 'the file would be longer than this system allows', 'Raise the limit (ulimit -f)'],
    [
      'EROFS',
      'the disk is read-only',
      'Use a workspace, and a temporary folder (RUNNER_TEMP, TMPDIR), on another disk',
    ],
    ['EACCES', 'this user has no permission', 'Let this user read and write there, also in the folder around it'],
    ['EPERM', 'this user has no permission', 'Let this user read and write there, also in the folder around it'],
    ['EBUSY', 'another program uses it', 'Wait until that program has ended'],
    ['ETXTBSY', 'another program uses it', 'Wait until that program has ended'],
    ['EIO', 'the disk does not work', 'Use another disk'],
    ['EMFILE', 'too many files are open', 'Raise the limit (ulimit -n)'],
    ['ENFILE', 'too many files are open', 'End other programs'],
    ['ENOMEM', 'there is no memory left', 'End other programs, or use a larger runner'],
    ['EAGAIN', 'there are too many processes', 'End other programs, or use a larger runner'],
    ['E2BIG', 'its arguments are too long', 'Name fewer files or tags'],
  ])('says what to do: %s', (code, reason, fix) => {
    const error = Object.assign(new Error(code), { code, syscall: 'spawn git', path: 'git' });
    expect(said(error, 'Push tag v1 to origin')).toBe(
      `Push tag v1 to origin: spawn of "git" failed: ${reason}. ${fix}, ${again}`,
    );
  });

  it('is a bug if it is anything else', () => {
    const unknown = Object.assign(new Error('EXDEV'), { code: 'EXDEV', syscall: 'rename' });
    expect([unknown, new TypeError('x'), 'x'].map((error) => systemRefusal(error, undefined))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
