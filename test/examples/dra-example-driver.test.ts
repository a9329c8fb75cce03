import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { artifactBox, drawnBy } from '../support/drawn.ts';
import { upstream } from '../support/list-proposals.ts';
import { chaptersOf, cloudBuilds, draExampleDriver, production, staging } from './dra-example-driver.ts';
import { prepareStage, Stage } from './stage.ts';
import { type State, stateOf } from './state.ts';
import { permissionsIn } from './tokens.ts';

const patience = 400_000;
const released = { image: 'v0.4.0', chart: '0.4.0' };
const merged = 'Merge pull request #2 from kubernetes-sigs/release/v0.4.0';
const announced = 'DRA example driver v0.4.0 and chart/0.4.0 is released';
const disagreement = 'deployments/helm/dra-example-driver/Chart.yaml:26 has appVersion v0.3.0, not v0.4.0.';

/** What the issue of a release with an image asks for. */
const boxes = [
  'The tags are pushed',
  'The GitHub release is drafted',
  'The promotion is proposed',
  'Production has everything, in every region',
  'The e2e tests pass with it',
  'The GitHub release is published',
];

/** Where images are, and what stands behind their names. */
const places = [
  [staging, ''],
  [production, ', signed'],
] as const;

/** The images of a folder of the registry, without signatures. */
const imagesBelow = ({ images }: State, folder: string) =>
  images.flatMap((image) => (image.startsWith(`${folder}/`) ? [image.slice(folder.length + 1)] : []));

/** The digests that were added to the image list, by their tags. */
const listed = ({ others }: State) =>
  Object.fromEntries(
    [...(others[upstream]?.files ?? '').matchAll(/^\+ +"(sha256:\w+)": \["(.*)"\]$/gm)].map(([, digest, tag]) => [
      tag,
      digest,
    ]),
  );

/** A state without names that depend on the address of the registry, which is in the chart. */
const comparable = (state: State | undefined): State =>
  JSON.parse(JSON.stringify(state).replaceAll(/sha256:[0-9a-f]{64}|\b[0-9a-f]{12}\b/g, '…'));

/** A release that nothing disturbed, for the test that compares with it. */
let undisturbed: State | undefined;

beforeAll(() => prepareStage(draExampleDriver));

