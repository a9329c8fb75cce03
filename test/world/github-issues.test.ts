import { describe, expect, it } from 'vitest';
import {
  commentMarker,
  isSameProposal,
  proposalIn,
  proposalMarker,
  withOrigin,
  withProposal,
} from '../../src/domain/release-issues/marker.ts';
import { awaitedReleaseIssue, findReleaseIssue, isOfRelease } from '../../src/plans/release-issue.ts';
import { Moved } from '../../src/world/change.ts';
import type { Change } from '../../src/world/change.ts';
import { Credentials } from '../../src/world/credentials.ts';
import type { Issue } from '../../src/world/github/github.ts';
import { World } from '../../src/world/world.ts';
import { hostOf, nothingMade } from '../support/host.ts';
import { keepComment, keepIssue } from '../support/issues.ts';
import { jobToken, personalToken, scratchGitHub } from '../support/github.ts';
import type { ScratchGitHub } from '../support/github.ts';

const repository = 'org/project';
const proposal = { tags: ['v1.0.0', 'chart/0.1.0'], commit: 'a'.repeat(40) };
const body = `- [ ] one\n- [ ] two\n\n${proposalMarker(proposal)}`;
const bot = 'github-actions[bot]';

async function portsOf({ environment, folder }: ScratchGitHub, token = jobToken.token) {
  const credentials = Credentials.forGitHub(environment, token);
  const world = new World(hostOf({ env: environment, workspace: folder, credentials, pace: 0.01 }));
  return world.github();
}

/** The issue that follows the release, as it is now. */
async function seen(repo: ScratchGitHub): Promise<Issue> {
  const { found } = await findReleaseIssue(repository, ['v1.0.0'], await portsOf(repo));
  if (found === undefined) throw new Error('There is no such issue.');
  return found.issue;
}

const plain = (text: string | undefined) => withOrigin(text ?? '', undefined);

const apply = (change: Change | undefined) => change?.apply(nothingMade);

/** Does something once, before a request of a kind is served. */
function before({ github }: ScratchGitHub, wanted: RegExp, act: () => unknown) {
  let isDone = false;
  github.fault = async ({ method, path }) => {
    if (isDone || !wanted.test(`${method} ${path}`)) return undefined;
    isDone = true;
    await act();
    return undefined;
  };
}

