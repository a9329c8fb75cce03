import { describe, expect, it } from 'vitest';
import { parseReference } from '../../../src/domain/images/reference.ts';
import type { Blob, Registry } from '../../../src/world/registry/registry.ts';
import { nothingMade } from '../../support/host.ts';
import { registryPort } from '../../support/registry-port.ts';
import { refuse, ScriptedRegistry, sha256 } from '../../support/scripted-registry.ts';
import type { Script } from '../../support/scripted-registry.ts';

const imageType = 'application/vnd.oci.image.manifest.v1+json';

const blobOf = (text: string): Blob => ({
  mediaType: 'application/octet-stream',
  digest: sha256(text),
  size: Buffer.byteLength(text),
  content: async function* () {
    yield Buffer.from(text);
  },
});

const config = blobOf('{}');
const layer = blobOf('the chart');
const described = ({ mediaType, digest, size }: Blob) => ({ mediaType, digest, size });
const bytes = Buffer.from(JSON.stringify({ schemaVersion: 2, config: described(config), layers: [described(layer)] }));
const artifact = { manifest: { mediaType: imageType, bytes }, blobs: [config, layer] };
const digest = sha256(bytes);
const path = '/v2/charts/demo/manifests/0.3.0';

const tagOn = (server: ScriptedRegistry) => {
  const { registry, repository, tag = '' } = parseReference(`${server.host}/charts/demo:0.3.0`);
  return { registry, repository, tag };
};

async function pushed(registry: Registry, server: ScriptedRegistry, pushing = artifact) {
  const reference = tagOn(server);
  const change = registry.push(reference, pushing, await registry.find(reference));
  return change?.apply(nothingMade);
}

describe('a push', () => {
  it('uploads what is missing, writes the tag last, and reads it back', async () => {
    await using server = await ScriptedRegistry.start();
    server.blobs.set(`charts/demo/${config.digest}`, Buffer.from('{}'));
    const registry = registryPort();
    expect(await pushed(registry, server)).toEqual({ mediaType: imageType, digest, size: bytes.length });
    expect(server.lines.toSorted()).toEqual(
      [
        `HEAD ${path}`,
        `HEAD /v2/charts/demo/blobs/${config.digest}`,
        `HEAD /v2/charts/demo/blobs/${layer.digest}`,
        'POST /v2/charts/demo/blobs/uploads/',
        `PUT /v2/charts/demo/blobs/uploads/0?digest=${layer.digest}`,
        `HEAD ${path}`,
        `PUT ${path}`,
        `HEAD ${path}`,
      ].toSorted(),
    );
    expect(server.lines.slice(-3)).toEqual([`HEAD ${path}`, `PUT ${path}`, `HEAD ${path}`]);
    expect((await registry.manifest(tagOn(server)))?.bytes).toEqual(bytes);
  });

  it.each<[string, Record<string, string>]>([
    ['of another length', { 'content-length': '5000' }],
    ['in HTML', { 'content-type': 'text/html; charset=utf-8' }],
  ])('takes no page of a proxy for a layer, if it is %s', async (_, headers) => {
    await using server = await ScriptedRegistry.start(({ method, path: at, response, times }) => {
      if (method !== 'HEAD' || !at.includes('/blobs/') || times > 0) return false;
      return response.writeHead(200, headers).end();
    });
    expect(await pushed(registryPort(), server)).toMatchObject({ digest });
    expect([...server.blobs.keys()].toSorted()).toEqual(
      [config, layer].map((blob) => `charts/demo/${blob.digest}`).toSorted(),
    );
  });

  it('of what is there is no change', async () => {
    await using server = await ScriptedRegistry.start();
    const registry = registryPort();
    await pushed(registry, server);
    const reference = tagOn(server);
    expect(registry.push(reference, artifact, await registry.find(reference))).toBeUndefined();
  });

  it('is refused if the tag is another artifact', async () => {
    await using server = await ScriptedRegistry.start();
    const there = server.store('charts/demo', '0.3.0', imageType, { schemaVersion: 2 });
    await expect(pushed(registryPort(), server)).rejects.toMatchObject({
      name: 'ReleaseError',
      message: `${server.host}/charts/demo:0.3.0 is ${there}, not ${digest}.`,
      fix: 'Nothing was written: a tag that somebody may have used is never moved. Use a new tag.',
    });
  });

  it('that comes second writes nothing, and looks again', async () => {
    await using server = await ScriptedRegistry.start(({ method, times }) => {
      if (method === 'HEAD' && times === 1) server.store('charts/demo', '0.3.0', imageType, { schemaVersion: 2 });
      return false;
    });
    await expect(pushed(registryPort(), server)).rejects.toMatchObject({
      name: 'Moved',
      message: `something else has written ${server.host}/charts/demo:0.3.0`,
      unmade: [`image ${server.host}/charts/demo:0.3.0`],
    });
    expect(server.lines.filter((line) => line === `PUT ${path}`)).toEqual([]);
  });

  it('that is overwritten at once looks again', async () => {
    await using server = await ScriptedRegistry.start(({ method, times, path: at }) => {
      if (method === 'HEAD' && at === path && times === 2)
        server.store('charts/demo', '0.3.0', imageType, { schemaVersion: 2 });
      return false;
    });
    await expect(pushed(registryPort(), server)).rejects.toMatchObject({
      name: 'Moved',
      message: `something else has written ${server.host}/charts/demo:0.3.0 at the same time`,
      unmade: [],
    });
  });

  it.each<[what: string, script: Script]>([
    ['503', ({ response }) => response.writeHead(503).end()],
    ['a reset connection', ({ response }) => response.destroy()],
    ['nothing', () => {}],
  ])('whose last answer is %s looks again, and never writes the tag twice', async (_, script) => {
    await using server = await ScriptedRegistry.start((exchange) =>
      exchange.method === 'PUT' && exchange.path === path ? script(exchange) : false,
    );
    await expect(pushed(registryPort(), server)).rejects.toMatchObject({
      name: 'Moved',
      message: expect.stringMatching(/ did not confirm .*\/charts\/demo:0\.3\.0: /),
      unmade: [],
    });
    expect(server.lines.filter((line) => line === `PUT ${path}`)).toHaveLength(1);
  });

  it('repeats an upload that broke off', async () => {
    await using server = await ScriptedRegistry.start(({ method, path: at, times, response }) =>
      method === 'PUT' && at.includes('uploads/0') && times === 0 ? response.destroy() : false,
    );
    await pushed(registryPort(), server);
    expect(server.blobs.get(`charts/demo/${layer.digest}`)?.toString()).toBe('the chart');
  });

  it('of content that is not what its digest says is refused', async () => {
    await using server = await ScriptedRegistry.start();
    const wrong = { ...blobOf('the other'), digest: layer.digest };
    await expect(pushed(registryPort(), server, { ...artifact, blobs: [config, wrong] })).rejects.toThrow(
      `${layer.digest} came with the digest ${sha256('the other')} (tried 4 times)`,
    );
    expect(server.manifests.size).toBe(0);
  });

  it('tells what the registry refuses', async () => {
    await using server = await ScriptedRegistry.start(({ method, response }) =>
      method === 'POST' ? refuse(response, 403, 'DENIED') : false,
    );
    await expect(pushed(registryPort(), server)).rejects.toMatchObject({
      name: 'ReleaseError',
      message: `${server.host} does not take content of ${server.host}/charts/demo without a login. It says: "DENIED: as the test wants it"`,
      fix: `Log in to ${server.host} in an earlier step, for example with docker/login-action. Or check the name: many registries answer the same if there is no such image.`,
    });
  });
});
