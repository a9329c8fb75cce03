import { refuseIfAny, ReleaseError } from '../error.ts';
import { short } from '../text.ts';
import { mostAssets } from './release-files.ts';
import type { FoundAsset, FoundRelease, LocalAsset } from './release.ts';

/** What has to be done to the files of one release. */
export type AssetSteps = {
  readonly upload: readonly LocalAsset[];
  /** Unfinished uploads, and files that are replaced. */
  readonly remove: readonly FoundAsset[];
  /** Another run may still upload these. */
  readonly awaited: readonly FoundAsset[];
};

type AssetRules = {
  readonly mayReplace: boolean;
  /** Whether the release stays a draft. Then others may still add files. */
  readonly isDraft: boolean;
  /** Whether another run may still be busy with an unfinished upload. */
  readonly isGoingOn: (asset: FoundAsset) => boolean;
};

/** Compares the local files with those of the release. Refuses changes that cannot be undone. */
export function assetSteps(
  local: readonly LocalAsset[],
  found: FoundRelease | undefined,
  { mayReplace, isDraft, isGoingOn }: AssetRules,
): AssetSteps {
  const there = new Map((found?.assets ?? []).map((asset) => [asset.name, asset]));
  const [upload, remove, awaited]: [LocalAsset[], FoundAsset[], FoundAsset[]] = [[], [], []];
  const refusals: ReleaseError[] = [];
  for (const asset of local) {
    const other = there.get(asset.name);
    if (other?.isUploaded === true && other.digest === asset.digest) continue;
    if (other?.isUploaded === false && isGoingOn(other)) awaited.push(other);
    else if (found?.isImmutable === true && !found.isDraft) refusals.push(immutable(asset, found));
    else if (other?.isUploaded === true && !(found?.isDraft === true || mayReplace || asset.isDerived === true))
      refusals.push(otherBytes(asset, other));
    else {
      upload.push(asset);
      if (other !== undefined) remove.push(other);
    }
  }
  for (const asset of isDraft || found?.isDraft !== true ? [] : unfinishedUploads(local, found)) {
    if (isGoingOn(asset)) awaited.push(asset);
    else refusals.push(unfinished(asset, found?.url));
  }
  if (found !== undefined && there.size + upload.length - remove.length > mostAssets)
    refusals.push(tooMany(there.size + upload.length - remove.length));
  refuseIfAny(`The files of the release ${found?.tag} cannot be changed as requested.`, refusals);
  return { upload, remove, awaited };
}

/** Unfinished uploads of files that this run does not have. */
function unfinishedUploads(local: readonly LocalAsset[], { assets }: FoundRelease): readonly FoundAsset[] {
  const names = new Set(local.map(({ name }) => name));
  return assets.filter(({ name, isUploaded }) => !isUploaded && !names.has(name));
}

function immutable({ name, digest }: LocalAsset, { tag, assets }: FoundRelease): ReleaseError {
  const other = assets.find((one) => one.name === name);
  const difference =
    other === undefined ? 'is missing' : `has ${shortDigest(other.digest)}, not ${shortDigest(digest)},`;
  return new ReleaseError(`${name} ${difference} in the release ${tag}, which is published and immutable.`, {
    fix: 'Release the next patch version, with all files.',
  });
}

const unfinished = ({ name }: FoundAsset, url: string | undefined) =>
  new ReleaseError(`The upload of ${name} to the draft ${url} was not finished, and this run does not have the file.`, {
    fix: 'Run the job that uploads it again, or delete the file from the draft.',
  });

const tooMany = (count: number) =>
  new ReleaseError(
    `The release would have ${count} files, with those that it has already. It can have at most ${mostAssets}.`,
    {
      fix: 'Pack some of them into an archive.',
    },
  );

const otherBytes = ({ name, digest }: LocalAsset, other: FoundAsset) =>
  new ReleaseError(
    `${name} is published with ${shortDigest(other.digest)}, but the file here has ${shortDigest(digest)}.`,
    {
      fix: 'Release the next patch version. Or set replace: true, if nobody can have downloaded the file yet.',
    },
  );

const shortDigest = (digest: string) =>
  digest === '' ? 'an unfinished upload' : `sha256:${short(digest.replace(/^sha256:/, ''))}`;
