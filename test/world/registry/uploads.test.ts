import { describe, expect, it } from 'vitest';
import { knownRegistries } from '../../../src/embedded/registry/known-registries.ts';
import { startRegistry } from '../../../src/embedded/registry/server.ts';
import type { Registry as Embedded, RegistryFaults, Settings } from '../../../src/embedded/registry/server.ts';
import type { Digest } from '../../../src/domain/images/digest.ts';
import { nothingMade } from '../../support/host.ts';
import { registryPort } from '../../support/registry-port.ts';
import { addImage, types } from '../../support/registry.ts';
import { ScriptedRegistry, sha256 } from '../../support/scripted-registry.ts';

const mebibyte = 1024 * 1024;
const patient = { pace: 0.1 }; // a busy machine must not look like a connection that broke off
const size = 9 * mebibyte;

/** Bytes that differ everywhere, so that a part in the wrong place is another content. */
function layer(): Buffer {
  const bytes = Buffer.alloc(size);
  for (let at = 0; at < size; at += 4) bytes.writeUInt32LE(at, at);
  return bytes;
}

/** Copies an image with one large layer. */
async function copiedTo(to: Embedded, change: (from: Embedded) => void = () => {}) {
  await using from = await startRegistry();
  const image = await addImage(from, 'org/app', { layers: [layer()] });
  change(from);
  const destination = { registry: to.host, repository: 'prod/app', tag: 'v1' };
  const found = { ...image, digest: image.digest as Digest };
  const way = { from: { registry: from.host, repository: 'org/app' }, image: found, to: destination, seen: undefined };
  await registryPort(patient).copy([way], { referrers: true })?.apply(nothingMade);
  expect(to.repository('prod/app').blobs).toEqual(from.repository('org/app').blobs);
  expect(to.openUploads).toBe(0);
  return from.requests.map(({ sent }) => sent).reduce((sum, sent) => sum + sent, 0);
}

const large = ({ path, headers, method }: Parameters<RegistryFaults>[0]) =>
  path.includes('/blobs/uploads/') && method !== 'GET' && Number(headers['content-length']) > mebibyte;

const methodsOf = (to: Embedded) =>
  to.requests.filter(({ method, path }) => path.includes('/blobs/') && method !== 'HEAD').map(({ method }) => method);

describe('content is taken', () => {
  it.each<[what: string, settings: Settings, methods: readonly string[]]>([
    ['whole', {}, ['PUT']],
    ['as a stream by a registry that takes none in the last request', { bytesInPut: false }, ['PATCH', 'PUT']],
    ['as a stream by one that takes one part alone', { bytesInPut: false, chunks: 'one' }, ['PATCH', 'PUT']],
  ])('%s', async (_, settings, methods) => {
    await using to = await startRegistry({ settings });
    await copiedTo(to);
    expect(methodsOf(to).slice(-methods.length)).toEqual(methods);
  });

  it.each(['POST', 'PUT'])('also if a page came in place of the answer to a %s', async (method) => {
    await using to = await startRegistry();
    let isFirst = true;
    to.fault = (request) => {
      if (!isFirst || request.method !== method || !request.path.includes('/blobs/')) return undefined;
      isFirst = false;
      return { status: 200, headers: { 'content-type': 'text/html' }, body: '<html>' };
    };
    await copiedTo(to);
    expect(isFirst).toBe(false);
  });

  it('in chunks, where more at once is refused', async () => {
    await using to = await startRegistry();
    to.fault = (request) => (Number(request.headers['content-length']) > 5 * mebibyte ? { status: 413 } : undefined);
    await copiedTo(to);
    const ranges = to.requests
      .filter(({ method }) => method === 'PATCH')
      .map(({ headers }) => headers['content-range']);
    expect(ranges.filter((range) => range !== undefined)).toEqual(
      expect.arrayContaining(['0-4194303', '4194304-8388607', '8388608-9437183']),
    );
  });

  it.each(Object.entries(knownRegistries).filter(([, { settings }]) => settings.readOnly !== true))(
    'by a registry like %s',
    async (_, { settings }) => {
      await using to = await startRegistry({ settings });
      expect(await copiedTo(to)).toBeGreaterThan(size);
    },
  );
});

