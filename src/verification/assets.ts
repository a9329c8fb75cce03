import { createHash } from 'node:crypto';
import { matchesGlob } from 'node:path';
import { checksumsOf } from '../domain/releases/checksums.ts';
import { type FoundAsset, type FoundRelease, uploadedIn } from '../domain/releases/release.ts';
import { listed } from '../domain/text.ts';
import type { Finding } from './finding.ts';
import type { ReleaseClaim } from './release-claim.ts';
import { digest } from './told.ts';

/**
 * Compares the files of a release with those that were built again, with its checksums, and with what the workflows say. `unseen`
 * are the places of steps that may attach files, too.
 */
export function assetFindings(
  release: FoundRelease,
  claims: readonly ReleaseClaim[],
  unseen: readonly string[],
): readonly Finding[] {
  const assets = uploadedIn(release);
  const built = new Map(claims.flatMap((claim) => [...claim.built]));
  const unbuilt = claims.flatMap((claim) => claim.unbuilt);
  const names = new Set(claims.flatMap(({ checksums }) => checksums ?? []));
  const sums = assets.find(({ name }) => (names.size === 0 ? name === 'SHA256SUMS' : names.has(name)));
  const fits = sums !== undefined && sums.digest === sumsDigest(release, sums.name);
  const others = assets.filter(({ name }) => name !== sums?.name);
  return [
    ...others.map((asset) => findingOf(asset, { built, unbuilt, isClaimed: claims.length > 0, fits, unseen })),
    ...[...built.keys()].filter((name) => !assets.some((asset) => asset.name === name)).map((name) => missing(name)),
    ...unbuilt
      .filter(({ pattern }) => !/[*?[{]/.test(pattern) && !assets.some(({ name }) => name === pattern))
      .map(({ pattern }) => missing(pattern)),
    ...sumsFindings(release, sums, { fits, isWanted: names.size > 0 && built.size + unbuilt.length > 0 }),
  ];
}

type Explained = {
  readonly built: ReadonlyMap<string, string>;
  readonly unbuilt: ReleaseClaim['unbuilt'];
  readonly isClaimed: boolean;
  readonly fits: boolean;
  readonly unseen: readonly string[];
};

function findingOf(
  { name, digest: found }: FoundAsset,
  { built, unbuilt, isClaimed, fits, unseen }: Explained,
): Finding {
  const wanted = built.get(name);
  if (wanted === found) return { verdict: 'same', what: `file ${name} of the release`, detail: digest(found) };
  if (wanted !== undefined)
    return {
      verdict: 'different',
      what: `The release has ${name} with ${digest(found)}, not with ${digest(wanted)}, as the tag builds it.`,
      fix: 'Find out who replaced the file, or which tool of the build has another version. A file that was published stays: release the next version.',
    };
  const claim = unbuilt.find(({ pattern }) => name === pattern || matchesGlob(name, pattern));
  if (claim === undefined && isClaimed && unseen.length === 0)
    return {
      verdict: 'different',
      what: `The release has ${name} with ${digest(found)}, and no workflow of the tag says so.`,
      fix: 'Find out who added the file.',
    };
  const others =
    unseen.length === 0
      ? 'no workflow of the tag attaches it by an action of this project'
      : `it may come from what is not performed: ${listed(unseen)}`;
  const why = claim?.why ?? others;
  const compared = fits ? ` ${digest(found)} is in the checksums of the release.` : '';
  return {
    verdict: 'open',
    what: `file ${name} of the release`,
    detail: `not built again, because ${why}.${compared}`,
  };
}

const missing = (name: string): Finding => ({
  verdict: 'different',
  what: `The release has no file ${name}, which belongs to it.`,
  fix: 'Find out who removed it. Run the workflow of the release again: it uploads what is missing.',
});

function sumsFindings(
  release: FoundRelease,
  sums: FoundAsset | undefined,
  { fits, isWanted }: { readonly fits: boolean; readonly isWanted: boolean },
): readonly Finding[] {
  if (sums === undefined)
    return isWanted
      ? [{ verdict: 'different', what: 'The release has no file with checksums.', fix: 'Find out who removed it.' }]
      : [];
  if (fits)
    return [
      {
        verdict: 'same',
        what: `checksums in ${sums.name}`,
        detail: `those of ${release.assets.length === 2 ? 'the file' : `all ${release.assets.length - 1} files`}, ${digest(sums.digest)}`,
      },
    ];
  return [
    {
      verdict: 'different',
      what: `${sums.name} has not the checksums of the files: it is ${digest(sums.digest)}, not ${digest(sumsDigest(release, sums.name))}.`,
      fix: 'Find out which file was added, removed or replaced after the release.',
    },
  ];
}

function sumsDigest(release: FoundRelease, name: string): string {
  return `sha256:${createHash('sha256')
    .update(checksumsOf([], release, name))
    .digest('hex')}`;
}
