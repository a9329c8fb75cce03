import { describe, expect, it } from 'vitest';
import type { Commit } from '../../src/rehearsal/chronicle.ts';
import { rowsOf } from '../../src/rehearsal/page/lanes.ts';
import { pageOf } from '../../src/rehearsal/page/page.ts';
import { hostile, sample, shared, shas } from './sample.ts';

const idsOf = (page: string) => [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);

/** The markup alone. Texts of others can have no sign in it that would end it. */
const tagsOf = (page: string) => [...page.matchAll(/<[a-z!][^>]*>/gi)].map(([tag]) => tag);

/** What a person reads, without markup. */
const textOf = (page: string) =>
  page
    .replace(/<style>.*<\/style>/s, '')
    .replaceAll('</li>', ' ')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/\s+/g, ' ');

describe('the page of a release', () => {
  const page = pageOf(sample);

  it.each([
    'org/project v1.2.0 ✗ Stopped: see what was refused',
    'Started by a maintainer with tag v1.2.0 mode apply · at 222222222222 · 12:00:01 · 12 s',
    'Started by pull request #7 of pin.yml',
    'Started by the tag v1.2.0 of pin.yml · at 444444444444 · 12:00:40 · 1 min 0 s',
    'would: Push pins to origin',
    '1 step, 1 skipped',
    'The tag &#34;latest&#34; was replaced.',
    'curl: (7)',
    'tag v1.2.0 new',
    'release v1.2.0 pull request #7 release.yml ran here',
    '#7 Pin the image merged By app[bot] · main ← pins · 444444444444 Description',
    'values.yaml +1 −1',
    'old.txt +0 −1',
    'Project 1.2.0 draft Tag v1.2.0 at 444444444444',
    'Python package 35 kB sha256:cccccccccccc',
    'index, linux/amd64, linux/arm64 · 812 B signature sha256:bbbbbbbbbbbb',
    'pull request #8 of kubernetes/k8s.io is merged release.yml',
    'Promote release.yml .github/workflows/release.yml:30 app:v1.2.0 has another digest. Release v1.2.1.',
    'What may go wrong The output digest of this workflow is empty. release.yml',
    'What was not performed example/scan@v1 was not performed. action.yml So nothing is known of it.',
    'What has to be there Secret KEY. Its value was made up.',
    'PyPI project-1.2.0-py3-none-any.whl sha256:cccccccccccc',
    '3 jobs, 3 steps',
    'Release / build success The output digest of this workflow is empty. ? Scan',
    'tell skipped',
    'v1.2.0 is out.',
    `${shared} v1.2.0 in org/staging/app v1.2.0 in org/app`,
  ])('tells: %s', (text) => {
    expect(textOf(page)).toContain(text);
  });

  it.each([
    ['a run', `<a href="#run-1">pin.yml</a>`],
    ['a commit in a text', `<a href="#commit-444444444444">${shas.merge}</a>`],
    ['a digest in a text', `<a href="#digest-aaaaaaaaaaaaaaaa">${shared}</a>`],
    [
      'a digest of a registry',
      `<a href="#digest-aaaaaaaaaaaaaaaa"><code title="${shared}">sha256:aaaaaaaaaaaa</code></a>`,
    ],
    ['everything that has a digest', `<li><a href="#images-2">v1.2.0 in org/app</a></li>`],
  ])('leads to %s', (_, link) => {
    expect(page.replaceAll(/\s*\n\s*/g, '').includes(link)).toBe(true);
  });

  it.each([
    ['a release', page],
    ['hostile texts', pageOf(hostile)],
  ])('has no link that leads nowhere or away, and nothing twice: %s', (_, text) => {
    const ids = idsOf(text);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = [...text.matchAll(/ href="([^"]*)"/g)].map(([, target]) => target);
    expect(targets.filter((target) => !ids.includes(target?.slice(1)))).toEqual([]);
    expect(
      tagsOf(text).filter((tag) =>
        /\s(?:src|srcset|action|background|poster|style|on\w+)=/.test(tag.replaceAll(/"[^"]*"/g, '""')),
      ),
    ).toEqual([]);
    expect(/<style>(.*)<\/style>/s.exec(text)?.[1]).not.toMatch(/@import|url\(/);
  });

  it('shows the same record in the same way', () => {
    expect(pageOf(JSON.parse(JSON.stringify(sample)))).toBe(page);
  });

  it('says in one line that nothing is pending and nothing was refused, and leaves out what is empty', () => {
    const empty = {
      ...sample,
      isDone: true,
      pulls: [],
      releases: [],
      packages: [],
      images: [],
      notices: [],
      refusals: [],
      pending: [],
    };
    const text = textOf(pageOf(empty));
    expect(text).toContain('✓ Released 2026-03-01 12:00:00 UTC · 1 min 40 s Nothing is pending. Nothing was refused.');
    for (const title of ['Pull requests', 'Releases', 'Registry', 'Digests', 'Refused'])
      expect(text).not.toContain(title);
    expect(textOf(pageOf({ ...empty, isRehearsal: true }))).toContain('✓ Rehearsed: nothing left the machine');
  });

  it.each([
    ['schedule', undefined, 'Started by schedule · at'],
    ['workflow_run', 'run-1', 'Started by workflow_run of pin.yml · at'],
    ['push', 'run-2', 'Started by the tag v1.2.0 of the run before · at'],
    ['release', undefined, 'Started by the published release v1.2.0 · at'],
    ['workflow_dispatch', 'run-1', 'Started by a step of pin.yml · at'],
  ])('tells what started a run: %s', (event, startedBy, text) => {
    const [first, guard] = sample.course.filter((one) => one.kind === 'run');
    if (first === undefined || guard === undefined) throw new Error('The sample has runs.');
    const own = { id: 'run-3', workflow: 'guard.yml', event, ref: 'refs/tags/v1.2.0', inputs: {} };
    const run = { ...first, ...own, ...(startedBy !== undefined && { startedBy }) };
    expect(textOf(pageOf({ ...sample, course: [first, guard, run], refusals: [], pending: [] }))).toContain(text);
  });

  it('shows repositories that hold the same as one', () => {
    const regions = ['asia', 'europe', 'us'].map((name) => ({ ...sample.images[0], name })) as typeof sample.images;
    const text = textOf(pageOf({ ...sample, images: regions }));
    expect(text).toContain('asia and 2 others All 3 hold the same asia europe us Tags Digest');
    expect(text).toContain('3 image repositories');
    expect(text).toContain(`${shared} v1.2.0 in asia and 2 others`);
  });

  it('cuts a text that is too long to be read', () => {
    const [first] = sample.releases;
    const releases = first === undefined ? [] : [{ ...first, notes: 'x'.repeat(1_000_000) }];
    expect(textOf(pageOf({ ...sample, releases }))).toContain('… (940000 more characters)');
  });
});

it('leaves every text of others a text', () => {
  const page = pageOf(hostile);
  const names = new Set(tagsOf(page).map((tag) => /\w+/.exec(tag)?.[0] ?? ''));
  const own = new Set(tagsOf(pageOf(sample)).map((tag) => /\w+/.exec(tag)?.[0] ?? ''));
  expect([...names].toSorted()).toEqual([...own].toSorted());
  expect([page.split('</style>').length, page.split('</title>').length]).toEqual([2, 2]);
  expect(page.includes('\u202e')).toBe(false);
  const texts = JSON.stringify(hostile).split('<script>').length - 1;
  expect(page.split('&#60;script&#62;alert(1)&#60;/script&#62;').length - 1).toBeGreaterThanOrEqual(texts);
});

describe('the lanes of a graph', () => {
  const commits = (...rows: readonly string[]): Commit[] =>
    rows.map((row) => {
      const [sha = '', ...parents] = row.split(' ');
      return { sha, parents, subject: '', author: '', at: '' };
    });
  const drawn = (...rows: readonly string[]) =>
    rowsOf(commits(...rows)).map(({ commit, lane, incoming, outgoing, passing }) => {
      return `${commit.sha} at ${lane}, from ${incoming.join()}, to ${outgoing.join()}, beside ${passing.join()}`;
    });

  it('are one for a line of commits', () => {
    expect(drawn('c b', 'b a', 'a')).toEqual([
      'c at 0, from , to 0, beside ',
      'b at 0, from 0, to 0, beside ',
      'a at 0, from 0, to , beside ',
    ]);
  });

  it('part at a merge, and meet where both sides began', () => {
    expect(drawn('m a b', 'b a', 'a')).toEqual([
      'm at 0, from , to 0,1, beside ',
      'b at 1, from 1, to 1, beside 0',
      'a at 0, from 0,1, to , beside ',
    ]);
  });

  it('take a free place, and no line to a commit that is not shown', () => {
    expect(drawn('x a', 'y b', 'b gone', 'a')).toEqual([
      'x at 0, from , to 0, beside ',
      'y at 1, from , to 1, beside 0',
      'b at 1, from 1, to , beside 0',
      'a at 0, from 0, to , beside ',
    ]);
  });
});
