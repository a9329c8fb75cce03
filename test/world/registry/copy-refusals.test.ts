import { describe, expect, it } from 'vitest';
import { startRegistry } from '../../../src/embedded/registry/server.ts';
import type { Registry as Embedded } from '../../../src/embedded/registry/server.ts';
import type { Digest } from '../../../src/domain/images/digest.ts';
import { nothingMade } from '../../support/host.ts';
import { registryPort } from '../../support/registry-port.ts';
import { addImage, addManifest, sha256, types } from '../../support/registry.ts';
import type { Descriptor } from '../../support/registry.ts';

async function two() {
  const stack = new AsyncDisposableStack();
  const from = stack.use(await startRegistry());
  const to = stack.use(await startRegistry());
  return { from, to, [Symbol.asyncDispose]: () => stack.disposeAsync() };
}

type Both = { readonly from: Embedded; readonly to: Embedded };

const changeOf = ({ from, to }: Both, images: Readonly<Record<string, Descriptor>>, pace = 0.001) =>
  registryPort({ pace }).copy(
    Object.entries(images).map(([tag, image]) => ({
      from: { registry: from.host, repository: 'org/app' },
      image: { ...image, digest: image.digest as Digest },
      to: { registry: to.host, repository: 'prod/app', tag },
      seen: undefined,
    })),
    { referrers: true },
  );

const copied = async (both: Both, image: Descriptor) => changeOf(both, { v1: image })?.apply(nothingMade);

const indexOf = (registry: Embedded, manifests: readonly Descriptor[], tag?: string) =>
  addManifest(registry, 'org/app', {
    manifest: { schemaVersion: 2, mediaType: types.index, manifests },
    ...(tag !== undefined && { tag }),
  });

describe('a copy is refused', () => {
  it('if an index is in too many others', async () => {
    await using both = await two();
    let image = await addImage(both.from, 'org/app');
    for (let depth = 0; depth < 4; depth++) image = indexOf(both.from, [image]);
    await copied(both, image);
    const deeper = indexOf(both.from, [image]);
    await expect(changeOf(both, { v2: deeper })?.apply(nothingMade)).rejects.toMatchObject({
      name: 'ReleaseError',
      message: expect.stringMatching(/^\S+\/org\/app@sha256:\w+ is an index in 4 others, which is the limit here\.$/),
      fix: 'Build the image with fewer indexes in each other.',
    });
  });

  it('if an image has too many manifests, before any of them is read', async () => {
    await using both = await two();
    const image = await addImage(both.from, 'org/app');
    const index = indexOf(
      both.from,
      Array.from({ length: 1001 }, () => image),
    );
    await expect(copied(both, index)).rejects.toMatchObject({
      message: `${both.from.host}/org/app@${index.digest} makes it more than 1000 manifests in one image, which is the limit here.`,
      fix: 'Build the image for fewer platforms.',
    });
    expect(both.from.requests.filter(({ path }) => path.endsWith(image.digest))).toEqual([]);
  });

  it('if a manifest is not what its index says', async () => {
    await using both = await two();
    const image = await addImage(both.from, 'org/app');
    const index = indexOf(both.from, [{ ...image, size: 7 }]);
    await expect(copied(both, index)).rejects.toMatchObject({
      message: `${both.from.host}/org/app@${image.digest} has ${image.size} bytes and the media type ${types.image}, but it is named with 7 bytes and ${types.image}.`,
      fix: 'Build and push the image again.',
    });
  });

  it("if a platform has Docker's first format", async () => {
    await using both = await two();
    const mediaType = 'application/vnd.docker.distribution.manifest.v1+prettyjws';
    const index = indexOf(both.from, [{ mediaType, digest: sha256('old'), size: 3 }]);
    await expect(copied(both, index)).rejects.toMatchObject({
      message: `${both.from.host}/org/app@${sha256('old')} has Docker's first format (schema 1), which has no digests.`,
      fix: 'Build and push the image again with a current docker, buildx or ko.',
    });
    expect(both.to.repository('prod/app').tags).toEqual({});
  });

  it('if what belongs to an image names another subject', async () => {
    await using both = await two();
    const image = await addImage(both.from, 'org/app');
    const other = await addImage(both.from, 'org/app', { layers: ['other'] });
    const list = { schemaVersion: 2, mediaType: types.index, manifests: [other] };
    both.from.settings = { referrers: false };
    addManifest(both.from, 'org/app', { manifest: list, tag: image.digest.replace(':', '-') });
    await expect(copied(both, image)).rejects.toMatchObject({
      message: `${both.from.host}/org/app lists ${other.digest} as belonging to ${image.digest}, but it names another subject.`,
      fix: `Find out what answers at ${both.from.host}. To copy the image alone, set referrers: false.`,
    });
  });

  it('if the destination has another signature', async () => {
    await using both = await two();
    const image = await addImage(both.from, 'org/app');
    const tag = `${image.digest.replace(':', '-')}.sig`;
    const ours = await addImage(both.from, 'org/app', { layers: ['ours'], tag });
    const theirs = await addImage(both.to, 'prod/app', { layers: ['theirs'], tag });
    await expect(copied(both, image)).rejects.toMatchObject({
      message: `${both.to.host}/prod/app:${tag} is ${theirs.digest}, not ${ours.digest}.`,
      fix: 'The signatures of the destination are not those of the source, and are never overwritten. To copy the image without signatures, set referrers: false.',
    });
    expect(both.to.repository('prod/app').tags).toEqual({ [tag]: theirs.digest });
  });

  it('if a list of what belongs to an image has no end', async () => {
    await using both = await two();
    both.from.settings = { pageSize: 1 };
    const image = await addImage(both.from, 'org/app');
    for (let count = 0; count < 11; count++)
      await addImage(both.from, 'org/app', { layers: [`${count}`], fields: { subject: image } });
    await expect(copied(both, image)).rejects.toMatchObject({
      message: `${both.from.host} has more than 10 pages for what belongs to ${image.digest} of ${both.from.host}/org/app, which is the limit here.`,
      fix: `Find out what answers at ${both.from.host}.`,
    });
  });
});

