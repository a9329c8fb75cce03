import { describe, expect, it } from 'vitest';
import commitChanges from '../../actions/commit-changes/action.ts';
import { jobToken, personalToken, scratchGitHub } from '../support/github.ts';
import type { ScratchGitHub } from '../support/github.ts';
import { refusal, succeed } from '../support/perform.ts';

const files = { VERSION: '0.1.0\n', 'pkg.json': '{"version":"0.1.0"}\n', 'docs/a.md': 'one\ntwo\nthree\nfour\n' };
const reviewer = { ...personalToken, token: 'hubot', login: 'hubot' };
const tokens = [jobToken, personalToken, reviewer];

/** A run with the token of the job, or of a person. */
const asked = (given: Readonly<Record<string, string>> = {}, { token } = jobToken) => ({
  inputs: { via: 'pull-request', message: 'Release 0.2.0', token, 'job-token': jobToken.token, ...given },
});

const pulls = async (project: ScratchGitHub, state = 'open') =>
  (await project.ask(`GET …/pulls?state=${state}`, { token: personalToken.token })).body;

const branch = 'release-actions/main/release-0.2.0';

describe('a proposal', () => {
  it('is one commit on a branch of its own, and one pull request', async () => {
    await using project = await scratchGitHub(files);
    await project.write('VERSION', '0.2.0\n');
    const outputs = await succeed(commitChanges, project, asked({ message: 'Release 0.2.0\n\nAll of it.' }));
    const [pull, second] = await pulls(project);
    expect(second).toBeUndefined();
    expect(pull).toMatchObject({
      number: 1,
      title: 'Release 0.2.0',
      body: 'All of it.',
      draft: false,
      head: { ref: branch, sha: outputs['sha'] },
      base: { ref: 'main' },
      user: { login: 'github-actions[bot]' },
    });
    expect(outputs).toMatchObject({
      'pull-request-number': '1',
      'pull-request-url': pull.html_url,
      operation: 'opened',
      starts: 'false',
    });
    expect(JSON.parse(outputs['pending'] ?? '')).toEqual(['the pull request is merged']);
    const commit = await project.git('--git-dir', project.scratch.origin, 'log', '-1', '--format=%an %P', branch);
    expect(commit).toBe(`github-actions[bot] ${await project.head()}`);
    expect(await project.git('status', '--porcelain')).toBe('M VERSION');
  });

  it('is not said to be opened by this run if another one was faster', async () => {
    await using project = await scratchGitHub(files);
    await project.write('VERSION', '0.2.0\n');
    project.github.fault = async ({ method, path, body }) => {
      const isOpening = method === 'POST' && path.endsWith('/pulls') && JSON.stringify(body).includes('Release 0.2.0');
      if (!isOpening) return undefined;
      project.github.fault = undefined;
      await project.ask('POST …/pulls', { token: personalToken.token, body });
      return undefined;
    };
    const outputs = await succeed(commitChanges, project, { ...asked(), pace: 0.1 });
    expect(outputs).toMatchObject({ operation: 'updated', 'pull-request-number': '1' }); // it did push the commit
    expect(outputs['changes']).not.toContain('Open a pull request');
  });

  it('is left alone when it runs again: nothing is written', async () => {
    await using project = await scratchGitHub(files, { tokens });
    await project.write('VERSION', '0.2.0\n');
    const marks = { labels: 'release\nchart', reviewers: 'hubot', assignees: 'mona' };
    const { sha } = await succeed(commitChanges, project, asked(marks));
    await project.ask('PATCH …/pulls/1', {
      token: personalToken.token,
      body: { title: 'Better', body: 'by a person' },
    });
    const begun = project.github.requests.length;
    const again = await succeed(commitChanges, project, asked(marks));
    expect(again).toMatchObject({ sha, operation: 'none', 'pull-request-number': '1', changed: 'false' });
    expect(project.github.requests.slice(begun).filter(({ method }) => method !== 'GET')).toEqual([]);
    expect((await pulls(project))[0]).toMatchObject({ title: 'Better', body: 'by a person' });
  });

  it('is updated when the edits change, with its text', async () => {
    await using project = await scratchGitHub(files);
    await project.write('VERSION', '0.2.0\n');
    await succeed(commitChanges, project, asked());
    await project.write('pkg.json', '{"version":"0.2.0"}\n');
    const outputs = await succeed(commitChanges, project, asked({ title: 'Both', labels: 'release' }));
    expect(outputs).toMatchObject({ operation: 'updated', 'pull-request-number': '1' });
    const [pull] = await pulls(project);
    expect(pull).toMatchObject({ title: 'Both', head: { sha: outputs['sha'] }, labels: [{ name: 'release' }] });
    const { body } = await project.ask('GET …/pulls/1/files');
    expect(body.map(({ filename }: { filename: string }) => filename)).toEqual(['VERSION', 'pkg.json']);
  });

  it('stays as it is when the base goes on elsewhere, and follows where the same file changed', async () => {
    await using project = await scratchGitHub(files);
    const clone = await project.clone();
    await clone.write('docs/a.md', 'one\ntwo\nthree\nFOUR\n');
    const { sha } = await succeed(commitChanges, clone, asked());
    await project.commit('elsewhere', { VERSION: '0.1.1\n' });
    await project.push();
    expect(await succeed(commitChanges, clone, asked())).toMatchObject({ sha, operation: 'none' });
    await project.commit('same file', { 'docs/a.md': 'ONE\ntwo\nthree\nfour\n' });
    await project.push();
    expect(await succeed(commitChanges, clone, asked())).toMatchObject({ operation: 'updated' });
    expect(await project.git('--git-dir', project.scratch.origin, 'show', `${branch}:docs/a.md`)).toBe(
      'ONE\ntwo\nthree\nFOUR',
    );
  });

  it('is opened anew after a person closed it', async () => {
    await using project = await scratchGitHub(files);
    await project.write('VERSION', '0.2.0\n');
    await succeed(commitChanges, project, asked());
    await project.ask('PATCH …/pulls/1', { token: personalToken.token, body: { state: 'closed' } });
    expect(await succeed(commitChanges, project, asked())).toMatchObject({
      'pull-request-number': '2',
      operation: 'opened',
    });
  });

  it('has nothing to do once it is merged, whatever way', async () => {
    for (const method of ['merge', 'squash', 'rebase']) {
      await using project = await scratchGitHub(files);
      const clone = await project.clone();
      await clone.write('VERSION', '0.2.0\n');
      await succeed(commitChanges, clone, asked());
      expect(await refusal(commitChanges, clone, asked({ mode: 'check' }))).toMatch(
        'Pending: pull request #1 is merged.',
      );
      await project.ask('PUT …/pulls/1/merge', { token: personalToken.token, body: { merge_method: method } });
      expect(await succeed(commitChanges, clone, asked())).toMatchObject({ operation: 'none', changed: 'false' });
      expect(await succeed(commitChanges, clone, asked({ mode: 'check' }))).toMatchObject({ pending: '[]' });
    }
  });

  it('has labels, reviewers, assignees and a milestone; who has reviewed is not asked again', async () => {
    await using project = await scratchGitHub(files, { tokens });
    await project.ask('POST …/milestones', { token: personalToken.token, body: { title: 'v0.2' } });
    await project.write('VERSION', '0.2.0\n');
    const marks = { labels: 'release\nchart', reviewers: 'hubot', assignees: 'mona', milestone: 'v0.2', draft: 'true' };
    await succeed(commitChanges, project, asked(marks));
    expect((await pulls(project))[0]).toMatchObject({
      draft: true,
      labels: [{ name: 'release' }, { name: 'chart' }],
      requested_reviewers: [{ login: 'hubot' }],
      assignees: [{ login: 'mona' }],
      milestone: { title: 'v0.2' },
    });
    await project.ask('POST …/pulls/1/reviews', { token: reviewer.token, body: { event: 'APPROVE' } });
    expect(await succeed(commitChanges, project, asked(marks))).toMatchObject({ changed: 'false' });
    expect(await refusal(commitChanges, project, asked({ milestone: 'v9' }))).toMatch('use v0.2');
  });

  it('with a personal token is made in that name, and starts workflows', async () => {
    await using project = await scratchGitHub(files);
    await project.write('VERSION', '0.2.0\n');
    expect(await succeed(commitChanges, project, asked({}, personalToken))).toMatchObject({ starts: 'true' });
    const author = await project.git('--git-dir', project.scratch.origin, 'log', '-1', '--format=%an %ae', branch);
    expect(author).toMatch(/^mona \d+\+mona@users\.noreply\.127\.0\.0\.1$/);
  });

  it('only shown, writes nothing', async () => {
    await using project = await scratchGitHub(files);
    await project.write('VERSION', '0.2.0\n');
    for (const mode of ['dry-run', 'local']) await succeed(commitChanges, project, asked({ mode }));
    expect(await refusal(commitChanges, project, asked({ mode: 'check' }))).toContain(
      `VERSION:1 has 0.1.0, not 0.2.0.\nRun it with mode: apply, or find out why it was not done.\norg/project has no pull request from org:${branch} to main; it should be open.\n`,
    );
    expect((await project.remoteRefs()).has(`refs/heads/${branch}`)).toBe(false);
    expect(await pulls(project)).toEqual([]);
  });
});

