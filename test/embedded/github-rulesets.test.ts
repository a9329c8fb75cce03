import { describe, expect, it } from 'vitest';
import type { Token } from '../../src/embedded/github/server.ts';
import { jobToken, personalToken, type ScratchGitHub, scratchGitHub } from '../support/github.ts';

const admin = personalToken.token;
const writer: Token = { ...personalToken, token: 'writer', login: 'hubot' };
const app: Token = {
  token: 'app',
  login: 'release-bot[bot]',
  kind: 'app',
  permissions: { administration: 'write', contents: 'write', 'pull-requests': 'write' },
  appId: 4711,
  repositories: ['org/project'],
};
const job = {
  ...jobToken,
  permissions: { contents: 'write', 'pull-requests': 'write', administration: 'write' },
} as Token;
const tokens = [job, personalToken, writer, app];
const settings = { collaborators: { hubot: 'write' } } as const;

const freeze = {
  name: 'Frozen for v1.0.0',
  target: 'branch',
  enforcement: 'active',
  conditions: { ref_name: { include: ['refs/heads/main'], exclude: [] } },
  rules: [{ type: 'update' }],
};
const admins = { actor_type: 'RepositoryRole', actor_id: 5 };
const frozen = 'Repository rule violations found\n\nCannot update this protected ref.\n\n';

/** A repository with a commit on main and an open pull request to it. */
async function proposed(): Promise<ScratchGitHub> {
  const repo = await scratchGitHub({ a: '1\n' }, { tokens, settings });
  await repo.git('switch', '--quiet', '--create', 'topic');
  await repo.commit('Add b', { b: '2\n' });
  await push(repo, 'topic');
  await repo.ask('POST …/pulls', { token: admin, body: { title: 'Add b', head: 'topic', base: 'main' } });
  return repo;
}

async function ruled(ruleset: object): Promise<ScratchGitHub> {
  const repo = await proposed();
  const { status, body } = await repo.ask('POST …/rulesets', { token: admin, body: { ...freeze, ...ruleset } });
  expect([status, body.enforcement]).toEqual([201, 'active']);
  return repo;
}

const push = (repo: ScratchGitHub, refspec: string, token = admin) =>
  repo.git('-c', `http.extraHeader=Authorization: Bearer ${token}`, 'push', 'origin', refspec);
const merge = async (repo: ScratchGitHub, token: string) => {
  const { status, body } = await repo.ask('PUT …/pulls/1/merge', { token, body: {} });
  return [status, body.message];
};
const merged = [200, 'Pull Request successfully merged'];

describe('a ruleset', () => {
  it('is created, listed, changed only in the given fields, and deleted', async () => {
    await using repo = await scratchGitHub({}, { tokens, settings });
    const body = { ...freeze, bypass_actors: [{ ...admins, bypass_mode: 'pull_request' }] };
    const made = await repo.ask('POST …/rulesets', { token: admin, body });
    expect(made).toMatchObject({
      status: 201,
      body: { ...body, source: 'org/project', current_user_can_bypass: 'pull_requests_only' },
    });
    const place = `…/rulesets/${made.body.id}`;
    expect((await repo.ask('PUT ' + place, { token: admin, body: { enforcement: 'disabled' } })).body).toMatchObject({
      ...body,
      enforcement: 'disabled',
    });
    await repo.ask('POST …/rulesets', { token: admin, body: { ...freeze, name: 'Another', target: 'branch' } });
    const { body: page, headers } = await repo.ask('GET …/rulesets?per_page=1');
    expect(page).toMatchObject([{ id: made.body.id, name: freeze.name, enforcement: 'disabled' }]);
    expect(page[0]).not.toHaveProperty('rules');
    expect(headers.get('link')).toContain('rel="next"');
    expect((await repo.ask('DELETE ' + place, { token: admin })).status).toBe(204);
    for (const method of ['GET', 'DELETE'])
      expect((await repo.ask(`${method} ${place}`, { token: admin })).status).toBe(404);
  });

  it('can be read by everybody, but its bypass actors only by those who may change them', async () => {
    await using repo = await ruled({ bypass_actors: [{ ...admins, bypass_mode: 'always' }] });
    const [{ id }] = (await repo.ask('GET …/rulesets', { token: '' })).body;
    const seen = async (token: string) => (await repo.ask(`GET …/rulesets/${id}`, { token })).body;
    expect(await seen(admin)).toMatchObject({ bypass_actors: [admins], current_user_can_bypass: 'always' });
    for (const token of ['', 'writer', job.token]) {
      expect(await seen(token)).toMatchObject({ rules: freeze.rules, current_user_can_bypass: 'never' });
      expect(await seen(token)).not.toHaveProperty('bypass_actors');
    }
  });

  it.each([
    ['a job, whatever its permissions', job.token, 403, 'Resource not accessible by integration'],
    ['a person who is no admin', 'writer', 404, 'Not Found'],
    ['nobody in particular', '', 401, 'Requires authentication'],
  ])('cannot be created by %s', async (_, token, status, message) => {
    await using repo = await scratchGitHub({}, { tokens, settings });
    const answer = await repo.ask('POST …/rulesets', { token, body: freeze });
    expect([answer.status, answer.body.message]).toEqual([status, message]);
  });

  it('can be created by an App with that permission, which the repository shows', async () => {
    await using repo = await scratchGitHub({}, { tokens, settings });
    expect((await repo.ask('POST …/rulesets', { token: 'app', body: freeze })).status).toBe(201);
    const permissions = async (token: string) => (await repo.ask('GET …', { token })).body.permissions;
    expect(await permissions(admin)).toMatchObject({ admin: true, maintain: true, push: true });
    expect(await permissions('writer')).toMatchObject({ admin: false, maintain: false, push: true });
  });

  it.each<[string, object, string]>([
    ['the name of another', {}, 'Name must be unique'],
    [
      'a branch without refs/heads/',
      { conditions: { ref_name: { include: ['main'], exclude: [] } } },
      "Invalid target patterns: 'main'",
    ],
    [
      'the default branch in a ruleset for tags',
      { target: 'tag', conditions: { ref_name: { include: ['~DEFAULT_BRANCH'], exclude: [] } } },
      "Invalid target patterns: '~DEFAULT_BRANCH'",
    ],
    [
      'a bypass by pull request for tags',
      {
        target: 'tag',
        conditions: { ref_name: { include: ['~ALL'], exclude: [] } },
        bypass_actors: [{ ...admins, bypass_mode: 'pull_request' }],
      },
      'Bypass mode pull_request is not applicable to tag rulesets',
    ],
    [
      'a bypass for the App of jobs',
      { bypass_actors: [{ actor_type: 'Integration', actor_id: 15_368 }] },
      'Actor GitHub Actions integration must be part of the ruleset source or owner organization',
    ],
  ])('with %s is refused', async (_, wrong, error) => {
    await using repo = await ruled({});
    const name = error.startsWith('Name') ? freeze.name : 'Second';
    const { status, body } = await repo.ask('POST …/rulesets', { token: admin, body: { ...freeze, name, ...wrong } });
    expect([status, body.message, body.errors]).toEqual([422, 'Validation Failed', [error]]);
  });
});

