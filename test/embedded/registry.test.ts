import { hash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type Registry, startRegistry } from '../../src/embedded/registry/server.ts';
import { addImage, addManifest, ask, refusalIn, sha256, types } from '../support/registry.ts';

const octets = { 'content-type': 'application/octet-stream' };
const blob = Buffer.from('some bytes of a layer');
const digest = sha256(blob);
const unknown = sha256('unknown');

const locationOf = ({ headers }: { headers: Headers }) => headers.get('location') ?? '';
const begin = async (registry: Registry) => locationOf(await ask(registry, 'POST /v2/org/app/blobs/uploads/'));
const stored = async (registry: Registry, name = 'org/app') =>
  (await ask(registry, `GET /v2/${name}/blobs/${digest}`)).text;

const putManifest = (registry: Registry, reference: string, manifest: unknown, contentType: string = types.image) =>
  ask(registry, `PUT /v2/org/app/manifests/${reference}`, {
    body: typeof manifest === 'string' ? manifest : JSON.stringify(manifest),
    headers: { 'content-type': contentType },
  });

describe('a blob arrives', () => {
  it('in the request that ends its upload', async () => {
    await using registry = await startRegistry();
    const location = await begin(registry);
    const ended = await ask(registry, `PUT ${location}&digest=${digest}`, { body: blob, headers: octets });
    expect([ended.status, locationOf(ended)]).toEqual([201, `/v2/org/app/blobs/${digest}`]);
    expect(ended.headers.get('docker-content-digest')).toBe(digest);
    expect(await stored(registry)).toBe(blob.toString());
    expect(registry.openUploads).toBe(0);
  });

  it('in the request that begins its upload', async () => {
    await using registry = await startRegistry();
    const { status } = await ask(registry, `POST /v2/org/app/blobs/uploads/?digest=${digest}`, { body: blob });
    expect([status, await stored(registry)]).toEqual([201, blob.toString()]);
  });

  it('in chunks, the last of them in the request that ends its upload', async () => {
    await using registry = await startRegistry();
    const chunk = (from: number, to: number) => ({
      body: blob.subarray(from, to),
      headers: { ...octets, 'content-range': `${from}-${to - 1}` },
    });
    const first = await ask(registry, `PATCH ${await begin(registry)}`, chunk(0, 8));
    expect([first.status, first.headers.get('range')]).toEqual([202, '0-7']);
    const state = await ask(registry, `GET ${locationOf(first)}`);
    expect([state.status, state.headers.get('range')]).toEqual([204, '0-7']);
    const again = await ask(registry, `PATCH ${locationOf(state)}`, chunk(0, 8));
    expect([again.status, again.headers.get('range')]).toEqual([416, '0-7']);
    const second = await ask(registry, `PATCH ${locationOf(again)}`, chunk(8, 16));
    const ended = await ask(registry, `PUT ${locationOf(second)}&digest=${digest}`, chunk(16, blob.length));
    expect([ended.status, await stored(registry)]).toEqual([201, blob.toString()]);
  });

  it('as a stream without a range', async () => {
    await using registry = await startRegistry();
    const all = await ask(registry, `PATCH ${await begin(registry)}`, { body: blob });
    const ended = await ask(registry, `PUT ${locationOf(all)}&digest=${digest}`);
    expect([ended.status, await stored(registry)]).toEqual([201, blob.toString()]);
  });

  it('from another repository, by a mount', async () => {
    await using registry = await startRegistry();
    await registry.addBlob('org/other', blob);
    const mounted = await ask(registry, `POST /v2/org/app/blobs/uploads/?mount=${digest}&from=org/other`);
    expect([mounted.status, locationOf(mounted)]).toEqual([201, `/v2/org/app/blobs/${digest}`]);
    expect(await stored(registry)).toBe(blob.toString());
  });

  it('by an upload, if the repository that a mount names does not have it', async () => {
    await using registry = await startRegistry();
    const begun = await ask(registry, `POST /v2/org/app/blobs/uploads/?mount=${digest}&from=org/other`);
    expect([begun.status, begun.headers.get('range'), registry.openUploads]).toEqual([202, '0-0', 1]);
    expect((await ask(registry, `DELETE ${locationOf(begun)}`)).status).toBe(204);
    expect(registry.openUploads).toBe(0);
  });

  it('with a digest of sha512', async () => {
    await using registry = await startRegistry();
    const long = `sha512:${hash('sha512', blob)}`;
    await ask(registry, `PUT ${await begin(registry)}&digest=${long}`, { body: blob });
    expect((await ask(registry, `GET /v2/org/app/blobs/${long}`)).text).toBe(blob.toString());
  });

  it('with 3 MiB, which are kept in a file', async () => {
    await using registry = await startRegistry();
    const large = Buffer.alloc(3 * 1024 * 1024, 'large ');
    const state = await ask(registry, `PATCH ${await begin(registry)}`, { body: large });
    const ended = await ask(registry, `PUT ${locationOf(state)}&digest=${sha256(large)}`);
    expect(ended.status).toBe(201);
    const path = `/v2/org/app/blobs/${sha256(large)}`;
    const whole = await ask(registry, `GET ${path}`);
    expect(sha256(whole.text)).toBe(sha256(large));
    const part = await ask(registry, `GET ${path}`, { headers: { range: 'bytes=2097152-2097161' } });
    expect([part.status, part.text]).toEqual([206, large.subarray(2_097_152, 2_097_162).toString()]);
  });
});

