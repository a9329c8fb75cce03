import { startRegistry } from '../../src/embedded/registry/server.ts';
import type { Registry, Settings } from '../../src/embedded/registry/server.ts';
import { addImage, addManifest, types } from './registry.ts';
import type { Descriptor } from './registry.ts';

export type { Registry };

export type TaggedImage = Descriptor & { readonly tag: string };

type Size = { readonly images: number; readonly shared: number; readonly own: number; readonly bytes: number };

const platforms = ['amd64', 'arm64', 's390x'];

/** A registry in which images are staged, and one to which they go. */
export async function registryPair(settings: Settings) {
  await using started = new AsyncDisposableStack();
  const from = started.use(await startRegistry({ settings }));
  const other = started.use(await startRegistry({ settings }));
  const both = started.move();
  return { from, other, [Symbol.asyncDispose]: () => both.disposeAsync() };
}

/** Images of one project: each for three platforms, and with layers that all of them share, such as those of a base image. */
export async function addImages(
  registry: Registry,
  name: string,
  { images, shared, own, bytes }: Size,
): Promise<readonly TaggedImage[]> {
  const added = [];
  for (let image = 1; image <= images; image++) {
    const manifests = [];
    for (const architecture of platforms) {
      const layers = [
        ...Array.from({ length: shared }, (_, layer) => filled(`base ${architecture} ${layer}`, bytes)),
        ...Array.from({ length: own }, (_, layer) => filled(`image ${image} ${architecture} ${layer}`, bytes)),
      ];
      const config = { architecture, os: 'linux', image };
      manifests.push({
        ...(await addImage(registry, name, { layers, config })),
        platform: { os: 'linux', architecture },
      });
    }
    const tag = `v1.${image}.0`;
    const manifest = { schemaVersion: 2, mediaType: types.index, manifests };
    added.push({ ...addManifest(registry, name, { manifest, tag }), tag });
  }
  return added;
}

const filled = (text: string, bytes: number) => Buffer.alloc(bytes, `${text}\n`);
