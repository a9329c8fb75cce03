import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import releaseIssue from '../../actions/release-issue/action.ts';
import { commentMarker, proposalIn, proposalMarker, withOrigin } from '../../src/domain/release-issues/marker.ts';
import type { IssueRecord } from '../../src/embedded/github/core/records.ts';
import type { Token } from '../../src/embedded/github/server.ts';
import { jobToken, personalToken, type ScratchGitHub, scratchGitHub } from '../support/github.ts';
import { keepComment, keepIssue } from '../support/issues.ts';
import { merge, onMain } from '../support/merge.ts';
import { perform, refusal, succeed } from '../support/perform.ts';
import type { Files } from '../support/repository.ts';

const mona = { token: personalToken.token };
const bot = 'github-actions[bot]';
const readers: Token = { ...jobToken, token: 'reader', kind: 'job', permissions: { contents: 'read', issues: 'read' } };

const asked = (inputs: Readonly<Record<string, string>>, token = jobToken.token) => ({
  inputs: { tag: 'v1.1.0', token, ...inputs },
});
const record = (repo: ScratchGitHub, number = 1): IssueRecord => {
  const found = repo.github.repository('org/project').issues.get(number);
  if (found === undefined) throw new Error(`There is no issue ${number}.`);
  return found;
};

const plain = ({ body }: IssueRecord) => withOrigin(body ?? '', undefined);

async function project(files: Files = {}): Promise<ScratchGitHub> {
  const repo = await scratchGitHub({ OWNERS: 'approvers: [ann, bob]\n', ...files });
  await repo.pushTag('v1.0.0');
  return repo;
}

/** An issue as do: open makes it. */
async function opened(repo: ScratchGitHub, body = '- [ ] Staged\r\n- [ ] Announced\r\n', tags = ['v1.1.0']) {
  const marker = proposalMarker({ tags, commit: await repo.head() });
  return keepIssue(repo, { title: 'Release v1.1.0', body: `${body}\n${marker}`, author: bot });
}

const template = [
  '---',
  'name: Cut a release',
  'about: Track a release',
  "title: 'Release org/project@{tag}'",
  'labels: area/release, kind/feature',
  'assignees: mona',
  '---',
  '',
  '- [ ] {version} after {previous-tag} is tagged at {commit}: `{ {tag} } {unknown}`',
  '',
  '{changelog}',
  '',
].join('\n');

