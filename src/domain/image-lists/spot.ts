import { blocksOf, hasBlockPerRelease } from './blocks.ts';
import type { Block } from './blocks.ts';
import type { ImageList, ListGroup } from './image-list.ts';
import { primaryTag } from './order.ts';
import type { Promotion } from './promotion.ts';
import { compareTexts, compareVersions } from './tag-order.ts';

/** Where a promotion goes: below a group, or in a new group at an offset, with lines around it. */
export type Spot =
  | { readonly kind: 'group'; readonly group: ListGroup }
  | {
      readonly kind: 'new group';
      readonly place: number;
      readonly above: readonly string[];
      readonly below: readonly string[];
    };

/** Where a promotion goes, as the people who wrote the list would have it. */
export function spotFor(list: ImageList, promotion: Promotion): Spot {
  const { groups } = list;
  if (!hasBlockPerRelease(list)) return spotIn(list, groups, promotion);
  const block = blocksOf(list).findLast((one) => hasTagOf(one, promotion));
  return block === undefined ? newBlock(list, promotion) : spotIn(list, block.groups, promotion);
}

const hasTagOf = ({ groups }: Block, { tags }: Promotion) =>
  groups.some(({ entries }) => entries.some((entry) => entry.tags.some((tag) => tags.includes(tag))));

function spotIn(list: ImageList, groups: readonly ListGroup[], { name, tags }: Promotion): Spot {
  const same = groups.filter((group) => group.name === name);
  const group = nearest(same, tags[0] ?? '');
  return group === undefined ? newGroup(list, groups, name) : { kind: 'group', group };
}

/** The group with the version just below. */
function nearest(groups: readonly ListGroup[], tag: string): ListGroup | undefined {
  if (groups.length < 2) return groups[0];
  const older = groups
    .flatMap((group) => group.entries.map((entry) => ({ group, tag: primaryTag(entry) })))
    .filter((one) => compareVersions(one.tag, tag) < 0);
  const closest = older.toSorted((one, other) => compareVersions(one.tag, other.tag)).at(-1);
  return (closest ?? { group: groups.at(-1) }).group;
}

/** In the order of the names if there is one, and otherwise at the end. */
function newGroup(list: ImageList, groups: readonly ListGroup[], name: string): Spot {
  const isBlock = groups.length < list.groups.length;
  const isSorted = groups.every((group, index) => compareTexts(groups[index - 1]?.name ?? '', group.name) <= 0);
  const behind = isSorted ? groups.findLastIndex((group) => group.name < name) : groups.length - 1;
  const blank = areSeparated(list, groups) ? [''] : [];
  const [before, first] = [groups[behind], groups[0]];
  if (before !== undefined) return { kind: 'new group', place: before.end, above: blank, below: [] };
  // The comments above the first group of a block are the heading of the block.
  const place = first === undefined ? list.source.text.length : isBlock ? first.start : aboveComments(list, first);
  return { kind: 'new group', place, above: [], below: blank };
}

/** Where the comments begin that stand right above a group. */
function aboveComments({ source }: ImageList, { start }: ListGroup): number {
  const [comments = ''] = /(?:^ *#[^\n]*\n)*(?![^])/m.exec(source.text.slice(0, start)) ?? [];
  return start - comments.length;
}

/** Whether most groups have a blank line above them. */
function areSeparated({ source }: ImageList, groups: readonly ListGroup[]): boolean {
  const gaps = groups.slice(1).map((group, index) => source.text.slice(groups[index]?.end, group.start));
  return gaps.filter(hasBlankLine).length * 2 > gaps.length;
}

const hasBlankLine = (text: string) => /^[ \r]*$/m.test(text.replace(/\n$/, '')) && text !== '';

/** Below all others, with a heading such as theirs. */
function newBlock(list: ImageList, { tags }: Promotion): Spot {
  const blocks = blocksOf(list);
  const blanks = blocks
    .slice(1)
    .map(({ heading }) => heading.split('\n').filter((line) => line.trim() === '').length - 1);
  const [last] = blocks.slice(-1);
  const old = last?.groups.flatMap(({ entries }) => entries.flatMap((entry) => entry.tags)) ?? [];
  const comments = last?.heading.split(/\r?\n/).filter((line) => line.startsWith('#')) ?? [];
  const title = comments.findLast((line) => old.some((tag) => line.includes(tag)));
  const tag = old.find((one) => title?.includes(one) === true);
  const heading = title === undefined || tag === undefined ? [] : [title.replace(tag, () => tags[0] ?? '')];
  const above = [...Array<string>(Math.max(1, mostCommon(blanks))).fill(''), ...heading];
  return { kind: 'new group', place: list.groups.at(-1)?.end ?? 0, above, below: [] };
}

const mostCommon = (counts: readonly number[]): number =>
  counts.toSorted((one, other) => occurrences(counts, one) - occurrences(counts, other)).at(-1) ?? 1;

const occurrences = (counts: readonly number[], count: number) => counts.filter((one) => one === count).length;