describe('a blob without a single byte arrives', () => {
  const none = sha256('');
  it.each<[string, (registry: Registry) => Promise<{ status: number }>]>([
    ['in one request', (registry) => ask(registry, `POST /v2/org/app/blobs/uploads/?digest=${none}`)],
    ['in two', async (registry) => ask(registry, `PUT ${await begin(registry)}&digest=${none}`)],
    [
      'as a stream',
      async (registry) => {
        const state = await ask(registry, `PATCH ${await begin(registry)}`);
        return ask(registry, `PUT ${locationOf(state)}&digest=${none}`);
      },
    ],
  ])('%s', async (_, push) => {
    await using registry = await startRegistry();
    expect((await push(registry)).status).toBe(201);
    const { status, headers, text } = await ask(registry, `GET /v2/org/app/blobs/${none}`);
    expect([status, headers.get('content-length'), text]).toEqual([200, '0', '']);
  });
});

describe('an upload is refused', () => {
  it.each<[string, (registry: Registry) => Promise<Awaited<ReturnType<typeof ask>>>]>([
    ['one request', (registry) => ask(registry, `POST /v2/org/app/blobs/uploads/?digest=${unknown}`, { body: blob })],
    [
      'a stream',
      async (registry) => {
        const state = await ask(registry, `PATCH ${await begin(registry)}`, { body: blob });
        return ask(registry, `PUT ${locationOf(state)}&digest=${unknown}`);
      },
    ],
  ])('if the bytes of %s have another digest', async (_, push) => {
    await using registry = await startRegistry();
    expect(refusalIn(await push(registry))).toBe('400 DIGEST_INVALID');
    expect([registry.openUploads, registry.repository('org/app').blobs]).toEqual([0, []]);
  });

  it('if its last chunk is not the next one', async () => {
    await using registry = await startRegistry();
    const last = { body: blob.subarray(8), headers: { ...octets, 'content-range': `8-${blob.length - 1}` } };
    const early = await ask(registry, `PUT ${await begin(registry)}&digest=${digest}`, last);
    expect([early.status, early.headers.get('range')]).toEqual([416, '0-0']);
    const first = { body: blob.subarray(0, 8), headers: { ...octets, 'content-range': '0-7' } };
    const state = await ask(registry, `PATCH ${locationOf(early)}`, first);
    expect((await ask(registry, `PUT ${locationOf(state)}&digest=${digest}`, last)).status).toBe(201);
  });

  it('if the bytes have another digest', async () => {
    await using registry = await startRegistry();
    const ended = await ask(registry, `PUT ${await begin(registry)}&digest=${unknown}`, { body: blob });
    expect(refusalIn(ended)).toBe('400 DIGEST_INVALID');
    expect(registry.repository('org/app').blobs).toEqual([]);
  });

  it.each(['sha256:abc', 'md5:d41d8cd98f00b204e9800998ecf8427e', ''])('if its digest is "%s"', async (wrong) => {
    await using registry = await startRegistry();
    const ended = await ask(registry, `PUT ${await begin(registry)}&digest=${wrong}`, { body: blob });
    expect(refusalIn(ended)).toBe('400 DIGEST_INVALID');
  });

  it('if fewer bytes arrive than its range says', async () => {
    await using registry = await startRegistry();
    const sent = await ask(registry, `PATCH ${await begin(registry)}`, {
      body: blob,
      headers: { 'content-range': `0-${blob.length}` },
    });
    expect(refusalIn(sent)).toBe('400 SIZE_INVALID');
  });

  it.each<[string, (location: string) => string]>([
    ['it was cancelled', (location) => location],
    ['the query of its address is missing', (location) => location.replace(/\?.*/, '?')],
    ['it belongs to another repository', (location) => location.replace('org/app', 'org/other')],
  ])('if %s', async (title, changed) => {
    await using registry = await startRegistry();
    const location = await begin(registry);
    if (title.includes('cancelled')) await ask(registry, `DELETE ${location}`);
    const ended = await ask(registry, `PUT ${changed(location)}&digest=${digest}`, { body: blob });
    expect(refusalIn(ended)).toBe('404 BLOB_UPLOAD_UNKNOWN');
  });
});

