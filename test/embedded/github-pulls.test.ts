import { describe, expect, it } from 'vitest';
import type { Token } from '../../src/embedded/github/server.ts';
import {
  jobToken,
  personalToken,
  type ScratchGitHub,
  scratchGitHub,
  type ScratchGitHubOptions,
} from '../support/github.ts';

const outsider: Token = { ...personalToken, token: 'outsider', login: 'hubot', repositories: [] };
const tokens = [jobToken, personalToken, outsider];

async function proposed(options: ScratchGitHubOptions = {}): Promise<ScratchGitHub> {
  const repo = await scratchGitHub({ 'a.txt': 'one\n' }, { tokens, ...options });
  await repo.git('switch', '--quiet', '--create', 'topic');
  await repo.commit('Add b', { 'b.txt': 'two\n' });
  await repo.push('topic');
  const { status } = await repo.ask('POST …/pulls', { body: { title: 'Add b', head: 'topic', base: 'main' } });
  expect(status).toBe(201);
  return repo;
}

const pull = async (repo: ScratchGitHub) => (await repo.ask('GET …/pulls/1')).body;

describe('a pull request', () => {
  it('shows its branches, commits and files', async () => {
    await using repo = await proposed();
    const [main, topic] = [await repo.git('rev-parse', 'main'), await repo.head()];
    expect(await pull(repo)).toMatchObject({
      number: 1,
      state: 'open',
      mergeable: true,
      commits: 1,
      additions: 1,
      changed_files: 1,
      user: { login: 'github-actions[bot]', type: 'Bot' },
      head: { label: 'org:topic', sha: topic },
      base: { label: 'org:main', sha: main },
    });
    expect((await repo.ask('GET …/pulls/1/commits')).body).toMatchObject([
      { sha: topic, commit: { message: 'Add b' } },
    ]);
    expect((await repo.ask('GET …/pulls/1/files')).body).toMatchObject([
      { filename: 'b.txt', status: 'added', patch: '@@ -0,0 +1 @@\n+two' },
    ]);
  });

  it('is found by its branches', async () => {
    await using repo = await proposed();
    const found = async (query: string) => (await repo.ask(`GET …/pulls?${query}`)).body.length;
    expect(await found('head=org:topic&base=main')).toBe(1);
    expect(await found('head=org:other')).toBe(0);
    expect(await found('base=other')).toBe(0);
    expect(await found('state=closed')).toBe(0);
    expect(await found('head=topic-without-owner')).toBe(1); // GitHub ignores such a head
  });

  it('follows what is pushed to its branch, and refs/pull/1/head with it', async () => {
    await using repo = await proposed();
    const later = await repo.commit('Add c', { 'c.txt': 'three\n' });
    await repo.push('topic');
    expect(await pull(repo)).toMatchObject({ head: { sha: later }, commits: 2 });
    expect((await repo.remoteRefs()).get('refs/pull/1/head')).toBe(later);
  });

  it('is closed with its branch, and keeps its commit', async () => {
    await using repo = await proposed();
    expect((await repo.ask('DELETE …/git/refs/heads/topic')).status).toBe(204);
    expect(await pull(repo)).toMatchObject({ state: 'closed', merged: false, head: { sha: await repo.head() } });
    const { status, body } = await repo.ask('PATCH …/pulls/1', { body: { state: 'open' } });
    expect([status, body.errors[0].message]).toEqual([
      422,
      'state cannot be changed. The topic branch has been deleted.',
    ]);
  });

  it('counts as merged when its commits are pushed to its base', async () => {
    await using repo = await proposed();
    await repo.push('topic:main');
    expect(await pull(repo)).toMatchObject({ state: 'closed', merged: true });
  });

  it('is refused while another one is open for the same branches', async () => {
    await using repo = await proposed();
    const again = { title: 'Again', head: 'topic', base: 'main' };
    const { status, body } = await repo.ask('POST …/pulls', { body: again });
    expect([status, body.errors[0].message]).toEqual([422, 'A pull request already exists for org:topic.']);
    await repo.ask('PATCH …/pulls/1', { body: { state: 'closed' } });
    expect((await repo.ask('POST …/pulls', { body: again })).body.number).toBe(2);
    expect((await repo.ask('PATCH …/pulls/1', { body: { state: 'open' } })).status).toBe(422);
  });

  it.each([
    ['a head that is not there', { title: 'T', head: 'nowhere', base: 'main' }, { field: 'head', code: 'invalid' }],
    ['a base that is not there', { title: 'T', head: 'topic', base: 'nowhere' }, { field: 'base', code: 'invalid' }],
    ['no title', { head: 'topic', base: 'main' }, { field: 'title', code: 'missing_field' }],
  ])('with %s is refused', async (_, body, error) => {
    await using repo = await proposed();
    const answer = await repo.ask('POST …/pulls', { body });
    expect([answer.status, answer.body.errors[0]]).toEqual([422, { resource: 'PullRequest', ...error }]);
  });

  it('has labels, which are created if necessary, assignees and a milestone', async () => {
    await using repo = await proposed();
    await repo.ask('POST …/labels', { body: { name: 'Release', color: 'ff0000' } });
    await repo.ask('POST …/milestones', { body: { title: 'v1' } });
    await repo.ask('POST …/issues/1/labels', { body: { labels: ['release', 'new'] } });
    await repo.ask('POST …/issues/1/assignees', { body: { assignees: ['mona', 'stranger'] } });
    await repo.ask('PATCH …/issues/1', { body: { milestone: 1 } });
    const { labels, assignees, milestone } = await pull(repo);
    expect(labels.map(({ name }: { name: string }) => name)).toEqual(['Release', 'new']);
    expect(assignees).toMatchObject([{ login: 'mona' }]);
    expect(milestone.title).toBe('v1');
    expect((await repo.ask('DELETE …/issues/1/labels/NEW')).body).toMatchObject([{ name: 'Release' }]);
    expect((await repo.ask('PATCH …/issues/1', { body: { milestone: 7 } })).body.errors[0]).toMatchObject({
      field: 'milestone',
    });
  });

  it('can request reviews from collaborators and teams only', async () => {
    await using repo = await proposed({ settings: { teams: ['maintainers'] } });
    const ask = (body: unknown, token?: string) =>
      repo.ask('POST …/pulls/1/requested_reviewers', { body, ...(token && { token }) });
    expect((await ask({ reviewers: ['mona'], team_reviewers: ['maintainers'] })).body).toMatchObject({
      requested_reviewers: [{ login: 'mona' }],
      requested_teams: [{ slug: 'maintainers' }],
    });
    const { status, body } = await ask({ reviewers: ['stranger'] });
    expect(status).toBe(422);
    expect(body.message).toMatch(/^Reviews may only be requested from collaborators\./);
    expect((await ask({ reviewers: ['github-actions[bot]'] })).body.message).toBe(
      'Review cannot be requested from pull request author.',
    );
    await repo.ask('POST …/pulls/1/reviews', { token: personalToken.token, body: { event: 'APPROVE' } });
    expect((await repo.ask('GET …/pulls/1/requested_reviewers')).body.users).toEqual([]);
    expect((await repo.ask('GET …/pulls/1/reviews')).body).toMatchObject([
      { state: 'APPROVED', user: { login: 'mona' } },
    ]);
  });
});

