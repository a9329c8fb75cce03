import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempDisposable, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { runBundle } from '../support/bundle.ts';
import { helmPath } from '../support/helm.ts';
import { mayMount } from '../support/mount.ts';
import { scratchRepository } from '../support/repository.ts';

const run = promisify(execFile);
let PATH: string;
beforeAll(async () => {
  PATH = await helmPath();
});

/** A disk for temporary files. */
async function disk(size: string) {
  const folder = await mkdtempDisposable(join(tmpdir(), 'disk-'));
  await run('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder.path]);
  return {
    path: folder.path,
    async [Symbol.asyncDispose]() {
      await run('umount', [folder.path]);
      await folder[Symbol.asyncDispose]();
    },
  };
}

// The chart has a megabyte that Helm reads, and that cannot be compressed. Only root may mount a disk.
describe('what the disk refuses:', () => {
  const more = 'Free space on the disk, and run it again. What is already done is not repeated.';
  const rows = [
    [
      'a disk that is full when the chart is copied',
      '600k',
      new RegExp(`^write failed: there is no space left on the disk\\.\\n${more}$`),
    ],
    [
      'a disk that is full when a copy is made for Helm to package',
      '1600k',
      new RegExp(
        `^copyfile of ".*/source/chart/templates/noise" failed: there is no space left on the disk\\.\\n${more}$`,
      ),
    ],
    [
      'a disk that is full when Helm packages it',
      '2600k',
      /^Building the chart chart failed: helm ended with the exit code 1\.[^]*no space left on device\nCorrect what Helm has said\.$/,
    ],
    [
      'a disk that is full when the archive is written anew',
      '3600k',
      new RegExp(`^write failed: there is no space left on the disk\\.\\n${more}$`),
    ],
  ] as const;
  it.each(mayMount ? rows : [])('%s is told, and nothing stays behind', async (_, size, said) => {
    await using repo = await scratchRepository({
      'chart/Chart.yaml': 'apiVersion: v2\nname: demo\nversion: 0.3.0\n',
      'chart/values.yaml': 'a: 1\n',
      'chart/templates/noise': randomBytes(1_000_000),
    });
    await using temporary = await disk(size);
    const env = { PATH, RUNNER_TEMP: temporary.path };
    const inputs = { chart: 'chart', lint: 'false' };
    const { exitCode, annotations } = await runBundle('helm-package', repo, { inputs, env });
    expect(exitCode).toBe(1);
    expect(annotations.map(({ message }) => message)).toEqual([expect.stringMatching(said)]);
    expect([await readdir(temporary.path), (await readdir(repo.folder)).includes('dist')]).toEqual([[], false]);
  });

  it('a temporary folder that is not there is told', async () => {
    await using repo = await scratchRepository({ 'chart/Chart.yaml': 'apiVersion: v2\nname: demo\nversion: 0.3.0\n' });
    const env = { PATH, RUNNER_TEMP: '/no/such/folder' };
    const { exitCode, annotations } = await runBundle('helm-package', repo, { inputs: { chart: 'chart' }, env });
    expect(exitCode).toBe(1);
    expect(annotations.map(({ message }) => message)).toEqual([
      expect.stringMatching(
        /^mkdtemp of "\/no\/such\/folder\/.*" failed: there is no such file or folder\.\nCreate it/,
      ),
    ]);
  });
});
