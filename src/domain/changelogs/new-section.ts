import { inUrl } from '../repositories/in-url.ts';
import type { ChangelogItem } from './item.ts';

/** A section to be added, with the changes since the previous release. */
export type NewSection = {
  readonly version: string;
  readonly tag: string;
  /** The tag of the previous release. */
  readonly previous: string | undefined;
  readonly date: string;
  /** The address of the repository's page. */
  readonly page: string;
  readonly items: readonly ChangelogItem[];
};

/** The page that compares a release with the previous one. For the first release, the page of the release. */
export const comparison = ({ page, previous, tag }: NewSection): string =>
  previous === undefined ? `${page}/releases/tag/${inUrl(tag)}` : `${page}/compare/${inUrl(previous)}...${inUrl(tag)}`;
