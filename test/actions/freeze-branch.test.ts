import { describe, expect, it } from 'vitest';
import freezeBranch from '../../actions/freeze-branch/action.ts';
import type { Token } from '../../src/embedded/github/server.ts';
import { jobToken, personalToken, scratchGitHub, type ScratchGitHub } from '../support/github.ts';
import { perform, refusal, succeed } from '../support/perform.ts';

const app: Token = {
  token: 'app',
  login: 'release-app[bot]',
  kind: 'app',
  permissions: { administration: 'write', contents: 'read' },
  appId: 4711,
  repositories: ['org/project'],
};
const powerless: Token = { ...app, token: 'powerless', permissions: { contents: 'read' } };
const writer: Token = { ...personalToken, token: 'writer', login: 'hubot', role: 'write' };
const tokens = [jobToken, personalToken, app, powerless, writer];
const job = { token: app.token, 'job-token': jobToken.token };
const freezing = { ...job, state: 'frozen', while: 'v1.0.0' };
const thawing = { ...freezing, state: 'thawed' };
const ofOther = { ...freezing, while: 'v0.9.1' };
const ours = 'Release freeze v1.0.0';
const theirs = 'Release freeze v0.9.1';

const project = () => scratchGitHub({ 'README.md': '# Project\n' }, { tokens });
const freeze = (repo: ScratchGitHub, inputs = {}, options = {}) =>
  perform(freezeBranch, repo, { inputs: { ...freezing, ...inputs }, ...options });
const refused = async (repo: ScratchGitHub, inputs = {}, options = {}) =>
  (await refusal(freezeBranch, repo, { inputs: { ...freezing, ...inputs }, ...options }))
    .replaceAll(repo.github.git.url, 'SERVER')
    .replaceAll(/(?<=\/rules\/)\d+/g, 'ID')
    .replaceAll(/\b[0-9a-f]{12}\b/g, 'COMMIT');

const rulesets = ({ github }: ScratchGitHub) => [...github.repository('org/project').rulesets.values()];
const names = (repo: ScratchGitHub) => rulesets(repo).map(({ name }) => name);
const byHand = (repo: ScratchGitHub, body: object) =>
  repo.ask('POST …/rulesets', {
    token: personalToken.token,
    body: {
      enforcement: 'active',
      conditions: { ref_name: { include: ['refs/heads/main'], exclude: [] } },
      rules: [{ type: 'update' }],
      ...body,
    },
  });
const writes = ({ github }: ScratchGitHub) =>
  github.requests.filter(({ method, status }) => method !== 'GET' && status !== undefined && status < 300);
/** Somebody pushes to main, without the server and its rules. */
async function move(repo: ScratchGitHub): Promise<void> {
  const clone = await repo.clone();
  await clone.commit('Meanwhile');
  await clone.push('HEAD:main');
}