it('the rules that are in force for a branch are shown to everybody, with the numbers of their rulesets', async () => {
  await using repo = await ruled({ bypass_actors: [{ ...admins, bypass_mode: 'pull_request' }] });
  const [{ id }] = (await repo.ask('GET …/rulesets')).body;
  const shown = async (branch: string) => (await repo.ask(`GET …/rules/branches/${branch}`, { token: '' })).body;
  const place = { ruleset_source_type: 'Repository', ruleset_source: 'org/project', ruleset_id: id };
  expect(await shown('main')).toEqual([{ type: 'update', ...place }]);
  expect(await shown('topic')).toEqual([]);
  await repo.ask(`PUT …/rulesets/${id}`, { token: admin, body: { enforcement: 'disabled' } });
  expect(await shown('main')).toEqual([]);
});

it('a rule that is not enforced here makes the test fail', async () => {
  const repo = await scratchGitHub({}, { tokens });
  const body = { ...freeze, rules: [{ type: 'required_signatures' }] };
  expect((await repo.ask('POST …/rulesets', { token: admin, body })).status).toBe(500);
  await expect(repo[Symbol.asyncDispose]()).rejects.toThrow('does not enforce the rule required_signatures');
});

describe('a frozen branch', () => {
  it('cannot be changed by a push or through the API', async () => {
    await using repo = await ruled({ bypass_actors: [{ ...admins, bypass_mode: 'pull_request' }] });
    const refused = await push(repo, 'topic:main').catch(String);
    expect(refused).toContain('remote: error: GH013: Repository rule violations found for refs/heads/main.');
    expect(refused).toMatch(/remote: - Cannot update this protected ref\. *\n/);
    expect(refused).toContain('! [remote rejected] topic -> main (push declined due to repository rule violations)');
    const sha = await repo.head();
    const moved = await repo.ask('PATCH …/git/refs/heads/main', { token: admin, body: { sha } });
    expect([moved.status, moved.body.message]).toEqual([422, frozen]);
    const file = { message: 'c', content: Buffer.from('3').toString('base64') };
    const written = await repo.ask('PUT …/contents/c', { token: admin, body: file });
    expect([written.status, written.body.message]).toEqual([409, frozen]);
    expect((await repo.remoteRefs()).get('refs/heads/main')).toBe(await repo.git('rev-parse', 'main'));
  });

  it('takes merges only from those who may bypass it, and shows everybody that it is blocked', async () => {
    await using repo = await ruled({ bypass_actors: [{ ...admins, bypass_mode: 'pull_request' }] });
    expect((await repo.ask('GET …/pulls/1')).body).toMatchObject({ mergeable: true, mergeable_state: 'blocked' });
    for (const token of ['writer', job.token, 'app']) expect(await merge(repo, token)).toEqual([405, frozen]);
    expect(await merge(repo, admin)).toEqual(merged);
  });

  it('takes pushes from those who may always bypass it', async () => {
    await using repo = await ruled({ bypass_actors: [{ actor_type: 'Integration', actor_id: 4711 }] });
    await expect(push(repo, 'topic:main')).rejects.toThrow('GH013');
    await push(repo, 'topic:main', 'app');
    expect((await repo.ask('GET …/pulls/1')).body.merged).toBe(true);
  });

  it('can be bypassed by the given role and higher ones', async () => {
    await using repo = await ruled({ bypass_actors: [{ ...admins, actor_id: 2 }] });
    await expect(push(repo, 'topic:main', 'writer')).rejects.toThrow('GH013');
    await push(repo, 'topic:main');
  });

  it('can be bypassed by owners of the organization, if they are an actor', async () => {
    const owner: Token = { ...personalToken, token: 'owner', login: 'octo' };
    const people = { tokens: [...tokens, owner], settings: { collaborators: { octo: 'owner' } } } as const;
    await using repo = await scratchGitHub({}, people);
    const body = { ...freeze, bypass_actors: [{ actor_type: 'OrganizationAdmin', bypass_mode: 'always' }] };
    await repo.ask('POST …/rulesets', { token: admin, body });
    await repo.commit('Later');
    await expect(push(repo, 'main')).rejects.toThrow('GH013');
    await push(repo, 'main', 'owner');
  });

  it('can be changed again when its ruleset is deleted or disabled', async () => {
    await using repo = await ruled({});
    const [{ id }] = (await repo.ask('GET …/rulesets')).body;
    await repo.ask(`PUT …/rulesets/${id}`, { token: admin, body: { enforcement: 'disabled' } });
    await push(repo, 'topic:main');
    await repo.ask(`PUT …/rulesets/${id}`, { token: admin, body: { enforcement: 'active' } });
    await repo.commit('Later');
    await expect(push(repo, 'topic:main')).rejects.toThrow('GH013');
    await repo.ask(`DELETE …/rulesets/${id}`, { token: admin });
    await push(repo, 'topic:main');
  });

  it('does not affect other branches, even in the same push', async () => {
    await using repo = await ruled({ conditions: { ref_name: { include: ['~DEFAULT_BRANCH'], exclude: [] } } });
    const both = ['push', 'origin', 'topic:main', 'topic:other'];
    await expect(repo.git('-c', `http.extraHeader=Authorization: Bearer ${admin}`, ...both)).rejects.toThrow('GH013');
    const refs = await repo.remoteRefs();
    expect(refs.get('refs/heads/other')).toBe(await repo.head());
    expect(refs.get('refs/heads/main')).not.toBe(await repo.head());
  });
});

