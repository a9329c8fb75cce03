import { describe, expect, it } from 'vitest';
import { jobToken, personalToken, type ScratchGitHub, scratchGitHub } from '../support/github.ts';

const asMona = { token: personalToken.token };
const messageOf = ({ status, body }: { status: number; body: { message: string } }) => [status, body.message];

/** A commit on top of main, made as commit-changes does: blob, tree, commit. */
async function commitThroughApi(repo: ScratchGitHub, options: { token?: string; author?: object } = {}) {
  const { token = jobToken.token, ...authorship } = options;
  const parent = await repo.head();
  const blob = await repo.ask('POST …/git/blobs', { token, body: { content: 'Yg==', encoding: 'base64' } });
  const entries = [
    { path: 'folder/b.txt', mode: '100755', type: 'blob', sha: blob.body.sha },
    { path: 'c.txt', mode: '100644', type: 'blob', content: 'c\n' },
    { path: 'a.txt', mode: '100644', type: 'blob', sha: null },
  ];
  const tree = await repo.ask('POST …/git/trees', { token, body: { base_tree: parent, tree: entries } });
  const body = { message: 'Through the API', tree: tree.body.sha, parents: [parent], ...authorship };
  return (await repo.ask('POST …/git/commits', { token, body })).body;
}

describe('objects', () => {
  it('that are made through the API are objects of git', async () => {
    await using repo = await scratchGitHub({ 'a.txt': 'a\n', 'kept.txt': 'k\n' });
    const { sha } = await commitThroughApi(repo);
    expect((await repo.ask('POST …/git/refs', { body: { ref: 'refs/heads/topic', sha } })).status).toBe(201);
    await repo.direct('fetch', '--quiet', 'origin', 'topic');
    expect(await repo.git('ls-tree', '-r', '--format=%(objectmode) %(path)', 'FETCH_HEAD')).toBe(
      '100644 c.txt\n100755 folder/b.txt\n100644 kept.txt',
    );
    expect(await repo.git('cat-file', 'blob', 'FETCH_HEAD:folder/b.txt')).toBe('b');
    const { tree } = (await repo.ask(`GET …/git/trees/${sha}?recursive=1`)).body;
    expect(tree.map(({ path }: { path: string }) => path)).toEqual(['c.txt', 'folder', 'folder/b.txt', 'kept.txt']);
  });

  it('are signed by GitHub if an App names no author', async () => {
    await using repo = await scratchGitHub({ 'a.txt': 'a\n' });
    const signed = await commitThroughApi(repo);
    const email = '41898282+github-actions[bot]@users.noreply.github.com';
    expect(signed).toMatchObject({
      author: { name: 'github-actions[bot]', email },
      committer: { name: 'GitHub', email: 'noreply@github.com' },
      verification: { verified: true, reason: 'valid' },
    });
    expect(repo.github.signed).toContain(signed.sha);
    const author = { name: 'A U Thor', email: 'author@example.com', date: '2026-01-01T00:00:00Z' };
    for (const options of [asMona, { author }]) {
      const { verification } = await commitThroughApi(repo, options);
      expect(verification).toMatchObject({ verified: false, reason: 'unsigned' });
    }
  });

  it.each([
    [
      'a tree that does not exist',
      'POST …/git/commits',
      { message: 'x', tree: '1'.repeat(40), parents: [] },
      'Tree SHA does not exist',
    ],
    [
      'an invalid ref',
      'POST …/git/refs',
      { ref: 'refs/heads', sha: '1'.repeat(40) },
      'refs/heads is not a valid ref name.',
    ],
    [
      'an object that does not exist',
      'POST …/git/refs',
      { ref: 'refs/heads/x', sha: '1'.repeat(40) },
      'Object does not exist',
    ],
    ['a ref that does not exist', 'PATCH …/git/refs/heads/x', { sha: '1'.repeat(40) }, 'Reference does not exist'],
  ])('are refused with %s', async (_, request, body, message) => {
    await using repo = await scratchGitHub();
    expect(messageOf(await repo.ask(request, { body }))).toEqual([422, message]);
  });
});

