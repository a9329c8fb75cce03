import { attempt, ReleaseError } from '../error.ts';
import { quoted } from '../text.ts';
import { compareVersions, parsePep440, parseSemver } from '../versions/version.ts';

/** A version that was given in SemVer or PEP 440, with or without `v`, in PEP 440. */
export function parseWantedVersion(text: string): string {
  const bare = text.trim().replace(/^v/, '');
  const semver = attempt(() => parseSemver(bare));
  const version = semver instanceof ReleaseError ? parsePep440(bare) : semver;
  if (version.pep440 !== undefined) return version.pep440;
  throw new ReleaseError(`is ${quoted(text)}, which cannot be written in PEP 440.`, {
    fix: 'Give a version such as 1.2.3, 1.2.3-rc.1 or 1.2.3.dev0. The output pep440 of parse-tag is one.',
  });
}

/** Refuses a wheel that is another version than the wanted one. 1.0 and 1.0.0 are the same. */
export function refuseOtherVersion(file: string, version: string, wanted: string): void {
  if (compareVersions(parsePep440(version), parsePep440(wanted)) === 0) return;
  throw new ReleaseError(`${file} has the version ${version}, but the input version is ${wanted}.`, {
    fix: 'Set the version of the project before the tag is made, as with set-values, or correct the input.',
  });
}
