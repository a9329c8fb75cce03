import { mkdir, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runBundle, runCommand, searchPath } from '../support/bundle.ts';
import { type ScratchRepository, scratchRepository } from '../support/repository.ts';

/** A PATH with a git that takes every file for one of another user: git's own tests have a variable for that. */
async function foreign(repo: ScratchRepository): Promise<string> {
  const folder = join(repo.scratch.root, 'bin');
  await mkdir(folder);
  const git = `#!/bin/sh\nGIT_TEST_ASSUME_DIFFERENT_OWNER=1 PATH='${searchPath}' exec git "$@"\n`;
  await writeFile(join(folder, 'git'), git, { mode: 0o755 });
  return [folder, searchPath].join(delimiter);
}

describe('a checkout that another user owns', () => {
  it.each(['.', 'sub', 'sub/deeper'])('is used in a job, also from its folder %s', async (path) => {
    await using repo = await scratchRepository({ 'sub/deeper/a.txt': 'a\n' }, { server: {} });
    const PATH = await foreign(repo);
    await repo.write('sub/deeper/a.txt', 'b\n');
    const inputs = { message: 'Edit', path };
    const { exitCode, log } = await runBundle('commit-changes', repo, { inputs, env: { PATH } });
    expect({ exitCode, log: exitCode === 0 ? '' : log }).toEqual({ exitCode: 0, log: '' });
    expect((await repo.remoteRefs()).get('refs/heads/main')).toBe(await repo.head());
  });

  it.each([
    ['update-changelog', ['--version', '1.0.0']],
    ['push-tag', ['--tag', 'v1.0.0']],
    ['commit-changes', []],
  ])('is refused in a terminal, in git’s words and once: %s', async (action, options) => {
    const changelog = '# Changelog\n\n## 0.9.0\n\n- One\n';
    await using repo = await scratchRepository({ 'CHANGELOG.md': changelog }, { server: {} });
    await repo.write('CHANGELOG.md', `${changelog}\n`);
    const env = { PATH: await foreign(repo), GITHUB_SERVER_URL: repo.server.url, GITHUB_REPOSITORY: 'org/project' };
    const { exitCode, stderr } = await runCommand([action, ...options], repo, { env });
    expect({ exitCode, stderr }).toEqual({
      exitCode: 1,
      stderr: `Looking at ${repo.folder} (no repository with the remote origin)\n✗ git does not use the repository ${repo.folder}, because another user owns it.\n  If you trust it: git config --global --add safe.directory ${repo.folder}\n  fatal: detected dubious ownership in repository at '${repo.folder}'\n`,
    });
    expect(repo.server.requests).toEqual([]);
  });
});
