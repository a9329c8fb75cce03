import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { actionNames, loadAction } from '../../.github/scripts/actions.ts';
import type { JobSettings, Token } from '../../src/embedded/github/server.ts';
import { Checkout } from '../../src/rehearsal/checkout.ts';
import { diagnosis } from '../../src/rehearsal/doctor/diagnosis.ts';
import type { Environment, Facts, Settings, TagRuleset } from '../../src/rehearsal/doctor/facts.ts';
import { readProject } from '../../src/rehearsal/doctor/project.ts';
import { readSettings } from '../../src/rehearsal/doctor/settings.ts';
import { Credentials } from '../../src/world/credentials.ts';
import type { Contracts } from '../../src/world/terminal.ts';
import { World } from '../../src/world/world.ts';
import { addRepository } from '../examples/other-repositories.ts';
import { bot } from '../examples/tokens.ts';
import { dist, runCommand, searchPath } from '../support/bundle.ts';
import { personalToken, type ScratchGitHub, scratchGitHub } from '../support/github.ts';
import { hostOf } from '../support/host.ts';
import type { Files } from '../support/repository.ts';

const contracts: Contracts = Object.fromEntries(
  await Promise.all(
    actionNames.map(async (name) => {
      const { permissions = {}, starts = false } = await loadAction(name);
      return [name, { permissions, starts }] as const;
    }),
  ),
);

type Example = {
  readonly repository: string;
  /** What "What to set up" of its README says. */
  readonly jobs: JobSettings;
  readonly protectedTags: readonly string[];
  readonly others?: readonly string[];
};

const app = {
  variables: { RELEASE_APP_CLIENT_ID: 'Iv1.1' },
  secrets: ['RELEASE_APP_PRIVATE_KEY'],
  admits: { branches: ['main'], tags: ['v*'] },
};
const examples: Readonly<Record<string, Example>> = {
  'cloud-api-adaptor': {
    repository: 'confidential-containers/cloud-api-adaptor',
    jobs: { environments: [{ name: 'release', ...app }] },
    protectedTags: ['v*', 'src/**/v*'],
  },
  'ignition-driver': {
    repository: 'org/demo-driver',
    jobs: { environments: [{ name: 'release', ...app, admits: { branches: ['main'], tags: ['[0-9]*'] } }] },
    protectedTags: ['[0-9]*'],
  },
  'promo-tools': {
    repository: 'kubernetes-sigs/promo-tools',
    jobs: {
      environments: [
        {
          name: 'release',
          ...app,
          variables: { ...app.variables, RELEASE_BOT: bot.login },
          secrets: [...app.secrets, 'RELEASE_BOT_TOKEN', 'RELEASE_SIGNING_KEY', 'SLACK_WEBHOOK'],
        },
      ],
    },
    protectedTags: ['v*'],
    others: ['kubernetes/k8s.io', 'kubernetes/test-infra'],
  },
};

const releaseApp: Token = {
  token: 'app-token',
  login: 'release-app[bot]',
  kind: 'app',
  permissions: { contents: 'write' },
  appId: 4711,
};

/** The repository of an example on GitHub, set up as its README says. */
async function adopted(
  name: string,
  { repository, jobs, protectedTags, others = [] }: Example,
): Promise<ScratchGitHub> {
  const settings = { jobs: { [repository]: jobs }, immutableReleases: [repository] };
  const tokens: readonly Token[] = [personalToken, bot, releaseApp];
  const repo = await scratchGitHub(await filesOf(name), { name: repository, tokens, settings });
  for (const other of others) await addRepository(repo, other, { files: { README: other } });
  const body = {
    name: 'Release tags',
    target: 'tag',
    enforcement: 'active',
    conditions: { ref_name: { include: protectedTags.map((tag) => `refs/tags/${tag}`), exclude: [] } },
    rules: [{ type: 'creation' }, { type: 'update' }, { type: 'deletion' }],
    bypass_actors: [{ actor_type: 'Integration', actor_id: 4711, bypass_mode: 'always' }],
  };
  const made = await repo.ask('POST …/rulesets', { token: personalToken.token, body });
  if (made.status !== 201) throw new Error(`The ruleset was not made: ${JSON.stringify(made.body)}`);
  return repo;
}

async function filesOf(name: string): Promise<Files> {
  const cwd = join(import.meta.dirname, '../../action-examples', name);
  const paths = await Array.fromAsync(glob(['.github/**/*.y{,a}ml', '**/go.mod', '**/OWNERS*'], { cwd }));
  return Object.fromEntries(
    await Promise.all(paths.map(async (path) => [path, await readFile(join(cwd, path), 'utf8')] as const)),
  );
}