describe('a rule', () => {
  it.each([
    ['creation', 'topic:new', 'Cannot create ref due to creations being restricted.', 'topic'],
    ['deletion', ':topic', 'Cannot delete this branch', 'topic:new'],
    ['non_fast_forward', '+main:topic', 'Cannot force-push to this branch', 'later:topic'],
  ])('%s refuses %s: %s, and allows %s', async (type, wrong, violation, right) => {
    await using repo = await ruled({
      conditions: { ref_name: { include: ['~ALL'], exclude: ['refs/heads/dev*'] } },
      rules: [{ type }],
    });
    await repo.git('switch', '--quiet', '--create', 'later');
    await repo.commit('Later');
    await expect(push(repo, wrong)).rejects.toThrow(violation);
    await push(repo, right);
    await push(repo, '+main:dev');
  });

  it('pull_request refuses everything but approved pull requests', async () => {
    const parameters = {
      dismiss_stale_reviews_on_push: false,
      require_code_owner_review: false,
      require_last_push_approval: false,
      required_approving_review_count: 1,
      required_review_thread_resolution: false,
    };
    await using repo = await ruled({ rules: [{ type: 'pull_request', parameters }, { type: 'non_fast_forward' }] });
    await repo.git('switch', '--quiet', '--orphan', 'unrelated');
    await repo.commit('Unrelated');
    await expect(push(repo, '+unrelated:main')).rejects.toThrow(
      /- Cannot force-push to this branch *\n[^]*- Changes must be made through a pull request\. *\n/,
    );
    const unapproved = 'At least 1 approving review is required by reviewers with write access.';
    expect(await merge(repo, admin)).toEqual([405, `Repository rule violations found\n\n${unapproved}\n\n`]);
    await repo.ask('POST …/pulls/1/reviews', { token: 'writer', body: { event: 'APPROVE' } });
    expect(await merge(repo, admin)).toEqual(merged);
  });

  it('for tags stops releases from creating them', async () => {
    const conditions = { ref_name: { include: ['refs/tags/v*'], exclude: [] } };
    await using repo = await ruled({ target: 'tag', conditions, rules: [{ type: 'creation' }, { type: 'deletion' }] });
    await expect(push(repo, 'topic:refs/tags/v1')).rejects.toThrow('Cannot create ref due to creations');
    const { status, body } = await repo.ask('POST …/releases', { token: admin, body: { tag_name: 'v1' } });
    expect([status, body.errors[0].message]).toEqual([422, expect.stringContaining('creations being restricted')]);
    await push(repo, 'topic:refs/tags/w1');
  });
});
