import { ReleaseError } from '../error.ts';
import { inStream, isReleaseTag } from './in-stream.ts';
import type { ReleaseTag } from './in-stream.ts';
import type { Stream } from './stream.ts';
import { refuseBadName } from './tag-name.ts';
import { fixForUnknownTag } from './unknown-tag.ts';
import { listed, quoted } from '../text.ts';
import { compareVersions } from '../versions/version.ts';

export type { ReleaseTag } from './in-stream.ts';

/** Finds the only stream that matches a tag, and reads the version. */
export function parseReleaseTag(name: string, streams: readonly Stream[]): ReleaseTag {
  refuseBadName(name);
  const tries = streams.map((stream) => ({ stream, found: inStream(name, stream) }));
  const fitting = tries.map(({ found }) => found).filter(isReleaseTag);
  const [first, second] = fitting;
  if (first !== undefined && second === undefined) return first;
  if (first !== undefined) {
    const all = fitting.map(({ stream }) => formatStream(stream));
    throw new ReleaseError(`Tag ${quoted(name)} matches more than one stream: ${listed(all)}.`, {
      fix: 'Change the patterns of the input streams so that every tag matches only one of them.',
    });
  }
  const reasons = tries.map(({ stream, found }) => {
    return `  ${formatStream(stream)} (${found instanceof ReleaseError ? found.message.replace(/\.$/, '') : 'the pattern does not match'})`;
  });
  throw new ReleaseError(`Tag ${quoted(name)} belongs to no stream:\n${reasons.join('\n')}`, {
    fix: fixForUnknownTag(name, streams),
  });
}

/** The other tags of the same series as `tag`: of the same stream and the same path. */
export function tagsInSeries(tag: ReleaseTag, names: readonly string[]): readonly ReleaseTag[] {
  return names
    .filter((name) => name !== tag.name)
    .map((name) => inStream(name, tag.stream))
    .filter(isReleaseTag)
    .filter(({ path }) => path === tag.path);
}

/** The tag with the next lower version. For a stable version, prereleases are skipped. */
export function previousTag(tag: ReleaseTag, others: readonly ReleaseTag[]): ReleaseTag | undefined {
  return others
    .filter(({ version }) => compareVersions(version, tag.version) < 0)
    .filter(({ version }) => tag.version.isPrerelease || !version.isPrerelease)
    .toSorted((one, other) => compareVersions(one.version, other.version))
    .at(-1);
}

/** Whether this is the latest release for users. */
export const isLatest = (tag: ReleaseTag, others: readonly ReleaseTag[]): boolean =>
  !tag.version.isPrerelease &&
  others.every(({ version }) => version.isPrerelease || compareVersions(version, tag.version) <= 0);

/** The tag of an image of this release. Undefined if OCI does not allow it. */
export function imageTag({ name }: ReleaseTag, revision: number | undefined): string | undefined {
  const tag = name.slice(name.lastIndexOf('/') + 1) + (revision === undefined ? '' : `-${revision}`);
  if (/^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/.test(tag)) return tag;
  if (revision === undefined) return undefined;
  throw new ReleaseError(
    `OCI does not allow the image tag ${quoted(tag)}. It takes letters, digits, dots, hyphens and underscores, 128 at most.`,
    {
      fix: 'Release a version without build metadata (+), or remove the input revision.',
    },
  );
}

const formatStream = ({ name, pattern }: Stream) => `${name}: ${pattern}`;

/** The short name of a tag. */
export function parseTagName(text: string): string {
  const name = text.trim();
  refuseBadName(name);
  if (!name.startsWith('refs/')) return name;
  throw new ReleaseError(`is ${quoted(name)}, which is a full ref, not a tag name.`, {
    fix: 'Use the short name of the tag, as in github.ref_name.',
  });
}
