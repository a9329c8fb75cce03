import type { ImageList, ListEntry, ListGroup } from './image-list.ts';
import { compareTexts, compareVersions } from './tag-order.ts';
import type { Comparison } from './tag-order.ts';

type Order = { readonly compare: Comparison; readonly isDescending: boolean };

// If a list fits several of them, the first one counts.
const orders: readonly Order[] = [
  { compare: compareVersions, isDescending: false },
  { compare: compareTexts, isDescending: false },
  { compare: compareVersions, isDescending: true },
  { compare: compareTexts, isDescending: true },
];

/** The index of a new entry in a group: its place in the order that the group has, or that the other groups have. */
export function placeIn(list: ImageList, group: ListGroup, tag: string): number {
  const { compare, isDescending } = orderOf(list, group);
  const tags = group.entries.map(primaryTag);
  if (isDescending) {
    const older = tags.findIndex((other) => compare(other, tag) < 0);
    return older === -1 ? tags.length : older;
  }
  return tags.findLastIndex((other) => compare(other, tag) <= 0) + 1;
}

/** The tag that says where in its group an entry belongs. */
export const primaryTag = ({ tags }: ListEntry): string => tags[0] ?? '';

function orderOf(list: ImageList, group: ListGroup): Order {
  const inGroup = orders.map((order) => violations(order, group));
  const fewest = Math.min(...inGroup);
  const best = orders.filter((_, index) => inGroup[index] === fewest);
  const [first] = best;
  if (first === undefined) throw new Error('There is no order.');
  if (best.length === 1) return first;
  const inList = best.map((order) => list.groups.reduce((sum, one) => sum + violations(order, one), 0));
  return best[inList.indexOf(Math.min(...inList))] ?? first;
}

/** How many neighbours of a group an order would have the other way round. */
function violations({ compare, isDescending }: Order, { entries }: ListGroup): number {
  let count = 0;
  for (let index = 1; index < entries.length; index++) {
    const [one, other] = [entries[index - 1], entries[index]];
    if (one === undefined || other === undefined) continue;
    const difference = compare(primaryTag(one), primaryTag(other));
    if (isDescending ? difference < 0 : difference > 0) count++;
  }
  return count;
}
