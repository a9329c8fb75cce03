import { parseListPath } from '../../src/domain/image-lists/list-path.ts';
import { parseProject, parseReviewer } from '../../src/domain/image-lists/project.ts';
import { parseNamedImage } from '../../src/domain/images/named-image.ts';
import { parseImageRepository, parseTag } from '../../src/domain/images/reference.ts';
import { parseShard } from '../../src/domain/images/shard.ts';
import { parseRepository } from '../../src/domain/repositories/repository.ts';
import type { Plan } from '../../src/runtime/action.ts';
import { imageInputs } from '../../src/runtime/image-inputs.ts';
import { choice, flag, input } from '../../src/runtime/input.ts';
import type { Values } from '../../src/runtime/input.ts';
import { json, list, number } from '../../src/runtime/output.ts';

export const inputs = {
  via: choice(
    'How images get to production. copy: they are copied from registry to registry. pull-request: their digests are added to an image list, by which a promoter copies them.',
    ['copy', 'pull-request'],
  ),
  from: input(
    'Where the images are staged: a registry and a folder in it, such as ghcr.io/org/staging.',
    parseImageRepository,
  ),
  images: input(
    'The images below from, one per line: NAME, NAME=TAG, or NAME=TAG@DIGEST if the tag must have that digest. Default: with via: copy, from itself is the image; with via: pull-request, all images below from that have the tag.',
    parseNamedImage,
  )
    .list()
    .or(''),
  tag: input('The tag of the images whose line names none.', parseTag).optional(),
  to: input(
    'Where the images are copied, one registry and folder per line, such as registry.example.org/org. The images keep their names and tags. Required with via: copy.',
    parseImageRepository,
  )
    .list()
    .or(''),
  referrers: flag('Whether signatures, attestations and SBOMs are copied along.', 'true'),
  fork: input(
    'The fork that gets the branch of the pull request, as owner/name. Required with via: pull-request.',
    parseRepository,
  ).optional(),
  repository: input('The repository with the image list, as owner/name.', parseRepository).or('kubernetes/k8s.io'),
  list: input(
    'The path of the image list. Default: the list whose promoter manifest has from as its source.',
    parseListPath,
  ).optional(),
  project: input(
    'The name of the project in the pull request. Default: the last part of from, without k8s-staging-.',
    parseProject,
  ).optional(),
  reviewers: input('Users and teams (org/team) whom the pull request asks to look at it, one per line.', parseReviewer)
    .list()
    .or(''),
  hold: flag('Whether the pull request is put on hold, until somebody comments /hold cancel.', 'true'),
  platforms: imageInputs.platforms,
  shard: input(
    'Only a part of the images, for the jobs of a matrix: 3/8 is the third of eight parts. Only with via: copy.',
    parseShard,
  ).optional(),
  registries: imageInputs.registries,
};

export const outputs = {
  images: json<readonly PromotedImage[]>('Each image with name, tag, digest, and with via: copy where it is now (to).'),
  copied: list('What was copied, or would be copied, as REGISTRY/NAME:TAG.'),
  skipped: list('What was there before.'),
  pullRequestNumber: number('The number of the pull request.'),
  pullRequestUrl: 'The URL of the pull request.',
};

export type Wanted = Values<typeof inputs>;
export type PromotePlan = Plan<typeof outputs>;

/** An image for the output. */
export type PromotedImage = {
  readonly name: string;
  readonly tag: string;
  readonly digest: string;
  readonly to?: readonly string[];
};
