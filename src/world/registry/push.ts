import type { Found } from '../../domain/images/manifest.ts';
import { referenceText, repositoryOf } from '../../domain/images/reference.ts';
import type { TagReference } from '../../domain/images/reference.ts';
import { ReleaseError } from '../../domain/error.ts';
import type { Change } from '../change.ts';
import type { Host } from '../host.ts';
import { boundedly } from '../parallel.ts';
import type { Blob, Blobs } from './blobs.ts';
import { digestOf, longestManifest } from './manifests.ts';
import type { Manifests } from './manifests.ts';
import type { Server } from './server.ts';
import { otherImage, tagKey, tagPlace, writeTag } from './tags.ts';

/** An artifact that was built here: its manifest, and everything that the manifest names. */
export type Pushed = {
  readonly manifest: { readonly mediaType: string; readonly bytes: Uint8Array };
  readonly blobs: readonly Blob[];
};

type Context = {
  readonly host: Host;
  readonly server: Server;
  readonly manifests: Manifests;
  readonly blobs: Blobs;
};

/** Uploads what is missing, and writes the tag last. */
export function push(
  reference: TagReference,
  { manifest: { mediaType, bytes }, blobs, seen }: Pushed & { readonly seen: Found | undefined },
  context: Context,
): Change<Found> | undefined {
  const made = { mediaType, digest: digestOf(bytes), size: bytes.length };
  const name = referenceText(reference);
  if (seen?.digest === made.digest) return undefined;
  if (seen !== undefined) throw otherImage(reference, seen, made);
  if (bytes.length > longestManifest)
    throw new ReleaseError(`The manifest of ${name} has ${bytes.length} bytes, and registries take at most 4 MiB.`, {
      fix: 'Use fewer layers and annotations.',
    });
  const apply = async () => {
    await boundedly(blobs, async (blob) => {
      if (await context.blobs.has(context.server, reference, blob)) return;
      await context.blobs.send(context.server, reference, blob);
      context.host.progress(`uploaded ${blob.digest} to ${referenceText(repositoryOf(reference))}`);
    });
    await writeTag(reference, { ...made, bytes }, context);
    return made;
  };
  return {
    keys: [tagKey(reference)],
    title: `Push ${name}`,
    detail: [
      `manifest ${made.digest}, ${made.size} bytes`,
      ...blobs.map(({ digest, size }) => `${digest}, ${size} bytes`),
    ].join('\n'),
    places: [tagPlace(reference, made.digest)],
    reach: 'remote',
    apply,
  };
}
