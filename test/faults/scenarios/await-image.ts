import { startRegistry } from '../../../src/embedded/registry/server.ts';
import { addImage, types } from '../../support/registry.ts';
import { scratchRepository } from '../../support/repository.ts';
import type { Scenario } from '../scenario.ts';

const name = 'org/app';
const artifactType = 'application/vnd.dev.sigstore.bundle.v0.3+json';

export const scenarios: readonly Scenario[] = [
  {
    title: 'an image for one platform with a signature',
    async arrange(openGateway) {
      const repo = await scratchRepository({ 'README.md': 'app' });
      const registry = await startRegistry();
      const { digest } = await addImage(registry, name, { tag: 'v1' });
      const fields = { subject: { mediaType: types.image, digest, size: 1 }, artifactType };
      const signature = await addImage(registry, name, { layers: ['bundle'], fields });
      const reference = `${new URL(await openGateway(registry.url)).host}/${name}:v1`;
      const image = {
        reference,
        digest,
        mediaType: types.image,
        platforms: ['linux/amd64'],
        referrers: [{ digest: signature.digest, type: artifactType }],
        signed: 'present',
      };
      return {
        checkout: repo,
        inputs: { images: reference, platforms: 'linux/amd64', signed: 'true' },
        outputs: { images: JSON.stringify([image]) },
        snapshot: async () => ({}),
        expected: {},
        async [Symbol.asyncDispose]() {
          await registry[Symbol.asyncDispose]();
          await repo[Symbol.asyncDispose]();
        },
      };
    },
  },
];
