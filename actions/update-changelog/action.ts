import {
  changelogFormatOf,
  changelogFormats,
  sectionOriginOf,
  sectionOf,
  withSection,
} from '../../src/domain/changelogs/changelog.ts';
import { hasContent } from '../../src/domain/changelogs/content.ts';
import { inUrl } from '../../src/domain/repositories/in-url.ts';
import { ReleaseError } from '../../src/domain/error.ts';
import { anyStreams, parseStreams } from '../../src/domain/tags/stream.ts';
import { quoted } from '../../src/domain/text.ts';
import { defineAction } from '../../src/runtime/action.ts';
import { choice, input, path, text } from '../../src/runtime/input.ts';
import { together } from '../../src/world/parallel.ts';
import type { World } from '../../src/world/world.ts';
import { lookAtRelease, tagsFor } from '../../src/plans/changelogs/release.ts';
import type { AskedRelease } from '../../src/plans/changelogs/release.ts';
import { lookAtUnreleased } from './unreleased.ts';
import { lookAtWork } from '../../src/plans/changelogs/work.ts';

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
  async plan({ version, path: file, previousTag, streams, format, date = today() }, { event, files, git, github }) {
    const [tags, seen] = await together([tagsFor(version, streams), file === undefined ? undefined : files.look(file)]);
    const before = seen?.text ?? '';
    const form = format ?? changelogFormatOf(before);
    const origin = sectionOriginOf(before, tags[0].name, form, file);
    if (origin === 'there') {
      const section = sectionOf(before, tags[0].name, file);
      return {
        changes: [],
        notes: [`${file} already has a section of ${version}. It is not changed.`, ...emptiness(section, version)],
        outputs: { section },
      };
    }
    const asked = { possible: tags, given: previousTag };
    const { tag, previous, page, items, notes } =
      origin === 'generated'
        ? await generated(asked, { event, git, github })
        : await lookAtUnreleased({ ...asked, changelog: before }, { event, git });
    const after = withSection(before, form, { version: tag, tag, previous, page, date, items });
    const section = sectionOf(after, tag, file);
    return {
      changes: [seen && (await files.edit(seen, after, { title: `Add the section of ${tag} to ${seen.path}` }))],
      facts: () => [
        { name: 'Version', value: tag },
        previous !== undefined && {
          name: 'Previous tag',
          value: previous,
          url: `${page}/releases/tag/${inUrl(previous)}`,
        },
      ],
      notes: [...notes, ...emptiness(section, tag)],
      outputs: { section },
    };
  },
});

/** A section that is generated from what was merged and closed. */
async function generated(asked: AskedRelease, world: Pick<World, 'event' | 'git' | 'github'>) {
  const release = await lookAtRelease(asked, world);
  const work = await lookAtWork(release, world);
  return { ...release, items: work.items, notes: [...release.notes, ...work.notes] };
}

const emptiness = (section: string, version: string): readonly string[] =>
  hasContent(section) ? [] : [`The section of ${version} says nothing: release notes from it would be empty.`];

function pathOrNone(value: string): string | undefined {
  return value.trim() === 'none' ? undefined : path('').read(value);
}

function parseDate(value: string): string {
  const date = value.trim();
  const isDay = /^\d{4}-\d\d-\d\d$/.test(date) && !Number.isNaN(Date.parse(date));
  if (isDay && new Date(date).toISOString().startsWith(date)) return date;
  throw new ReleaseError(`is ${quoted(value)}, not a date.`, { fix: 'Give a date such as 2026-01-31.' });
}

const today = () => new Date().toISOString().slice(0, 10);
