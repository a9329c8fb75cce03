import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attempt, ReleaseError } from '../../src/domain/error.ts';
import { defaultStreams, parseStreams } from '../../src/domain/tags/stream.ts';
import { parseReleaseTag } from '../../src/domain/tags/tag.ts';
import { quoted } from '../../src/domain/text.ts';
import { compareVersions, nextDevelopment, parsePep440, parseSemver } from '../../src/domain/versions/version.ts';
import { slowest } from '../fuzz/adversaries.ts';
import { demand, judged, run, type Trial } from '../fuzz/campaign.ts';
import { chartTrial } from '../fuzz/chart-laws.ts';
import { pep440Differences, semverDifferences } from '../fuzz/differences.ts';
import { editTrial } from '../fuzz/edit-laws.ts';
import { loadCorpus } from '../fuzz/edit-texts.ts';
import { listTrial, loadLists } from '../fuzz/list-laws.ts';
import { loadManifests, manifestTrial } from '../fuzz/manifest-laws.ts';
import { type Packaging, startPackaging } from '../fuzz/packaging.ts';
import { startPython } from '../fuzz/python.ts';
import { tagTrial } from '../fuzz/tag-laws.ts';
import { treeTrial } from '../fuzz/tree-laws.ts';
import { type Texts, versionTexts } from '../fuzz/version-texts.ts';
import { versionTrial } from '../fuzz/version-laws.ts';
import { loadWheels, wheelTrial } from '../fuzz/wheel-laws.ts';

describe('a sample of npm run fuzz', { tags: 'exhaustive' }, () => {
  let packaging: Packaging;
  beforeAll(async () => {
    packaging = await startPackaging();
  });
  afterAll(async () => packaging[Symbol.asyncDispose]());

  it('reads versions as semver.org and Python do, but for what docs/versions.md lists', async () => {
    const counts = await run(versionTrial(packaging), { seed: 1, count: 6000 });
    const listed = [
      ...semverDifferences.map(({ name }) => `SemVer: not taken, ${name}`),
      ...pep440Differences.map(({ name }) => `PEP 440: not taken, ${name}`),
    ];
    const met = [...counts.keys()].filter((verdict) => verdict.includes('not taken'));
    expect(met.toSorted()).toEqual(listed.toSorted());
    const document = await readFile(join(import.meta.dirname, '../../docs/versions.md'), 'utf8');
    for (const { name } of [...semverDifferences, ...pep440Differences]) expect(document).toContain(`\n| ${name} |`);
  });

  it('takes tags that are some, and shows the way out of every other text', async () => {
    const counts = await run(tagTrial, { seed: 1, count: 3000 });
    expect([...counts.keys()].toSorted()).toEqual([
      'tag: fits several streams',
      'tag: looks like one of a stream',
      'tag: no name for a tag',
      'tag: of another stream',
      'tag: of no stream that could be',
      'tag: taken',
    ]);
  });

  it('sets values of real files, and Python finds just these changed, and just their lines', async () => {
    await using parsers = await startPython('parts.py', 'yaml');
    const counts = await run(editTrial(await loadCorpus(), parsers), { seed: 1, count: 1500 });
    for (const kind of ['yaml', 'json', 'cff', 'toml', 'lock'])
      expect(counts.get(`edits: ${kind}: set`)).toBeGreaterThan(0);
  });

  it('reads promoter manifests as Python does', async () => {
    await using lists = await startPython('lists.py', 'yaml');
    const counts = await run(manifestTrial(loadManifests(), lists), { seed: 1, count: 1000 });
    expect([...counts.keys()].toSorted()).toEqual([
      'manifests: read',
      'manifests: refused, and not read by Python',
      'manifests: refused, and read by Python',
    ]);
    expect(counts.get('manifests: read')).toBeGreaterThan(300);
  });

  it('adds to image lists, and Python reads the same, and what was added', async () => {
    await using lists = await startPython('lists.py', 'yaml');
    const counts = await run(listTrial(loadLists(), lists), { seed: 1, count: 1000 });
    expect([...counts.keys()].toSorted()).toEqual([
      'lists: nothing to add',
      'lists: promoted',
      'lists: read, but not promoted',
      'lists: refused',
    ]);
  });

  it('archives trees, and Python reads the same, inside of their folder', async () => {
    await using archives = await startPython('archives.py', 'yaml');
    const counts = await run(treeTrial(archives), { seed: 1, count: 1000 });
    expect([...counts.keys()].toSorted()).toEqual(['trees: archived', 'trees: archived, with links', 'trees: refused']);
  });

  it('reads wheels with other bytes as Python does, or refuses them', async () => {
    await using archives = await startPython('archives.py', 'yaml');
    const counts = await run(wheelTrial(await loadWheels(), archives), { seed: 1, count: 1000 });
    expect([...counts.keys()].toSorted()).toEqual([
      'wheels: a zip, but no right wheel',
      'wheels: no zip that can be trusted',
      'wheels: read',
    ]);
  });

  it('reads packaged charts with other bytes as Python does, or refuses them', async () => {
    await using archives = await startPython('archives.py', 'yaml');
    const counts = await run(chartTrial(archives), { seed: 1, count: 1000 });
    expect([...counts.keys()].toSorted()).toEqual(['charts: read', 'charts: refused']);
  });

  it('ends with the smallest sample for which a law does not hold, and the way to see it again', async () => {
    const lawless: Trial<Texts> = {
      name: 'versions',
      samples: versionTexts,
      refs: 3,
      judge: async (samples) =>
        samples.map((texts) =>
          judged(() => {
            demand(!texts.some((text) => text.includes('rc')), 'rc is bad');
            return [];
          }),
        ),
    };
    await expect(run(lawless, { seed: 1, count: 3000 })).rejects.toThrow(
      /^versions: rc is bad\nSmallest sample: '\[.*rc.*\]'\nAgain: npm run fuzz -- --seed 1 --count \d+$/,
    );
  });

  it('keeps no reader busy with a text made for that', () => {
    const { milliseconds, reader, text } = slowest();
    expect(milliseconds, `${reader} of ${quoted(text)}`).toBeLessThan(1000);
  });
});

