import { parsePlatform, type Platform, platformText } from '../../domain/images/platform.ts';
import { digestOf } from '../../embedded/registry/core/digest.ts';
import { packed } from './archives.ts';
import { configOf, type Image, indexOf, type ManifestFields, manifestFrom, type Part } from './image.ts';

/** What stands for an image that a rehearsal does not build. */
export type MadeUp = {
  readonly labels: Readonly<Record<string, string>>;
  /** What the image would be made from, such as a commit and a Dockerfile. Other content makes another digest. */
  readonly content: string;
  /** `linux/amd64`; without any, that of this machine. */
  readonly platforms: readonly string[];
};

/** A made-up image with one file; for several platforms, an index of such images. */
export async function madeUpImage({ labels, content, platforms }: MadeUp): Promise<Image> {
  const wanted = (platforms.length === 0 ? [ownPlatform] : platforms).map(parsePlatform);
  const images: (Image & { readonly platform: Platform })[] = [];
  for (const platform of wanted)
    images.push({ ...imageFor(platform, labels, await layerOf(`${content} ${platformText(platform)}\n`)), platform });
  const [only] = images;
  return only !== undefined && images.length === 1 ? only : indexOf(images, mark);
}

/** The annotation by which a made-up image is known wherever it is copied to. */
const mark = { 'release-actions.rehearsal': 'made up' };

/** Whether an image, or an index of images, was made up. */
export const isMadeUp = ({ annotations = {} }: Pick<ManifestFields, 'annotations'>): boolean =>
  Object.entries(mark).every(([key, value]) => annotations[key] === value);

const ownPlatform = `linux/${process.arch === 'x64' ? 'amd64' : process.arch}`;

const layerOf = (text: string): Promise<Buffer> => packed([['rehearsal', Buffer.from(text)]]);

function imageFor(platform: Platform, labels: MadeUp['labels'], layer: Buffer): Image {
  const rootfs = { type: 'layers', diff_ids: [digestOf(layer)] };
  const config = Buffer.from(JSON.stringify({ ...platform, config: { Labels: labels }, rootfs }));
  const part = (mediaType: string, bytes: Buffer): Part => ({ mediaType, digest: digestOf(bytes), size: bytes.length });
  const root = manifestFrom({
    mediaType: 'application/vnd.oci.image.manifest.v1+json',
    config: part('application/vnd.oci.image.config.v1+json', config),
    layers: [part('application/vnd.oci.image.layer.v1.tar', layer)],
    annotations: mark,
  });
  return { root, manifests: [root], blobs: new Map([config, layer].map((bytes) => [digestOf(bytes), bytes])) };
}

/** What a build says of its image: https://docs.docker.com/reference/cli/docker/buildx/build/#metadata-file */
export function buildMetadata(image: Image, names: string): string {
  const { mediaType, digest, size } = image.root;
  const config = configOf(image);
  return JSON.stringify({
    ...(config !== undefined && { 'containerimage.config.digest': config }),
    'containerimage.descriptor': { mediaType, digest, size },
    'containerimage.digest': digest,
    ...(names !== '' && { 'image.name': names }),
  });
}