describe('a release of dra-example-driver', () => {
  it(
    'goes from the proposal to the announcement, line by line of the written process',
    async () => {
      await using stage = await Stage.open(draExampleDriver);
      const [proposing, tagging, promotingImage, promotingChart] = chaptersOf(released);

      // 1 and 3. The issue, and the chart that names the new image.
      await proposing?.perform(stage);
      const first = await stateOf(stage);
      expect(first.issues).toEqual([
        'Release v0.4.0 and chart/0.4.0, open, by github-actions[bot]',
        ...boxes.map((box) => `[ ] ${box}`),
      ]);
      expect(first.pulls).toEqual(['Let the chart run v0.4.0, by release-app[bot], merged']);
      expect(first.files[merged]).toMatch(/^-appVersion: "v0\.3\.0"\n\+appVersion: "v0\.4\.0"$/m);
      expect(first.tags).toEqual({ 'chart/0.3.0': 'The last release', 'v0.3.0': 'The last release' });

      // 2 and 4. Two OWNERS agree, and both tags are on the commit to which they agreed.
      await tagging?.perform(stage);
      const second = await stateOf(stage);
      expect(second.tags).toEqual({ ...first.tags, 'chart/0.4.0': merged, 'v0.4.0': merged });
      for (const tag of ['v0.4.0', 'chart/0.4.0'])
        expect(await stage.signingKey?.verify(stage.project.scratch.origin, tag)).toContain('Good "git" signature');

      // 5 and 6. The tag of the image stages only the image. It is drafted and proposed.
      await promotingImage?.perform(stage);
      const third = await stateOf(stage);
      expect(third.images).toEqual([`${staging}/dra-example-driver:v0.4.0`]);
      expect(third.releases).toEqual(['v0.4.0, a draft, by release-app[bot]']);
      expect(third.others[upstream]?.pulls).toEqual([
        'Image promotion for dra-example-driver v0.4.0, by release-bot, open',
      ]);

      // The tag of the chart, which is on the same commit, stages only the chart. It joins that pull request.
      await promotingChart?.perform(stage);
      const fourth = await stateOf(stage);
      expect(imagesBelow(fourth, staging)).toEqual(['charts/dra-example-driver:0.4.0', 'dra-example-driver:v0.4.0']);
      expect(fourth.releases).toEqual(third.releases);
      expect(fourth.others[upstream]?.pulls).toEqual([
        'Image promotion for dra-example-driver v0.4.0 / 0.4.0, by release-bot, open',
      ]);

      // 7 to 10. Production, e2e, the release, the issue and the channel.
      await stage.mergeIn(upstream);
      await stage.promoterRuns();
      const finish = await stage.dispatch('finish.yml', released);
      const registry = `${stage.registry.host}/${production}`;
      expect(finish.steps['finish/e2e']?.log).toEqual(
        expect.arrayContaining([
          `Set up with the chart oci://${registry}/charts/dra-example-driver 0.4.0`,
          `Tested with the image ${registry}/dra-example-driver:v0.4.0`,
        ]),
      );
      undisturbed = await stateOf(stage);
      const digests = listed(undisturbed);
      expect(digests).toEqual({
        ...stage.registry.repository(`${staging}/charts/dra-example-driver`).tags,
        ...stage.registry.repository(`${staging}/dra-example-driver`).tags,
      });
      const drawn = drawnBy(finish);
      expect(drawn).toMatch(/tag0\("Tag v0\.4\.0<br>released"\)[^]*tag1\("Tag chart\/0\.4\.0"\)/);
      expect(drawn).toContain(artifactBox('Image', 'dra-example-driver:v0.4.0', digests['v0.4.0']));
      expect(drawn).toContain(artifactBox('Image', 'charts/dra-example-driver:0.4.0', digests['0.4.0']));
      expect(imagesBelow(undisturbed, production)).toEqual([
        'charts/dra-example-driver:0.4.0, signed',
        'dra-example-driver:v0.4.0, signed',
      ]);
      expect(undisturbed.releases).toEqual(['v0.4.0, the latest, by release-app[bot]']);
      expect(await stage.ask('GET …/releases/tags/v0.4.0')).toMatchObject({
        body: expect.stringMatching(/What's Changed[^]*Let the chart run v0\.4\.0/),
      });
      const page = '…/kubernetes-sigs/dra-example-driver';
      expect(comparable(undisturbed).issues).toEqual([
        'Release v0.4.0 and chart/0.4.0, closed, by github-actions[bot]',
        `[x] The tags are pushed (${page}/releases/tag/v0.4.0)`,
        `[x] The GitHub release is drafted (${page}/releases/tag/v0.4.0)`,
        '[x] The promotion is proposed (…/kubernetes/k8s.io/pull/1)',
        `[x] Production has everything, in every region (${page}/actions/runs/1)`,
        `[x] The e2e tests pass with it (${page}/actions/runs/1)`,
        `[x] The GitHub release is published (${page}/releases/tag/v0.4.0)`,
      ]);
      expect(stage.slack?.messages.map(({ text }) => text)).toEqual([announced]);
      expect(await stage.unprovenIn('v0.4.0', released)).toEqual([
        '– promote-image "Wait until every region has it" (finish.yml:48): not verified, because it takes steps.release.outputs.images from the step "Name the tags" (.github/actions/release/action.yml:26)',
        '– await-image "Look at the image where everybody gets it" (finish.yml:59): not verified, because it takes steps.chart.outputs.image from the step "Read appVersion" (.github/actions/chart/action.yml:28)',
        '– notes of the release (promote.yml:65): not verified, because GitHub generated them, and would generate others today',
        '– parse-tag (.github/actions/release/action.yml:64): left out, because it is about the tag chart/0.4.0',
        '– release-issue (finish.yml:73, finish.yml:99, finish.yml:109, promote.yml:43, promote.yml:74, promote.yml:97, propose.yml:49, tag.yml:34, tag.yml:98): left out, because people go on with the issue after a release',
        '– announce (finish.yml:116): left out, because it tells people, and changes nothing of the release',
        '– bump-chart (propose.yml:68): left out, because it prepares a commit that need not be the one of the tag',
        '– commit-changes (propose.yml:75): left out, because branches move on after a release',
        '– push-tag (tag.yml:90): left out, because it is about the tag chart/0.4.0',
      ]);
      expect(await stage.unprovenIn('chart/0.4.0', released)).toEqual([
        '– .github/workflows/propose.yml: not verified, because it is about another tag',
        '– .github/workflows/tag.yml: not verified, because it is about another tag',
        '– parse-tag (.github/actions/release/action.yml:58, .github/actions/release/action.yml:64): left out, because it works on v0.4.0, not on the tag',
        '– set-values (.github/actions/chart/action.yml:14): left out, because it works on v0.4.0, not on the tag',
        '– bump-chart (.github/actions/chart/action.yml:21): left out, because it works on v0.4.0, not on the tag',
        '– promote-image (finish.yml:48): left out, because it works on v0.4.0, not on the tag',
        '– await-image (finish.yml:59): left out, because it works on v0.4.0, not on the tag',
        '– release-issue (finish.yml:73, finish.yml:99, finish.yml:109, promote.yml:43, promote.yml:97): left out, because people go on with the issue after a release',
        '– gh-release (finish.yml:92): left out, because it works on v0.4.0, not on the tag',
        '– announce (finish.yml:116): left out, because it tells people, and changes nothing of the release',
      ]);

      // Later, the image alone: no chart is staged, proposed or tagged.
      for (const { perform } of chaptersOf({ image: 'v0.5.0' })) await perform(stage);
      const image = await stateOf(stage);
      const commit = 'Merge pull request #4 from kubernetes-sigs/release/v0.5.0';
      expect(image.tags).toEqual({ ...undisturbed.tags, 'v0.5.0': commit });
      expect(image.releases).toEqual([
        'v0.5.0, the latest, by release-app[bot]',
        'v0.4.0, a release, by release-app[bot]',
      ]);
      for (const [place, end] of places)
        expect(imagesBelow(image, place)).toEqual([
          ...imagesBelow(undisturbed, place),
          `dra-example-driver:v0.5.0${end}`,
        ]);
      expect(image.others[upstream]?.pulls).toContain(
        'Image promotion for dra-example-driver v0.5.0, by release-bot, merged',
      );
      expect(comparable(image).issues.slice(undisturbed.issues.length)).toEqual([
        'Release v0.5.0, closed, by github-actions[bot]',
        ...boxes.map((box) => expect.stringContaining(`[x] ${box} (`)),
      ]);

      // And the chart alone, on the same commit: no image is staged, and there is no GitHub release.
      for (const { perform } of chaptersOf({ chart: '0.4.1' })) await perform(stage);
      const later = await stateOf(stage);
      expect(later.tags).toEqual({ ...image.tags, 'chart/0.4.1': commit });
      expect(await stage.ask('GET …/issues/5')).toMatchObject({
        body: expect.stringMatching(/^## Changes\n[^]*Let the chart run v0\.5\.0/m),
      });
      expect(later.releases).toEqual(image.releases);
      for (const [place, end] of places)
        expect(imagesBelow(later, place)).toEqual(
          imagesBelow(image, place).toSpliced(1, 0, `charts/dra-example-driver:0.4.1${end}`),
        );
      expect(later.others[upstream]?.pulls).toContain(
        'Image promotion for dra-example-driver 0.4.1, by release-bot, merged',
      );
      expect(comparable(later).issues.slice(image.issues.length)).toEqual([
        'Release chart/0.4.1, closed, by github-actions[bot]',
        `[x] The tags are pushed (${page}/releases/tag/chart/0.4.1)`,
        '[x] The promotion is proposed (…/kubernetes/k8s.io/pull/3)',
        `[x] Production has everything, in every region (${page}/actions/runs/1)`,
        `[x] The e2e tests pass with it (${page}/actions/runs/1)`,
      ]);
    },
    patience,
  );

  it(
    'needs nothing but its workflows to be run again, whenever a runner is killed',
    { timeout: patience, tags: 'exhaustive' },
    async () => {
      await using stage = await Stage.open(draExampleDriver, { killedAt: [[2], [1], [2], [2], [1], [3]] });
      for (const { perform } of chaptersOf(released)) await perform(stage);
      expect(undisturbed).toBeDefined();
      expect(comparable(await stateOf(stage))).toEqual(comparable(undisturbed));
      expect(stage.slack?.messages.map(({ text }) => text)).toEqual([announced]);
    },
  );

  it(
    'leaves nothing on any server when it is rehearsed with mode: local',
    { timeout: patience, tags: 'exhaustive' },
    async () => {
      await using stage = await Stage.open(draExampleDriver, { isRehearsal: true });
      const before = await stateOf(stage);
      for (const { perform } of chaptersOf(released)) await perform(stage);
      expect(stage.writes).toEqual([]);
      await stage.endRehearsal();
      expect(await stateOf(stage)).toEqual(before);
      expect(stage.slack?.messages).toEqual([]);
    },
  );

  it(
    'stops before any artifact leaves if too few OWNERS agree, or if a tag disagrees with its files',
    async () => {
      await using stage = await Stage.open(draExampleDriver);
      await stage.dispatch('propose.yml', released); // its pull request is not merged, so that the chart runs v0.3.0
      await stage.comment('writer', '/lgtm');
      await stage.comment('ann', '/lgtm');
      await expect(stage.dispatch('tag.yml', released)).rejects.toThrow('2 approvals of release issue #1 (1: ann)');
      await stage.comment('bob', '/lgtm');
      await expect(stage.dispatch('tag.yml', released)).rejects.toThrow(disagreement);

      // Somebody pushes the tags by hand.
      await stage.project.pushTag('v0.4.0', { annotated: 'v0.4.0', at: 'origin/main' });
      await expect(cloudBuilds(stage, 'v0.4.0')).rejects.toThrow(disagreement);
      await expect(stage.pushed('promote.yml', 'v0.4.0')).rejects.toThrow(disagreement);
      await stage.project.pushTag('chart/0.9.0', { annotated: 'chart/0.9.0', at: 'origin/main' });
      await expect(stage.pushed('promote.yml', 'chart/0.9.0')).rejects.toThrow(
        'Missing: release issue of chart/0.9.0 in kubernetes-sigs/dra-example-driver.',
      );

      const { images, releases, others } = await stateOf(stage);
      expect([images, releases, others[upstream]?.pulls]).toEqual([[], [], []]);
    },
    patience,
  );
});

it(
  'the guard of a pull request names the line that would stop a tag',
  async () => {
    await using stage = await Stage.open(draExampleDriver);
    const values = 'deployments/helm/dra-example-driver/values.yaml';
    const text = await stage.project.git('show', `HEAD:${values}`);
    await stage.project.git('switch', '--quiet', '--create', 'pinned');
    await stage.project.commit('Pin the image', { [values]: text.replace('tag: ""', 'tag: v0.3.1') });
    await stage.project.push('pinned');
    const body = { title: 'Pin the image', head: 'pinned', base: 'main' };
    const { number } = (await stage.ask('POST …/pulls', { body })) as { number: number };
    await expect(stage.check('guard.yml', number)).rejects.toThrow(`${values}:12 has image.tag v0.3.1, not "".`);
  },
  patience,
);

it.each([
  ['guard.yml', { contents: 'read' }, []],
  [
    'propose.yml',
    { contents: 'read', issues: 'write', 'pull-requests': 'read' },
    ['contents-write pull-requests-write'],
  ],
  ['tag.yml', { contents: 'read', issues: 'write' }, ['contents-write']],
  ['promote.yml', { contents: 'read', issues: 'write' }, ['contents-write']],
  ['finish.yml', { contents: 'read', issues: 'write' }, ['contents-write']],
] as const)('the workflow asks for no more than it needs: %s', async (workflow, permissions, tokens) => {
  const text = await readFile(join(draExampleDriver.folder, '.github/workflows', workflow), 'utf8');
  expect(permissionsIn(text)).toEqual({ permissions, tokens });
});
