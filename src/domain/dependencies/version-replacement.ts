import { ReleaseError } from '../error.ts';
import { listed, quoted } from '../text.ts';
import type { Dependency, RefPath } from './dependencies-file.ts';
import { failuresOfReference, matchingLines } from './version-reference.ts';
import type { TextOf } from './version-reference.ts';
import { occurrencesOf } from './version-occurrence.ts';
import type { Occurrence } from './version-occurrence.ts';

/** A version that was set, in the entry itself or where a refPath leads. */
export type VersionChange = {
  readonly dependency: string;
  readonly path: string;
  readonly line: number;
  readonly before: string;
  readonly after: string;
};

/** A change, and the position of the old version in its file. */
export type VersionReplacement = Occurrence & { readonly change: VersionChange };

type VersionUpdate = { readonly dependency: Dependency; readonly version: string };

/** The replacements for all refPaths of a dependency, or the reasons why they cannot be made. */
export const replacementsFor = (
  update: VersionUpdate,
  textOf: TextOf,
): readonly (VersionReplacement | ReleaseError)[] =>
  update.dependency.refPaths.flatMap((refPath) => {
    const failures = failuresOfReference({ ...update, refPath, textOf }, [update.dependency.version, update.version]);
    return failures.length > 0 ? failures : replacementsIn(update, refPath, textOf(refPath.path) ?? '');
  });

function replacementsIn(
  update: VersionUpdate,
  refPath: RefPath,
  text: string,
): readonly (VersionReplacement | ReleaseError)[] {
  const { name, version: before } = update.dependency;
  const { path, match, at } = refPath;
  const found = matchingLines(refPath, text).flatMap((line) =>
    outdatedOccurrences(line.text, before, update.version).map(({ start, end }) => {
      const change = { dependency: name, path, line: line.number, before, after: update.version };
      return { change, start: start + line.offset, end: end + line.offset };
    }),
  );
  const numbers = [...new Set(found.map(({ change }) => String(change.line)))];
  if (match !== undefined || numbers.length < 2) return found;
  const what = `${path} contains ${before} at lines ${listed(numbers)}. It is not clear which of them belong to ${quoted(name)}.`;
  return [new ReleaseError(what, { fix: 'Add a match to this refPath that matches only the right lines.', at })];
}

/** Occurrences of the old version that are not part of the new one, as `1.26` is in `1.26.1`. */
function outdatedOccurrences(line: string, before: string, after: string): readonly Occurrence[] {
  const done = occurrencesOf(line, after);
  return occurrencesOf(line, before).filter(
    ({ start, end }) => !done.some((one) => one.start <= start && end <= one.end),
  );
}

/** Two dependencies may refer to the same place, if they have the same new version. */
export function applyReplacements(text: string, replacements: readonly VersionReplacement[]): string {
  let [result, end] = ['', 0];
  let last: VersionReplacement | undefined;
  for (const one of replacements.toSorted((first, second) => first.start - second.start || first.end - second.end)) {
    if (last?.start === one.start && last.end === one.end && last.change.after === one.change.after) continue;
    if (last !== undefined && one.start < end) throw conflict(last.change, one.change);
    result += text.slice(end, one.start) + one.change.after;
    [end, last] = [one.end, one];
  }
  return result + text.slice(end);
}

function conflict(one: VersionChange, other: VersionChange): ReleaseError {
  const names = `${quoted(one.dependency)} and ${quoted(other.dependency)}`;
  const afters = `${one.after} and ${other.after}`;
  return new ReleaseError(`${one.path} would have to become ${afters} at the same place, for ${names}.`, {
    fix: 'Set both to the same version, or change the match of one.',
    at: { file: one.path, line: one.line },
  });
}
