import { describe, expect, it } from 'vitest';
import { startRegistry } from '../../../src/embedded/registry/server.ts';
import type { Registry as Embedded } from '../../../src/embedded/registry/server.ts';
import { parseReference } from '../../../src/domain/images/reference.ts';
import type { Copied, Registry } from '../../../src/world/registry/registry.ts';
import { nothingMade } from '../../support/host.ts';
import { registryPort } from '../../support/registry-port.ts';
import { addImage, addManifest, types } from '../../support/registry.ts';
import type { Descriptor } from '../../support/registry.ts';

/** An index of images, one a platform. Images of the same name share their first layer. */
async function addIndex(registry: Embedded, name: string, tag: string, platforms = ['amd64', 'arm64']) {
  const manifests = [];
  for (const architecture of platforms) {
    const layers = [`base ${architecture}`, `${tag} ${architecture}`];
    const image = await addImage(registry, name, { layers, config: { architecture, os: 'linux', tag } });
    manifests.push({ ...image, platform: { os: 'linux', architecture } });
  }
  const index = addManifest(registry, name, { manifest: { schemaVersion: 2, mediaType: types.index, manifests }, tag });
  return { index, manifests };
}

/** A signature, an attestation or the like of another manifest. */
const addReferrer = (registry: Embedded, name: string, subject: Descriptor, text: string, tag?: string) =>
  addImage(registry, name, {
    layers: [text],
    config: { [text]: true },
    fields: { artifactType: 'application/vnd.example+json', subject, annotations: { text } },
    ...(tag !== undefined && { tag }),
  });

const tagIn = ({ digest }: Descriptor) => digest.replace(':', '-');

const digestOf = ({ digest }: Descriptor) => digest as `sha256:${string}`;

type Way = { readonly from: Embedded; readonly to: Embedded; readonly referrers?: boolean };

/** Looks at both, and copies `org/app` to `prod/app`, by tags. */
async function copied({ from, to, referrers = true }: Way, tags: readonly string[], port = registryPort()) {
  return (await changeOf({ from, to, referrers }, tags, port))?.apply(nothingMade);
}

async function changeOf({ from, to, referrers = true }: Way, tags: readonly string[], port: Registry) {
  const copies = await Promise.all(
    tags.map(async (tag) => {
      const source = parseReference(`${from.host}/org/app:${tag}`);
      const destination = { registry: to.host, repository: 'prod/app', tag };
      const [image, seen] = await Promise.all([port.manifest(source), port.find(destination)]);
      if (image === undefined) throw new Error(`no ${tag}`);
      return { from: source, image, to: destination, seen };
    }),
  );
  return port.copy(copies, { referrers });
}

const requestsOf = (registry: Embedded) => registry.requests.map(({ method, path }) => `${method} ${path}`);