describe('what the fuzz runs found', () => {
  it.each([
    ['rc.9007199254740992', 'rc.9007199254740993'],
    ['20260131123456789', '20260131123456790'],
    ['9999999999999999.1', '10000000000000000.0'],
  ])('-%s comes before -%s', (older, newer) => {
    const [one, other] = [parseSemver(`1.0.0-${older}`), parseSemver(`1.0.0-${newer}`)];
    expect([compareVersions(one, other), compareVersions(other, one), compareVersions(one, one)]).toEqual([-1, 1, 0]);
  });

  it('the next version keeps the epoch, which SemVer does not have', () => {
    expect(nextDevelopment(parsePep440('1!2.0'), 'minor')).toEqual({ semver: undefined, pep440: '1!2.1.0.dev0' });
  });

  it.each(['9007199254740989.0.', '1.0.x9007199254740989', '1.0.0-_9999999999999999'])(
    'the refusal of %s does not speak of a bound',
    (text) => expect(() => parseSemver(text)).not.toThrow('bound'),
  );

  it.each([
    ['v1.0.0-1', 'driver: {pep440}', 'release: v{version}'],
    ['rel-1.0.0-1', defaultStreams, 'rel: rel-{version}'],
    ['V1.0.0', defaultStreams, 'release: V{version}'],
    ['release1.0.0', defaultStreams, 'release: release{version}'],
    ['@org/pkg@1.0.0', defaultStreams, 'release: @org/pkg@{version}'],
    ['a$/b/v1.0.0', defaultStreams, 'release: a$/b/v{version}'],
    ['a{b}-1.0.0', defaultStreams, undefined],
    ['{path}/v1.0.0', defaultStreams, undefined],
    ['a\u202Eb/v1.0.0', defaultStreams, undefined],
    ['a\u0085-1.0.0', defaultStreams, undefined],
  ])('the way out of %j in %j is %s', (name, streams, line) => {
    const refusal = attempt(() => parseReleaseTag(name, parseStreams(streams)));
    expect(refusal).toBeInstanceOf(ReleaseError);
    expect(/: (\S+: \S+)$/.exec((refusal as ReleaseError).fix ?? '')?.[1]).toBe(line);
  });

  it('a pattern or a path holds nothing invisible', () => {
    expect(() => parseStreams('image: v\u200B{version}')).toThrow(
      String.raw`contains the line 'image: v\u200b{version}'`,
    );
    const modules = parseStreams('module: {path}/v{version}');
    expect(() => parseReleaseTag('src\u3164/v1.0.0', modules)).toThrow('an invisible character');
  });

  it.each([
    ['\uD800', String.raw`'\ud800'`],
    ['a\u3164', String.raw`'a\u3164'`],
    ['1\uFE0F', String.raw`'1\ufe0f'`],
    ['a\u034F', String.raw`'a\u034f'`],
  ])('%j is shown in a message', (text, shown) => expect(quoted(text)).toBe(shown));

  it('a name that is too long is refused before anything is looked for in it', () => {
    const long = `${'1-'.repeat(50_000)}\u2028`;
    expect(() => parseReleaseTag(long, parseStreams(defaultStreams))).toThrow('is longer than 1024 characters');
  });
});