describe('a branch', () => {
  it('is frozen by a ruleset of its own with the rule update, and thawed again', async () => {
    await using repo = await project();
    const first = await freeze(repo);
    expect(first.outcome.failure).toBeUndefined();
    expect(rulesets(repo)).toMatchObject([
      {
        name: ours,
        target: 'branch',
        enforcement: 'active',
        conditions: { include: ['refs/heads/main'], exclude: [] },
        rules: [{ type: 'update' }],
        bypassActors: [{ type: 'RepositoryRole', id: 5, mode: 'pull_request' }],
      },
    ]);
    const url = `${repo.github.git.url}/org/project/rules/${rulesets(repo)[0]?.id}`;
    const outputs = { sha: await repo.head(), name: ours, url, bypass: 'admin (pull_request)' };
    expect(first.outputs).toMatchObject({ ...outputs, changed: 'true', pending: '[]' });
    expect(first.outcome.facts).toMatchObject([
      { name: 'Branch', value: 'main' },
      { name: 'Commit', value: outputs.sha.slice(0, 12) },
      { name: 'Freeze', value: ours, url },
      { name: 'Bypassed by', value: 'admin (pull_request)' },
    ]);
    for (const mode of ['apply', 'check']) {
      const again = await freeze(repo, { mode });
      expect(again.outputs).toMatchObject({ ...outputs, changed: 'false' });
      expect(again.log).toBe(`main is frozen by "${ours}". It is bypassed by: admin (pull_request).`);
    }
    expect(await succeed(freezeBranch, repo, { inputs: thawing })).toMatchObject({ name: ours, changed: 'true' });
    expect(names(repo)).toEqual([]);
    const { outputs: last, log } = await freeze(repo, { state: 'thawed', mode: 'check' });
    expect([last['changed'], log]).toEqual(['false', `main is not frozen by "${ours}".`]);
  });

  it('other than the default branch is frozen alone, and its name is that of its issue', async () => {
    await using repo = await project();
    await repo.push('main:release-1.0');
    await freeze(repo, { branch: 'release-1.0', while: '12', name: 'Code freeze', bypass: 'nobody' });
    expect(rulesets(repo)).toMatchObject([
      { name: 'Code freeze #12', conditions: { include: ['refs/heads/release-1.0'] }, bypassActors: [] },
    ]);
    expect((await freeze(repo)).outcome.failure).toBeUndefined();
    expect(names(repo)).toEqual(['Code freeze #12', ours]);
  });

  it('is frozen without a checkout, at a commit that is given whole', async () => {
    await using repo = await project();
    const elsewhere = { folder: `${repo.scratch.root}/home`, environment: repo.environment };
    const inputs = { ...freezing, commit: await repo.head() };
    expect(await succeed(freezeBranch, elsewhere, { inputs })).toMatchObject({ sha: inputs.commit });
    expect(await succeed(freezeBranch, elsewhere, { inputs: thawing })).toMatchObject({ changed: 'true' });
    expect(names(repo)).toEqual([]);
  });

  it.each([
    ['admin\nmaintain', 'always', ['RepositoryRole 5 always', 'RepositoryRole 2 always']],
    ['app 4711', 'exempt', ['Integration 4711 exempt']],
    ['@hubot', 'pull_request', ['User hubot pull_request']],
    ['owners', 'pull_request', ['OrganizationAdmin undefined pull_request']],
  ])('is bypassed by %j, each with the mode %s', async (bypass, mode, actors) => {
    await using repo = await project();
    const inputs = { bypass, 'bypass-mode': mode };
    expect((await freeze(repo, inputs)).outcome.failure).toBeUndefined();
    const { body } = await repo.ask('GET /users/hubot');
    const shown = (id: number | undefined) => (id === body.id ? 'hubot' : String(id));
    expect(rulesets(repo)[0]?.bypassActors.map((one) => `${one.type} ${shown(one.id)} ${one.mode}`)).toEqual(actors);
    expect((await freeze(repo, { ...inputs, mode: 'check' })).outputs['changed']).toBe('false');
  });

  it('is only shown as frozen in a rehearsal, also with the token of the job', async () => {
    await using repo = await project();
    const { log, outcome } = await freeze(repo, { mode: 'local', token: jobToken.token });
    expect(outcome.failure).toBeUndefined();
    expect(log).toMatch(
      /^would: Freeze main of org\/project by "Release freeze v1\.0\.0"\nat [0-9a-f]{40}\nbypassed by/,
    );
    expect(names(repo)).toEqual([]);
  });

  it('at a commit that is still to be pushed is a thing to wait for', async () => {
    await using repo = await project();
    await repo.commit('Later');
    const { outcome } = await freeze(repo, { mode: 'local' });
    expect(outcome.failure).toBeUndefined();
    expect(await refused(repo)).toBe('Missing: commit COMMIT on main.\nPush it first.');
  });
});

