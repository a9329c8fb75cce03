import { appendFile, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { replacementOf } from '../../src/domain/repositories/git-settings.ts';
import { runBundle } from '../support/bundle.ts';
import { concrete, documented, typed } from '../support/git-settings.ts';
import { intruderIn } from '../support/intruder.ts';
import { scratchRepository } from '../support/repository.ts';

const token = 'the-secret-token';

/** Every key of git's documentation that an action does not take from a checkout, and does not refuse. */
const keys = documented
  .map(({ key }) => concrete(key))
  .filter((key) => !typed.has(key))
  .filter((key) => replacementOf([{ scope: 'local', origin: '', key, value: 'program' }]).given.length > 0);

describe('every key of git’s documentation that may name a program, as a program of .git/config', () => {
  it.each([
    ['push-tag', { tag: 'v1.0.0' }],
    ['parse-tag', { tag: 'v0.9.0' }],
    ['go-module-tags', { version: '0.9.1' }],
    ['commit-changes', { message: 'Edit', 'sign-off': 'true' }],
    ['commit-changes', { message: 'Edit', paths: '*' }],
  ])('is not started by %s %j, which works', async (action, inputs) => {
    expect(keys.length).toBeGreaterThan(200);
    const files = { 'go.mod': 'module example.com/m\n', 'a.go': 'package m\n', 'a.txt': 'a\n' };
    await using repo = await scratchRepository(files, { server: { tokens: [{ token, contents: 'write' }] } });
    const { program, traces } = await intruderIn(repo.scratch.root);
    await repo.pushTag('v0.9.0');
    const shared = await repo.clone({ token });
    await shared.commit('Another file', { 'b.txt': 'b\n' });
    await shared.direct('push', '--quiet', 'origin', 'HEAD:main'); // a merge is needed, and files are checked out
    await appendFile(join(repo.folder, '.git/config'), keys.map(setting(program)).join(''));
    await mkdir(join(repo.folder, '.git/info'), { recursive: true });
    await appendFile(join(repo.folder, '.git/info/attributes'), '* merge=x diff=x\n');
    await rm(join(repo.scratch.root, 'traces'), { force: true });
    await repo.write('a.txt', 'b\n');
    const env = { GITHUB_SERVER_URL: repo.server.url, RELEASE_ACTIONS_PACE: '0.01' };
    const { exitCode, log } = await runBundle(action, repo, { inputs, jobToken: token, env });
    expect({ exitCode, log: exitCode === 0 ? '' : log }).toEqual({ exitCode: 0, log: '' });
    expect(await traces()).toBe('');
  });
});

const setting = (value: string) => (key: string) => {
  const [section, name] = [key.split('.')[0], key.split('.').at(-1)];
  const middle = key.slice((section ?? '').length + 1, -(name ?? '').length - 1);
  return `[${section}${middle === '' ? '' : ` "${middle}"`}]\n\t${name} = ${value}\n`;
};
