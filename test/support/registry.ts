import { createHash } from 'node:crypto';
import type { Registry } from '../../src/embedded/registry/server.ts';

export const types = {
  image: 'application/vnd.oci.image.manifest.v1+json',
  index: 'application/vnd.oci.image.index.v1+json',
  config: 'application/vnd.oci.image.config.v1+json',
  layer: 'application/vnd.oci.image.layer.v1.tar+gzip',
  dockerImage: 'application/vnd.docker.distribution.manifest.v2+json',
  dockerIndex: 'application/vnd.docker.distribution.manifest.list.v2+json',
} as const;

export type Descriptor = { readonly mediaType: string; readonly digest: string; readonly size: number };

export const sha256 = (bytes: Buffer | string): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

type Reply = { readonly status: number; readonly headers: Headers; readonly text: string };

type AskOptions = {
  readonly body?: Buffer | string;
  readonly headers?: Readonly<Record<string, string>>;
};

/** Sends one request, such as `GET /v2/org/app/tags/list`. Redirects are not followed. */
export async function ask(
  { url: origin }: Pick<Registry, 'url'>,
  request: string,
  options: AskOptions = {},
): Promise<Reply> {
  const [method = '', path = ''] = request.split(' ');
  const { body, headers = {} } = options;
  const url = new URL(path, origin);
  const response = await fetch(url, { method, headers, redirect: 'manual', ...(body !== undefined && { body }) });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** The codes of a refusal, after its status: `404 MANIFEST_UNKNOWN`. */
export function refusalIn({ status, text }: Reply): string {
  return `${status} ${codesIn(text).join(' ')}`;
}

/** The codes of a refusal. There are none in another answer. */
export function codesIn(text: string): readonly string[] {
  if (!text.startsWith('{"errors":')) return [];
  const { errors } = JSON.parse(text) as { errors: readonly { code: string }[] };
  return errors.map(({ code }) => code);
}

type ImageOptions = {
  readonly layers?: readonly (Buffer | string)[];
  readonly config?: Readonly<Record<string, unknown>>;
  readonly tag?: string;
  /** More fields of the manifest, such as `subject`. */
  readonly fields?: Readonly<Record<string, unknown>>;
};

/** Puts an image with all its blobs into a repository, and returns its descriptor. */
export async function addImage(registry: Registry, name: string, options: ImageOptions = {}): Promise<Descriptor> {
  const { layers = ['layer'], config = { architecture: 'amd64', os: 'linux' }, tag, fields = {} } = options;
  const added = async (mediaType: string, bytes: Buffer): Promise<Descriptor> => ({
    mediaType,
    digest: await registry.addBlob(name, bytes),
    size: bytes.length,
  });
  const manifest = {
    schemaVersion: 2,
    mediaType: types.image,
    config: await added(types.config, Buffer.from(JSON.stringify(config))),
    layers: await Promise.all(layers.map((layer) => added(types.layer, Buffer.from(layer)))),
    ...fields,
  };
  return addManifest(registry, name, { manifest, ...(tag !== undefined && { tag }) });
}

type ManifestOptions = {
  readonly manifest: { readonly mediaType: string; readonly [field: string]: unknown };
  readonly tag?: string;
};

/** Puts a manifest into a repository, whether or not what it names is there, and returns its descriptor. */
export function addManifest(registry: Registry, name: string, { manifest, tag }: ManifestOptions): Descriptor {
  const bytes = Buffer.from(JSON.stringify(manifest));
  const { mediaType } = manifest;
  const digest = registry.addManifest(name, bytes, { mediaType, ...(tag !== undefined && { tag }) });
  return { mediaType, digest, size: bytes.length };
}