describe('a release issue', () => {
  it('is found by its marker, open or closed, among others and behind many', async () => {
    await using repo = await scratchGitHub();
    keepIssue(repo, { title: 'Old', body: proposalMarker({ ...proposal, tags: ['v0.9.0'] }), author: bot });
    const { number } = keepIssue(repo, { title: 'Renamed since', body, author: bot, state: 'closed' });
    for (let index = 0; index < 120; index++) keepIssue(repo, { title: `Bug ${index}`, body: 'v1.0.0', author: bot });
    const github = await portsOf(repo);
    const { found, notes } = await findReleaseIssue(repository, ['chart/0.1.0', 'v1.0.0'], github);
    expect(found).toMatchObject({ issue: { number, isOpen: false, title: 'Renamed since' }, proposal });
    expect(notes).toEqual([]);
    expect((await findReleaseIssue(repository, ['v1.0.1'], github)).found).toBeUndefined();
  });

  it('is the older one of two, and the other one is named', async () => {
    await using repo = await scratchGitHub();
    for (const title of ['First', 'Second']) keepIssue(repo, { title, body, author: bot });
    const { found, notes } = await findReleaseIssue(repository, ['v1.0.0'], await portsOf(repo));
    expect(found?.issue.title).toBe('First');
    expect(notes).toEqual(['#2 follows the same release as #1, which counts, because it is older.']);
  });

  it('is not an issue of a stranger, who is named', async () => {
    await using repo = await scratchGitHub();
    const { number } = keepIssue(repo, { title: 'Release', body, author: bot });
    for (let index = 0; index < 120; index++) keepIssue(repo, { title: `Bug ${index}`, body: '', author: bot });
    const strange = keepIssue(repo, { title: 'Release', body, author: 'mallory' });
    const { found, notes } = await findReleaseIssue(repository, ['v1.0.0'], await portsOf(repo));
    expect(found?.issue.number).toBe(number);
    expect(notes).toEqual([
      `#${strange.number} has the marker of this release, but mallory does not belong to the project: it does not count.`,
    ]);
  });

  it('may be of somebody whose membership is private, and so may a comment', async () => {
    const settings = { collaborators: { ann: 'write' }, privateMembers: ['ann'] } as const;
    await using repo = await scratchGitHub({}, { settings });
    const record = keepIssue(repo, { title: 'Release', body, author: 'ann' });
    const marker = commentMarker('x');
    for (const author of ['mallory', 'ann']) keepComment(record, { author, body: marker });
    const { comments } = await portsOf(repo);
    const issue = await seen(repo);
    expect(issue.author).toEqual({ login: 'ann', isBot: false, isTrusted: true });
    const marked = comments.marked(marker, await comments.list(issue));
    expect(marked.map(({ author }) => author.login)).toEqual(['ann']);
  });

  const wanted = { title: 'Release v1.0.0', body, labels: ['release'], assignees: ['mona'], milestone: undefined };
  const isSame = (one: Issue) => isOfRelease(one, ['v1.0.0']);

  it('is opened with all it has', async () => {
    await using repo = await scratchGitHub();
    const { issues } = await portsOf(repo);
    expect(await apply(issues.open(repository, wanted, isSame))).toMatchObject({ number: 1 });
    const record = repo.github.repository(repository).issues.get(1);
    expect(record).toMatchObject({ title: 'Release v1.0.0', body, labels: ['release'], assignees: ['mona'] });
  });

  it('is not opened if the list that the plan has seen was old', async () => {
    await using repo = await scratchGitHub();
    const { issues } = await portsOf(repo);
    const change = issues.open(repository, wanted, isSame);
    keepIssue(repo, { title: 'First', body, author: bot });
    await expect(apply(change)).rejects.toMatchObject({
      message: '#1 follows the release already',
      unmade: change.keys,
    });
    expect(repo.github.repository(repository).issues.size).toBe(1);
  });

  it('that was opened at the same moment as another one is closed, and is not found again', async () => {
    await using repo = await scratchGitHub();
    const { issues } = await portsOf(repo);
    before(repo, /^POST .*issues$/, () => keepIssue(repo, { title: 'First', body, author: bot }));
    await expect(apply(issues.open(repository, wanted, isSame))).rejects.toThrow('another run opened #1 first');
    expect(repo.github.repository(repository).issues.get(2)).toMatchObject({
      state: 'closed',
      stateReason: 'not_planned',
      body: 'Opened at the same moment as #1, which is the issue of this release.',
    });
    expect((await seen(repo)).number).toBe(1);
  });

  it('cannot be opened by a stranger, who is told so', async () => {
    const stranger = { ...personalToken, token: 'of-mallory', login: 'mallory' };
    await using repo = await scratchGitHub({}, { tokens: [jobToken, stranger] });
    repo.github.fault = ({ method, path }) => {
      if (path.endsWith('/permission')) return answered(200, { permission: 'read', role_name: 'read', user: null });
      return method === 'POST' ? strangersIssue(repo) : undefined;
    };
    const { issues } = await portsOf(repo, stranger.token);
    await expect(apply(issues.open(repository, wanted, isSame))).rejects.toMatchObject({
      message: `mallory opened ${repo.github.git.url}/org/project/issues/1, but does not belong to the project, so that the issue would not be found again.`,
      fix: "Close it. Then use the job's own token, or that of a collaborator.",
    });
  });
});

const answered = (status: number, content: object) => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(content),
});

/** What GitHub answers to somebody who may only read. Here, everybody with a token is a collaborator. */
const strangersIssue = ({ github }: ScratchGitHub) =>
  answered(201, {
    number: 1,
    html_url: `${github.git.url}/org/project/issues/1`,
    user: { login: 'mallory', type: 'User' },
    author_association: 'NONE',
  });

