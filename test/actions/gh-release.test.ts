import { describe, expect, it } from 'vitest';
import ghRelease from '../../actions/gh-release/action.ts';
import { jobToken, personalToken } from '../support/github.ts';
import type { ScratchGitHub } from '../support/github.ts';
import { perform, refusal, succeed } from '../support/perform.ts';
import { releaseJob, releaseJobWithFiles, releaseProject, sha256, shownReleases } from '../support/releases.ts';

const latest = async (scratch: ScratchGitHub) => (await scratch.ask('GET …/releases/latest')).body.tag_name;

const since = ({ github }: ScratchGitHub, begun: number) => {
  const requests = github.requests.slice(begun);
  const isRead = ({ method, path }: { method: string; path: string }) =>
    method === 'GET' || path.endsWith('/generate-notes');
  const reads = requests.filter(isRead).length;
  return { reads, writes: requests.length - reads };
};

const five = { 'a.whl': 'a', 'b.tgz': 'bb', 'c.txt': 'ccc', 'd.txt': 'dddd', 'e.txt': 'eeeee' };

describe('no release is there', () => {
  it('a draft is made, filled, and published last, in eight writes and two reads', async () => {
    await using scratch = await releaseProject(five);
    const begun = scratch.github.requests.length;
    const outputs = await succeed(ghRelease, scratch, releaseJobWithFiles());
    expect(since(scratch, begun)).toEqual({ reads: 2, writes: 8 });
    const [release, second] = await shownReleases(scratch);
    expect(second).toBeUndefined();
    expect(release).toMatchObject({ tag_name: 'v1.0.0', name: 'v1.0.0', draft: false, prerelease: false });
    expect(release?.assets.map(({ name }) => name).toSorted()).toEqual(['SHA256SUMS', ...Object.keys(five)]);
    expect(outputs).toMatchObject({ id: String(release?.id), draft: 'false', starts: 'false', changed: 'true' });
    const sums = Object.entries(five).map(([name, text]) => `${sha256(text)}  ${name}\n`);
    const digest = JSON.parse(outputs['assets'] ?? '').find(
      ({ name }: { name: string }) => name === 'SHA256SUMS',
    ).digest;
    expect(digest).toBe(`sha256:${sha256(sums.join(''))}`);
  });

  it('without files it is one write', async () => {
    await using scratch = await releaseProject();
    const begun = scratch.github.requests.length;
    await succeed(ghRelease, scratch, releaseJob());
    expect(since(scratch, begun)).toEqual({ reads: 1, writes: 1 });
    expect(await shownReleases(scratch)).toMatchObject([{ draft: false, assets: [] }]);
  });

  it('shown, rehearsed or checked, nothing is written', async () => {
    await using scratch = await releaseProject(five);
    for (const mode of ['dry-run', 'local']) await succeed(ghRelease, scratch, releaseJobWithFiles({ mode }));
    expect(await refusal(ghRelease, scratch, releaseJobWithFiles({ mode: 'check' }))).toBe(
      'org/project has no release v1.0.0; it should be published.\nRun it with mode: apply, or find out why it was not done.',
    );
    expect(await shownReleases(scratch)).toEqual([]);
  });
});

