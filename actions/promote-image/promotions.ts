import { refuseAll, ReleaseError } from '../../src/domain/error.ts';
import type { NamedImage } from '../../src/domain/images/named-image.ts';
import { below, referenceText } from '../../src/domain/images/reference.ts';
import type { Reference, TagReference } from '../../src/domain/images/reference.ts';
import { inShard } from '../../src/domain/images/shard.ts';
import type { Wanted } from './contract.ts';

/** An image that is to be at other places. */
export type Promotion = {
  readonly name: string;
  /** With the digest that the tag must have, if one is named. */
  readonly from: Reference & TagReference;
  readonly to: readonly TagReference[];
};

/** What is to be promoted in this job. Refuses what contradicts itself. */
export function promotionsOf({ from, images, tag, to, shard }: Wanted): readonly Promotion[] {
  const named: readonly NamedImage[] = images.length > 0 ? images : [{ name: '' }];
  const all = named.map((image) => promotionOf(image, { from, tag, to }));
  refuseAll('Some images cannot be promoted.', [...repeated(all), ...all.flatMap(copiedOntoItself)]);
  return shard === undefined ? all : inShard(all, shard, ({ from: one }) => referenceText(one));
}

function promotionOf(
  { name, tag: own, digest }: NamedImage,
  { from, tag: common, to }: Pick<Wanted, 'from' | 'tag' | 'to'>,
): Promotion {
  const tag = own ?? common;
  if (tag === undefined)
    throw new ReleaseError(`${name === '' ? referenceText(from) : name} has no tag.`, {
      fix: `Set the input tag${name === '' ? '' : `, or write ${name}=v1.2.3 in the input images`}.`,
    });
  const source = { ...below(from, name), tag, ...(digest !== undefined && { digest }) };
  return {
    name: name === '' ? (from.repository.split('/').at(-1) ?? '') : name,
    from: source,
    to: to.map((place) => ({ ...below(place, name), tag })),
  };
}

function repeated(all: readonly Promotion[]): readonly ReleaseError[] {
  const targets = all.flatMap(({ to }) => to.map(referenceText));
  return [...new Set(targets.filter((one, index) => targets.indexOf(one) < index))].map(
    (one) => new ReleaseError(`${one} would be written twice.`, { fix: 'Name each image and each destination once.' }),
  );
}

function copiedOntoItself({ from: { registry, repository, tag }, to }: Promotion): readonly ReleaseError[] {
  const source = referenceText({ registry, repository, tag });
  if (!to.some((one) => referenceText(one) === source)) return [];
  return [new ReleaseError(`${source} would be copied onto itself.`, { fix: 'Name another place in to.' })];
}