describe('a merge', () => {
  it.each([
    ['merge', 2, 'Merge pull request #1 from org/topic'],
    ['squash', 1, 'Add b (#1)'],
    ['rebase', 1, 'Add b'],
  ])('by %s leaves %i parents and a message', async (method, parents, subject) => {
    await using repo = await proposed();
    await repo.git('switch', '--quiet', 'main');
    await repo.commit('Meanwhile', { 'other.txt': 'x\n' });
    await repo.push();
    const { body } = await repo.ask('PUT …/pulls/1/merge', { body: { merge_method: method } });
    expect(body).toMatchObject({ merged: true });
    await repo.direct('fetch', '--quiet', 'origin');
    const tip = await repo.git('log', '-1', '--format=%H %P%n%s', 'origin/main');
    const [names = '', message] = tip.split('\n');
    expect([names.split(' ')[0], names.split(' ').length - 1, message]).toEqual([body.sha, parents, subject]);
    expect(await repo.git('ls-tree', '--name-only', 'origin/main')).toBe('a.txt\nb.txt\nother.txt');
    expect(await pull(repo)).toMatchObject({ state: 'closed', merged: true, merge_commit_sha: body.sha });
  });

  it('is refused if there are conflicts, or if the head is not the given commit', async () => {
    await using repo = await proposed();
    const moved = await repo.ask('PUT …/pulls/1/merge', { body: { sha: '0'.repeat(40) } });
    expect([moved.status, moved.body.message]).toEqual([
      409,
      'Head branch was modified. Review and try the merge again.',
    ]);
    await repo.git('switch', '--quiet', 'main');
    await repo.commit('Conflict', { 'b.txt': 'other\n' });
    await repo.push();
    expect(await pull(repo)).toMatchObject({ mergeable: false, mergeable_state: 'dirty' });
    const { status, body } = await repo.ask('PUT …/pulls/1/merge', { body: {} });
    expect([status, body.message]).toEqual([405, 'Pull Request is not mergeable']);
  });
});

