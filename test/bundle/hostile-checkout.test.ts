import { execFile } from 'node:child_process';
import { appendFile, cp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { type BundleOptions, runBundle } from '../support/bundle.ts';
import { intruderIn, startTrap } from '../support/intruder.ts';
import { releaseJob, releaseProject } from '../support/releases.ts';
import { type Checkout, type ScratchRepository, scratchRepository } from '../support/repository.ts';

const token = 'the-secret-token';
const basic = Buffer.from(`x-access-token:${token}`).toString('base64');

const served = (files: Readonly<Record<string, string>> = { 'docs/a.txt': 'a\n' }): Promise<ScratchRepository> =>
  scratchRepository(files, { server: { tokens: [{ token, contents: 'write' }] } });

const attack = (
  repo: ScratchRepository,
  action: string,
  inputs: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>> = {},
) =>
  runBundle(action, repo, {
    inputs,
    jobToken: token,
    env: { GITHUB_SERVER_URL: repo.server.url, RELEASE_ACTIONS_PACE: '0.01', ...env },
  });

const commit = (repo: ScratchRepository, inputs: BundleOptions['inputs'] = {}) =>
  attack(repo, 'commit-changes', { message: 'Edit', ...inputs });

const bareWith = (program: string) =>
  `[core]\n\trepositoryformatversion = 0\n\tbare = false\n\tworktree = .\n\tfsmonitor = ${program}\n[filter "x"]\n\tclean = ${program}\n\tsmudge = ${program}\n`;

describe('a checkout that is an enemy: no program of it runs', () => {
  it('files that form a bare repository in the folder of path', async () => {
    await using repo = await served();
    const { program, traces } = await intruderIn(repo.scratch.root);
    for (const name of ['HEAD', 'objects', 'refs', 'index'])
      await cp(join(repo.folder, '.git', name), join(repo.folder, 'docs', name), { recursive: true });
    await repo.write('docs/config', bareWith(program));
    await repo.write('docs/docs/a.txt', 'b\n');
    await repo.write('docs/.gitattributes', '* filter=x\n');
    const { exitCode, annotations } = await commit(repo, { path: 'docs' });
    expect(await traces()).toBe('');
    expect({ exitCode, annotations: annotations.map(({ message }) => message) }).toEqual({
      exitCode: 1,
      annotations: [
        `${repo.folder}/docs has files that look like a bare repository, and git would use them.\nRemove these files (HEAD, objects, refs), or run it in a checkout that has a .git folder.`,
      ],
    });
  });

  it('a folder of path that is a link out of the workspace', async () => {
    await using repo = await served();
    const other = await repo.clone({ token });
    await other.write('docs/a.txt', 'b\n');
    await symlink(other.folder, join(repo.folder, 'elsewhere'));
    const refs = await repo.remoteRefs();
    const { exitCode, annotations } = await commit(repo, { path: 'elsewhere' });
    expect(await repo.remoteRefs()).toEqual(refs);
    expect({ exitCode, annotations: annotations.map(({ message }) => message) }).toEqual({
      exitCode: 1,
      annotations: [
        'elsewhere leads through a symbolic link out of the workspace.\nGive a folder of the workspace itself.',
      ],
    });
  });

  it('a .git file in the folder of path, which leads to another repository', async () => {
    await using repo = await served();
    const { program, traces } = await intruderIn(repo.scratch.root);
    const other = await repo.clone({ token });
    await other.git('config', 'core.fsmonitor', program);
    await repo.write('sub/.git', `gitdir: ${other.folder}/.git\n`);
    await repo.write('sub/docs/a.txt', 'b\n');
    const refs = await repo.remoteRefs();
    const { exitCode, annotations } = await commit(repo, { path: 'sub' });
    expect(await traces()).toBe('');
    expect(await repo.remoteRefs()).toEqual(refs);
    expect({ exitCode, annotations: annotations.map(({ message }) => message) }).toEqual({
      exitCode: 1,
      annotations: [
        `The git folder of ${repo.folder}/sub is ${other.folder}/.git, which does not belong to this workspace.\nCheck out the repository there with actions/checkout. Remove a .git file or link that something else has put there.`,
      ],
    });
  });

  it('a .git file that leads to files of the checkout', async () => {
    await using repo = await served();
    const { program, traces } = await intruderIn(repo.scratch.root);
    await cp(join(repo.folder, '.git'), join(repo.folder, 'evil'), { recursive: true });
    await repo.git('config', '--file', 'evil/config', 'core.fsmonitor', program);
    await repo.write('sub/.git', 'gitdir: ../evil\n');
    const { exitCode } = await commit(repo, { path: 'sub' });
    expect(await traces()).toBe('');
    expect(exitCode).toBe(1);
  });

  it('core.askPass of .git/config, after a 401', async () => {
    await using repo = await served();
    const { program, traces } = await intruderIn(repo.scratch.root);
    await repo.git('config', 'core.askPass', program);
    repo.server.fault = () => ({ status: 401, headers: { 'www-authenticate': 'Basic realm="git"' }, body: '' });
    const { exitCode } = await attack(repo, 'push-tag', { tag: 'v1.0.0' });
    expect(await traces()).toBe('');
    expect(exitCode).toBe(1);
  });

  it('core.fsmonitor and a filter of .git/config: the edited file is refused, not committed without its filter', async () => {
    await using repo = await served();
    const { program, traces } = await intruderIn(repo.scratch.root);
    await repo.git('config', 'core.fsmonitor', program);
    for (const name of ['clean', 'smudge', 'process']) await repo.git('config', `filter.x.${name}`, program);
    await repo.git('config', 'filter.x.required', 'false');
    await repo.write('.git/info/attributes', '* filter=x\n');
    await repo.write('docs/a.txt', 'b\n');
    const { exitCode, annotations } = await commit(repo);
    expect(await traces()).toBe('');
    expect({ exitCode, annotations: annotations.map(({ message }) => message) }).toEqual({
      exitCode: 1,
      annotations: [
        "docs/a.txt has the filter x, which is set only in the git configuration of this checkout. No program that a checkout names is run.\nIf the filter is yours, set it for the user: git config --global filter.x.clean '…'. Or leave the file out.",
      ],
    });
  });

  it('a gitlink that was filled with a repository', async () => {
    await using repo = await served();
    const { program, traces } = await intruderIn(repo.scratch.root);
    await repo.git('update-index', '--add', '--cacheinfo', `160000,${await repo.head()},sub`);
    await mkdir(join(repo.folder, 'sub'));
    await repo.commit('Add a gitlink');
    await repo.push();
    await rm(join(repo.folder, 'sub'), { recursive: true });
    await promisify(execFile)('git', ['clone', '--quiet', repo.folder, join(repo.folder, 'sub')], {
      env: repo.environment,
    });
    await repo.git('-C', 'sub', 'config', 'core.fsmonitor', program);
    await repo.git('-C', 'sub', 'config', 'filter.x.clean', program);
    await repo.write('sub/.git/info/attributes', '* filter=x\n');
    await repo.write('sub/docs/a.txt', 'B\n');
    await rm(join(repo.scratch.root, 'traces'), { force: true });
    await repo.write('docs/a.txt', 'b\n');
    for (const paths of ['', '.', 'docs', 'docs/*\nsub']) {
      const { exitCode, log } = await commit(repo, { paths, mode: 'dry-run' });
      expect(await traces()).toBe('');
      expect({ exitCode, log: exitCode === 0 ? '' : log }).toEqual({ exitCode: 0, log: '' });
    }
  });

  it.each(['uploadpack', 'vcs', 'receivepack'])('remote.*.%s of a remote that has missing objects', async (name) => {
    await using repo = await served();
    const { program, traces } = await intruderIn(repo.scratch.root);
    const shared = await repo.clone({ token });
    await shared.commit('Another file', { 'b.txt': 'b\n' });
    await shared.direct('push', '--quiet', 'origin', 'HEAD:main'); // the checkout does not have this commit
    await repo.git('config', 'core.repositoryFormatVersion', '1');
    await repo.git('config', 'extensions.partialClone', 'evil');
    await repo.git('config', 'remote.evil.promisor', 'true');
    await repo.git('config', 'remote.evil.url', repo.scratch.origin);
    await repo.git('config', `remote.evil.${name}`, program);
    await repo.write('docs/a.txt', 'b\n');
    const { exitCode, annotations } = await commit(repo);
    expect(await traces()).toBe('');
    expect({ exitCode, said: annotations.map(({ message }) => message) }).toEqual({
      exitCode: 1,
      said: [
        `The git configuration of this checkout sets remote.evil.${name}, which decides how git connects to a server.\nRemove it (git config --unset-all 'remote.evil.${name}'), or set it for the user (git config --global).`,
      ],
    });
  });

  it('remote.*.uploadpack, when git misses an object before it connects to the remote', async () => {
    await using repo = await served();
    const { program, traces } = await intruderIn(repo.scratch.root);
    await repo.git('config', 'core.repositoryFormatVersion', '1');
    await repo.git('config', 'extensions.partialClone', 'evil');
    await repo.git('config', 'remote.evil.url', repo.scratch.origin);
    await repo.git('config', 'remote.evil.uploadpack', program);
    const { exitCode } = await attack(repo, 'push-tag', { tag: 'v1.0.0', commit: '1'.repeat(40) });
    expect({ exitCode, traces: await traces() }).toEqual({ exitCode: 1, traces: '' });
  });

  it('core.gitProxy, for an address of the protocol git', async () => {
    await using repo = await served();
    const { program, traces } = await intruderIn(repo.scratch.root);
    await repo.git('config', 'core.gitProxy', program);
    await repo.git('remote', 'set-url', 'origin', 'git://127.0.0.1:9/org/project');
    const { exitCode } = await attack(repo, 'push-tag', { tag: 'v1.0.0' });
    expect({ exitCode, traces: await traces() }).toEqual({ exitCode: 1, traces: '' });
  });

  it('core.sshCommand and ssh.variant', async () => {
    await using repo = await served();
    const { program, traces } = await intruderIn(repo.scratch.root);
    await repo.git('config', 'core.sshCommand', program);
    await repo.git('config', 'ssh.variant', 'simple');
    await repo.git('remote', 'set-url', 'origin', 'ssh://127.0.0.1:9/org/project');
    const { exitCode } = await attack(repo, 'push-tag', { tag: 'v1.0.0' });
    expect({ exitCode, traces: await traces() }).toEqual({ exitCode: 1, traces: '' });
  });

  it('a remote that is a folder of the workspace, with hooks', async () => {
    await using repo = await served();
    const { program, traces } = await intruderIn(repo.scratch.root);
    await cp(repo.scratch.origin, join(repo.folder, 'evil.git'), { recursive: true });
    await mkdir(join(repo.folder, 'evil.git/hooks'), { recursive: true });
    await symlink(program, join(repo.folder, 'evil.git/hooks/post-receive'));
    for (const address of ['./evil.git', 'evil.git', `file://${repo.folder}/evil.git`]) {
      await repo.git('remote', 'set-url', 'origin', address);
      const { exitCode, annotations } = await attack(repo, 'push-tag', { tag: 'v1.0.0' });
      expect(await traces()).toBe('');
      expect({ exitCode, said: annotations.map(({ message }) => message) }).toEqual({
        exitCode: 1,
        said: [
          `The remote origin is ${repo.folder}/evil.git, a folder of this workspace.\nSet it to the address of a server: git remote set-url origin https://…`,
        ],
      });
    }
  });

  it.each([
    ['push-tag', { tag: 'v1.0.0' }],
    ['parse-tag', { tag: 'v0.9.0' }],
    ['commit-changes', { message: 'Edit' }],
  ])('no monitor and no hook for %s, set in files that .git/config includes', async (action, inputs) => {
    await using repo = await served();
    const { program, traces } = await intruderIn(repo.scratch.root);
    await repo.pushTag('v0.9.0');
    const more = `[core]\n\tfsmonitor = ${program}\n\thooksPath = ${repo.folder}/hooks\n`;
    await writeFile(join(repo.scratch.root, 'more'), more);
    await repo.git('config', 'include.path', join(repo.scratch.root, 'more'));
    await repo.git('config', 'extensions.worktreeConfig', 'true');
    await repo.git('config', '--worktree', 'core.alternateRefsCommand', program);
    await repo.git('config', 'hook.evil.command', program); // since git 2.54
    for (const event of ['reference-transaction', 'post-index-change', 'pre-push'])
      await repo.git('config', '--add', 'hook.evil.event', event);
    await mkdir(join(repo.folder, 'hooks'));
    for (const hook of ['reference-transaction', 'post-index-change', 'pre-push'])
      for (const folder of ['hooks', '.git/hooks']) await symlink(program, join(repo.folder, folder, hook));
    await rm(join(repo.scratch.root, 'traces'), { force: true });
    await repo.write('docs/a.txt', 'b\n');
    const { exitCode, log } = await attack(repo, action, inputs);
    expect(await traces()).toBe('');
    expect({ exitCode, log: exitCode === 0 ? '' : log }).toEqual({ exitCode: 0, log: '' });
  });
});

describe('a checkout that is an enemy: the token goes nowhere else', () => {
  it.each([
    ['a backslash', (server: string, trap: string) => `${server}\\@${trap}/org/project`],
    ['a user', (server: string, trap: string) => `http://${new URL(server).host}@${trap}/org/project`],
    ['a tab', (server: string) => `${server.replace('127', '12\t7')}/org/project`],
  ])('the address of origin has %s', async (_, address) => {
    await using repo = await served();
    await using trap = await startTrap();
    await repo.git('config', 'remote.origin.url', address(repo.server.url, new URL(trap.url).host));
    const { exitCode } = await attack(repo, 'push-tag', { tag: 'v1.0.0' });
    expect({ exitCode, received: trap.received }).toEqual({ exitCode: 1, received: [] });
    expect(repo.server.requests).toEqual([]);
  });

  it.each([
    ['http.proxy', (trap: string) => ['http.proxy', trap]],
    ['a proxy for this server', (trap: string, server: string) => [`http.${server}/.proxy`, trap]],
    ['a proxy for this repository', (trap: string, server: string) => [`http.${server}/org/project.proxy`, trap]],
    ['a proxy of the remote', (trap: string) => ['remote.origin.proxy', trap]],
    [
      'another address for this name',
      (trap: string, server: string) => ['http.curloptResolve', `${new URL(server).host}:${new URL(trap).hostname}`],
    ],
    [
      'a remote that is named like the address',
      (trap: string, server: string) => [`remote.${server}/org/project.pushurl`, `${trap}/org/project`],
    ],
  ] as const)('%s', async (_, settings) => {
    await using repo = await served();
    await using trap = await startTrap();
    await repo.git('config', ...settings(trap.url, repo.server.url));
    await attack(repo, 'push-tag', { tag: 'v1.0.0' });
    expect(trap.received).toEqual([]);
  });

  it.each(['insteadOf', 'pushInsteadOf'])('url.%s, for origin', async (kind) => {
    await using repo = await served();
    await using trap = await startTrap();
    await repo.git('config', `url.${trap.url}/.${kind}`, `${repo.server.url}/`);
    await attack(repo, 'push-tag', { tag: 'v1.0.0' });
    expect(trap.received.filter((request) => request.includes(basic))).toEqual([]);
  });

  it.each(['insteadOf', 'pushInsteadOf'])('url.%s does not count for an input', async (kind) => {
    await using repo = await served();
    await using trap = await startTrap();
    await repo.git('config', `url.${trap.url}/.${kind}`, `${repo.server.url}/`);
    await repo.write('docs/a.txt', 'b\n');
    const { exitCode, log } = await commit(repo, { repository: 'org/project' });
    expect({ exitCode, log, received: trap.received }).toMatchObject({ exitCode: 0, received: [] });
  });

  it.each(['insteadOf', 'pushInsteadOf'])('url.%s for exactly the address of an input is refused', async (kind) => {
    await using repo = await served();
    await using trap = await startTrap();
    const address = `${repo.server.url}/org/project`;
    await repo.git('config', `url.${trap.url}.${kind}`, address);
    const { exitCode, annotations } = await commit(repo, { repository: 'org/project' });
    expect({ exitCode, received: trap.received, said: annotations.map(({ message }) => message) }).toEqual({
      exitCode: 1,
      received: [],
      said: [
        `The git configuration of this checkout sets url.${trap.url}.${kind.toLowerCase()}, which decides how git connects to a server.\nRemove it (git config --unset-all 'url.${trap.url}.${kind.toLowerCase()}'), or set it for the user (git config --global).`,
      ],
    });
  });
});

describe('an input that names something else than a file', () => {
  it.each([
    ['push-tag', { tag: 'v1.0.0', 'message-path': 'pipe' }],
    ['set-values', { values: 'pipe:\n  version: 1.0.0' }],
    ['update-changelog', { path: 'pipe', version: '1.0.0' }],
  ])('%s does not wait for a FIFO', async (action, inputs) => {
    await using repo = await served();
    await repo.pushTag('v1.0.0');
    await repo.shell('mkfifo pipe');
    const { exitCode, annotations } = await attack(repo, action, inputs);
    expect({ exitCode, annotations: annotations.map(({ message }) => message) }).toEqual({
      exitCode: 1,
      annotations: ['pipe is not a regular file.\nGive the path of a file.'],
    });
  });

  it.each([
    ['notes', 'file:pipe', 'pipe'],
    ['files', 'dist/*', 'dist/pipe'],
  ])('gh-release does not wait for a FIFO in %s: %s', async (input, value, path) => {
    await using project = await releaseProject({ 'a.tgz': 'a' });
    await project.shell('mkfifo pipe dist/pipe');
    const { inputs } = releaseJob({ [input]: value });
    const env = { RELEASE_ACTIONS_PACE: '0.05' };
    const { exitCode, annotations } = await runBundle('gh-release', project, { inputs, env });
    expect({ exitCode, annotations: annotations.map(({ message }) => message) }).toEqual({
      exitCode: 1,
      annotations: [`${path} is not a regular file.\nGive the path of a file.`],
    });
  });
});

describe('a repository that is not the one of the workspace', () => {
  it.each([
    [
      'core.worktree leads out of it',
      (repo: ScratchRepository, other: Checkout) => repo.git('config', 'core.worktree', other.folder),
      (repo: ScratchRepository, other: Checkout) =>
        `The checkout of ${repo.folder} is ${other.folder}, which is outside the workspace.`,
    ],
    [
      '.git is a link',
      async (repo: ScratchRepository, other: Checkout) => {
        await rm(join(repo.folder, '.git'), { recursive: true });
        await symlink(join(other.folder, '.git'), join(repo.folder, '.git'));
      },
      (repo: ScratchRepository, other: Checkout) =>
        `The git folder of ${repo.folder} is ${other.folder}/.git, which does not belong to this workspace.`,
    ],
    [
      '.git/commondir leads out of it',
      (repo: ScratchRepository, other: Checkout) => repo.write('.git/commondir', `${other.folder}/.git\n`),
      (repo: ScratchRepository, other: Checkout) =>
        `The git folder of ${repo.folder} is ${other.folder}/.git, which does not belong to this workspace.`,
    ],
  ])('%s: refused', async (_, arrange, message) => {
    await using repo = await served();
    const other = await repo.clone({ token });
    await arrange(repo, other);
    const { exitCode, annotations } = await attack(repo, 'push-tag', { tag: 'v1.0.0' });
    expect({ exitCode, said: annotations.map((one) => one.message) }).toEqual({
      exitCode: 1,
      said: [
        `${message(repo, other)}\nCheck out the repository there with actions/checkout. Remove a .git file or link that something else has put there.`,
      ],
    });
  });

  it.each([
    ['link', 'link leads through a symbolic link to docs.\nGive the path of the folder itself: docs'],
    ['docs/a.txt', 'docs/a.txt is not a folder.\nGive the path of a folder.'],
    [
      'none',
      'There is no folder none in the workspace.\nCorrect the input path, or check out the repository there in an earlier step.',
    ],
  ])('path: %s is refused', async (path, said) => {
    await using repo = await served();
    await symlink('docs', join(repo.folder, 'link'));
    const { exitCode, annotations } = await commit(repo, { path });
    expect({ exitCode, said: annotations.map(({ message }) => message) }).toEqual({ exitCode: 1, said: [said] });
  });
});

describe('a git configuration that cannot be used', () => {
  it.each([
    [
      'more settings than any checkout has',
      Array.from({ length: 1001 }, (_, index) => `[unheard]\n\tof${index} = x\n`).join(''),
      'The git configuration of this checkout has 1001 settings that must not count. The limit is 1000.\nRemove settings that git does not know from .git/config.',
    ],
    [
      'a value of a wrong type',
      '[core]\n\tsymlinks = perhaps\n',
      "git cannot read its configuration: bad boolean config value 'perhaps' for 'core.symlinks'\nCorrect that setting.",
    ],
    [
      'a line that is none',
      '[core\n',
      'git cannot read its configuration: bad config line LINE in file FILE\nCorrect that setting.',
    ],
  ])('%s', async (_, more, said) => {
    await using repo = await served();
    const file = join(repo.folder, '.git/config');
    const lines = (await readFile(file, 'utf8')).split('\n').length;
    await appendFile(file, more);
    const { exitCode, annotations } = await attack(repo, 'push-tag', { tag: 'v1.0.0' });
    const message = said.replace('LINE', `${lines}`).replace('FILE', '.git/config');
    expect({ exitCode, said: annotations.map((one) => one.message) }).toEqual({ exitCode: 1, said: [message] });
  });

  it('addresses of the user that git would replace twice', async () => {
    await using repo = await served();
    const address = `${repo.server.url}/org/project`;
    const user = join(repo.scratch.root, 'gitconfig');
    await writeFile(
      user,
      `[url "http://127.0.0.1:9/x"]\n\tinsteadOf = ${address}\n[url "${address}"]\n\tinsteadOf = short:\n`,
    );
    await repo.git('remote', 'set-url', 'origin', 'short:');
    const { exitCode, annotations } = await attack(repo, 'push-tag', { tag: 'v1.0.0' }, { GIT_CONFIG_GLOBAL: user });
    expect({ exitCode, said: annotations.map((one) => one.message) }).toEqual({
      exitCode: 1,
      said: [
        `git would connect to http://127.0.0.1:9/x for the address ${address}.\nRemove the setting url.….insteadOf of the git configuration that does this.`,
      ],
    });
  });
});
