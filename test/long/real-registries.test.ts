import { beforeAll, describe, expect, it } from 'vitest';
import { startRegistry } from '../../src/embedded/registry/server.ts';
import type { Registry as Embedded } from '../../src/embedded/registry/server.ts';
import { nothingMade } from '../support/host.ts';
import { startRealRegistry } from '../support/real-registry.ts';
import { RegistryClients } from '../support/registry-client.ts';
import { registryPort } from '../support/registry-port.ts';
import { addImage, addManifest, types } from '../support/registry.ts';
import type { Descriptor } from '../support/registry.ts';
import { tool } from '../support/tool.ts';

const names = ['embedded', 'olareg', 'distribution'] as const;
type Name = (typeof names)[number];

const started = (name: Name) => (name === 'embedded' ? startRegistry() : startRealRegistry(name));

beforeAll(async () => {
  for (const name of ['crane', 'regctl', 'olareg', 'distribution']) await tool(name);
}, 600_000);

type Seed = {
  readonly tag: string;
  readonly digests: readonly string[];
  readonly kinds: Readonly<Record<string, number>>;
};

const platformOf = (architecture: string) => ({ os: 'linux', architecture });

async function addPlatforms(seed: Embedded, tag: string) {
  return Promise.all(
    ['amd64', 'arm64'].map(async (architecture) => {
      const config = { architecture, os: 'linux', tag, rootfs: { type: 'layers', diff_ids: [] } };
      return {
        ...(await addImage(seed, 'org/app', { layers: [`base ${architecture}`, tag], config })),
        platform: platformOf(architecture),
      };
    }),
  );
}

const addIndex = (seed: Embedded, tag: string, manifests: readonly Descriptor[]) =>
  addManifest(seed, 'org/app', { manifest: { schemaVersion: 2, mediaType: types.index, manifests }, tag });

const tagOf = ({ digest }: Descriptor) => digest.replace(':', '-');

/** What there is of images, with the number of what belongs to each of their manifests. */
async function seeds(seed: Embedded): Promise<readonly Seed[]> {
  const platforms = await addPlatforms(seed, 'multi');
  const index = addIndex(seed, 'multi', platforms);
  const [amd64 = index] = platforms;
  const signature = { artifactType: 'application/vnd.dev.sigstore.bundle.v0.3+json' };
  await addImage(seed, 'org/app', { layers: ['bundle'], fields: { ...signature, subject: index } });
  await addImage(seed, 'org/app', { layers: ['bundle of a platform'], fields: { ...signature, subject: amd64 } });
  await addImage(seed, 'org/app', {
    layers: ['sbom'],
    fields: { artifactType: 'application/spdx+json', subject: amd64 },
  });
  const single = await addImage(seed, 'org/app', { layers: ['single'], tag: 'single' });
  await addImage(seed, 'org/app', { layers: ['old signature'], tag: `${tagOf(single)}.sig` });
  await addImage(seed, 'org/app', { layers: ['old attestation'], tag: `${tagOf(single)}.att` });
  const nested = addIndex(seed, 'nested', [addIndex(seed, 'inner', await addPlatforms(seed, 'inner'))]);
  const added = async (mediaType: string, text: string) => ({
    mediaType,
    digest: await seed.addBlob('org/app', Buffer.from(text)),
    size: text.length,
  });
  const chart = addManifest(seed, 'org/app', {
    manifest: {
      schemaVersion: 2,
      mediaType: types.image,
      config: await added(
        'application/vnd.cncf.helm.config.v1+json',
        '{"name":"app","version":"0.3.0","apiVersion":"v2"}',
      ),
      layers: [await added('application/vnd.cncf.helm.chart.content.v1.tar+gzip', 'a chart')],
    },
    tag: '0.3.0',
  });
  const artifact = addManifest(seed, 'org/app', {
    manifest: {
      schemaVersion: 2,
      mediaType: types.image,
      artifactType: 'application/vnd.example+json',
      config: await added('application/vnd.oci.empty.v1+json', '{}'),
      layers: [await added('application/octet-stream', 'something')],
    },
    tag: 'artifact',
  });
  const docker = addManifest(seed, 'org/app', {
    manifest: {
      schemaVersion: 2,
      mediaType: types.dockerImage,
      config: await added('application/vnd.docker.container.image.v1+json', '{"os":"linux","architecture":"amd64"}'),
      layers: [await added('application/vnd.docker.image.rootfs.diff.tar.gzip', 'docker')],
    },
    tag: 'docker',
  });
  return [
    {
      tag: 'multi',
      digests: [index, ...platforms].map(({ digest }) => digest),
      kinds: { [index.digest]: 1, [amd64.digest]: 2 },
    },
    { tag: 'single', digests: [single.digest], kinds: {} },
    { tag: 'nested', digests: [nested.digest], kinds: {} },
    { tag: '0.3.0', digests: [chart.digest], kinds: {} },
    { tag: 'artifact', digests: [artifact.digest], kinds: {} },
    { tag: 'docker', digests: [docker.digest], kinds: {} },
    { tag: `${tagOf(single)}.sig`, digests: [], kinds: {} },
    { tag: `${tagOf(single)}.att`, digests: [], kinds: {} },
  ];
}

describe('a copy, read back by crane and regctl, has the same digests, and as much belongs to each manifest', () => {
  const ways = names
    .flatMap((from) => names.map((to) => [from, to] as const))
    .filter(([from, to]) => from !== 'embedded' || to !== 'embedded');

  it.each(ways)('from %s to %s', { timeout: 120_000 }, async (fromName, toName) => {
    await using seed = await startRegistry();
    await using from = await started(fromName);
    await using to = await started(toName);
    await using clients = await RegistryClients.signedIn([seed, from, to], { user: 'nobody', password: 'asks' });
    const images = await seeds(seed);
    for (const { tag } of images)
      await clients.regctl(
        'image',
        'copy',
        '--referrers',
        '--digest-tags',
        `${seed.host}/org/app:${tag}`,
        `${from.host}/org/app:${tag}`,
      );

    const port = registryPort({ pace: 0.1 });
    const copies = await Promise.all(
      images
        .filter(({ digests }) => digests.length > 0)
        .map(async ({ tag }) => {
          const source = { registry: from.host, repository: 'org/app' };
          const [image, destination] = [
            await port.manifest({ ...source, tag }),
            { registry: to.host, repository: 'prod/app', tag },
          ];
          if (image === undefined) throw new Error(`no ${tag}`);
          return { from: source, image, to: destination, seen: await port.find(destination) };
        }),
    );
    await port.copy(copies, { referrers: true })?.apply(nothingMade);

    for (const { tag, digests, kinds } of images) {
      const [before, after] = [`${from.host}/org/app`, `${to.host}/prod/app`];
      expect(await clients.crane('digest', `${after}:${tag}`)).toBe(await clients.crane('digest', `${before}:${tag}`));
      for (const digest of digests)
        expect(await clients.crane('manifest', `${after}@${digest}`)).toBe(
          await clients.crane('manifest', `${before}@${digest}`),
        );
      for (const [digest, count] of Object.entries(kinds)) {
        const listed = await clients.regctl(
          'artifact',
          'list',
          '--format',
          '{{len .Descriptors}}',
          `${after}@${digest}`,
        );
        expect([digest, listed]).toEqual([digest, String(count)]);
      }
    }
    for (const { image, to: place } of copies)
      expect(await port.lacking(place, image, { referrers: true })).toEqual([]);
  });
});