describe('an edit of the text', () => {
  const edit = { title: 'Tick a box' };
  const ticked = body.replace('- [ ] one', '- [x] one');

  it('is made at the version that was seen', async () => {
    await using repo = await scratchGitHub();
    const record = keepIssue(repo, { title: 'Release', body, author: bot });
    const { issueTexts } = await portsOf(repo);
    const issue = await seen(repo);
    await apply(issueTexts.edit(issue, ticked, edit));
    expect(record.body).toMatch(/"from":"[\da-f]{16}\.[\da-f]{8}"\} -->$/);
    expect(plain(record.body)).toBe(ticked);
    await expect(apply(issueTexts.edit(issue, ticked, edit))).rejects.toThrow(
      'somebody edited issue #1 of org/project',
    );
    expect(record.edits).toHaveLength(2);
  });

  it('that replaced another one at the same moment is noticed, and the next plan restores the other one', async () => {
    await using repo = await scratchGitHub();
    const record = keepIssue(repo, { title: 'Release', body, author: bot });
    const { issueTexts } = await portsOf(repo);
    const issue = await seen(repo);
    const other = `About it\n${body.replace('- [ ] two', '- [x] two (by mona)')}`;
    const asMona = { token: personalToken.token };
    before(repo, /^PATCH/, () => repo.ask('PATCH …/issues/1', { ...asMona, body: { body: other } }));
    await expect(apply(issueTexts.edit(issue, ticked, edit))).rejects.toThrow(
      '@mona edited issue #1 at the same moment',
    );
    expect(plain(record.body)).toBe(ticked);
    const now = await seen(repo);
    const wanted = `About it\n${ticked.replace('- [ ] two', '- [x] two (by mona)')}`;
    expect(await issueTexts.of(now)).toBe(wanted);
    await apply(issueTexts.edit(now, await issueTexts.of(now), edit));
    expect(plain(record.body)).toBe(wanted);
    expect(plain(await issueTexts.of(await seen(repo)))).toBe(wanted);
  });

  it('is not taken for a loss if somebody goes on editing it', async () => {
    await using repo = await scratchGitHub();
    const record = keepIssue(repo, { title: 'Release', body, author: bot });
    const { issueTexts } = await portsOf(repo);
    const asMona = { token: personalToken.token };
    const more = () => repo.ask('PATCH …/issues/1', { ...asMona, body: { body: `More\r\n${record.body}` } });
    const issue = await seen(repo);
    before(repo, /^POST .*graphql$/, more);
    await apply(issueTexts.edit(issue, ticked, edit));
    expect(plain(record.body)).toBe(`More\r\n${ticked}`);
  });

  it('whose answer got lost is looked for in the history, too', async () => {
    await using repo = await scratchGitHub();
    keepIssue(repo, { title: 'Release', body, author: bot });
    const { issueTexts } = await portsOf(repo);
    const other = `About it\n${body}`;
    let isDone = false;
    repo.github.fault = async ({ method }) => {
      if (method !== 'PATCH' || isDone) return undefined;
      isDone = true;
      await repo.ask('PATCH …/issues/1', { body: { body: other } });
      return 'reset-after';
    };
    await expect(apply(issueTexts.edit(await seen(repo), ticked, edit))).rejects.toThrow('at the same moment');
    expect(plain(await issueTexts.of(await seen(repo)))).toBe(`About it\n${ticked}`);
  });

  it('that ticked the same box as another one at the same moment changes nothing more', async () => {
    await using repo = await scratchGitHub();
    keepIssue(repo, { title: 'Release', body, author: bot });
    const { issueTexts } = await portsOf(repo);
    const other = body.replace('- [ ] one', '- [x] one (https://example.org/2)');
    before(repo, /^PATCH/, () => repo.ask('PATCH …/issues/1', { body: { body: other } }));
    const mine = body.replace('- [ ] one', '- [x] one (https://example.org/1)');
    await expect(apply(issueTexts.edit(await seen(repo), mine, edit))).rejects.toThrow(Moved);
    expect(plain(await issueTexts.of(await seen(repo)))).toBe(mine);
  });

  it('that met another proposal says what was there', async () => {
    await using repo = await scratchGitHub();
    keepIssue(repo, { title: 'Release', body, author: bot });
    const { issueTexts } = await portsOf(repo);
    const [one, other] = ['b', 'c'].map((letter) => ({ ...proposal, commit: letter.repeat(40) }));
    before(repo, /^PATCH/, () => repo.ask('PATCH …/issues/1', { body: { body: withProposal(body, one ?? proposal) } }));
    const mine = withProposal(body, other ?? proposal);
    await expect(apply(issueTexts.edit(await seen(repo), mine, edit))).rejects.toThrow(Moved);
    await expect(issueTexts.of(await seen(repo))).rejects.toMatchObject({
      message: `Two edits of the same lines met in ${repo.github.git.url}/org/project/issues/1. These lines are not there any more: ${proposalMarker(one ?? proposal)}`,
      fix: 'Put them back by hand. GitHub keeps them in the history of the text, below "edited".',
    });
  });

  it('needs the history of the text', async () => {
    await using repo = await scratchGitHub();
    const { url } = keepIssue(repo, { title: 'Release', body, author: bot }) && (await seen(repo));
    const { issueTexts } = await portsOf(repo);
    await expect(issueTexts.versions({ node: 'bm9ib2R5', url }).next()).rejects.toMatchObject({
      message: `GitHub does not show the history of ${url}.`,
      fix: 'Give the token the permission issues: read for this repository; in a job, under permissions.',
    });
  });
});