describe('a ref', () => {
  it('is visible right after its push, and can be created once', async () => {
    await using repo = await scratchGitHub({ 'a.txt': 'a\n' });
    const sha = await repo.pushTag('v1', { annotated: 'One' });
    expect((await repo.ask('GET …/git/ref/tags/v1')).body.object).toMatchObject({ type: 'tag', sha });
    expect((await repo.ask('GET …/git/ref/tags/v2')).status).toBe(404);
    const again = await repo.ask('POST …/git/refs', { body: { ref: 'refs/tags/v1', sha } });
    expect(messageOf(again)).toEqual([422, 'Reference already exists']);
  });

  it('moves forward, and to other commits only by force', async () => {
    await using repo = await scratchGitHub({ 'a.txt': 'a\n' });
    const [first, second] = [await repo.head(), await repo.commit('Second')];
    await repo.push();
    const move = (sha: string, force?: boolean) =>
      repo.ask('PATCH …/git/refs/heads/main', { body: { sha, ...(force && { force }) } });
    expect(messageOf(await move(first))).toEqual([422, 'Update is not a fast forward']);
    expect((await move(first, true)).body.object.sha).toBe(first);
    expect((await move(second)).body.object.sha).toBe(second);
  });

  it('that is protected can only be changed by a pull request', async () => {
    await using repo = await scratchGitHub({ 'a.txt': 'a\n' }, { protectedBranches: ['main'], protectedTags: ['v*'] });
    const later = await repo.commit('Later');
    await repo.push('main:topic');
    const branch = await repo.ask('PATCH …/git/refs/heads/main', { body: { sha: later } });
    expect(messageOf(branch)).toEqual([422, 'Changes must be made through a pull request.']);
    const tag = await repo.ask('POST …/git/refs', { body: { ref: 'refs/tags/v1', sha: later } });
    expect(messageOf(tag)).toEqual([422, expect.stringContaining('Repository rule violations found')]);
    const push = repo.git('-c', 'http.extraHeader=Authorization: Bearer job-token', 'push', 'origin', 'main');
    await expect(push).rejects.toThrow(
      /GH006: Protected branch update failed for refs\/heads\/main\.[^]*protected branch hook declined/,
    );
    expect((await repo.ask('GET …/branches/main')).body.protected).toBe(true);
    await repo.ask('POST …/pulls', { body: { title: 'Later', head: 'topic', base: 'main' } });
    expect((await repo.ask('PUT …/pulls/1/merge')).body).toMatchObject({ merged: true });
  });
});

describe('a file', () => {
  it('can be read, replaced if it has the given SHA, and listed', async () => {
    await using repo = await scratchGitHub({ 'folder/a.txt': 'one\n' });
    const { sha, content } = (await repo.ask('GET …/contents/folder/a.txt')).body;
    expect(Buffer.from(content, 'base64').toString()).toBe('one\n');
    const put = (seen?: string) =>
      repo.ask('PUT …/contents/folder/a.txt', {
        body: { message: 'Two', content: 'Mgo=', ...(seen && { sha: seen }) },
      });
    expect(messageOf(await put())).toEqual([422, 'Invalid request.\n\n"sha" wasn\'t supplied.']);
    expect(messageOf(await put('1'.repeat(40)))).toEqual([409, `folder/a.txt does not match ${'1'.repeat(40)}`]);
    expect((await put(sha)).body.commit.verification.verified).toBe(true);
    expect((await repo.ask('GET …/contents/folder')).body).toMatchObject([{ name: 'a.txt', type: 'file', size: 2 }]);
    expect((await repo.ask('GET …/contents/nowhere')).status).toBe(404);
  });
});

