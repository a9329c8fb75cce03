import { defaultStreams, parseStreams } from '../../src/domain/tags/stream.ts';
import { parseTagName } from '../../src/domain/tags/tag.ts';
import { input } from '../../src/runtime/input.ts';
import type { Values } from '../../src/runtime/input.ts';
import { repositoryInput } from '../../src/runtime/repository-input.ts';
import { assetsIn, chartsIn, imagesIn, textsIn } from './artifacts.ts';
import { parsePull } from './pull-line.ts';

export const inputs = {
  tags: input('The tags of the release, one per line. Default: the tag that triggered the run.', parseTagName)
    .list()
    .optional(),
  streams: input(
    'The series of tags of this repository, as in parse-tag. The chart groups the tags by them.',
    parseStreams,
  ).or(defaultStreams),
  repository: repositoryInput,
  images: input('The outputs images of await-image and promote-image, one per line.', imagesIn).optional(),
  packages: input('The outputs packages of helm-package, one per line.', chartsIn).optional(),
  assets: input(
    'The outputs assets of gh-release, one per line. Needed only for drafts, which GitHub does not show to everybody.',
    assetsIn,
  ).optional(),
  pulls: input('The pull requests of the release, one per line: 12, or the URL of one in any repository.', parsePull)
    .list()
    .optional(),
  pending: input('The outputs pending of other steps, one per line.', textsIn).optional(),
};

export const outputs = {
  markdown: 'The chart and the table in Markdown, for a comment or another page.',
};

export type SummaryInputs = Values<typeof inputs>;
