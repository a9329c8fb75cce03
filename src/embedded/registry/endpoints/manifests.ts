import type { WireAnswer } from '../../wire/answer.ts';
import type { Call, Route } from '../core/call.ts';
import { type Repository, sizeIn } from '../core/contents.ts';
import { algorithmOf, digestOf } from '../core/digest.ts';
import { blobsOf, fieldsOf, type Manifest, type ManifestFields, manifestTypes } from '../core/manifest.ts';
import { Refused } from '../core/refused.ts';
import { repositoryOf } from './lists.ts';

const path = /^\/v2\/(?<name>.+)\/manifests\/(?<reference>[^/]+)$/;

export const manifestRoutes: readonly Route[] = [
  { methods: ['GET', 'HEAD'], path, action: 'pull', reads: 'manifest', answer: readManifest },
  { methods: ['PUT'], path, action: 'push', answer: putManifest },
  { methods: ['DELETE'], path, action: 'delete', answer: deleteManifest },
];

function readManifest(call: Call): WireAnswer {
  const { settings, record } = call;
  const { digest, mediaType, bytes } = manifestOf(call);
  if (!isAccepted(record.headers.accept, mediaType))
    throw new Refused('MANIFEST_UNKNOWN', { details: [{ mediaType, accept: record.headers.accept }] });
  const headers = {
    'content-type': mediaType,
    'content-length': String(bytes.length),
    ...(settings.digestHeader && { 'docker-content-digest': digest }),
  };
  return { status: 200, headers, ...(record.method === 'GET' && { body: bytes }) };
}

/** Registries do not send a manifest of a kind that the client does not name. */
function isAccepted(accept: string | undefined, mediaType: string): boolean {
  const types = new Set((accept ?? '*/*').split(',').map((type) => type.split(';')[0]?.trim()));
  return ['*/*', 'application/*', mediaType].some((type) => types.has(type));
}

function manifestOf(call: Call): Manifest {
  const { manifests, tags } = repositoryOf(call);
  const { reference, settings } = call;
  const [, hex] = /^sha256-([0-9a-f]{64})$/.exec(reference) ?? [];
  const namesake = settings.digestAsTag && hex !== undefined ? manifests.get(`sha256:${hex}`) : undefined;
  const found = manifests.get(checked(reference)) ?? manifests.get(tags.get(reference) ?? '') ?? namesake;
  if (found === undefined) throw new Refused('MANIFEST_UNKNOWN', { details: [{ reference }] });
  return found;
}

/** A reference that is a digest or a tag. */
function checked(reference: string): string {
  const isTag = /^\w[\w.-]{0,127}$/.test(reference);
  if (!isTag && !reference.includes(':')) throw new Refused('MANIFEST_INVALID', { details: [{ reference }] });
  if (!isTag && algorithmOf(reference) === undefined)
    throw new Refused('DIGEST_INVALID', { details: [{ digest: reference }] });
  return reference;
}

const mostBytes = 4 * 1024 * 1024;

async function putManifest(call: Call): Promise<WireAnswer | undefined> {
  const { contents, settings, base, name, record } = call;
  const reference = checked(call.reference);
  const bytes = await wholeBody(call);
  if (bytes === undefined) return undefined;
  const mediaType = record.headers['content-type']?.split(';')[0]?.trim() ?? '';
  const fields = checkedFields(bytes, mediaType);
  const algorithm = algorithmOf(reference);
  const digest = digestOf(bytes, algorithm);
  if (algorithm !== undefined && digest !== reference) throw new Refused('DIGEST_INVALID', { details: [{ digest }] });
  const repository = contents.writable(name);
  refuseMissing(repository, fields);
  contents.addManifest(
    repository,
    { digest, mediaType, bytes, fields },
    algorithm === undefined ? reference : undefined,
  );
  const { subject } = fields;
  const headers = {
    location: `${base}/v2/${name}/manifests/${digest}`,
    'docker-content-digest': digest,
    ...(subject !== undefined && settings.referrers && { 'oci-subject': subject.digest }),
  };
  return { status: 201, headers };
}

/** `undefined` if the client is gone. */
async function wholeBody({ message, record }: Call): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of message.iterator({ destroyOnReturn: false })) {
      chunks.push(chunk as Buffer);
      record.bytes += (chunk as Buffer).length;
      if (record.bytes > mostBytes) throw new Refused('MANIFEST_INVALID', { status: 413, details: [{ mostBytes }] });
    }
  } catch (error) {
    if (message.complete || error instanceof Refused) throw error;
    return undefined;
  }
  return Buffer.concat(chunks);
}

function checkedFields(bytes: Buffer, mediaType: string): ManifestFields {
  const fields = fieldsOf(bytes);
  const isKnown = manifestTypes.includes(mediaType);
  const isSame = fields?.mediaType === undefined || fields.mediaType === mediaType;
  if (fields === undefined || !isKnown || !isSame)
    throw new Refused('MANIFEST_INVALID', { details: [{ contentType: mediaType, mediaType: fields?.mediaType }] });
  return fields;
}

/** Everything that a manifest names must be there, with the size that it names. Its subject may come later. */
function refuseMissing(repository: Repository, fields: ManifestFields): void {
  const named = [
    ...blobsOf(fields).map((descriptor) => ({ kind: 'blob' as const, descriptor })),
    ...(fields.manifests ?? []).map((descriptor) => ({ kind: 'manifest' as const, descriptor })),
  ];
  const sized = named.map(({ kind, descriptor }) => ({
    descriptor,
    size: sizeIn(repository, kind, descriptor.digest),
  }));
  const missing = sized.filter(({ size }) => size === undefined);
  if (missing.length > 0)
    throw new Refused('MANIFEST_BLOB_UNKNOWN', { details: missing.map(({ descriptor }) => descriptor) });
  const other = sized.filter(({ descriptor, size }) => size !== descriptor.size);
  if (other.length > 0) throw new Refused('MANIFEST_INVALID', { details: other });
}

function deleteManifest(call: Call): WireAnswer {
  if (call.settings.deletes === 'nothing') throw new Refused('UNSUPPORTED');
  const { digest } = manifestOf(call);
  const repository = repositoryOf(call);
  if (algorithmOf(call.reference) === undefined) call.contents.deleteTag(repository, call.reference);
  else call.contents.deleteManifest(repository, digest);
  return { status: 202 };
}
