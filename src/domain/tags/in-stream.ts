import { attempt, ReleaseError } from '../error.ts';
import type { Stream } from './stream.ts';
import { parseVersion } from '../versions/version.ts';
import type { Version } from '../versions/version.ts';

/** A tag of a stream. */
export type ReleaseTag = {
  readonly name: string;
  readonly stream: Stream;
  readonly path: string | undefined;
  readonly version: Version;
};

export const isReleaseTag = (found: ReleaseTag | ReleaseError | undefined): found is ReleaseTag =>
  found !== undefined && !(found instanceof ReleaseError);

/** The tag of a stream that has a name. Undefined if the pattern does not match. A refusal if it matches, but the version is not valid. */
export function inStream(name: string, stream: Stream): ReleaseTag | ReleaseError | undefined {
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
