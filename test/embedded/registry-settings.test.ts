import { describe, expect, it } from 'vitest';
import { type Registry, type RegistryOptions, startRegistry } from '../../src/embedded/registry/server.ts';
import { addImage, ask, refusalIn, sha256, types } from '../support/registry.ts';

const blob = Buffer.from('some bytes of a layer');
const digest = sha256(blob);
const octets = { 'content-type': 'application/octet-stream' };

async function withImage(options: RegistryOptions): Promise<Registry> {
  const registry = await startRegistry(options);
  await addImage(registry, 'org/app', { tag: 'v1', layers: [blob] });
  return registry;
}

const locationOf = ({ headers }: { headers: Headers }) => headers.get('location') ?? '';
const begin = async (registry: Registry, query = '') =>
  locationOf(await ask(registry, `POST /v2/org/app/blobs/uploads/${query}`));

describe('what is at another origin', () => {
  it('blobs: is read there without a token', async () => {
    const auth = { kind: 'basic' as const, accounts: [], anonymous: 'pull' as const };
    await using registry = await withImage({ auth, settings: { elsewhere: 'blobs' } });
    for (const method of ['GET', 'HEAD']) {
      const redirect = await ask(registry, `${method} /v2/org/app/blobs/${digest}`);
      expect(redirect.status).toBe(307);
      expect(new URL(locationOf(redirect)).origin).toBe(registry.storageUrl);
      expect((await ask(registry, `${method} ${locationOf(redirect)}`)).status).toBe(200);
    }
    const redirect = await ask(registry, `GET /v2/org/app/blobs/${digest}`);
    const part = await ask(registry, `GET ${locationOf(redirect)}`, { headers: { range: 'bytes=0-3' } });
    expect([part.status, part.text]).toEqual([206, 'some']);
    expect(registry.requests.at(-1)).toMatchObject({ origin: 'storage', sent: 4 });
    expect((await ask(registry, 'GET /v2/org/app/manifests/v1')).status).toBe(200);
  });

  it('a client that sends its token there, or does not know the address, is refused', async () => {
    await using registry = await withImage({ settings: { elsewhere: 'blobs' } });
    const location = locationOf(await ask(registry, `GET /v2/org/app/blobs/${digest}`));
    const authorization = 'Bearer token';
    expect((await ask(registry, `GET ${location}`, { headers: { authorization } })).status).toBe(400);
    expect((await ask(registry, `GET ${location.replace(/\?.*/, '')}`)).status).toBe(403);
    expect((await ask(registry, `DELETE ${location}`)).status).toBe(404);
  });

  it('blobs: the registry knows which there are', async () => {
    await using registry = await withImage({ settings: { elsewhere: 'blobs' } });
    expect(refusalIn(await ask(registry, `GET /v2/org/app/blobs/${sha256('')}`))).toBe('404 BLOB_UNKNOWN');
  });

  it('everything: manifests and lists of tags are redirected as well, whether they are there or not', async () => {
    await using registry = await withImage({ settings: { elsewhere: 'everything' } });
    const found: Record<string, number> = {};
    for (const path of ['manifests/v1', 'manifests/v2', 'tags/list?n=1', `blobs/${digest}`]) {
      const redirect = await ask(registry, `GET /v2/org/app/${path}`);
      expect(redirect.status).toBe(307);
      found[path] = (await ask(registry, `GET ${locationOf(redirect)}`)).status;
    }
    expect(found).toEqual({ 'manifests/v1': 200, 'manifests/v2': 404, 'tags/list?n=1': 200, [`blobs/${digest}`]: 200 });
  });
});