describe('commits of somebody else', () => {
  it('are never overwritten', async () => {
    await using project = await scratchGitHub(files);
    await project.write('VERSION', '0.2.0\n');
    await succeed(commitChanges, project, asked());
    const clone = await project.clone({ ref: `refs/heads/${branch}` });
    const theirs = await clone.commit('a fix by hand', { VERSION: '0.2.1\n' });
    await clone.push(branch);
    await project.write('VERSION', '0.2.2\n');
    const said = await refusal(commitChanges, project, asked());
    expect(said).toMatch(
      `${theirs.slice(0, 12)} on ${branch} is by author@example.com, committer@example.com: "a fix by hand".`,
    );
    expect((await project.remoteRefs()).get(`refs/heads/${branch}`)).toBe(theirs);
  });

  it('nor is history that has nothing to do with it', async () => {
    await using project = await scratchGitHub(files);
    await project.git('switch', '--quiet', '--orphan', 'pages');
    const pages = await project.commit('pages', { 'index.html': 'hello' });
    await project.push('pages');
    await project.git('switch', '--quiet', 'main');
    await project.write('VERSION', '0.2.0\n');
    expect(await refusal(commitChanges, project, asked({ branch: 'pages' }))).toMatch(
      'has no history in common with main',
    );
    expect((await project.remoteRefs()).get('refs/heads/pages')).toBe(pages);
  });

  it('nor a second commit of the same account', async () => {
    await using project = await scratchGitHub(files);
    await project.write('VERSION', '0.2.0\n');
    await succeed(commitChanges, project, asked({}, personalToken));
    const clone = await project.clone({ ref: `refs/heads/${branch}` });
    await clone.write('VERSION', '0.2.1\n');
    const [name, email] = (await clone.git('log', '-1', '--format=%cn%n%ce')).split('\n');
    await clone.shell(`GIT_COMMITTER_NAME='${name}' GIT_COMMITTER_EMAIL='${email}' git commit -qam more`);
    await clone.push(`HEAD:${branch}`);
    await project.write('VERSION', '0.2.2\n');
    expect(await refusal(commitChanges, project, asked({}, personalToken))).toMatch(/\w{12} on \S+ is by .*: "more"/);
  });

  it('but the base may be merged into the branch', async () => {
    await using project = await scratchGitHub(files);
    const clone = await project.clone();
    await clone.write('VERSION', '0.2.0\n');
    await succeed(commitChanges, clone, asked());
    await project.commit('elsewhere', { 'pkg.json': '{}\n' });
    await project.push();
    const updating = await project.clone({ ref: `refs/heads/${branch}`, depth: 0 });
    const webFlow = 'GIT_COMMITTER_NAME=GitHub GIT_COMMITTER_EMAIL=noreply@github.com';
    await updating.shell(`${webFlow} git merge -q -m update origin/main`);
    await updating.push(`HEAD:${branch}`);
    expect(await succeed(commitChanges, clone, asked())).toMatchObject({ operation: 'none' });
    await clone.write('VERSION', '0.2.1\n');
    expect(await succeed(commitChanges, clone, asked())).toMatchObject({ operation: 'updated' });
  });
});

