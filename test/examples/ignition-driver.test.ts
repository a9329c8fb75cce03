import { mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Chronicle } from '../../src/rehearsal/chronicle.ts';
import { Recorder } from '../../src/rehearsal/recorder.ts';
import { assetsOf, attached, checkProposal, rehearsed, taggedTooEarly, versionsAt } from './drivers.ts';
import { contentOf } from '../support/image-files.ts';
import { chaptersOf, ignitionDriver } from './ignition-driver.ts';
import { recorded } from './recording.ts';
import { type EndedRun, prepareStage, Stage } from './stage.ts';
import { type State, stateOf } from './state.ts';

const patience = 180_000;
const version = '1.1.0';
const wheel = `demo_driver-${version}-py3-none-any.whl`;
const assets = [
  'SHA256SUMS',
  `demo-driver-${version}-docs.tgz`,
  `demo-driver-${version}-image.tar`,
  `demo-driver-${version}.tgz`,
  wheel,
];

/** What the file of the image holds that is attached to the release: its names, and the packages that are installed. */
async function attachedImage(stage: Stage) {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'image-'));
  const file = join(folder.path, 'image.tar');
  await writeFile(file, await attached(stage, version, '-image.tar'));
  return await contentOf(file);
}

/** What the page of the release is made of. */
function expectWrittenDown({ course, refs, releases, images, refusals, pending }: Chronicle): void {
  const runs = course.filter((one) => one.kind === 'run');
  expect(runs.map(({ workflow, startedBy, result }) => [workflow, startedBy, result])).toEqual([
    ['release.yml', undefined, 'success'],
    ['publish.yml', 'run-1', 'success'],
    ['next.yml', 'run-2', 'success'],
  ]);
  const steps = runs.flatMap((run) => run.jobs.flatMap((job) => job.steps));
  expect(steps.find(({ name }) => name === 'Package the docs')?.changes).toMatchObject([
    { title: `Write dist/demo-driver-${version}-docs.tgz`, isMade: true },
    { title: `Write dist/demo-driver-${version}-docs.tgz.sha256`, isMade: true },
  ]);
  expect(steps.every(({ seconds, result }) => seconds > 0 || result === 'skipped')).toBe(true);
  expect(refs.filter(({ isNew }) => isNew).map(({ name }) => name)).toEqual(['main', version]);
  expect(releases.flatMap((release) => release.assets.map(({ name }) => name)).toSorted()).toEqual(assets);
  const [staged, served] = [images.find(({ name }) => name === 'org/staging/demo-driver'), images[0]];
  expect(served).toMatchObject({ name: 'org/demo-driver', tags: staged?.tags });
  expect(served?.manifests).toEqual(staged?.manifests);
  expect([refusals, pending]).toEqual([[], []]);
}

/** A release that nothing disturbed, for all tests that compare with it. */
let undisturbed: State | undefined;

beforeAll(() => prepareStage(ignitionDriver));

