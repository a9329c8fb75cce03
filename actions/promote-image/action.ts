import { referenceText } from '../../src/domain/images/reference.ts';
import { defineAction } from '../../src/runtime/action.ts';
import { inputs, outputs } from './contract.ts';
import { lookAtCopies } from './copy.ts';
import { promotionsOf } from './promotions.ts';
import { lackingAt } from './proof.ts';

export default defineAction({
  name: 'Promote image',
  description:
    'Copy the images that were tested to the registries that serve them: the same bytes, with their signatures. A tag is never moved.',
  example: '--via copy --from ghcr.io/org/app --tag v1.3.0 --to quay.io/org/app',
  inputs,
  outputs,
  waits: 'for images that are not staged yet',
  async plan(wanted, world) {
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
      },
      facts: () =>
        images.map(({ name, tag, digest, to }) => ({ name: `${name}:${tag}`, value: [digest, ...to].join('\n') })),
    };
  },
});