describe('what people may bypass', () => {
  it('is changed where it differs, and nothing else is', async () => {
    await using repo = await project();
    await freeze(repo);
    const [{ id } = { id: 0 }] = rulesets(repo);
    const inputs = { bypass: 'maintain', 'bypass-mode': 'always' };
    expect(await refused(repo, { ...inputs, mode: 'check' })).toBe(
      `${ours} has bypass "admin (pull_request)", not "maintain (always)".\nRun it with mode: apply, or find out why it was not done.`,
    );
    const { log, outputs } = await freeze(repo, inputs);
    expect(outputs['bypass']).toBe('maintain (always)');
    expect(log).toContain(`→ Change "${ours}" of org/project\nbypass: admin (pull_request) → maintain (always)`);
    expect(rulesets(repo)).toMatchObject([{ id, bypassActors: [{ id: 2, mode: 'always' }] }]);
  });

  it('is unknown to a token that may not change it', async () => {
    await using repo = await project();
    await freeze(repo);
    const { log, outputs, outcome } = await freeze(repo, { mode: 'check', token: jobToken.token, bypass: 'write' });
    expect(outcome.failure).toBeUndefined();
    expect(log).toBe(
      `main is frozen by "${ours}". Who may bypass it is unknown: only a token with administration: write sees that.`,
    );
    expect([outputs['bypass'], outcome.facts.at(-1)?.value]).toEqual([undefined, 'unknown']);
  });
});

describe('the freeze of another release', () => {
  it('is neither lifted nor taken over, and is waited for by its name', async () => {
    await using repo = await project();
    await freeze(repo, ofOther);
    expect(await refused(repo)).toBe(
      `Missing: the end of "${theirs}", which freezes main for another release.\n` +
        'When that release is done, thaw the branch with state: thawed and while: v0.9.1. Or wait longer with the input wait. The ruleset: SERVER/org/project/rules/ID',
    );
    const { log } = await perform(freezeBranch, repo, { inputs: thawing });
    expect(log).toBe(`main is not frozen by "${ours}".\nmain stays frozen by "${theirs}", for another release.`);
    expect(names(repo)).toEqual([theirs]);
    const waiting = freeze(repo, { wait: '60s' });
    await expect.poll(() => repo.github.requests.length).toBeGreaterThan(12);
    await freeze(repo, { ...ofOther, state: 'thawed' });
    const { log: waited, outcome } = await waiting;
    expect(outcome.failure).toBeUndefined();
    expect(waited).toContain(`Waiting: the end of "${theirs}", which freezes main for another release`);
    expect(names(repo)).toEqual([ours]);
  });

  it('that should have ended is named with that time', async () => {
    await using repo = await project();
    await byHand(repo, { name: `${theirs} until 2020-01-01` });
    expect(await refused(repo)).toContain('\nIt should have ended 2020-01-01. When that release is done, thaw');
  });

  it('that holds another branch, or was switched off, is nothing to wait for', async () => {
    await using repo = await project();
    await byHand(repo, { name: theirs, enforcement: 'disabled' });
    await byHand(repo, {
      name: 'Release freeze v0.8.1',
      conditions: { ref_name: { include: ['refs/heads/old'], exclude: [] } },
    });
    expect((await freeze(repo)).outcome.failure).toBeUndefined();
    expect(names(repo)).toEqual([theirs, 'Release freeze v0.8.1', ours]);
  });

  it('that begins a moment earlier wins, and this one leaves nothing behind', async () => {
    await using repo = await project();
    repo.github.fault = async ({ method }) => {
      if (method !== 'POST') return undefined;
      repo.github.fault = undefined;
      await byHand(repo, { name: theirs });
      return undefined;
    };
    const { log, outcome } = await freeze(repo);
    expect(outcome.failure).toMatchObject({ message: expect.stringContaining(`the end of "${theirs}"`) });
    expect(log).toContain(`"${theirs}" came first: looking again.`);
    expect(names(repo)).toEqual([theirs]);
    expect(outcome.begun.size).toBe(0);
  });

  it('that is older takes back what a killed run left', async () => {
    await using repo = await project();
    await byHand(repo, { name: theirs });
    await byHand(repo, { name: ours });
    expect(await refused(repo, { mode: 'check' })).toBe(
      `Not done: Take "${ours}" back, because "${theirs}" is older.\nRun it with mode: apply, or find out why it was not done.`,
    );
    expect(await refused(repo)).toContain(`Missing: the end of "${theirs}"`);
    expect(names(repo)).toEqual([theirs]);
  });

  it('that is younger is nothing to wait for', async () => {
    await using repo = await project();
    await freeze(repo);
    await byHand(repo, { name: theirs });
    expect((await freeze(repo)).outputs['changed']).toBe('false');
  });
});

