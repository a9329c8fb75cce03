import type { ImageRepository } from '../chronicle.ts';

/** Repositories that hold the same, such as those of all regions. */
export type ImageGroup = Omit<ImageRepository, 'name'> & { readonly names: readonly [string, ...string[]] };

export function imageGroups(images: readonly ImageRepository[]): readonly ImageGroup[] {
  const groups = Map.groupBy(images, ({ tags, manifests }) => JSON.stringify([Object.entries(tags), manifests]));
  return [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : { ...first, names: [first.name, ...others.map(({ name }) => name)] as const },
  );
}

/** `ghcr.io/org/app`, or `ghcr.io/org/app and 3 others` */
export const groupName = ({ names: [first, ...others] }: Pick<ImageGroup, 'names'>): string =>
  others.length === 0 ? first : `${first} and ${others.length} ${others.length === 1 ? 'other' : 'others'}`;
