import { parseEdit } from '../edits/edit.ts';
import type { Edit } from '../edits/edit.ts';
import { lockDigest, versionLike } from './chart.ts';
import type { ChartDependency } from './chart.ts';

/** The edits that give dependencies with these names a version, in the list or in the lock file that has them. */
export const dependencyEdits = (
  all: readonly ChartDependency[],
  names: readonly string[],
  version: string,
): readonly Edit[] =>
  names.flatMap((name) => {
    const found = all.find((one) => one.name === name);
    const path = `dependencies[name=${JSON.stringify(name)}].version`;
    return found === undefined ? [] : [parseEdit(path, versionLike(found['version'], version))];
  });

type Lists = {
  readonly required: readonly ChartDependency[];
  readonly locked: readonly ChartDependency[];
  /** The names of those whose version follows in the list of dependencies. */
  readonly raised: readonly string[];
  /** The names of those whose version follows in the lock file. */
  readonly followed: readonly string[];
  readonly version: string;
};

/** The edits of a lock file. Helm refuses a lock file whose digest does not match the list of dependencies. */
export function lockEdits({ required, locked, raised, followed, version }: Lists): readonly Edit[] {
  const after = (all: readonly ChartDependency[], names: readonly string[]) =>
    all.map((one) => (names.includes(one.name) ? { ...one, version: versionLike(one['version'], version) } : one));
  return [
    ...dependencyEdits(locked, followed, version),
    parseEdit('digest', lockDigest(after(required, raised), after(locked, followed))),
  ];
}
