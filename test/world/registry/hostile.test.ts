import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { startRegistry } from '../../../src/embedded/registry/server.ts';
import type { Registry as Embedded, RegistryFaults } from '../../../src/embedded/registry/server.ts';
import type { Digest } from '../../../src/domain/images/digest.ts';
import { nothingMade } from '../../support/host.ts';
import { registryPort } from '../../support/registry-port.ts';
import { addImage, addManifest, types } from '../../support/registry.ts';
import type { Descriptor } from '../../support/registry.ts';
import { refuse, ScriptedRegistry, sha256 } from '../../support/scripted-registry.ts';
import type { Script } from '../../support/scripted-registry.ts';

const digestOf = ({ digest }: Descriptor) => digest as Digest;
type Request = Parameters<RegistryFaults>[0];
type Fault = ReturnType<RegistryFaults>;

/** The same fault for the first requests of a kind, as many as it takes. */
const firstOf =
  (kind: (request: Request) => boolean, fault: Fault, times = 1): RegistryFaults =>
  (request) =>
    kind(request) && times-- > 0 ? fault : undefined;

const isManifest = ({ method, path }: Request) => method === 'GET' && path.includes('/manifests/');
const isBlob = ({ method, path }: Request) => method === 'GET' && path.includes('/blobs/');
const isBegin = ({ method }: Request) => method === 'POST';
const isUpload = ({ method, path }: Request) => method === 'PUT' && path.includes('/blobs/');
const isTagLook = ({ method, path }: Request) => method === 'HEAD' && path.endsWith('/manifests/v1');
const isChildWrite = ({ method, path }: Request) => method === 'PUT' && path.includes('/manifests/sha256');

async function twoRegistries() {
  const stack = new AsyncDisposableStack();
  const from = stack.use(await startRegistry());
  const to = stack.use(await startRegistry());
  const image = await addImage(from, 'org/app', { layers: ['x'.repeat(300_000), 'two'] });
  const manifests = [{ ...image, platform: { os: 'linux', architecture: 'amd64' } }];
  const index = addManifest(from, 'org/app', {
    manifest: { schemaVersion: 2, mediaType: types.index, manifests },
    tag: 'v1',
  });
  return { from, to, index, [Symbol.asyncDispose]: () => stack.disposeAsync() };
}

async function copied({ from, to, index }: { from: Embedded; to: Embedded; index: Descriptor }) {
  const port = registryPort();
  const destination = { registry: to.host, repository: 'prod/app', tag: 'v1' };
  const image = { ...index, digest: digestOf(index) };
  const copies = [{ from: { registry: from.host, repository: 'org/app' }, image, to: destination, seen: undefined }];
  return port.copy(copies, { referrers: true })?.apply(nothingMade);
}

describe('a copy survives', () => {
  it.each<[what: string, where: 'from' | 'to', kind: (request: Request) => boolean, fault: Fault]>([
    ['429 with Retry-After for a manifest', 'from', isManifest, { status: 429, headers: { 'retry-after': '1' } }],
    ['503 for a manifest', 'from', isManifest, { status: 503 }],
    ['a reset for a manifest', 'from', isManifest, 'reset-before'],
    ['half a manifest', 'from', isManifest, 'truncated'],
    ['half a manifest as if it were whole', 'from', isManifest, 'malformed'],
    ['another byte in a manifest', 'from', isManifest, 'corrupt'],
    ['a manifest that is too short', 'from', isManifest, 'wrong-length'],
    [
      'HTML with 200 for a manifest',
      'from',
      isManifest,
      { status: 200, headers: { 'content-type': 'text/html' }, body: '<html>' },
    ],
    ['silence for a manifest', 'from', isManifest, 'hang'],
    ['a reset for a blob', 'from', isBlob, 'reset-before'],
    ['half a blob', 'from', isBlob, 'truncated'],
    ['half a blob as if it were whole', 'from', isBlob, 'malformed'],
    ['another byte in a blob', 'from', isBlob, 'corrupt'],
    ['a blob that is too short', 'from', isBlob, 'wrong-length'],
    ['a blob with something behind it', 'from', isBlob, 'endless'],
    [
      'HTML with 200 for a blob',
      'from',
      isBlob,
      { status: 200, headers: { 'content-type': 'text/html' }, body: '<html>' },
    ],
    ['silence for a blob', 'from', isBlob, 'hang'],
    ['429 for the beginning of an upload', 'to', isBegin, { status: 429, headers: { 'retry-after': '1' } }],
    ['a reset after the beginning of an upload', 'to', isBegin, 'reset-after'],
    ['500 for an upload', 'to', isUpload, { status: 500 }],
    ['a reset in the middle of an upload', 'to', isUpload, 'reset-during'],
    ['a reset after an upload', 'to', isUpload, 'reset-after'],
    ['silence for an upload', 'to', isUpload, 'hang'],
    ['503 for a look at the tag', 'to', isTagLook, { status: 503 }],
    ['a reset after a manifest was written', 'to', isChildWrite, 'reset-after'],
    ['429 for the write of a manifest', 'to', isChildWrite, { status: 429 }],
  ])('%s', async (_, where, kind, fault) => {
    await using all = await twoRegistries();
    all[where].fault = firstOf(kind, fault);
    expect(await copied(all)).toMatchObject({ images: 1 });
    expect(all.to.repository('prod/app')).toEqual(all.from.repository('org/app'));
  });

  const layers = Array.from({ length: 60 }, (_, index) => String(index).repeat(50_000));

  it.each([1, 3])('many requests that are too many, and asks less at a time: %i at once', async (atOnce) => {
    await using from = await startRegistry();
    await using to = await startRegistry({ settings: { limit: { atOnce, retryAfter: 1 }, delay: 10 } });
    const index = await addImage(from, 'org/app', { layers, tag: 'v1' });
    expect(await copied({ from, to, index })).toMatchObject({ images: 1, uploaded: 61 });
    expect(to.requests.filter(({ status }) => status === 429).length).toBeLessThan(61);
  });

  it('more layers than requests at once, in a registry that has to get again what it has', async () => {
    await using registry = await startRegistry({ settings: { mounts: false } });
    const index = await addImage(registry, 'org/app', { layers, tag: 'v1' });
    expect(await copied({ from: registry, to: registry, index })).toMatchObject({ images: 1, uploaded: 61 });
  });
});

