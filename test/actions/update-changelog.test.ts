import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import updateChangelog from '../../actions/update-changelog/action.ts';
import type { IssueRecord } from '../../src/embedded/github/core/records.ts';
import type { Token } from '../../src/embedded/github/server.ts';
import { jobToken, personalToken, type ScratchGitHub, scratchGitHub } from '../support/github.ts';
import { merge } from '../support/merge.ts';
import { perform, refusal, succeed } from '../support/perform.ts';
import { type Checkout, scratchRepository } from '../support/repository.ts';

const reading = { contents: 'read', issues: 'read', 'pull-requests': 'read' } as const;
const readingToken: Token = { ...jobToken, kind: 'job', token: 'reading', permissions: reading };
const tokens = [readingToken, personalToken];
const mona = { token: personalToken.token };

const asked = (inputs: Readonly<Record<string, string>> = {}) => ({
  inputs: { version: 'v1.1.0', date: '2026-01-31', token: readingToken.token, ...inputs },
});

const changelog = '# Changelog\n\n## 1.0.0 - 2026-01-01\n\n- a\n';

async function project(text = changelog): Promise<ScratchGitHub> {
  const repo = await scratchGitHub({ 'CHANGELOG.md': text }, { tokens });
  await repo.pushTag('v1.0.0');
  return repo;
}

async function close(repo: ScratchGitHub, title: string, labels: readonly string[] = [], reason = 'completed') {
  const { body } = await repo.ask('POST …/issues', { ...mona, body: { title, labels } });
  const closed = { state: 'closed', state_reason: reason };
  await repo.ask(`PATCH …/issues/${body.number}`, { ...mona, body: closed });
  return body.number as number;
}

