import { ReleaseError } from '../../src/domain/error.ts';
import { parseReference, referenceText } from '../../src/domain/images/reference.ts';
import { parseSigner } from '../../src/domain/images/signer.ts';
import { textLines } from '../../src/domain/text.ts';
import { defineAction } from '../../src/runtime/action.ts';
import { imageInputs } from '../../src/runtime/image-inputs.ts';
import { flag, input } from '../../src/runtime/input.ts';
import { json } from '../../src/runtime/output.ts';
import { look } from './look.ts';
import type { Awaited } from './look.ts';

export default defineAction({
  name: 'Await image',
  description: 'Wait until images exist, and say what they are: digest, platforms, signatures.',
  example: '--images registry.k8s.io/pause:3.10 --platforms linux/amd64',
  inputs: {
    images: input(
      'The images, one per line, such as ghcr.io/org/app:v1.2.3. If @sha256:… stands behind a tag, the tag must have that digest.',
      readImages,
    ),
    platforms: imageInputs.platforms,
    signed: flag('Also wait until each image has a signature.'),
    signedBy: input(
      'Who must have signed: the file of a public key, or an identity and its issuer, such as release@example.org https://accounts.google.com. The signatures are verified by cosign, if it is on PATH.',
      parseSigner,
    ).optional(),
    registries: imageInputs.registries,
  },
  outputs: {
    images: json<readonly Awaited[]>(
      'Each image with reference, digest, mediaType, platforms, referrers and signed (none, present or verified).',
    ),
  },
  waits: 'for images and signatures that are not there yet',
  hasNoMode: true,
  async plan({ images, platforms, signed, signedBy, registries }, world) {
    const wanted = { platforms, isSigned: signed || signedBy !== undefined, signer: signedBy };
    const { waitsFor, notes, found } = await look(images, wanted, {
      registry: await world.registry(registries),
      tools: world.tools,
    });
    return {
      notes,
      waitsFor,
      changes: [],
      outputs: { images: found },
      facts: () =>
        found.map(({ reference, digest, platforms: there, signed: state }) => ({
          name: reference,
          value: [digest, there.join(', '), state === 'none' ? '' : `signature ${state}`]
            .filter((line) => line !== '')
            .join('\n'),
        })),
    };
  },
});

function readImages(text: string) {
  const images = textLines(text).map(parseReference);
  const twice = images.find(
    (one, index) => images.findIndex((other) => referenceText(other) === referenceText(one)) < index,
  );
  if (twice !== undefined)
    throw new ReleaseError(`names ${referenceText(twice)} twice.`, { fix: 'Remove one of the two lines.' });
  return images;
}
