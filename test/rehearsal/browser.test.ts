import { mkdtempDisposable, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { openPage, showInBrowser } from '../../src/rehearsal/browser.ts';

const address = 'file:///tmp/a%20page.html';

it('opens a page with the program of the system', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'opener-'));
  const opener = process.platform === 'darwin' ? 'open' : 'xdg-open';
  const opened = join(folder.path, 'opened');
  await writeFile(join(folder.path, opener), `#!/bin/sh\nprintf %s "$1" > "${opened}"\n`, { mode: 0o755 });
  showInBrowser(address, { PATH: folder.path, DISPLAY: ':0' });
  await vi.waitFor(async () => expect(await readFile(opened, 'utf8')).toBe(address), 10_000);
});

it('writes a page into a folder of its own, whatever the tag is called', async () => {
  const [one, other] = await Promise.all(
    ['<p>1</p>', '<p>2</p>'].map((html) => openPage({ name: 'chart/v1.0 & more', html }, { PATH: '/nowhere' })),
  );
  expect(one).toMatch(/release-actions-\w+[\\/]chart-v1\.0-more\.html$/);
  expect(await Promise.all([one, other].map((path) => readFile(path ?? '', 'utf8')))).toEqual(['<p>1</p>', '<p>2</p>']);
  await Promise.all([one, other].map((path) => rm(dirname(path ?? ''), { recursive: true })));
});

it('says nothing where no program can open a page', async () => {
  expect(() => showInBrowser(address, { PATH: '/nowhere', DISPLAY: ':0' })).not.toThrow();
  expect(() => showInBrowser(address, { PATH: '/nowhere' })).not.toThrow();
  await new Promise((resolve) => setTimeout(resolve, 50)); // an error that nobody handles would come now
});
