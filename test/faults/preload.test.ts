import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtempDisposable, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import type { FileMode } from './modes.ts';

const preload = pathToFileURL(join(import.meta.dirname, 'preload.js')).href;

type Ways = readonly (readonly [way: string, script: string])[];
const ways: Ways = [
  ['a promise', `import { writeFile } from 'node:fs/promises'; await writeFile(process.argv[1], 'halves');`],
  ['a call that waits', `import { writeFileSync } from 'node:fs'; writeFileSync(process.argv[1], 'halves');`],
  [
    'a call that calls back',
    `import { writeFile } from 'node:fs'; writeFile(process.argv[1], 'halves', (error) => { if (error) throw error; });`,
  ],
];

type Row = readonly [mode: FileMode, signal: string | null, written: string | undefined];
const rows: readonly Row[] = [
  ['fail-before', null, undefined],
  ['kill-before', 'SIGKILL', undefined],
  ['kill-midway', 'SIGKILL', 'hal'],
  ['kill-after', 'SIGKILL', 'halves'],
];

it.each(rows.flatMap((row) => ways.map((way) => [...row, ...way] as const)))(
  '%s ends with %s, and leaves %s, in %s',
  async (mode, signal, written, _, script) => {
    await using scratch = await mkdtempDisposable(join(tmpdir(), 'preload-'));
    const file = join(scratch.path, 'file');
    const fault = { pattern: '^writeFile .*/file$', nth: 1, mode };
    const ended = await run(scratch.path, { script, argument: file, fault });
    expect(ended.signal).toBe(signal);
    expect(existsSync(file) ? await readFile(file, 'utf8') : undefined).toBe(written);
    expect(ended.exitCode).toBe(signal === null ? 1 : null);
  },
);

it('a call that makes others counts once, and reading does not count', async () => {
  await using scratch = await mkdtempDisposable(join(tmpdir(), 'preload-'));
  const script = `import { mkdir, open, rm } from 'node:fs/promises';
    await mkdir(process.argv[1] + '/a/b/c', { recursive: true });
    await (await open(process.argv[1] + '/fault.json')).close();
    await rm(process.argv[1] + '/a', { recursive: true });`;
  await run(scratch.path, { script, argument: scratch.path, fault: null });
  const calls = (await readFile(join(scratch.path, 'files'), 'utf8')).split('\0').slice(0, -1);
  expect(calls).toEqual([`mkdir ${scratch.path}/a/b/c`, `rm ${scratch.path}/a`]);
});

it('SIGTERM is answered by the process as it likes', async () => {
  await using scratch = await mkdtempDisposable(join(tmpdir(), 'preload-'));
  const script = `import { writeFileSync } from 'node:fs';
    process.once('SIGTERM', () => process.exit(143));
    writeFileSync(process.argv[1], 'whole');
    setTimeout(() => {}, 10_000);`;
  const file = join(scratch.path, 'file');
  const fault = { pattern: '^writeFile ', nth: 1, mode: 'sigterm' };
  expect((await run(scratch.path, { script, argument: file, fault })).exitCode).toBe(143);
  expect(await readFile(file, 'utf8')).toBe('whole');
});

type ScriptRun = { readonly script: string; readonly argument: string; readonly fault: object | null };

async function run(state: string, { script, argument, fault }: ScriptRun) {
  await writeFile(join(state, 'fault.json'), JSON.stringify(fault));
  const options = ['--input-type=module', '--eval', script, argument];
  const env = { NODE_OPTIONS: `--import=${preload}?state=${encodeURIComponent(state)}` };
  const child = spawn(process.execPath, options, { env, stdio: 'ignore' });
  await once(child, 'close');
  return { exitCode: child.exitCode, signal: child.signalCode };
}
