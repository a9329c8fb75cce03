import { beforeAll, expect, it } from 'vitest';
import { startRegistry } from '../../src/embedded/registry/server.ts';
import type { Registry } from '../../src/embedded/registry/server.ts';
import { nothingMade } from '../support/host.ts';
import { startRealRegistry } from '../support/real-registry.ts';
import { RegistryClients } from '../support/registry-client.ts';
import { registryPort } from '../support/registry-port.ts';
import { addImage, addManifest, types } from '../support/registry.ts';
import { tool } from '../support/tool.ts';

beforeAll(async () => {
  for (const name of ['cosign', 'olareg', 'distribution']) await tool(name);
});

async function addIndex(registry: Registry, tag: string): Promise<readonly string[]> {
  const children = await Promise.all(
    ['amd64', 'arm64'].map(async (architecture) => {
      const platform = { os: 'linux', architecture };
      const config = { ...platform, rootfs: { type: 'layers', diff_ids: [] } };
      return { ...(await addImage(registry, 'org/app', { layers: [tag, architecture], config })), platform };
    }),
  );
  const manifest = { schemaVersion: 2, mediaType: types.index, manifests: children };
  return [addManifest(registry, 'org/app', { manifest, tag }), ...children].map(({ digest }) => digest);
}

// distribution has no API for referrers: there both sides keep them below a tag.
it.each(['embedded', 'olareg', 'distribution'] as const)(
  'what cosign signed, in the form of a tag and in that of a referrer, cosign accepts where it was copied to: %s',
  { timeout: 120_000 },
  async (name) => {
    await using from = await startRegistry();
    await using to = name === 'embedded' ? await startRegistry() : await startRealRegistry(name);
    await using clients = await RegistryClients.signedIn([from, to], { user: 'nobody', password: 'asks' });
    await clients.cosign('generate-key-pair');
    const port = registryPort({ pace: 0.1 });
    for (const [tag, isBundle] of [
      ['old', false],
      ['new', true],
    ] as const) {
      const digests = await addIndex(from, tag);
      await clients.cosign('sign', `--new-bundle-format=${isBundle}`, `${from.host}/org/app@${digests[0]}`);
      const source = { registry: from.host, repository: 'org/app', tag };
      const destination = { registry: to.host, repository: 'prod/app', tag };
      const image = await port.manifest(source);
      if (image === undefined) throw new Error(`no ${tag}`);
      const belonging = await port.belongings(source, image.digest);
      expect([belonging.referrers.length, belonging.tagged.length]).toEqual(isBundle ? [1, 0] : [0, 1]);
      const copy = { from: source, image, to: destination, seen: await port.find(destination) };
      await port.copy([copy], { referrers: true })?.apply(nothingMade);
      for (const digest of digests) {
        const verified = await clients.cosign('verify', '--', `${to.host}/prod/app@${digest}`);
        expect(verified).toContain(digest);
      }
    }
  },
);
