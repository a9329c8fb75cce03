import { divided, refuseAll, ReleaseError } from '../../src/domain/error.ts';
import { below, referenceText } from '../../src/domain/images/reference.ts';
import type { ImageRepository } from '../../src/domain/images/reference.ts';
import { abridged } from '../../src/domain/text.ts';
import type { Condition } from '../../src/world/change.ts';
import { boundedly, orRefusal } from '../../src/world/parallel.ts';
import type { Registry } from '../../src/world/registry/registry.ts';
import type { StagedImage } from './staged-images.ts';

/** Which of these images a registry of production serves. Refuses a tag that has another digest there. */
export async function servedAt(
  place: ImageRepository,
  images: readonly StagedImage[],
  registry: Registry,
): Promise<ReadonlySet<StagedImage>> {
  const { values, refusals } = divided(
    await boundedly(images, async (image) => orRefusal(isServed(image, place, registry))),
  );
  refuseAll('Production has other images.', refusals);
  return new Set(images.filter((_, index) => values[index]));
}

async function isServed(
  { name, tag, digest }: StagedImage,
  place: ImageRepository,
  registry: Registry,
): Promise<boolean> {
  const reference = { ...below(place, name), tag };
  const found = await registry.find(reference);
  if (found === undefined || found.digest === digest) return found !== undefined;
  throw new ReleaseError(`${referenceText(reference)} is ${found.digest}, not ${digest}.`, {
    fix: 'A tag in production is never moved. Release the new image with another tag.',
  });
}

/** What a registry of production does not serve yet, although the list has it. */
export const awaitedAt = (place: ImageRepository, images: readonly StagedImage[]): readonly Condition[] =>
  images.map(({ name, tag }) => ({ title: referenceText({ ...below(place, name), tag }), fix: promoterFix }));

// Why: docs/decisions.md D68
/** What each registry of production lacks, for `mode: check`. */
export async function lackingInProduction(
  places: readonly ImageRepository[],
  images: readonly StagedImage[],
  registry: Registry,
): Promise<readonly Condition[]> {
  const asked = images.flatMap((image) => places.map((place) => ({ image, place })));
  const { values, refusals } = divided(
    await boundedly(asked, async (one) => {
      const served = await orRefusal(isServed(one.image, one.place, registry));
      return served instanceof ReleaseError ? served : { ...one, served };
    }),
  );
  refuseAll('Production has other images, or does not answer.', refusals);
  return images.flatMap((image) => {
    const [there, missing] = [true, false].map((served) =>
      values.filter((one) => one.image === image && one.served === served).map(({ place }) => referenceText(place)),
    );
    if (missing === undefined || missing.length === 0) return [];
    const has = there === undefined || there.length === 0 ? 'None of the others has it' : `It is at ${abridged(there)}`;
    return [{ title: `${image.name}:${image.tag} at ${abridged(missing)}`, fix: `${has}. ${promoterFix}` }];
  });
}

const promoterFix =
  'The promoter copies what the list has. Wait for its next run, or find out why the last one has failed.';