describe('a release that is there', () => {
  it('published and equal costs a read, and check is green', async () => {
    await using scratch = await releaseProject(five);
    await succeed(ghRelease, scratch, releaseJobWithFiles());
    const begun = scratch.github.requests.length;
    expect(await succeed(ghRelease, scratch, releaseJobWithFiles())).toMatchObject({ changed: 'false' });
    expect(since(scratch, begun)).toEqual({ reads: 1, writes: 0 });
    await succeed(ghRelease, scratch, releaseJobWithFiles({ mode: 'check' }));
  });

  it('notes that a person edited stay, unless notes are given', async () => {
    await using scratch = await releaseProject(five);
    await succeed(ghRelease, scratch, releaseJobWithFiles({ notes: 'text: one' }));
    const [{ id } = { id: 0 }] = await shownReleases(scratch);
    await scratch.ask(`PATCH …/releases/${id}`, { token: personalToken.token, body: { body: 'by a person' } });
    expect(await succeed(ghRelease, scratch, releaseJobWithFiles())).toMatchObject({ changed: 'false' });
    expect(await shownReleases(scratch)).toMatchObject([{ body: 'by a person' }]);
    await succeed(ghRelease, scratch, releaseJobWithFiles({ notes: 'text: two' }));
    expect(await shownReleases(scratch)).toMatchObject([{ body: 'two' }]);
  });

  it('a missing file is added, and the checksums follow', async () => {
    await using scratch = await releaseProject({ a: 'a' });
    await succeed(ghRelease, scratch, releaseJobWithFiles());
    await scratch.write('dist/b', 'b');
    await succeed(ghRelease, scratch, releaseJobWithFiles());
    const [release] = await shownReleases(scratch);
    const sums = release?.assets.find(({ name }) => name === 'SHA256SUMS');
    expect(sums?.digest).toBe(`sha256:${sha256(`${sha256('a')}  a\n${sha256('b')}  b\n`)}`);
  });

  it('a missing file of an immutable one is refused, with the way out', async () => {
    await using scratch = await releaseProject({ a: 'a' }, { settings: { immutableReleases: ['org/project'] } });
    await succeed(ghRelease, scratch, releaseJobWithFiles());
    expect(await succeed(ghRelease, scratch, releaseJobWithFiles())).toMatchObject({ changed: 'false' });
    await scratch.write('dist/b', 'b');
    const said = await refusal(ghRelease, scratch, releaseJobWithFiles());
    expect(said).toMatch('b is missing in the release v1.0.0, which is published and immutable.');
    expect(said).toMatch('Release the next patch version');
    expect(await refusal(ghRelease, scratch, releaseJobWithFiles({ replace: 'true' }))).toMatch('immutable');
  });

  it('other bytes under a published name are refused, and replaced where that is allowed', async () => {
    await using scratch = await releaseProject({ a: 'a' });
    await succeed(ghRelease, scratch, releaseJobWithFiles());
    await scratch.write('dist/a', 'other');
    expect(await refusal(ghRelease, scratch, releaseJobWithFiles())).toMatch(
      `a is published with sha256:${sha256('a').slice(0, 12)}, but the file here has sha256:${sha256('other').slice(0, 12)}.`,
    );
    await succeed(ghRelease, scratch, releaseJobWithFiles({ replace: 'true' }));
    const [release] = await shownReleases(scratch);
    expect(release?.assets.find(({ name }) => name === 'a')?.digest).toBe(`sha256:${sha256('other')}`);
  });

  it('a published one is no draft again', async () => {
    await using scratch = await releaseProject({ a: 'a' });
    await succeed(ghRelease, scratch, releaseJobWithFiles());
    expect(await refusal(ghRelease, scratch, releaseJobWithFiles({ draft: 'true' }))).toMatch(
      'is already published: http',
    );
  });
});

