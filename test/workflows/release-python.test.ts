import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dist } from '../support/bundle.ts';
import { CallingRepository } from '../support/calling-repository.ts';
import { personalToken } from '../support/github.ts';
import { contentOf } from '../support/image-files.ts';
import type { Files } from '../support/repository.ts';

const patience = 180_000;
const version = '1.1.0';
const project = join(dist, '../action-examples/ignition-driver');

/** Two lines, and what is special about the project. */
const caller = (image: string) => `
on:
  push: { tags: ['[0-9]*'] }
  workflow_dispatch: { inputs: { tag: { required: true }, mode: { default: apply } } }
permissions: {}
jobs:
  release:
    permissions: { attestations: write, contents: write, id-token: write, packages: write }
    uses: org/release-actions/.github/workflows/release-python.yml@v1
    with:
      tag: \${{ inputs.tag }}
      versions: |
        demo_driver/pkg_info.json: { version: {pep440} }
        helm/demo-driver/values.yaml: { docker.version: {pep440} }
        helm/demo-driver/Chart.yaml: { version: {version}, appVersion: {pep440} }
      docs: docs
      docs-name: demo-driver
      chart: helm/demo-driver
      image: ${image}
      wheels: docker/whls
      attach-image: true
      mode: \${{ inputs.mode || 'apply' }}
`;

/** The files with a version, which is that of a release. */
async function versioned(wanted: string): Promise<Files> {
  const paths = ['demo_driver/pkg_info.json', 'helm/demo-driver/values.yaml', 'helm/demo-driver/Chart.yaml'];
  const texts = paths.map(async (path) => {
    const text = await readFile(join(project, path), 'utf8');
    return [path, text.replaceAll(/1\.1\.0[-.]dev\.?0/g, wanted)] as const;
  });
  return Object.fromEntries(await Promise.all(texts));
}

let calling: CallingRepository;

beforeAll(async () => {
  calling = await CallingRepository.open('release-python.yml', ({ registry }) =>
    caller(`${registry.host}/org/demo-driver`),
  );
  const { repository } = calling;
  await cp(project, repository.folder, { recursive: true, filter: (path) => !path.includes('.github') });
  await repository.commit('Release 1.1.0', { ...(await versioned(version)), ...calling.file });
  await repository.push();
  await repository.pushTag(version);
}, 600_000);

afterAll(() => calling[Symbol.asyncDispose]());

const files = [
  'SHA256SUMS',
  `demo-driver-${version}-docs.tgz`,
  `demo-driver-${version}-image.tar`,
  `demo-driver-${version}.tgz`,
  `demo_driver-${version}-py3-none-any.whl`,
];

