import { ReleaseError } from '../domain/error.ts';
import type { Found } from '../domain/images/manifest.ts';
import { missingPlatforms, platformText } from '../domain/images/platform.ts';
import type { Platform } from '../domain/images/platform.ts';
import { referenceText } from '../domain/images/reference.ts';
import type { Reference } from '../domain/images/reference.ts';
import { listed } from '../domain/text.ts';
import type { Condition } from '../world/change.ts';
import type { Registry, SeenManifest } from '../world/registry/registry.ts';

/** An image that is there. */
export type SeenImage = {
  readonly reference: Reference;
  readonly found: SeenManifest;
  /** undefined if it is no image, but a chart or another artifact. */
  readonly platforms: readonly Platform[] | undefined;
};

/** Looks at an image. undefined if it is not there. Refuses another digest than the expected one, and a missing platform. */
export async function seeImage(
  reference: Reference,
  wanted: readonly Platform[],
  registry: Registry,
): Promise<SeenImage | undefined> {
  const found = await registry.manifest(reference);
  if (found === undefined) return undefined;
  refuseOtherDigest(reference, found);
  const platforms = await registry.platforms(reference, found);
  if (platforms !== undefined) refuseMissing(reference, wanted, platforms);
  return { reference, found, platforms };
}

/** What a plan waits for if an image is not there. */
export const awaitedImage = (reference: Reference): Condition => ({
  title: `image ${referenceText(reference)}`,
  fix: 'Find out whether its build has failed or is still running. To wait for it, set wait: 30m.',
});

/** Refuses another digest than the one that a reference expects. */
export function refuseOtherDigest({ digest, ...reference }: Reference, found: Found): void {
  if (digest !== undefined && digest !== found.digest)
    throw new ReleaseError(`${referenceText(reference)} is ${found.digest}, not ${digest}.`, {
      fix: 'Something else was pushed with this tag. Find out which of the two was tested, and name its digest.',
    });
}

function refuseMissing(reference: Reference, wanted: readonly Platform[], there: readonly Platform[]): void {
  const missing = missingPlatforms(wanted, there);
  if (missing.length === 0) return;
  const [lacks, has] = [missing, there].map((platforms) => listed(platforms.map(platformText)));
  const instead = there.length === 0 ? 'and names none that it has' : `only for ${has}`;
  throw new ReleaseError(`${referenceText(reference)} has no image for ${lacks}, ${instead}.`, {
    fix: 'Build the image for all platforms and push it with a new tag, or remove what it is not made for from platforms.',
  });
}
