import { attempt, ReleaseError } from '../error.ts';
import { inStream, isReleaseTag } from './in-stream.ts';
import { parseStreams } from './stream.ts';
import type { Stream } from './stream.ts';
import { refuseBadName } from './tag-name.ts';
import { listed } from '../text.ts';
import { parsePep440 } from '../versions/version.ts';

/** The fix for a tag of no stream: the tag that was probably meant, and a line of `streams` that would match it. */
export function fixForUnknownTag(name: string, streams: readonly Stream[]): string {
  if (name.startsWith('refs/')) return 'Use the short name of the tag, as in github.ref_name.';
  const befores = [...name.matchAll(versionBegins())].map(({ index }) => name.slice(0, index));
  const line = befores.flatMap(streamLinesFor).find((each) => acceptsTag(each, name));
  const meant = meantTags(name, streams);
  if (line === undefined && meant.length === 0)
    return 'The tag does not end in a version, so no stream can match it. Use a tag such as v1.2.3.';
  return [
    ...(meant.length === 0 ? [] : [`Did you mean ${listed(meant, 'or')}?`]),
    ...(line === undefined
      ? []
      : [
          `If this is a release tag, add a line to the input streams, and remove other lines with that name or for the same tags. The line: ${line}`,
        ]),
  ].join('\n');
}

// After a separator or v. Elsewhere, as in pkg@1.2.3, only if a dot follows. Not a literal: docs/decisions.md D36
const versionBegins = () => new RegExp(String.raw`(?<=^v?|[/_-]v?)[0-9]|(?<![\p{N}.+])[0-9]+(?=\.[0-9])`, 'gu');

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

/** Tags of the streams that look like this name: v0.4.0 for v0.4, V0.4.0, v.0.4.0 and 0.4.0. */
function meantTags(name: string, streams: readonly Stream[]): readonly string[] {
  const [, before, numbers = '', behind = ''] = /^(.*?)(?<![\d.])\.?(\d+(?:\.\d+)*)([^/]*)$/s.exec(name) ?? [];
  if (before === undefined) return [];
  const folders = /^.*(?=\/)/.exec(before)?.[0] ?? '';
  const meant = streams.flatMap((stream) => {
    const shape = stream.pattern.replace(/\{path\}(\/?)/, (_, slash) => (folders === '' ? slash : `${folders}/`));
    const [start = ''] = shape.split('{', 1);
    if (bare(start) !== bare(before)) return [];
    const tags = versionsLike(numbers, behind, stream).map((version) => shape.replace(/\{\w+\}/, () => version));
    return tags.filter((tag) => tag !== name && isTagOf(stream, tag, streams));
  });
  return [...new Set(meant)].slice(0, 3);
}

/** Whether a name is a tag of this stream, and of no other one. */
function isTagOf(stream: Stream, name: string, streams: readonly Stream[]): boolean {
  if (attempt(() => refuseBadName(name)) instanceof ReleaseError) return false;
  const fitting = streams.filter((one) => isReleaseTag(inStream(name, one)));
  return fitting.length === 1 && fitting[0] === stream;
}

/** What comes before a version, without the marks that people confuse. */
const bare = (before: string) => before.toLowerCase().replace(/(?<=^|[/_-])v?\.?$/, '');

/** The version with three numbers and without leading zeros, and its form in SemVer if Python wrote it. */
function versionsLike(numbers: string, behind: string, { scheme }: Stream): readonly string[] {
  if (scheme === 'pep440') return [numbers + behind];
  const parts = numbers.split('.').map((part) => part.replace(/^0+(?=\d)/, ''));
  const padded = [...parts, '0', '0'].slice(0, Math.max(3, parts.length)).join('.');
  const python = attempt(() => parsePep440(padded + behind));
  return [padded + behind, ...(python instanceof ReleaseError ? [] : [python.semver ?? ''])];
}