describe('do: open', () => {
  it('opens an issue from the template of the repository, with the changelog', async () => {
    await using repo = await project({ '.github/ISSUE_TEMPLATE/cut-release.md': template });
    await merge(repo, 'Mend it', { labels: ['bug'] });
    await onMain(repo);
    const inputs = { template: 'cut-release.md', labels: 'kind/feature\nv1', assignees: 'mona' };
    const outputs = await succeed(releaseIssue, repo, asked({ do: 'open', ...inputs }));
    const [head, page] = [await repo.head(), `${repo.github.git.url}/org/project`];
    const { title, body, labels, assignees, author } = record(repo, 2);
    expect({ title, labels, assignees, author }).toEqual({
      title: 'Release org/project@v1.1.0',
      labels: ['area/release', 'kind/feature', 'v1'],
      assignees: ['mona'],
      author: bot,
    });
    expect(body).toBe(
      `- [ ] 1.1.0 after v1.0.0 is tagged at ${head}: \`{ v1.1.0 } {unknown}\`\n\n### Fixed\n\n- Mend it ([#1](${page}/pull/1))\n\n${proposalMarker({ tags: ['v1.1.0'], commit: head })}`,
    );
    expect(outputs).toMatchObject({ number: '2', url: `${page}/issues/2`, commit: head, changed: 'true' });
    const again = await succeed(releaseIssue, repo, asked({ do: 'open', ...inputs }));
    expect(again).toMatchObject({ number: '2', url: `${page}/issues/2`, commit: head, changed: 'false' });
  });

  it('opens one without a template for all tags of a release, with a milestone', async () => {
    await using repo = await project();
    await repo.ask('POST …/milestones', { ...mona, body: { title: 'v1.1' } });
    const inputs = { do: 'open', tag: '', tags: 'v1.1.0\nchart/0.2.0', milestone: 'v1.1' };
    await succeed(releaseIssue, repo, asked(inputs));
    const proposal = { tags: ['v1.1.0', 'chart/0.2.0'], commit: await repo.head() };
    expect(record(repo)).toMatchObject({
      title: 'Release v1.1.0 and chart/0.2.0',
      milestone: 1,
      body: `This issue follows the release of v1.1.0 and chart/0.2.0 at ${proposal.commit}.\n\n## Changes\n\nNothing was merged since v1.0.0.\n\n${proposalMarker(proposal)}`,
    });
    for (const tag of proposal.tags)
      expect(
        await succeed(releaseIssue, repo, asked({ do: 'close', tag, mode: 'dry-run', comment: 'x' })),
      ).toMatchObject({
        number: '1',
      });
  });

  it('opens one from an issue form, and from a file', async () => {
    const form =
      'name: Release\ntitle: Release {tag}\nbody:\n  - { type: checkboxes, attributes: { label: Steps, options: [{ label: "{tag} is staged" }] } }\n';
    await using repo = await project({ '.github/ISSUE_TEMPLATE/release.yml': form, 'docs/text.md': 'For {tag}\n' });
    await succeed(releaseIssue, repo, asked({ do: 'open', template: 'release.yml' }));
    const commit = await repo.head();
    expect(record(repo).body).toBe(
      `### Steps\n\n- [ ] v1.1.0 is staged\n\n${proposalMarker({ tags: ['v1.1.0'], commit })}`,
    );
    await succeed(
      releaseIssue,
      repo,
      asked({ do: 'open', tag: 'v2.0.0', 'body-path': 'docs/text.md', title: 'Now {tag}' }),
    );
    expect(record(repo, 2)).toMatchObject({
      title: 'Now v2.0.0',
      body: `For v2.0.0\n\n${proposalMarker({ tags: ['v2.0.0'], commit })}`,
    });
  });

  it('lets an issue that was renamed propose another commit, and tells those who agreed', async () => {
    await using repo = await project();
    await succeed(releaseIssue, repo, asked({ do: 'open' }));
    const issue = record(repo);
    Object.assign(issue, { title: 'Renamed', body: `About it\r\n${issue.body}\r\nMore` });
    const before = { tags: ['v1.1.0'], commit: await repo.head() };
    const proposal = { tags: ['v1.1.0', 'chart/0.2.0'], commit: await repo.commit('Later') };
    const inputs = { do: 'open', tag: '', tags: 'v1.1.0\nchart/0.2.0' };
    const text = issue.body ?? '';
    await succeed(releaseIssue, repo, asked(inputs));
    expect(plain(issue)).toBe(text.replace(proposalMarker(before), proposalMarker(proposal)));
    expect(issue.comments.map(({ body }) => body.split('\n').slice(0, 2).join(' '))).toEqual([
      `This issue now proposes v1.1.0 and chart/0.2.0 at ${proposal.commit.slice(0, 12)}. Before, it proposed v1.1.0 at ${before.commit.slice(0, 12)}. Who agreed before has to agree again.`,
    ]);
    expect(await succeed(releaseIssue, repo, asked(inputs))).toMatchObject({ changed: 'false' });
    expect([issue.comments.length, repo.github.repository('org/project').issues.size]).toEqual([1, 1]);
  });

  it('takes the changelog of the commit, and no marker that a title of somebody contains', async () => {
    await using repo = await project();
    const commit = await repo.head();
    const foreign = proposalMarker({ tags: ['v1.1.0'], commit: 'f'.repeat(40) });
    await merge(repo, `\`${foreign}\` in code`);
    await onMain(repo);
    await succeed(releaseIssue, repo, asked({ do: 'open' }));
    expect(record(repo, 2).body).toContain(foreign);
    expect(proposalIn(record(repo, 2).body ?? '')?.commit).toBe(await repo.head());
    await succeed(releaseIssue, repo, asked({ do: 'open', tag: 'v1.0.1', commit }));
    expect(record(repo, 3).body).toContain('Nothing was merged since v1.0.0.');
  });

  it('shows with mode: dry-run what it would open, and is red with mode: check', async () => {
    await using repo = await project();
    const { log, outputs } = await perform(releaseIssue, repo, asked({ do: 'open', mode: 'dry-run' }));
    expect(log).toContain('would: Open an issue in org/project');
    expect(log).toContain('This issue follows the release of v1.1.0');
    expect(outputs['number']).toBeUndefined();
    expect(await refusal(releaseIssue, repo, asked({ do: 'open', mode: 'check' }))).toBe(
      'org/project has no issue Release v1.1.0; it should be open.\nRun it with mode: apply, or find out why it was not done.',
    );
    expect(repo.github.repository('org/project').issues.size).toBe(0);
  });

  it('leaves a closed issue closed', async () => {
    await using repo = await project();
    const issue = await opened(repo);
    Object.assign(issue, { state: 'closed' });
    const { log, outcome } = await perform(releaseIssue, repo, asked({ do: 'open' }));
    expect([outcome.failure, issue.state]).toEqual([undefined, 'closed']);
    expect(log).toContain(`The release issue is ${repo.github.git.url}/org/project/issues/1, which is closed.`);
    const [before, after] = [await repo.head(), await repo.commit('Later')].map((sha) => sha.slice(0, 12));
    expect(await refusal(releaseIssue, repo, asked({ do: 'open' }))).toBe(
      `The release issue ${repo.github.git.url}/org/project/issues/1 is closed. It proposes v1.1.0 at ${before}, not v1.1.0 at ${after}.\nReopen the issue if this release goes on. For another release, use another tag.`,
    );
  });

  it('tells what is wrong here at once, before it asks GitHub', async () => {
    await using repo = await project();
    const inputs = { do: 'open', template: 'none.md', commit: 'nowhere' };
    const refused = await refusal(releaseIssue, repo, asked(inputs));
    expect(refused).toContain('There is no commit "nowhere" in this checkout.');
    expect(refused).toContain('There is no file .github/ISSUE_TEMPLATE/none.md.');
    expect(await refusal(releaseIssue, repo, asked({ do: 'open', tag: 'v1' }))).toContain(
      'Tag "v1" belongs to no stream:',
    );
    expect(repo.github.requests).toEqual([]);
  });

  it('refuses a text and a title that GitHub would refuse', async () => {
    await using repo = await project({ 'long.md': 'x'.repeat(65_500) });
    const inputs = { do: 'open', 'body-path': 'long.md', title: 'y'.repeat(257) };
    const length = 65_500 + 2 + proposalMarker({ tags: ['v1.1.0'], commit: await repo.head() }).length;
    expect(await refusal(releaseIssue, repo, asked(inputs))).toBe(
      [
        'The title of the issue has 257 characters. GitHub allows 256.',
        'Set a shorter title.',
        `The text of the issue has ${length} characters. GitHub allows 65536.`,
        'Use a template without {changelog}, and link the changelog.',
      ].join('\n'),
    );
  });
});

