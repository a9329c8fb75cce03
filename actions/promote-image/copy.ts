import { referenceText } from '../../src/domain/images/reference.ts';
import type { World } from '../../src/world/world.ts';
import type { PromotePlan, Wanted } from './contract.ts';
import { lookAtCopies } from './copy-look.ts';
import { promotionsOf } from './promotions.ts';
import { lackingAt } from './proof.ts';

/** The plan of `via: copy`. */
export async function copyImages(wanted: Wanted, world: World): Promise<PromotePlan> {
  const registry = await world.registry(wanted.registries);
  const promotions = promotionsOf(wanted);
  const { referrers } = wanted;
  const { seen, waitsFor } = await lookAtCopies(promotions, wanted.platforms, registry);
  const copies = seen.flatMap((one) => one.copies);
  const [missing, there] = [
    copies.filter((one) => one.seen === undefined),
    copies.filter((one) => one.seen !== undefined),
  ];
  const images = seen.map(({ promotion: { name, from, to }, image }) => ({
    name,
    tag: from.tag,
    digest: image.digest,
    to: to.map(referenceText),
  }));
  return {
    notes: there.map(({ to }) => `${referenceText(to)} is there`),
    waitsFor,
    changes: [registry.copy(copies, { referrers })],
    proof: () => lackingAt(there, { referrers }, registry),
    outputs: {
      images,
      copied: missing.map(({ to }) => referenceText(to)),
      skipped: there.map(({ to }) => referenceText(to)),
      pullRequestNumber: undefined,
      pullRequestUrl: undefined,
    },
    facts: () =>
      images.map(({ name, tag, digest, to }) => ({ name: `${name}:${tag}`, value: [digest, ...to].join('\n') })),
  };
}
