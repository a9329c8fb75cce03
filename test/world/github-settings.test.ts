import { describe, expect, it } from 'vitest';
import { Credentials } from '../../src/world/credentials.ts';
import { World } from '../../src/world/world.ts';
import type { GitHubFaults } from '../../src/embedded/github/server.ts';
import { personalToken, scratchGitHub } from '../support/github.ts';
import { hostOf } from '../support/host.ts';

const names = Array.from({ length: 65 }, (_, index) => `NAME_${index}`);
const jobs = {
  'org/project': {
    secrets: names,
    organizationSecrets: ['SHARED'],
    variables: Object.fromEntries([...names.map((name) => [name, '1'] as const), ['BOTH', 'own']]),
    organizationVariables: { BOTH: 'shared', OTHER: 'shared' },
  },
};

async function asked(fault?: GitHubFaults) {
  const repo = await scratchGitHub({}, { tokens: [personalToken], settings: { jobs } });
  repo.github.fault = fault;
  const env = { GITHUB_API_URL: repo.github.url, GITHUB_SERVER_URL: repo.github.git.url };
  const credentials = Credentials.forGitHub(env, personalToken.token);
  const world = new World(hostOf({ workspace: repo.folder, env, credentials, pace: 0.001 }));
  return { repo, settings: (await world.github()).settings, [Symbol.asyncDispose]: () => repo[Symbol.asyncDispose]() };
}

const refused =
  (message: string, headers: Readonly<Record<string, string>> = {}): GitHubFaults =>
  () => ({
    status: 403,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify({ message, documentation_url: 'https://docs.github.com/rest' }),
  });

describe('the settings of a repository', () => {
  it('come from all pages, and those of the repository count before those of its organization', async () => {
    await using one = await asked();
    expect(await one.settings.secrets('org/project')).toEqual([...names, 'SHARED']);
    const variables = (await one.settings.variables('org/project')) ?? {};
    expect(Object.keys(variables)).toHaveLength(67);
    expect(variables).toMatchObject({ BOTH: 'own', OTHER: 'shared', NAME_64: '1' });
  });

  it('are undefined where the token may not see them', async () => {
    await using one = await asked(refused('Resource not accessible by personal access token'));
    const { settings } = one;
    const seen = await Promise.all([
      settings.login(),
      settings.secrets('org/project'),
      settings.variables('org/project'),
      settings.environments('org/project'),
      settings.tagRulesets('org/project'),
      settings.branchRules('org/project', 'main'),
      settings.actions('org/project'),
      settings.jobToken('org/project'),
      settings.hasImmutableReleases('org/project'),
      settings.fork('org/project'),
      settings.behind('org/project', 'org/project'),
    ]);
    expect(seen).toEqual(seen.map(() => undefined));
  });

  it('are asked again later where a limit is reached', async () => {
    await using one = await asked(refused('API rate limit exceeded', { 'x-ratelimit-remaining': '0' }));
    await expect(one.settings.secrets('org/project')).rejects.toThrow(
      'The token has reached a rate limit of GitHub. It says: API rate limit exceeded',
    );
  });

  it('have the rules that stop pushes, with those who may bypass them', async () => {
    await using one = await asked();
    const body = {
      name: 'Main',
      target: 'branch',
      enforcement: 'active',
      conditions: { ref_name: { include: ['~DEFAULT_BRANCH'], exclude: [] } },
      rules: [{ type: 'update' }, { type: 'deletion' }],
      bypass_actors: [{ actor_type: 'RepositoryRole', actor_id: 5, bypass_mode: 'always' }],
    };
    await one.repo.ask('POST …/rulesets', { token: personalToken.token, body });
    expect(await one.settings.branchRules('org/project', 'main')).toEqual([
      {
        ruleset: 'the ruleset "Main"',
        types: ['update'],
        actors: [{ type: 'RepositoryRole', id: 5, mode: 'always' }],
      },
    ]);
    expect(await one.settings.tagRulesets('org/project')).toEqual([]);
  });

  it('tell how far a fork is behind', async () => {
    await using one = await asked();
    await one.repo.ask('POST …/forks', { token: personalToken.token, body: { organization: undefined } });
    expect(await one.settings.fork('mona/project')).toEqual({ parent: 'org/project' });
    await one.repo.commit('One more', { a: '1' });
    await one.repo.direct('push', '--quiet', 'origin', 'main');
    expect(await one.settings.behind('mona/project', 'org/project')).toBe(1);
    expect(await one.settings.fork('mona/gone')).toBeUndefined();
  });
});
