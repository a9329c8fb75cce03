import { generatorSection } from './generator.ts';
import { hasContent } from './content.ts';
import type { ChangelogFormat } from './format.ts';
import { keepAChangelogGroups, keepAChangelogHeading, linkSplices } from './keep-a-changelog.ts';
import { linksFor } from './links.ts';
import { unclearHeading, unreadableHeadings } from './lookalikes.ts';
import { lineEndOf } from './markdown-lines.ts';
import type { NewSection } from './new-section.ts';
import { bodyOf, parseChangelog } from './section.ts';
import type { Changelog, Section } from './section.ts';
import { applySplices } from './splice.ts';
import type { Splice } from './splice.ts';
import { bareVersion, fitsSeries, isSameVersion, seriesOf } from './version-name.ts';
import { ReleaseError } from '../error.ts';
import { abridged, quoted } from '../text.ts';
import { isLower } from '../versions/version.ts';

// Why: docs/decisions.md D26
/** Where the section of a version comes from: it exists, the unreleased section becomes it, or it is generated. */
export type SectionOrigin = 'there' | 'unreleased' | 'generated';

/** The text of the section of a version or tag, without the heading. The links that it uses from elsewhere are added. */
export function sectionOf(text: string, version: string, file = 'The changelog'): string {
  const changelog = parseChangelog(text);
  return withLinks(changelog, foundSection(changelog, version, file));
}

/** The version of a tag if the section of the tag is headed by it alone, without its series, such as `chart/`. */
export function versionAlone(text: string, tag: string, file: string): string | undefined {
  const { versions } = foundSection(parseChangelog(text), tag, file);
  return versions.some((one) => seriesOf(one) === seriesOf(tag)) ? undefined : bareVersion(tag);
}

function foundSection(changelog: Changelog, version: string, file: string): Section {
  const [found, second] = sectionsNamed(changelog.sections, version);
  if (found === undefined) throw noSection(changelog, version, file);
  if (second !== undefined)
    throw new ReleaseError(`${file} has two sections of ${version}, at lines ${found.line} and ${second.line}.`, {
      fix: 'Merge the two sections, or name the version in only one of the headings.',
      at: { file, line: second.line },
    });
  return found;
}

/** The format of a changelog. The generator adds a footer, and links every heading to a tree. */
export function changelogFormatOf(text: string): ChangelogFormat {
  const { hasFooter, sections } = parseChangelog(text);
  const isGenerated = hasFooter || sections.some(({ heading }) => /^\[[^\]]+\]\([^)]*\/tree\//.test(heading));
  return isGenerated ? 'github-changelog-generator' : 'keep-a-changelog';
}

/** Where the section of a version would come from. Refuses a changelog in which this is not sure. */
export function sectionOriginOf(
  text: string,
  version: string,
  format: ChangelogFormat,
  file = 'The changelog',
): SectionOrigin {
  const changelog = parseChangelog(text);
  const { origin } = insertionPointFor(changelog, version, format);
  const doubt =
    origin === 'there' ? undefined : (unreadableHeadings(changelog, file) ?? unclearHeading(changelog, version, file));
  if (doubt !== undefined) throw doubt;
  return origin;
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

function withLinks(changelog: Changelog, section: Section): string {
  const body = bodyOf(changelog.text, section);
  const links = linksFor(body, changelog);
  return links.length === 0 ? body : [body, '', ...links].join(lineEndOf(changelog.text));
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
  const outer = sections.filter((one) => !one.isInner);
  const released = outer.filter((one) => one.versions.some((other) => fitsSeries(other, version)));
  const open = outer.find((one) => one.isUnreleased);
  const isThere = sectionsNamed(sections, version).length > 0;
  const isNewest = !released.some((one) => isLower(bareVersion(version), versionNear(one, version)));
  const below = isNewest
    ? (released[0] ?? outer.find((one) => !one.isUnreleased))
    : released.find((one) => isLower(versionNear(one, version), bareVersion(version)));
  const becomes = format === 'keep-a-changelog' && isNewest && open !== undefined && hasContent(bodyOf(text, open));
  const end = isNewest ? (open?.end ?? tail) : (released.at(-1)?.end ?? tail);
  return {
    origin: isThere ? 'there' : becomes ? 'unreleased' : 'generated',
    at: becomes ? open.bodyStart : (below?.start ?? end),
    isNewest,
    below,
  };
}

/** Of a section about several versions, the one with the same major number: 0.67.0 of 1.45.0/0.67.0 for 0.68.0. */
function versionNear({ versions }: Section, version: string): string {
  const bare = versions.map(bareVersion);
  return bare.find((one) => Number.parseInt(one, 10) === Number.parseInt(bareVersion(version), 10)) ?? bare[0] ?? '';
}

/** If the unreleased section becomes the section of the release, only a heading is added. */
function keepAChangelogSplice(section: NewSection, changelog: Changelog, { origin, at }: InsertionPoint): Splice {
  const { lines, level } = keepAChangelogHeading(section, changelog);
  if (origin === 'unreleased') return { start: at, end: at, text: `\n${lines.join('\n')}\n` };
  return insertion(changelog, at, [...lines, ...keepAChangelogGroups(section.items, level)]);
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

/**
 * The sections with exactly this name, or else those of the same version in another spelling. A name without the series
 * counts only in a file of one series: beside sections of chart/0.1.0, that of 0.1.0 is about something else.
 */
function sectionsNamed(sections: readonly Section[], version: string): readonly Section[] {
  const isSame = (other: string) => isSameVersion(other, version);
  const series = new Set(sections.flatMap(({ versions, isInner }) => (isInner ? [] : versions.map(seriesOf))));
  const ways: readonly ((section: Section) => boolean)[] = [
    ({ name }) => name === version,
    ({ versions }) => versions.includes(version),
    ({ versions }) => versions.some((other) => seriesOf(other) === seriesOf(version) && isSame(other)),
    ({ versions, isInner }) =>
      series.size === 1 && !isInner && versions.some((other) => fitsSeries(other, version) && isSame(other)),
  ];
  const found = ways.map((way) => sections.filter(way)).find((some) => some.length > 0) ?? [];
  return found.some((one) => !one.isInner) ? found.filter((one) => !one.isInner) : found;
}

function noSection(changelog: Changelog, version: string, file: string): ReleaseError {
  const { sections } = changelog;
  const doubt = unreadableHeadings(changelog, file) ?? unclearHeading(changelog, version, file);
  if (doubt !== undefined) return doubt;
  const there =
    sections.length === 0 ? 'no section of any version' : `sections of ${abridged(sections.map(({ name }) => name))}`;
  return new ReleaseError(`${file} has no section of ${quoted(version)}. It has ${there}.`, {
    fix: 'Write the section before the release is tagged, or let update-changelog add it.',
    at: { file },
  });
}
