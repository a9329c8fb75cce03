import * as system from 'node:path';
import { ReleaseError } from './error.ts';
import { quoted } from './text.ts';

/** How paths are written on a system. */
type Paths = Pick<typeof system, 'isAbsolute' | 'normalize' | 'sep'>;

/** A path relative to the workspace, in which it must stay. It has slashes on every system, as in git. */
export function parseWorkspacePath(text: string, paths: Paths = system): string {
  const clean = paths.normalize(text.trim());
  // On Windows, C:name is relative to another folder, and name:stream is a hidden part of a file.
  const isElsewhere = paths.isAbsolute(clean) || (paths.sep === '\\' && clean.includes(':'));
  if (!isElsewhere && !/^\.\.($|[/\\])/.test(clean)) return withSlashes(clean, paths.sep);
  throw new ReleaseError(`is ${quoted(text)}, which is outside the workspace.`, {
    fix: 'Give a path inside the workspace, relative to it.',
  });
}

/** A path of the system, as git writes it. */
export const withSlashes = (path: string, separator: string = system.sep): string =>
  separator === '/' ? path : path.replaceAll(separator, '/');
