import { escapedTitle, sortItems, isIgnored, topicOf } from './item.ts';
import type { ChangelogItem, ItemTopic } from './item.ts';
import { comparison, inUrl } from './new-section.ts';
import type { NewSection } from './new-section.ts';
import { bareVersion } from './section.ts';
import type { Changelog, LinkDefinition, Section } from './section.ts';
import type { Splice } from './splice.ts';

/** The heading of a new section, in the style of its neighbour: level, `v`, brackets, link and date. */
export function keepAChangelogHeading(section: NewSection, { sections }: Changelog): string {
  const neighbour = sections.find((one) => !one.isUnreleased) ?? sections[0];
  const { heading = '', level = 2 } = neighbour ?? {};
  return `${'#'.repeat(level)} ${nameOf(section, neighbour)}${dateOf(section, neighbour, heading)}`;
}

function nameOf(section: NewSection, neighbour: Section | undefined): string {
  const name = versionLike(section, neighbour);
  if (neighbour === undefined || !neighbour.heading.includes(`[${neighbour.name}]`)) return name;
  return neighbour.heading.includes('](') ? `[${name}](${comparison(section)})` : `[${name}]`;
}

function dateOf({ date }: NewSection, neighbour: Section | undefined, heading: string): string {
  if (/\(\d{4}-\d\d-\d\d\)/.test(heading)) return ` (${date})`;
  const isUndated = neighbour !== undefined && !neighbour.isUnreleased && !/\d{4}-\d\d-\d\d/.test(heading);
  return isUndated ? '' : ` - ${date}`;
}

const versionLike = ({ version }: NewSection, neighbour: Section | undefined): string =>
  `${/^v\d/i.test(neighbour?.name ?? '') ? 'v' : ''}${bareVersion(version)}`;

const titles: Readonly<Record<ItemTopic, string>> = {
  breaking: 'Changed',
  enhancement: 'Added',
  bug: 'Fixed',
  deprecated: 'Deprecated',
  removed: 'Removed',
  security: 'Security',
};
const order = ['Added', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Security'];

/**
 * The changes, in lines, below the six headings of https://keepachangelog.com/en/1.1.0/. An issue is listed only with a
 * label that gives it a topic. Otherwise the pull request that closed it is listed.
 */
export function keepAChangelogGroups(items: readonly ChangelogItem[], level: number): readonly string[] {
  const titleOf = (item: ChangelogItem) => {
    const topic = topicOf(item);
    if (topic !== undefined) return titles[topic];
    return item.kind === 'pull-request' ? 'Changed' : undefined;
  };
  const shown = sortItems(items.filter((item) => !isIgnored(item)));
  return order.flatMap((title) => {
    const group = shown.filter((item) => titleOf(item) === title);
    return group.length === 0 ? [] : ['', `${'#'.repeat(level + 1)} ${title}`, '', ...group.map(lineOf)];
  });
}

const lineOf = ({ title, number, url }: ChangelogItem): string => `- ${escapedTitle(title)} ([#${number}](${url}))`;

/** Whether a section contains more than headings, comments and empty bullets. */
export function hasContent(body: string): boolean {
  const [begin = '', ...comments] = body.split('<!--');
  const visible = begin + comments.map((comment) => comment.slice(comment.indexOf('-->') + '-->'.length)).join('');
  return visible.replaceAll(/^[ \t]*(?:#.*|[-*+][ \t]*)$/gm, '').trim() !== '';
}

type Neighbours = { readonly isNewest: boolean; readonly below: Section | undefined };

/** Updates the links at the end, if there are some: the link of Unreleased begins at the new tag. */
export function linkSplices(
  section: NewSection,
  { definitions, text, sections }: Changelog,
  { isNewest, below }: Neighbours,
): readonly Splice[] {
  const label = versionLike(section, below ?? sections.find((one) => !one.isUnreleased));
  const named = (name: string | undefined) =>
    definitions.find((one) => one.label.toLowerCase() === name?.toLowerCase());
  const [open, old] = [named('unreleased'), named(below?.name)];
  const model = (isNewest ? open : undefined) ?? old;
  if (model === undefined || named(label) !== undefined) return [];
  const [, before = '', from = '', dots = '', to = ''] = /^(.*\/compare\/)(.+?)(\.{2,3})(.+)$/.exec(model.url) ?? [];
  const start = section.previous === undefined ? from : inUrl(section.previous);
  const url = before === '' || start === '' ? comparison(section) : `${before}${start}${dots}${inUrl(section.tag)}`;
  const line = `[${label}]: ${url}`;
  const added =
    model === open ? lineAfter(text, model, line) : { start: model.start, end: model.start, text: `${line}\n` };
  const moved =
    model === open && before !== '' ? [changedUrl(model, `${before}${inUrl(section.tag)}${dots}${to}`)] : [];
  return [...moved, added];
}

const changedUrl = ({ url, urlStart }: LinkDefinition, text: string): Splice => ({
  start: urlStart,
  end: urlStart + url.length,
  text,
});

const lineAfter = (text: string, { end }: LinkDefinition, line: string): Splice => ({
  start: end,
  end,
  text: text[end - 1] === '\n' ? `${line}\n` : `\n${line}`,
});
