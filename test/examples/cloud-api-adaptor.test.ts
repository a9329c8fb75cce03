import { describe, expect, it } from 'vitest';
import { publishedTree } from '../support/published.ts';
import { chaptersOf, cloudApiAdaptor, moduleTags } from './cloud-api-adaptor.ts';
import {
  atCommit,
  candidate,
  candidateInputs,
  openProposal,
  overlays,
  releasableFiles,
  tag,
  tagsOfLastRelease,
} from './releasable.ts';
import { Stage } from './stage.ts';
import { type State, stateOf } from './state.ts';
import { people } from './tokens.ts';

const [pinning, testing, choosing, releasing, goingOn] = chaptersOf(tag);

const mergeOf = (number: number, branch: string) =>
  `Merge pull request #${number} from confidential-containers/release/${branch}`;
const pinned = mergeOf(2, candidate);
const chosen = mergeOf(3, `pin-${candidate}`);
const after = mergeOf(4, `after-${tag}`);

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

const requirements = [
  'cloud-api-adaptor → cloud-providers',
  'cloud-api-adaptor → peerpod-ctrl',
  'csi-wrapper → cloud-api-adaptor',
  'peerpod-ctrl → cloud-providers',
];

/** Which version of each other the modules of a commit require, as far as it is another than that of the last release. */
function requires(state: State, commit: string): Readonly<Record<string, string>> {
  const own = /^src\/(\S+)\/go\.mod: .* → .*cloud-api-adaptor\/src\/(\S+) (\S+)$/;
  const found = edits(state, commit).flatMap((line) => own.exec(line)?.slice(1, 4) ?? []);
  const triples = Array.from({ length: found.length / 3 }, (_, index) => found.slice(3 * index, 3 * index + 3));
  return Object.fromEntries(triples.map(([user, used, version = '']) => [`${user} → ${used}`, version]));
}

/** A release that nothing disturbed, for all tests that compare with it. */
let undisturbed: State | undefined;