describe('a copy to another registry', () => {
  it('has all platforms and their layers, writes children before the index, and the tag last', async () => {
    await using from = await startRegistry();
    await using to = await startRegistry();
    const { index } = await addIndex(from, 'org/app', 'v1');
    const done = await copied({ from, to }, ['v1']);
    expect(done).toEqual({
      images: 1,
      manifests: 2,
      referrers: 0,
      mounted: 0,
      uploaded: 6,
      bytes: expect.any(Number),
    } satisfies Copied);
    const there = to.repository('prod/app');
    expect(there).toEqual({ ...from.repository('org/app'), tags: { v1: index.digest } });
    const writes = requestsOf(to).filter((line) => line.startsWith('PUT /v2/prod/app/manifests/'));
    expect(writes.at(-1)).toBe('PUT /v2/prod/app/manifests/v1');
    expect(writes).toHaveLength(3);
    expect(requestsOf(to).slice(-3)).toEqual(
      ['HEAD', 'PUT', 'HEAD'].map((method) => `${method} /v2/prod/app/manifests/v1`),
    );
    expect(to.openUploads).toBe(0);
  });

  it('sends each blob once, however many images share it', async () => {
    await using from = await startRegistry();
    await using to = await startRegistry();
    for (const tag of ['v1', 'v2', 'v3']) await addIndex(from, 'org/app', tag);
    const done = await copied({ from, to }, ['v1', 'v2', 'v3']);
    expect(done).toMatchObject({ images: 3, uploaded: 14 });
    expect(from.requests.filter(({ path }) => path.includes('/blobs/'))).toHaveLength(14);
    expect(to.requests.filter(({ method, path }) => method === 'PUT' && path.includes('/blobs/'))).toHaveLength(14);
  });

  it('that is there costs one question for each image', async () => {
    await using from = await startRegistry();
    await using to = await startRegistry();
    const { index } = await addIndex(from, 'org/app', 'v1');
    await copied({ from, to }, ['v1']);
    const before = to.requests.length;
    const port = registryPort();
    const tag = { registry: to.host, repository: 'prod/app', tag: 'v1' };
    const image = { mediaType: index.mediaType, digest: digestOf(index), size: index.size };
    const source = { registry: from.host, repository: 'org/app' };
    expect(
      port.copy([{ from: source, image, to: tag, seen: await port.find(tag) }], { referrers: true }),
    ).toBeUndefined();
    expect(requestsOf(to).slice(before)).toEqual(['HEAD /v2/prod/app/manifests/v1']);
  });

  it('that was cut off sends only what is missing', async () => {
    await using from = await startRegistry();
    await using to = await startRegistry();
    await addIndex(from, 'org/app', 'v1');
    to.fault = ({ method, path }) =>
      method === 'PUT' && path.endsWith('/manifests/v1') ? { status: 403, body: '' } : undefined;
    await expect(copied({ from, to }, ['v1'])).rejects.toThrow(/does not take the manifest of .*\/prod\/app:v1/);
    to.fault = undefined;
    expect(await copied({ from, to }, ['v1'])).toMatchObject({ images: 1, mounted: 6, uploaded: 0, bytes: 0 });
  });

  it('takes signatures and the like along, of the index and of each platform', async () => {
    await using from = await startRegistry();
    await using to = await startRegistry();
    const { index, manifests } = await addIndex(from, 'org/app', 'v1');
    const signature = await addReferrer(from, 'org/app', index, 'signature');
    const sbom = await addReferrer(from, 'org/app', manifests[0] ?? index, 'sbom');
    await addReferrer(from, 'org/app', sbom, 'signature of the sbom');
    expect(await copied({ from, to }, ['v1'])).toMatchObject({ referrers: 3 });
    expect(to.repository('prod/app')).toEqual(from.repository('org/app'));
    const port = registryPort();
    expect(
      await port.manifest({ registry: to.host, repository: 'prod/app', digest: digestOf(signature) }),
    ).toBeDefined();
  });

  it.each([
    ['to a registry without the API of referrers, which gets their lists', true, false],
    ['from a registry without it', false, true],
    ['from one without it to another', false, false],
  ])('takes them along %s', async (_, isAsked, isTold) => {
    await using from = await startRegistry({ settings: { referrers: isAsked } });
    await using to = await startRegistry({ settings: { referrers: isTold } });
    const { index, manifests } = await addIndex(from, 'org/app', 'v1');
    const child = manifests[1] ?? index;
    for (const subject of [index, child]) {
      const signature = await addReferrer(from, 'org/app', subject, `signature of ${subject.digest}`);
      const list = { ...signature, artifactType: 'application/vnd.example+json' };
      if (!isAsked)
        addManifest(from, 'org/app', {
          manifest: { schemaVersion: 2, mediaType: types.index, manifests: [list] },
          tag: tagIn(subject),
        });
    }
    expect(await copied({ from, to }, ['v1'])).toMatchObject({ referrers: 2 });
    const { tags } = to.repository('prod/app');
    expect(Object.keys(tags).toSorted()).toEqual(isTold ? ['v1'] : [tagIn(index), tagIn(child), 'v1'].toSorted());
    if (isTold) return;
    const list = await registryPort().manifest({ registry: to.host, repository: 'prod/app', tag: tagIn(index) });
    expect(JSON.parse(list?.bytes.toString() ?? '')).toMatchObject({
      manifests: [
        { artifactType: 'application/vnd.example+json', annotations: { text: `signature of ${index.digest}` } },
      ],
    });
  });

  it('takes along what cosign has in a registry that lists a thousand tags, and no more', async () => {
    await using from = await startRegistry({ like: 'pkg.dev' });
    await using to = await startRegistry();
    const { index } = await addIndex(from, 'org/app', 'v1');
    const bytes = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: types.index, manifests: [] }));
    for (let tag = 0; tag < 1200; tag++) from.addManifest('org/app', bytes, { mediaType: types.index, tag: `a${tag}` });
    const tag = `${tagIn(index)}.sig`;
    await addImage(from, 'org/app', { layers: ['signature'], tag });
    await copied({ from, to }, ['v1']);
    expect(Object.keys(to.repository('prod/app').tags)).toEqual(expect.arrayContaining(['v1', tag]));
  });

  it('takes along what cosign has below its tags, and is not misled by a registry that answers with the image itself', async () => {
    await using from = await startRegistry({ settings: { referrers: false, digestAsTag: true } });
    await using to = await startRegistry();
    const { index, manifests } = await addIndex(from, 'org/app', 'v1');
    const [child = index] = manifests;
    await addImage(from, 'org/app', { layers: ['signature'], tag: `${tagIn(index)}.sig` });
    await addImage(from, 'org/app', { layers: ['attestation'], tag: `${tagIn(child)}.att` });
    expect(await copied({ from, to }, ['v1'])).toMatchObject({ referrers: 2 });
    expect(to.repository('prod/app').tags).toEqual({ ...from.repository('org/app').tags });
  });

  it('leaves them, if they are not wanted', async () => {
    await using from = await startRegistry();
    await using to = await startRegistry();
    const { index } = await addIndex(from, 'org/app', 'v1');
    await addReferrer(from, 'org/app', index, 'signature');
    expect(await copied({ from, to, referrers: false }, ['v1'])).toMatchObject({ manifests: 2, referrers: 0 });
    expect(from.requests.filter(({ path }) => path.includes('referrers'))).toEqual([]);
  });
});

