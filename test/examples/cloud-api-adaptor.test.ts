import { glob, readFile } from 'node:fs/promises';
import { join, matchesGlob } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { publishedTree } from '../support/published.ts';
import { chaptersOf, cloudApiAdaptor, moduleTags } from './cloud-api-adaptor.ts';
import { Stage } from './stage.ts';
import { type State, stateOf } from './state.ts';
import { people } from './tokens.ts';

const tag = 'v0.8.0';
const candidate = 'v0.8.0-alpha.1';
const overlays = 'src/cloud-api-adaptor/install/overlays';
const [pinning, testing, choosing, releasing, goingOn] = chaptersOf(tag);

const mergeOf = (number: number, branch: string) =>
  `Merge pull request #${number} from confidential-containers/release/${branch}`;
const pinned = mergeOf(2, candidate);
const chosen = mergeOf(3, `pin-${candidate}`);
const after = mergeOf(4, `after-${tag}`);

const asked = { 'kata-containers': '3.8.0', 'guest-components': 'a'.repeat(40), trustee: 'v0.9.0', operator: 'v0.9.0' };

const every = (names: readonly string[], commit: string) => Object.fromEntries(names.map((name) => [name, commit]));
const earlier = every(cloudApiAdaptor.tags, 'The last release');

/** What changed in the files of a commit since the last release: `path: old → new` of every line. */
function edits(state: State, commit: string): readonly string[] {
  const files = (state.files[commit] ?? '').split(/^diff --git .*\n/m).slice(1);
  return files.flatMap((text) => {
    const path = /^\+\+\+ (.+)$/m.exec(text)?.[1] ?? '';
    const lines = (sign: string) => [...text.matchAll(new RegExp(`^\\${sign}(?!\\${sign}\\${sign} )(.*)$`, 'gm'))];
    const [removed, added] = [lines('-'), lines('+')].map((found) => found.map(([, line = '']) => line.trim()));
    return (added ?? []).map((line, index) => `${path}: ${removed?.[index] ?? ''} → ${line}`);
  });
}

/** Which version of each other the modules of a commit require, as far as it is another than that of the last release. */
function requires(state: State, commit: string): Readonly<Record<string, string>> {
  const own = /^src\/(\S+)\/go\.mod: .* → .*cloud-api-adaptor\/src\/(\S+) (\S+)$/;
  const found = edits(state, commit).flatMap((line) => own.exec(line)?.slice(1, 4) ?? []);
  const triples = Array.from({ length: found.length / 3 }, (_, index) => found.slice(3 * index, 3 * index + 3));
  return Object.fromEntries(triples.map(([user, used, version = '']) => [`${user} → ${used}`, version]));
}

/** A release that nothing disturbed, for all tests that compare with it. */
let undisturbed: State | undefined;