describe('drafts', () => {
  it('of an earlier run are taken over, also beyond the first page', async () => {
    await using scratch = await releaseProject(five);
    await succeed(ghRelease, scratch, releaseJob({ files: 'dist/a.whl', draft: 'true' }));
    for (let index = 0; index < 101; index++)
      await scratch.ask('POST …/releases', {
        token: personalToken.token,
        body: { tag_name: 'x', draft: true, name: String(index) },
      });
    await succeed(ghRelease, scratch, releaseJobWithFiles());
    const { body } = await scratch.ask('GET …/releases/tags/v1.0.0');
    expect(body.assets).toHaveLength(6);
  }, 60_000);

  it('of parallel jobs become one, and the last one publishes with the checksums of all', async () => {
    await using scratch = await releaseProject(five);
    const jobs = Object.keys(five).map((name) => releaseJob({ files: `dist/${name}`, draft: 'true' }));
    await Promise.all(jobs.map((job) => succeed(ghRelease, scratch, { ...job, pace: 0.1 })));
    expect((await shownReleases(scratch)).map(({ draft, assets }) => [draft, assets.length])).toEqual([[true, 5]]);
    await succeed(ghRelease, scratch, releaseJob());
    const [release] = await shownReleases(scratch);
    expect(release?.assets.map(({ name }) => name).toSorted()).toEqual(['SHA256SUMS', ...Object.keys(five)]);
    expect(release?.draft).toBe(false);
  });

  it.each([2, 4])('of %i runs of the same job at once become one release, and all are green', async (count) => {
    await using scratch = await releaseProject(five);
    const runs = Array.from({ length: count }, () =>
      succeed(ghRelease, scratch, { ...releaseJobWithFiles(), pace: 0.1 }),
    );
    await Promise.all(runs);
    expect((await shownReleases(scratch)).map(({ draft, assets }) => [draft, assets.length])).toEqual([[false, 6]]);
  });

  it.each(['reset-before', 'reset-after'] as const)('whose answer got lost are one in the end (%s)', async (fault) => {
    await using scratch = await releaseProject(five, { settings: { staleLists: 1 } });
    let left = 1;
    scratch.github.fault = ({ method, template }) =>
      method === 'POST' && template?.endsWith('/releases') === true && left-- > 0 ? fault : undefined;
    await succeed(ghRelease, scratch, releaseJobWithFiles());
    expect((await shownReleases(scratch)).map(({ draft, assets }) => [draft, assets.length])).toEqual([[false, 6]]);
  });
});

describe('every single fault at the wire', () => {
  const faults = [
    'reset-before',
    'reset-after',
    'truncated',
    'malformed',
    { status: 502 },
    { after: { status: 502 } },
  ] as const;

  it.each(faults)(
    'is survived, wherever it happens: %j',
    async (fault) => {
      for (let step = 0; step < 10; step++) {
        await using scratch = await releaseProject({ a: 'a', b: 'bb', c: 'ccc' });
        let request = 0;
        scratch.github.fault = () => (request++ === step ? fault : undefined);
        await succeed(ghRelease, scratch, releaseJobWithFiles());
        scratch.github.fault = undefined;
        expect((await shownReleases(scratch)).map(({ draft, assets }) => [draft, assets.length])).toEqual([[false, 4]]);
      }
    },
    120_000,
  );
});

describe('the tag', () => {
  it('that is not there is waited for, or made by the publication', async () => {
    await using scratch = await releaseProject({ a: 'a' });
    const said = await refusal(ghRelease, scratch, releaseJobWithFiles({ tag: 'v2.0.0' }));
    expect(said).toMatch('Missing: tag v2.0.0 on origin.');
    await succeed(ghRelease, scratch, releaseJobWithFiles({ tag: 'v2.0.0', 'create-tag': 'true' }));
    expect((await scratch.remoteRefs()).get('refs/tags/v2.0.0')).toBe(await scratch.head());
  });

  it('that is elsewhere is refused, at the start and before the publication', async () => {
    await using scratch = await releaseProject({ a: 'a' });
    await scratch.commit('later');
    await scratch.push();
    expect(await refusal(ghRelease, scratch, releaseJobWithFiles())).toMatch(
      /Tag v1\.0\.0 is at \w{12}, not at \w{12}\./,
    );
    const given = releaseJobWithFiles({ commit: 'v1.0.0' });
    let uploads = 0;
    scratch.github.fault = async ({ path }) => {
      if (path.endsWith('/assets') && uploads++ === 0)
        await scratch.direct('push', '-qf', 'origin', 'HEAD:refs/tags/v1.0.0');
      return undefined;
    };
    expect(await refusal(ghRelease, scratch, given)).toMatch(/Tag v1\.0\.0 is at/);
    expect(await shownReleases(scratch)).toMatchObject([{ draft: true }]);
  });
});

