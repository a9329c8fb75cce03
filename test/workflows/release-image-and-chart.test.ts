import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { artifactBox, drawnBy } from '../support/drawn.ts';
import { CallingRepository } from '../support/calling-repository.ts';

const patience = 180_000;

const caller = (registry: string) => `
on:
  push: { tags: ['v*', 'chart/*'] }
  workflow_dispatch: { inputs: { tag: { required: true }, mode: { default: apply } } }
permissions: {}
jobs:
  release:
    permissions: { attestations: write, contents: write, id-token: write, packages: write }
    uses: org/release-actions/.github/workflows/release-image-and-chart.yml@v1
    with:
      tag: \${{ inputs.tag }}
      image: ${registry}/org/app
      versions: 'deploy/app/Chart.yaml: { appVersion: {tag} }'
      chart: deploy/app
      chart-versions: 'deploy/app/Chart.yaml: { version: {version} }'
      chart-registry: oci://${registry}/org/charts
      mode: \${{ inputs.mode || 'apply' }}
`;

const files = (version: string) => ({
  Dockerfile: 'FROM scratch\nCOPY Dockerfile /Dockerfile\n',
  'deploy/app/Chart.yaml': `apiVersion: v2\nname: app\nversion: ${version}\nappVersion: v${version}\n`,
  'deploy/app/values.yaml': 'replicas: 1\n',
  'deploy/app/templates/config.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: app }\n',
});

let calling: CallingRepository;

beforeAll(async () => {
  calling = await CallingRepository.open('release-image-and-chart.yml', ({ registry }) => caller(registry.host));
  await calling.repository.commit('Release 0.2.0', { ...files('0.2.0'), ...calling.file });
  await calling.repository.push();
  for (const tag of ['v0.2.0', 'chart/0.2.0']) await calling.repository.pushTag(tag);
}, 600_000);

afterAll(() => calling[Symbol.asyncDispose]());

/** The tag of a release, its files, and whether it is a draft. */
const told = async () =>
  (await calling.releases()).map(({ tag_name, draft, assets }) => [tag_name, draft, assets.map(({ name }) => name)]);

const generated =
  '– notes of the release (FILE): not verified, because GitHub generated them, and would generate others today';

