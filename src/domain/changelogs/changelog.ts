import { generatorSection } from './generator.ts';
import { hasContent, keepAChangelogGroups, keepAChangelogHeading, linkSplices } from './keep-a-changelog.ts';
import { lineEndOf } from './markdown-lines.ts';
import type { NewSection } from './new-section.ts';
import { bareVersion, bodyOf, parseChangelog } from './section.ts';
import type { Changelog, Section } from './section.ts';
import { applySplices } from './splice.ts';
import type { Splice } from './splice.ts';
import { ReleaseError } from '../error.ts';
import { abridged, quoted } from '../text.ts';
import { isLower } from '../versions/version.ts';

export const changelogFormats = ['keep-a-changelog', 'github-changelog-generator'] as const;
export type ChangelogFormat = (typeof changelogFormats)[number];

// Why: docs/decisions.md D26
/** Where the section of a version comes from: it exists, the unreleased section becomes it, or it is generated. */
export type SectionOrigin = 'there' | 'unreleased' | 'generated';

/** The text of the section of a version, without the heading. */
export function sectionOf(text: string, version: string, file = 'The changelog'): string {
  const { sections } = parseChangelog(text);
  const [found, second] = sectionsNamed(sections, version);
  if (found === undefined) throw noSection(file, version, sections);
  if (second !== undefined)
    throw new ReleaseError(`${file} has two sections of ${version}, at lines ${found.line} and ${second.line}.`, {
      fix: 'Merge the two sections.',
    });
  return bodyOf(text, found);
}

/** The format of a changelog. The generator adds a footer, and links every heading to a tree. */
export function changelogFormatOf(text: string): ChangelogFormat {
  const { hasFooter, sections } = parseChangelog(text);
  const isGenerated = hasFooter || sections.some(({ heading }) => /^\[[^\]]+\]\([^)]*\/tree\//.test(heading));
  return isGenerated ? 'github-changelog-generator' : 'keep-a-changelog';
}

/** Where the section of a version would come from. */
export function sectionOriginOf(text: string, version: string, format: ChangelogFormat): SectionOrigin {
  return insertionPointFor(parseChangelog(text), version, format).origin;
}

/** Inserts a section in the order of versions. All other bytes stay. A section that exists stays as it is. */
export function withSection(text: string, format: ChangelogFormat, section: NewSection): string {
  const changelog = parseChangelog(text);
  const point = insertionPointFor(changelog, section.version, format);
  if (point.origin === 'there') return text;
  const splices =
    format === 'keep-a-changelog'
      ? [keepAChangelogSplice(section, changelog, point), ...linkSplices(section, changelog, point)]
      : [insertion(changelog, point.at, generatorSection(section, changelog))];
  const lineEnd = lineEndOf(text);
  return applySplices(
    text,
    splices.map((one) => ({ ...one, text: one.text.replaceAll('\n', lineEnd) })),
  );
}

type InsertionPoint = {
  readonly origin: SectionOrigin;
  readonly at: number;
  readonly isNewest: boolean;
  /** The next older section. */
  readonly below: Section | undefined;
};

function insertionPointFor(
  { text, sections, tail }: Changelog,
  version: string,
  format: ChangelogFormat,
): InsertionPoint {
  const bare = bareVersion(version);
  const released = sections.filter((one) => !one.isUnreleased);
  const open = sections.find((one) => one.isUnreleased);
  const isThere = sectionsNamed(released, version).length > 0;
  const isNewest = !released.some((one) => isLower(bare, bareVersion(one.name)));
  const below = isNewest ? released[0] : released.find((one) => isLower(bareVersion(one.name), bare));
  const becomes = format === 'keep-a-changelog' && isNewest && open !== undefined && hasContent(bodyOf(text, open));
  const end = isNewest ? (open?.end ?? tail) : (released.at(-1)?.end ?? tail);
  return {
    origin: isThere ? 'there' : becomes ? 'unreleased' : 'generated',
    at: becomes ? open.bodyStart : (below?.start ?? end),
    isNewest,
    below,
  };
}

/** If the unreleased section becomes the section of the release, only a heading is added. */
function keepAChangelogSplice(section: NewSection, changelog: Changelog, { origin, at }: InsertionPoint): Splice {
  const heading = keepAChangelogHeading(section, changelog);
  if (origin === 'unreleased') return { start: at, end: at, text: `\n${heading}\n` };
  const level = /^#+/.exec(heading)?.[0].length ?? 2;
  return insertion(changelog, at, [heading, ...keepAChangelogGroups(section.items, level)]);
}

/** Inserts lines with a blank line before and after. An empty file gets a title. */
function insertion({ text }: Changelog, at: number, lines: readonly string[]): Splice {
  const title = text.trim() === '' ? '# Changelog\n\n' : '';
  const isLast = text.length === at || /^\r?\n/.test(text.slice(at));
  const section = `${lines.join('\n')}\n${isLast ? '' : '\n'}`;
  return { start: at, end: at, text: `${title === '' ? blankLineAfter(text.slice(0, at)) : title}${section}` };
}

function blankLineAfter(before: string): string {
  if (/(?:^\uFEFF?|\n\r?\n)$/.test(before)) return '';
  return before.endsWith('\n') ? '\n' : '\n\n';
}

/** The sections with exactly this name, or else those of the same version in another spelling. */
function sectionsNamed(sections: readonly Section[], version: string): readonly Section[] {
  const exact = sections.filter(({ name }) => name === version);
  if (exact.length > 0) return exact;
  const isSame = ({ name }: Section) => bareVersion(name).toLowerCase() === bareVersion(version).toLowerCase();
  return sections.filter((one) => !one.isUnreleased && isSame(one));
}

function noSection(file: string, version: string, sections: readonly Section[]): ReleaseError {
  const there =
    sections.length === 0 ? 'no section of any version' : `sections of ${abridged(sections.map(({ name }) => name))}`;
  return new ReleaseError(`${file} has no section of ${quoted(version)}. It has ${there}.`, {
    fix: 'Write the section before the release is tagged, or let update-changelog add it.',
  });
}