describe('a comparison', () => {
  it.each([
    ['main...main', 'identical', 0, 0],
    ['main...topic', 'diverged', 1, 1],
    ['main~1...main', undefined, 0, 0],
    ['topic...main', 'diverged', 1, 1],
    ['base...topic', 'ahead', 1, 0],
    ['topic...base', 'behind', 0, 1],
  ])('of %s is %s', async (names, status, ahead, behind) => {
    await using repo = await scratchGitHub({ 'a.txt': 'a\n' });
    await repo.git('branch', 'base');
    await repo.commit('On main', { 'main.txt': 'm\n' });
    await repo.git('switch', '--quiet', '--create', 'topic', 'base');
    await repo.commit('On topic', { 'topic.txt': 't\n' });
    await repo.push('main', 'base', 'topic');
    const { body } = await repo.ask(`GET …/compare/${names}`);
    const expected = { status, ahead_by: ahead, behind_by: behind, total_commits: ahead };
    expect(body).toMatchObject(status === undefined ? { message: 'Not Found' } : expected);
  });

  it('shows a renamed file', async () => {
    await using repo = await scratchGitHub({ 'old name.txt': 'one\ntwo\nthree\n' });
    await repo.git('mv', 'old name.txt', 'new.txt');
    await repo.commit('Rename', { 'ä.bin': Buffer.of(0, 1, 2) });
    await repo.push('main:topic');
    expect((await repo.ask('GET …/compare/main...topic')).body.files).toMatchObject([
      { filename: 'new.txt', status: 'renamed', previous_filename: 'old name.txt', changes: 0 },
      { filename: 'ä.bin', status: 'added', additions: 0 },
    ]);
  });
});

describe('a list', () => {
  it('has pages with links to each other', async () => {
    await using repo = await scratchGitHub();
    for (const name of ['a', 'b', 'c', 'd', 'e']) await repo.ask('POST …/labels', { body: { name } });
    const middle = await repo.ask('GET …/labels?per_page=2&page=2');
    expect(middle.body.map(({ name }: { name: string }) => name)).toEqual(['c', 'd']);
    const place = `${repo.github.url}/repos/org/project/labels?per_page=2`;
    expect(middle.headers.get('link')).toBe(
      [
        `<${place}&page=1>; rel="prev"`,
        `<${place}&page=1>; rel="first"`,
        `<${place}&page=3>; rel="next"`,
        `<${place}&page=3>; rel="last"`,
      ].join(', '),
    );
    expect((await repo.ask('GET …/labels?per_page=5')).headers.get('link')).toBeNull();
    expect((await repo.ask('GET …/labels?per_page=2&page=9')).body).toEqual([]);
  });
});

describe('an issue', () => {
  it('can be opened, commented and closed, and is numbered together with pull requests', async () => {
    await using repo = await scratchGitHub({ 'a.txt': 'a\n' });
    const { body } = await repo.ask('POST …/issues', {
      body: { title: 'Release v1', labels: ['release'], assignees: ['mona'] },
    });
    expect(body).toMatchObject({
      number: 1,
      state: 'open',
      labels: [{ name: 'release' }],
      assignees: [{ login: 'mona' }],
    });
    await repo.ask('POST …/issues/1/comments', { ...asMona, body: { body: 'LGTM' } });
    expect((await repo.ask('GET …/issues/1/comments')).body).toMatchObject([{ body: 'LGTM', user: { login: 'mona' } }]);
    await repo.ask('PATCH …/issues/1', { body: { state: 'closed' } });
    expect((await repo.ask('GET …/issues/1')).body).toMatchObject({
      state: 'closed',
      state_reason: 'completed',
      comments: 1,
    });
    expect((await repo.ask('GET …/issues')).body).toEqual([]);
    await repo.commit('Later');
    await repo.push('main:topic');
    await repo.ask('POST …/pulls', { body: { title: 'T', head: 'topic', base: 'main' } });
    expect((await repo.ask('GET …/issues?state=all')).body).toMatchObject([
      { number: 2, pull_request: {} },
      { number: 1 },
    ]);
    const numbers = async (query: string) =>
      (await repo.ask(`GET …/issues?state=all&${query}`)).body.map(({ number }: { number: number }) => number);
    const [first, second] = [1, 2].map((number) => repo.github.repository('org/project').issues.get(number));
    Object.assign(first ?? {}, { updatedAt: '2099-01-02T00:00:00Z' });
    Object.assign(second ?? {}, { updatedAt: '2099-01-01T00:00:00Z' });
    expect(await numbers('sort=updated')).toEqual([1, 2]);
    expect(await numbers('sort=updated&direction=asc')).toEqual([2, 1]);
    expect(await numbers('since=2099-01-01T12:00:00Z')).toEqual([1]);
  });
});

