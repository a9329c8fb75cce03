import { mkdir, mkdtempDisposable, readdir, readFile, realpath, symlink, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { Moved } from '../../src/world/change.ts';
import { Files } from '../../src/world/files.ts';
import { OpenFolder } from '../../src/world/open-folder.ts';
import { hostOf, nothingMade } from '../support/host.ts';

describe.runIf(process.platform === 'linux')('a folder that is swapped for a link all the time', () => {
  it('never lets an edit out of the workspace, nor a read', async () => {
    await using place = await mkdtempDisposable(join(tmpdir(), 'race-'));
    const [workspace, outside] = [join(place.path, 'workspace'), join(place.path, 'outside')];
    const folder = join(workspace, 'folder');
    for (const path of [folder, outside]) await mkdir(path, { recursive: true });
    await writeFile(join(folder, 'file'), '0');
    await writeFile(join(outside, 'file'), 'outside');
    const swaps = new Int32Array(new SharedArrayBuffer(8));
    const swapping = new Worker(new URL('../support/swap.js', import.meta.url), {
      workerData: { folder, outside, swaps },
    });
    const counts = { edits: 0, refusals: 0 };
    const end = Date.now() + 5000;
    for (let round = 1; Date.now() < end; round++) {
      try {
        const files = new Files(hostOf({ workspace }));
        const seen = await files.look('folder/file');
        expect(seen.text).not.toBe('outside');
        const change = await files.edit(seen, `${round}`, { title: 'Edit folder/file' });
        await change?.apply(nothingMade);
        counts.edits++;
      } catch (error) {
        if (error instanceof Error && error.name === 'AssertionError') throw error;
        counts.refusals++;
      }
    }
    Atomics.store(swaps, 0, -1);
    await once(swapping, 'exit');
    expect(counts.edits).toBeGreaterThan(3);
    expect(counts.refusals).toBeGreaterThan(100);
    expect(swaps[1]).toBeGreaterThan(1000);
    expect(await readFile(join(outside, 'file'), 'utf8')).toBe('outside');
    expect(await readdir(outside)).toEqual(['file']);
  }, 60_000);
});

describe('a folder on a system without handles in /proc', () => {
  it('is written to by its path, if no link is on the way', async () => {
    await using place = await mkdtempDisposable(join(await realpath(tmpdir()), 'race-'));
    await mkdir(join(place.path, 'a/b'), { recursive: true });
    await using folder = await OpenFolder.open(place.path, ['a', 'b'], false);
    await folder.replace('file', 'new', 0o640);
    expect(await readFile(join(place.path, 'a/b/file'), 'utf8')).toBe('new');
    await symlink('a', join(place.path, 'link'));
    await using linked = await OpenFolder.open(place.path, ['link', 'b'], false);
    await expect(linked.replace('file', 'newer', 0o640)).rejects.toThrow(Moved);
    expect(await readFile(join(place.path, 'a/b/file'), 'utf8')).toBe('new');
    expect(await readdir(join(place.path, 'a/b'))).toEqual(['file']);
  });
});