describe('what is the latest', () => {
  it('stays with the newest stable image release', async () => {
    await using scratch = await releaseProject();
    await succeed(ghRelease, scratch, releaseJob());
    for (const [tag, prerelease] of [
      ['v0.9.1', false],
      ['chart/0.5.0', false],
      ['v1.1.0-rc.1', true],
    ] as const) {
      await scratch.pushTag(tag);
      await succeed(ghRelease, scratch, releaseJob({ tag }));
      expect((await scratch.ask(`GET …/releases/tags/${tag}`)).body).toMatchObject({ prerelease });
      expect(await latest(scratch)).toBe('v1.0.0');
    }
    await scratch.pushTag('v1.1.0');
    await succeed(ghRelease, scratch, releaseJob({ tag: 'v1.1.0' }));
    expect(await latest(scratch)).toBe('v1.1.0');
  });
});

describe('notes', () => {
  it('come from their sources in order', async () => {
    await using scratch = await releaseProject();
    await scratch.write(
      'CHANGELOG.md',
      '# Changelog\n\n## [1.0.0] - 2026-01-01\n\n- all of it\n\n## [0.9.0]\n\n- less\n',
    );
    await scratch.write('notes.md', 'From a file.\n');
    await succeed(
      ghRelease,
      scratch,
      releaseJob({ notes: 'text: First.\nchangelog: CHANGELOG.md\nfile: notes.md\ntag' }),
    );
    expect(await shownReleases(scratch)).toMatchObject([
      { body: 'First.\n\n- all of it\n\nFrom a file.\n\nv1.0.0\n\nThe message.' },
    ]);
  });

  it('from an empty section of a changelog are empty, which the log says', async () => {
    await using scratch = await releaseProject();
    await scratch.write('CHANGELOG.md', '## 1.0.0\n\n### Added\n\n---\n\n## 0.9.0\n- a\n');
    const { log } = await perform(ghRelease, scratch, releaseJob({ notes: 'changelog: CHANGELOG.md' }));
    expect(log).toMatch('The section of v1.0.0 in CHANGELOG.md says nothing: it adds nothing to the notes.');
  });

  describe('of chart/0.1.0', () => {
    const ofChart = (notes: string) => releaseJob({ tag: 'chart/0.1.0', notes });

    it.each<[what: string, file: string, text: string, tags: readonly string[]]>([
      ['headed by the whole tag', 'CHANGELOG.md', '## 0.1.0\n- app\n\n## chart/0.1.0\n- chart\n', ['v0.1.0']],
      ['in a changelog in a folder', 'chart/CHANGELOG.md', '## 0.1.0\n- chart\n', ['v0.1.0']],
      ['where no other tag has this version', 'CHANGELOG.md', '## 0.1.0\n- chart\n', ['v0.2.0']],
    ])('are the section %s', async (_, file, text, tags) => {
      await using scratch = await releaseProject({}, {}, 'chart/0.1.0');
      for (const tag of tags) await scratch.pushTag(tag);
      await scratch.write(file, text);
      await succeed(ghRelease, scratch, ofChart(`changelog: ${file}`));
      expect(await shownReleases(scratch)).toMatchObject([{ body: '- chart' }]);
    });

    it('are never the section of v0.1.0', async () => {
      await using scratch = await releaseProject({}, {}, 'chart/0.1.0');
      await scratch.pushTag('v0.1.0');
      await scratch.write('CHANGELOG.md', '## 0.1.0\n- app\n');
      expect(await refusal(ghRelease, scratch, ofChart('changelog: ./CHANGELOG.md'))).toBe(
        'The section of 0.1.0 in ./CHANGELOG.md is about the tag v0.1.0, not about chart/0.1.0.\n' +
          'Head a section by the whole tag: ## chart/0.1.0. Or keep a changelog of its own in a folder, such as chart/CHANGELOG.md.',
      );
      expect(await shownReleases(scratch)).toEqual([]);
    });
  });

  it('generated by GitHub begin at the previous tag of the stream', async () => {
    await using scratch = await releaseProject();
    await scratch.pushTag('chart/0.5.0');
    await scratch.pushTag('v0.9.0');
    await succeed(ghRelease, scratch, releaseJob({ notes: 'generated' }));
    const asking = scratch.github.requests.find(({ path }) => path.endsWith('/generate-notes'));
    expect(asking?.body).toMatchObject({ previous_tag_name: 'v0.9.0', tag_name: 'v1.0.0' });
    expect(await succeed(ghRelease, scratch, releaseJob({ notes: 'generated' }))).toMatchObject({ changed: 'false' });
  });

  it('generated by GitHub stay in a draft as a person has edited them, when it is made again and when it is published', async () => {
    await using scratch = await releaseProject();
    await succeed(ghRelease, scratch, releaseJob({ notes: 'generated', draft: 'true' }));
    const [draft] = await shownReleases(scratch);
    const body = { body: 'Read this first.' };
    await scratch.ask(`PATCH …/releases/${draft?.id}`, { token: personalToken.token, body });
    const again = await perform(ghRelease, scratch, releaseJob({ notes: 'generated', draft: 'true' }));
    expect(again.outputs).toMatchObject({ changed: 'false' });
    expect(again.log).toContain('The draft keeps its notes, which people may have edited.');
    await succeed(ghRelease, scratch, releaseJob({ notes: 'generated' }));
    expect(await shownReleases(scratch)).toMatchObject([{ draft: false, body: 'Read this first.' }]);
  });

  it.each([
    ['changelog: CHANGELOG.md', 'CHANGELOG.md'],
    ['nonsense', 'Write text: …, file: PATH'],
    [`text: ${'x'.repeat(125_001)}`, 'The notes have 125001 characters. GitHub accepts at most 125000.'],
  ])('are refused before anything is written: %.20s', async (notes, message) => {
    await using scratch = await releaseProject();
    await scratch.write('CHANGELOG.md', '# Changelog\n\n## [0.9.0]\n\n- less\n');
    expect(await refusal(ghRelease, scratch, releaseJob({ notes }))).toMatch(message);
    expect(await shownReleases(scratch)).toEqual([]);
  });
});

