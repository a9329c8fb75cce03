import type { ImageList, ListEntry } from './image-list.ts';
import { compareVersions } from './tag-order.ts';

/** The entries of an image, from all groups with its name. */
export const entriesOf = ({ groups }: ImageList, name: string): readonly ListEntry[] =>
  groups.flatMap((group) => (group.name === name ? group.entries : []));

/** The digest that a list gives a tag. */
export const listedDigest = (list: ImageList, name: string, tag: string): string | undefined =>
  entriesOf(list, name).find(({ tags }) => tags.includes(tag))?.digest;

/** The digest and the tag of the version of an image that comes right before a tag. */
export function versionBefore(
  list: ImageList,
  name: string,
  tag: string,
): { readonly digest: string; readonly tag: string } | undefined {
  return entriesOf(list, name)
    .flatMap(({ digest, tags }) => tags.map((one) => ({ digest, tag: one })))
    .filter((one) => compareVersions(one.tag, tag) < 0)
    .toSorted((one, other) => compareVersions(one.tag, other.tag))
    .at(-1);
}