const text = ({ folder }: Checkout) => readFile(join(folder, 'CHANGELOG.md'), 'utf8');
const numbers = (section: string | undefined) =>
  [...(section ?? '').matchAll(/\[\\?#(\d+)\]/g)].map(([, number]) => Number(number));
const lists = ({ github }: ScratchGitHub) => github.requests.filter(({ method }) => method === 'GET');

describe('the section of a version', () => {
  it.each([0, 1, 3])('has what was merged and closed, from a checkout of depth %i', async (depth) => {
    await using repo = await project();
    const page = `${repo.github.git.url}/org/project`;
    await merge(repo, 'Add *it*', { labels: ['enhancement'] });
    await merge(repo, 'Squash it', { method: 'squash', labels: ['kind/bug'] });
    await merge(repo, 'Rebase it', { method: 'rebase' });
    await close(repo, 'It breaks', ['bug']);
    await close(repo, 'Nobody will', ['bug'], 'not_planned');
    const clone = await repo.clone({ depth });
    const { section, changed } = await succeed(updateChangelog, clone, asked());
    const wanted = `### Added\n\n- Add \\*it\\* ([#1](${page}/pull/1))\n\n### Changed\n\n- Rebase it ([#3](${page}/pull/3))\n\n### Fixed\n\n- It breaks ([#4](${page}/issues/4))\n- Squash it ([#2](${page}/pull/2))`;
    expect([section, changed]).toEqual([wanted, 'true']);
    expect(await text(clone)).toBe(changelog.replace('## 1.0.0', `## 1.1.0 - 2026-01-31\n\n${wanted}\n\n## 1.0.0`));
    expect(await clone.git('status', '--porcelain')).toBe('M CHANGELOG.md');
  });

  it('leaves out what the merge of the release before closed, some seconds after its commit', async () => {
    await using repo = await project();
    const tagged = Number(await repo.git('log', '-1', '--format=%ct'));
    const at = (seconds: number) => new Date((tagged + seconds) * 1000).toISOString().replace('.000', '');
    keep(repo, 1, { at: at(5) });
    keep(repo, 1, { at: at(3600) });
    const form = { format: 'github-changelog-generator', path: 'none' };
    expect(numbers((await succeed(updateChangelog, await repo.clone(), asked(form)))['section'])).toEqual([2]);
  });

  it('is in the form of github-changelog-generator where the file is', async () => {
    await using repo = await project(
      '# Change Log\n\n## [v1.0.0](https://github.com/old/name/tree/v1.0.0) (2026-01-01)\n',
    );
    const page = `${repo.github.git.url}/org/project`;
    await merge(repo, 'Add it');
    await close(repo, 'It is closed');
    const { section } = await succeed(updateChangelog, await repo.clone(), asked());
    expect(section).toBe(
      `[Full Changelog](${page}/compare/v1.0.0...v1.1.0)\n\n**Closed issues:**\n\n- It is closed [\\#2](${page}/issues/2)\n\n**Merged pull requests:**\n\n- Add it [\\#1](${page}/pull/1) ([mona](${repo.github.git.url}/mona))`,
    );
  });

  it('leaves out what was merged elsewhere, and says so', async () => {
    await using repo = await project();
    await repo.push('HEAD:refs/heads/next');
    await merge(repo, 'Elsewhere', { base: 'next' });
    await merge(repo, 'Here');
    const { outputs, log } = await perform(updateChangelog, await repo.clone(), asked());
    expect(numbers(outputs['section'])).toEqual([2]);
    expect(log).toMatch('Left out, because HEAD does not contain their merge commits: #1.');
  });

  it('has a pull request that reached HEAD through another branch', async () => {
    await using repo = await project();
    await repo.push('HEAD:refs/heads/next');
    await merge(repo, 'Through next', { base: 'next' });
    await repo.direct('fetch', '--quiet', 'origin', 'next');
    await repo.push('FETCH_HEAD:refs/heads/main');
    const { section } = await succeed(updateChangelog, await repo.clone(), asked());
    expect(numbers(section)).toEqual([1]);
  });

  it('of a backport has what its branch got, and not what main did', async () => {
    await using repo = await project();
    await repo.push('HEAD:refs/heads/release-1.0');
    await merge(repo, 'On main');
    await merge(repo, 'Backported', { base: 'release-1.0' });
    await close(repo, 'Of main', ['bug']);
    await repo.direct('fetch', '--quiet', 'origin', 'main');
    await repo.pushTag('v2.0.0', { at: 'FETCH_HEAD' });
    const clone = await repo.clone({ ref: 'refs/heads/release-1.0' });
    const { section } = await succeed(updateChangelog, clone, asked({ version: 'v1.0.1' }));
    expect(numbers(section)).toEqual([2]);
  });

  it('begins at the newest older release of its stream, wherever that is', async () => {
    await using repo = await project();
    await repo.push('HEAD:refs/heads/release-1.0');
    await merge(repo, 'Before the backport');
    await merge(repo, 'Backported', { base: 'release-1.0' });
    await repo.direct('fetch', '--quiet', 'origin', 'release-1.0');
    await repo.pushTag('v1.0.1', { at: 'FETCH_HEAD' });
    await repo.pushTag('chart/1.0.5', { at: 'v1.0.0' });
    await repo.pushTag('v1.1.0-rc.1', { at: 'v1.0.0' });
    const clone = await repo.clone();
    expect(numbers((await succeed(updateChangelog, clone, asked({ mode: 'dry-run' })))['section'])).toEqual([1]);
    const { log } = await perform(updateChangelog, clone, asked({ mode: 'dry-run' }));
    expect(log).toMatch('The release before v1.1.0 is v1.0.1.');
    const given = { 'previous-tag': 'v1.0.0', format: 'github-changelog-generator' };
    expect((await succeed(updateChangelog, clone, asked(given)))['section']).toMatch('/compare/v1.0.0...v1.1.0)');
  });

  it('of a first release has everything', async () => {
    await using repo = await scratchGitHub({ 'CHANGELOG.md': '' }, { tokens });
    await merge(repo, 'Begin');
    await close(repo, 'It breaks', ['bug']);
    const clone = await repo.clone();
    expect(numbers((await succeed(updateChangelog, clone, asked({ version: '0.1.0' })))['section'])).toEqual([1, 2]);
    expect(await text(clone)).toMatch(/^# Changelog\n\n## 0\.1\.0 - 2026-01-31\n/);
  });

  it.each([
    ['1.0.0', '/compare/1.0.0...1.1.0)'],
    ['v1.0.0', '/compare/v1.0.0...v1.1.0)'],
    ['chart/1.0.0', '/compare/chart/1.0.0...chart/1.1.0)'],
  ])('of a bare version belongs to the stream that has tags, as %s is one', async (earlier, compared) => {
    await using repo = await scratchGitHub({ 'CHANGELOG.md': '' }, { tokens });
    await repo.pushTag(earlier);
    await merge(repo, 'Go on');
    const given = { version: '1.1.0', format: 'github-changelog-generator' };
    expect((await succeed(updateChangelog, await repo.clone(), asked(given)))['section']).toMatch(compared);
  });

  it('of a project that tags bare versions follows its streams', async () => {
    await using repo = await scratchGitHub({ 'CHANGELOG.md': '' }, { tokens });
    await repo.pushTag('0.1.0');
    await merge(repo, 'Go on');
    const given = { version: '0.2.0.dev0', streams: 'driver: {pep440}', format: 'github-changelog-generator' };
    const { section } = await succeed(updateChangelog, await repo.clone(), asked(given));
    expect(section).toMatch('/compare/0.1.0...0.2.0.dev0)');
  });

  it('is what stands under Unreleased, without asking GitHub', async () => {
    await using repo = await project('## [Unreleased]\n\n- mine\n\n## [1.0.0]\n');
    await merge(repo, 'Not told');
    const clone = await repo.clone();
    const before = lists(repo).length;
    expect((await succeed(updateChangelog, clone, asked()))['section']).toBe('- mine');
    expect(await text(clone)).toBe('## [Unreleased]\n\n## [1.1.0]\n\n- mine\n\n## [1.0.0]\n');
    expect(lists(repo)).toHaveLength(before);
  });

  it('is what stands under Unreleased, without any server: its links tell the tags', async () => {
    const links = (open: string, more = '') =>
      `[Unreleased]: https://github.com/org/project/compare/${open}...HEAD\n${more}[1.0.0]: https://github.com/org/project/releases/tag/1.0.0\n`;
    await using repo = await scratchRepository({
      'CHANGELOG.md': `## [Unreleased]\n\n- mine\n\n## [1.0.0]\n\n${links('1.0.0')}`,
    });
    await repo.git('remote', 'set-url', 'origin', 'https://nowhere.invalid/org/project.git');
    const { log, outputs } = await perform(updateChangelog, repo, { inputs: { version: '1.1.0' } });
    expect(outputs['section']).toBe('- mine');
    expect(log).toContain('The release before 1.1.0 is 1.0.0.');
    expect(await text(repo)).toBe(
      `## [Unreleased]\n\n## [1.1.0]\n\n- mine\n\n## [1.0.0]\n\n${links('1.1.0', '[1.1.0]: https://github.com/org/project/compare/1.0.0...1.1.0\n')}`,
    );
  });

  it('under Unreleased asks origin only for a previous tag that nobody here knows', async () => {
    await using repo = await scratchRepository({ 'CHANGELOG.md': '## Unreleased\n\n- mine\n' });
    expect(await refusal(updateChangelog, repo, { inputs: { version: '1.1.0', 'previous-tag': 'v0.9.9' } })).toBe(
      'There is no tag "v0.9.9", neither on origin nor in this checkout.\nCorrect the input previous-tag, or leave it out.',
    );
  });

  it('bears the day on which it is written', async () => {
    await using repo = await project('## [Unreleased]\n\n- mine\n');
    const day = () => new Date().toISOString().slice(0, 10);
    const days = [day()];
    await succeed(updateChangelog, repo, { inputs: { version: 'v1.1.0', token: readingToken.token } });
    days.push(day());
    expect(days.map((one) => `## [Unreleased]\n\n## [1.1.0] - ${one}\n\n- mine\n`)).toContain(await text(repo));
  });
});

describe('what is there', () => {
  it('is never changed: the second run asks nobody and writes nothing', async () => {
    await using repo = await project();
    await merge(repo, 'Add it');
    const clone = await repo.clone();
    const first = await succeed(updateChangelog, clone, asked());
    const [before, requests] = [await text(clone), lists(repo).length];
    await merge(repo, 'Too late');
    const { outputs, log } = await perform(updateChangelog, clone, asked());
    expect(outputs).toMatchObject({ section: first['section'], changed: 'false' });
    expect(log).toMatch('CHANGELOG.md already has a section of v1.1.0. It is not changed.');
    expect(await text(clone)).toBe(before);
    expect(lists(repo).length).toBe(requests);
    expect(await succeed(updateChangelog, clone, asked({ mode: 'check' }))).toMatchObject({ changed: 'false' });
  });

  it('by a heading with several versions is not written again, and Unreleased keeps its text', async () => {
    const before = '## [Unreleased]\n\n- soon\n\n## [1.1.0/0.67.0] 2026-01-01\n\n- mine\n\n## [1.0.0]\n';
    await using repo = await project(before);
    expect(await succeed(updateChangelog, repo, asked())).toMatchObject({ section: '- mine', changed: 'false' });
    expect(await text(repo)).toBe(before);
  });

  it('and empty is told', async () => {
    await using repo = await project('## 1.1.0\n\n### Added\n\n## 1.0.0\n');
    const { log } = await perform(updateChangelog, repo, asked());
    expect(log).toMatch('The section of v1.1.0 says nothing: release notes from it would be empty.');
  });

  it('without a heading that can be read is refused, and stays as it is', async () => {
    const before = '# Changelog\n\n- 1.0.0 (2026-01-01)\n  - a\n- 0.9.0\n';
    await using repo = await project(before);
    expect(await refusal(updateChangelog, repo, asked())).toBe(
      'CHANGELOG.md:3 has lines that look like headings of versions, but cannot be read as such: line 3, "- 1.0.0 (2026-01-01)" and line 5, "- 0.9.0".\nWrite headings that begin with the version, such as ## 1.2.0 or ## [1.2.0] - 2026-01-31.',
    );
    expect(await text(repo)).toBe(before);
  });

  it('is compared by mode check, which fails where the section is missing', async () => {
    await using repo = await project();
    await merge(repo, 'Add it');
    const clone = await repo.clone();
    expect(await refusal(updateChangelog, clone, asked({ mode: 'check' }))).toBe(
      'CHANGELOG.md:3 has no line "## 1.1.0 - 2026-01-31".\nRun it with mode: apply and commit the result, or correct the inputs.',
    );
    expect(await text(clone)).toBe(changelog);
  });

  it('may be no file at all, where only the output is wanted', async () => {
    await using repo = await project();
    await merge(repo, 'Add it');
    const clone = await repo.clone();
    const outputs = await succeed(updateChangelog, clone, asked({ path: 'none' }));
    expect(numbers(outputs['section'])).toEqual([1]);
    expect(outputs['changed']).toBe('false');
    expect(await clone.git('status', '--porcelain')).toBe('');
  });
});

/** Items that are older than a page shows, put where GitHub keeps them. */
function keep(repo: ScratchGitHub, count: number, wanted: { at: string; commit?: string }): void {
  const { issues } = repo.github.repository('org/project');
  const first = issues.size + 1;
  for (let number = first; number < first + count; number++) issues.set(number, record(number, wanted));
}

function record(number: number, { at, commit }: { at: string; commit?: string }): IssueRecord {
  const place = { branch: 'main', sha: commit ?? '' };
  const quiet = { isDraft: false, mayMaintainersModify: false, reviewers: [], teams: [], reviews: [] };
  const merged = { at, by: 'mona', commit: commit ?? '' };
  const head = { ...place, repository: 'org/project' };
  const pull = { id: 2_000_000 + number, head, base: place, merged, ...quiet };
  const unset = {
    body: undefined,
    stateReason: undefined,
    milestone: undefined,
    comments: [],
    edits: [],
    labels: [],
    assignees: [],
  };
  const times = { createdAt: at, updatedAt: at, closedAt: at };
  return {
    ...unset,
    ...times,
    id: 1_000_000 + number,
    number,
    author: 'mona',
    title: `Item ${number}`,
    state: 'closed',
    closedBy: 'mona',
    pull: commit === undefined ? undefined : pull,
  };
}

describe('thousands of items', () => {
  it('are asked for by the hundred, and only as far back as the release goes', async () => {
    await using repo = await project();
    const old = await repo.head();
    const commit = await repo.commit('The release');
    await repo.push();
    keep(repo, 1500, { at: '2025-06-01T00:00:00Z', commit: old });
    keep(repo, 1500, { at: '2025-06-01T00:00:00Z' });
    keep(repo, 250, { at: '2026-02-01T00:00:00Z', commit });
    keep(repo, 350, { at: '2026-02-01T00:00:00Z' });
    const form = { format: 'github-changelog-generator', path: 'none' };
    const { section } = await succeed(updateChangelog, await repo.clone(), { ...asked(form), pace: 1 });
    expect(numbers(section)).toHaveLength(600);
    const asks = lists(repo).map(({ path }) => path.split('/').at(-1));
    expect([asks.filter((one) => one === 'pulls'), asks.filter((one) => one === 'issues')]).toEqual([
      ['pulls', 'pulls', 'pulls'],
      ['issues', 'issues', 'issues', 'issues', 'issues', 'issues'],
    ]);
  });
});

describe('refused is', () => {
  it.each(['issues', 'pull-requests'] as const)('a token without %s: read, which is named', async (permission) => {
    const { [permission]: _, ...permissions } = reading;
    await using repo = await scratchGitHub(
      { 'CHANGELOG.md': changelog },
      {
        tokens: [{ ...readingToken, kind: 'job', permissions }, personalToken],
        settings: { privateRepositories: ['org/project'] },
      },
    );
    expect(await refusal(updateChangelog, repo, asked())).toMatch(
      `Give the token the permission ${permission}: read for this repository.`,
    );
    expect(await text(repo)).toBe(changelog);
  });

  it.each<[what: string, inputs: Readonly<Record<string, string>>, said: RegExp]>([
    ['a version of no stream', { version: 'latest' }, /"latest" belongs to no stream/],
    ['a day that is none', { date: '2026-02-31' }, /Input date is "2026-02-31"/],
    ['a date of another form', { date: '31.01.2026' }, /such as 2026-01-31/],
    ['a previous tag that is not there', { 'previous-tag': 'v0.9.0' }, /no tag "v0\.9\.0"/],
    ['a file that is not there', { path: 'NEWS.md' }, /There is no file NEWS\.md/],
    ['a file outside', { path: '../x' }, /outside the workspace/],
    ['a format that nobody knows', { format: 'debian' }, /Use keep-a-changelog or github-changelog-generator/],
  ])('%s', async (_, inputs, said) => {
    await using repo = await project();
    expect(await refusal(updateChangelog, repo, asked(inputs))).toMatch(said);
  });

  it('an origin that is not on GitHub', async () => {
    await using repo = await scratchRepository({ 'CHANGELOG.md': changelog });
    expect(await refusal(updateChangelog, repo, asked())).toMatch(
      /origin is \/.*, which is not a repository on https:\/\/github\.com/,
    );
  });
});