describe('a workflow', () => {
  const workflows = {
    '.github/workflows/release.yml':
      'on:\n  workflow_dispatch:\n    inputs:\n      tag: { required: true }\njobs: {}\n',
    '.github/workflows/ci.yml': 'on: push\njobs: {}\n',
  };
  const release = 'POST …/actions/workflows/release.yml/dispatches';

  it('is started at a tag, and its run is named if the request asks for it', async () => {
    await using repo = await scratchGitHub(workflows);
    await repo.pushTag('v1', { annotated: 'One' });
    const silent = await repo.ask(release, { body: { ref: 'v1', inputs: { tag: 'v1' } } });
    expect([silent.status, silent.body]).toEqual([204, undefined]);
    const told = await repo.ask(release, { body: { ref: 'refs/tags/v1', return_run_details: true } });
    expect(told).toMatchObject({
      status: 200,
      body: { html_url: expect.stringMatching(/\/org\/project\/actions\/runs\/\d+$/) },
    });
    const run = (await repo.ask(`GET …/actions/runs/${told.body.workflow_run_id}`)).body;
    expect(run).toMatchObject({
      event: 'workflow_dispatch',
      head_branch: 'v1',
      head_sha: await repo.head(),
      run_number: 2,
    });
    expect((await repo.ask('GET …/actions/runs?branch=v1')).body.total_count).toBe(2);
    expect(repo.github.repository('org/project').dispatches[0]).toMatchObject({
      ref: 'refs/tags/v1',
      inputs: { tag: 'v1' },
    });
  });

  it('is answered with its run from version 2026-03-10 of the API on', async () => {
    await using repo = await scratchGitHub(workflows);
    const headers = { 'x-github-api-version': '2026-03-10' };
    expect((await repo.ask(release, { headers, body: { ref: 'main' } })).status).toBe(200);
  });

  it.each([
    ['that is not there', 'POST …/actions/workflows/no.yml/dispatches', { ref: 'main' }, 404, 'Not Found'],
    [
      'without workflow_dispatch',
      'POST …/actions/workflows/ci.yml/dispatches',
      { ref: 'main' },
      422,
      "Workflow does not have 'workflow_dispatch' trigger",
    ],
    ['at a ref that is not there', release, { ref: 'v9' }, 422, 'No ref found for: v9'],
    [
      'with an input that it does not have',
      release,
      { ref: 'main', inputs: { x: '1' } },
      422,
      'Unexpected inputs provided: ["x"]',
    ],
  ])('%s is not started', async (_, request, body, status, message) => {
    await using repo = await scratchGitHub(workflows);
    expect(messageOf(await repo.ask(request, { body }))).toEqual([status, message]);
  });
});

it('refuses a body that is not JSON, and a request without User-Agent', async () => {
  await using repo = await scratchGitHub();
  const headers = { authorization: 'Bearer job-token' };
  const broken = await fetch(`${repo.github.url}/repos/org/project/issues`, { method: 'POST', headers, body: '{' });
  expect([broken.status, JSON.parse(await broken.text()).message]).toEqual([400, 'Problems parsing JSON']);
  expect((await repo.ask('GET …', { headers: { 'user-agent': '' } })).status).toBe(403);
});