describe('what was set up by hand', () => {
  it('stays, and is named', async () => {
    await using repo = await project();
    await byHand(repo, { name: 'Nobody pushes' });
    await byHand(repo, { name: 'Release freeze' });
    const before = structuredClone(rulesets(repo));
    const held = ['Nobody pushes', 'Release freeze'].map(
      (name) => `main is also held by the ruleset "${name}", which is left alone.`,
    );
    expect((await freeze(repo)).log).toContain(held.join('\n'));
    expect((await freeze(repo, { state: 'thawed' })).log).toContain(held.join('\n'));
    expect(rulesets(repo)).toEqual(before);
  });

  it.each([
    [
      'other rules',
      { rules: [{ type: 'update' }, { type: 'deletion' }] },
      'the rules update and deletion',
      'refs/heads/main',
    ],
    ['no rules', { rules: [] }, 'no rules', 'refs/heads/main'],
    [
      'other branches',
      { conditions: { ref_name: { include: ['~ALL'], exclude: ['refs/heads/dev'] } } },
      'the rules update',
      '~ALL without refs/heads/dev',
    ],
    ['no branch', { conditions: { ref_name: { include: [], exclude: [] } } }, 'the rules update', 'no branch'],
    [
      'tags',
      { target: 'tag', conditions: { ref_name: { include: ['refs/tags/v*'], exclude: [] } } },
      'the rules update',
      'refs/tags/v*',
    ],
  ])('is not taken for the freeze because of its name: %s', async (_, body, found, place) => {
    await using repo = await project();
    await byHand(repo, { name: ours, ...body });
    const before = structuredClone(rulesets(repo));
    for (const state of ['frozen', 'thawed'])
      expect(await refused(repo, { state })).toBe(
        `The ruleset "${ours}" is not as this action makes it: it has ${found} for ${place}, not the rule update for refs/heads/main.\n` +
          'It is left alone. Rename it at SERVER/org/project/rules/ID, or set the input name to other words.',
      );
    expect(rulesets(repo)).toEqual(before);
  });

  it('is ended by hand: what was switched off is switched on, as the youngest', async () => {
    await using repo = await project();
    await freeze(repo);
    const [{ id } = { id: 0 }] = rulesets(repo);
    await repo.ask(`PUT …/rulesets/${id}`, { token: personalToken.token, body: { enforcement: 'disabled' } });
    expect(await refused(repo, { mode: 'check' })).toBe(
      `org/project has no ruleset; it should be "${ours}".\nRun it with mode: apply, or find out why it was not done.`,
    );
    expect((await freeze(repo)).outcome.failure).toBeUndefined();
    expect(rulesets(repo)).toMatchObject([{ name: ours, enforcement: 'active' }]);
    expect(rulesets(repo)[0]?.id).toBeGreaterThan(id);
  });
});

