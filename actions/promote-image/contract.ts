import { parseNamedImage } from '../../src/domain/images/named-image.ts';
import { parseImageRepository, parseTag } from '../../src/domain/images/reference.ts';
import { parseShard } from '../../src/domain/images/shard.ts';
import { imageInputs } from '../../src/runtime/image-inputs.ts';
import { choice, flag, input } from '../../src/runtime/input.ts';
import type { Values } from '../../src/runtime/input.ts';
import { json, list } from '../../src/runtime/output.ts';

export const inputs = {
  via: choice('How images get to production. copy: they are copied from registry to registry.', ['copy']),
  from: input(
    'Where the images are staged: a registry and a folder in it, such as ghcr.io/org/staging.',
    parseImageRepository,
  ),
  images: input(
    'The images below from, one per line: NAME, NAME=TAG, or NAME=TAG@DIGEST if the tag must have that digest. Default: from itself is the image.',
    parseNamedImage,
  )
    .list()
    .or(''),
  tag: input('The tag of the images whose line names none.', parseTag).optional(),
  to: input(
    'Where the images go, one registry and folder per line, such as registry.example.org/org. The images keep their names and tags.',
    parseImageRepository,
  ).list(),
  referrers: flag('Whether signatures, attestations and SBOMs go along.', 'true'),
  platforms: imageInputs.platforms,
  shard: input(
    'Only a part of the images, for the jobs of a matrix: 3/8 is the third of eight parts.',
    parseShard,
  ).optional(),
  registries: imageInputs.registries,
};

export const outputs = {
  images: json<readonly PromotedImage[]>('Each image with name, tag, digest, and where it is now (to).'),
  copied: list('What was copied, or would be copied, as REGISTRY/NAME:TAG.'),
  skipped: list('What was there before.'),
};

export type Wanted = Values<typeof inputs>;

/** An image for the output. */
export type PromotedImage = {
  readonly name: string;
  readonly tag: string;
  readonly digest: string;
  readonly to: readonly string[];
};