describe('do: await-approval', () => {
  const inputs = { do: 'await-approval' };
  const agree = (issue: IssueRecord, ...authors: readonly string[]) =>
    authors.map((author) => keepComment(issue, { author, body: '/lgtm' }));

  it('ends when enough people agree, and names them with their comments', async () => {
    await using repo = await project();
    const issue = await opened(repo);
    agree(issue, 'ann', 'mallory');
    const page = `${repo.github.git.url}/org/project/issues/1`;
    const refused = await refusal(releaseIssue, repo, asked(inputs));
    expect(refused).toBe(
      `Missing: 2 approvals of release issue #1 (1: ann).\nThey write /lgtm or /approve on a line of its own in ${page}. Who may agree: ann and bob. To wait for it, set wait: 4h.`,
    );
    keepComment(issue, { author: 'Bob', body: 'Fine.\r\n\r\n/approve\r\n' });
    const { outputs, log, outcome } = await perform(releaseIssue, repo, asked(inputs));
    const [first, , last] = issue.comments.map(({ id }) => `${page}#issuecomment-${id}`);
    expect(outcome.failure).toBeUndefined();
    expect(outputs).toMatchObject({ number: '1', approvers: 'ann\nBob', changed: 'false', commit: await repo.head() });
    expect(JSON.parse(outputs['approvals'] ?? '')).toEqual([
      { login: 'ann', url: first },
      { login: 'Bob', url: last },
    ]);
    expect(log).toContain(`#issuecomment-10002 does not count: mallory is not in OWNERS.`);
    expect(outcome.facts).toContainEqual({ name: 'Agrees', value: 'Bob', url: last });
  });

  it('waits, and needs no permission to write', async () => {
    await using repo = await scratchGitHub({ OWNERS: 'approvers: [ann]\n' }, { tokens: [readers, personalToken] });
    const issue = await opened(repo);
    let looks = 0;
    repo.github.fault = ({ path }) => {
      if (path.endsWith('/comments') && ++looks === 3) agree(issue, 'ann');
      return undefined;
    };
    const options = asked({ ...inputs, approvals: '1', wait: '1m' }, readers.token);
    const { outcome, log } = await perform(releaseIssue, repo, { ...options, pace: 0.001 });
    expect(outcome.failure).toBeUndefined();
    expect(log.match(/Waiting: 1 approvals of release issue #1 \(0: nobody yet\)/g)).toHaveLength(2);
    expect(repo.github.requests.filter(({ method, path }) => method !== 'GET' && path !== '/graphql')).toEqual([]);
  });

  it('counts nothing from before the last change of the tags or the commit', async () => {
    await using repo = await project();
    await succeed(releaseIssue, repo, asked({ do: 'open' }));
    const issue = record(repo);
    keepComment(issue, { author: 'ann', body: '/lgtm', createdAt: new Date(Date.now() - 5000).toISOString() });
    keepComment(issue, { author: 'bob', body: '/lgtm', createdAt: new Date(Date.now() - 5000).toISOString() });
    expect(await succeed(releaseIssue, repo, asked(inputs))).toMatchObject({ approvers: 'ann\nbob' });
    await repo.commit('Later');
    await succeed(releaseIssue, repo, asked({ do: 'open' }));
    const { log, outcome } = await perform(releaseIssue, repo, asked(inputs));
    expect(String(outcome.failure)).toContain('Missing: 2 approvals of release issue #1 (0: nobody yet).');
    expect(log).toContain('#issuecomment-10001 does not count: the tags or the commit changed after it, at ');
    const later = new Date(Date.now() + 5000).toISOString();
    for (const author of ['ann', 'bob']) keepComment(issue, { author, body: 'LGTM', createdAt: later });
    await repo.ask('PATCH …/issues/1', { body: { body: `More text\n${issue.body}` } });
    expect(await succeed(releaseIssue, repo, asked(inputs))).toMatchObject({ approvers: 'ann\nbob' });
  });

  it('does not count a comment that somebody else edited, and names it', async () => {
    await using repo = await project();
    const issue = await opened(repo);
    for (const author of ['ann', 'bob']) keepComment(issue, { author, body: 'Hm.' });
    const [first, second] = issue.comments;
    const deleted = keepComment(issue, { author: 'ann', body: '/lgtm' });
    await repo.ask(`DELETE …/issues/comments/${deleted.id}`);
    await repo.ask(`PATCH …/issues/comments/${first?.id}`, { ...mona, body: { body: '/lgtm' } });
    const at = '2026-01-02T12:00:00Z';
    const edits = ['Hm.', '/lgtm'].map((text, index) => ({ id: 900 + index, editor: 'bob', at, text }));
    second?.edits.push(...edits);
    Object.assign(second ?? {}, { body: '/lgtm' });
    const { log, outcome } = await perform(releaseIssue, repo, asked(inputs));
    expect(String(outcome.failure)).toContain('(1: bob)');
    expect(log).toContain(`#issuecomment-${first?.id} does not count: mona edited it.`);
  });

  it('counts for the tags and the commit that the issue proposes, and for no others', async () => {
    await using repo = await project();
    const issue = await opened(repo);
    agree(issue, 'ann', 'bob');
    const commit = await repo.commit('Later');
    const [proposed, later] = [proposalIn(issue.body ?? '')?.commit.slice(0, 12), commit.slice(0, 12)];
    const fix =
      'Release what the issue proposes. Or let it propose the rest with do: open, and wait until people agree again.';
    const say = (not: string) => `Missing: release issue #1 proposes v1.1.0 at ${proposed}, not ${not}.\n${fix}`;
    const both = { tag: '', tags: 'v1.1.0\nchart/0.2.0' };
    expect(await refusal(releaseIssue, repo, asked({ ...inputs, commit }))).toBe(say(later));
    expect(await refusal(releaseIssue, repo, asked({ ...inputs, ...both }))).toBe(say('chart/0.2.0'));
    expect(await refusal(releaseIssue, repo, asked({ ...inputs, ...both, commit }))).toBe(
      say(`chart/0.2.0 at ${later}`),
    );
  });

  it('reads OWNERS of the default branch, of the folders above it, and OWNERS_ALIASES', async () => {
    const files = {
      OWNERS: 'approvers: [ann]\n',
      'deploy/OWNERS': 'approvers: [Release-Leads]\nreviewers: [rita]\nemeritus_approvers: [emma]\n',
      'deploy/chart/OWNERS': 'options: { no_parent_owners: true }\napprovers: [carl, "no name"]\n',
      OWNERS_ALIASES: 'aliases:\n  release-leads: [Lea]\n',
    };
    await using repo = await scratchGitHub(files);
    const issue = await opened(repo);
    agree(issue, 'ann', 'lea', 'rita', 'emma', 'carl');
    await repo.git('switch', '--quiet', '--create', 'topic');
    await repo.commit('Take over', { OWNERS: 'approvers: [mallory]\n' });
    agree(issue, 'mallory');
    const who = async (given: Readonly<Record<string, string>>) =>
      (await succeed(releaseIssue, repo, asked({ ...inputs, approvals: '1', ...given })))['approvers'];
    expect(await who({})).toBe('ann');
    expect(await who({ owners: 'deploy/OWNERS' })).toBe('ann\nlea\nrita');
    expect(await who({ owners: 'deploy/OWNERS', 'approvers-only': 'true' })).toBe('ann\nlea');
    expect(await who({ owners: 'deploy/chart/OWNERS' })).toBe('carl');
    const { log } = await perform(
      releaseIssue,
      repo,
      asked({ ...inputs, approvals: '1', owners: 'deploy/chart/OWNERS' }),
    );
    expect(log).toContain('deploy/chart/OWNERS names no name, which is neither an account nor in OWNERS_ALIASES.');
    expect(await refusal(releaseIssue, repo, asked({ ...inputs, owners: 'docs/OWNERS' }))).toBe(
      'org/project has no file docs/OWNERS on main.\nCorrect the input owners, or set team.',
    );
  });

  it('names 20 comments that do not count, and the number of the others', async () => {
    await using repo = await project();
    const issue = await opened(repo);
    for (let index = 0; index < 25; index++) keepComment(issue, { author: `eve${index}`, body: '/lgtm' });
    const { log } = await perform(releaseIssue, repo, asked(inputs));
    expect(log).toContain('#issuecomment-10020 does not count: eve19 is not in OWNERS.');
    expect(log).not.toContain('eve20');
    expect(log).toContain('5 more comments do not count.');
  });

  it('names filters that are for some files only', async () => {
    const filters = 'filters:\n  ".*": { approvers: [ann] }\n  "\\\\.md$": { approvers: [bob] }\n';
    await using repo = await scratchGitHub({ OWNERS: filters });
    const issue = await opened(repo);
    agree(issue, 'ann', 'bob');
    const { log, outputs } = await perform(releaseIssue, repo, asked({ ...inputs, approvals: '1' }));
    expect(outputs['approvers']).toBe('ann');
    expect(log).toContain('The filters \\.md$ of OWNERS are for some files only: their people do not count.');
  });

  it('takes the members of a team instead, with a token that sees them', async () => {
    const app: Token = {
      token: 'app',
      login: 'app[bot]',
      kind: 'app',
      permissions: { issues: 'write', members: 'read' },
    };
    const settings = { teams: { leads: ['Lea'] } };
    await using repo = await scratchGitHub({}, { tokens: [jobToken, app], settings });
    const issue = await opened(repo);
    agree(issue, 'lea', 'ann');
    const given = { ...inputs, approvals: '1', team: 'org/leads' };
    expect(await succeed(releaseIssue, repo, asked(given, app.token))).toMatchObject({ approvers: 'lea' });
    const { log } = await perform(releaseIssue, repo, asked(given, app.token));
    expect(log).toContain('does not count: ann is not in org/leads.');
    expect(await refusal(releaseIssue, repo, asked({ ...given, team: 'org/nobody' }, app.token))).toBe(
      'GitHub finds no team org/nobody, or the token may not see it.\nCheck the name. The token needs the permission members: read of the organization, or the scope read:org.',
    );
    expect(await refusal(releaseIssue, repo, asked(given))).toBe(
      'The token may not see who is in the team org/leads.\nThe token of a job never may. Pass that of a GitHub App with the permission members: read of the organization, or a classic token with the scope read:org.',
    );
  });
});

describe('do: tick', () => {
  const staged = 'https://example.org/staged';

  it('ticks boxes, and changes no other byte', async () => {
    await using repo = await project();
    const issue = await opened(repo);
    const text = issue.body ?? '';
    const given = { do: 'tick', items: `Staged => ${staged}` };
    const { outcome, outputs } = await perform(releaseIssue, repo, asked(given));
    expect(outcome.failure).toBeUndefined();
    expect(plain(issue)).toBe(text.replace('- [ ] Staged\r\n', `- [x] Staged (${staged})\r\n`));
    expect(outputs).toMatchObject({ number: '1', changed: 'true' });
    expect(outcome.facts).toContainEqual({ name: 'Staged', value: staged, url: staged });
    const { log, outputs: again } = await perform(releaseIssue, repo, asked(given));
    expect(again['changed']).toBe('false');
    expect(log).toContain('"Staged" is ticked already.');
  });

  it('is red with mode: check while a box is open', async () => {
    await using repo = await project();
    await opened(repo);
    const items = `Staged => ${staged}\nAnnounced => ${staged}`;
    expect(await refusal(releaseIssue, repo, asked({ do: 'tick', items, mode: 'check' }))).toBe(
      [
        '#1 has box Staged open, not ticked.\nRun it with mode: apply, or find out why it was not done.',
        '#1 has box Announced open, not ticked.\nRun it with mode: apply, or find out why it was not done.',
      ].join('\n'),
    );
  });

  it('loses no edit that a person makes at the same moment', async () => {
    await using repo = await project();
    const issue = await opened(repo);
    const body = (issue.body ?? '').replace('- [ ] Announced', '- [x] Announced, as mona says');
    let isDone = false;
    repo.github.fault = async ({ method }) => {
      if (method === 'PATCH' && !isDone) {
        isDone = true;
        await repo.ask('PATCH …/issues/1', { ...mona, body: { body } });
      }
      return undefined;
    };
    await succeed(releaseIssue, repo, asked({ do: 'tick', items: `Staged => ${staged}` }));
    expect(plain(issue)).toBe(body.replace('- [ ] Staged', `- [x] Staged (${staged})`));
  });
});

describe('do: close', () => {
  const release = (repo: ScratchGitHub, tag: string) =>
    repo.ask('POST …/releases', { ...mona, body: { tag_name: tag, name: tag } });

  it('says where the release is, and closes the issue, once', async () => {
    await using repo = await project();
    const issue = await opened(repo, '', ['v1.1.0', 'chart/0.2.0']);
    expect(await refusal(releaseIssue, repo, asked({ do: 'close' }))).toBe(
      'Missing: a published release of v1.1.0 and chart/0.2.0 in org/project.\nPublish the release first. For a project without releases on GitHub, set comment.',
    );
    expect(issue.state).toBe('open');
    await release(repo, 'v1.1.0');
    const page = `${repo.github.git.url}/org/project`;
    expect(await succeed(releaseIssue, repo, asked({ do: 'close' }))).toMatchObject({ number: '1', changed: 'true' });
    const marker = commentMarker('close v1.1.0 chart/0.2.0');
    const said = `Released:\n\n- [v1.1.0](${page}/releases/tag/v1.1.0)\n\n${marker}`;
    expect([issue.state, issue.stateReason, issue.comments.map(({ body }) => body)]).toEqual([
      'closed',
      'completed',
      [said],
    ]);
    expect(await succeed(releaseIssue, repo, asked({ do: 'close' }))).toMatchObject({ changed: 'false' });
    await release(repo, 'chart/0.2.0');
    await succeed(releaseIssue, repo, asked({ do: 'close', comment: 'Out.\n' }));
    expect(issue.comments.map(({ body }) => body)).toEqual([
      `Out.\n\n- [v1.1.0](${page}/releases/tag/v1.1.0)\n- [chart/0.2.0](${page}/releases/tag/chart/0.2.0)\n\n${marker}`,
    ]);
  });

  it('needs no release if a comment is given', async () => {
    await using repo = await project();
    const issue = await opened(repo);
    await succeed(releaseIssue, repo, asked({ do: 'close', comment: 'It is on the mirror.' }));
    expect([issue.state, issue.comments[0]?.body]).toEqual([
      'closed',
      `It is on the mirror.\n\n${commentMarker('close v1.1.0')}`,
    ]);
  });
});

const fixture = (path: string) => readFile(join(import.meta.dirname, '../fixtures', path), 'utf8');

describe('with the files of real projects', () => {
  it('tracks a release of promo-tools by its own template', async () => {
    const path = '.github/ISSUE_TEMPLATE/cut-release.md';
    const own = await fixture(`kubernetes-sigs__promo-tools/ce0738e8/${path}`);
    await using repo = await scratchGitHub({ [path]: own });
    const tag = 'v4.6.0';
    await succeed(releaseIssue, repo, asked({ do: 'open', tag, template: 'cut-release.md' }));
    const issue = record(repo);
    expect([issue.title, issue.labels]).toEqual([
      'Release k-sigs/promo-tools@v4.6.0',
      ['sig/release', 'area/release-eng'],
    ]);
    const text = own.slice(own.indexOf('### ')).replaceAll('X.Y.Z', '4.6.0').trimEnd();
    expect(issue.body).toBe(`${text}\n\n${proposalMarker({ tags: [tag], commit: await repo.head() })}`);
    const links = ['pull/1', 'releases/tag/v4.6.0', 'pull/2', 'pull/3'].map((end) => `https://example.org/${end}`);
    const items = ['Release Prep', 'Release', 'Image promotion:', 'Rollout'].map(
      (item, index) => `${item} => ${links[index]}`,
    );
    await succeed(releaseIssue, repo, asked({ do: 'tick', tag, items: items.join('\n') }));
    const boxes = (issue.body ?? '').split('\n').filter((line) => line.startsWith('- ['));
    expect(boxes.map((line) => /^- \[x\] .* \((https:[^)]+)\)$/.exec(line)?.[1])).toEqual(links);
  });

  it('lets two OWNERS of dra-example-driver agree to image and chart, and closes the issue', async () => {
    const own = await fixture('kubernetes-sigs__dra-example-driver/0eedf92e/OWNERS');
    await using repo = await scratchGitHub({ OWNERS: own });
    const tags = { tag: '', tags: 'v0.5.0\nchart/0.5.0' };
    await succeed(releaseIssue, repo, asked({ do: 'open', ...tags }));
    const issue = record(repo);
    keepComment(issue, { author: 'klueska', body: 'LGTM' });
    keepComment(issue, { author: 'shivamerla', body: '/lgtm' });
    expect(await refusal(releaseIssue, repo, asked({ do: 'await-approval', ...tags }))).toContain('(1: klueska)');
    keepComment(issue, { author: 'pohly', body: '/lgtm\r\n/approve' });
    const agreed = await succeed(releaseIssue, repo, asked({ do: 'await-approval', ...tags }));
    expect(agreed['approvers']).toBe('klueska\npohly');
    await repo.ask('POST …/releases', { ...mona, body: { tag_name: 'v0.5.0' } });
    await succeed(releaseIssue, repo, asked({ do: 'close', ...tags }));
    expect([issue.state, issue.comments.length]).toEqual(['closed', 4]);
  });
});

it.each(['await-approval', 'tick', 'close'])('do: %s waits for an issue that is not there', async (what) => {
  await using repo = await project();
  const given = { do: what, items: 'Staged => https://example.org/' };
  expect(await refusal(releaseIssue, repo, asked(given))).toBe(
    'Missing: release issue of v1.1.0 in org/project.\nOpen it with the action release-issue and do: open.',
  );
});

it.each([
  [{ do: 'open', tags: 'v1' }, 'Inputs tag and tags are both set.\nGive all tags in tags, and leave tag out.'],
  [
    { do: 'await-approval', commit: 'HEAD' },
    'Input commit is "HEAD". For do: await-approval it is compared with the issue, so it has to be a whole hash.\nGive the 40 digits of the commit, such as github.sha.',
  ],
  [{ do: 'open', tag: '' }, 'Neither input tag nor tags is set.\nSet tag, such as v1.2.3.'],
  [
    { do: 'tick' },
    'Input items is required for do: tick.\nGive a line for each box: its text, =>, and the address of what proves it.',
  ],
  [
    { do: 'open', template: 'a.md', 'body-path': 'b.md' },
    'Inputs template ("a.md") and body-path ("b.md") are both set.\nSet one of them.',
  ],
  [
    { do: 'await-approval', approvals: '0' },
    'Input approvals is 0, so that nobody would have to agree.\nGive 1 or more.',
  ],
  [{ do: 'await-approval', team: 'leads' }, 'Input team is "leads", not the name of a team.\nWrite organization/name.'],
])('%j is refused', async (inputs, wanted) => {
  await using repo = await project();
  expect(await refusal(releaseIssue, repo, asked(inputs))).toBe(wanted);
});
