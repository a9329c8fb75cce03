import { changelogFormatOf, sectionOf, sectionOriginOf, withSection } from '../../src/domain/changelogs/changelog.ts';
import { hasContent } from '../../src/domain/changelogs/content.ts';
import type { ChangelogFormat } from '../../src/domain/changelogs/format.ts';
import { inUrl } from '../../src/domain/repositories/in-url.ts';
import type { AskedRelease } from '../../src/plans/changelogs/release.ts';
import type { SeenFile } from '../../src/world/files.ts';
import type { World } from '../../src/world/world.ts';
import { generated } from './generated.ts';
import { lookAtUnreleased } from './unreleased.ts';

type Wanted = {
  readonly version: string;
  readonly path: string | undefined;
  readonly format: ChangelogFormat | undefined;
  readonly date: string | undefined;
};

type Seen = {
  readonly asked: AskedRelease;
  /** The changelog; undefined if no file is to be changed. */
  readonly seen: SeenFile | undefined;
  /** What the section says, if no file had to be read to know that it is generated. */
  readonly fromGitHub: Awaited<ReturnType<typeof generated>> | undefined;
};

/** Adds the section to the changelog, unless it is there. */
export async function planSection(
  { version, path: file, format, date = today() }: Wanted,
  { asked, seen, fromGitHub }: Seen,
  { event, files, git, github }: World,
) {
  const [{ name }] = asked.possible;
  const before = seen?.text ?? '';
  const form = format ?? changelogFormatOf(before);
  const origin = sectionOriginOf(before, name, form, file);
  if (origin === 'there') {
    const section = sectionOf(before, name, file);
    return {
      changes: [],
      notes: [`${file} already has a section of ${version}. It is not changed.`, ...emptiness(section, version)],
      outputs: { section },
    };
  }
  const { tag, previous, page, items, notes } =
    fromGitHub ??
    (origin === 'generated'
      ? await generated(asked, { event, git, github })
      : await lookAtUnreleased({ ...asked, changelog: before }, { event, git }));
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
}

const emptiness = (section: string, version: string): readonly string[] =>
  hasContent(section) ? [] : [`The section of ${version} says nothing: release notes from it would be empty.`];

const today = () => new Date().toISOString().slice(0, 10);