describe('a release of cloud-api-adaptor', () => {
  it('goes from the pins to the day after, point by point of the written process', async () => {
    await using product = await publishedTree();
    await using stage = await Stage.open(cloudApiAdaptor, { releaseTree: product.tree });

    // 1. The versions that were released upstream.
    await pinning?.perform(stage);
    const first = await stateOf(stage);
    expect(first.pulls).toEqual([`release: pin the dependencies of ${candidate}, by release-app[bot], merged`]);
    expect(first.tags).toEqual(earlier);
    const pins = edits(first, pinned);
    expect(pins.filter((line) => line.includes('versions.yaml'))).toEqual([
      'src/cloud-api-adaptor/versions.yaml: config: default → config: release',
      'src/cloud-api-adaptor/versions.yaml: reference: main → reference: v0.9.0',
      'src/cloud-api-adaptor/versions.yaml: reference: CCv0 → reference: 3.8.0',
      'src/cloud-api-adaptor/versions.yaml: tag: v0.8.2 → tag: v0.9.0',
      'src/cloud-api-adaptor/versions.yaml: reference: 3.7.0 → reference: 3.8.0',
      expect.stringMatching(/reference: [0-9a-f]{40} → reference: [0-9a-f]{40}$/),
    ]);
    expect(requires(first, pinned)).toEqual(every(Object.keys(requires(first, pinned)), candidate));
    const kata = 'github.com/kata-containers/kata-containers/src/runtime';
    for (const module of ['cloud-api-adaptor', 'csi-wrapper'])
      expect(pins.join('\n')).toMatch(
        new RegExp(`^src/${module}/go.mod: .*${kata} v0.0.0-20240717\\S+ → .*v0.0.0-20240821\\S+$`, 'm'),
      );

    // 2. The candidate: all modules, a prerelease, a frozen branch, and the team knows.
    await testing?.perform(stage);
    const second = await stateOf(stage);
    expect(second.tags).toEqual({ ...earlier, ...every([candidate, ...moduleTags(candidate)], pinned) });
    expect(second.releases).toEqual([`${candidate}, a prerelease, by release-app[bot]`]);
    expect(second.rulesets).toEqual(['Release freeze']);
    expect(second.comments).toEqual([
      expect.stringContaining(`${candidate} is there to be tested, and main is frozen`),
    ]);
    expect(second.main).toEqual(first.main);
    await expect(pushBySomebody(stage)).rejects.toThrow('push declined due to repository rule violations');

    // 3. The image that was tested, in every overlay but that of alibabacloud; an admin can merge it.
    await choosing?.perform(stage);
    const third = await stateOf(stage);
    expect(third.rulesets).toEqual(['Release freeze']);
    const overlay = (name: string, prefix = '') =>
      `${overlays}/${name}/kustomization.yaml: newTag: ${prefix}latest → newTag: ${prefix}${pinned}`;
    expect(edits(third, chosen).filter((line) => line.startsWith(overlays))).toEqual([
      ...['aws', 'azure'].map((name) => overlay(name)),
      overlay('docker', 'dev-'),
      ...['gcp', 'ibmcloud-powervs', 'ibmcloud'].map((name) => overlay(name)),
      overlay('libvirt', 'dev-'),
      overlay('vsphere'),
    ]);

    expect(requires(third, chosen)).toEqual(
      every(
        [
          'cloud-api-adaptor → cloud-providers',
          'cloud-api-adaptor → peerpod-ctrl',
          'csi-wrapper → cloud-api-adaptor',
          'peerpod-ctrl → cloud-providers',
        ],
        tag,
      ),
    );

    for (const module of ['cloud-api-adaptor', 'cloud-providers', 'csi-wrapper', 'peerpod-ctrl'])
      expect(await stage.go('main', '-C', `src/${module}`, 'mod', 'tidy', '-diff')).toBe('');

    // 4. The release and all modules, on one and the same commit.
    await releasing?.perform(stage);
    const fourth = await stateOf(stage);
    expect(fourth.tags).toEqual({ ...second.tags, ...every([tag, ...moduleTags(tag)], chosen) });
    expect(fourth.releases).toEqual([`${tag}, the latest, by release-app[bot]`, ...second.releases]);
    expect(fourth.main).toEqual(third.main);
    expect(fourth.comments).toEqual([...second.comments, expect.stringContaining(`${tag} is released`)]);

    // 5. The day after.
    await goingOn?.perform(stage);
    const fifth = await stateOf(stage);
    expect(fifth.rulesets).toEqual([]);
    expect(fifth.main).toEqual([after, ...third.main]);
    expect({ ...fifth, main: [], branches: {}, files: {}, pulls: [], rulesets: [] }).toEqual({
      ...fourth,
      main: [],
      branches: {},
      files: {},
      pulls: [],
      rulesets: [],
    });
    const left = edits(fifth, after);
    expect(left.filter((line) => line.startsWith(overlays))).toEqual([]);
    expect(left.filter((line) => line.includes('coco-operator') || line.includes('config:'))).toEqual([]);
    const { published_at: published } = (await stage.ask(`GET …/releases/tags/${tag}`)) as { published_at: string };
    expect(left.filter((line) => line.startsWith('CITATION.cff'))).toEqual([
      'CITATION.cff: version: 0.7.0 → version: 0.8.0',
      `CITATION.cff: date-released: 2023-07-25 → date-released: ${published.slice(0, 10)}`,
      `CITATION.cff: commit: aac894721b23c07b83dd2d36abba9f94b9b36a2c → commit: ${chosen}`,
    ]);
    const documents = left.filter((line) => line.startsWith('docs/') && !line.startsWith('docs/changes.md'));
    expect(Object.groupBy(documents, (line) => line.split(':')[0] ?? '')).toMatchObject({
      'docs/alibabacloud.md': { length: 1 },
      'docs/consuming-prebuilt-podvm-images.md': { length: 4 },
      'docs/install.md': { length: 3 },
    });
    for (const line of documents) {
      const [old = '', now = ''] = line.replace(/^[^:]*: /, '').split(' → ');
      expect(now).toBe(old.replaceAll('0.7.0', '0.8.0'));
    }
    undisturbed = fifth;
  }, 120_000);

  it('needs nothing but its workflows to be run again, whenever a runner is killed', async () => {
    await using stage = await Stage.open(cloudApiAdaptor, { killedAt: [3, 3, 3, 3, 1] });
    for (const { perform } of chaptersOf(tag)) await perform(stage);
    expect(undisturbed).toBeDefined();
    expect(await stateOf(stage)).toEqual(undisturbed);
  }, 120_000);

  it('leaves nothing on any server when it is rehearsed with mode: local', async () => {
    await using stage = await Stage.open(cloudApiAdaptor, { isRehearsal: true });
    const before = await stateOf(stage);
    for (const { perform } of chaptersOf(tag)) await perform(stage);
    expect(stage.writes).toEqual([]);
    // What people merged in the rehearsal is what they would merge.
    const { main, files } = await stateOf(stage);
    const withoutCommits = (text = '') => text.replaceAll(/newTag: (dev-)?.*|commit: .*/g, '');
    expect(withoutCommits(files[main[0] ?? ''])).toEqual(withoutCommits(undisturbed?.files[after]));
    await stage.endRehearsal();
    expect(await stateOf(stage)).toEqual(before);
  }, 120_000);

  it('waits for the pins, however often somebody asks for the candidate', async () => {
    await using stage = await Stage.open(cloudApiAdaptor);
    const ask = () => stage.dispatch('candidate.yml', { ...asked, tag: candidate });
    await ask();
    await ask();
    const state = await stateOf(stage);
    expect([state.tags, state.releases, state.rulesets]).toEqual([earlier, [], []]);
    expect(state.pulls).toEqual([`release: pin the dependencies of ${candidate}, by release-app[bot], open`]);
    await expect(stage.ask('PUT …/pulls/2/merge', { token: people.writer })).resolves.toBeDefined();
  });

  it('takes a second candidate where the first was not good enough', async () => {
    await using stage = await Stage.open(cloudApiAdaptor);
    const second = 'v0.8.0-alpha.2';
    for (const name of [candidate, second]) {
      const [pins, tests] = chaptersOf(tag, name);
      await pins?.perform(stage);
      await tests?.perform(stage);
    }
    const state = await stateOf(stage);
    const commit = mergeOf(3, second);
    expect(state.tags).toMatchObject({
      ...every([candidate, ...moduleTags(candidate)], pinned),
      ...every([second, ...moduleTags(second)], commit),
    });
    expect(state.releases).toEqual([second, candidate].map((name) => `${name}, a prerelease, by release-app[bot]`));
    expect(state.rulesets).toEqual(['Release freeze']);
    await expect(stage.dispatch('release.yml', { tag })).rejects.toThrow(/which is no commit: run the workflow Pin/);
    const late = await proposed(stage, async () => ({ 'docs/late.md': 'Late\n' }));
    const merging = stage.ask(`PUT …/pulls/${late}/merge`, { token: people.writer });
    await expect(merging).rejects.toThrow(/405 .*Repository rule violations found/);
  }, 120_000);

  it('is made by a tag that somebody pushes as well', async () => {
    await using stage = await Stage.open(cloudApiAdaptor, { work: agreeing });
    await stage.project.pushTag(tag);
    await stage.pushed('release.yml', tag);
    const state = await stateOf(stage);
    expect(state.tags).toEqual({ ...earlier, ...every([tag, ...moduleTags(tag)], 'Work since then') });
    expect(state.releases).toEqual([`${tag}, the latest, by release-app[bot]`]);
  });
});

