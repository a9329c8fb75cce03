import { ReleaseError } from '../error.ts';
import { hasHidden, listed, quoted, textLines } from '../text.ts';
import type { VersionScheme } from '../versions/version.ts';

/** One series of tags: `image: v{version}`, `chart: chart/{version}`, `module: {path}/v{version}`. */
export type Stream = {
  readonly name: string;
  readonly pattern: string;
  readonly scheme: VersionScheme;
  /** Matches a tag of the stream's shape, with the groups `version` and, where the pattern has it, `path`. */
  readonly shape: RegExp;
};

export const defaultStreams = 'image: v{version}\nchart: chart/{version}';

/** The same, and a stream whose tags are the version alone. */
export const anyStreams = `${defaultStreams}\nplain: {version}`;

/** Reads `name: pattern` lines. */
export function parseStreams(text: string): readonly Stream[] {
  const streams = textLines(text).map(parseStream);
  if (streams.length === 0)
    throw new ReleaseError('contains no stream.', { fix: 'Write lines such as image: v{version}' });
  for (const key of ['name', 'pattern'] as const) {
    const twice = streams.find((stream, index) => streams.findIndex((other) => other[key] === stream[key]) !== index);
    if (twice !== undefined)
      throw new ReleaseError(`has two streams with the ${key} ${quoted(twice[key])}.`, {
        fix: `Give each stream a ${key} of its own.`,
      });
  }
  return streams;
}

const placeholders = { '{version}': 'SemVer 2', '{pep440}': "Python's scheme", '{path}': 'a directory' };

function parseStream(line: string): Stream {
  const [, name, pattern] = /^([a-z][a-z0-9-]*):\s+([^\s\x00-\x1f\x7f-\x9f]+)$/.exec(line) ?? [];
  if (name === undefined || pattern === undefined || hasHidden(pattern)) {
    throw new ReleaseError(`contains the line ${quoted(line)}, which is not a stream.`, {
      fix: 'Write a name in lower case, a colon, a space and a pattern, such as image: v{version}',
    });
  }
  const used: string[] = pattern.match(/\{[^}]*\}?/g) ?? [];
  const versions = used.filter((word) => word === '{version}' || word === '{pep440}');
  const odd = used.find((word, index) => !(word in placeholders) || used.indexOf(word) !== index);
  if (odd !== undefined || versions.length !== 1) {
    const problem =
      odd === undefined
        ? `it has ${versions.length} versions`
        : `${odd} is ${odd in placeholders ? 'used twice' : 'not a placeholder'}`;
    const known = Object.entries(placeholders).map(([word, meaning]) => `${word} (${meaning})`);
    throw new ReleaseError(`contains the pattern ${quoted(pattern)}, which cannot be used: ${problem}.`, {
      fix: `Use one version and at most one path. The placeholders are ${listed(known)}.`,
    });
  }
  return { name, pattern, scheme: versions[0] === '{version}' ? 'semver' : 'pep440', shape: shapeOf(pattern) };
}

// Usual names of folders. Quotes, spaces and dollars would be dangerous in scripts that use the path.
const folder = String.raw`(?:(?!\p{DI})[\p{L}\p{N}._~+@=,-])+`;

/** Versions and folders contain no slash, so there is only one way to split a tag. */
function shapeOf(pattern: string): RegExp {
  const source = pattern.replaceAll(/\{path\}(\/?)|\{version\}|\{pep440\}|[^{]+/gu, (part, slash: string) => {
    if (!part.startsWith('{')) return RegExp.escape(part);
    if (!part.startsWith('{path}')) return '(?<version>[^/]+)';
    // Before a slash: a directory. Elsewhere: a directory with its slash, or nothing for the root.
    return slash === '/' ? String.raw`(?<path>${folder}(?:\/${folder})*)\/` : String.raw`(?<path>(?:${folder}\/)*)`;
  });
  return new RegExp(`^${source}$`, 'u');
}
