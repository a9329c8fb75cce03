import { existsSync } from 'node:fs';
import { chmod, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import commitChanges from '../../actions/commit-changes/action.ts';
import { perform, refusal, succeed } from '../support/perform.ts';
import { scratchRepository } from '../support/repository.ts';
import type { ScratchRepository } from '../support/repository.ts';

const lines = (...changes: readonly (readonly [number, string])[]) =>
  Array.from({ length: 30 }, (_, index) => `${new Map(changes).get(index) ?? `line ${index}`}\n`).join('');
const files = {
  VERSION: '0.1.0\n',
  'pkg.json': '{"version":"0.1.0"}',
  'docs/long.md': lines(),
  'docs/old.md': 'old\n',
};

/** A file as a branch of origin has it. */
const onOrigin = (repository: ScratchRepository, path: string, ref = 'main') =>
  repository.git('--git-dir', repository.scratch.origin, 'show', `${ref}:${path}`);

const subjects = async (repository: ScratchRepository, ref = 'main') =>
  (await repository.git('--git-dir', repository.scratch.origin, 'log', '--format=%s', ref)).split('\n');

const inputs = (given: Readonly<Record<string, string>>) => ({ inputs: given });

describe('a push commits what changed', () => {
  it('and moves HEAD to it, though the run is cancelled after the push', async () => {
    await using repository = await scratchRepository(files);
    await repository.write('VERSION', '0.2.0\n');
    // A git that waits, when it moves the index, until the run is cancelled.
    const [bin, waits] = [join(repository.scratch.root, 'bin'), join(repository.scratch.root, 'waits')];
    const real = `PATH='${process.env['PATH']}'; exec git "$@"`;
    const wait = `case "$*" in *--index-info) : > '${waits}'; while [ -e '${waits}' ]; do sleep 0.05; done;; esac`;
    await mkdir(bin);
    await writeFile(join(bin, 'git'), `#!/bin/sh\n${wait}\n${real}\n`, { mode: 0o755 });
    const cancel = new AbortController();
    const run = perform(commitChanges, repository, { env: { PATH: bin }, signal: cancel.signal });
    await expect.poll(() => existsSync(waits), { timeout: 20_000 }).toBe(true);
    cancel.abort();
    await rm(waits);
    await run;
    expect(await repository.git('--git-dir', repository.scratch.origin, 'rev-parse', 'main')).toBe(
      await repository.head(),
    );
    expect(await repository.git('status', '--porcelain')).toBe('');
    expect(await succeed(commitChanges, repository)).toMatchObject({ operation: 'none' });
  });

  it('and moves HEAD to it', async () => {
    await using repository = await scratchRepository(files);
    const begun = await repository.head();
    await repository.write('VERSION', '0.2.0\n');
    await repository.write('new.txt', 'nobody named it\n');
    const { outputs, log } = await perform(commitChanges, repository);
    expect(log).toMatch('Not committed, because git does not track them: new.txt.');
    expect(outputs).toMatchObject({ sha: await repository.head(), operation: 'pushed', changed: 'true' });
    expect(await onOrigin(repository, 'VERSION')).toBe('0.2.0');
    expect(await repository.git('rev-parse', 'HEAD^')).toBe(begun);
    expect(await repository.git('symbolic-ref', 'HEAD')).toBe('refs/heads/main');
    expect(await repository.git('status', '--porcelain')).toBe('?? new.txt');
  });

  it('and has nothing to do when it runs again', async () => {
    await using repository = await scratchRepository(files);
    await repository.write('VERSION', '0.2.0\n');
    const { sha } = await succeed(commitChanges, repository);
    expect(await succeed(commitChanges, repository)).toMatchObject({ sha, operation: 'none', changed: 'false' });
    expect(await succeed(commitChanges, repository, inputs({ mode: 'check' }))).toMatchObject({ changed: 'false' });
  });

  it('whatever the files are: links, programs, bytes, odd names', async () => {
    await using repository = await scratchRepository(files);
    const odd = ['with space', 'quo"te', 'tab\there', 'ümlaut', '-dash', '[glob]*', 'new\nline'];
    for (const name of odd) await repository.write(`odd/${name}`, name);
    await repository.write(
      'odd/bytes',
      Uint8Array.from({ length: 256 }, (_, byte) => byte),
    );
    await repository.write('run.sh', '#!/bin/sh\n');
    await chmod(join(repository.folder, 'run.sh'), 0o755);
    await symlink('../VERSION', join(repository.folder, 'odd/link'));
    await rm(join(repository.folder, 'docs/old.md'));
    await succeed(commitChanges, repository, inputs({ paths: 'odd\nrun.sh\ndocs/old.md' }));
    expect(await repository.git('status', '--porcelain')).toBe('');
    const tree = await repository.git('--git-dir', repository.scratch.origin, 'ls-tree', '-r', '-z', 'main');
    expect(tree).toMatch(/100755 blob \S+\trun\.sh\0/);
    expect(tree).toMatch(/120000 blob \S+\todd\/link\0/);
    expect(tree).not.toMatch('docs/old.md');
    for (const name of odd) expect(tree).toContain(`\todd/${name}\0`);
  });

  it.each([
    ['a path', 'docs/new.md', ['docs/new.md']],
    ['a folder', 'docs', ['docs/long.md', 'docs/new.md']],
    ['a glob', '**/*.md', ['docs/long.md', 'docs/new.md']],
    ['an ignored file that is named', 'dist/a.whl', ['dist/a.whl']],
    ['a glob over an ignored file', '{dist,docs}/*.whl\ndocs/[n]ew.md', ['docs/new.md']],
    ['a name that looks like a glob', 'docs/[x].md', ['docs/[x].md']],
  ])('of the paths that are named: %s', async (_, paths, committed) => {
    await using repository = await scratchRepository({ ...files, '.gitignore': 'dist\n', 'docs/[x].md': '1' });
    await repository.write('docs/long.md', lines([1, 'one']));
    await repository.write('docs/new.md', 'new\n');
    await repository.write('dist/a.whl', 'wheel');
    if (paths === 'docs/[x].md') await repository.write(paths, '2');
    const asked = paths.startsWith('{') ? paths.split('\n').slice(1).join('\n') : paths;
    const { sha = '' } = await succeed(commitChanges, repository, inputs({ paths: asked }));
    const changed = await repository.git('diff-tree', '-r', '--name-only', '--no-commit-id', sha);
    expect(changed.split('\n')).toEqual(committed);
  });

  it('with the message, the author and the sign-off that are asked for', async () => {
    await using repository = await scratchRepository(files);
    await repository.write('VERSION', '0.2.0\n');
    const author = 'Jo Doe <jo@example.com>';
    const message = 'Release 0.2.0\n\n# not a comment\n\nFixes: #1';
    await succeed(commitChanges, repository, inputs({ message, author, 'sign-off': 'true' }));
    const shown = await repository.git('log', '-1', '--format=%an <%ae>%n%cn%n%B', 'HEAD');
    expect(shown).toBe(`${author}\nC O Mitter\n${message}\nSigned-off-by: ${author}`);
  });

  it.each([
    [{ VERSION: '0.2.0\n' }, 'Update VERSION\n\nVERSION\n-0.1.0\n+0.2.0'],
    [
      { VERSION: '0.2.0\n', 'pkg.json': '{}' },
      'Update VERSION and pkg.json\n\nVERSION\n-0.1.0\n+0.2.0\n\npkg.json\n-{"version":"0.1.0"}\n+{}',
    ],
    [
      { 'src/x/a/k.yaml': '1', 'src/x/b/k.yaml': '2', 'src/x/b/l.yaml': '3' },
      'Add 3 files in src/x\n\nsrc/x/a/k.yaml\n+1\n\nsrc/x/b/k.yaml\n+2\n\nsrc/x/b/l.yaml\n+3',
    ],
    [{ 'docs/long.md': '' }, 'Update long.md\n\ndocs/long.md'],
    [{ VERSION: 'Fixes #12\n' }, 'Update VERSION\n\nVERSION'],
  ])('and says so by itself: %j', async (changed, message) => {
    await using repository = await scratchRepository(files);
    for (const [path, text] of Object.entries(changed)) await repository.write(path, text);
    await succeed(commitChanges, repository, inputs({ paths: Object.keys(changed).join('\n') }));
    expect(await repository.git('log', '-1', '--format=%B')).toBe(message);
  });

  it('with the account of the token', async () => {
    await using repository = await scratchRepository(files, {
      server: { tokens: [{ token: 'job', contents: 'write' }] },
    });
    await repository.write('VERSION', '0.2.0\n');
    const outputs = await succeed(commitChanges, repository, {
      inputs: { token: 'job', 'job-token': 'job' },
      env: { GITHUB_SERVER_URL: repository.server.url, GITHUB_ACTIONS: 'true' },
    });
    expect(outputs).toMatchObject({ operation: 'pushed', starts: 'false' });
    expect(await repository.git('log', '-1', '--format=%an %ce')).toBe(
      'github-actions[bot] 41898282+github-actions[bot]@users.noreply.github.com',
    );
  });

  it('where nobody has told git who they are: by GitHub’s own account in a job, and not in a terminal', async () => {
    await using repository = await scratchRepository(files);
    const { GIT_COMMITTER_NAME: _, GIT_COMMITTER_EMAIL: __, ...environment } = repository.environment;
    const terminal = { folder: repository.folder, environment };
    await repository.write('VERSION', '0.2.0\n');
    expect(await refusal(commitChanges, terminal)).toBe(
      'git does not know who makes the commit: user.name and user.email are not set.\n' +
        'Set them: git config --global user.name "Your Name" && git config --global user.email you@example.com.',
    );
    expect(await subjects(repository)).toEqual(['Initial commit']);
    await succeed(commitChanges, terminal, { env: { GITHUB_ACTIONS: 'true' } });
    expect(await repository.git('log', '-1', '--format=%cn')).toBe('github-actions[bot]');
  });
});

describe('where the branch went on', () => {
  it.each([0, 1])('the edits are replayed on it, with a checkout of depth %i', async (depth) => {
    await using repository = await scratchRepository(files);
    const clone = await repository.clone({ depth });
    await repository.commit('theirs', { 'pkg.json': '{}', 'docs/long.md': lines([2, 'theirs']), other: '1' });
    await repository.push();
    await clone.write('VERSION', '0.2.0\n');
    await clone.write('docs/long.md', lines([28, 'ours']));
    await succeed(commitChanges, clone, inputs({ message: 'ours' }));
    expect(await subjects(repository)).toEqual(['ours', 'theirs', 'Initial commit']);
    expect(await onOrigin(repository, 'docs/long.md')).toBe(lines([2, 'theirs'], [28, 'ours']).trim());
    expect(await onOrigin(repository, 'VERSION')).toBe('0.2.0');
    expect(await clone.git('status', '--porcelain')).toBe('');
    expect(await clone.git('show', 'HEAD:other')).toBe('1');
  });

  it('also between the look and the push', async () => {
    await using repository = await scratchRepository(files, { server: {} });
    const clone = await repository.clone();
    let races = 3;
    repository.server.fault = async ({ service, method }) => {
      if (service !== 'git-receive-pack' || method !== 'POST' || races-- <= 0) return undefined;
      await repository.commit(`theirs ${races}`, { [`other-${races}`]: '' });
      await repository.push();
      return undefined;
    };
    await clone.write('VERSION', '0.2.0\n');
    await succeed(commitChanges, clone, { ...inputs({ message: 'ours' }), pace: 0.1 });
    expect(await subjects(repository)).toEqual(['ours', 'theirs 0', 'theirs 1', 'theirs 2', 'Initial commit']);
  });

  it.each([0, 1])('a real conflict is refused, and nothing is pushed, with a checkout of depth %i', async (depth) => {
    await using repository = await scratchRepository(files);
    const clone = await repository.clone({ depth });
    await repository.commit('theirs', { VERSION: '0.1.1\n', 'docs/old.md': 'theirs\n' });
    await repository.push();
    await clone.write('VERSION', '0.2.0\n');
    await rm(join(clone.folder, 'docs/old.md'));
    const said = await refusal(commitChanges, clone);
    expect(said).toMatch(
      /VERSION was edited here, but it also changed on the branch between \w{12}, the commit of this checkout, and \w{12}\./,
    );
    expect(said).toMatch(/docs\/old\.md was edited here/);
    expect(await subjects(repository)).toEqual(['theirs', 'Initial commit']);
    expect(await clone.git('status', '--porcelain')).toBe('M VERSION\n D docs/old.md');
  });

  it.each([0, 1])('what it did before is found again, and HEAD moves there, with depth %i', async (depth) => {
    await using repository = await scratchRepository(files);
    const [first, again] = [await repository.clone({ depth }), await repository.clone({ depth })];
    await first.write('VERSION', '0.2.0\n');
    const { sha } = await succeed(commitChanges, first, inputs({ message: 'release' }));
    await first.write('VERSION', '0.3.0-dev\n');
    await succeed(commitChanges, first, inputs({ message: 'next' }));

    await again.write('VERSION', '0.2.0\n');
    expect(await succeed(commitChanges, again)).toMatchObject({ sha, operation: 'none' });
    expect(await again.head()).toBe(sha);
    expect(await again.git('status', '--porcelain')).toBe('');
    await again.write('VERSION', '0.3.0-dev\n');
    await succeed(commitChanges, again, inputs({ message: 'next' }));
    expect(await subjects(repository)).toEqual(['next', 'release', 'Initial commit']);
  });

  it('what somebody else did already is left alone', async () => {
    await using repository = await scratchRepository(files);
    const clone = await repository.clone();
    const sha = await repository.commit('theirs', { VERSION: '0.2.0\n', 'pkg.json': '{}' });
    await repository.push();
    await clone.write('VERSION', '0.2.0\n');
    expect(await succeed(commitChanges, clone)).toMatchObject({ sha, operation: 'none' });
    expect(await clone.git('status', '--porcelain')).toBe('');
  });

  it('HEAD stays where something dirty is in the way', async () => {
    await using repository = await scratchRepository(files);
    const clone = await repository.clone();
    const begun = await clone.head();
    await repository.commit('theirs', { 'pkg.json': '{}' });
    await repository.push();
    await clone.write('VERSION', '0.2.0\n');
    await clone.write('pkg.json', 'dirty');
    const { log } = await perform(commitChanges, clone, inputs({ paths: 'VERSION', message: 'ours' }));
    expect(log).toMatch('main has other content of files with uncommitted changes: pkg.json.');
    expect(await clone.head()).toBe(begun);
    expect(await subjects(repository)).toEqual(['ours', 'theirs', 'Initial commit']);
  });
});

describe('a lost answer or a kill', () => {
  it.each(['reset-before', 'reset-after'] as const)('%s at the push ends in one commit', async (fault) => {
    await using repository = await scratchRepository(files, { server: {} });
    let left = 1;
    repository.server.fault = ({ service, method }) =>
      service === 'git-receive-pack' && method === 'POST' && left-- > 0 ? fault : undefined;
    await repository.write('VERSION', '0.2.0\n');
    expect(await succeed(commitChanges, repository)).toMatchObject({ operation: 'pushed' });
    expect(await subjects(repository)).toEqual(['Update VERSION', 'Initial commit']);
    expect(await repository.git('status', '--porcelain')).toBe('');
    expect(await repository.head()).toBe((await repository.remoteRefs()).get('refs/heads/main'));
  });
});

describe('a rehearsal', () => {
  it('moves HEAD and pushes nothing; later, everything is pushed', async () => {
    await using repository = await scratchRepository(files);
    const before = await repository.remoteRefs();
    await repository.write('VERSION', '0.2.0\n');
    await succeed(commitChanges, repository, inputs({ mode: 'local', message: 'release' }));
    await repository.write('VERSION', '0.3.0-dev\n');
    await succeed(commitChanges, repository, inputs({ mode: 'local', message: 'next' }));
    expect(await repository.remoteRefs()).toEqual(before);
    expect(await repository.git('log', '--format=%s')).toBe('next\nrelease\nInitial commit');
    expect(await repository.git('status', '--porcelain')).toBe('');
    expect(await succeed(commitChanges, repository)).toMatchObject({ operation: 'pushed' });
    expect(await subjects(repository)).toEqual(['next', 'release', 'Initial commit']);
  });

  it('that only shows leaves the checkout as it was', async () => {
    await using repository = await scratchRepository(files);
    await repository.write('VERSION', '0.2.0\n');
    await repository.git('add', 'VERSION');
    await repository.write('VERSION', '0.3.0\n');
    const state = async () => [
      await repository.git('status', '--porcelain'),
      await repository.git('for-each-ref'),
      await repository.git('diff', '--cached'),
    ];
    const before = await state();
    const { log } = await perform(commitChanges, repository, inputs({ mode: 'dry-run' }));
    expect(log).toMatch(/would: Commit to main of .*\n[^]*-0\.1\.0\n\+0\.3\.0/);
    expect(await state()).toEqual(before);
    expect(await refusal(commitChanges, repository, inputs({ mode: 'check' }))).toContain(
      'VERSION:1 has 0.1.0, not 0.3.0.\n',
    );
    expect(await state()).toEqual(before);
  });
});

describe('the base', () => {
  it('is the default branch at a tag, and HEAD stays there', async () => {
    await using repository = await scratchRepository(files);
    await repository.pushTag('v0.1.0');
    await repository.commit('later', { 'pkg.json': '{}' });
    await repository.push();
    const clone = await repository.clone({ ref: 'refs/tags/v0.1.0' });
    const begun = await clone.head();
    await clone.write('VERSION', '0.2.0-dev\n');
    await succeed(commitChanges, clone, inputs({ message: 'next' }));
    expect(await subjects(repository)).toEqual(['next', 'later', 'Initial commit']);
    expect(await clone.head()).toBe(begun);
  });

  it('may be another branch than the one that is checked out', async () => {
    await using repository = await scratchRepository(files);
    await repository.push('main:refs/heads/release-0.1');
    await repository.commit('later', { 'pkg.json': '{}' });
    await repository.push();
    await repository.write('VERSION', '0.1.1\n');
    await succeed(commitChanges, repository, inputs({ message: 'fix', base: 'release-0.1' }));
    expect(await subjects(repository, 'release-0.1')).toEqual(['fix', 'Initial commit']);
  });

  it('is the branch of the event, where its commit is checked out', async () => {
    await using repository = await scratchRepository(files);
    await repository.push('main:refs/heads/release-0.1');
    await repository.git('checkout', '--quiet', '--detach');
    await repository.write('VERSION', '0.1.1\n');
    const env = { GITHUB_REF: 'refs/heads/release-0.1', GITHUB_SHA: await repository.head() };
    await succeed(commitChanges, repository, { ...inputs({ message: 'fix' }), env });
    expect(await subjects(repository, 'release-0.1')).toEqual(['fix', 'Initial commit']);
  });

  it('has to be there, and to be known', async () => {
    await using repository = await scratchRepository(files);
    expect(await refusal(commitChanges, repository, inputs({ base: 'gone' }))).toMatch('origin has no branch "gone".');
    await repository.git('checkout', '--quiet', '--detach');
    const env = { GITHUB_REF: 'refs/pull/7/merge' };
    expect(await refusal(commitChanges, repository, { env })).toMatch('refs/pull/7/merge is a pull request');
  });
});

describe('commits of the checkout that nobody else has', () => {
  it('are not lost where the branch went on without them: refused', async () => {
    await using repository = await scratchRepository(files);
    const clone = await repository.clone({ depth: 0 });
    const mine = await clone.commit('mine', { VERSION: '0.2.0\n' });
    await repository.commit('theirs', { 'pkg.json': '{}' });
    await repository.push();
    for (const edit of [undefined, 'edited']) {
      if (edit !== undefined) await clone.write('docs/old.md', edit);
      expect(await refusal(commitChanges, clone)).toMatch(/has a commit that was not pushed \(\w{12}\)/);
      expect(await clone.head()).toBe(mine);
    }
  });

  it('of another branch do not go into the base, whatever the depth of the checkout', async () => {
    for (const depth of [0, 1]) {
      await using repository = await scratchRepository(files);
      await repository.git('switch', '--quiet', '--create', 'pr');
      await repository.commit('unreviewed', { 'pkg.json': '{}' });
      await repository.push('pr');
      const clone = await repository.clone({ ref: 'refs/heads/pr', depth });
      expect(await succeed(commitChanges, clone, inputs({ base: 'main' }))).toMatchObject({ operation: 'none' });
      await clone.write('VERSION', '0.2.0\n');
      await succeed(commitChanges, clone, inputs({ base: 'main', message: 'edit' }));
      expect(await subjects(repository)).toEqual(['edit', 'Initial commit']);
    }
  });
});

describe('what kinds of files replace each other', () => {
  it.each([
    ['a folder by a file', ['rm -r docs', 'printf x > docs'], 'docs'],
    ['a file by a folder', ['rm VERSION', 'mkdir VERSION', 'printf x > VERSION/a'], 'VERSION'],
    ['a file by a link', ['ln -sf pkg.json VERSION'], 'VERSION'],
    ['upper by lower case', ['git mv VERSION version'], 'VERSION\nversion'],
    ['everything', ['rm -r docs', 'printf x > new', 'printf y > VERSION'], '.'],
  ])('%s', async (_, commands, paths) => {
    await using repository = await scratchRepository(files);
    for (const command of commands) await repository.shell(command);
    await succeed(commitChanges, repository, inputs({ paths }));
    expect(await repository.git('status', '--porcelain')).toBe('');
    expect(await repository.head()).toBe((await repository.remoteRefs()).get('refs/heads/main'));
  });

  it('what was staged belongs to it, unless paths are named', async () => {
    await using repository = await scratchRepository({ ...files, '.gitignore': 'dist\n' });
    await repository.write('new.txt', 'new\n');
    await repository.write('dist/a.whl', 'wheel');
    await repository.git('add', '--force', 'new.txt', 'dist/a.whl');
    await repository.write('VERSION', '0.2.0\n');
    await succeed(commitChanges, repository, inputs({ paths: 'VERSION' }));
    expect(await repository.git('status', '--porcelain')).toBe('A  dist/a.whl\nA  new.txt');
    await succeed(commitChanges, repository);
    expect(await repository.git('status', '--porcelain')).toBe('');
  });

  it('a repository in a folder is refused, as a link that leads nowhere', async () => {
    await using repository = await scratchRepository(files);
    await repository.shell('git init -q charts && git -C charts commit -q --allow-empty -m x');
    expect(await refusal(commitChanges, repository, inputs({ paths: 'charts' }))).toContain(
      'charts is a checkout of another repository.\nLeave charts out of the input paths. To commit in it, set path: charts',
    );
  });
});

describe('what is refused', () => {
  it.each([
    [{ paths: 'gone.md' }, 'Nothing in the checkout matches "gone.md".'],
    [{ path: 'gone' }, 'There is no folder gone in the workspace.'],
    [{ paths: '../x' }, 'which is outside the workspace'],
    [{ author: 'Jo' }, 'Write Name <address>.'],
    [{ repository: 'x' }, 'Write owner/name.'],
    [{ branch: 'a..b' }, 'is not a valid branch name'],
  ])('%j', async (given, message) => {
    await using repository = await scratchRepository(files);
    expect(await refusal(commitChanges, repository, inputs(given))).toMatch(message);
  });

  it('a protected branch, naming the way around', async () => {
    await using repository = await scratchRepository(files, { server: { protectedBranches: ['main'] } });
    await repository.write('VERSION', '0.2.0\n');
    const said = await refusal(commitChanges, repository);
    expect(said).toMatch('A rule of origin protects this branch.');
    expect(said).toMatch('via: pull-request');
    expect(await subjects(repository)).toEqual(['Initial commit']);
    expect(await repository.git('status', '--porcelain')).toBe('M VERSION');
  });

  it('a token that may not write, naming the line to add', async () => {
    await using repository = await scratchRepository(files, {
      server: { tokens: [{ token: 'job', contents: 'read' }] },
    });
    await repository.write('VERSION', '0.2.0\n');
    const env = { GITHUB_SERVER_URL: repository.server.url };
    const said = await refusal(commitChanges, repository, { ...inputs({ token: 'job', 'job-token': 'job' }), env });
    expect(said).toMatch('Add to the job: permissions: { contents: write }');
  });
});

describe('a checkout of another repository in a folder', () => {
  it('gets its own commit, with checkout’s credentials and without', async () => {
    const server = { tokens: [{ token: 'job', contents: 'write' }] } as const;
    await using repository = await scratchRepository(files, { server });
    await using other = await scratchRepository({ 'index.yaml': 'a: 1\n' }, { name: 'org/charts' });
    const clone = await repository.clone({ token: 'job' });
    await mkdir(join(clone.folder, 'charts'));
    await other.git('clone', '--quiet', other.remote, join(clone.folder, 'charts'));
    await clone.write('charts/index.yaml', 'a: 2\n');
    await clone.write('VERSION', '0.2.0\n');
    const env = { GITHUB_SERVER_URL: repository.server.url };
    await succeed(commitChanges, clone, { inputs: { path: 'charts', message: 'charts' }, env });
    expect(await subjects(other)).toEqual(['charts', 'Initial commit']);
    await succeed(commitChanges, clone, { inputs: { message: 'version', token: 'job', 'job-token': 'job' }, env });
    expect(await subjects(repository)).toEqual(['version', 'Initial commit']);
  });
});