describe('uploads', () => {
  const first = { body: blob.subarray(0, 8), headers: { ...octets, 'content-range': '0-7' } };
  const second = { body: blob.subarray(8), headers: { ...octets, 'content-range': `8-${blob.length - 1}` } };

  it('without chunks', async () => {
    await using registry = await startRegistry({ settings: { chunks: 'none' } });
    const location = await begin(registry);
    expect(refusalIn(await ask(registry, `PATCH ${location}`, { body: blob }))).toBe('405 UNSUPPORTED');
    expect((await ask(registry, `PUT ${location}&digest=${digest}`, { body: blob })).status).toBe(201);
  });

  it('with one chunk', async () => {
    await using registry = await startRegistry({ settings: { chunks: 'one' } });
    const state = await ask(registry, `PATCH ${await begin(registry)}`, first);
    expect(state.status).toBe(202);
    expect(refusalIn(await ask(registry, `PATCH ${locationOf(state)}`, second))).toBe('405 UNSUPPORTED');
  });

  it('with chunks of limited size, but with streams of any size', async () => {
    await using registry = await startRegistry({ settings: { largestChunk: 8 } });
    const state = await ask(registry, `PATCH ${await begin(registry)}`, first);
    expect((await ask(registry, `PATCH ${locationOf(state)}`, second)).status).toBe(416);
    expect((await ask(registry, `PATCH ${await begin(registry)}`, { body: blob })).status).toBe(202);
  });

  it('with a smallest chunk, which the registry tells', async () => {
    await using registry = await startRegistry({ settings: { smallestChunk: 1000 } });
    const { headers } = await ask(registry, 'POST /v2/org/app/blobs/uploads/');
    expect(headers.get('oci-chunk-min-length')).toBe('1000');
  });

  it('without bytes in the request that begins', async () => {
    await using registry = await startRegistry({ settings: { wholeInPost: false } });
    const begun = await ask(registry, `POST /v2/org/app/blobs/uploads/?digest=${digest}`, { body: blob });
    expect([begun.status, begun.headers.get('range')]).toEqual([202, '0-0']);
    expect((await ask(registry, `PUT ${locationOf(begun)}&digest=${digest}`, { body: blob })).status).toBe(201);
  });

  it('without bytes in the request that ends', async () => {
    await using registry = await startRegistry({ settings: { bytesInPut: false } });
    const refused = await ask(registry, `PUT ${await begin(registry)}&digest=${digest}`, { body: blob });
    expect(refusalIn(refused)).toBe('400 BLOB_UPLOAD_INVALID');
    const state = await ask(registry, `PATCH ${await begin(registry)}`, { body: blob });
    expect((await ask(registry, `PUT ${locationOf(state)}&digest=${digest}`)).status).toBe(201);
  });

  it('without mounts', async () => {
    await using registry = await startRegistry({ settings: { mounts: false } });
    await registry.addBlob('org/other', blob);
    const begun = await ask(registry, `POST /v2/org/app/blobs/uploads/?mount=${digest}&from=org/other`);
    expect([begun.status, registry.openUploads]).toEqual([202, 1]);
  });

  it('at addresses with a host', async () => {
    await using registry = await startRegistry({ settings: { absoluteLocations: true } });
    const location = await begin(registry);
    expect(location).toContain(`${registry.url}/v2/org/app/blobs/uploads/`);
    const ended = await ask(registry, `PUT ${location}&digest=${digest}`, { body: blob });
    expect(locationOf(ended)).toBe(`${registry.url}/v2/org/app/blobs/${digest}`);
  });
});

describe('a registry can', () => {
  it('take nothing', async () => {
    await using registry = await withImage({ settings: { readOnly: true } });
    const requests = ['POST /v2/org/app/blobs/uploads/', 'DELETE /v2/org/app/manifests/v1'];
    for (const request of requests) expect(refusalIn(await ask(registry, request))).toBe('405 UNSUPPORTED');
    expect((await ask(registry, 'GET /v2/org/app/manifests/v1')).status).toBe(200);
  });

  it('list no repositories', async () => {
    await using registry = await withImage({ settings: { catalog: false } });
    expect((await ask(registry, 'GET /v2/_catalog')).status).toBe(404);
  });

  it('not tell the digest of a manifest', async () => {
    await using registry = await withImage({ settings: { digestHeader: false } });
    expect((await ask(registry, 'HEAD /v2/org/app/manifests/v1')).headers.has('docker-content-digest')).toBe(false);
  });

  it('list referrers in pages', async () => {
    await using registry = await startRegistry({ settings: { pageSize: 1 } });
    const subject = { mediaType: types.image, digest, size: 1 };
    const kinds = ['x/signature', 'x/sbom'];
    for (const artifactType of kinds) await addImage(registry, 'org/app', { fields: { subject, artifactType } });
    const first = await ask(registry, `GET /v2/org/app/referrers/${digest}`);
    const [, next = ''] = /<([^>]+)>; rel="next"/.exec(first.headers.get('link') ?? '') ?? [];
    const last = await ask(registry, `GET ${next}`);
    const kindsIn = ({ text }: { text: string }) =>
      JSON.parse(text).manifests.map(({ artifactType }: { artifactType: string }) => artifactType);
    expect(new Set([...kindsIn(first), ...kindsIn(last)])).toEqual(new Set(kinds));
    expect(last.headers.has('link')).toBe(false);
  });

  it('answer every request late', async () => {
    await using registry = await startRegistry({ settings: { delay: 60 } });
    const begun = performance.now();
    await ask(registry, 'GET /v2/');
    expect(performance.now() - begun).toBeGreaterThan(55);
  });

  it.each([
    ['at once', { delay: 50, limit: { atOnce: 2, retryAfter: 3 } }],
    ['in a second', { limit: { perSecond: 2, retryAfter: 3 } }],
  ])('refuse a client that asks too much %s', async (_, settings) => {
    await using registry = await startRegistry({ settings });
    const answers = await Promise.all(Array.from({ length: 4 }, () => ask(registry, 'GET /v2/')));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.map(refusalIn)).toEqual(['429 TOOMANYREQUESTS', '429 TOOMANYREQUESTS']);
    expect(refused.map(({ headers }) => headers.get('retry-after'))).toEqual(['3', '3']);
  });

  it('be changed while it runs', async () => {
    await using registry = await withImage({});
    registry.settings = { referrers: false };
    expect((await ask(registry, `GET /v2/org/app/referrers/${digest}`)).status).toBe(404);
  });
});