describe('a copy that loses a race', () => {
  it('names the tags that it did not write, and plans again', async () => {
    await using both = await two();
    const [first, second] = [
      await addImage(both.from, 'org/app'),
      await addImage(both.from, 'org/app', { layers: ['2'] }),
    ];
    both.to.fault = ({ method, path }) => {
      if (method === 'HEAD' && path.endsWith('/v2'))
        both.to.addManifest('prod/app', Buffer.from('{"schemaVersion":2}'), { mediaType: types.image, tag: 'v2' });
      return undefined;
    };
    await expect(changeOf(both, { v1: first, v2: second })?.apply(nothingMade)).rejects.toMatchObject({
      name: 'Moved',
      message: `something else has written ${both.to.host}/prod/app:v2`,
      unmade: [`image ${both.to.host}/prod/app:v2`],
      hasProgressed: true,
    });
    expect(both.to.repository('prod/app').tags['v1']).toBe(first.digest);
  });

  it('does not say of a tag that it was not written, if the answer got lost', async () => {
    await using both = await two();
    const image = await addImage(both.from, 'org/app');
    both.to.fault = ({ method, path }) => (method === 'PUT' && path.endsWith('/v1') ? 'reset-after' : undefined);
    const change = changeOf(both, { v1: image });
    expect(change?.keys).toEqual([`image ${both.to.host}/prod/app:v1`]);
    await expect(change?.apply(nothingMade)).rejects.toMatchObject({ name: 'Moved', unmade: [], hasProgressed: false });
  });
});

describe('a copy', () => {
  it('leaves layers where they are that registries may not have', async () => {
    await using both = await two();
    const foreign = {
      mediaType: 'application/vnd.docker.image.rootfs.foreign.diff.tar.gzip',
      digest: sha256('windows'),
      size: 7,
      urls: ['https://example.org/windows'],
    };
    const config = { mediaType: types.config, digest: await both.from.addBlob('org/app', Buffer.from('{}')), size: 2 };
    const manifest = { schemaVersion: 2, mediaType: types.dockerImage, config, layers: [foreign] };
    const image = addManifest(both.from, 'org/app', { manifest });
    await copied(both, indexOf(both.from, [image]));
    expect(both.to.repository('prod/app').blobs).toEqual([config.digest]);
    expect(both.to.repository('prod/app').manifests).toContain(image.digest);
  });

  it('sends a thousand shared layers once', { timeout: 120_000 }, async () => {
    await using both = await two();
    const layers = Array.from({ length: 1000 }, (_, index) => `layer ${index}`);
    const [first, second] = [
      await addImage(both.from, 'org/app', { layers, config: { n: 1 } }),
      await addImage(both.from, 'org/app', { layers, config: { n: 2 } }),
    ];
    expect(await changeOf(both, { v1: first, v2: second }, 1)?.apply(nothingMade)).toMatchObject({ uploaded: 1002 });
    expect(both.to.repository('prod/app').blobs).toEqual(both.from.repository('org/app').blobs);
  });

  it('of another tag of the same image sends nothing', async () => {
    await using both = await two();
    const image = await addImage(both.from, 'org/app');
    await copied(both, image);
    expect(await changeOf(both, { v2: image })?.apply(nothingMade)).toMatchObject({ uploaded: 0, bytes: 0 });
  });

  it('to a second repository of a registry mounts what the first one got in this run', async () => {
    await using both = await two();
    const image = await addImage(both.from, 'org/app', { layers: ['one', 'two'] });
    const port = registryPort();
    const copies = ['prod/a', 'prod/b'].map((repository) => ({
      from: { registry: both.from.host, repository: 'org/app' },
      image: { ...image, digest: image.digest as Digest },
      to: { registry: both.to.host, repository, tag: 'v1' },
      seen: undefined,
    }));
    const done = await port.copy(copies, { referrers: false })?.apply(nothingMade);
    expect(done).toMatchObject({ images: 2, uploaded: 3, mounted: 3 });
    expect(both.from.requests.filter(({ path }) => path.includes('/blobs/'))).toHaveLength(3);
  });
});
