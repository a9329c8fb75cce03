import { describe, expect, it } from 'vitest';
import { startRegistry } from '../../../src/embedded/registry/server.ts';
import { platformText } from '../../../src/domain/images/platform.ts';
import { registryPort } from '../../support/registry-port.ts';
import { addImage, addManifest, sha256, types } from '../../support/registry.ts';

const everything = { referrers: true, blobs: true };
const nothing = { referrers: false, blobs: false };

describe('an image that is looked at', () => {
  it('has the platforms of its index, without those of attestations, and what belongs to each manifest', async () => {
    await using registry = await startRegistry();
    const platforms = [
      { os: 'linux', architecture: 'arm64', variant: 'v8' },
      { os: 'linux', architecture: 'amd64' },
      { os: 'unknown', architecture: 'unknown' },
    ];
    const manifests = [];
    for (const platform of platforms)
      manifests.push({ ...(await addImage(registry, 'org/app', { layers: [platform.architecture] })), platform });
    const manifest = { schemaVersion: 2, mediaType: types.index, manifests };
    const index = addManifest(registry, 'org/app', { manifest, tag: 'v1' });
    const [child = index] = manifests;
    const fields = { artifactType: 'application/vnd.example+json', subject: index };
    const signature = await addImage(registry, 'org/app', { layers: ['signature'], fields });
    const tag = `${child.digest.replace(':', '-')}.sig`;
    const cosign = await addImage(registry, 'org/app', { layers: ['cosign'], tag });
    const reference = { registry: registry.host, repository: 'org/app', tag: 'v1' };
    const found = await registryPort().inspect(reference, everything);
    expect(found?.platforms.map(platformText)).toEqual(['linux/amd64', 'linux/arm64']);
    expect(found).toMatchObject({
      ...index,
      manifests: [index, ...manifests].map(({ digest }) => digest),
      missing: [],
    });
    expect(new Set(found?.referrers)).toEqual(
      new Set([
        { subject: index.digest, digest: signature.digest, type: 'application/vnd.example+json' },
        { subject: child.digest, digest: cosign.digest, type: types.config, tag },
      ]),
    );
  });

  it('has the platform of its configuration, if it has no index', async () => {
    await using registry = await startRegistry();
    await addImage(registry, 'org/app', { config: { os: 'linux', architecture: 's390x' }, tag: 'v1' });
    const found = await registryPort().inspect({ registry: registry.host, repository: 'org/app', tag: 'v1' }, nothing);
    expect(found).toMatchObject({ platforms: [{ os: 'linux', architecture: 's390x' }], referrers: [], missing: [] });
    expect(registry.requests).toHaveLength(2);
  });

  it('has no platform, if it is a chart', async () => {
    await using registry = await startRegistry();
    const chart = { mediaType: 'application/vnd.cncf.helm.config.v1+json', digest: sha256('{}'), size: 2 };
    const manifest = { schemaVersion: 2, mediaType: types.image, config: chart, layers: [] };
    addManifest(registry, 'charts/app', { manifest, tag: '0.3.0' });
    const reference = { registry: registry.host, repository: 'charts/app', tag: '0.3.0' };
    expect(await registryPort().inspect(reference, nothing)).toMatchObject({ platforms: [] });
  });

  it('misses what its registry does not have', async () => {
    await using registry = await startRegistry();
    const config = { mediaType: types.config, digest: await registry.addBlob('org/app', Buffer.from('{}')), size: 2 };
    const layers = [
      { mediaType: types.layer, digest: sha256('gone'), size: 4 },
      { mediaType: 'application/vnd.docker.image.rootfs.foreign.diff.tar.gzip', digest: sha256('foreign'), size: 7 },
    ];
    const image = addManifest(registry, 'org/app', {
      manifest: { schemaVersion: 2, mediaType: types.image, config, layers },
    });
    const manifests = [image, { mediaType: types.image, digest: sha256('gone, too'), size: 9 }];
    addManifest(registry, 'org/app', { manifest: { schemaVersion: 2, mediaType: types.index, manifests }, tag: 'v1' });
    const reference = { registry: registry.host, repository: 'org/app', tag: 'v1' };
    const found = await registryPort().inspect(reference, { referrers: false, blobs: true });
    expect(found?.missing).toEqual([sha256('gone'), sha256('gone, too')].toSorted());
  });

  it('that is not there is undefined', async () => {
    await using registry = await startRegistry();
    const reference = { registry: registry.host, repository: 'org/app', tag: 'v1' };
    expect(await registryPort().inspect(reference, everything)).toBeUndefined();
  });

  it('whose configuration is none is refused', async () => {
    await using registry = await startRegistry();
    const bytes = Buffer.from('no configuration');
    const config = { mediaType: types.config, digest: await registry.addBlob('org/app', bytes), size: bytes.length };
    addManifest(registry, 'org/app', {
      manifest: { schemaVersion: 2, mediaType: types.image, config, layers: [] },
      tag: 'v1',
    });
    const reference = { registry: registry.host, repository: 'org/app', tag: 'v1' };
    await expect(registryPort().inspect(reference, nothing)).rejects.toThrow(
      /^The configuration of \S+\/org\/app@sha256:\w+ cannot be read: /,
    );
  });
});