describe('a registry like', () => {
  const subjectTag = `GET /v2/org/app/manifests/${digest.replace(':', '-')}`;

  it.each([
    ['ghcr.io', 307, 404, 404],
    ['docker.io', 307, 404, 404],
    ['registry.gitlab.com', 307, 404, 404],
    ['pkg.dev', 307, 200, 404],
    ['registry.k8s.io', 307, 404, 307],
  ] as const)(
    '%s: blobs %i, referrers %i, no tag for the digest of a blob %i',
    async (like, ofBlob, ofReferrers, ofTag) => {
      await using registry = await withImage({ like });
      expect((await ask(registry, `GET /v2/org/app/blobs/${digest}`)).status).toBe(ofBlob);
      expect((await ask(registry, `GET /v2/org/app/referrers/${digest}`)).status).toBe(ofReferrers);
      expect((await ask(registry, subjectTag)).status).toBe(ofTag);
      expect((await ask(registry, 'GET /v2/_catalog')).status).toBe(404);
      expect((await ask(registry, `DELETE /v2/org/app/blobs/${digest}`)).status).toBe(405);
    },
  );

  it('GitLab answers for a tag that looks like a digest with that manifest', async () => {
    await using registry = await withImage({ like: 'registry.gitlab.com' });
    const [manifest = ''] = registry.repository('org/app').manifests;
    const found = await ask(registry, `GET /v2/org/app/manifests/${manifest.replace(':', '-')}`);
    expect([found.status, sha256(found.text)]).toEqual([200, manifest]);
    const bytes = Buffer.from(found.text.replace('{', '{ '));
    registry.addManifest('org/app', bytes, { mediaType: types.image, tag: manifest.replace(':', '-') });
    const tagged = await ask(registry, `GET /v2/org/app/manifests/${manifest.replace(':', '-')}`);
    expect(sha256(tagged.text)).toBe(sha256(bytes));
  });

  it('registry.k8s.io says that it is a registry, and needs no token', async () => {
    await using registry = await withImage({ like: 'registry.k8s.io' });
    expect((await ask(registry, 'GET /v2/')).status).toBe(200);
    const redirect = await ask(registry, 'HEAD /v2/org/app/manifests/v1');
    expect((await ask(registry, `HEAD ${locationOf(redirect)}`)).headers.get('content-type')).toBe(types.image);
    expect((await ask(registry, 'PUT /v2/org/app/manifests/v1', { body: '{}' })).status).toBe(405);
  });

  it('GHCR refuses a token for what an account may not do, and Docker Hub gives one at another origin', async () => {
    const auth = { kind: 'token' as const, accounts: [], anonymous: 'pull' as const };
    await using ghcr = await withImage({ like: 'ghcr.io', auth });
    expect(refusalIn(await ask(ghcr, 'GET /token?scope=repository:org/app:push'))).toBe('403 DENIED');
    await using hub = await withImage({ like: 'docker.io', auth });
    const { headers } = await ask(hub, 'GET /v2/');
    expect(headers.get('www-authenticate')).toBe(`Bearer realm="${hub.tokensUrl}/token",service="registry.docker.io"`);
  });

  it('any of them has what is set besides', async () => {
    await using registry = await withImage({ like: 'ghcr.io', settings: { referrers: true } });
    expect((await ask(registry, `GET /v2/org/app/referrers/${digest}`)).status).toBe(200);
  });

  it('one that lets everybody ask whether it is a registry still needs a token for the rest', async () => {
    await using registry = await withImage({ auth: { kind: 'token', accounts: [] }, settings: { openPing: true } });
    expect((await ask(registry, 'GET /v2/')).status).toBe(200);
    expect((await ask(registry, 'GET /v2/org/app/tags/list')).status).toBe(401);
  });
});
