import { divided, refuseAll } from '../../src/domain/error.ts';
import type { Found } from '../../src/domain/images/manifest.ts';
import type { Platform } from '../../src/domain/images/platform.ts';
import { repositoryOf } from '../../src/domain/images/reference.ts';
import type { Reference } from '../../src/domain/images/reference.ts';
import { awaitedImage, refuseOtherDigest, seeImage } from '../../src/plans/seen-image.ts';
import type { Condition } from '../../src/world/change.ts';
import { boundedly, orRefusal } from '../../src/world/parallel.ts';
import type { Copying, Registry } from '../../src/world/registry/registry.ts';
import type { Promotion } from './promotions.ts';

/** An image, and what is at the places where it is to be. */
type SeenPromotion = { readonly promotion: Promotion; readonly image: Found; readonly copies: readonly Copying[] };

export type CopyLook = {
  readonly seen: readonly SeenPromotion[];
  readonly waitsFor: readonly Condition[];
};

/** Looks at all images, at their sources and their destinations. */
export async function lookAtCopies(
  promotions: readonly Promotion[],
  platforms: readonly Platform[],
  registry: Registry,
): Promise<CopyLook> {
  const { values, refusals } = divided(
    await boundedly(promotions, (one) => orRefusal(lookAt(one, platforms, registry))),
  );
  refuseAll('Some images are not what they should be.', refusals);
  const seen = values.flatMap((one) => ('image' in one ? [one] : []));
  return { seen, waitsFor: values.flatMap((one) => ('image' in one ? [] : [one])) };
}

// Why: docs/decisions.md D60
/** If the digest is named, and all places have it, the source is not asked. */
async function lookAt(
  promotion: Promotion,
  platforms: readonly Platform[],
  registry: Registry,
): Promise<SeenPromotion | Condition> {
  const { from, to } = promotion;
  const there = await boundedly(to, (place) => registry.find(place));
  const isThere = from.digest !== undefined && there.every((found) => found?.digest === from.digest);
  const [first] = there;
  const [asked = from] = isThere ? to : [from];
  const source = isThere && platforms.length === 0 ? first : await imageAt({ ...from, ...asked }, platforms, registry);
  if (source === undefined) return awaitedImage(from);
  const copies = to.map((place, index) => ({ from: repositoryOf(from), image: source, to: place, seen: there[index] }));
  return { promotion, image: source, copies };
}

async function imageAt(reference: Reference, platforms: readonly Platform[], registry: Registry) {
  if (platforms.length > 0) return (await seeImage(reference, platforms, registry))?.found;
  const found = await registry.manifest(reference);
  if (found !== undefined) refuseOtherDigest(reference, found);
  return found;
}
