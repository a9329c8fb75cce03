import { describe, expect, it } from 'vitest';
import { type Registry, type RegistryOptions, startRegistry } from '../../../src/embedded/registry/server.ts';
import { registryPort } from '../../support/registry-port.ts';
import { addImage, types } from '../../support/registry.ts';
import { ScriptedRegistry } from '../../support/scripted-registry.ts';

/** A registry with images of two projects below one folder, and with an image of another folder. */
async function withProjects(options: RegistryOptions): Promise<Registry> {
  const registry = await startRegistry(options);
  for (const name of ['staging/app', 'staging/charts/app', 'staging/deep/er/app', 'staging-2/app', 'other/app'])
    for (const tag of ['v1.0.0', 'v1.1.0', 'latest']) await addImage(registry, name, { tag });
  await addImage(registry, 'staging/old', { tag: 'v1.0.0' });
  for (let tag = 0; tag < 12; tag++) await addImage(registry, 'staging/many', { tag: `v1.${tag}.0` });
  return registry;
}

const withTag = (registry: { readonly host: string }, tag: string, repository = 'staging') =>
  registryPort({ pace: 0.001 }).withTag({ registry: registry.host, repository }, tag);

describe('the repositories below a folder that have a tag', () => {
  it.each<[string, RegistryOptions]>([
    ['that lists its repositories', {}],
    ['that lists them in pages', { settings: { pageSize: 2 } }],
    ["that lists what is below a repository, as Google's", { like: 'pkg.dev' }],
  ])('are found in a registry %s', async (_, options) => {
    await using registry = await withProjects(options);
    expect(await withTag(registry, 'v1.1.0')).toEqual(['app', 'charts/app', 'deep/er/app', 'many']);
    expect(await withTag(registry, 'v1.11.0')).toEqual(['many']);
    expect(await withTag(registry, 'v2.0.0')).toEqual([]);
  });

  it('are all found where a list has one page, which is cut', async () => {
    await using registry = await startRegistry({ like: 'pkg.dev' });
    const bytes = Buffer.from(
      '{"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json","manifests":[]}',
    );
    const add = (name: string, tag: string) => registry.addManifest(name, bytes, { mediaType: types.index, tag });
    for (let tag = 0; tag < 1200; tag++) add('staging/app', `v0.${tag}.0`);
    add('staging/app', 'v1.0.0');
    for (let image = 0; image < 300; image++) add(`staging/other-${image}`, 'v1.0.0');
    const found = await withTag(registry, 'v1.0.0');
    expect([found.length, found[0]]).toEqual([301, 'app']);
    for (let tag = 0; tag < 10_000; tag++) add('staging/app', `v2.${tag}.0`);
    await expect(withTag(registry, 'v1.0.0')).rejects.toMatchObject({
      message: `${registry.host}/staging/app has at least 10000 tags and images, and its registry shows no more.`,
      fix: 'Name the images in the input images, one per line.',
    });
  });

  it('are also the folder itself, if it is an image', async () => {
    for (const settings of [{}, { children: true }]) {
      await using registry = await startRegistry({ settings });
      await addImage(registry, 'staging', { tag: 'v1' });
      await addImage(registry, 'staging/app', { tag: 'v1' });
      expect(await withTag(registry, 'v1')).toEqual(['', 'app']);
    }
  });

  it.each<[string, RegistryOptions]>([
    ['has neither list', { like: 'ghcr.io' }],
    ['wants a login for both', { auth: { kind: 'basic', accounts: [] } }],
  ])('are not known if a registry %s', async (_, options) => {
    await using registry = await withProjects(options);
    await expect(withTag(registry, 'v1.0.0')).rejects.toMatchObject({
      message: `${registry.host} does not tell which images there are below staging.`,
      fix: 'Name them in the input images, one per line.',
    });
  });
});

describe('a list of repositories is refused', () => {
  const json = (value: unknown) => ({ headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) });
  const scripted = (answer: (path: string) => unknown) =>
    ScriptedRegistry.start(({ response, path }) => {
      const { headers, body } = json(answer(path));
      response.writeHead(200, headers).end(body);
    });

  it('if it has a name that is none', async () => {
    await using registry = await scripted(() => ({ tags: [], child: ['../other'] }));
    await expect(withTag(registry, 'v1')).rejects.toMatchObject({
      message: `${registry.host}/staging has "../other" below it, which is no name.`,
      fix: `Name the images in the input images. And find out what answers at ${registry.host}.`,
    });
  });

  it('if it never ends', async () => {
    await using deep = await scripted(() => ({ tags: [], child: ['a', 'b'] }));
    await expect(withTag(deep, 'v1')).rejects.toMatchObject({
      message: `There are more than 1000 repositories below ${deep.host}/staging/a/a/a/a/a/a/a/a/a, which is the limit here.`,
      fix: 'Name the images in the input images, one per line.',
    });
    await using wide = await scripted((path) =>
      path.includes('_catalog')
        ? { repositories: Array.from({ length: 1001 }, (_, index) => `staging/app-${index}`) }
        : { tags: [] },
    );
    await expect(withTag(wide, 'v1')).rejects.toMatchObject({
      message: `There are more than 1000 repositories below ${wide.host}/staging, which is the limit here.`,
    });
  });
});
