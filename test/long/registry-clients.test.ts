import { beforeAll, describe, expect, it } from 'vitest';
import { type Registry, type RegistryOptions, startRegistry } from '../../src/embedded/registry/server.ts';
import { RegistryClients } from '../support/registry-client.ts';
import { addImage, addManifest, types } from '../support/registry.ts';
import { tool } from '../support/tool.ts';

beforeAll(async () => {
  await tool('crane');
  await tool('regctl');
});

const somebody = { user: 'owner', password: 'secret' };
const auth = { kind: 'token' as const, accounts: [somebody] };
const patience = { timeout: 60_000 };

/** An index of two images, signed as cosign does: a tag, and a referrer of one image. */
async function addSignedIndex(registry: Registry, name: string): Promise<string> {
  const platforms = ['amd64', 'arm64'];
  const images = await Promise.all(
    platforms.map((architecture) =>
      addImage(registry, name, {
        layers: ['shared', `only for ${architecture}`, Buffer.alloc(2 * 1024 * 1024, architecture)],
        config: { architecture, os: 'linux', rootfs: { type: 'layers', diff_ids: [] } },
      }),
    ),
  );
  const manifests = images.map((image, at) => ({ ...image, platform: { architecture: platforms[at], os: 'linux' } }));
  const manifest = { schemaVersion: 2, mediaType: types.index, manifests };
  const { digest } = addManifest(registry, name, { manifest, tag: 'v1' });
  await addImage(registry, name, { layers: ['signature'], tag: `${digest.replace(':', '-')}.sig` });
  await addImage(registry, name, { layers: ['sbom'], fields: { subject: images[0], artifactType: 'x/sbom' } });
  return digest;
}

async function arranged(options: RegistryOptions) {
  await using stack = new AsyncDisposableStack();
  const source = stack.use(await startRegistry({ auth }));
  const target = stack.use(await startRegistry(options));
  const clients = stack.use(await RegistryClients.signedIn([source, target], somebody));
  const digest = await addSignedIndex(source, 'org/app');
  const whole = stack.move();
  return { source, target, clients, digest, [Symbol.asyncDispose]: () => whole.disposeAsync() };
}

const rows: readonly [string, RegistryOptions][] = [
  ['everything of the specification', { auth }],
  ['passwords', { auth: { ...auth, kind: 'basic' } }],
  ['the ways of GHCR', { auth, like: 'ghcr.io' }],
  ['the ways of Docker Hub', { auth, like: 'docker.io' }],
  ['the ways of GitLab', { auth, like: 'registry.gitlab.com' }],
  ['the ways of Artifact Registry', { auth, like: 'pkg.dev' }],
  ['neither mounts nor pages', { auth, settings: { mounts: false, pageSize: 1 } }],
];

describe.each(rows)('with %s', (_, options) => {
  it('crane copies an index, and reads it back', patience, async () => {
    await using world = await arranged(options);
    const { source, target, clients, digest } = world;
    const copy = `${target.host}/org/copy`;
    await clients.crane('copy', `${source.host}/org/app:v1`, `${copy}:v1`);
    expect(await clients.crane('digest', `${copy}:v1`)).toBe(digest);
    const { manifests, blobs } = target.repository('org/copy');
    expect([manifests.length, blobs.length]).toEqual([3, 7]);
    expect(source.repository('org/app').manifests).toEqual(expect.arrayContaining([...manifests]));
    expect(source.repository('org/app').blobs).toEqual(expect.arrayContaining([...blobs]));
    await clients.crane('copy', `${copy}:v1`, `${target.host}/org/again:v1`);
    await clients.crane('tag', `${copy}:v1`, 'v2');
    expect((await clients.crane('ls', copy)).split('\n')).toEqual(['v1', 'v2']);
    expect(target.repository('org/again')).toEqual({ ...target.repository('org/copy'), tags: { v1: digest } });
  });

  it('regctl copies an index with what refers to it', patience, async () => {
    await using world = await arranged(options);
    const { source, target, clients, digest } = world;
    const copy = `${target.host}/org/copy:v1`;
    await clients.regctl('image', 'copy', '--digest-tags', '--referrers', `${source.host}/org/app:v1`, copy);
    expect(await clients.regctl('image', 'digest', copy)).toBe(digest);
    const [child = ''] = JSON.parse(await clients.regctl('manifest', 'get', '--format', 'raw-body', copy)).manifests;
    const list = ['artifact', 'list', '--format', '{{ range .Descriptors }}{{ .ArtifactType }}{{ end }}'];
    expect(await clients.regctl(...list, `${target.host}/org/copy@${child.digest}`)).toBe('x/sbom');
    const { tags } = target.repository('org/copy');
    expect(tags).toMatchObject(source.repository('org/app').tags);
  });
});

it('both copy from a registry like registry.k8s.io', patience, async () => {
  await using source = await startRegistry({ like: 'registry.k8s.io' });
  const digest = await addSignedIndex(source, 'org/app');
  await using target = await startRegistry();
  await using clients = await RegistryClients.signedIn([source, target], somebody);
  await clients.crane('copy', `${source.host}/org/app:v1`, `${target.host}/org/crane:v1`);
  await clients.regctl('image', 'copy', `${source.host}/org/app:v1`, `${target.host}/org/regctl:v1`);
  for (const name of ['org/crane', 'org/regctl']) expect(target.repository(name).tags).toEqual({ v1: digest });
  expect(await clients.crane('ls', `${source.host}/org/app`)).toContain('v1');
});

it('crane deletes a manifest, and regctl a tag alone', patience, async () => {
  await using world = await arranged({ auth });
  const { source, clients, digest } = world;
  await clients.regctl('tag', 'delete', `${source.host}/org/app:v1`);
  expect(Object.keys(source.repository('org/app').tags)).not.toContain('v1');
  await clients.crane('delete', `${source.host}/org/app@${digest}`);
  expect(source.repository('org/app').manifests).not.toContain(digest);
});