describe('a copy is refused', () => {
  it.each<[what: string, where: 'from' | 'to', kind: (request: Request) => boolean, fault: Fault, says: RegExp]>([
    [
      'if a manifest is always another one',
      'from',
      isManifest,
      'corrupt',
      /\/manifests\/sha256:\w+ (is no manifest|has the digest)/,
    ],
    [
      'if the digest of a manifest is a lie',
      'from',
      isManifest,
      'lying-digest',
      /^\S+\/org\/app@sha256:\w+ is served with the digest "sha256:\w+"\.$/,
    ],
    [
      'if the digest of what was written is a lie',
      'to',
      isChildWrite,
      'lying-digest',
      /^\S+\/prod\/app@sha256:\w+ is served with the digest/,
    ],
    [
      'if a blob is always another one',
      'from',
      isBlob,
      'corrupt',
      /^sha256:\w+ came with the digest sha256:\w+ \(tried 4 times\)$/,
    ],
    [
      'if a blob is missing',
      'from',
      isBlob,
      { status: 404 },
      /^\S+\/org\/app does not have sha256:\w+, although one of its images names it\.$/,
    ],
    [
      'if a manifest is missing',
      'from',
      isManifest,
      { status: 404 },
      /^\S+\/org\/app does not have sha256:\w+, although one of its images names it\.$/,
    ],
    [
      'if a registry wants to be left alone for long',
      'from',
      isManifest,
      { status: 429, headers: { 'retry-after': '3600' } },
      /^127\.0\.0\.1:\d+ wants to be left alone for 3600 seconds\.$/,
    ],
    [
      'if a registry answers with HTML',
      'from',
      isManifest,
      { status: 200, headers: { 'content-type': 'text/html' }, body: '<html>' },
      /is no manifest: it is not JSON: "<html>" \(tried 4 times\)$/,
    ],
    [
      'if an upload is refused',
      'to',
      isUpload,
      { status: 413, body: 'too large' },
      /^\S+ does not take content of \S+\/prod\/app: it answered 413\. It says: "too large"$/,
    ],
  ])('%s', async (_, where, kind, fault, says) => {
    await using all = await twoRegistries();
    all[where].fault = (request) => (kind(request) ? fault : undefined);
    const refused = copied(all).catch((error: { message: string; reasons: readonly Error[] }) => [
      error.message,
      ...error.reasons.map(({ message }) => message),
    ]);
    expect(await refused).toEqual(expect.arrayContaining([expect.stringMatching(says)]));
    expect(all.to.repository('prod/app').tags).toEqual({});
  });
});

it('a registry that redirects blobs to another server sees no token there', async () => {
  await using from = await startRegistry({
    auth: { kind: 'token', accounts: [{ user: 'ann', password: 'x' }], anonymous: 'pull' },
    settings: { elsewhere: 'everything' },
  });
  await using to = await startRegistry();
  const index = await addImage(from, 'org/app', { tag: 'v1' });
  await copied({ from, to, index });
  const elsewhere = from.requests.filter(({ origin }) => origin === 'storage');
  expect(elsewhere.length).toBeGreaterThan(2);
  expect(elsewhere.filter(({ headers }) => headers.authorization !== undefined)).toEqual([]);
  expect(from.requests.filter(({ headers }) => headers.authorization?.startsWith('Bearer')).length).toBeGreaterThan(2);
});

type Scripted = [what: string, script: (registry: ScriptedRegistry) => Script, says: RegExp];

