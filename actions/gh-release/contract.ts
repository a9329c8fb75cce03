import { parseFileLine } from '../../src/domain/releases/release-files.ts';
import { parseNoteSource } from '../../src/domain/releases/note-source.ts';
import { parseRepository } from '../../src/domain/repositories/repository.ts';
import { parseTagName } from '../../src/domain/tags/tag.ts';
import { choice, flag, input, text } from '../../src/runtime/input.ts';
import type { Values } from '../../src/runtime/input.ts';
import { boolean, json, number } from '../../src/runtime/output.ts';
import { workflowFile } from '../../src/plans/start.ts';

export const inputs = {
  tag: input('The tag, such as v1.2.3.', parseTagName),
  commit: text('The commit that the tag has to be at, by any name that git understands.').or('HEAD'),
  createTag: flag('Let the publication make the tag at that commit, where there is none.'),
  repository: input(
    'The repository, as owner/name. Without it: where the remote origin leads.',
    parseRepository,
  ).optional(),
  name: text('The title. Without it: that of a release that is there, or the tag.').optional(),
  notes: input(
    'The notes, from one source a line: text: …, file: PATH, changelog: CHANGELOG.md (the section of this version), tag (its message), generated (by GitHub). Without it, what is there stays.',
    parseNoteSource,
  )
    .list()
    .optional(),
  files: input('The files: paths or globs, each with a label behind # if it shall have one.', parseFileLine)
    .list()
    .or(''),
  checksums: input(
    'The name of a file with the checksums of all others, if there are any; none leaves it out.',
    String,
  ).or('SHA256SUMS'),
  draft: flag('Leave it a draft, to which other jobs add files.'),
  prerelease: choice('Whether it is a prerelease; auto looks at the version.', ['auto', 'true', 'false']).or('auto'),
  latest: choice('Whether it is the latest; auto: the newest stable version of the tags v*.', [
    'auto',
    'true',
    'false',
  ]).or('auto'),
  previousTag: text('Where generated notes begin. Without it: the previous tag of the same stream.').optional(),
  replace: flag('Replace published files that differ. Immutable releases never change.'),
  start: input(
    'A workflow file to start at the tag, such as publish.yml, for a token whose releases start none.',
    workflowFile,
  ).optional(),
};

export const outputs = {
  id: number('The number of the release.'),
  url: 'The page of the release.',
  uploadUrl: 'Where more files may be uploaded.',
  draft: boolean('Whether it is a draft.'),
  assets: json<readonly { name: string; size: number; digest: string }[]>('Its files: name, size and digest.'),
  starts: boolean('Whether the publication starts workflows: not with the token of the job.'),
};

export type ReleaseInputs = Values<typeof inputs>;
