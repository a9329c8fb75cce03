import { type Registry, startRegistry } from '../../../src/embedded/registry/server.ts';
import { addImage, addManifest, ask, type Descriptor, types } from '../../support/registry.ts';
import { scratchRepository } from '../../support/repository.ts';
import type { Scenario, Snapshot } from '../scenario.ts';

const accept = `${types.index}, ${types.image}`;
const artifactType = 'application/vnd.dev.sigstore.bundle.v0.3+json';

/** An index of two images that share a layer, with a signature. */
async function addSigned(registry: Registry, name: string, tag: string): Promise<Descriptor> {
  const manifests = await Promise.all(
    ['amd64', 'arm64'].map(async (architecture) => {
      const platform = { os: 'linux', architecture };
      return { ...(await addImage(registry, name, { layers: ['base', architecture], config: platform })), platform };
    }),
  );
  const { mediaType, digest, size } = addManifest(registry, name, {
    manifest: { schemaVersion: 2, mediaType: types.index, manifests },
    tag,
  });
  await addImage(registry, name, {
    layers: ['bundle'],
    fields: { artifactType, subject: { mediaType, digest, size } },
  });
  return { mediaType, digest, size };
}

/** The digest of a tag, and what is there of what it names. */
async function stateOf(registry: Registry, name: string, tag: string): Promise<Snapshot> {
  const { status, headers, text } = await ask(registry, `GET /v2/${name}/manifests/${tag}`, { headers: { accept } });
  if (status !== 200) return {};
  const digest = headers.get('docker-content-digest') ?? '';
  const { manifests } = JSON.parse(text) as { manifests: readonly Descriptor[] };
  const parts = manifests.map(async (one) => (await ask(registry, `HEAD /v2/${name}/manifests/${one.digest}`)).status);
  const listed = JSON.parse((await ask(registry, `GET /v2/${name}/referrers/${digest}`)).text) as {
    manifests: readonly Descriptor[];
  };
  return { [`${name}:${tag}`]: digest, parts: await Promise.all(parts), referrers: listed.manifests.length };
}

const scenario = (title: string, isMirror: boolean): Scenario => ({
  title,
  async arrange(openGateway) {
    const repo = await scratchRepository({ 'README.md': 'app' });
    const staging = await startRegistry();
    const production = isMirror ? staging : await startRegistry();
    const { digest } = await addSigned(staging, 'staging/app', 'v1');
    const from = new URL(await openGateway(staging.url)).host;
    const to = isMirror ? from : new URL(await openGateway(production.url)).host;
    const whole = { 'org/app:v1': digest, parts: [200, 200], referrers: 1 };
    return {
      checkout: repo,
      inputs: { via: 'copy', from: `${from}/staging`, images: 'app', tag: 'v1', to: `${to}/org` },
      outputs: { images: JSON.stringify([{ name: 'app', tag: 'v1', digest, to: [`${to}/org/app:v1`] }]) },
      snapshot: () => stateOf(production, 'org/app', 'v1'),
      expected: whole,
      violationOf: (sight) =>
        'org/app:v1' in sight && JSON.stringify(sight) !== JSON.stringify(whole)
          ? 'the tag is there, but not everything'
          : undefined,
      async [Symbol.asyncDispose]() {
        await staging[Symbol.asyncDispose]();
        if (!isMirror) await production[Symbol.asyncDispose]();
        await repo[Symbol.asyncDispose]();
      },
    };
  },
});

export const scenarios: readonly Scenario[] = [
  scenario('a signed image for two platforms, to another registry', false),
  scenario('a signed image for two platforms, within a registry', true),
];