describe('release-python.yml', () => {
  it(
    'releases what was built, with attestations, also when one job was killed and another one failed at first',
    async () => {
      const { repository, registry } = calling;
      const killed = await calling.killed(version, 'org/staging/demo-driver');
      expect(killed.jobs).toMatchObject({ build: 'success', publish: 'skipped' });
      registry.fault = ({ method, path }) =>
        method === 'PUT' && path.startsWith('/v2/org/demo-driver/') ? { status: 403 } : undefined;
      const failed = await calling.pushed(version, { jobs: ['stage', 'attest', 'publish'], after: killed });
      expect(failed.jobs).toMatchObject({ build: 'success', stage: 'success', attest: 'success', publish: 'failure' });
      expect([await calling.releases(), calling.images()]).toEqual([[], ['org/staging/demo-driver']]);

      registry.fault = undefined;
      const { jobs, outputs, log } = await calling.pushed(version, { jobs: ['publish'], after: failed });
      expect({ jobs, log }).toMatchObject({ jobs: { publish: 'success', release: 'success' } });
      const [release, ...others] = await calling.releases();
      expect([others, release?.tag_name, release?.draft]).toEqual([[], version, false]);
      const assets = (release?.assets ?? []).toSorted((one, other) => (one.name < other.name ? -1 : 1));
      expect(assets.map(({ name }) => name)).toEqual(files);
      expect(calling.images()).toEqual(['org/staging/demo-driver', 'org/demo-driver']);
      const { tags } = registry.repository('org/demo-driver');
      const image = `${registry.host}/org/demo-driver`;
      expect(outputs['release']).toMatchObject({
        tag: version,
        version,
        wheel: files.at(-1),
        files: 'python-files',
        image: `${image}:${version}@${tags[version]}`,
        url: `${repository.github.git.url}/org/project/releases/tag/${version}`,
        starts: 'false',
      });

      const built = assets.filter(({ name }) => name !== 'SHA256SUMS').map(({ name, digest }) => `${digest} ${name}`);
      expect(await calling.attested()).toEqual([...built, `${tags[version]} ${image}`].toSorted());

      const asset = assets.find(({ name }) => name.endsWith('-image.tar'));
      const headers = { accept: 'application/octet-stream', authorization: `Bearer ${personalToken.token}` };
      const file = join(calling.kept, 'image.tar');
      await writeFile(file, Buffer.from(await (await fetch(asset?.url ?? '', { headers })).arrayBuffer()));
      expect(await contentOf(file)).toEqual({ names: [`${image}:${version}`], installed: [`demo_driver-${version}`] });
      const sha = (await repository.head()).slice(0, 12);
      const lines = [
        `✓ tag ${version} on origin: lightweight, at ${sha}`,
        `✓ commit ${sha}: on main`,
        `✓ tag ${version}: version ${version}, at ${sha}`,
        '✓ Check that all files have the version of the tag: set-values, FILE',
        '✓ wheel demo_driver-1.1.0-py3-none-any.whl can be built again: DIGEST',
        '✓ docs demo-driver-1.1.0-docs.tgz can be packed again: DIGEST',
        '✓ chart demo-driver-1.1.0.tgz can be packaged again: DIGEST',
        `✓ image ${image}:${version}: DIGEST`,
        '✓ release 1.1.0: published, with its title',
        '– notes of the release (FILE): not verified, because GitHub generated them, and would generate others today',
        '✓ file demo_driver-1.1.0-py3-none-any.whl of the release: DIGEST',
        '✓ file demo-driver-1.1.0-docs.tgz of the release: DIGEST',
        '✓ file demo-driver-1.1.0.tgz of the release: DIGEST',
        '– file demo-driver-1.1.0-image.tar of the release: not built again, because no step that is verified makes release-files/demo-driver-1.1.0-image.tar (FILE). DIGEST is in the checksums of the release.',
        '✓ checksums in SHA256SUMS: those of all 4 files, DIGEST',
      ];
      const verified = await calling.verified(version);
      expect(verified.toSorted()).toEqual(lines.toSorted()); // the files were uploaded at once
    },
    patience,
  );

  it(
    'compares the release with its source, and writes nothing',
    async () => {
      const before = await calling.world();
      const { jobs, log } = await calling.dispatched({ tag: version, mode: 'check' });
      expect({ jobs, log }).toMatchObject({ jobs: { stage: 'success', attest: 'skipped', publish: 'success' } });
      expect(await calling.world()).toEqual(before);
    },
    patience,
  );

  it(
    'rehearses the release of another tag, and writes nothing',
    async () => {
      await calling.repository.commit('Release 1.2.0', await versioned('1.2.0'));
      await calling.repository.push();
      await calling.repository.pushTag('1.2.0');
      const before = await calling.world();
      const { jobs, log } = await calling.dispatched({ tag: '1.2.0', mode: 'local' });
      expect({ jobs, log }).toMatchObject({ jobs: { stage: 'success', attest: 'skipped', publish: 'success' } });
      expect(await calling.world()).toEqual(before);
    },
    patience,
  );

  it('stops before anything is built if a file has another version, or the mode is none of its modes', async () => {
    await calling.repository.pushTag('1.3.0');
    const differs = await calling.dispatched({ tag: '1.3.0', mode: 'apply' });
    expect(differs.jobs).toMatchObject({ check: 'failure' });
    expect(differs.log).toContain('demo_driver/pkg_info.json:2 has version 1.2.0, not 1.3.0.');
    const typo = await calling.dispatched({ tag: version, mode: 'dry-run' });
    expect(typo.log).toContain("Input mode is 'dry-run': give apply, local or check.");
    expect([differs, typo].map(({ jobs }) => jobs['build'])).toEqual(['skipped', 'skipped']);
  });
});
