import { ReleaseError } from '../error.ts';
import { quoted } from '../text.ts';

/** The new version of a dependency. */
export type DependencyVersion = { readonly name: string; readonly version: string };

/** Reads a line such as `kpromo=4.5.1`. */
export function parseDependencyVersion(line: string): DependencyVersion {
  const [, name, version] = /^([^=]+?)\s*=\s*(\S+)$/.exec(line) ?? [];
  if (name !== undefined && version !== undefined) return { name, version };
  throw new ReleaseError(`contains the line ${quoted(line)}, which is not a version of a dependency.`, {
    fix: 'Write name=version.',
  });
}
