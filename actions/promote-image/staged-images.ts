import { divided, refuseAll, ReleaseError } from '../../src/domain/error.ts';
import type { ImageList } from '../../src/domain/image-lists/image-list.ts';
import { listedDigest } from '../../src/domain/image-lists/listed.ts';
import type { Evidence } from '../../src/domain/image-lists/list-proposal.ts';
import type { Promotion } from '../../src/domain/image-lists/promotion.ts';
import { parseDigest } from '../../src/domain/images/digest.ts';
import { isIndex } from '../../src/domain/images/manifest.ts';
import type { NamedImage } from '../../src/domain/images/named-image.ts';
import { platformText } from '../../src/domain/images/platform.ts';
import { below, referenceText } from '../../src/domain/images/reference.ts';
import type { ImageRepository, Reference } from '../../src/domain/images/reference.ts';
import { awaitedImage, seeImage } from '../../src/plans/seen-image.ts';
import type { SeenImage } from '../../src/plans/seen-image.ts';
import type { Condition } from '../../src/world/change.ts';
import { boundedly, orRefusal } from '../../src/world/parallel.ts';
import type { Registry } from '../../src/world/registry/registry.ts';
import type { Wanted } from './contract.ts';

/** An image that is to be promoted. */
export type StagedImage = {
  readonly name: string;
  readonly tag: string;
  readonly digest: string;
  /** Whether the list has it. */
  readonly isListed: boolean;
  /** What is staged. undefined if nobody has to look, because the list has it. */
  readonly seen: SeenImage | undefined;
};

type Look = { readonly images: readonly StagedImage[]; readonly waitsFor: readonly Condition[] };

/** Looks at the images where they are staged. */
export async function lookAtStaged(wanted: Wanted, list: ImageList, registry: Registry): Promise<Look> {
  const named = wanted.images.length > 0 ? wanted.images : await imagesWithTag(wanted, registry);
  const look = (image: NamedImage) => orRefusal(lookAt(image, { wanted, list, registry }));
  const { values, refusals } = divided(await boundedly(named, look));
  refuseAll('Some images are not what they should be.', refusals);
  return {
    images: values.flatMap((one) => ('digest' in one ? [one] : [])),
    waitsFor: values.flatMap((one) => ('digest' in one ? [] : [one])),
  };
}

type Context = { readonly wanted: Wanted; readonly list: ImageList; readonly registry: Registry };

async function lookAt(
  { name, digest, ...named }: NamedImage,
  { wanted, list, registry }: Context,
): Promise<StagedImage | Condition> {
  const { from, platforms } = wanted;
  const tag = named.tag ?? wanted.tag;
  if (tag === undefined) throw withoutTag(name);
  const listed = listedDigest(list, name, tag);
  const image = { name, tag, isListed: listed !== undefined };
  if (listed !== undefined && listed === digest) return { ...image, digest: listed, seen: undefined };
  const reference = { ...below(from, name), tag, ...(digest !== undefined && { digest }) };
  const seen = await seeImage(reference, platforms, registry);
  if (seen !== undefined) return { ...image, digest: seen.found.digest, seen };
  // Staging registries forget their images after some months.
  return listed === undefined ? awaitedImage(reference) : { ...image, digest: digest ?? listed, seen: undefined };
}

async function imagesWithTag({ from, tag }: Wanted, registry: Registry): Promise<readonly NamedImage[]> {
  if (tag === undefined)
    throw new ReleaseError('The inputs say neither which images are promoted nor which tag.', {
      fix: 'Set the input tag, and images if not all images with this tag are promoted.',
    });
  const names = await registry.withTag(from, tag);
  // Images below mock/ are made to try the build: kpromo leaves them out, too.
  const found = names.filter((name) => name !== '' && !name.startsWith('mock/'));
  if (found.length > 0) return found.map((name) => ({ name }));
  throw new ReleaseError(`No image below ${referenceText(from)} has the tag ${tag}.`, {
    fix: 'Find out whether the build has failed or is still running. To wait for an image, name it in the input images and set wait: 30m.',
  });
}

const withoutTag = (name: string) =>
  new ReleaseError(`${name} has no tag.`, {
    fix: `Set the input tag, or write ${name}=v1.2.3 in the input images.`,
  });

/** Reads images again. Refuses what is not there any more, and what is another image now. */
export async function evidenceOf(
  promotions: readonly Promotion[],
  from: ImageRepository,
  registry: Registry,
): Promise<readonly Evidence[]> {
  const { values, refusals } = divided(
    await boundedly(promotions, (promotion) => orRefusal(evidence(promotion, from, registry))),
  );
  refuseAll('Some images are not staged as they are to be promoted.', refusals);
  return values;
}

async function evidence(promotion: Promotion, from: ImageRepository, registry: Registry): Promise<Evidence> {
  const { name, digest, tags } = promotion;
  const place = below(from, name);
  const [first] = await boundedly(tags, (tag) => stillThere({ ...place, tag, digest: parseDigest(digest) }, registry));
  if (first === undefined) throw new Error(`${name} has no tag`);
  return {
    ...promotion,
    source: referenceText(place),
    isIndex: isIndex(first.found.mediaType),
    platforms: first.platforms?.map(platformText),
  };
}

async function stillThere(reference: Reference, registry: Registry): Promise<SeenImage> {
  const seen = await seeImage(reference, [], registry);
  if (seen !== undefined) return seen;
  throw new ReleaseError(`${referenceText(reference)} is not staged any more.`, {
    fix: 'Nothing was proposed. Find out who has deleted it. If it is built again, it gets another digest: use a new tag.',
  });
}
