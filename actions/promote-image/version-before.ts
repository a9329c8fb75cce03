import { divided, refuseAll, ReleaseError } from '../../src/domain/error.ts';
import type { ImageList } from '../../src/domain/image-lists/image-list.ts';
import { versionBefore } from '../../src/domain/image-lists/listed.ts';
import type { PromoterManifest } from '../../src/domain/image-lists/promoter-manifest.ts';
import { isDigest } from '../../src/domain/images/digest.ts';
import { isIndex } from '../../src/domain/images/manifest.ts';
import { missingPlatforms, platformText } from '../../src/domain/images/platform.ts';
import { below, referenceText } from '../../src/domain/images/reference.ts';
import { listed } from '../../src/domain/text.ts';
import { seeImage } from '../../src/plans/seen-image.ts';
import type { SeenImage } from '../../src/plans/seen-image.ts';
import { boundedly, orRefusal } from '../../src/world/parallel.ts';
import type { Registry } from '../../src/world/registry/registry.ts';
import type { StagedImage } from './staged-images.ts';

type Context = { readonly list: ImageList; readonly manifest: PromoterManifest; readonly registry: Registry };

// Why: docs/decisions.md D68
/**
 * Refuses an image for fewer platforms than the version before it has. The first version of an image is compared with the
 * other images of the run. Gives notes about what could not be compared.
 */
export async function compareWithBefore(images: readonly StagedImage[], context: Context): Promise<readonly string[]> {
  const isNew = ({ isListed, seen }: StagedImage) => !isListed && seen?.platforms !== undefined;
  const { values, refusals } = divided(
    await boundedly(images.filter(isNew), (image) => orRefusal(compare(image, images, context))),
  );
  refuseAll('Some images are not for all platforms.', refusals);
  return values.flat();
}

async function compare(
  { name, tag, seen }: StagedImage,
  all: readonly StagedImage[],
  { list, manifest, registry }: Context,
): Promise<readonly string[]> {
  if (seen === undefined) return [];
  const before = versionBefore(list, name, tag);
  if (before === undefined) {
    const sibling = all.find((one) => one.seen !== undefined && isIndex(one.seen.found.mediaType));
    if (sibling !== undefined && !forOnePlatform.test(name)) refuseSingle(seen, `${sibling.name}:${sibling.tag}`);
    return [];
  }
  const { digest } = before;
  const places = [manifest.from, ...manifest.to.slice(0, 1)].map((place) => below(place, name));
  for (const place of places) {
    const old = isDigest(digest) ? await seeImage({ ...place, digest }, [], registry) : undefined;
    if (old === undefined) continue;
    if (isIndex(old.found.mediaType)) refuseSingle(seen, `${name}:${before.tag}`);
    refuseMissing(seen, old, `${name}:${before.tag}`);
    return [];
  }
  return [`${name}:${before.tag} is not there any more, so the platforms of ${name}:${tag} are compared with nothing.`];
}

/** Some projects have an image for each platform, and name it so. */
const forOnePlatform = /-(?:amd64|arm|arm64|ppc64le|riscv64|s390x)$/;

function refuseSingle({ reference, found, platforms = [] }: SeenImage, other: string): void {
  if (isIndex(found.mediaType)) return;
  throw new ReleaseError(
    `${referenceText(reference)} is a single image for ${listed(platforms.map(platformText))}, but ${other} is an index of several.`,
    { fix },
  );
}

function refuseMissing({ reference, platforms = [] }: SeenImage, old: SeenImage, other: string): void {
  const missing = missingPlatforms(old.platforms ?? [], platforms);
  if (missing.length === 0) return;
  throw new ReleaseError(
    `${referenceText(reference)} has no image for ${listed(missing.map(platformText))}, which ${other} has.`,
    { fix },
  );
}

const fix =
  'Build the image for all platforms, and push it with a new tag. If it is right as it is, name its platforms in the input platforms.';
