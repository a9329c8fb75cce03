import { canonicalTar } from '../../domain/archives/tar.ts';
import { configOf, fieldsOf, type Image } from './image.ts';
import { type NamedImage, wholeName } from './name.ts';

/** A packed OCI layout, as `docker buildx build` and `skopeo copy` write it: https://github.com/opencontainers/image-spec/blob/main/image-layout.md */
export function ociArchive(image: Image, names: readonly NamedImage[]): Promise<Buffer> {
  const { bytes: _, ...root } = image.root;
  const entries = names.map((name) => ({
    ...root,
    annotations: {
      'io.containerd.image.name': wholeName(name),
      'org.opencontainers.image.ref.name': name.tag ?? 'latest',
    },
  }));
  const index = { schemaVersion: 2, manifests: entries.length === 0 ? [root] : entries };
  const blobs = [...image.manifests.map(({ digest, bytes }) => [digest, bytes] as const), ...image.blobs];
  return packed([
    ['oci-layout', Buffer.from('{"imageLayoutVersion":"1.0.0"}')],
    ['index.json', Buffer.from(JSON.stringify(index))],
    ...blobs.map(([digest, bytes]) => [`blobs/${digest.replace(':', '/')}`, bytes] as const),
  ]);
}

/** What `docker save` writes, and `docker load` reads. An image for several platforms has the files of the first one. */
export function dockerArchive(image: Image, names: readonly NamedImage[]): Promise<Buffer> {
  const first = image.manifests.find((one) => fieldsOf(one).config !== undefined) ?? image.root;
  const { config, layers = [] } = fieldsOf(first);
  const fileOf = (digest: string, end: string) => `${digest.replace('sha256:', '')}${end}`;
  const list = {
    Config: fileOf(config?.digest ?? '', '.json'),
    RepoTags: names.map(wholeName),
    Layers: layers.map(({ digest }) => fileOf(digest, '.tar')),
  };
  const blob = (digest: string) => image.blobs.get(digest) ?? Buffer.of();
  return packed([
    ['manifest.json', Buffer.from(JSON.stringify([list]))],
    [list.Config, blob(configOf({ ...image, root: first }) ?? '')],
    ...layers.map(({ digest }) => [fileOf(digest, '.tar'), blob(digest)] as const),
  ]);
}

/** A tar of these files. */
export async function packed(files: readonly (readonly [path: string, bytes: Buffer])[]): Promise<Buffer> {
  const entries = files.map(([path, bytes]) => ({
    kind: 'file' as const,
    path,
    isExecutable: false,
    size: bytes.length,
    content: () => [bytes],
  }));
  return Buffer.concat(await Array.fromAsync(canonicalTar(entries, 0)));
}
