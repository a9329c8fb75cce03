import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { freshClone } from '../support/fresh-clone.ts';
import { scratchRepository } from '../support/repository.ts';

const manifest = JSON.stringify({ scripts: { show: 'node show.js' } });
const show = `console.log(JSON.stringify({ ...process.env, folder: process.cwd() }));`;

it('is the working tree, with what is not committed yet, in a folder whose path has a space', async () => {
  await using repo = await scratchRepository({ 'old.txt': 'old\n', 'changed.txt': 'old\n' });
  await rm(join(repo.folder, 'old.txt'));
  for (const name of ['changed.txt', 'new.txt']) await writeFile(join(repo.folder, name), 'new\n');
  await using clone = await freshClone(repo.folder);
  expect(clone.folder).toContain(' ');
  expect((await readdir(clone.folder)).toSorted()).toEqual(['.git', 'changed.txt', 'new.txt']);
  expect((await clone.run('cat', 'changed.txt', 'new.txt')).output).toBe('new\nnew\n');
});

it('gives its commands an empty HOME and few programs, and tells them where packages come from', async () => {
  vi.stubEnv('SOMETHING_ELSE', 'is set');
  vi.stubEnv('GOPROXY', 'https://proxy.example.com');
  await using repo = await scratchRepository({ 'package.json': manifest, 'show.js': show });
  await using clone = await freshClone(repo.folder);
  const { exitCode, output, seconds, silentSeconds } = await clone.run('npm', 'run', '--silent', 'show');
  vi.unstubAllEnvs();
  expect({ exitCode, output }).toEqual({ exitCode: 0, output: expect.stringContaining('{') });
  const env = JSON.parse(output) as Record<string, string>;
  expect(env).toMatchObject({ folder: clone.folder, GOPROXY: 'https://proxy.example.com' });
  expect(env).not.toHaveProperty('SOMETHING_ELSE');
  expect(await readdir(env['HOME'] ?? '')).toEqual(['.npm']);
  const programs = await readdir(env['PATH']?.split(':').at(-1) ?? '');
  expect(programs).toEqual(expect.arrayContaining(['bash', 'git', 'node', 'npm', 'python3', 'sh']));
  expect(programs).not.toEqual(expect.arrayContaining(['gh']));
  expect(silentSeconds).toBeLessThanOrEqual(seconds);
});

it('tells what a command that fails said', async () => {
  await using repo = await scratchRepository({ 'package.json': manifest });
  await using clone = await freshClone(repo.folder);
  expect(await clone.run('npm', 'run', 'show')).toMatchObject({
    exitCode: 1,
    output: expect.stringContaining('show.js'),
  });
});