describe('a marked comment', () => {
  const marked = { marker: commentMarker('close'), text: 'It is out.', about: 'that it is out' };
  const bodies = (repo: ScratchGitHub) =>
    repo.github
      .repository(repository)
      .issues.get(1)
      ?.comments.map((comment) => comment.body);
  const own = `It is out.\n\n${marked.marker}`;

  it('is created once, and updated afterwards', async () => {
    await using repo = await scratchGitHub();
    keepIssue(repo, { title: 'Release', body, author: bot });
    const { comments } = await portsOf(repo);
    const issue = await seen(repo);
    const save = async (text: string) => comments.save(issue, { ...marked, text }, await comments.list(issue));
    await apply(await save('It is out.'));
    expect(await save('It is out.')).toBeUndefined();
    expect(bodies(repo)).toEqual([own]);
    await apply(await save('Out.'));
    expect(bodies(repo)).toEqual([`Out.\n\n${marked.marker}`]);
  });

  it('of a stranger does not count, and a repeated one is removed', async () => {
    await using repo = await scratchGitHub();
    const record = keepIssue(repo, { title: 'Release', body, author: bot });
    for (const author of ['mallory', bot, 'mona']) keepComment(record, { author, body: own });
    const { comments } = await portsOf(repo);
    const issue = await seen(repo);
    const all = await comments.list(issue);
    expect(comments.marked(marked.marker, all).map(({ author }) => author.login)).toEqual([bot, 'mona']);
    await apply(comments.save(issue, marked, all));
    expect(record.comments.map(({ author }) => author)).toEqual(['mallory', bot]);
  });

  it('that another run made at the same moment stays alone', async () => {
    await using repo = await scratchGitHub();
    const record = keepIssue(repo, { title: 'Release', body, author: bot });
    const { comments } = await portsOf(repo);
    const issue = await seen(repo);
    before(repo, /^POST .*comments$/, () => repo.ask('POST …/issues/1/comments', { body: { body: own } }));
    const change = comments.save(issue, marked, []);
    await expect(apply(change)).rejects.toMatchObject({
      message: 'another run commented in #1 first',
      unmade: change?.keys,
    });
    expect(record.comments).toHaveLength(1);
  });
});

it.each([
  ['', undefined],
  ['<!-- release-issue: {"tags":[],"commit":"a"} -->', undefined],
  ['<!-- release-issue: {"tags":"v1","commit":"a"} -->', undefined],
  ['<!-- release-issue: {"tags":["v1"]} -->', undefined],
  ['<!-- release-issue: {"tags":["v1"],"commit" -->', undefined],
  [`text\r\n${proposalMarker(proposal)}\r\nmore`, proposal],
  [proposalMarker({ tags: ['v1-->', '<!--', 'ü"\\'], commit: 'b' }), { tags: ['v1-->', '<!--', 'ü"\\'], commit: 'b' }],
])('the marker in %j is read as %j', (text, wanted) => {
  expect(proposalIn(text)).toEqual(wanted);
});

it('another proposal replaces the marker, and no other byte of the text', () => {
  const other = { ...proposal, commit: 'b'.repeat(40) };
  expect(withProposal(`$&\r\n${proposalMarker(proposal)}\r\n- [ ] x`, other)).toBe(
    `$&\r\n${proposalMarker(other)}\r\n- [ ] x`,
  );
  expect([isSameProposal(proposal, other), isSameProposal(proposal, { ...proposal })]).toEqual([false, true]);
});

it('a plan without a release issue says how to open one', () => {
  expect(awaitedReleaseIssue(repository, ['v1.0.0', 'chart/0.1.0'])).toEqual({
    title: 'release issue of v1.0.0 and chart/0.1.0 in org/project',
    fix: 'Open it with the action release-issue and do: open.',
  });
});
