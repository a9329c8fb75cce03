import type { Platform } from '../../domain/images/platform.ts';
import { digestOf } from '../../embedded/registry/core/digest.ts';

/** How manifests name a part of an image. */
export type Part = { readonly mediaType: string; readonly digest: string; readonly size: number };

export type StoredManifest = Part & { readonly bytes: Buffer };

/** An image, or an index of images, with everything that belongs to it. */
export type Image = {
  /** The manifest or index that a tag names. */
  readonly root: StoredManifest;
  /** Every manifest, each before the index that names it. The last one is the root. */
  readonly manifests: readonly StoredManifest[];
  readonly blobs: ReadonlyMap<string, Buffer>;
};

/** What a registry and other programs read of a manifest. */
export type ManifestFields = {
  readonly mediaType?: string;
  readonly config?: Part;
  readonly layers?: readonly Part[];
  readonly manifests?: readonly (Part & { readonly platform?: Platform })[];
  readonly annotations?: Readonly<Record<string, string>>;
};

const ociIndex = 'application/vnd.oci.image.index.v1+json';

export const fieldsOf = ({ bytes }: Pick<StoredManifest, 'bytes'>): ManifestFields =>
  JSON.parse(bytes.toString('utf8')) as ManifestFields;

/** A manifest as it is stored. */
export function manifestFrom(fields: ManifestFields & { readonly mediaType: string }): StoredManifest {
  const bytes = Buffer.from(JSON.stringify({ schemaVersion: 2, ...fields }));
  return { mediaType: fields.mediaType, digest: digestOf(bytes), size: bytes.length, bytes };
}

/** An index of several images. What is in two of them is there once. */
export function indexOf(
  images: readonly (Image & { readonly platform?: Platform })[],
  annotations?: ManifestFields['annotations'],
): Image {
  const manifests = images.map(({ root: { mediaType, digest, size }, platform }) => ({
    mediaType,
    digest,
    size,
    ...(platform !== undefined && { platform }),
  }));
  const root = manifestFrom({ mediaType: ociIndex, manifests, ...(annotations !== undefined && { annotations }) });
  const children = new Map(images.flatMap((one) => one.manifests).map((one) => [one.digest, one]));
  return { root, manifests: [...children.values(), root], blobs: new Map(images.flatMap(({ blobs }) => [...blobs])) };
}

/** Reads a manifest or a blob by its digest. */
export type ReadPart = (digest: string, kind: 'manifest' | 'blob') => Promise<Buffer | undefined>;

/** An image with all its parts; undefined if one is missing. */
export async function wholeImage(
  { mediaType, digest }: Omit<Part, 'size'>,
  read: ReadPart,
): Promise<Image | undefined> {
  const bytes = await read(digest, 'manifest');
  if (bytes === undefined) return undefined;
  const root = { mediaType, digest, size: bytes.length, bytes };
  const { manifests = [], config, layers = [] } = fieldsOf(root);
  const blobs = new Map<string, Buffer>();
  for (const part of config === undefined ? layers : [config, ...layers]) {
    const blob = await read(part.digest, 'blob');
    if (blob === undefined) return undefined;
    blobs.set(part.digest, blob);
  }
  const all = new Map<string, StoredManifest>();
  for (const part of manifests) {
    const child = await wholeImage(part, read);
    if (child === undefined) return undefined;
    for (const one of child.manifests) all.set(one.digest, one);
    for (const [name, blob] of child.blobs) blobs.set(name, blob);
  }
  return { root, manifests: [...all.values(), root], blobs };
}

/** The digest of the configuration. An index has none. */
export const configOf = ({ root }: Image): string | undefined => fieldsOf(root).config?.digest;

/** By which programs name an image on their machine. */
export const idOf = (image: Image): string => configOf(image) ?? image.root.digest;
