import { attempt, ReleaseError } from '../error.ts';
import { parseStreams, type Stream } from './stream.ts';
import { hasHidden, listed, quoted } from '../text.ts';
import { compareVersions, parseVersion, type Version } from '../versions/version.ts';

/** A tag of a stream. */
export type ReleaseTag = {
  readonly name: string;
  readonly stream: Stream;
  readonly path: string | undefined;
  readonly version: Version;
};

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
    fix: fixForUnknownTag(name),
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

const isReleaseTag = (found: ReleaseTag | ReleaseError | undefined): found is ReleaseTag =>
  found !== undefined && !(found instanceof ReleaseError);

/** Undefined if the pattern does not match. A refusal if it matches, but the version is not valid. */
function inStream(name: string, stream: Stream): ReleaseTag | ReleaseError | undefined {
  const groups = stream.shape.exec(name)?.groups;
  if (groups === undefined) return undefined;
  const version = attempt(() => parseVersion(stream.scheme, groups['version'] ?? ''));
  if (version instanceof ReleaseError) return version;
  return {
    name,
    stream,
    path: groups['path']?.replace(/\/$/, '') || (groups['path'] === undefined ? undefined : '.'),
    version,
  };
}

/** The fix for a tag of no stream: a line of `streams` that would match it, if there is one. */
function fixForUnknownTag(name: string): string {
  if (name.startsWith('refs/')) return 'Use the short name of the tag, as in github.ref_name.';
  const befores = [...name.matchAll(versionBegins)].map(({ index }) => name.slice(0, index));
  const line = befores.flatMap(streamLinesFor).find((each) => acceptsTag(each, name));
  if (line === undefined)
    return 'The tag does not end in a version, so no stream can match it. Use a tag such as v1.2.3.';
  return `If this is a release tag, add a line to the input streams, and remove other lines with that name or for the same tags. The line: ${line}`;
}

// After a separator or v. Elsewhere, as in pkg@1.2.3, only if a dot follows.
const versionBegins = /(?<=^v?|[/_-]v?)[0-9]|(?<![\p{N}.+])[0-9]+(?=\.[0-9])/gu;

function streamLinesFor(before: string): readonly string[] {
  // Many Python projects use the version alone as the tag.
  if (before === '') return ['driver: {pep440}', 'driver: {version}'];
  const afterFolders = /^.+\/.+(\/v?)$/.exec(before)?.[1];
  const name = /^[a-z][a-z0-9-]+(?=[/_@-])/.exec(before)?.[0] ?? 'release';
  const starts = [...(afterFolders === undefined ? [] : [`module: {path}${afterFolders}`]), `${name}: ${before}`];
  return starts.flatMap((start) => [`${start}{version}`, `${start}{pep440}`]);
}

function acceptsTag(line: string, name: string): boolean {
  const streams = attempt(() => parseStreams(line));
  return !(streams instanceof ReleaseError) && streams.some((stream) => isReleaseTag(inStream(name, stream)));
}

const matches = (pattern: RegExp) => (name: string) => pattern.test(name);

const nameRules: readonly (readonly [breaks: (name: string) => boolean, rule: string])[] = [
  [matches(/^$/), 'is empty'],
  // GitHub takes 255 bytes: https://github.com/desktop/desktop/issues/819
  [matches(/^[^]{1025}/), 'is longer than 1024 characters, which is the limit'],
  [matches(/^-/), 'begins with a hyphen'],
  [hasHidden, 'contains an invisible character'],
  [matches(/[\x00-\x20\x7f~^:?*[\\]/), 'contains a space, a control character or one of ~ ^ : ? * [ \\'],
  [matches(/\.\.|@\{|\/\/|^\/|\/$|^@$/), 'contains "..", "@{" or "//", begins or ends with a slash, or is "@"'],
  [matches(/(^|\/)\.|\.lock(\/|$)|\.$/), 'has a part that begins with a dot, or ends with ".lock" or a dot'],
];

/** Refuses a name that git would refuse: https://git-scm.com/docs/git-check-ref-format */
export function refuseBadName(name: string, kind: 'tag' | 'branch' = 'tag'): void {
  const rule = nameRules.find(([breaks]) => breaks(name))?.[1];
  if (rule !== undefined)
    throw new ReleaseError(`${quoted(name)} is not a valid ${kind} name: it ${rule}.`, {
      fix: `Use a ${kind} such as ${kind === 'tag' ? 'v1.2.3' : 'main'}.`,
    });
}

/** The short name of a tag. */
export function parseTagName(text: string): string {
  const name = text.trim();
  refuseBadName(name);
  if (!name.startsWith('refs/')) return name;
  throw new ReleaseError(`is ${quoted(name)}, which is a full ref, not a tag name.`, {
    fix: 'Use the short name of the tag, as in github.ref_name.',
  });
}
