import { proseLines } from '../changelogs/markdown-lines.ts';
import { refuseIfAny, ReleaseError } from '../error.ts';
import { suggestion } from '../suggestion.ts';
import { hasHidden, quoted, textLines } from '../text.ts';

/** A box to be ticked: the text behind it, and the address of what proves it. */
export type Tick = { readonly item: string; readonly evidence: string };

/** A box in a text: where its mark is, and where its line ends. */
type Box = { readonly label: string; readonly mark: number; readonly end: number; readonly isTicked: boolean };

/** Reads lines such as `The image is staged => https://…`. */
export function parseTicks(text: string): readonly Tick[] {
  const ticks = textLines(text).map(parseTick);
  if (ticks.length === 0) throw new ReleaseError('contains no item.', { fix: form });
  const twice = ticks.find(({ item }, index) => ticks.findIndex((other) => other.item === item) < index);
  if (twice === undefined) return ticks;
  throw new ReleaseError(`has the item ${quoted(twice.item)} twice.`, { fix: 'Remove one of the two lines.' });
}

const form = 'Write the text of a box, then the address of what proves it: The image is staged => https://…';

function parseTick(line: string): Tick {
  const [, item, evidence] = /^(.*\S)\s+=>\s+(\S+)$/.exec(line) ?? [];
  if (item === undefined || evidence === undefined)
    throw new ReleaseError(`contains the line ${quoted(line)}, which has no address.`, { fix: form });
  if (/^https?:\/\/[^<>()\s]+$/.test(evidence) && URL.canParse(evidence) && !hasHidden(evidence))
    return { item, evidence };
  throw new ReleaseError(`contains ${quoted(evidence)}, which is not the address of a page.`, { fix: form });
}

/** A text with boxes ticked. All other bytes stay. A box that somebody has ticked stays as it is, and is named. */
export function withTicks(
  body: string,
  ticks: readonly Tick[],
): { readonly body: string; readonly ticked: readonly Tick[]; readonly before: readonly Tick[] } {
  const boxes = boxesIn(body);
  const found = ticks.map((tick) => ({ tick, box: boxNamed(tick.item, boxes) }));
  refuseIfAny(
    'Some boxes cannot be ticked.',
    found.flatMap(({ box }) => (box instanceof ReleaseError ? [box] : [])),
  );
  for (const [index, { tick, box }] of found.entries()) {
    const other = found.slice(0, index).find((one) => one.box === box);
    if (other !== undefined)
      throw new ReleaseError(`The items ${quoted(other.tick.item)} and ${quoted(tick.item)} are the same box.`, {
        fix: 'Remove one of the two lines, or give the whole text of each box.',
      });
  }
  const open = found.flatMap(({ tick, box }) => (box instanceof ReleaseError || box.isTicked ? [] : [{ tick, box }]));
  const text = open
    .toSorted((one, other) => other.box.mark - one.box.mark)
    .reduce(
      (all, { tick, box }) =>
        `${all.slice(0, box.mark)}x${all.slice(box.mark + 1, box.end)} (${tick.evidence})${all.slice(box.end)}`,
      body,
    );
  const ticked = open.map(({ tick }) => tick);
  return { body: text, ticked, before: ticks.filter((tick) => !ticked.includes(tick)) };
}

/** The boxes of a text, outside of code and comments: https://github.github.com/gfm/#task-list-items-extension- */
function boxesIn(body: string): readonly Box[] {
  return proseLines(body).flatMap(({ text, start }) => {
    const [, before = '', mark, label] = /^([ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+\[)([ xX])\][ \t]+(.*\S)/.exec(text) ?? [];
    if (mark === undefined || label === undefined) return [];
    return [{ label, mark: start + before.length, end: start + text.trimEnd().length, isTicked: mark !== ' ' }];
  });
}

/** The words of a box, without the proof that withTicks writes, comments of HTML, and a colon at the end. */
const bare = (label: string): string =>
  label
    .replace(/ \(https?:\/\/[^<>()\s]+\)$/, '')
    .replaceAll(/<!--.*?-->/g, '')
    .trim()
    .replace(/:$/, '');

/** The box with this text, or the only one whose text begins with it: behind it may stand what a person or a run added. */
function boxNamed(item: string, boxes: readonly Box[]): Box | ReleaseError {
  const same = boxes.filter(({ label }) => label === item || bare(label) === bare(item));
  const [first, second] = same.length > 0 ? same : boxes.filter(({ label }) => label.startsWith(item));
  const labels = boxes.map(({ label }) => label);
  if (first === undefined)
    return new ReleaseError(`The release issue has no box ${quoted(item)}.`, {
      fix: suggestion(item, labels) ?? 'Add the box to the issue, or remove the item.',
    });
  if (second === undefined) return first;
  return new ReleaseError(`The release issue has several boxes that begin with ${quoted(item)}.`, {
    fix: 'Give the whole text of the box, and let each box have a text of its own.',
  });
}