describe('what is known before anything is written', () => {
  it.each([
    [{ reviewers: 'github-actions[bot]' }, 'opens the pull request, so this account cannot review it'],
    [{ title: 'x'.repeat(257) }, 'The title of the pull request has 257 characters. GitHub allows 256.'],
    [{ body: 'x'.repeat(65_537) }, 'The text of the pull request has 65537 characters'],
    [{ fork: 'org/other' }, 'belong to the same account'],
    [{ branch: 'main' }, 'the same as its base'],
  ])('%.60j is refused', async (given, message) => {
    await using project = await scratchGitHub(files);
    await project.write('VERSION', '0.2.0\n');
    expect(await refusal(commitChanges, project, asked(given as Readonly<Record<string, string>>))).toMatch(message);
    expect(await pulls(project)).toEqual([]);
  });

  it('commits that were not pushed would be proposed as well: refused', async () => {
    await using project = await scratchGitHub(files);
    await project.commit('mine', { VERSION: '0.1.1\n' });
    await project.write('VERSION', '0.2.0\n');
    expect(await refusal(commitChanges, project, asked())).toMatch('The checkout has commits that main does not have');
  });

  it('a laptop whose git may read, without a token for the API, is shown the plan', async () => {
    await using project = await scratchGitHub(files);
    const clone = await project.clone({ token: personalToken.token });
    await clone.write('VERSION', '0.2.0\n');
    const inputs = { via: 'pull-request', message: 'Release 0.2.0', mode: 'dry-run' };
    expect(await succeed(commitChanges, clone, { inputs })).toMatchObject({ operation: 'opened' });
    expect(await refusal(commitChanges, clone, { inputs: { ...inputs, mode: 'apply' } })).toMatch(
      'Missing: permission to open pull requests in org/project.',
    );
  });

  it('subjects of which no letter is left have branches of their own', async () => {
    await using project = await scratchGitHub(files);
    for (const message of ['Обновить версию', 'Исправить документы', 'Update yarn.lock.']) {
      await project.write('VERSION', `${message}\n`);
      await succeed(commitChanges, project, asked({ message }));
    }
    expect((await pulls(project)).length).toBe(3);
  });
});

