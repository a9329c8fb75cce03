import { uploadedIn } from './release.ts';
import type { FoundRelease, LocalAsset } from './release.ts';

/** The text of a file with the checksums of all files of a release, in the form of sha256sum. */
export function checksumsOf(local: readonly LocalAsset[], found: FoundRelease | undefined, name: string): string {
  const digests = new Map(uploadedIn(found).map((one) => [one.name, one.digest]));
  for (const asset of local) digests.set(asset.name, asset.digest);
  digests.delete(name);
  const lines = [...digests].toSorted(([one], [other]) => (one < other ? -1 : 1));
  return lines.map(([file, digest]) => `${digest.replace(/^sha256:/, '')}  ${file}\n`).join('');
}
