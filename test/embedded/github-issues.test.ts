import { expect, it } from 'vitest';
import type { Token } from '../../src/embedded/github/server.ts';
import { jobToken, personalToken, scratchGitHub } from '../support/github.ts';

const asMona = { token: personalToken.token };
const app: Token = {
  token: 'app-token',
  login: 'release-app[bot]',
  kind: 'app',
  permissions: { issues: 'write', members: 'read' },
};
const personWithTeams: Token = { ...personalToken, token: 'with-teams', kind: 'classic', scopes: ['repo', 'read:org'] };

const question = (ids: readonly string[], kind: string) =>
  `{ nodes(ids: ${JSON.stringify(ids)}) { ... on ${kind} { lastEditedAt editor { login } userContentEdits(first: 10) { nodes { diff editor { login } } } } } }`;

it('keeps every version of the text of an issue, the newest first', async () => {
  await using repo = await scratchGitHub();
  const { body: made } = await repo.ask('POST …/issues', { ...asMona, body: { title: 'T', body: 'one' } });
  const ask = async () => {
    const query = question([made.node_id], 'Issue');
    return (await repo.ask('POST /graphql', { ...asMona, body: { query } })).body.data.nodes[0];
  };
  expect(await ask()).toMatchObject({ lastEditedAt: null, editor: null, userContentEdits: { nodes: [] } });
  await repo.ask('PATCH …/issues/1', { body: { body: 'two' } });
  await repo.ask('PATCH …/issues/1', { body: { body: 'two', title: 'Other' } });
  await repo.ask('PATCH …/issues/1', { ...asMona, body: { body: 'three' } });
  expect(await ask()).toMatchObject({
    editor: { login: 'mona' },
    userContentEdits: {
      nodes: [
        { diff: 'three', editor: { login: 'mona' } },
        { diff: 'two', editor: { login: 'github-actions' } },
        { diff: 'one', editor: { login: 'mona' } },
      ],
    },
  });
});

it('lets comments be shown, edited and deleted, and keeps their versions', async () => {
  await using repo = await scratchGitHub();
  await repo.ask('POST …/issues', { body: { title: 'T' } });
  const { body: comment } = await repo.ask('POST …/issues/1/comments', { ...asMona, body: { body: 'LGTM' } });
  const path = `…/issues/comments/${comment.id}`;
  expect((await repo.ask(`GET ${path}`)).body).toEqual(comment);
  expect((await repo.ask(`PATCH ${path}`, { body: { body: 'no' } })).body).toMatchObject({
    id: comment.id,
    body: 'no',
    user: { login: 'mona' },
  });
  const query = question([comment.node_id], 'IssueComment');
  const { data } = (await repo.ask('POST /graphql', { ...asMona, body: { query } })).body;
  expect(data.nodes[0].userContentEdits.nodes).toEqual([
    { diff: 'no', editor: { login: 'github-actions' } },
    { diff: 'LGTM', editor: { login: 'mona' } },
  ]);
  expect((await repo.ask(`DELETE ${path}`)).status).toBe(204);
  expect((await repo.ask('GET …/issues/1/comments')).body).toEqual([]);
  for (const method of ['GET', 'DELETE']) expect((await repo.ask(`${method} ${path}`)).status).toBe(404);
  expect((await repo.ask(`PATCH ${path}`, { body: { body: 'x' } })).status).toBe(404);
});

it('shows the members of a team to members of the organization, and never to a job', async () => {
  const settings = { teams: { 'release-managers': ['ann', 'bob'] } };
  const tokens = [jobToken, personalToken, personWithTeams, app];
  await using repo = await scratchGitHub({}, { settings, tokens });
  const ask = (token: string, team: string) => repo.ask(`GET /orgs/org/teams/${team}/members`, { token });
  for (const { token } of [app, personWithTeams]) {
    const { status, body } = await ask(token, 'release-managers');
    expect([status, body.map(({ login }: { login: string }) => login)]).toEqual([200, ['ann', 'bob']]);
  }
  expect((await ask(app.token, 'nobody')).status).toBe(404);
  expect((await ask(personalToken.token, 'release-managers')).status).toBe(404);
  expect((await ask(jobToken.token, 'release-managers')).status).toBe(403);
  expect((await ask('', 'release-managers')).status).toBe(401);
});

it('shows the permission of an account, also if its membership is private', async () => {
  const settings = { collaborators: { ann: 'write', max: 'maintain' }, privateMembers: ['ann'] } as const;
  await using repo = await scratchGitHub({}, { settings });
  const ask = async (login: string) => (await repo.ask(`GET …/collaborators/${login}/permission`)).body;
  expect(await ask('ann')).toMatchObject({ permission: 'write', role_name: 'write' });
  expect(await ask('max')).toMatchObject({ permission: 'write', role_name: 'maintain' });
  expect(await ask('mona')).toMatchObject({ permission: 'admin' });
  expect(await ask('mallory')).toMatchObject({ permission: 'read' });
});
