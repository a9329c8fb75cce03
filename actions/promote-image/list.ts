import type { Source } from '../../src/domain/edits/source.ts';
import { ReleaseError } from '../../src/domain/error.ts';
import { usualRoot } from '../../src/domain/image-lists/list-path.ts';
import { placeOfList } from '../../src/domain/image-lists/list-place.ts';
import type { PromoterManifest } from '../../src/domain/image-lists/promoter-manifest.ts';
import type { BranchTip, GitHub } from '../../src/world/github/github.ts';
import type { Wanted } from './contract.ts';

/** An image list, as it is at the tip of the default branch. */
export type FoundList = {
  readonly base: BranchTip;
  readonly list: Source;
  readonly manifest: PromoterManifest;
};

/** Finds the list into which images from a source belong. */
export async function findList(
  { repository, from, list: named }: Pick<Wanted, 'repository' | 'from' | 'list'>,
  { files }: GitHub,
): Promise<FoundList> {
  const folder = `${named?.root ?? usualRoot}manifests`;
  const seen = await files.inSubfolders({ repository, folder, name: 'promoter-manifest.yaml' });
  if (seen === undefined)
    throw new ReleaseError(`GitHub shows no files of ${repository}.`, {
      fix: 'Check the input repository, and that the token may read it.',
    });
  const { base } = seen;
  const { manifest, list } = placeOfList(seen.files, { from, named, repository });
  const text = await files.text(repository, base.sha, list);
  if (text !== undefined) return { base, manifest, list: { file: list, text } };
  throw new ReleaseError(`${repository} has no ${list}, which belongs to ${manifest.file}.`, {
    fix: 'Add this file in a pull request of your own first. It may be empty.',
  });
}