describe('a blob is read', () => {
  it.each([
    ['bytes=0-3', 206, 'some', 'bytes 0-3/21'],
    ['bytes=16-', 206, 'layer', 'bytes 16-20/21'],
    ['bytes=-5', 206, 'layer', 'bytes 16-20/21'],
    ['bytes=16-100', 206, 'layer', 'bytes 16-20/21'],
    ['bytes=21-', 416, '', 'bytes */21'],
    ['lines=1-2', 200, blob.toString(), null],
  ])('with the range %s', async (range, status, text, told) => {
    await using registry = await startRegistry();
    await registry.addBlob('org/app', blob);
    const read = await ask(registry, `GET /v2/org/app/blobs/${digest}`, { headers: { range } });
    expect([read.status, read.text, read.headers.get('content-range')]).toEqual([status, text, told]);
  });

  it('as its size alone', async () => {
    await using registry = await startRegistry();
    await registry.addBlob('org/app', blob);
    const { status, headers } = await ask(registry, `HEAD /v2/org/app/blobs/${digest}`);
    expect([status, headers.get('content-length'), headers.get('docker-content-digest')]).toEqual([200, '21', digest]);
  });

  it.each([
    [`GET /v2/org/app/blobs/${unknown}`, '404 BLOB_UNKNOWN'],
    [`GET /v2/org/none/blobs/${digest}`, '404 NAME_UNKNOWN'],
    ['GET /v2/org/app/blobs/latest', '400 DIGEST_INVALID'],
    [`POST /v2/org/app/blobs/${digest}`, '405 UNSUPPORTED'],
  ])('%s: %s', async (request, refusal) => {
    await using registry = await startRegistry();
    await registry.addBlob('org/app', blob);
    expect(refusalIn(await ask(registry, request))).toBe(refusal);
  });
});

