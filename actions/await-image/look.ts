import { divided, refuseAll } from '../../src/domain/error.ts';
import { platformText } from '../../src/domain/images/platform.ts';
import { referenceText } from '../../src/domain/images/reference.ts';
import type { Reference } from '../../src/domain/images/reference.ts';
import { awaitedImage, seeImage } from '../../src/plans/seen-image.ts';
import type { SeenImage } from '../../src/plans/seen-image.ts';
import type { Condition } from '../../src/world/change.ts';
import { boundedly, orRefusal } from '../../src/world/parallel.ts';
import { signatureOf } from './signature.ts';
import type { Ports, SignatureState, Wanted } from './signature.ts';

/** An image for the output. */
export type Awaited = {
  readonly reference: string;
  readonly digest: string;
  readonly mediaType: string;
  readonly platforms: readonly string[];
  readonly referrers: readonly { readonly digest: string; readonly type: string }[];
  readonly signed: SignatureState;
};

type Look = { readonly waitsFor?: Condition; readonly found?: Awaited; readonly notes: readonly string[] };

/** Looks at all images. What is wrong with any of them is refused, also if another one is still missing. */
export async function look(images: readonly Reference[], wanted: Wanted, ports: Ports) {
  const { values, refusals } = divided(
    await boundedly(images, (reference) => orRefusal(lookAt(reference, wanted, ports))),
  );
  refuseAll('Some images are not what they should be.', refusals);
  return {
    waitsFor: values.map((one) => one.waitsFor),
    notes: values.flatMap(({ notes }) => notes),
    found: values.flatMap(({ found }) => (found === undefined ? [] : [found])),
  };
}

async function lookAt(reference: Reference, wanted: Wanted, ports: Ports): Promise<Look> {
  const image = await seeImage(reference, wanted.platforms, ports.registry);
  const name = referenceText(reference);
  if (image === undefined) return { notes: [], waitsFor: awaitedImage(reference) };
  const { digest, mediaType } = image.found;
  const { state, referrers, notes } = await signatureOf(image, wanted, ports);
  const found = {
    reference: name,
    digest,
    mediaType,
    platforms: (image.platforms ?? []).map(platformText),
    referrers,
    signed: state,
  };
  const isUnsigned = wanted.isSigned && state === 'none';
  return {
    found,
    notes: [...platformNotes(image, wanted), ...notes],
    ...(isUnsigned && {
      waitsFor: {
        title: `signature of ${name}`,
        fix: 'Find out whether the image is signed where it is built or promoted. To wait for that, set wait: 30m.',
      },
    }),
  };
}

function platformNotes({ reference, platforms, found }: SeenImage, wanted: Wanted): readonly string[] {
  if (platforms !== undefined || wanted.platforms.length === 0) return [];
  const type = found.manifest.kind === 'image' ? found.manifest.config.mediaType : found.mediaType;
  return [`${referenceText(reference)} is no image (${type}), so that it has no platforms`];
}