describe('a branch that moved', () => {
  const fix =
    'Somebody changed the branch since this run began. Start the workflow anew, so that it begins with the branch as it is now.';

  it('is not frozen', async () => {
    await using repo = await project();
    await move(repo);
    expect(await refused(repo)).toBe(`main of org/project is at COMMIT, not at COMMIT.\n${fix}`);
    expect(names(repo)).toEqual([]);
  });

  it('in the same moment is not left frozen', async () => {
    await using repo = await project();
    repo.github.fault = async ({ method }) => {
      if (method === 'POST') await move(repo);
      return undefined;
    };
    const { log, outcome } = await freeze(repo);
    expect(log).toContain('While main was being frozen, it moved: looking again.');
    expect(outcome.failure).toMatchObject({ fix });
    expect(names(repo)).toEqual([]);
  });

  it('is one that is there', async () => {
    await using repo = await project();
    expect(await refused(repo, { branch: 'release' })).toBe(
      'org/project has no branch release, or the token may not see it.\nCorrect the input branch, or give the token contents: read for this repository.',
    );
  });
});

describe('a token', () => {
  const making =
    "Missing: a token that may freeze branches, which the job's own token never may.\n" +
    'Register a GitHub App with the permission Administration: write at SERVER/settings/apps/new, and pass its token, such as that of actions/create-github-app-token with permission-administration: write. Or pass a personal token of an administrator: SERVER/settings/personal-access-tokens/new';

  it('of the job is refused at once, however long the run may wait', async () => {
    await using repo = await project();
    expect(await refused(repo, { token: jobToken.token, wait: '4h' })).toBe(making);
    await freeze(repo);
    expect(await refused(repo, { token: jobToken.token, wait: '4h', state: 'thawed' })).toBe(making);
    expect((await freeze(repo, { token: jobToken.token })).outcome.failure).toBeUndefined(); // nothing is to be done
    expect(names(repo)).toEqual([ours]);
  });

  it.each([
    ['an App without the permission', powerless.token, 'Resource not accessible by integration'],
    ['a person who is no administrator', writer.token, 'Not Found'],
  ])('of %s is told what is missing, for every write', async (_, token, words) => {
    await using repo = await project();
    const told =
      `The token may not change the rulesets of org/project. GitHub says: ${words}\n` +
      'Pass the token of a GitHub App with the permission Administration: write, or of an administrator of the repository: SERVER/settings/personal-access-tokens/new. "Not Found" can also mean that this permission is missing.';
    expect(await refused(repo, { token })).toBe(told);
    await freeze(repo);
    expect(await refused(repo, { token, state: 'thawed' })).toBe(told);
    const later = { token, until: '2999-01-01' };
    expect(await refused(repo, later)).toBe(told);
    expect(names(repo)).toEqual([ours]);
  });

  it('can do nothing about a plan that has no rulesets', async () => {
    await using repo = await project();
    const words = 'Upgrade to GitHub Pro or make this repository public to enable this feature.';
    const unpaid = {
      status: 403,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ message: words, documentation_url: 'https://docs.github.com/rest' }),
    };
    repo.github.fault = ({ method }) => (method === 'POST' ? unpaid : undefined);
    expect(await refused(repo)).toBe(
      `The token may not change the rulesets of org/project. GitHub says: ${words}\n` +
        'A private repository has rulesets only with a paid plan. Without one, freeze the branch by agreement, or make the repository public.',
    );
  });

  it('is needed to write, and not to look', async () => {
    await using repo = await project();
    const inputs = { state: 'frozen', while: 'v1.0.0' };
    expect(await refusal(freezeBranch, repo, { inputs })).toBe(
      'Writing to GitHub needs a token.\nPass one as the input token, or in the environment variable GITHUB_TOKEN.',
    );
    expect((await perform(freezeBranch, repo, { inputs: { ...inputs, mode: 'dry-run' } })).outcome.failure).toBe(
      undefined,
    );
  });
});