describe('a manifest', () => {
  const config = { mediaType: types.config, digest, size: blob.length };
  const image = { schemaVersion: 2, mediaType: types.image, config, layers: [] };
  const withBlob = async () => {
    const registry = await startRegistry();
    await registry.addBlob('org/app', blob);
    return registry;
  };

  it('is read by tag and by digest, byte for byte', async () => {
    await using registry = await withBlob();
    const bytes = JSON.stringify(image, undefined, 3);
    const put = await putManifest(registry, 'v1', bytes);
    expect([put.status, put.headers.get('docker-content-digest')]).toEqual([201, sha256(bytes)]);
    for (const reference of ['v1', sha256(bytes)]) {
      const read = await ask(registry, `GET /v2/org/app/manifests/${reference}`);
      expect([read.status, read.text, read.headers.get('content-type')]).toEqual([200, bytes, types.image]);
      const { headers } = await ask(registry, `HEAD /v2/org/app/manifests/${reference}`);
      expect([headers.get('content-length'), headers.get('docker-content-digest')]).toEqual([
        String(bytes.length),
        sha256(bytes),
      ]);
    }
  });

  it('moves its tag, and the one before stays', async () => {
    await using registry = await withBlob();
    await putManifest(registry, 'v1', image);
    const later = { ...image, annotations: { later: 'yes' } };
    await putManifest(registry, 'v1', later);
    const { tags, manifests } = registry.repository('org/app');
    expect(tags).toEqual({ v1: sha256(JSON.stringify(later)) });
    expect(manifests).toHaveLength(2);
  });

  it.each([types.dockerImage, types.dockerIndex, types.index])('may be of the kind %s', async (mediaType) => {
    await using registry = await withBlob();
    const { digest: child, size } = await addImage(registry, 'org/app');
    const children = [{ mediaType: types.image, digest: child, size }];
    const fields = mediaType === types.dockerImage ? { config, layers: [] } : { manifests: children };
    const put = await putManifest(registry, 'v1', { schemaVersion: 2, mediaType, ...fields }, mediaType);
    expect(put.status).toBe(201);
  });

  it.each<[string, unknown, string]>([
    ['an index of nothing', { schemaVersion: 2, mediaType: types.index, manifests: [] }, types.index],
    ['an artifact without layers', { ...image, artifactType: 'x/note' }, types.image],
    ['fields that nobody knows', { ...image, 'org.example': { nested: [1, null] } }, types.image],
    [
      'the bytes of a descriptor in it',
      { ...image, config: { ...config, data: blob.toString('base64') } },
      types.image,
    ],
  ])('may be %s', async (_, manifest, mediaType) => {
    await using registry = await withBlob();
    expect((await putManifest(registry, 'v1', manifest, mediaType)).status).toBe(201);
    expect((await ask(registry, 'GET /v2/org/app/manifests/v1')).text).toBe(JSON.stringify(manifest));
  });

  it('may be an index of indexes', async () => {
    await using registry = await withBlob();
    const inner = { schemaVersion: 2, mediaType: types.index, manifests: [await addImage(registry, 'org/app')] };
    const child = addManifest(registry, 'org/app', { manifest: inner });
    const outer = { schemaVersion: 2, mediaType: types.index, manifests: [child] };
    expect((await putManifest(registry, 'v1', outer, types.index)).status).toBe(201);
  });

  it('may be named by a digest of sha512', async () => {
    await using registry = await withBlob();
    const long = `sha512:${hash('sha512', JSON.stringify(image))}`;
    const put = await putManifest(registry, long, image);
    expect([put.status, put.headers.get('docker-content-digest')]).toEqual([201, long]);
    expect((await ask(registry, `GET /v2/org/app/manifests/${long}`)).text).toBe(JSON.stringify(image));
  });

  it('is sent only to clients that accept its kind', async () => {
    await using registry = await withBlob();
    await putManifest(registry, 'v1', image);
    const accepting = async (accept: string) =>
      (await ask(registry, 'GET /v2/org/app/manifests/v1', { headers: { accept } })).status;
    expect(await accepting(`${types.dockerImage}, ${types.image};q=0.5`)).toBe(200);
    expect(await accepting(types.dockerImage)).toBe(404);
  });

  it('may have foreign layers that are not there', async () => {
    await using registry = await withBlob();
    const kinds = [
      'application/vnd.oci.image.layer.nondistributable.v1.tar+gzip',
      'application/vnd.docker.image.rootfs.foreign.diff.tar.gzip',
    ];
    const layers = kinds.map((mediaType) => ({ mediaType, digest: unknown, size: 1 }));
    expect((await putManifest(registry, 'v1', { ...image, layers })).status).toBe(201);
  });

  it.each<[string, string, unknown, string, string]>([
    [
      'a layer is missing',
      'v1',
      { ...image, layers: [{ ...config, digest: unknown }] },
      types.image,
      '400 MANIFEST_BLOB_UNKNOWN',
    ],
    [
      'a child is missing',
      'v1',
      { manifests: [{ ...config, digest: unknown }] },
      types.index,
      '400 MANIFEST_BLOB_UNKNOWN',
    ],
    [
      'a layer has another size',
      'v1',
      { ...image, layers: [{ ...config, size: 1 }] },
      types.image,
      '400 MANIFEST_INVALID',
    ],
    ['it has another digest', unknown, image, types.image, '400 DIGEST_INVALID'],
    ['its digest has another form', 'sha256:abc', image, types.image, '400 DIGEST_INVALID'],
    ['its tag has another form', '-v1', image, types.image, '400 MANIFEST_INVALID'],
    ['it is of another kind than the request', 'v1', image, types.index, '400 MANIFEST_INVALID'],
    ['its kind is not known', 'v1', { config }, 'application/json', '400 MANIFEST_INVALID'],
    ['it is no JSON', 'v1', '{', types.image, '400 MANIFEST_INVALID'],
    ['a descriptor is a text', 'v1', { ...image, layers: ['layer'] }, types.image, '400 MANIFEST_INVALID'],
    ['it is larger than 4 MiB', 'v1', ' '.repeat(4 * 1024 * 1024 + 1), types.image, '413 MANIFEST_INVALID'],
  ])('is refused if %s', async (_, reference, manifest, contentType, refusal) => {
    await using registry = await withBlob();
    expect(refusalIn(await putManifest(registry, reference, manifest, contentType))).toBe(refusal);
    expect(registry.repository('org/app').manifests).toEqual([]);
  });

  it('is taken with 4 MiB', async () => {
    await using registry = await withBlob();
    const bytes = JSON.stringify(image).padEnd(4 * 1024 * 1024);
    expect((await putManifest(registry, 'v1', bytes)).status).toBe(201);
  });

  it('is deleted with its tags by its digest, and loses one tag by that tag', async () => {
    await using registry = await startRegistry();
    const { digest: first } = await addImage(registry, 'org/app', { tag: 'v1' });
    await addImage(registry, 'org/app', { tag: 'v2' });
    await addImage(registry, 'org/app', { tag: 'other', layers: ['other'] });
    expect((await ask(registry, 'DELETE /v2/org/app/manifests/v1')).status).toBe(202);
    expect(registry.repository('org/app').tags).toMatchObject({ v2: first });
    expect(registry.repository('org/app').manifests).toContain(first);
    expect((await ask(registry, `DELETE /v2/org/app/manifests/${first}`)).status).toBe(202);
    expect(Object.keys(registry.repository('org/app').tags)).toEqual(['other']);
    expect(refusalIn(await ask(registry, `DELETE /v2/org/app/manifests/${first}`))).toBe('404 MANIFEST_UNKNOWN');
  });
});