describe('files that cannot be those of a release are refused before anything is written', () => {
  it.each([
    ['dist/*', { 'a b.tgz': 'x' }, 'GitHub would rename "a b.tgz" to "a.b.tgz".'],
    ['dist/*', { empty: '' }, 'dist/empty is empty. GitHub refuses empty files.'],
    ['dist/*', { 'A.txt': '1', 'a.txt': '2' }, 'would have the same name in the release'],
    ['dist/**/a', { 'x/a': '1', 'y/a': '2' }, 'would have the same name in the release'],
    ['dist/gone-*', { a: '1' }, 'Nothing matches dist/gone-*'],
    ['dist/*', { SHA256SUMS: '1' }, 'would have the same name in the release'],
  ])('%s of %j', async (pattern, built, message) => {
    await using scratch = await releaseProject(built);
    expect(await refusal(ghRelease, scratch, releaseJob({ files: pattern }))).toMatch(message);
    expect(await shownReleases(scratch)).toEqual([]);
  });
});

describe('who listens, and what starts', () => {
  it('a workflow that listens to release: created is named', async () => {
    await using scratch = await releaseProject({ a: 'a' });
    await scratch.write('.github/workflows/on.yml', 'on:\n  release:\n    types: [created]\n');
    const { log } = await perform(ghRelease, scratch, releaseJobWithFiles());
    expect(log).toMatch('.github/workflows/on.yml waits for release: created');
  });

  it('a token that may not write is told which line to add', async () => {
    const token = { ...jobToken, permissions: { contents: 'read' } } as const;
    await using scratch = await releaseProject({ a: 'a' }, { tokens: [token, personalToken] });
    expect(await refusal(ghRelease, scratch, releaseJobWithFiles())).toMatch(
      'Add to the job: permissions: { contents: write }',
    );
  });
});