describe('a fork', () => {
  it('is made once, shares the objects, and belongs to its owner', async () => {
    await using repo = await proposed();
    const fork = await repo.ask('POST …/forks', { token: 'outsider', body: {} });
    expect(fork).toMatchObject({
      status: 202,
      body: { full_name: 'hubot/project', fork: true, parent: { full_name: 'org/project' } },
    });
    expect((await repo.ask('POST …/forks', { token: 'outsider', body: {} })).body.id).toBe(fork.body.id);
    expect((await repo.ask('GET …/forks')).body).toMatchObject([{ full_name: 'hubot/project' }]);
    const remote = `${repo.github.git.url}/hubot/project`;
    const push = (token: string) =>
      repo.git('-c', `http.extraHeader=Authorization: Bearer ${token}`, 'push', remote, 'topic:forked');
    await push('outsider');
    await expect(push(jobToken.token)).rejects.toThrow('denied to github-actions[bot]');
  });

  it('can be the head of a pull request to its parent', async () => {
    await using repo = await proposed();
    await repo.ask('POST …/forks', { token: 'outsider', body: {} });
    const file = { message: 'Add z', content: Buffer.from('z\n').toString('base64'), branch: 'main' };
    const { commit } = (await repo.ask('PUT /repos/hubot/project/contents/z.txt', { token: 'outsider', body: file }))
      .body;
    const body = { title: 'From a fork', head: 'hubot:main', base: 'main' };
    const opened = await repo.ask('POST …/pulls', { token: 'outsider', body });
    expect(opened).toMatchObject({
      status: 201,
      body: { head: { label: 'hubot:main', repo: { full_name: 'hubot/project' } } },
    });
    expect((await repo.ask('GET …/compare/main...hubot:main')).body).toMatchObject({
      status: 'ahead',
      commits: [{ sha: commit.sha }],
    });
    expect((await repo.remoteRefs()).get('refs/pull/2/head')).toBe(commit.sha);
    expect((await repo.ask('PUT …/pulls/2/merge', { token: 'outsider' })).status).toBe(404);
    const retitled = await repo.ask('PATCH …/pulls/2', { token: 'outsider', body: { title: 'Better' } });
    expect(retitled.body.title).toBe('Better');
    expect((await repo.ask('PATCH …/pulls/1', { token: 'outsider', body: { title: 'Mine' } })).status).toBe(404);
    const asked = await repo.ask('POST …/pulls/2/requested_reviewers', {
      token: 'outsider',
      body: { reviewers: ['mona'] },
    });
    expect([asked.status, asked.body.message]).toEqual([403, 'Must have admin rights to Repository.']);
    const labelled = await repo.ask('PATCH …/issues/2', { token: 'outsider', body: { labels: ['x'] } });
    expect([labelled.status, labelled.body.labels]).toEqual([200, []]);
    expect((await repo.ask('PUT …/pulls/2/merge')).body).toMatchObject({ merged: true });
    await repo.direct('fetch', '--quiet', 'origin');
    expect(await repo.git('show', 'origin/main:z.txt')).toBe('z');
  });
});