describe('a release of cloud-api-adaptor stops before anything leaves the runner', () => {
  const image = (text: string, now: string) => text.replace(/(?<=newName: ).*?(?= #|$)/m, now);

  it.each([
    [
      'a tag that its files disagree with',
      'v0.9.0',
      [],
      /cloud-providers v0\.8\.0[^]*cloud-providers v0\.9\.0|do not require each other at v0\.9\.0/,
    ],
    [
      'an overlay with a private address',
      tag,
      [[`${overlays}/gcp/kustomization.yaml`, (text: string) => image(text, '192.168.122.1:5000/cloud-api-adaptor')]],
      /gcp\/kustomization\.yaml[^]*/,
    ],
    [
      'an overlay that was forgotten',
      tag,
      [[`${overlays}/azure/kustomization.yaml`, (text: string) => text.replace(/newTag: .*/, 'newTag: latest')]],
      /azure\/kustomization\.yaml/,
    ],
    [
      'overlays of which none was pinned',
      tag,
      [[`${overlays}/*/kustomization.yaml`, (text: string) => text.replace(/[0-9a-f]{40}/, 'latest')]],
      /The overlays hold the image latest, which is no commit/,
    ],
    [
      'a change that no candidate was tested with',
      tag,
      [['src/webhook/main.go', (text: string) => `${text}\n// Merged later.\n`]],
      /src\/webhook\/main\.go[^]*|were changed after the candidate was tested/,
    ],
    [
      'an image that was built elsewhere',
      tag,
      [[`${overlays}/*/kustomization.yaml`, (text: string) => text.replace(/[0-9a-f]{40}/, 'c'.repeat(40))]],
      /The overlays hold the image of c{40}, which is no commit of this history/,
    ],
  ] as const)('%s', async (_, wanted, changes, message) => {
    await using stage = await Stage.open(cloudApiAdaptor, {
      work: async (commit) => changed(await agreeing(commit), changes),
    });
    const before = await stateOf(stage);
    await expect(stage.dispatch('release.yml', { tag: wanted })).rejects.toThrow(message);
    expect(stage.writes).toEqual([]);
    expect(await stateOf(stage)).toEqual(before);
  });

  it('a tag of a module that is elsewhere already', async () => {
    await using stage = await Stage.open(cloudApiAdaptor, { work: agreeing });
    await stage.project.pushTag(`src/webhook/${tag}`, { at: 'HEAD~1' });
    const before = await stateOf(stage);
    await expect(stage.dispatch('release.yml', { tag })).rejects.toThrow(/src\/webhook\/v0\.8\.0 [^]*v0\.8\.1/);
    expect(stage.writes).toEqual([]);
    expect(await stateOf(stage)).toEqual(before);
  });

  it('a candidate where a release is asked for, and a release where a candidate is', async () => {
    await using stage = await Stage.open(cloudApiAdaptor, { work: agreeing });
    await expect(stage.dispatch('release.yml', { tag: candidate })).rejects.toThrow(/is a candidate/);
    await expect(stage.dispatch('candidate.yml', { ...asked, tag })).rejects.toThrow(/is no candidate/);
    const late = stage.dispatch('candidate.yml', { ...asked, tag: 'v0.7.0-alpha.9' });
    await expect(late).rejects.toThrow(/v0\.7\.0 is released already/);
    await expect(stage.dispatch('pin.yml', { candidate: 'v0.7.0' })).rejects.toThrow(/is no candidate/);
    expect(stage.writes).toEqual([]);
  });
});

describe('the guard on pull requests', () => {
  it.each([
    ['development values', agreeingAt('latest'), 'The overlays hold the development value latest.'],
    ['one image', agreeing, 'Tagged now, this would release the image of'],
  ])('is green over %s', async (_, work, said) => {
    await using stage = await Stage.open(cloudApiAdaptor);
    const { steps } = await stage.check('guard.yml', await proposed(stage, work));
    expect(steps['guard/2']?.annotations.join()).toContain(said);
  });

  it.each([
    ['a forgotten overlay', (text: string) => text.replace(/newTag: .*/, 'newTag: latest')],
    ['an overlay that disagrees', (text: string) => text.replace(/newTag: .*/, `newTag: ${'a'.repeat(40)}`)],
    [
      'a private address',
      (text: string) => text.replace(/newName: \S+/, 'newName: 192.168.122.1:5000/cloud-api-adaptor'),
    ],
  ])('says that a tag would fail now over %s', async (_, change) => {
    await using stage = await Stage.open(cloudApiAdaptor);
    const work = async (commit: string) =>
      changed(await agreeing(commit), [[`${overlays}/vsphere/kustomization.yaml`, change]]);
    const checking = stage.check('guard.yml', await proposed(stage, work));
    await expect(checking).rejects.toThrow(/vsphere\/kustomization\.yaml[^]*Every overlay needs the same image/);
  });
});

describe('what act does not evaluate', () => {
  it.each([
    ['v0.8.0', true],
    ['v10.20.30', true],
    ['v0.8.0-alpha.1', false],
    ['v0.8', false],
    ['v0.8.0.1', false],
    ['0.8.0', false],
    ['src/webhook/v0.8.0', false],
    ['v1', false],
  ])('a pushed tag %s starts a release: %s', async (name, starts) => {
    const text = await readFile(join(cloudApiAdaptor.folder, '.github/workflows/release.yml'), 'utf8');
    const { on } = parse(text) as { on: { push: { tags: readonly string[] } } };
    expect(on.push.tags.some((filter) => isMatch(filter, name))).toBe(starts);
  });

  it.each([
    ['release.yml', /permission-contents: write # to push the tags.*/, { tag }, 'contents: write'],
    ['release.yml', /issues: write # to tell.*/, { tag, issue: '1' }, 'Resource not accessible by integration'],
  ])('%s without %s is refused by GitHub, and says so', async (workflow, permission, inputs, message) => {
    const path = `.github/workflows/${workflow}`;
    const text = await readFile(join(cloudApiAdaptor.folder, path), 'utf8');
    const instead = { [path]: text.replace(permission, '') };
    await using stage = await Stage.open(cloudApiAdaptor, { instead, work: agreeing });
    await expect(stage.dispatch(workflow, inputs)).rejects.toThrow(message);
  });
});

type Edit = readonly [path: string, change: (text: string) => string];

function changed(files: Readonly<Record<string, string>>, changes: readonly Edit[]): Record<string, string> {
  const all = Object.entries(files).map(([path, text]) => {
    const own = changes.filter(([pattern]) => matchesGlob(path, pattern));
    return [path, own.reduce((now, [, change]) => change(now), text)] as const;
  });
  return Object.fromEntries(all);
}

/** The number of a pull request with these files. */
async function proposed(stage: Stage, work: (lastRelease: string) => Promise<Readonly<Record<string, string>>>) {
  const last = await stage.origin('rev-parse', 'v0.7.0');
  await stage.project.git('switch', '--quiet', '--create', 'proposal');
  await stage.project.commit('A proposal', await work(last));
  await stage.project.push('proposal');
  const body = { title: 'A proposal', head: 'proposal', base: 'main' };
  return ((await stage.ask('POST …/pulls', { body })) as { number: number }).number;
}

// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#filter-pattern-cheat-sheet
function isMatch(filter: string, name: string): boolean {
  const expression = filter.replaceAll(/\*\*|[*.]/g, (part) => ({ '**': '.*', '*': '[^/]*' })[part] ?? `\\${part}`);
  return new RegExp(`^${expression}$`).test(name);
}

/** A push to main by somebody who may write. */
async function pushBySomebody({ project }: Stage): Promise<void> {
  await project.direct('fetch', '--quiet', 'origin', 'main');
  await project.git('reset', '--quiet', '--hard', 'FETCH_HEAD');
  await project.commit('A change that has to wait');
  const header = Buffer.from(`x-access-token:${people.writer}`).toString('base64');
  await project.git('-c', `http.extraheader=AUTHORIZATION: basic ${header}`, 'push', 'origin', 'HEAD:main');
}

/** The files of a commit that may be released, as pin.yml leaves them: overlays with the image of a commit, and go.mod. */
async function agreeing(image: string): Promise<Record<string, string>> {
  const cwd = cloudApiAdaptor.folder;
  const paths = await Array.fromAsync(
    glob(['src/*/go.mod', 'src/webhook/main.go', `${overlays}/*/kustomization.yaml`], { cwd }),
  );
  const texts = paths.map(async (path) => {
    const text = await readFile(join(cwd, path), 'utf8');
    const own = /(?<=confidential-containers\/\S+ )v0\.7\.0/g;
    return [path, text.replaceAll(own, tag).replace(/(?<=newTag: (dev-)?)latest/, image)] as const;
  });
  return Object.fromEntries(await Promise.all(texts));
}

function agreeingAt(image: string) {
  return () => agreeing(image);
}
