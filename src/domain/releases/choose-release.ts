import { refuseIfAny, ReleaseError } from '../error.ts';
import { listed } from '../text.ts';
import { uploadedIn } from './release.ts';
import type { FoundAsset, FoundRelease, FoundReleases, LocalAsset } from './release.ts';

/**
 * The release of a tag: the published one, or else the draft with the lowest id, so that every run chooses the same.
 * Another draft is redundant where the chosen one, or this run, has all of its files. That is so after a lost race.
 */
export function chooseRelease(
  { published, drafts }: FoundReleases,
  local: readonly LocalAsset[],
  checksums: string,
): { readonly chosen: FoundRelease | undefined; readonly redundantDrafts: readonly FoundRelease[] } {
  const inOrder = drafts.toSorted((one, other) => one.id - other.id);
  const [chosen, ...others] = published === undefined ? inOrder : [published, ...inOrder];
  const filesElsewhere = new Set([...local, ...uploadedIn(chosen)].map(assetKey));
  // The checksums are made anew.
  const ownFiles = (draft: FoundRelease) =>
    uploadedIn(draft).filter((asset) => asset.name !== checksums && !filesElsewhere.has(assetKey(asset)));
  const draftsWithOwnFiles = others.filter((draft) => ownFiles(draft).length > 0);
  // A draft with files of its own does no harm where a release is published: nobody can publish a second one.
  if (published === undefined)
    refuseIfAny(
      'There is more than one draft of the release.',
      draftsWithOwnFiles.map((draft) => secondDraft(draft, ownFiles(draft), chosen)),
    );
  return { chosen, redundantDrafts: others.filter((draft) => !draftsWithOwnFiles.includes(draft)) };
}

const secondDraft = ({ id, url }: FoundRelease, own: readonly FoundAsset[], chosen: FoundRelease | undefined) =>
  new ReleaseError(
    `A second draft (${id}) has files that the first one does not have: ${listed(own.map(({ name }) => name))}.`,
    {
      fix: `Move the files to the first draft, and delete the second one. The first: ${chosen?.url} The second: ${url}`,
    },
  );

const assetKey = ({ name, digest }: { name: string; digest: string }) => `${digest} ${name}`;