describe('lists', () => {
  it('have pages, which a link leads through', async () => {
    await using registry = await startRegistry({ settings: { pageSize: 2 } });
    for (const tag of ['b', 'a', 'C', '1', 'latest']) await addImage(registry, 'org/app', { tag });
    const found: string[] = [];
    let next: string | undefined = '/v2/org/app/tags/list';
    while (next !== undefined) {
      const { text, headers } = await ask(registry, `GET ${next}`);
      found.push(JSON.parse(text).tags.join(' '));
      next = /<([^>]+)>; rel="next"/.exec(headers.get('link') ?? '')?.[1];
    }
    expect(found).toEqual(['1 C', 'a b', 'latest']);
  });

  it('have as many entries as the client asks for, after the one that it names', async () => {
    await using registry = await startRegistry();
    for (const tag of ['a', 'b', 'c']) await addImage(registry, 'org/app', { tag });
    const ofTags = async (query: string) => {
      const { text, headers } = await ask(registry, `GET /v2/org/app/tags/list?${query}`);
      return [JSON.parse(text).tags, headers.has('link')];
    };
    expect(await ofTags('n=0')).toEqual([[], false]);
    expect(await ofTags('n=1&last=a')).toEqual([['b'], true]);
    expect(await ofTags('n=2&last=a')).toEqual([['b', 'c'], false]);
    expect(refusalIn(await ask(registry, 'GET /v2/org/none/tags/list'))).toBe('404 NAME_UNKNOWN');
  });

  it('can be of repositories', async () => {
    await using registry = await startRegistry();
    for (const name of ['org/b', 'org/a']) await registry.addBlob(name, blob);
    expect(JSON.parse((await ask(registry, 'GET /v2/_catalog')).text)).toEqual({ repositories: ['org/a', 'org/b'] });
  });
});

