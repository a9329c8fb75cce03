import { parseFileLine } from '../../src/domain/releases/release-files.ts';
import { parseNoteSource } from '../../src/domain/releases/note-source.ts';
import { parseRepository } from '../../src/domain/repositories/repository.ts';
import { parseTagName } from '../../src/domain/tags/tag.ts';
import { choice, flag, input, text } from '../../src/runtime/input.ts';
import type { Values } from '../../src/runtime/input.ts';
import { boolean, json, number } from '../../src/runtime/output.ts';
import { workflowFile } from '../../src/plans/start.ts';

export const inputs = {
  tag: input('The tag of the release, such as v1.2.3.', parseTagName),
  commit: text(
    'The commit that the tag must point to: a SHA, a branch, or anything else that git resolves to a commit.',
  ).or('HEAD'),
  createTag: flag('If there is no such tag, let GitHub create it at the commit when the release is published.'),
  repository: input(
    'The repository of the release, as owner/name. Default: the repository of the remote origin.',
    parseRepository,
  ).optional(),
  name: text(
    'The title. Default: an existing release keeps its title, and a new one gets the name of the tag.',
  ).optional(),
  notes: input(
    'The release notes, one source per line: text: …, file: PATH, changelog: CHANGELOG.md (the section of this tag or its version), tag (the message of the tag) or generated (by GitHub, unless the release has notes already). Default: existing notes are kept.',
    parseNoteSource,
  )
    .list()
    .optional(),
  files: input(
    'The files to attach: paths or globs, one per line. PATH#LABEL sets the name shown on the release page.',
    parseFileLine,
  )
    .list()
    .or(''),
  checksums: input('The name of the file with the checksums of all other files. none: no such file.', String).or(
    'SHA256SUMS',
  ),
  draft: flag('Leave the release a draft, so that other jobs can add files.'),
  prerelease: choice('Whether the release is a prerelease. auto: if its version is one.', ['auto', 'true', 'false']).or(
    'auto',
  ),
  latest: choice(
    'Whether GitHub shows it as the latest release. auto: if it has the newest stable version of the tags v*.',
    ['auto', 'true', 'false'],
  ).or('auto'),
  previousTag: text(
    'The tag after which generated notes begin. Default: the previous tag of the same stream.',
  ).optional(),
  replace: flag('Replace published files that differ. Files of an immutable release are never replaced.'),
  start: input(
    "A workflow file to start at the tag, such as publish.yml. Used only if the publication itself starts no workflows, as with the job's own token.",
    workflowFile,
  ).optional(),
};

export const outputs = {
  id: number('The ID of the release.'),
  url: 'The URL of the release page.',
  uploadUrl: 'The URL to which more files can be uploaded.',
  draft: boolean('Whether the release is a draft.'),
  assets: json<readonly { name: string; size: number; digest: string }[]>(
    'The files of the release: name, size and digest.',
  ),
  starts: boolean(
    "Whether the publication starts workflows. false with the job's own token. Unset if nothing is published, or if it is unknown.",
  ),
};

export type ReleaseInputs = Values<typeof inputs>;
