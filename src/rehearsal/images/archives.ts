import { canonicalTar } from '../../domain/archives/tar.ts';
import { readTar, readTgz } from '../../domain/archives/tar-reader.ts';
import { ReleaseError } from '../../domain/error.ts';
import { digestOf } from '../../embedded/registry/core/digest.ts';
import { fieldsOf, type Image, manifestFrom, type Part, wholeImage } from './image.ts';
import { type NamedImage, wholeName } from './name.ts';

type Files = readonly (readonly [path: string, bytes: Buffer])[];

/** A packed OCI layout, as `docker buildx build` and `skopeo copy` write it. */
export const ociArchive = (image: Image, names: readonly NamedImage[]): Promise<Buffer> =>
  packed(ociLayout(image, names));

/** The files of https://github.com/opencontainers/image-spec/blob/main/image-layout.md. */
export function ociLayout(image: Image, names: readonly NamedImage[]): Files {
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
  return [
    ['oci-layout', Buffer.from('{"imageLayoutVersion":"1.0.0"}')],
    ['index.json', Buffer.from(JSON.stringify(index))],
    ...blobs.map(([digest, bytes]) => [`blobs/${digest.replace(':', '/')}`, bytes] as const),
  ];
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
    [list.Config, blob(config?.digest ?? '')],
    ...layers.map(({ digest }) => [fileOf(digest, '.tar'), blob(digest)] as const),
  ]);
}

/** A tar of these files. */
export async function packed(files: Files): Promise<Buffer> {
  const entries = files.map(([path, bytes]) => ({
    kind: 'file' as const,
    path,
    isExecutable: false,
    size: bytes.length,
    content: () => [bytes],
  }));
  return Buffer.concat(await Array.fromAsync(canonicalTar(entries, 0)));
}

/** An image in an archive, with the names that it has there. */
export type ArchivedImage = { readonly image: Image; readonly names: readonly string[] };

const bounds = { bytes: 8 * 1024 ** 3, files: 100_000 };

/** The images of a packed OCI layout, or of what `docker save` wrote. */
export function archivedImages(bytes: Buffer): Promise<readonly ArchivedImage[]> {
  const refuse = (problem: string) => new ReleaseError(`The archive ${problem}.`);
  const read = bytes.length > 2 && bytes.readUInt16BE(0) === 0x1f8b ? readTgz : readTar;
  const files = read(bytes, bounds, refuse).map(({ path, content }) => [path.replace(/^\.\//, ''), content] as const);
  return imagesIn(new Map(files));
}

/** The images in the files of an OCI layout, or of what `docker save` wrote. */
export async function imagesIn(files: ReadonlyMap<string, Buffer>): Promise<readonly ArchivedImage[]> {
  const [index, list] = [files.get('index.json'), files.get('manifest.json')];
  if (index === undefined && list === undefined)
    throw new ReleaseError('The archive has no index.json and no manifest.json.');
  if (index === undefined)
    return (JSON.parse(String(list)) as readonly Saved[]).map((saved) => savedImage(saved, files));
  const { manifests } = JSON.parse(index.toString('utf8')) as { readonly manifests: readonly Entry[] };
  const found: ArchivedImage[] = [];
  for (const { annotations = {}, ...part } of manifests) {
    const image = await wholeImage(part, async (digest) => files.get(`blobs/${digest.replace(':', '/')}`));
    if (image === undefined) throw new ReleaseError(`The archive has not everything of ${part.digest}.`);
    const name = annotations['io.containerd.image.name'];
    found.push({ image, names: name === undefined ? [] : [name] });
  }
  return found;
}

type Entry = Part & { readonly annotations?: Readonly<Record<string, string>> };
type Saved = {
  readonly Config: string;
  readonly RepoTags: readonly string[] | null;
  readonly Layers: readonly string[];
};

function savedImage({ Config, RepoTags, Layers }: Saved, files: ReadonlyMap<string, Buffer>): ArchivedImage {
  const blobs = new Map<string, Buffer>();
  const part = (mediaType: string, path: string): Part => {
    const bytes = files.get(path);
    if (bytes === undefined) throw new ReleaseError(`The archive has no ${path}.`);
    const digest = digestOf(bytes);
    blobs.set(digest, bytes);
    return { mediaType, digest, size: bytes.length };
  };
  const isZipped = (path: string) => files.get(path)?.[0] === 0x1f;
  const layer = 'application/vnd.oci.image.layer.v1.tar';
  const root = manifestFrom({
    mediaType: 'application/vnd.oci.image.manifest.v1+json',
    config: part('application/vnd.oci.image.config.v1+json', Config),
    layers: Layers.map((path) => part(isZipped(path) ? `${layer}+gzip` : layer, path)),
  });
  return { image: { root, manifests: [root], blobs }, names: RepoTags ?? [] };
}
