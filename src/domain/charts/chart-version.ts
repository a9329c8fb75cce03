import { attempt, ReleaseError } from '../error.ts';
import { parsePep440, parseSemver } from '../versions/version.ts';

/** The version of a chart, without `v`. Refuses a version that Helm would refuse, and names the right form. */
export function chartVersion(text: string): string {
  const bare = text.trim().replace(/^v/, '');
  const parsed = attempt(() => parseSemver(bare));
  if (!(parsed instanceof ReleaseError)) return bare;
  const python = attempt(() => parsePep440(bare));
  const form = python instanceof ReleaseError ? undefined : python.semver;
  throw new ReleaseError(parsed.message, {
    fix:
      form === undefined
        ? 'Helm accepts only SemVer 2, such as 1.2.3 or 1.2.3-rc.1.'
        : `Helm accepts only SemVer 2: write ${form}.`,
  });
}