describe('an upload that breaks off', () => {
  it.each<[what: string, settings: Settings]>([
    ['whole', {}],
    ['as a stream', { bytesInPut: false }],
  ])('%s goes on where the registry is', async (_, settings) => {
    await using to = await startRegistry({ settings });
    let cuts = 0;
    to.fault = (request) =>
      large(request) && cuts++ < 3 && (settings.bytesInPut !== false || request.method === 'PATCH')
        ? 'reset-during'
        : undefined;
    const sent = await copiedTo(to);
    expect(cuts).toBeGreaterThan(2);
    expect(sent).toBeLessThan(4 * size);
    // Two blobs; a registry that does not take them whole says so to both.
    const begun = settings.bytesInPut === false ? 4 : 2;
    expect(methodsOf(to).filter((method) => method === 'POST')).toHaveLength(begun);
  });

  it('goes on where the registry really is, if more arrived than it said', async () => {
    await using to = await startRegistry();
    let cuts = 0;
    to.fault = (request) => {
      const isLook = request.method === 'GET' && request.path.includes('/uploads/');
      if (isLook && cuts++ === 1) {
        const location = `${request.path}?_state=1`;
        return { status: 204, headers: { location, range: '0-99' } };
      }
      return large(request) && cuts++ === 0 ? 'reset-during' : undefined;
    };
    await copiedTo(to);
    expect(to.requests.filter(({ status }) => status === 416)).toHaveLength(1);
    expect(methodsOf(to).filter((method) => method === 'POST')).toHaveLength(2);
  });

  it('begins again at a registry that does not know it any more', async () => {
    await using to = await startRegistry();
    let cuts = 0;
    to.fault = (request) => {
      if (request.method === 'GET' && request.path.includes('/uploads/')) return { status: 404 };
      return large(request) && cuts++ < 2 ? 'reset-during' : undefined;
    };
    await copiedTo(to);
    expect(cuts).toBe(3);
  });

  it('on the way from the source goes on there', async () => {
    await using to = await startRegistry();
    let cuts = 0;
    const sent = await copiedTo(to, (from) => {
      from.fault = ({ method, path }) =>
        method === 'GET' && path.includes('/blobs/') && cuts++ < 3 ? 'truncated' : undefined;
    });
    expect(cuts).toBe(5); // both blobs, and three times what was left
    expect(sent).toBeLessThan(1.01 * size);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9])(
    'after %i tenths from a source that knows no ranges skips what it had',
    async (tenths) => {
      const bytes = layer();
      await using from = await ScriptedRegistry.start(({ method, path, times, response }) => {
        if (method !== 'GET' || !path.endsWith(sha256(bytes)) || times > 0) return false;
        response.writeHead(200, { 'content-length': size });
        response.write(bytes.subarray(0, (size * tenths) / 10), () => response.destroy());
        return true;
      });
      await using to = await startRegistry();
      from.blobs.set(`org/app/${sha256(bytes)}`, bytes);
      const layers = [{ mediaType: types.layer, digest: sha256(bytes), size }];
      const digest = from.store('org/app', 'v1', types.image, { config: from.storeBlob('org/app', '{}'), layers });
      const port = registryPort(patient);
      const image = await port.manifest({ registry: from.host, repository: 'org/app', digest });
      if (image === undefined) throw new Error('no image');
      const destination = { registry: to.host, repository: 'prod/app', tag: 'v1' };
      const way = { from: { registry: from.host, repository: 'org/app' }, image, to: destination, seen: undefined };
      await port.copy([way], { referrers: false })?.apply(nothingMade);
      expect(to.repository('prod/app').tags).toEqual({ v1: digest });
      expect(methodsOf(to).filter((method) => method === 'PUT')).toHaveLength(2);
    },
  );
});
