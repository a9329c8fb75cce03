import type { Digest } from './digest.ts';
import type { Platform } from './platform.ts';

/** Names content by its hash: https://github.com/opencontainers/image-spec/blob/main/descriptor.md */
export type Descriptor = {
  readonly mediaType: string;
  readonly digest: Digest;
  readonly size: number;
  readonly platform?: Platform;
  readonly artifactType?: string;
  /** Where a layer is that the registry itself may not have, such as the base of Windows. */
  readonly isForeign?: boolean;
};

/** An image or another artifact, such as a chart or a signature. */
export type ImageManifest = {
  readonly kind: 'image';
  readonly config: Descriptor;
  readonly layers: readonly Descriptor[];
  readonly subject?: Descriptor;
};

/** Several images, usually one a platform. */
export type IndexManifest = {
  readonly kind: 'index';
  readonly manifests: readonly Descriptor[];
  readonly subject?: Descriptor;
};

export type Manifest = ImageManifest | IndexManifest;

/** Everything that a manifest consists of. */
export const partsOf = (manifest: Manifest): readonly Descriptor[] =>
  manifest.kind === 'index' ? manifest.manifests : [manifest.config, ...manifest.layers];

/** What names an image in a registry. */
export type Found = Pick<Descriptor, 'mediaType' | 'digest' | 'size'>;

export const mediaTypes = {
  image: ['application/vnd.oci.image.manifest.v1+json', 'application/vnd.docker.distribution.manifest.v2+json'],
  index: ['application/vnd.oci.image.index.v1+json', 'application/vnd.docker.distribution.manifest.list.v2+json'],
} as const;

/** The first manifests of Docker have signatures in them, and their digests are not those of their bytes. */
export const isSchema1 = (mediaType: string): boolean =>
  /^application\/vnd\.docker\.distribution\.manifest\.v1\+(?:json|prettyjws)$/.test(mediaType);

export const isIndex = (mediaType: string): boolean => mediaTypes.index.some((known) => known === mediaType);
export const isManifest = (mediaType: string): boolean =>
  isIndex(mediaType) || mediaTypes.image.some((known) => known === mediaType);

/** Layers that registries may not redistribute. They stay where their `urls` say. */
export const isForeignLayer = (mediaType: string): boolean =>
  /^application\/vnd\.(?:docker\.image\.rootfs\.foreign\.|oci\.image\.layer\.nondistributable\.)/.test(mediaType);

/** The tag below which a registry without the API of referrers has them: the tag schema of the specification. */
export const fallbackTag = (digest: Digest): string => digest.replace(/^(\w+):(\w{64}).*$/, '$1-$2');

/** cosign's own tags for what belongs to an image: signatures, attestations, SBOMs. */
export const cosignTags = (digest: Digest): readonly string[] =>
  ['sig', 'att', 'sbom'].map((kind) => `${digest.replace(':', '-')}.${kind}`);