describe('permissions that are missing', () => {
  const lacking = (permission: string) => ({
    ...jobToken,
    permissions: { contents: 'write', 'pull-requests': 'write', [permission]: 'read' } as const,
  });

  it.each(['contents', 'pull-requests'])('%s: write is named before anything was written', async (permission) => {
    await using project = await scratchGitHub(files, { tokens: [lacking(permission), personalToken] });
    await project.write('VERSION', '0.2.0\n');
    const said = await refusal(commitChanges, project, asked());
    expect(said).toMatch(`Add to the job: permissions: { ${permission}: write }`);
    expect((await project.remoteRefs()).has(`refs/heads/${branch}`)).toBe(false);
    expect(await pulls(project)).toEqual([]);
  });

  it('the setting that keeps jobs from opening pull requests is named', async () => {
    await using project = await scratchGitHub(files, { settings: { actionsMayPropose: false } });
    await project.write('VERSION', '0.2.0\n');
    expect(await refusal(commitChanges, project, asked())).toMatch(
      'tick "Allow GitHub Actions to create and approve pull requests". Or pass the token of a GitHub App',
    );
    expect((await project.remoteRefs()).has(`refs/heads/${branch}`)).toBe(false);
  });
});

describe('a fork', () => {
  const person = { ...personalToken, repositories: ['mona/project'] };

  it.each([0, 1])('proposes for who may not push to the repository, from a checkout of depth %i', async (depth) => {
    await using project = await scratchGitHub(files, {
      tokens: [jobToken, person, { ...personalToken, token: 'owner', login: 'owner' }],
    });
    await project.ask('POST …/forks', { token: person.token, body: {} });
    await project.commit('the fork is behind', { 'pkg.json': '{}\n' });
    await project.push();
    const clone = await project.clone({ depth });
    await clone.write('VERSION', '0.2.0\n');
    const fork = { fork: 'mona/project' };
    const outputs = await succeed(commitChanges, clone, asked(fork, person));
    expect(outputs).toMatchObject({ operation: 'opened', 'pull-request-number': '1', starts: 'true' });
    expect((await pulls(project))[0]).toMatchObject({ head: { label: `mona:${branch}`, sha: outputs['sha'] } });
    await clone.write('pkg.json', '{"version":"0.2.0"}\n');
    expect(await succeed(commitChanges, clone, asked(fork, person))).toMatchObject({ operation: 'updated' });
    expect(await refusal(commitChanges, clone, asked({ fork: 'org/project' }, person))).toMatch(
      'org/project is not a fork of org/project.',
    );
  });
});

describe('the API', () => {
  it('makes the commit, and GitHub signs it', async () => {
    await using project = await scratchGitHub(files);
    const clone = await project.clone();
    await clone.write('VERSION', '0.2.0\n');
    await clone.write(
      'bytes',
      Uint8Array.from({ length: 256 }, (_, byte) => byte),
    );
    await clone.git('rm', '--quiet', 'docs/a.md');
    const given = { 'commit-through': 'api', paths: 'VERSION\nbytes\ndocs/a.md' };
    const { sha = '' } = await succeed(commitChanges, clone, asked(given));
    expect(project.github.signed.has(sha)).toBe(true);
    await project.git('fetch', '--quiet', project.scratch.origin, branch);
    expect(await project.git('diff', '--name-status', 'HEAD', sha)).toBe('M\tVERSION\nA\tbytes\nD\tdocs/a.md');
    expect(await succeed(commitChanges, clone, asked(given))).toMatchObject({ sha, operation: 'none' });
    await clone.write('VERSION', '0.2.1\n');
    expect(await succeed(commitChanges, clone, asked(given))).toMatchObject({ operation: 'updated' });
  });

  it('also for a push, and HEAD moves there', async () => {
    await using project = await scratchGitHub(files);
    const clone = await project.clone();
    await clone.write('VERSION', '0.2.0\n');
    const { sha = '' } = await succeed(commitChanges, clone, asked({ via: 'push', 'commit-through': 'api' }));
    expect(project.github.signed.has(sha)).toBe(true);
    expect(await clone.head()).toBe(sha);
    expect((await project.remoteRefs()).get('refs/heads/main')).toBe(sha);
    expect(await clone.git('status', '--porcelain')).toBe('');
  });
});
