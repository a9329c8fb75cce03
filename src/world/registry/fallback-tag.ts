import type { Digest } from '../../domain/images/digest.ts';
import { fallbackTag, mediaTypes } from '../../domain/images/manifest.ts';
import { referenceText } from '../../domain/images/reference.ts';
import type { ImageRepository } from '../../domain/images/reference.ts';
import { maybe, record, string } from '../shape.ts';
import { Moved } from '../change.ts';
import type { Host } from '../host.ts';
import { pause, repeated } from '../retry.ts';
import type { Manifests, SeenManifest } from './manifests.ts';
import { pushes } from './scopes.ts';
import type { Server } from './server.ts';

type Note = {
  readonly place: ImageRepository;
  readonly subject: Digest;
  readonly referrers: readonly SeenManifest[];
};
type Context = { readonly host: Host; readonly server: Server; readonly manifests: Manifests };

const mostTries = 5;

/**
 * Adds referrers to the list that a registry without their API has below a tag. Others may add to it at the same time, and
 * nothing compares: so it is read again until it has them.
 * https://github.com/opencontainers/distribution-spec/blob/main/spec.md#referrers-tag-schema
 */
export async function noteReferrers({ place, subject, referrers }: Note, context: Context): Promise<void> {
  const { host, server, manifests } = context;
  const list = { ...place, tag: fallbackTag(subject) };
  const scopes = [pushes(place)];
  for (let attempt = 1; ; attempt++) {
    const found = await manifests.read(server, list, scopes);
    const known = found?.manifest.kind === 'index' && found.digest !== subject ? found : undefined;
    const digests = known?.manifest.kind === 'index' ? known.manifest.manifests.map(({ digest }) => digest) : [];
    const unknown = referrers.filter(({ digest }) => !digests.includes(digest));
    if (unknown.length === 0) return;
    if (attempt > mostTries) throw new Moved(`something else keeps changing ${referenceText(list)}`);
    if (attempt > 1) await pause(attempt, host);
    const bytes = listOf(known?.bytes, unknown);
    await repeated(() => manifests.put(server, list, { mediaType: mediaTypes.index[0], bytes }, scopes), host);
  }
}

/** What others have written stays as it is. */
function listOf(known: Uint8Array | undefined, referrers: readonly SeenManifest[]): Uint8Array {
  const before = known === undefined ? empty : (JSON.parse(Buffer.from(known).toString('utf8')) as typeof empty); // an index
  const manifests = [...before.manifests, ...referrers.map(described)];
  return Buffer.from(JSON.stringify({ ...before, manifests }));
}

const empty = { schemaVersion: 2, mediaType: mediaTypes.index[0], manifests: [] as readonly object[] };

/** With what the specification wants a list to say about each of them. */
function described({ mediaType, digest, size, bytes, manifest }: SeenManifest) {
  const { artifactType, annotations } = said(JSON.parse(bytes.toString('utf8')));
  const config = manifest.kind === 'image' ? manifest.config.mediaType : undefined;
  const type = artifactType ?? config;
  return {
    mediaType,
    digest,
    size,
    ...(type !== undefined && { artifactType: type }),
    ...(annotations !== undefined && annotations !== null && { annotations }),
  };
}

const said = record({ artifactType: maybe(string), annotations: maybe((value: unknown) => value) });
