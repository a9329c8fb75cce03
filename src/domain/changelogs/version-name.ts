import { attempt, ReleaseError } from '../error.ts';
import { compareVersions, parsePep440, parseSemver } from '../versions/version.ts';
import type { Version } from '../versions/version.ts';

/** A version as text, after the epoch that a Python version may have: `1.0.0`, `1.0.0-rc.1`, `0.2.0.dev0`. */
export const versionText = String.raw`(?:\d+!)?\d+(?:\.\d+)+[\w.+!-]*`;

const nameShape = new RegExp(`^(.*?)v?(${versionText})$`, 'i');

/** What comes before the version in a name: `chart/` of chart/v0.1.0, `@a/b@` of @a/b@1.1.0, '' of v1.0.0. */
export const seriesOf = (name: string): string => nameShape.exec(name)?.[1] ?? '';

/** A version for comparison: without the prefix of its series and without `v`. */
export const bareVersion = (name: string): string => nameShape.exec(name)?.[2] ?? name;

/** Whether two names are of one series. A name without a prefix fits to each series. */
export function fitsSeries(one: string, other: string): boolean {
  const [first, second] = [seriesOf(one), seriesOf(other)];
  return first === '' || second === '' || first === second;
}

/** Whether two names mean the same version, in whatever spelling: `v1.0` and `1.0.0`, `1.0.0-rc.1` and `1.0.0rc1`. */
export function isSameVersion(one: string, other: string): boolean {
  const [first, second] = [bareVersion(one).toLowerCase(), bareVersion(other).toLowerCase()];
  if (first === second) return true;
  if (Number.parseInt(first, 10) !== Number.parseInt(second, 10)) return false;
  const [these, those] = [readingsOf(first), readingsOf(second)];
  if (these.semver !== undefined && those.semver !== undefined) return false; // SemVer has one spelling for a version
  return these.pep440 !== undefined && those.pep440 !== undefined && compareVersions(these.pep440, those.pep440) === 0;
}

type Readings = { readonly semver: Version | undefined; readonly pep440: Version | undefined };

function readingsOf(text: string): Readings {
  const [semver, pep440] = [attempt(() => parseSemver(text)), attempt(() => parsePep440(text))];
  return {
    semver: semver instanceof ReleaseError ? undefined : semver,
    pep440: pep440 instanceof ReleaseError ? undefined : pep440,
  };
}
