import { refuseIfAny, ReleaseError } from '../error.ts';
import { positionAt } from '../edits/source.ts';
import type { Source } from '../edits/source.ts';
import { readImageList } from './image-list.ts';
import type { ImageList } from './image-list.ts';
import { entriesOf } from './listed.ts';
import { placeIn } from './order.ts';
import { flawsOf } from './promotion.ts';
import type { Promotion } from './promotion.ts';
import { entryLine, groupLines, newlineOf, withTags } from './spelling.ts';
import { spotFor } from './spot.ts';

export type Added = {
  readonly text: string;
  /** What was not in the list before. */
  readonly added: readonly Promotion[];
};

// Why: docs/decisions.md D57
/** Adds promotions to a list. Every other byte stays. Refuses a tag that the list gives another digest. */
export function addToImageList(source: Source, promotions: readonly Promotion[]): Added {
  const before = readImageList(source);
  const wanted = joined(promotions);
  refuseIfAny(`${source.file} cannot promote this.`, [
    ...wanted.flatMap(flawsOf),
    ...wanted.flatMap((one) => conflictsOf(before, wanted, one)),
  ]);
  const added = wanted.flatMap((one) => missingFrom(before, one));
  const base = before.groups.length === 0 && added.length > 0 ? withoutPlaceholder(before) : before;
  const after = added.reduce(withPromotion, base);
  proveAdded(before, after, added);
  return { text: after.source.text, added };
}

/** What stands in a list that has no entries yet, to be replaced by the first one. */
const withoutPlaceholder = ({ source }: ImageList): ImageList =>
  readImageList({ ...source, text: source.text.replace(/^(?:# *no images yet\.?|\[\]) *\r?\n?/gim, '') });

/** One promotion for each digest of an image. */
function joined(promotions: readonly Promotion[]): readonly Promotion[] {
  const same = Map.groupBy(promotions, ({ name, digest }) => `${name}@${digest}`);
  return [...same.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [{ ...first, tags: [...new Set([first, ...others].flatMap(({ tags }) => tags))] }],
  );
}

function conflictsOf(list: ImageList, wanted: readonly Promotion[], { name, digest, tags }: Promotion) {
  const listed = entriesOf(list, name).flatMap((entry) =>
    entry.digest === digest ? [] : entry.tags.filter((tag) => tags.includes(tag)).map((tag) => ({ entry, tag })),
  );
  const twice = wanted.flatMap((other) =>
    other.name === name && other.digest < digest
      ? tags.filter((tag) => other.tags.includes(tag)).map((tag) => ({ other, tag }))
      : [],
  );
  return [
    ...listed.map(
      ({ entry, tag }) =>
        new ReleaseError(`${name}:${tag} is ${entry.digest} in ${list.source.file}, not ${digest}.`, {
          fix: 'A tag in production is never moved. Release the new image with another tag.',
          at: positionAt(list.source, entry.line.start),
        }),
    ),
    ...twice.map(
      ({ other, tag }) =>
        new ReleaseError(`${name}:${tag} is to be ${other.digest} and also ${digest}.`, {
          fix: 'Name one of the two digests.',
        }),
    ),
  ];
}

function missingFrom(list: ImageList, { name, digest, tags }: Promotion): readonly Promotion[] {
  const there = new Set(entriesOf(list, name).flatMap((entry) => (entry.digest === digest ? entry.tags : [])));
  const missing = tags.filter((tag) => !there.has(tag));
  return missing.length === 0 ? [] : [{ name, digest, tags: missing }];
}

/** The list with one more promotion. Its first tag decides where a new line goes. */
function withPromotion(list: ImageList, promotion: Promotion): ImageList {
  const { name, digest, tags } = promotion;
  const entry = entriesOf(list, name).findLast((one) => one.digest === digest);
  if (entry !== undefined) return spliced(list, entry.line, entry.end, withTags(list, entry, tags));
  const spot = spotFor(list, promotion);
  if (spot.kind === 'new group')
    return inserted(list, spot.place, [...spot.above, ...groupLines(list, promotion), ...spot.below]);
  const index = placeIn(list, spot.group, tags[0] ?? '');
  const neighbour = spot.group.entries[Math.max(0, index - 1)];
  const place = index === 0 ? spot.group.top : (neighbour?.end ?? spot.group.top);
  return inserted(list, place, [entryLine(list, { indent: spot.group.indent, neighbour }, promotion)]);
}

function spliced({ source }: ImageList, { start }: { readonly start: number }, end: number, text: string): ImageList {
  return readImageList({ ...source, text: source.text.slice(0, start) + text + source.text.slice(end) });
}

function inserted(list: ImageList, place: number, lines: readonly string[]): ImageList {
  const { text } = list.source;
  const newline = newlineOf(list);
  const added = lines.join(newline);
  const isUnended = place > 0 && text[place - 1] !== '\n';
  return spliced(list, { start: place }, place, isUnended ? newline + added : added + newline);
}

/** Proves that the list is what it was, and promotes what was added. */
function proveAdded(before: ImageList, after: ImageList, added: readonly Promotion[]): void {
  const expected = [...promoted(before), ...added.flatMap(tagged)].toSorted();
  const found = promoted(after).toSorted();
  if (expected.length === found.length && expected.every((one, index) => one === found[index])) return;
  throw new Error(`Adding ${added.flatMap(tagged).join(', ')} to ${before.source.file} would change other entries.`);
}

const promoted = ({ groups }: ImageList): readonly string[] =>
  groups.flatMap(({ name, entries }) => entries.flatMap(({ digest, tags }) => tagged({ name, digest, tags })));

const tagged = ({ name, digest, tags }: Promotion) => tags.map((tag) => `${name}:${tag}@${digest}`);
