import { mkdir, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type BundleOptions, runBundle, searchPath } from '../support/bundle.ts';
import { intruderIn, startTrap } from '../support/intruder.ts';
import { type Checkout, type ScratchRepository, scratchRepository } from '../support/repository.ts';

const token = 'the-secret-token';
const served = () => scratchRepository({ 'a.bin': 'a\n' }, { server: { tokens: [{ token, contents: 'write' }] } });

const commit = (repo: ScratchRepository, checkout: Checkout = repo, options: BundleOptions = {}) =>
  runBundle('commit-changes', checkout, {
    inputs: { message: 'Edit' },
    jobToken: token,
    ...options,
    env: { GITHUB_SERVER_URL: repo.server.url, RELEASE_ACTIONS_PACE: '0.01', ...options.env },
  });

describe('what still counts', () => {
  it('Git LFS, with the filter that it writes into the checkout', async () => {
    await using repo = await served();
    const bin = join(repo.scratch.root, 'bin');
    await mkdir(bin);
    const lfs = '#!/bin/sh\n[ "$1 $2" = "clean --" ] && cat > /dev/null && echo "a pointer to $3"\n';
    await writeFile(join(bin, 'git-lfs'), lfs, { mode: 0o755 });
    await repo.git('config', 'filter.lfs.clean', 'git-lfs clean -- %f');
    await repo.git('config', 'filter.lfs.required', 'true');
    await repo.write('.git/info/attributes', '*.bin filter=lfs\n');
    await repo.write('a.bin', 'large\n');
    const { exitCode, log } = await commit(repo, repo, { env: { PATH: [bin, searchPath].join(delimiter) } });
    expect({ exitCode, log: exitCode === 0 ? '' : log }).toEqual({ exitCode: 0, log: '' });
    expect(await repo.git('show', 'HEAD:a.bin')).toBe('a pointer to a.bin');
  });

  it('the filter of the user, also if the checkout has another one', async () => {
    await using repo = await served();
    const { program, traces } = await intruderIn(repo.scratch.root);
    const user = join(repo.scratch.root, 'gitconfig');
    await writeFile(user, '[filter "x"]\n\tclean = tr a-z A-Z\n');
    await repo.git('config', 'filter.x.clean', program);
    await repo.write('.git/info/attributes', '*.bin filter=x\n');
    await repo.write('a.bin', 'b\n');
    const { exitCode, log } = await commit(repo, repo, { env: { GIT_CONFIG_GLOBAL: user } });
    expect({ exitCode, log: exitCode === 0 ? '' : log }).toEqual({ exitCode: 0, log: '' });
    expect(await repo.git('show', 'HEAD:a.bin')).toBe('B');
    expect(await traces()).toBe('');
  });

  it('the push, where a filter of the checkout keeps other new files of the branch from being checked out', async () => {
    await using repo = await served();
    const { program, traces } = await intruderIn(repo.scratch.root);
    await repo.git('config', 'filter.x.smudge', program);
    await repo.write('.git/info/attributes', '*.x filter=x\n');
    const shared = await repo.clone({ token });
    await shared.commit('Another file', { 'new.x': 'b\n' });
    await shared.direct('push', '--quiet', 'origin', 'HEAD:main');
    const head = await repo.head();
    await repo.write('a.bin', 'b\n');
    const { exitCode, log } = await commit(repo);
    expect({ exitCode, log }).toEqual({ exitCode: 0, log });
    expect(log).toContain(
      `HEAD stays at ${head.slice(0, 12)}: main has other content of files whose filter is set only in the git configuration of this checkout: new.x.`,
    );
    expect(await repo.git('--git-dir', repo.scratch.origin, 'show', 'main:a.bin')).toBe('b');
    expect({ head: await repo.head(), traces: await traces() }).toEqual({ head, traces: '' });
  });

  it.each(['git', 'the environment'])(
    'the proxy of the user in %s, also if the checkout has another one',
    async (where) => {
      await using repo = await served();
      await using proxy = await startTrap();
      await using evil = await startTrap();
      const user = join(repo.scratch.root, 'gitconfig');
      await writeFile(user, where === 'git' ? `[http]\n\tproxy = ${proxy.url}\n` : '');
      await repo.git('config', `http.${repo.server.url}.proxy`, evil.url);
      const http_proxy = where === 'git' ? '' : proxy.url;
      await commit(repo, repo, { env: { GIT_CONFIG_GLOBAL: user, http_proxy } });
      expect({ user: proxy.received.length > 0, checkout: evil.received }).toEqual({ user: true, checkout: [] });
    },
  );

  it('the header that actions/checkout leaves behind, if there is no token', async () => {
    await using repo = await served();
    const clone = await repo.clone({ token });
    await clone.write('a.bin', 'b\n');
    const { exitCode, log } = await commit(repo, clone, { jobToken: '' });
    expect({ exitCode, log: exitCode === 0 ? '' : log }).toEqual({ exitCode: 0, log: '' });
    const basic = `basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`;
    expect(new Set(repo.server.requests.flatMap(({ authorization }) => authorization))).toEqual(new Set([basic]));
  });

  it('a submodule, as the folder of path, and its commit in the repository around it', async () => {
    await using repo = await served();
    await repo.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', repo.scratch.origin, 'sub');
    await repo.commit('Add a submodule');
    await repo.push();
    await repo.write('sub/a.bin', 'b\n');
    await repo.git('-C', 'sub', 'remote', 'set-url', 'origin', repo.remote);
    const inner = await commit(repo, repo, { inputs: { message: 'Edit', path: 'sub', base: 'main' } });
    expect({ exitCode: inner.exitCode, log: inner.log }).toEqual({ exitCode: 0, log: inner.log });
    await repo.git('fetch', '--quiet', repo.scratch.origin, 'main');
    await repo.git('reset', '--quiet', '--soft', 'FETCH_HEAD');
    const outer = await commit(repo, repo, { inputs: { message: 'Update the submodule', paths: 'sub' } });
    expect({ exitCode: outer.exitCode, log: outer.log }).toEqual({ exitCode: 0, log: outer.log });
    expect(await repo.git('rev-parse', 'HEAD:sub')).toBe(await repo.git('-C', 'sub', 'rev-parse', 'HEAD'));
  });
});
