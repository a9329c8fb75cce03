import { describe, expect, it } from 'vitest';
import type { Token } from '../../src/embedded/github/server.ts';
import { jobToken, personalToken, scratchGitHub } from '../support/github.ts';

const admin = personalToken.token;
const stranger: Token = { ...personalToken, token: 'stranger', login: 'ann', repositories: [] };
const app: Token = {
  token: 'app',
  login: 'reader[bot]',
  kind: 'app',
  permissions: { secrets: 'read', environments: 'read' },
};
const jobs = {
  'org/project': {
    secrets: ['A', 'B'],
    organizationSecrets: ['C'],
    variables: { D: '1' },
    environments: [
      {
        name: 'release',
        secrets: ['E'],
        variables: { F: '2' },
        admits: { branches: ['main'], tags: ['v*'] },
        reviewers: ['mona'],
      },
      { name: 'a/b', admits: 'protected' },
      { name: 'open' },
    ],
    actions: { allowed: 'selected', needsFullCommits: true },
    defaultPermissions: 'write',
  },
} as const;
const tokens = [personalToken, jobToken, stranger, app];

describe('what is set up for jobs', () => {
  it('is shown with names, values and rules', async () => {
    await using repo = await scratchGitHub({}, { tokens, settings: { jobs } });
    const ask = async (path: string) => (await repo.ask(`GET …/${path}`, { token: admin })).body;
    expect(await ask('actions/secrets?per_page=1&page=2')).toMatchObject({ total_count: 2, secrets: [{ name: 'B' }] });
    expect(await ask('actions/organization-secrets')).toMatchObject({ secrets: [{ name: 'C' }] });
    expect(await ask('actions/variables')).toMatchObject({ variables: [{ name: 'D', value: '1' }] });
    expect(await ask('actions/organization-variables')).toMatchObject({ total_count: 0, variables: [] });
    expect(await ask('environments/Release/secrets')).toMatchObject({ secrets: [{ name: 'E' }] });
    expect(await ask('environments/release/variables')).toMatchObject({ variables: [{ name: 'F', value: '2' }] });
    expect(await ask('environments')).toMatchObject({
      total_count: 3,
      environments: [
        {
          name: 'release',
          deployment_branch_policy: { protected_branches: false, custom_branch_policies: true },
          protection_rules: [
            { type: 'required_reviewers', reviewers: [{ type: 'User', reviewer: { login: 'mona' } }] },
            { type: 'branch_policy' },
          ],
        },
        { name: 'a/b', deployment_branch_policy: { protected_branches: true, custom_branch_policies: false } },
        { name: 'open', deployment_branch_policy: null, protection_rules: [] },
      ],
    });
    expect(await ask('environments/release/deployment-branch-policies')).toMatchObject({
      branch_policies: [
        { name: 'main', type: 'branch' },
        { name: 'v*', type: 'tag' },
      ],
    });
    expect(await ask('environments/a%2Fb/secrets')).toMatchObject({ total_count: 0 });
    expect(await ask('actions/permissions')).toEqual({
      enabled: true,
      allowed_actions: 'selected',
      sha_pinning_required: true,
    });
    expect(await ask('actions/permissions/workflow')).toEqual({
      default_workflow_permissions: 'write',
      can_approve_pull_request_reviews: true,
    });
  });

  it.each<[path: string, byToken: Readonly<Record<string, number>>]>([
    ['actions/secrets', { [admin]: 200, app: 200, [jobToken.token]: 403, stranger: 404, '': 401 }],
    ['actions/variables', { [admin]: 200, app: 403, [jobToken.token]: 403, stranger: 404, '': 401 }],
    ['environments', { [admin]: 200, app: 200, [jobToken.token]: 200, stranger: 200, '': 200 }],
    ['environments/release/secrets', { [admin]: 200, app: 200, [jobToken.token]: 403, stranger: 404, '': 401 }],
    ['environments/gone/secrets', { [admin]: 404 }],
    ['environments/gone/deployment-branch-policies', { [admin]: 404 }],
    ['environments/a%2Fb/deployment-branch-policies', { [admin]: 404 }],
    ['actions/permissions', { [admin]: 200, app: 403, [jobToken.token]: 403, stranger: 404, '': 401 }],
  ])('is shown to those who may see %s', async (path, byToken) => {
    await using repo = await scratchGitHub({}, { tokens, settings: { jobs } });
    for (const [token, status] of Object.entries(byToken))
      expect([token, (await repo.ask(`GET …/${path}`, { token })).status]).toEqual([token, status]);
  });
});
