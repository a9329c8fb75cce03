import { changelogFormats } from '../../src/domain/changelogs/format.ts';
import { ReleaseError } from '../../src/domain/error.ts';
import { anyStreams, parseStreams } from '../../src/domain/tags/stream.ts';
import { quoted } from '../../src/domain/text.ts';
import { defineAction } from '../../src/runtime/action.ts';
import { choice, input, path, text } from '../../src/runtime/input.ts';
import { together } from '../../src/world/parallel.ts';
import { tagsFor } from '../../src/plans/changelogs/release.ts';
import { generated } from './generated.ts';

export default defineAction({
  name: 'Update changelog',
  description:
    'Add the section of a version to a changelog, from what was merged and closed since the previous release.',
  example: '--version v1.2.3',
  inputs: {
    version: text('The version to release, or its tag.'),
    path: input('The changelog file. none: change no file, only set the output section.', pathOrNone).or(
      'CHANGELOG.md',
    ),
    previousTag: text(
      'The tag of the previous release. Default: the newest older tag of the same stream, as parse-tag finds it.',
    ).optional(),
    streams: input(
      'The series of tags of this repository, in the same form as for parse-tag. The version belongs to the first stream that fits and has tags.',
      parseStreams,
    ).or(anyStreams),
    format: choice(
      'The format of the changelog. Default: the format of the file; for an empty file, keep-a-changelog.',
      changelogFormats,
    ).optional(),
    date: input('The date of the release, such as 2026-01-31. Default: today, in UTC.', parseDate).optional(),
  },
  outputs: {
    section: 'The section as Markdown, without its heading.',
  },
  permissions: {
    'contents: read': 'to read tags and commits',
    'issues: read': 'to read closed issues',
    'pull-requests: read': 'to read merged pull requests',
  },
  async plan(wanted, world) {
    const { version, path: file, streams, previousTag } = wanted;
    const [tags, seen] = await together([
      tagsFor(version, streams),
      file === undefined ? undefined : world.files.look(file),
    ]);
    const asked = { possible: tags, given: previousTag };
    // What reads and writes changelogs is loaded while git looks, if there is no file to read first.
    const [fromGitHub, { planSection }] = await together([
      file === undefined ? generated(asked, world) : undefined,
      import('./plan-section.ts'),
    ]);
    return planSection(wanted, { asked, seen, fromGitHub }, world);
  },
});

function pathOrNone(value: string): string | undefined {
  return value.trim() === 'none' ? undefined : path('').read(value);
}

function parseDate(value: string): string {
  const date = value.trim();
  const isDay = /^\d{4}-\d\d-\d\d$/.test(date) && !Number.isNaN(Date.parse(date));
  if (isDay && new Date(date).toISOString().startsWith(date)) return date;
  throw new ReleaseError(`is ${quoted(value)}, not a date.`, { fix: 'Give a date such as 2026-01-31.' });
}
