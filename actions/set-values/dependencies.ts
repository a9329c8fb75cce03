import { refuseIfAny } from '../../src/domain/error.ts';
import { isLower } from '../../src/domain/versions/version.ts';
import { dependencyFailures, referencedPaths, setDependencies } from '../../src/domain/dependencies/dependencies.ts';
import type { DependencyVersion } from '../../src/domain/dependencies/dependency-version.ts';
import { parseDependencies } from '../../src/domain/dependencies/dependencies-file.ts';
import type { DependenciesFile } from '../../src/domain/dependencies/dependencies-file.ts';
import type { PlannedFiles } from '../../src/plans/planned-files.ts';
import type { Files } from '../../src/world/files.ts';

type Ports = { readonly plannedFiles: PlannedFiles; readonly files: Files };

/** Plans new versions for dependencies and for every place that names them. Without new versions, verifies all places. */
export async function followDependencies(
  path: string,
  versions: readonly DependencyVersion[],
  neverLower: boolean,
  { plannedFiles, files }: Ports,
): Promise<readonly string[]> {
  const file = parseDependencies({ file: path, text: await plannedFiles.text(path) });
  const texts = new Map<string, string>([[path, file.source.text]]);
  for (const place of referencedPaths(file))
    if (await files.has(place)) texts.set(place, await plannedFiles.text(place));
  const textOf = (place: string) => texts.get(place);
  if (versions.length === 0) {
    refuseIfAny(`Some places have other versions than ${path}.`, dependencyFailures(file, textOf));
    return [`All places named in ${path} have its versions.`];
  }
  const kept = versions.filter((one) => neverLower && isLower(one.version, versionIn(file, one.name) ?? ''));
  const wanted = new Map(versions.filter((one) => !kept.includes(one)).map(({ name, version }) => [name, version]));
  const { texts: edited } = await setDependencies(file, wanted, textOf);
  for (const [place, text] of edited) plannedFiles.set(place, text);
  return kept.map(
    ({ name, version }) => `${path}: ${name} stays ${versionIn(file, name)}, because ${version} is lower.`,
  );
}

const versionIn = ({ dependencies }: DependenciesFile, name: string) =>
  dependencies.find((one) => one.name === name)?.version;
