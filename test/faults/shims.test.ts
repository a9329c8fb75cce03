import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtempDisposable, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import type { ChildMode } from './modes.ts';
import { installShims } from './shims.ts';
import type { Step } from './steps.ts';

const step: Step = { kind: 'child', name: 'git init --quiet */repository', nth: 2, isWrite: false };

it.each<[mode: ChildMode, exitCode: number, hasEffect: boolean, signal: string | undefined]>([
  ['fail-before', 128, false, undefined],
  ['fail-after', 128, true, undefined],
  ['sigterm', 0, true, 'SIGTERM'],
  ['kill-before', 137, false, 'SIGKILL'],
  ['kill-after', 137, true, 'SIGKILL'],
])('%s happens to the second call of its name, and to no other', async (mode, exitCode, hasEffect, signal) => {
  await using scratch = await mkdtempDisposable(join(tmpdir(), 'shims-'));
  const PATH = await installShims(scratch.path, { step, mode });
  const action = spawn('sleep', ['30']);
  const closed = once(action, 'close');
  await writeFile(join(scratch.path, 'pid'), `${action.pid}\n`);
  const init = (folder: string) => ended(spawn('git', ['init', '--quiet', `${folder}/repository`], { env: { PATH } }));
  const folders = ['first', 'second', 'third'].map((name) => join(scratch.path, name));

  const codes: number[] = [];
  for (const folder of folders) codes.push((await init(folder)).exitCode);
  expect(codes).toEqual([0, exitCode, 0]);
  expect(folders.map((folder) => existsSync(join(folder, 'repository')))).toEqual([true, hasEffect, true]);
  expect((await readFile(join(scratch.path, 'children'), 'utf8')).match(/git init/g)).toHaveLength(3);
  if (signal === undefined) action.kill('SIGINT');
  await closed;
  expect(action.signalCode).toBe(signal ?? 'SIGINT');
});

it('who talks to a remote and fails says that there is no way to it, everybody else that memory is out', async () => {
  const said = async (...args: string[]) => {
    await using scratch = await mkdtempDisposable(join(tmpdir(), 'shims-'));
    const failing = { ...step, name: `git ${args.join(' ')}`, nth: 1 };
    const PATH = await installShims(scratch.path, { step: failing, mode: 'fail-before' });
    return (await ended(spawn('git', args, { env: { PATH } }))).stderr;
  };
  expect(await said('push', 'origin', 'main')).toContain('Could not resolve host');
  expect(await said('cat-file', '-e', 'HEAD')).toContain('Out of memory');
});

async function ended(child: ChildProcess & { readonly stderr: NodeJS.ReadableStream }) {
  const [stderr] = await Promise.all([text(child.stderr), once(child, 'close')]);
  return { exitCode: child.exitCode ?? -1, stderr };
}
