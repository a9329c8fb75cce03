import type { ChangelogItem } from './item.ts';

/** A section that is to be written, from what was done since the release before. */
export type NewSection = {
  readonly version: string;
  readonly tag: string;
  /** The tag of the release before. */
  readonly previous: string | undefined;
  readonly date: string;
  /** The address of the repository's page. */
  readonly page: string;
  readonly items: readonly ChangelogItem[];
};

/** Where the differences to the release before are shown; for the first release, the release itself. */
export const comparison = ({ page, previous, tag }: NewSection): string =>
  previous === undefined ? `${page}/releases/tag/${inUrl(tag)}` : `${page}/compare/${inUrl(previous)}...${inUrl(tag)}`;

/** A tag as it stands in an address, of which no character ends a Markdown link. */
export const inUrl = (tag: string): string =>
  encodeURI(tag).replaceAll(/[()[\]#?]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
