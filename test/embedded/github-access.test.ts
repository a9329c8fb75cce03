import { describe, expect, it } from 'vitest';
import type { Token } from '../../src/embedded/github/server.ts';
import { jobToken, personalToken, scratchGitHub } from '../support/github.ts';

const job = (permissions: Record<string, 'none' | 'read' | 'write'>): Token => ({
  token: 'restricted',
  login: 'github-actions[bot]',
  kind: 'job',
  permissions,
  repositories: ['org/project'],
});
const classic = (...scopes: string[]): Token => ({ token: 'restricted', login: 'mona', kind: 'classic', scopes });
const fineGrained = (permissions: Record<string, 'read' | 'write'>): Token => ({
  token: 'restricted',
  login: 'mona',
  kind: 'fine-grained',
  permissions,
  repositories: ['org/project'],
});

const proposal = { title: 'T', head: 'main', base: 'main' };
const secret = { settings: { privateRepositories: ['org/project'] } };

describe('a token', () => {
  it('that is unknown or expired is refused', async () => {
    await using repo = await scratchGitHub({}, { tokens: [{ ...jobToken, isExpired: true }] });
    for (const token of ['unknown', jobToken.token]) {
      const { status, body } = await repo.ask('GET …', { token });
      expect(status).toBe(401);
      expect(body).toEqual({
        message: 'Bad credentials',
        documentation_url: 'https://docs.github.com/rest',
        status: '401',
      });
    }
  });

  it.each<[string, Token, number, string, string | null]>([
    ['of a job', job({ contents: 'write' }), 403, 'Resource not accessible by integration', 'pull_requests=write'],
    [
      'of an App',
      { ...job({}), kind: 'app', permissions: {} },
      403,
      'Resource not accessible by integration',
      'pull_requests=write',
    ],
    [
      'that is fine-grained',
      fineGrained({ contents: 'write' }),
      403,
      'Resource not accessible by personal access token',
      'pull_requests=write',
    ],
    ['that is classic', classic('read:org'), 404, 'Not Found', null],
  ])(
    '%s without the permission is refused before its request is checked',
    async (_, token, status, message, accepted) => {
      await using repo = await scratchGitHub({}, { tokens: [token] });
      const answer = await repo.ask('POST …/pulls', { token: 'restricted', body: proposal });
      expect(answer.status).toBe(status);
      expect(answer.body).toEqual({
        message,
        documentation_url: 'https://docs.github.com/rest/pulls/pulls#create-a-pull-request',
        status: String(status),
      });
      expect(answer.headers.get('x-accepted-github-permissions')).toBe(accepted);
    },
  );

  it('with the permission learns what is wrong with its request', async () => {
    await using repo = await scratchGitHub({}, { tokens: [job({ 'pull-requests': 'write' })] });
    const { status, body } = await repo.ask('POST …/pulls', { token: 'restricted', body: proposal });
    expect(status).toBe(422);
    expect(body.errors).toEqual([
      { resource: 'PullRequest', code: 'custom', message: 'No commits between main and main' },
    ]);
  });

  it('that is classic gets its scopes and those of the route in the answer', async () => {
    await using repo = await scratchGitHub({}, { tokens: [classic('public_repo', 'workflow')] });
    const { headers } = await repo.ask('POST …/labels', { token: 'restricted', body: { name: 'x' } });
    expect(headers.get('x-oauth-scopes')).toBe('public_repo, workflow');
    expect(headers.get('x-accepted-oauth-scopes')).toBe('repo');
  });

  it('does not see a private repository that it does not reach', async () => {
    const stranger: Token = { ...personalToken, token: 'stranger', login: 'hubot', repositories: [] };
    await using repo = await scratchGitHub({}, { ...secret, tokens: [jobToken, stranger] });
    for (const token of ['stranger', '']) expect((await repo.ask('GET …', { token })).status).toBe(404);
    expect((await repo.ask('GET …')).body.private).toBe(true);
    await expect(
      repo.git('-c', `http.extraHeader=Authorization: Bearer stranger`, 'ls-remote', 'origin'),
    ).rejects.toThrow('not found');
  });

  it('needs a permission to read a private repository, and none for a public one', async () => {
    const tokens = [job({ contents: 'none' })];
    await using open = await scratchGitHub({ a: '1' }, { tokens });
    await using closed = await scratchGitHub({ a: '1' }, { ...secret, tokens });
    expect((await open.ask('GET …/contents/a', { token: 'restricted' })).status).toBe(200);
    expect((await closed.ask('GET …/contents/a', { token: 'restricted' })).status).toBe(403);
  });

  it('of a job is refused by GET /user', async () => {
    await using repo = await scratchGitHub();
    expect((await repo.ask('GET /user')).status).toBe(403);
    expect((await repo.ask('GET /user', { token: personalToken.token })).body.login).toBe('mona');
  });

  it('of any kind has an account in GraphQL', async () => {
    await using repo = await scratchGitHub();
    const viewer = async (token?: string) =>
      (await repo.ask('POST /graphql', { ...(token && { token }), body: { query: '{ viewer { login databaseId } }' } }))
        .body.data.viewer;
    expect(await viewer()).toEqual({ login: 'github-actions[bot]', databaseId: 41_898_282 });
    expect(await viewer(personalToken.token)).toMatchObject({ login: 'mona' });
  });

  it('needs the same permission to merge in GraphQL as in REST', async () => {
    await using repo = await scratchGitHub({ a: '1' }, { tokens: [jobToken, job({ contents: 'read' })] });
    await repo.commit('Later');
    await repo.push('main:topic');
    const { node_id: id } = (await repo.ask('POST …/pulls', { body: { ...proposal, head: 'topic' } })).body;
    const query = `mutation { mergePullRequest(input: { pullRequestId: "${id}" }) { pullRequest { state } } }`;
    const refused = await repo.ask('POST /graphql', { token: 'restricted', body: { query } });
    expect(refused.body.errors).toMatchObject([
      { type: 'FORBIDDEN', message: 'Resource not accessible by integration' },
    ]);
    const { body } = await repo.ask('POST /graphql', { body: { query } });
    expect(body.data.mergePullRequest.pullRequest.state).toBe('MERGED');
  });

  it('of a job opens no pull request if the repository does not allow it', async () => {
    await using repo = await scratchGitHub({}, { settings: { actionsMayPropose: false } });
    const { status, body } = await repo.ask('POST …/pulls', { body: proposal });
    expect(status).toBe(403);
    expect(body.message).toBe('GitHub Actions is not permitted to create or approve pull requests.');
  });

  it('of a job adds no workflow file, neither through the API nor with git', async () => {
    await using repo = await scratchGitHub();
    const content = Buffer.from('on: push\n').toString('base64');
    const file = { message: 'CI', content };
    const { status, body } = await repo.ask('PUT …/contents/.github/workflows/ci.yml', { body: file });
    expect(status).toBe(403);
    expect(body.message).toContain(
      'refusing to allow a GitHub App to create or update workflow `.github/workflows/ci.yml`',
    );
    const personal = await repo.ask('PUT …/contents/.github/workflows/ci.yml', {
      token: personalToken.token,
      body: file,
    });
    expect(personal.status).toBe(201);
  });

  it('that is classic needs a scope to push a workflow file', async () => {
    await using repo = await scratchGitHub({}, { tokens: [classic('repo')] });
    await repo.commit('CI', { '.github/workflows/ci.yml': 'on: push\n' });
    const push = repo.git('-c', 'http.extraHeader=Authorization: Bearer restricted', 'push', 'origin', 'main');
    await expect(push).rejects.toThrow(
      'refusing to allow a Personal Access Token to create or update workflow `.github/workflows/ci.yml` without `workflow` scope',
    );
  });

  it('that has used up its rate limit is refused', async () => {
    await using repo = await scratchGitHub({}, { settings: { rateLimit: 2 } });
    expect((await repo.ask('GET …')).headers.get('x-ratelimit-remaining')).toBe('1');
    await repo.ask('GET …');
    const { status, headers, body } = await repo.ask('GET …');
    expect(status).toBe(403);
    expect(body.message).toMatch(/^API rate limit exceeded for /);
    expect(headers.get('x-ratelimit-remaining')).toBe('0');
    expect(Number(headers.get('x-ratelimit-reset'))).toBeGreaterThan(Date.now() / 1000);
  });
});
