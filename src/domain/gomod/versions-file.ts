import { positionAt } from '../edits/source.ts';
import type { Source } from '../edits/source.ts';
import type { Tree } from '../edits/tree.ts';
import { parseYaml } from '../edits/yaml.ts';
import { attempt, refuseIfAny, ReleaseError } from '../error.ts';
import type { SourcePosition } from '../error.ts';
import { listed, quoted } from '../text.ts';
import { parseSemver } from '../versions/version.ts';
import { moduleVersion } from './module-version.ts';
import type { ModuleListing } from './modules.ts';

/** A set of modules that are released together, with their version. */
export type ModuleSet = {
  readonly name: string;
  readonly version: string;
  /** The paths of its modules, and where the file names them. */
  readonly modules: ReadonlyMap<string, SourcePosition>;
};

/** What a versions file says about the modules of a repository. */
export type VersionsFile = {
  readonly file: string;
  readonly sets: readonly ModuleSet[];
  /** The paths of modules that are never released. */
  readonly excluded: ReadonlySet<string>;
};

/** Reads a versions file of OpenTelemetry: https://github.com/open-telemetry/opentelemetry-go-build-tools/tree/main/multimod */
export function parseVersionsFile(source: Source): VersionsFile {
  const [root, second] = parseYaml(source);
  const sets = childOf(root, 'module-sets');
  if (second !== undefined || sets?.kind !== 'mapping' || sets.entries().length === 0) throw noSets(source.file);
  const excluded = childOf(root, 'excluded-modules');
  const read = {
    file: source.file,
    sets: sets.entries().map(({ key, value, start }) => moduleSet(source, key, value, start)),
    excluded: new Set(excluded === undefined ? [] : pathsIn(source, excluded, 'excluded-modules').keys()),
  };
  refuseRepeats(read);
  return read;
}

/** The sets with these names, or all sets if there are no names. */
export function chosenSets({ file, sets }: VersionsFile, names: readonly string[]): readonly ModuleSet[] {
  const unknown = names.filter((name) => !sets.some((set) => set.name === name));
  if (unknown.length === 0) return names.length === 0 ? sets : sets.filter(({ name }) => names.includes(name));
  throw new ReleaseError(`${file} has no module set ${listed(unknown.map(quoted), 'or')}.`, {
    fix: `Correct the input module-set. The sets are ${listed(sets.map(({ name }) => name))}.`,
    at: { file },
  });
}

/** What the file says about each module, if these sets are released. */
export function listingOf({ file, sets, excluded }: VersionsFile, chosen: readonly ModuleSet[]): ModuleListing {
  const others = sets
    .filter((set) => !chosen.includes(set))
    .flatMap(({ name, modules }) =>
      [...modules.keys()].map((path) => [path, `its set ${name} is not released`] as const),
    );
  return {
    file,
    released: new Map(chosen.flatMap(({ modules }) => [...modules])),
    others: new Map([...others, ...[...excluded].map((path) => [path, `${file} excludes it`] as const)]),
  };
}

function moduleSet(source: Source, name: string, tree: Tree, start: number): ModuleSet {
  const version = childOf(tree, 'version');
  const modules = childOf(tree, 'modules');
  const at = positionOf(source, start);
  if (version?.kind !== 'leaf' || modules === undefined) {
    throw new ReleaseError(`${source.file} has no ${version?.kind === 'leaf' ? 'modules' : 'version'} for ${name}.`, {
      fix: 'Give each module set a version, such as v1.2.0, and its modules as a list.',
      at,
    });
  }
  const text = version.text ?? '';
  const read = attempt(() => moduleVersion(parseSemver(text.replace(/^v/, ''))));
  if (!(read instanceof ReleaseError)) return { name, version: read, modules: pathsIn(source, modules, name) };
  throw new ReleaseError(`${source.file} has the version ${quoted(text)} for ${name}: ${read.message}`, {
    fix: read.fix,
    at: positionOf(source, version.start),
  });
}

function pathsIn(source: Source, tree: Tree, name: string): ReadonlyMap<string, SourcePosition> {
  const items = tree.kind === 'list' ? tree.items() : [];
  const paths = items.flatMap((item) =>
    item.kind === 'leaf' && item.text !== undefined ? [[item.text, positionOf(source, item.start)] as const] : [],
  );
  const isEmpty = tree.kind === 'leaf' && tree.text === undefined;
  if (isEmpty || (tree.kind === 'list' && paths.length === items.length)) return new Map(paths);
  throw new ReleaseError(`${source.file} has something else than a list of module paths for ${name}.`, {
    fix: 'Write one module path for each item, such as - example.com/project/sdk',
    at: positionOf(source, tree.start),
  });
}

function refuseRepeats({ file, sets, excluded }: VersionsFile): void {
  const owners = new Map<string, string>([...excluded].map((path) => [path, 'excluded-modules']));
  const refusals: ReleaseError[] = [];
  for (const { name, modules } of sets) {
    for (const [path, at] of modules) {
      const owner = owners.get(path);
      owners.set(path, name);
      if (owner === undefined) continue;
      refusals.push(
        new ReleaseError(`${file} lists ${path} in ${name} and in ${owner}.`, { fix: 'Remove one of the two.', at }),
      );
    }
  }
  refuseIfAny(`${file} lists modules twice.`, refusals);
}

function childOf(tree: Tree | undefined, key: string): Tree | undefined {
  return tree?.kind === 'mapping' ? tree.entries().find((entry) => entry.key === key)?.value : undefined;
}

const positionOf = (source: Source, start: number): SourcePosition => {
  const { file, line } = positionAt(source, start);
  return { file, line };
};

const noSets = (file: string) =>
  new ReleaseError(`${file} has no module-sets.`, {
    fix: 'Give a versions file as OpenTelemetry has it: module-sets with a version and modules for each set.',
    at: { file },
  });
