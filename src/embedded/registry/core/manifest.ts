export type Descriptor = {
  readonly mediaType: string;
  readonly digest: string;
  readonly size: number;
  readonly urls?: readonly string[];
  readonly artifactType?: string;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly platform?: { readonly os: string; readonly architecture: string };
};

/** What a registry reads of a manifest. */
export type ManifestFields = {
  readonly mediaType?: string;
  readonly artifactType?: string;
  readonly config?: Descriptor;
  readonly layers?: readonly Descriptor[];
  readonly manifests?: readonly Descriptor[];
  readonly subject?: Descriptor;
  readonly annotations?: Readonly<Record<string, string>>;
};

export type Manifest = {
  readonly digest: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
  readonly fields: ManifestFields;
};

/** The kinds of manifests that can be pushed. */
export const manifestTypes: readonly string[] = [
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
];

/** The fields of a manifest; undefined if it is no JSON object, or if the fields are of other types. */
export function fieldsOf(bytes: Buffer): ManifestFields | undefined {
  const value = parsed(bytes);
  if (!isObject(value)) return undefined;
  const { config, layers = [], manifests = [], subject } = value;
  if (!Array.isArray(layers) || !Array.isArray(manifests)) return undefined;
  const descriptors = [config, subject, ...layers, ...manifests].filter((one) => one !== undefined);
  return descriptors.every(isDescriptor) ? value : undefined;
}

/** The blobs that have to be there before the manifest. Foreign layers are not distributed by registries. */
export function blobsOf({ config, layers = [] }: ManifestFields): readonly Descriptor[] {
  const own = layers.filter(({ mediaType }) => !/nondistributable|\.foreign\./.test(mediaType));
  return config === undefined ? own : [config, ...own];
}

/** An entry of the answer to a question for referrers. */
export function referrerOf({ digest, mediaType, bytes, fields }: Manifest): Descriptor {
  const artifactType = fields.artifactType || fields.config?.mediaType;
  const { annotations } = fields;
  return {
    mediaType,
    digest,
    size: bytes.length,
    ...(artifactType !== undefined && { artifactType }),
    ...(annotations !== undefined && { annotations }),
  };
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isDescriptor(value: unknown): boolean {
  return isObject(value) && typeof value['digest'] === 'string' && typeof value['size'] === 'number';
}
