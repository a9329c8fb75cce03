import { escapedTitle, sortItems, isIgnored, topicOf } from './item.ts';
import type { ChangelogItem, ItemTopic } from './item.ts';
import { inUrl } from '../repositories/in-url.ts';
import { comparison } from './new-section.ts';
import type { NewSection } from './new-section.ts';
import type { Changelog } from './section.ts';

/**
 * A section as github-changelog-generator writes it, in lines:
 * https://github.com/github-changelog-generator/github-changelog-generator/blob/v1.16.4/lib/github_changelog_generator/generator/entry.rb
 */
export function generatorSection(section: NewSection, changelog: Changelog): readonly string[] {
  const { tag, page, date, previous } = section;
  const heading = `## [${tag}](${page}/tree/${inUrl(tag)}) (${date})`;
  const gap = isTight(changelog) ? [] : [''];
  const link = previous === undefined ? [] : [...gap, `[Full Changelog](${comparison(section)})`];
  return [
    heading,
    ...link,
    ...groupsOf(section.items).flatMap(([title, items]) => ['', title, '', ...items.map(lineOf)]),
  ];
}

const titles: Readonly<Record<ItemTopic, string>> = {
  breaking: '**Breaking changes:**',
  enhancement: '**Implemented enhancements:**',
  bug: '**Fixed bugs:**',
  deprecated: '**Deprecated:**',
  removed: '**Removed:**',
  security: '**Security fixes:**',
};
const titlesOfOthers: Readonly<Record<ChangelogItem['kind'], string>> = {
  issue: '**Closed issues:**',
  'pull-request': '**Merged pull requests:**',
};

function groupsOf(items: readonly ChangelogItem[]): readonly (readonly [string, readonly ChangelogItem[]])[] {
  const groups = new Map<string, ChangelogItem[]>();
  for (const title of [...Object.values(titles), ...Object.values(titlesOfOthers)]) groups.set(title, []);
  for (const item of sortItems(items.filter((one) => !isIgnored(one)))) {
    const topic = topicOf(item);
    groups.get(topic === undefined ? titlesOfOthers[item.kind] : titles[topic])?.push(item);
  }
  return [...groups].filter(([, group]) => group.length > 0);
}

function lineOf({ kind, title, number, url, author }: ChangelogItem): string {
  const line = `- ${escapedTitle(title)} [\\#${number}](${url})`;
  return kind === 'pull-request' && author !== undefined ? `${line} ([${author.login}](${author.url}))` : line;
}

/** Older versions of the generator left no blank line below the heading. */
const isTight = ({ text, sections }: Changelog): boolean =>
  sections.some(({ bodyStart }) => text.startsWith('[Full Changelog]', bodyStart));
