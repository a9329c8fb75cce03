import {
  changelogFormatOf,
  changelogFormats,
  sectionOriginOf,
  sectionOf,
  withSection,
} from '../../src/domain/changelogs/changelog.ts';
import { ReleaseError } from '../../src/domain/error.ts';
import { anyStreams, parseStreams } from '../../src/domain/tags/stream.ts';
import { quoted } from '../../src/domain/text.ts';
import { defineAction } from '../../src/runtime/action.ts';
import { choice, input, path, text } from '../../src/runtime/input.ts';
import { lookAtRelease, tagsFor } from './release.ts';
import { lookAtWork } from './work.ts';

export default defineAction({
  name: 'Update changelog',
  description: 'Give a changelog the section of a version, from what was merged and closed since the release before.',
  inputs: {
    version: text('The version that is released, or its tag.'),
    path: input('The changelog. none: only the output is wanted.', pathOrNone).or('CHANGELOG.md'),
    previousTag: text(
      'The tag of the release before. Without it, the newest older one of the same stream, as parse-tag finds it.',
    ).optional(),
    streams: input(
      'The series of tags of this repository, as parse-tag takes them; a version is of the first that it fits and that has tags.',
      parseStreams,
    ).or(anyStreams),
    format: choice('Without it, the file tells; a new one is a keep-a-changelog.', changelogFormats).optional(),
    date: input('The date of the release. Without it, today, in UTC.', isoDate).optional(),
  },
  outputs: {
    section: 'The section, as Markdown, without its heading.',
  },
  permissions: {
    'contents: read': 'to see the tags and commits',
    'issues: read': 'to see what was closed',
    'pull-requests: read': 'to see what was merged',
  },
  async plan({ version, path: file, previousTag, streams, format, date = today() }, { event, files, git, github }) {
    const tags = tagsFor(version, streams);
    const seen = file === undefined ? undefined : await files.look(file);
    const before = seen?.text ?? '';
    const form = format ?? changelogFormatOf(before);
    const origin = sectionOriginOf(before, tags[0].name, form);
    if (origin === 'there') {
      const section = sectionOf(before, tags[0].name, file);
      return {
        changes: [],
        notes: [`${file} has a section of ${version}, which stays as it is.`],
        outputs: { section },
      };
    }
    const release = await lookAtRelease(tags, previousTag, { event, git });
    const { tag } = release;
    const work = origin === 'generated' ? await lookAtWork(release, { git, github }) : taken;
    const after = withSection(before, form, { ...release, version: tag, date, items: work.items });
    return {
      changes: [seen && (await files.edit(seen, after, `Add the section of ${tag} to ${seen.path}`))],
      notes: [...release.notes, ...work.notes],
      outputs: { section: sectionOf(after, tag, file) },
    };
  },
});

const taken = { items: [], notes: ['What stands under Unreleased becomes the section; nothing is generated.'] };

function pathOrNone(value: string): string | undefined {
  return value.trim() === 'none' ? undefined : path('').read(value);
}

function isoDate(value: string): string {
  const date = value.trim();
  const isDay = /^\d{4}-\d\d-\d\d$/.test(date) && !Number.isNaN(Date.parse(date));
  if (isDay && new Date(date).toISOString().startsWith(date)) return date;
  throw new ReleaseError(`is ${quoted(value)}.`, { fix: 'Give a day such as 2026-01-31.' });
}

const today = () => new Date().toISOString().slice(0, 10);
