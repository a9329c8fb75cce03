import { attempt, ReleaseError } from '../../../domain/error.ts';
import { compareVersions, parseSemver, type Version } from '../../../domain/versions/version.ts';
import { invalid } from '../core/answer.ts';
import { textOf } from '../core/fields.ts';
import type { ReleaseRecord, RepositoryRecord } from '../core/records.ts';
import type { Call } from '../core/route.ts';

/** The release that GitHub shows as the latest one. It is never a draft or a prerelease. */
export function latestRelease({ releases, latestRelease: chosen }: RepositoryRecord): ReleaseRecord | undefined {
  const candidates = releases.filter(mayBeLatest);
  return candidates.find(({ id }) => id === chosen) ?? candidates.toSorted(byVersion)[0];
}

/** Refuses `make_latest` for a draft or a prerelease. */
export function refuseLatest({ fields }: Call, release: ReleaseRecord): void {
  if (textOf(fields, 'make_latest') !== 'true' || mayBeLatest(release)) return;
  throw invalid({ resource: 'Release', code: 'custom', message: 'Latest release cannot be draft or prerelease.' });
}

/** Applies `make_latest`, whose default is `true` when a release is published. */
export function chooseLatest(
  { fields }: Call,
  record: RepositoryRecord,
  { release, isPublication }: { readonly release: ReleaseRecord; readonly isPublication: boolean },
): void {
  const wanted = textOf(fields, 'make_latest') ?? (isPublication ? 'true' : undefined);
  if (wanted === 'true' && mayBeLatest(release)) record.latestRelease = release.id;
  // A release with `false` still becomes the latest if no release was chosen: https://github.com/ncipollo/release-action/issues/466
  else if (wanted === 'legacy' || (wanted !== undefined && record.latestRelease === release.id))
    record.latestRelease = undefined;
}

function mayBeLatest({ isDraft, isPrerelease }: ReleaseRecord): boolean {
  return !isDraft && !isPrerelease;
}

/** The order of candidates: the highest version first, then tags that are no versions, the newest first. */
function byVersion(one: ReleaseRecord, other: ReleaseRecord): number {
  const [version, otherVersion] = [versionOf(one), versionOf(other)];
  if (version !== undefined && otherVersion !== undefined) return compareVersions(otherVersion, version);
  if (version !== undefined || otherVersion !== undefined) return version === undefined ? 1 : -1;
  return Date.parse(other.createdAt) - Date.parse(one.createdAt) || other.id - one.id;
}

function versionOf({ tag }: ReleaseRecord): Version | undefined {
  const version = attempt(() => parseSemver(tag.replace(/^v/, '')));
  return version instanceof ReleaseError ? undefined : version;
}