async function factsOf({ folder, environment, github }: ScratchGitHub, token = personalToken.token): Promise<Facts> {
  const env = { GITHUB_API_URL: github.url, GITHUB_SERVER_URL: github.git.url };
  const credentials = Credentials.forGitHub(env, token);
  await using world = new World(hostOf({ workspace: folder, env: { ...environment, ...env }, credentials, pace: 0 }));
  const checkout = await Checkout.open(folder, { ...environment, PATH: searchPath });
  const project = await readProject(checkout, await checkout.head(), {
    contracts,
    server: 'https://github.com',
    releaseTree: dist,
  });
  return { project, settings: await readSettings(project, await world.github()) };
}

const alarms = (facts: Facts) =>
  diagnosis(facts)
    .filter(({ level }) => level === 'stops' || level === 'risk')
    .map(({ level, what }) => `${level}: ${what}`);

/** Something that a person could forget, and what the doctor then says. */
type Forgotten = { readonly says: string; readonly change: (settings: Settings) => Settings };

const inEnvironments =
  (change: (one: Environment) => Partial<Environment>) =>
  (settings: Settings): Settings => ({
    ...settings,
    environments: settings.environments?.map((one) => ({ ...one, ...change(one) })),
  });

const inRulesets =
  (change: (one: TagRuleset) => Partial<TagRuleset>) =>
  (settings: Settings): Settings => ({
    ...settings,
    tagRulesets: settings.tagRulesets?.map((one) => ({ ...one, ...change(one) })),
  });

function forgotten({ environments: [release] = [], tagRulesets = [], forks }: Settings): readonly Forgotten[] {
  if (release === undefined || !Array.isArray(release.admits)) throw new Error('It has no environment with policies.');
  const { secrets = [], variables = {}, admits } = release;
  return [
    { says: 'There is no environment release', change: (settings) => ({ ...settings, environments: [] }) },
    ...secrets.map((name) => ({
      says: `secrets.${name} is set neither`,
      change: inEnvironments(() => ({ secrets: secrets.filter((one) => one !== name) })),
    })),
    ...Object.keys(variables).map((name) => ({
      says: `vars.${name} is set neither`,
      change: inEnvironments(() => ({
        variables: Object.fromEntries(Object.entries(variables).filter(([one]) => one !== name)),
      })),
    })),
    ...admits.map((policy) => ({
      says: `does not admit the ${policy.kind}`,
      change: inEnvironments(() => ({ admits: admits.filter((one) => one !== policy) })),
    })),
    ...tagRulesets.flatMap(({ included }) =>
      included.map((pattern) => ({
        says: 'No ruleset keeps the tags',
        change: inRulesets(() => ({ included: included.filter((one) => one !== pattern) })),
      })),
    ),
    { says: 'is not among its bypass actors', change: inRulesets(() => ({ actors: [] })) },
    ...forks.map(({ name }) => ({
      says: `There is no fork ${name}`,
      change: (settings: Settings) => ({
        ...settings,
        forks: forks.map((one) => (one.name === name ? { name, found: undefined } : one)),
      }),
    })),
  ];
}

describe.each(Object.entries(examples))('the example %s, set up as its README says', (name, example) => {
  it('raises no alarm, and one for each thing that is taken away', async () => {
    await using repo = await adopted(name, example);
    const { project, settings } = await factsOf(repo);
    if (settings === undefined) throw new Error('There are no settings.');
    expect(alarms({ project, settings })).toEqual([]);
    const unlike = forgotten(settings)
      .map(({ says, change }) => ({ says, found: alarms({ project, settings: change(settings) }) }))
      .filter(({ says, found }) => found.length !== 1 || found[0]?.includes(says) !== true);
    expect(unlike).toEqual([]);
  });
});

describe('the command', () => {
  const run = async (token: string) => {
    await using repo = await adopted('promo-tools', examples['promo-tools'] as Example);
    const before = repo.github.requests.length;
    const env = { GITHUB_TOKEN: token, GITHUB_API_URL: repo.github.url, GITHUB_SERVER_URL: repo.github.git.url };
    const { exitCode, stdout, stderr } = await runCommand(['doctor'], repo, { env });
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    const asked = repo.github.requests.slice(before);
    expect(asked.filter(({ method }) => method !== 'GET')).toEqual([]);
    return stdout;
  };

  it('sees everything with the token of an administrator, but the scopes of other tokens', async () => {
    const shown = await run(personalToken.token);
    expect(shown).toMatch(/^These could not be seen:\n {2}The scopes of secrets\.RELEASE_BOT_TOKEN, .*\n.*\n.*\n\n/m);
    expect(shown).toContain('\nNothing that was seen would stop a release. 0 risks, 1 not seen.\n');
  });

  it('sees the scopes of the token that it is given, and says what that may not see', async () => {
    const shown = await run(bot.token);
    expect(shown).toContain(`The token of ${bot.login} has the scopes that ${bot.login}/k8s.io needs.`);
    expect(shown).toContain('Whether these are set: vars.RELEASE_BOT (environment release), ');
  });
});