describe('a manifest is refused', () => {
  const reference = ({ host }: ScriptedRegistry) => ({ registry: host, repository: 'org/app', tag: 'v1' });
  const answer =
    (type: string, body: string | Buffer, headers = {}): (() => Script) =>
    () =>
    ({ response }) =>
      response.writeHead(200, { 'content-type': type, ...headers }).end(body);
  const schema1 = 'application/vnd.docker.distribution.manifest.v1+prettyjws';

  it.each<Scripted>([
    [
      "of Docker's first format",
      answer(schema1, '{}'),
      /^\S+\/org\/app:v1 has Docker's first format \(schema 1\), which has no digests\.$/,
    ],
    [
      'that is long',
      answer(types.image, ' '.repeat(4 * 1024 * 1024 + 1)),
      /is longer than 4 MiB, which is the limit here\.$/,
    ],
    [
      'that is a list',
      answer(types.image, '[]'),
      /is no manifest: the answer is a list, not an object: "\[\]" \(tried 4 times\)$/,
    ],
    [
      'without layers',
      answer(types.image, '{"config":{}}'),
      /is no manifest: config\.mediaType is missing, not a text/,
    ],
    [
      'whose media type is another one',
      answer(types.image, JSON.stringify({ mediaType: types.index, manifests: [] })),
      /is no manifest: config is missing/,
    ],
    [
      'of an index that says it is an image',
      answer(types.index, JSON.stringify({ mediaType: types.image, manifests: [] })),
      /its media type is "application\/vnd\.oci\.image\.manifest\.v1\+json", but it was served as/,
    ],
    [
      'with a negative size',
      answer(types.index, JSON.stringify({ manifests: [{ mediaType: types.image, digest: sha256(''), size: -1 }] })),
      /manifests\[0\]\.size is -1, which is no length/,
    ],
    [
      'with a digest that is none',
      answer(types.index, JSON.stringify({ manifests: [{ mediaType: types.image, digest: '../x', size: 1 }] })),
      /manifests\[0\]\.digest is no digest/,
    ],
    [
      'that came compressed',
      answer(types.image, gzipSync('{}'), { 'content-encoding': 'gzip' }),
      /is no manifest: it is not JSON/,
    ],
    [
      'that is something else',
      answer('text/plain', '{"schemaVersion":2}'),
      /is no manifest: it has no media type of an image/,
    ],
    [
      'that redirects for ever',
      () =>
        ({ response, path }) =>
          response.writeHead(302, { location: path }).end(),
      /did not answer a request for the manifest of \S+: it redirects more than 10 times \(tried 4 times\)$/,
    ],
    [
      'that the registry refuses',
      () =>
        ({ response }) =>
          refuse(response, 400, 'NAME_INVALID'),
      /^\S+ does not give the manifest of \S+\/org\/app:v1: it answered 400\. It says: "NAME_INVALID: as the test wants it"$/,
    ],
  ])('%s', async (_, script, says) => {
    await using server = await ScriptedRegistry.start();
    server.script = script(server);
    await expect(registryPort().manifest(reference(server))).rejects.toMatchObject({
      name: 'ReleaseError',
      message: expect.stringMatching(says),
    });
  });

  it('of a registry that does not tell enough in the header is read', async () => {
    await using server = await ScriptedRegistry.start(({ method, response }) =>
      method === 'HEAD' ? response.writeHead(200, { 'content-type': types.image }).end() : false,
    );
    const config = server.storeBlob('org/app', '{}');
    const digest = server.store('org/app', 'v1', types.image, { config, layers: [] });
    expect(await registryPort().find(reference(server))).toMatchObject({ digest, mediaType: types.image });
  });

  it.each([404, 405])('is looked for with GET where HEAD is answered with 405, and %i is an answer', async (status) => {
    await using server = await ScriptedRegistry.start(({ method, response }) =>
      method === 'HEAD' ? response.writeHead(status).end() : false,
    );
    expect(await registryPort().find(reference(server))).toBeUndefined();
    expect(server.lines.map((line) => line.split(' ')[0])).toEqual(status === 404 ? ['HEAD'] : ['HEAD', 'GET']);
  });
});

it('an upload that is sent to another server is refused, and nothing goes there', async () => {
  await using other = await ScriptedRegistry.start();
  await using from = await startRegistry();
  const index = await addImage(from, 'org/app', { tag: 'v1' });
  await using to = await ScriptedRegistry.start(({ method, response }) =>
    method === 'POST' ? response.writeHead(202, { location: `http://${other.host}/upload` }).end() : false,
  );
  const port = registryPort();
  const image = { ...index, digest: digestOf(index) };
  const copies = [
    {
      from: { registry: from.host, repository: 'org/app' },
      image,
      to: { registry: to.host, repository: 'app', tag: 'v1' },
      seen: undefined,
    },
  ];
  await expect(port.copy(copies, { referrers: false })?.apply(nothingMade)).rejects.toMatchObject({
    message: `${to.host} names "http://${other.host}/upload" as the address for content of ${to.host}/app, which is not on http://${to.host}.`,
    fix: `Nothing was sent there. Find out what answers at http://${to.host}.`,
  });
  expect(other.seen).toEqual([]);
});

it('a blob with more behind it than it should have is copied without that', async () => {
  await using all = await twoRegistries();
  all.from.fault = (request) => (isBlob(request) ? 'endless' : undefined);
  expect(await copied(all)).toMatchObject({ images: 1 });
  expect(all.to.repository('prod/app')).toEqual(all.from.repository('org/app'));
});
