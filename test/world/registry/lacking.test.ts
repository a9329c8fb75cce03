import { expect, it } from 'vitest';
import { startRegistry } from '../../../src/embedded/registry/server.ts';
import type { Digest } from '../../../src/domain/images/digest.ts';
import { registryPort } from '../../support/registry-port.ts';
import { addImage, addManifest, sha256, types } from '../../support/registry.ts';

it('a registry lacks the layers, platforms and signatures that it was told of and does not have', async () => {
  await using registry = await startRegistry();
  const config = { mediaType: types.config, digest: await registry.addBlob('org/app', Buffer.from('{}')), size: 2 };
  const layers = [
    { mediaType: types.layer, digest: sha256('gone'), size: 4 },
    { mediaType: 'application/vnd.docker.image.rootfs.foreign.diff.tar.gzip', digest: sha256('foreign'), size: 7 },
  ];
  const manifest = { schemaVersion: 2, mediaType: types.image, config, layers };
  const image = addManifest(registry, 'org/app', { manifest });
  const manifests = [image, { mediaType: types.image, digest: sha256('gone, too'), size: 9 }];
  const index = addManifest(registry, 'org/app', { manifest: { schemaVersion: 2, mediaType: types.index, manifests } });
  const subject = { ...index, digest: index.digest as Digest };
  await addImage(registry, 'org/app', { layers: ['signature'], fields: { subject: index } });
  const place = { registry: registry.host, repository: 'org/app' };
  const lacking = await registryPort().lacking(place, subject, { referrers: true });
  expect(lacking.map(({ digest }) => digest).toSorted()).toEqual([sha256('gone'), sha256('gone, too')].toSorted());
});