describe('a release of a driver', () => {
  it(
    'goes from the version to the next one, point by point of the written process',
    async () => {
      let recorder: Recorder | undefined;
      const summaries: string[] = [];
      const onRunEnd = (run: EndedRun) => {
        recorder?.run(recorded(run));
        summaries.push(...Object.values(run.outcome.steps).map(({ summary }) => summary));
      };
      await using stage = await Stage.open(ignitionDriver, { onRunEnd });
      recorder = await Recorder.begin(stage.servers);
      const [setting, publishing, goingOn] = chaptersOf(version);

      await setting?.perform(stage);
      const first = await stateOf(stage);
      expect(first.tags).toEqual({
        '1.0.0': 'The last release',
        [version]: `Set version numbers for release ${version}`,
      });
      expect(await versionsAt(stage, ignitionDriver, version)).toEqual([version, version, version, version]);

      await publishing?.perform(stage);
      const second = await stateOf(stage);
      expect(second.releases).toEqual([`${version}, the latest, by release-app[bot]`]);
      expect((await assetsOf(stage, version)).map(({ name }) => name)).toEqual(assets);
      const image = `${stage.registry.host}/org/demo-driver:${version}`;
      expect(await attachedImage(stage)).toEqual({ names: [image], installed: [`demo_driver-${version}`] });
      const { tags } = stage.registry.repository('org/demo-driver');
      expect(tags).toEqual(stage.registry.repository('org/staging/demo-driver').tags);
      expect(Object.keys(tags)).toEqual([version]);

      await goingOn?.perform(stage);
      undisturbed = await stateOf(stage);
      expect(undisturbed).toMatchObject({ tags: first.tags, releases: second.releases });
      expect(await stage.unprovenIn(version)).toEqual([
        '– notes of the release (publish.yml:139): not verified, because GitHub generated them, and would generate others today',
        expect.stringMatching(
          /^– file demo-driver-1\.1\.0-image\.tar of the release: not built again, because no step that is verified makes dist\/demo-driver-1\.1\.0-image\.tar \(publish\.yml:139\)\. sha256:[0-9a-f]{12} is in the checksums of the release\.$/,
        ),
        '– set-values (next.yml:58): left out, because it prepares a commit that need not be the one of the tag',
        '– commit-changes (next.yml:70, release.yml:56): left out, because branches move on after a release',
      ]);
      expect(await versionsAt(stage, ignitionDriver, 'main')).toEqual([
        '1.2.0.dev0',
        '1.2.0.dev0',
        '1.2.0-dev.0',
        '1.2.0.dev0',
      ]);

      const drawn = summaries.filter((text) => text.startsWith('### Release summary'));
      expect(drawn).toMatchObject([expect.stringContaining(`tag0("Tag ${version}<br>released")`)]);
      expect(drawn[0]).toContain(`["Image<br>${image}<br>sha256:`);
      expect(drawn[0]).toContain(`["File<br>${wheel}<br>sha256:`);
      expectWrittenDown(await recorder.chronicle({ title: version, isDone: true, isRehearsal: false }));
    },
    patience,
  );

  it(
    'needs nothing but its workflows to be run again, whenever a runner is killed',
    { timeout: patience, tags: 'exhaustive' },
    async () => {
      await using stage = await Stage.open(ignitionDriver, { killedAt: [[1], [3], [1]] });
      for (const { perform } of chaptersOf(version)) await perform(stage);
      expect(undisturbed).toBeDefined();
      expect(await stateOf(stage)).toEqual(undisturbed);
      expect((await assetsOf(stage, version)).map(({ name }) => name)).toEqual(assets);
      expect(stage.writes.filter((write) => write.startsWith('image /v2/org/demo-driver/'))).toHaveLength(1);
    },
  );

  it(
    'leaves nothing on any server when it is rehearsed with mode: local',
    async () => {
      const { before, after, writes } = await rehearsed(ignitionDriver, chaptersOf(version));
      expect(writes).toEqual([]);
      expect(after).toEqual(before);
    },
    patience,
  );

  it(
    'stops before anything is built if the tag disagrees with the files',
    async () => {
      const said = 'helm/demo-driver/values.yaml:5 has docker.version 1.1.0.dev0, not 1.1.0.';
      const { failure, releases, writes } = await taggedTooEarly(ignitionDriver, version);
      expect(failure).toContain(said);
      expect([releases, writes]).toEqual([[], []]);
    },
    patience,
  );
});

it(
  'the guard of a pull request names the file whose version differs',
  async () => {
    const chart = 'helm/demo-driver/Chart.yaml';
    await using stage = await Stage.open(ignitionDriver);
    const text = await stage.project.git('show', `HEAD:${chart}`);
    const wrong = { [chart]: text.replace('version: 1.1.0-dev.0', 'version: 1.1.0') };
    await expect(checkProposal(stage, 'wrong', wrong)).rejects.toThrow(
      'helm/demo-driver/Chart.yaml:2 has version 1.1.0, not 1.1.0-dev.0.',
    );
    const right = { [chart]: `${text}\nhome: https://example.com\n` };
    expect((await checkProposal(stage, 'right', right)).jobs).toEqual({ guard: 'success' });
  },
  patience,
);