describe('the time of a freeze', () => {
  it('stands in the name of the ruleset, stays if it is not given, and can be changed', async () => {
    await using repo = await project();
    await freeze(repo, { until: '2998-01-01' });
    await freeze(repo);
    expect(names(repo)).toEqual([`${ours} until 2998-01-01`]);
    const { log } = await freeze(repo, { until: '2999-01-01T12:00Z' });
    expect(log).toContain(`name: ${ours} until 2998-01-01 → ${ours} until 2999-01-01T12:00Z`);
    expect(names(repo)).toEqual([`${ours} until 2999-01-01T12:00Z`]);
    await freeze(repo, { state: 'thawed' });
    expect(names(repo)).toEqual([]);
  });

  it('is pending when it is over, and cannot be over before it begins', async () => {
    await using repo = await project();
    await byHand(repo, {
      name: `${ours} until 2020-01-01`,
      bypass_actors: [{ actor_type: 'RepositoryRole', actor_id: 5, bypass_mode: 'pull_request' }],
    });
    const over = `the end of "${ours} until 2020-01-01", whose time is over`;
    expect(JSON.parse((await freeze(repo)).outputs['pending'] ?? '')).toEqual([over]);
    expect(await refused(repo, { mode: 'check' })).toBe(
      `Pending: ${over}.\nThaw the branch with state: thawed and while: v1.0.0, or set the input until to a later time.`,
    );
    expect(await refused(repo, { until: '2020-01-01' })).toBe(
      'Input until is 2020-01-01, which is over.\nGive a later time, or leave the input out.',
    );
  });
});

describe('an answer of GitHub', () => {
  it.each(['reset-before', 'reset-after'] as const)(
    'that gets lost (%s) leaves one freeze, and none',
    async (fault) => {
      await using repo = await project();
      for (const [state, left] of [
        ['frozen', [ours]],
        ['thawed', []],
      ] as const) {
        let count = 0;
        repo.github.fault = ({ method }) => (method !== 'GET' && ++count === 1 ? fault : undefined);
        expect((await freeze(repo, { state })).outcome.failure).toBeUndefined();
        expect([count > 0, names(repo)]).toEqual([true, left]);
      }
    },
  );

  it('that comes late is waited for, until the ruleset is in force', async () => {
    await using repo = await project();
    let looks = 0;
    const stale = { status: 200, headers: { 'content-type': 'application/json' }, body: '[]' };
    repo.github.fault = ({ path }) => (path.includes('/rules/branches/') && ++looks <= 3 ? stale : undefined);
    expect((await freeze(repo)).outcome.failure).toBeUndefined();
    expect([looks, names(repo), writes(repo).length]).toEqual([4, [ours], 1]);
  });

  it('that a ruleset is not in force is a refusal, and nothing is left', async () => {
    await using repo = await project();
    const none = { status: 200, headers: { 'content-type': 'application/json' }, body: '[]' };
    repo.github.fault = ({ path }) => (path.includes('/rules/branches/') ? none : undefined);
    expect(await refused(repo)).toBe(
      `GitHub took the ruleset "${ours}" of org/project, but it does not hold main.\n` +
        'Rulesets of a private repository are enforced only with a paid plan. The ruleset was deleted again.',
    );
    expect(names(repo)).toEqual([]);
  });

  it('that there is no such repository or account is told', async () => {
    await using repo = await project();
    expect(await refused(repo, { repository: 'org/other', branch: 'main' })).toBe(
      'GitHub finds no repository org/other, or the token may not see it.\nCheck the name, and that the token has metadata: read for this repository.',
    );
    expect(await refused(repo, { bypass: '@nobody-here' })).toBe(
      'GitHub has no account nobody-here.\nCorrect the name.',
    );
  });

  it('to another run of the same release makes no second freeze', async () => {
    await using repo = await project();
    repo.github.fault = async ({ method }) => {
      if (method !== 'POST') return undefined;
      repo.github.fault = undefined;
      await byHand(repo, { name: ours });
      return undefined;
    };
    const { log, outcome } = await freeze(repo);
    expect(outcome.failure).toBeUndefined();
    expect(log).toContain('Name must be unique');
    expect(names(repo)).toEqual([ours]);
  });
});