describe('a release of cloud-api-adaptor', { timeout: 240_000 }, () => {
  it('goes from the pins to the day after, point by point of the written process', async () => {
    await using product = await publishedTree();
    await using stage = await Stage.open(cloudApiAdaptor, { releaseTree: product.tree });

    // 1. The versions that were released upstream.
    await pinning?.perform(stage);
    const first = await stateOf(stage);
    expect(first.pulls).toEqual([`release: pin the dependencies of ${candidate}, by release-app[bot], merged`]);
    expect(first.tags).toEqual(tagsOfLastRelease);
    const pins = edits(first, pinned);
    expect(pins.filter((line) => line.includes('versions.yaml'))).toEqual([
      'src/cloud-api-adaptor/versions.yaml: config: default → config: release',
      'src/cloud-api-adaptor/versions.yaml: reference: main → reference: v0.9.0',
      'src/cloud-api-adaptor/versions.yaml: reference: CCv0 → reference: 3.8.0',
      'src/cloud-api-adaptor/versions.yaml: tag: v0.8.2 → tag: v0.9.0',
      'src/cloud-api-adaptor/versions.yaml: reference: 3.7.0 → reference: 3.8.0',
      expect.stringMatching(/reference: [0-9a-f]{40} → reference: [0-9a-f]{40}$/),
    ]);
    expect(requires(first, pinned)).toEqual(atCommit(requirements, candidate));
    const kata = 'github.com/kata-containers/kata-containers/src/runtime';
    for (const module of ['cloud-api-adaptor', 'csi-wrapper'])
      expect(pins.join('\n')).toMatch(
        new RegExp(`^src/${module}/go.mod: .*${kata} v0.0.0-20240717\\S+ → .*v0.0.0-20240821\\S+$`, 'm'),
      );

    // 2. The candidate: all modules, a prerelease, a frozen branch, and the team knows.
    await testing?.perform(stage);
    const second = await stateOf(stage);
    expect(second.tags).toEqual({ ...tagsOfLastRelease, ...atCommit([candidate, ...moduleTags(candidate)], pinned) });
    expect(second.releases).toEqual([`${candidate}, a prerelease, by release-app[bot]`]);
    expect(second.rulesets).toEqual([`Release freeze ${tag}`]);
    expect(second.comments).toEqual([
      expect.stringContaining(`${candidate} is there to be tested, and main is frozen`),
    ]);
    expect(second.main).toEqual(first.main);
    for (const somebody of Object.values(people))
      await expect(pushBy(somebody, stage)).rejects.toThrow('push declined due to repository rule violations');

    // 3. The image that was tested, in every overlay but that of alibabacloud; an admin can merge it.
    await choosing?.perform(stage);
    const third = await stateOf(stage);
    expect(third.rulesets).toEqual([`Release freeze ${tag}`]);
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
      atCommit(
        [
          'cloud-api-adaptor → cloud-providers',
          'cloud-api-adaptor → peerpod-ctrl',
          'csi-wrapper → cloud-api-adaptor',
          'peerpod-ctrl → cloud-providers',
        ],
        tag,
      ),
    );

    for (const ref of [candidate, 'main'])
      for (const module of ['cloud-api-adaptor', 'cloud-providers', 'csi-wrapper', 'peerpod-ctrl'])
        expect(await stage.go(ref, '-C', `src/${module}`, 'mod', 'tidy', '-diff')).toBe('');

    // 4. The release and all modules, on one and the same commit.
    await releasing?.perform(stage);
    const fourth = await stateOf(stage);
    expect(fourth.tags).toEqual({ ...second.tags, ...atCommit([tag, ...moduleTags(tag)], chosen) });
    expect(fourth.releases).toEqual([`${tag}, the latest, by release-app[bot]`, ...second.releases]);
    expect(await stage.ask(`GET …/releases/tags/${tag}`)).toMatchObject({
      body: expect.stringMatching(/What's Changed[^]*pin the image of v0\.8\.0-alpha\.1/),
    });
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
    for (const name of [tag, candidate])
      expect(await stage.unprovenIn(name)).toEqual([
        '– set-values (.github/actions/overlays/action.yml:24): not verified, because it takes steps.image.outputs.tag from the step "run" (.github/actions/overlays/action.yml:16)',
        '– notes of the release (org/release-actions/release-go-modules.yml@v1:189): not verified, because GitHub generated them, and would generate others today',
        '– .github/workflows/candidate.yml (candidate.yml:9): not verified, because it is started by hand: Input kata-containers is required.',
        '  Give it with --input kata-containers=VALUE.',
        '– set-values (.github/actions/overlays/action.yml:24, post-release.yml:75): left out, because it prepares a commit that need not be the one of the tag',
        '– freeze-branch (post-release.yml:87): left out, because a freeze ends after a release',
        '– commit-changes (post-release.yml:95): left out, because branches move on after a release',
      ]);
  }, 300_000);

  it(
    'needs nothing but its workflows to be run again, whenever a runner is killed',
    { tags: 'exhaustive' },
    async () => {
      await using stage = await Stage.open(cloudApiAdaptor, { killedAt: [[3], [1, 4], [3], [1, 3], [], [1]] });
      for (const { perform } of chaptersOf(tag)) await perform(stage);
      expect(undisturbed).toBeDefined();
      expect(await stateOf(stage)).toEqual(undisturbed);
    },
  );

  it('leaves nothing on any server when it is rehearsed with mode: local', { tags: 'exhaustive' }, async () => {
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
  });

  it('waits for the pins, however often somebody asks for the candidate, and for a run that begins with them', async () => {
    await using stage = await Stage.open(cloudApiAdaptor);
    const ask = (commit?: string) => stage.dispatch('candidate.yml', { ...candidateInputs, tag: candidate }, commit);
    await ask();
    await ask();
    const state = await stateOf(stage);
    expect([state.tags, state.releases, state.rulesets]).toEqual([tagsOfLastRelease, [], []]);
    expect(state.pulls).toEqual([`release: pin the dependencies of ${candidate}, by release-app[bot], open`]);
    const begun = await stage.origin('rev-parse', 'main');
    await stage.ask('PUT …/pulls/2/merge', { token: people.writer });
    const merged = await stateOf(stage);
    await expect(ask(begun)).rejects.toThrow(/this run began before they were merged/); // as Re-run jobs does
    expect(await stateOf(stage)).toEqual(merged);
  });

  it(
    'takes a second candidate, with a commit of Kata Containers, where the first was not good enough',
    { tags: 'exhaustive' },
    async () => {
      await using stage = await Stage.open(cloudApiAdaptor);
      const second = 'v0.8.0-alpha.2';
      const kata = '09a13da8ece6';
      for (const name of [candidate, second]) {
        const [pins, tests] = chaptersOf(tag, name, name === second ? kata : undefined);
        await pins?.perform(stage);
        await tests?.perform(stage);
        if (name === candidate) await switchOff(stage); // and the second candidate switches it on again
      }
      const state = await stateOf(stage);
      const commit = mergeOf(3, second);
      expect(state.tags).toMatchObject({
        ...atCommit([candidate, ...moduleTags(candidate)], pinned),
        ...atCommit([second, ...moduleTags(second)], commit),
      });
      expect(state.releases).toEqual([second, candidate].map((name) => `${name}, a prerelease, by release-app[bot]`));
      const agent = edits(state, commit).filter((line) => line.endsWith(kata));
      const required = `v0.0.0-20240821155010-${kata}`;
      expect(agent.map((line) => line.replace(/: github\S+ \S+ → \S+ /, ' → '))).toEqual([
        `src/cloud-api-adaptor/go.mod → ${required}`,
        `src/cloud-api-adaptor/versions.yaml: reference: CCv0 → reference: ${kata}`,
        `src/cloud-api-adaptor/versions.yaml: reference: 3.7.0 → reference: ${kata}`,
        `src/csi-wrapper/go.mod → ${required}`,
      ]);
      expect(state.rulesets).toEqual([`Release freeze ${tag}`]);
      await expect(stage.dispatch('release.yml', { tag })).rejects.toThrow(/which is no commit: run the workflow Pin/);
      const late = await openProposal(stage, async () => ({ 'docs/late.md': 'Late\n' }));
      const merging = stage.ask(`PUT …/pulls/${late}/merge`, { token: people.writer });
      await expect(merging).rejects.toThrow(/405 .*Repository rule violations found/);
    },
  );

  it('is made by a tag that somebody pushes as well', async () => {
    await using stage = await Stage.open(cloudApiAdaptor, { work: releasableFiles });
    await stage.project.pushTag(tag);
    await stage.pushed('release.yml', tag);
    const state = await stateOf(stage);
    expect(state.tags).toEqual({ ...tagsOfLastRelease, ...atCommit([tag, ...moduleTags(tag)], 'Work since then') });
    expect(state.releases).toEqual([`${tag}, the latest, by release-app[bot]`]);
  });
});

/** A push to main by a person. */
async function pushBy(token: string, { project }: Stage): Promise<void> {
  await project.direct('fetch', '--quiet', 'origin', 'main');
  await project.git('reset', '--quiet', '--hard', 'FETCH_HEAD');
  await project.commit('A change that has to wait');
  const header = Buffer.from(`x-access-token:${token}`).toString('base64');
  await project.git('-c', `http.extraheader=AUTHORIZATION: basic ${header}`, 'push', 'origin', 'HEAD:main');
}

/** Disables the freeze, as somebody may who does not delete it. */
async function switchOff(stage: Stage): Promise<void> {
  const [freeze] = (await stage.ask('GET …/rulesets')) as readonly { id: number }[];
  await stage.ask(`PUT …/rulesets/${freeze?.id}`, { body: { enforcement: 'disabled' } });
}
