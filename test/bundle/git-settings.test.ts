import { appendFile, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runBundle } from '../support/bundle.ts';
import { programsOfConfiguration, settingLine } from '../support/git-settings.ts';
import { intruderIn } from '../support/intruder.ts';
import { scratchRepository } from '../support/repository.ts';

const token = 'the-secret-token';

describe('every key of git’s documentation that may name a program, as a program of .git/config', () => {
  it.each([
    ['push-tag', { tag: 'v1.0.0' }],
    ['parse-tag', { tag: 'v0.9.0' }],
    ['go-module-tags', { version: '0.9.1' }],
    ['commit-changes', { message: 'Edit', 'sign-off': 'true' }],
    ['commit-changes', { message: 'Edit', paths: '*' }],
  ])('is not started by %s %j, which works', async (action, inputs) => {
    expect(programsOfConfiguration.length).toBeGreaterThan(200);
    const files = { 'go.mod': 'module example.com/m\n', 'a.go': 'package m\n', 'a.txt': 'a\n' };
    await using repo = await scratchRepository(files, { server: { tokens: [{ token, contents: 'write' }] } });
    const { program, traces } = await intruderIn(repo.scratch.root);
    await repo.pushTag('v0.9.0');
    const shared = await repo.clone({ token });
    await shared.commit('Another file', { 'b.txt': 'b\n' });
    await shared.direct('push', '--quiet', 'origin', 'HEAD:main'); // a merge is needed, and files are checked out
    await appendFile(join(repo.folder, '.git/config'), programsOfConfiguration.map(settingLine(program)).join(''));
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
