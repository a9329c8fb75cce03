import { escapedTitle, sortItems, isIgnored, topicOf } from './item.ts';
import type { ChangelogItem, ItemTopic } from './item.ts';
import { inUrl } from '../repositories/in-url.ts';
import { comparison } from './new-section.ts';
import type { NewSection } from './new-section.ts';
import type { Changelog, LinkDefinition, Section } from './section.ts';
import type { Splice } from './splice.ts';
import { bareVersion, seriesOf } from './version-name.ts';

/** The heading of a new section in lines, in the style of its neighbour: marks, words, `v`, brackets, link and date. */
export function keepAChangelogHeading(
  section: NewSection,
  { sections }: Changelog,
): { readonly lines: readonly string[]; readonly level: number } {
  const outer = sections.filter((one) => !one.isInner);
  const neighbour = outer.find((one) => !one.isUnreleased) ?? outer[0];
  const { level = 2, underline } = neighbour ?? {};
  const text = headingLike(section, neighbour);
  if (underline === undefined) return { lines: [`${'#'.repeat(level)} ${text}`], level };
  return { lines: [text, underline.repeat(Math.max(3, text.length))], level };
}

function headingLike(section: NewSection, neighbour: Section | undefined): string {
  const name = versionLike(section, neighbour);
  if (neighbour === undefined) return `${name} - ${section.date}`;
  const { heading, isUnreleased } = neighbour;
  const at = heading.indexOf(neighbour.name);
  const isBracketed = heading.charAt(at - 1) === '[';
  const isLinked = isBracketed && heading.startsWith('](', at + neighbour.name.length);
  const styled = isLinked ? `[${name}](${comparison(section)})` : isBracketed ? `[${name}]` : name;
  if (isUnreleased || at === -1) return `${styled} - ${section.date}`;
  const before = heading.slice(0, isBracketed ? at - 1 : at).replace(day, section.date);
  const behind = heading.slice(at + neighbour.name.length).replace(/^\](?:\([^()\s]*\)|\[[^\]]*\])?/, '');
  return `${before}${styled}${endingLike(before, behind, section.date)}`;
}

const day = /\d{4}-\d\d-\d\d/;

/** The date as the neighbour has it, and the ends of marks that begin before the version: `**1.0.0**`, `<small>…</small>`. */
function endingLike(before: string, behind: string, date: string): string {
  const [, mark = '', tag] = /(\*\*|__|[*_`]|<(\w+)>)$/.exec(before) ?? [];
  const close = tag === undefined ? mark : `</${tag}>`;
  const isAround = close !== '' && !behind.startsWith(close);
  const rest = isAround ? behind : behind.slice(close.length);
  const [, sign = '', end = ''] = /^(\s*(?:[-–—/|:,]\s*)?\(?)\d{4}-\d\d-\d\d(\)?)/.exec(rest) ?? [];
  const dated = sign === '' ? '' : `${sign}${date}${end}`;
  return isAround ? `${dated}${close}` : `${close}${dated}`;
}

/** The version with the prefix of its neighbour, if the tag has that prefix too. */
function versionLike({ version, tag }: NewSection, neighbour: Section | undefined): string {
  const model = neighbour?.versions[0] ?? '';
  const series = seriesOf(model) === seriesOf(tag) ? seriesOf(model) : '';
  const isWithV = /^v\d/i.test(model.slice(seriesOf(model).length));
  return `${series}${isWithV ? 'v' : ''}${bareVersion(version)}`;
}

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