describe('release-image-and-chart.yml', () => {
  it(
    'releases the image for its tag, and no chart, also when one job was killed and another one failed at first',
    async () => {
      const { registry, repository } = calling;
      const sha = (await repository.head()).slice(0, 12);
      const killed = await calling.killed('v0.2.0', 'org/staging/app');
      expect(killed.jobs).toMatchObject({ build: 'success', publish: 'skipped' });
      registry.fault = ({ method, path }) =>
        method === 'PUT' && path.startsWith('/v2/org/app/') ? { status: 403 } : undefined;
      const failed = await calling.pushed('v0.2.0', { jobs: ['stage', 'attest', 'publish'], after: killed });
      expect(failed.jobs).toMatchObject({ stage: 'success', attest: 'success', publish: 'failure' });
      expect([await told(), calling.images()]).toEqual([[], ['org/staging/app']]);

      registry.fault = undefined;
      const published = await calling.pushed('v0.2.0', { jobs: ['publish'], after: failed });
      const { jobs, outputs, log } = published;
      expect({ jobs, log }).toMatchObject({ jobs: { publish: 'success', release: 'success' } });
      expect([await told(), calling.images()]).toEqual([[['v0.2.0', false, []]], ['org/staging/app', 'org/app']]);
      const digest = registry.repository('org/app').tags['v0.2.0'];
      expect(outputs['release']).toMatchObject({ image: `${registry.host}/org/app:v0.2.0@${digest}` });
      expect(outputs['release']).not.toHaveProperty('chart');
      expect(await calling.attested()).toEqual([`${digest} ${registry.host}/org/app`]);
      expect(drawnBy(published)).toContain('tag0("Tag v0.2.0<br>released")');
      expect(drawnBy(published)).toContain(artifactBox('Image', `${registry.host}/org/app:v0.2.0`, digest));
      expect(await calling.verified('v0.2.0')).toEqual([
        `✓ tag v0.2.0 on origin: lightweight, at ${sha}`,
        `✓ commit ${sha}: on main`,
        `✓ tag v0.2.0: version 0.2.0, at ${sha}`,
        '✓ Check that all files have the version of the tag: set-values, FILE',
        `✓ image ${registry.host}/org/app:v0.2.0: DIGEST`,
        '✓ release v0.2.0: published, with its title',
        generated,
      ]);
    },
    patience,
  );

  it(
    'releases the chart for its tag on the same commit, and no image',
    async () => {
      const before = await calling.attested();
      const published = await calling.pushed('chart/0.2.0');
      const { jobs, outputs, log } = published;
      expect({ jobs, log }).toMatchObject({ jobs: { stage: 'skipped', publish: 'success', release: 'success' } });
      expect(await told()).toEqual(expect.arrayContaining([['chart/0.2.0', false, ['app-0.2.0.tgz', 'SHA256SUMS']]]));
      const { registry, repository } = calling;
      const sha = (await repository.head()).slice(0, 12);
      const digest = registry.repository('org/charts/app').tags['0.2.0'];
      expect(outputs['release']).not.toHaveProperty('image');
      expect(outputs['release']).toMatchObject({
        chart: `${registry.host}/org/charts/app:0.2.0@${digest}`,
        'is-latest': 'true',
      });
      expect(drawnBy(published)).toContain(artifactBox('Chart', `${registry.host}/org/charts/app:0.2.0`, digest));
      const { body: latest } = await repository.ask('GET …/releases/latest', { token: 'personal-token' });
      expect(latest.tag_name).toBe('v0.2.0');
      const chart = (await calling.releases()).flatMap(({ assets }) => assets).find(({ name }) => name.endsWith('tgz'));
      expect((await calling.attested()).filter((line) => !before.includes(line))).toEqual(
        [`${chart?.digest} app-0.2.0.tgz`, `${digest} ${registry.host}/org/charts/app`].toSorted(),
      );
      expect(await calling.verified('chart/0.2.0')).toEqual([
        `✓ tag chart/0.2.0 on origin: lightweight, at ${sha}`,
        `✓ commit ${sha}: on main`,
        `✓ tag chart/0.2.0: version 0.2.0, at ${sha}`,
        '✓ Check that all files have the version of the tag: set-values, FILE',
        '✓ chart app-0.2.0.tgz can be packaged again: DIGEST',
        `✓ chart ${registry.host}/org/charts/app:0.2.0: DIGEST`,
        '✓ release chart/0.2.0: published, with its title',
        generated,
        '✓ file app-0.2.0.tgz of the release: DIGEST',
        '✓ checksums in SHA256SUMS: those of the file, DIGEST',
      ]);
    },
    patience,
  );

  it(
    'compares what is released with its source, and writes nothing',
    async () => {
      const before = await calling.world();
      for (const tag of ['v0.2.0', 'chart/0.2.0']) {
        const { jobs, log } = await calling.dispatched({ tag, mode: 'check' });
        expect({ jobs, log }).toMatchObject({ jobs: { attest: 'skipped', publish: 'success' } });
      }
      expect(await calling.world()).toEqual(before);
    },
    patience,
  );

  it(
    'rehearses a release, and writes nothing',
    async () => {
      await calling.repository.commit('Release 0.3.0', files('0.3.0'));
      await calling.repository.push();
      for (const tag of ['v0.3.0', 'chart/0.3.0', 'chart/0.4.0']) await calling.repository.pushTag(tag);
      const before = await calling.world();
      for (const tag of ['v0.3.0', 'chart/0.3.0']) {
        const { jobs, log } = await calling.dispatched({ tag, mode: 'local' });
        expect({ jobs, log }).toMatchObject({ jobs: { attest: 'skipped', publish: 'success' } });
      }
      expect(await calling.world()).toEqual(before);
    },
    patience,
  );

  it('stops before anything is built if the chart has another version than its tag', async () => {
    const { jobs, log } = await calling.dispatched({ tag: 'chart/0.4.0', mode: 'apply' });
    expect(jobs).toMatchObject({ check: 'failure', build: 'skipped' });
    expect(log).toContain('deploy/app/Chart.yaml:3 has version 0.3.0, not 0.4.0.');
  });
});
