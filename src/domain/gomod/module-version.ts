import { ReleaseError } from '../error.ts';
import type { Interval } from './go-mod-file.ts';
import type { PlacedModule } from './layout.ts';
import { isPseudoVersion } from './module-path.ts';
import { quoted } from '../text.ts';
import { compareVersions, parseSemver } from '../versions/version.ts';
import type { Version } from '../versions/version.ts';

/** A version as Go writes it, with v. Refuses a version that Go would not take for a release. */
export function moduleVersion({ semver = '', build }: Version): string {
  const version = `v${semver}`;
  if (build !== undefined)
    throw new ReleaseError(`${quoted(version)} has build metadata, which Go ignores in tags.`, {
      fix: `Release ${version.slice(0, -build.length - 1)} instead.`,
    });
  if (!isPseudoVersion(version)) return version;
  throw new ReleaseError(
    `${quoted(version)} looks like a pseudo-version, which stands for a commit. Go would not find the tag.`,
    {
      fix: 'Use another form of prerelease, such as -alpha.1.',
    },
  );
}

/** The next patch version or prerelease for which no module has a tag yet. */
export function nextFreeVersion(
  version: string,
  modules: readonly PlacedModule[],
  isTaken: (tag: string) => boolean,
): string {
  let next = version;
  do next = nextVersion(next);
  while (modules.some(({ prefix }) => isTaken(prefix + next)));
  return next;
}

function nextVersion(version: string): string {
  const [, start, number] = /^(v\d+\.\d+\.(?:\d+-.*?)?)(\d+)$/.exec(version) ?? [];
  return start === undefined || number === undefined ? `${version}.1` : `${start}${BigInt(number) + 1n}`;
}

/** Whether the go.mod of a version retracts that very version. */
export function isRetracted(version: string, retracts: readonly Interval[]): boolean {
  const [own, ...bounds] = [version, ...retracts.flatMap(({ low, high }) => [low, high])].map(ordered);
  return retracts.some((_, index) => {
    const [low, high] = [bounds[index * 2], bounds[index * 2 + 1]];
    return own && low && high && compareVersions(low, own) <= 0 && compareVersions(own, high) <= 0;
  });
}

const ordered = (version: string): Version => parseSemver(version.slice(1));