describe('a copy within a registry', () => {
  it('sends nothing', async () => {
    await using both = await startRegistry();
    await addIndex(both, 'org/app', 'v1');
    expect(await copied({ from: both, to: both }, ['v1'])).toMatchObject({ mounted: 6, uploaded: 0, bytes: 0 });
    expect(both.repository('prod/app')).toEqual(both.repository('org/app'));
  });

  it('sends the layers if the registry does not mount them, and leaves no upload behind', async () => {
    await using both = await startRegistry({ settings: { mounts: false } });
    await addIndex(both, 'org/app', 'v1');
    expect(await copied({ from: both, to: both }, ['v1'])).toMatchObject({ mounted: 0, uploaded: 6 });
    expect(both.repository('prod/app')).toEqual(both.repository('org/app'));
    expect(both.openUploads).toBe(0);
  });
});

it('is refused for all tags that are other images, before anything is written', async () => {
  await using from = await startRegistry();
  await using to = await startRegistry();
  const digests = [];
  for (const tag of ['v1', 'v2', 'v3']) {
    const { index } = await addIndex(from, 'org/app', tag);
    const other = await addImage(to, 'prod/app', { layers: [`other ${tag}`], ...(tag !== 'v3' && { tag }) });
    digests.push([tag, other.digest, index.digest]);
  }
  const refused = copied({ from, to }, ['v1', 'v2', 'v3']);
  await expect(refused).rejects.toMatchObject({
    message: 'Some tags are other images.',
    reasons: digests.slice(0, 2).map(([tag, other, wanted]) =>
      expect.objectContaining({
        message: `${to.host}/prod/app:${tag} is ${other}, not ${wanted}.`,
        fix: 'Nothing was written: a tag that somebody may have used is never moved. Use a new tag.',
      }),
    ),
  });
  expect(to.requests.filter(({ method }) => method !== 'HEAD')).toEqual([]);
});
