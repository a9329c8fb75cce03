import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { runBundle } from '../support/bundle.ts';
import { mayMount } from '../support/mount.ts';
import { type ScratchRepository, scratchRepository } from '../support/repository.ts';

const run = promisify(execFile);
const isRoot = process.getuid?.() === 0;

const again = 'and run it again. What is already done is not repeated.';
const inputs = { values: 'values.yaml: { version: 1.1.0 }' };

/** A file of 100 kB, of which one line is to be edited. */
const file = `${`# ${'x'.repeat(97)}\n`.repeat(1000)}version: 1.0.0\n`;

const project = () => scratchRepository({ 'values.yaml': file });

/** A workspace on a disk of its own, on which the file has room once. */
async function smallDisk(options?: string): Promise<Workspace> {
  const folder = await mkdtempDisposable(join(tmpdir(), 'disk-'));
  await run('mount', ['-t', 'tmpfs', '-o', 'size=160k', 'tmpfs', folder.path]);
  await writeFile(join(folder.path, 'values.yaml'), file);
  if (options !== undefined) await run('mount', ['-o', `remount,${options}`, folder.path]);
  return {
    folder: folder.path,
    async [Symbol.asyncDispose]() {
      await run('umount', [folder.path]);
      await folder[Symbol.asyncDispose]();
    },
  };
}

/** A workspace in which no file may have more than 128 blocks of 512 bytes. */
async function limitedFiles(): Promise<Workspace> {
  const repo = await project();
  return {
    folder: repo.folder,
    through: ['sh', '-c', 'ulimit -f 128; exec "$@"', 'sh'],
    [Symbol.asyncDispose]: () => repo[Symbol.asyncDispose](),
  };
}

/** A workspace in whose folder this user may create no file. */
async function closedFolder(): Promise<ScratchRepository> {
  const repo = await project();
  await chmod(repo.folder, 0o555);
  return repo;
}

type Workspace = AsyncDisposable & { readonly folder: string; readonly through?: readonly string[] };
type Row = readonly [what: string, open: () => Promise<Workspace>, error: string];

const part = '"WORKSPACE/values.yaml.release-actions.part"';

// Only root may mount a disk. Only others are stopped by the mode of a folder.
const disks: readonly Row[] = [
  [
    'a full disk',
    () => smallDisk(),
    `Set version in values.yaml: write failed: there is no space left on the disk.\nFree space on the disk, ${again}`,
  ],
  [
    'a read-only disk',
    () => smallDisk('ro'),
    `Set version in values.yaml: open of ${part} failed: the disk is read-only.\nUse a workspace, and a temporary folder (RUNNER_TEMP, TMPDIR), on another disk, ${again}`,
  ],
];
const limits: readonly Row[] = [
  [
    'a limit for the length of files',
    limitedFiles,
    `Set version in values.yaml: write failed: the file would be longer than this system allows.\nRaise the limit (ulimit -f), ${again}`,
  ],
];
const folders: readonly Row[] = [
  [
    'a folder of which this user may only read',
    closedFolder,
    `Set version in values.yaml: open of ${part} failed: this user has no permission.\nLet this user read and write there, also in the folder around it, ${again}`,
  ],
];

async function errorsOf(workspace: Workspace) {
  const { through = [] } = workspace;
  const { exitCode, annotations } = await runBundle('set-values', workspace, { inputs, through });
  expect(exitCode).toBe(1);
  return annotations
    .filter(({ level }) => level === 'error')
    .map(({ message }) => message.replaceAll(workspace.folder, 'WORKSPACE'));
}

describe('what the disk refuses is told, and not called a bug:', () => {
  it.each([...limits, ...(mayMount ? disks : []), ...(isRoot ? [] : folders)])('%s', async (_, open, error) => {
    await using workspace = await open();
    expect(await errorsOf(workspace)).toEqual([error]);
  });

  it('a folder with the name of the temporary file', async () => {
    await using repo = await project();
    await mkdir(join(repo.folder, 'values.yaml.release-actions.part'));
    expect(await errorsOf(repo)).toEqual([
      `Set version in values.yaml: rm of "WORKSPACE/values.yaml.release-actions.part" failed: it is a folder.\nRemove or rename the folder, ${again}`,
    ]);
  });

  it('a temporary folder that is not there', async () => {
    await using repo = await project();
    const env = { RUNNER_TEMP: '/no/such/folder' };
    const { annotations } = await runBundle('push-tag', repo, { inputs: { tag: 'v1.0.0' }, env });
    expect(annotations.map(({ message }) => message.replace(/release-\w+/, 'release-*'))).toEqual([
      `Create tag v1.0.0 at ${(await repo.head()).slice(0, 12)}: mkdtemp of "/no/such/folder/release-*" failed: there is no such file or folder.\nCreate it, or correct the path or the variable that names it, ${again}`,
    ]);
  });
});
