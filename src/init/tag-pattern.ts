import { inStream, isReleaseTag } from '../domain/tags/in-stream.ts';
import { parseStreams } from '../domain/tags/stream.ts';
import { compareVersions, type Version } from '../domain/versions/version.ts';

/** How the tags of releases are called, and the newest release, if the tags show one. */
export type TagPattern = { readonly pattern: string; readonly newest: Version | undefined };

/** The pattern that most tags have. The first one, if no tag has any. */
export function tagPatternOf(tags: readonly string[], patterns: readonly [string, ...string[]]): TagPattern {
  const found = patterns.map((pattern) => ({ pattern, versions: versionsOf(tags, pattern) }));
  const most = Math.max(...found.map(({ versions }) => versions.length));
  const { pattern, versions } = found.find((one) => one.versions.length === most) ?? {
    pattern: patterns[0],
    versions: [],
  };
  return { pattern, newest: versions.toSorted(compareVersions).at(-1) };
}

function versionsOf(tags: readonly string[], pattern: string): readonly Version[] {
  const streams = parseStreams(`release: ${pattern}`);
  return tags.flatMap((tag) =>
    streams
      .map((stream) => inStream(tag, stream))
      .filter(isReleaseTag)
      .map(({ version }) => version),
  );
}

/** The tags of a pattern, for GitHub's filters: `v[0-9]*`. */
export const filterOf = (pattern: string): string => pattern.replace(/\{(?:version|pep440)\}/, '[0-9]*');

/** A pattern with a version in it. */
export const filled = (pattern: string, { semver, pep440 }: Pick<Version, 'semver' | 'pep440'>): string | undefined => {
  const form = pattern.includes('{pep440}') ? pep440 : semver;
  return form === undefined ? undefined : pattern.replace(/\{(?:version|pep440)\}/, form);
};