describe('referrers', () => {
  const empty = { mediaType: 'application/vnd.oci.empty.v1+json', digest: sha256('{}'), size: 2 };
  const signature = (subject: unknown, fields = {}) => ({
    schemaVersion: 2,
    mediaType: types.image,
    config: empty,
    layers: [],
    subject,
    ...fields,
  });

  it('are listed, with their kind and annotations, also before their subject is there', async () => {
    await using registry = await startRegistry();
    await registry.addBlob('org/app', Buffer.from('{}'));
    const subject = { mediaType: types.image, digest: unknown, size: 1 };
    const first = await putManifest(
      registry,
      'a',
      signature(subject, { artifactType: 'x/signature', annotations: { by: 'me' } }),
    );
    expect([first.status, first.headers.get('oci-subject')]).toEqual([201, unknown]);
    await putManifest(registry, 'b', signature(subject));
    const listed = await ask(registry, `GET /v2/org/app/referrers/${unknown}`);
    expect(listed.headers.get('content-type')).toBe(types.index);
    expect(JSON.parse(listed.text).manifests).toMatchObject([
      { artifactType: 'x/signature', annotations: { by: 'me' } },
      { artifactType: empty.mediaType },
    ]);
    const filtered = await ask(registry, `GET /v2/org/app/referrers/${unknown}?artifactType=x/signature`);
    expect(filtered.headers.get('oci-filters-applied')).toBe('artifactType');
    expect(JSON.parse(filtered.text).manifests).toHaveLength(1);
  });

  it('are none where nothing is', async () => {
    await using registry = await startRegistry();
    const none = await ask(registry, `GET /v2/org/none/referrers/${unknown}`);
    expect([none.status, JSON.parse(none.text).manifests]).toEqual([200, []]);
    expect(refusalIn(await ask(registry, 'GET /v2/org/app/referrers/latest'))).toBe('400 DIGEST_INVALID');
  });

  it('can be unknown to the registry', async () => {
    await using registry = await startRegistry({ settings: { referrers: false } });
    const { digest: subject, size } = await addImage(registry, 'org/app');
    await registry.addBlob('org/app', Buffer.from('{}'));
    const put = await putManifest(registry, 'a', signature({ mediaType: types.image, digest: subject, size }));
    expect([put.status, put.headers.get('oci-subject')]).toEqual([201, null]);
    expect((await ask(registry, `GET /v2/org/app/referrers/${subject}`)).status).toBe(404);
  });
});

describe('deleting', () => {
  it('a blob', async () => {
    await using registry = await startRegistry();
    await registry.addBlob('org/app', blob);
    expect((await ask(registry, `DELETE /v2/org/app/blobs/${digest}`)).status).toBe(202);
    expect(refusalIn(await ask(registry, `DELETE /v2/org/app/blobs/${digest}`))).toBe('404 BLOB_UNKNOWN');
  });

  it.each<['everything' | 'manifests' | 'nothing', number, number]>([
    ['everything', 202, 202],
    ['manifests', 202, 405],
    ['nothing', 405, 405],
  ])('%s: manifests %i, blobs %i', async (deletes, ofManifest, ofBlob) => {
    await using registry = await startRegistry({ settings: { deletes } });
    await addImage(registry, 'org/app', { tag: 'v1', layers: [blob] });
    expect((await ask(registry, 'DELETE /v2/org/app/manifests/v1')).status).toBe(ofManifest);
    expect((await ask(registry, `DELETE /v2/org/app/blobs/${digest}`)).status).toBe(ofBlob);
  });
});

it.each(['/v2/Org/App/tags/list', '/v2/org//app/tags/list', '/v3/'])('has no %s', async (path) => {
  await using registry = await startRegistry();
  expect(await ask(registry, `GET ${path}`)).toMatchObject({ status: 404, text: '404 page not found\n' });
});

it('records every request, and counts requests and bytes', async () => {
  await using registry = await startRegistry();
  const location = await begin(registry);
  await ask(registry, `PUT ${location}&digest=${digest}`, { body: blob });
  await stored(registry);
  await ask(registry, `HEAD /v2/org/app/blobs/${digest}`);
  expect(registry.requests).toMatchObject([
    { method: 'POST', path: '/v2/org/app/blobs/uploads/', status: 202, bytes: 0 },
    { method: 'PUT', query: { digest }, status: 201, bytes: 21, sent: 0 },
    { method: 'GET', path: `/v2/org/app/blobs/${digest}`, status: 200, sent: 21 },
    { method: 'HEAD', status: 200, sent: 0 },
  ]);
  expect(registry.counts).toEqual({
    POST: { requests: 1, bytes: 0, sent: 0 },
    PUT: { requests: 1, bytes: 21, sent: 0 },
    GET: { requests: 1, bytes: 0, sent: 21 },
    HEAD: { requests: 1, bytes: 0, sent: 0 },
  });
});

it('serves what a test puts there, even if it is wrong', async () => {
  await using registry = await startRegistry();
  const manifest = { schemaVersion: 1, mediaType: 'application/vnd.docker.distribution.manifest.v1+prettyjws' };
  const { digest: old } = addManifest(registry, 'org/app', { manifest, tag: 'old' });
  const read = await ask(registry, 'GET /v2/org/app/manifests/old');
  expect([read.status, sha256(read.text)]).toEqual([200, old]);
  expect(registry.repositories).toEqual(['org/app']);
});
