import { ReleaseError } from '../../domain/error.ts';
import type { Platform } from '../../domain/images/platform.ts';
import { referenceText } from '../../domain/images/reference.ts';
import type { ImageRepository } from '../../domain/images/reference.ts';
import { maybe, Misfit, record, string } from '../shape.ts';
import type { Blobs } from './blobs.ts';
import type { SeenManifest } from './manifests.ts';
import type { Server } from './server.ts';

const configTypes = [
  'application/vnd.oci.image.config.v1+json',
  'application/vnd.docker.container.image.v1+json',
] as const;
const config = record({ os: maybe(string), architecture: maybe(string), variant: maybe(string) });

/** What an image runs on. undefined if it is no image, but a chart, a signature or another artifact. */
export async function platformsOf(
  { manifest, digest }: SeenManifest,
  place: ImageRepository,
  { server, blobs }: { readonly server: Server; readonly blobs: Blobs },
): Promise<readonly Platform[] | undefined> {
  // Attestations stand in an index with the platform unknown/unknown.
  if (manifest.kind === 'index')
    return manifest.manifests.flatMap(({ platform }) => (platform && platform.os !== 'unknown' ? [platform] : []));
  if (!configTypes.some((type) => type === manifest.config.mediaType)) return undefined;
  const bytes = await blobs.read(server, place, manifest.config);
  try {
    const { os, architecture, variant } = config(JSON.parse(bytes.toString('utf8')));
    if (!os || !architecture) return [];
    return [{ os, architecture, ...(variant && { variant }) }];
  } catch (cause) {
    if (!(cause instanceof Misfit || cause instanceof SyntaxError)) throw cause;
    throw new ReleaseError(
      `The configuration of ${referenceText({ ...place, digest })} cannot be read: ${cause.message}.`,
      {
        fix: 'Find out what has built this image.',
        cause,
      },
    );
  }
}
