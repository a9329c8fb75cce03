import { refuseIfAny, ReleaseError } from '../error.ts';
import { mostAssets } from './release-files.ts';
import { listed, short } from '../text.ts';

/** A file that a release shall have. */
export type LocalAsset = {
  readonly name: string;
  readonly path: string;
  readonly label: string | undefined;
  readonly size: number;
  /** `sha256:…` */
  readonly digest: string;
  /** Made from the others, so that it is made anew when they change. */
  readonly isDerived?: true;
};

/** A file that a release has, or that somebody began to upload. */
export type FoundAsset = {
  readonly id: number;
  readonly name: string;
  readonly size: number;
  /** As GitHub computed it, or as it was computed from what GitHub serves. */
  readonly digest: string;
  readonly isUploaded: boolean;
  /** When somebody began, in milliseconds. */
  readonly begunAt: number;
};

/** A release that is there. */
export type FoundRelease = {
  readonly id: number;
  readonly url: string;
  readonly uploadUrl: string;
  readonly tag: string;
  readonly isDraft: boolean;
  readonly isPrerelease: boolean;
  readonly isImmutable: boolean;
  readonly name: string;
  readonly body: string;
  readonly assets: readonly FoundAsset[];
};

/** What has to be done to the files of one release. */
export type AssetSteps = {
  readonly upload: readonly LocalAsset[];
  /** Halves of an upload, and files that are replaced. */
  readonly remove: readonly FoundAsset[];
  /** Whoever uploads these now may still be at it. */
  readonly awaited: readonly FoundAsset[];
};

type Circumstances = {
  readonly mayReplace: boolean;
  /** Whether it stays a draft, to which others may still add files. */
  readonly isDraft: boolean;
  /** Whether an upload that nobody has finished may still be going on. */
  readonly isGoingOn: (asset: FoundAsset) => boolean;
};

/** Compares the files that a release shall have with those that it has. What cannot be undone is refused. */
export function assetSteps(
  wanted: readonly LocalAsset[],
  found: FoundRelease | undefined,
  { mayReplace, isDraft, isGoingOn }: Circumstances,
): AssetSteps {
  const there = new Map((found?.assets ?? []).map((asset) => [asset.name, asset]));
  const [upload, remove, awaited]: [LocalAsset[], FoundAsset[], FoundAsset[]] = [[], [], []];
  const refusals: ReleaseError[] = [];
  for (const asset of wanted) {
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
  for (const half of isDraft || found?.isDraft !== true ? [] : halvesOf(wanted, found)) {
    if (isGoingOn(half)) awaited.push(half);
    else refusals.push(unfinished(half, found?.url));
  }
  if (found !== undefined && there.size + upload.length - remove.length > mostAssets)
    refusals.push(tooMany(there.size + upload.length - remove.length));
  refuseIfAny(`The release ${found?.tag} cannot become what it should be.`, refusals);
  return { upload, remove, awaited };
}

/** Halves of files that are not here, so that this run cannot complete them. */
function halvesOf(wanted: readonly LocalAsset[], { assets }: FoundRelease): readonly FoundAsset[] {
  const names = new Set(wanted.map(({ name }) => name));
  return assets.filter(({ name, isUploaded }) => !isUploaded && !names.has(name));
}

function immutable({ name, digest }: LocalAsset, { tag, assets }: FoundRelease): ReleaseError {
  const other = assets.find((one) => one.name === name);
  const difference = other === undefined ? 'is missing' : `is ${shortened(digest)} here and ${shortened(other.digest)}`;
  return new ReleaseError(`${name} ${difference} in the release ${tag}, which is published and immutable.`, {
    fix: 'Release the next patch version with all of its files.',
  });
}

const unfinished = ({ name }: FoundAsset, url: string | undefined) =>
  new ReleaseError(`Only a half of ${name} is in the draft ${url}, and the file is not here.`, {
    fix: `Run the job again that uploads it, or delete it from the draft: without it nothing is published.`,
  });

const tooMany = (count: number) =>
  new ReleaseError(`With those that are there it would be ${count} files; a release takes ${mostAssets}.`, {
    fix: 'Pack some of them.',
  });

const otherBytes = ({ name, digest }: LocalAsset, other: FoundAsset) =>
  new ReleaseError(`${name} is published with ${shortened(other.digest)}, and is ${shortened(digest)} here.`, {
    fix: 'Release the next patch version; or say replace: true, if nobody may have downloaded it yet.',
  });

const shortened = (digest: string) => (digest === '' ? 'a half' : `sha256:${short(digest.replace(/^sha256:/, ''))}`);

/** All releases that are there for a tag: one may be published, and there may be drafts beside it. */
export type FoundReleases = { readonly published: FoundRelease | undefined; readonly drafts: readonly FoundRelease[] };

/**
 * What is published is the release, or else the draft with the lowest id: whoever looks sees the same. Other drafts are
 * spare where everything in them is held elsewhere; whoever made one by losing a race has nothing in it yet.
 */
export function chosenRelease(
  { published, drafts }: FoundReleases,
  wanted: readonly LocalAsset[],
  checksums: string,
): { readonly chosen: FoundRelease | undefined; readonly spare: readonly FoundRelease[] } {
  const inOrder = drafts.toSorted((one, other) => one.id - other.id);
  const [chosen, ...others] = published === undefined ? inOrder : [published, ...inOrder];
  const held = new Set([...wanted, ...uploadedIn(chosen)].map(keyOf));
  const ownFiles = (draft: FoundRelease) =>
    uploadedIn(draft).filter((asset) => asset.name !== checksums && !held.has(keyOf(asset))); // these are made anew
  const rivals = others.filter((draft) => ownFiles(draft).length > 0);
  // Beside what is published, a draft with files of its own can do no harm: nobody can publish it.
  if (published === undefined)
    refuseIfAny(
      'There is more than one draft.',
      rivals.map((draft) => rival(draft, ownFiles(draft), chosen)),
    );
  return { chosen, spare: others.filter((draft) => !rivals.includes(draft)) };
}

const rival = ({ id, url }: FoundRelease, own: readonly FoundAsset[], chosen: FoundRelease | undefined) =>
  new ReleaseError(`A second draft (${id}) holds ${listed(own.map(({ name }) => name))}, which no other has.`, {
    fix: `Move what is needed to the draft ${chosen?.url}, and delete the second one: ${url}`,
  });

const uploadedIn = (release: FoundRelease | undefined) =>
  (release?.assets ?? []).filter(({ isUploaded }) => isUploaded);
const keyOf = ({ name, digest }: { name: string; digest: string }) => `${digest} ${name}`;

/** The text of a file with the checksums of all files of a release, in the form of sha256sum. */
export function checksumsOf(wanted: readonly LocalAsset[], found: FoundRelease | undefined, name: string): string {
  const digests = new Map(uploadedIn(found).map((one) => [one.name, one.digest]));
  for (const asset of wanted) digests.set(asset.name, asset.digest);
  digests.delete(name);
  const lines = [...digests].toSorted(([one], [other]) => (one < other ? -1 : 1));
  return lines.map(([file, digest]) => `${digest.replace(/^sha256:/, '')}  ${file}\n`).join('');
}
