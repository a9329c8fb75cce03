import type { ImageList, ListGroup } from './image-list.ts';

/** Groups that follow each other without a comment or a blank line between them. */
export type Block = { readonly groups: readonly ListGroup[]; readonly heading: string };

/** The blocks of a list, each with the comments and blank lines above it. */
export function blocksOf({ source, groups }: ImageList): readonly Block[] {
  const blocks: { groups: ListGroup[]; heading: string }[] = [];
  let end = 0;
  for (const group of groups) {
    const heading = source.text.slice(end, group.start);
    const last = blocks.at(-1);
    if (last === undefined || heading !== '') blocks.push({ groups: [group], heading });
    else last.groups.push(group);
    end = group.end;
  }
  return blocks;
}

/**
 * Whether each release has a block of its own, as in the list of kops: names repeat, and most groups of such names have one
 * entry.
 */
export function hasBlockPerRelease({ groups }: ImageList): boolean {
  const repeated = [...Map.groupBy(groups, ({ name }) => name).values()].filter((same) => same.length > 1).flat();
  return repeated.filter(({ entries }) => entries.length === 1).length * 2 > repeated.length;
}
