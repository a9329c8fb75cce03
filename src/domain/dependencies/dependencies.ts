import { parseEdit, editText } from '../edits/edit.ts';
import { suggestion } from '../suggestion.ts';
import { divided, refuseIfAny, ReleaseError } from '../error.ts';
import { listed, quoted } from '../text.ts';
import { parseDependencies } from './dependencies-file.ts';
import type { DependenciesFile, Dependency } from './dependencies-file.ts';
import { failuresOfReference } from './version-reference.ts';
import type { TextOf } from './version-reference.ts';
import { replacementsFor, applyReplacements } from './version-replacement.ts';
import type { VersionChange } from './version-replacement.ts';

export type DependencyChanges = {
  /** The new text of each file that changes. */
  readonly texts: ReadonlyMap<string, string>;
  readonly changes: readonly VersionChange[];
};

/** The files that have to be read before dependencies can be checked or set. */
export const referencedPaths = ({ dependencies }: DependenciesFile): readonly string[] => [
  ...new Set(dependencies.flatMap(({ refPaths }) => refPaths.map(({ path }) => path))),
];

/** Every place that does not contain the version of its dependency. */
export const dependencyFailures = ({ dependencies }: DependenciesFile, textOf: TextOf): readonly ReleaseError[] =>
  dependencies.flatMap((dependency) => failuresOf(dependency, textOf));

/** Sets the versions of dependencies, in their entries and wherever their refPaths lead. */
export async function setDependencies(
  file: DependenciesFile,
  versions: ReadonlyMap<string, string>,
  textOf: TextOf,
): Promise<DependencyChanges> {
  const current: TextOf = (path) => (path === file.source.file ? file.source.text : textOf(path));
  const updates = updatesFor(file, versions);
  const { values, refusals } = divided(updates.flatMap((one) => replacementsFor(one, current)));
  refuseIfAny(`The version of ${namesOf(updates)} cannot be set.`, refusals);
  const places = Map.groupBy(values, ({ change }) => change.path);
  const texts = new Map([...places].map(([path, own]) => [path, applyReplacements(current(path) ?? '', own)]));
  const entries = await setEntries(file, updates, texts.get(file.source.file) ?? file.source.text);
  if (entries.text !== file.source.text) texts.set(file.source.file, entries.text);
  refuseDisagreement(file, updates, current, (path) => texts.get(path) ?? current(path));
  return { texts, changes: [...entries.changes, ...values.map(({ change }) => change)] };
}

/** A dependency, its index in the file, and its new version. */
type EntryUpdate = { readonly dependency: Dependency; readonly index: number; readonly version: string };

const namesOf = (updates: readonly EntryUpdate[]) => listed(updates.map(({ dependency }) => quoted(dependency.name)));

function failuresOf(dependency: Dependency, textOf: TextOf): readonly ReleaseError[] {
  return dependency.refPaths.flatMap((refPath) =>
    failuresOfReference({ dependency, refPath, textOf }, [dependency.version]),
  );
}

function updatesFor(
  { source, dependencies }: DependenciesFile,
  versions: ReadonlyMap<string, string>,
): readonly EntryUpdate[] {
  const names = dependencies.map(({ name }) => name);
  const { values, refusals } = divided(
    [...versions].map(([name, version]) => {
      const index = names.indexOf(name);
      const dependency = dependencies[index];
      if (dependency !== undefined && version.trim() !== '') return { dependency, index, version };
      if (dependency !== undefined)
        return new ReleaseError(`The new version of ${quoted(name)} is empty.`, { at: dependency.at });
      const fix = suggestion(name, names);
      return new ReleaseError(`${source.file} has no dependency ${quoted(name)}.`, { fix, at: { file: source.file } });
    }),
  );
  refuseIfAny(`Some versions of ${source.file} cannot be set.`, refusals);
  return values;
}

async function setEntries({ source }: DependenciesFile, updates: readonly EntryUpdate[], text: string) {
  const pathOf = (index: number) => `dependencies[${index}].version`;
  const edited = await editText(
    { ...source, text },
    updates.map(({ index, version }) => parseEdit(pathOf(index), version)),
  );
  const changes = updates.flatMap(({ dependency: { name, version: before }, index, version: after }) => {
    const { line } = edited.applied.find(({ path }) => path === pathOf(index)) ?? { line: 1 };
    return before === after ? [] : [{ dependency: name, path: source.file, line, before, after }];
  });
  return { text: edited.text, changes };
}

/** Checks the result: everything that was set is right, and nothing else became wrong. */
function refuseDisagreement(
  { source, dependencies }: DependenciesFile,
  updates: readonly EntryUpdate[],
  before: TextOf,
  after: TextOf,
): void {
  const again = parseDependencies({ ...source, text: after(source.file) ?? source.text }).dependencies;
  const broken = dependencies.flatMap((dependency, index) => {
    const isSet = updates.some((one) => one.index === index);
    const were = isSet ? [] : failuresOf(dependency, before).map(lineKey);
    return failuresOf(again[index] ?? dependency, after).filter((one) => !were.includes(lineKey(one)));
  });
  const set = listed(updates.map(({ dependency, version }) => `${quoted(dependency.name)} at ${version}`));
  refuseIfAny(
    `With ${set}, some files would not agree with their dependency.`,
    broken.map(({ message, fix, at }) => new ReleaseError(`With ${set}: ${message}`, { fix, at })),
  );
}

const lineKey = ({ at }: ReleaseError) => `${at?.file}:${at?.line}`;
