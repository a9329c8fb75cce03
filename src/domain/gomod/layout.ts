import { posix } from 'node:path';
import { attempt, divided, refuseIfAny, ReleaseError } from '../error.ts';
import { refuseBadName } from '../tags/tag-name.ts';
import { listed } from '../text.ts';
import type { GoModule } from './modules.ts';
import { isFetchable, splitPath, takesMajor } from './module-path.ts';
import type { SplitPath } from './module-path.ts';

/** A module and the version that it gets. */
export type ReleasedModule = GoModule & { readonly version: string };

/** A module, and the prefix of its tags: `src/webhook/`, or '' for the module at the root. */
export type PlacedModule = ReleasedModule & { readonly prefix: string };

/** Adds the prefix of its tags to each module: https://go.dev/ref/mod#vcs-version. Refuses tags that Go cannot find. */
export function placeModules(modules: readonly ReleasedModule[], address: string | undefined): readonly PlacedModule[] {
  const root = repositoryImportPath(modules, address);
  const { values, refusals } = divided(modules.map((module) => attempt(() => placeModule(module, root))));
  const versions = [...new Set(modules.map(({ version }) => version))];
  refuseIfAny(`${refusals.length} of ${modules.length} modules cannot be released as ${listed(versions, 'or')}.`, [
    ...refusals,
    ...clashes(modules),
  ]);
  return values;
}

/** The prefixes of the tags of modules, by their paths. A module that Go cannot find has none. */
export function tagPrefixes(modules: readonly GoModule[], root: string | undefined): ReadonlyMap<string, string> {
  return new Map(
    modules.flatMap(({ path, directory }) => {
      const folder = tagFolder(path, directory, root);
      return folder === undefined ? [] : [[path, prefixOf(folder)] as const];
    }),
  );
}

// Why: docs/decisions.md D15
/**
 * The import path of the repository: that of the module at its root, or else the one that most modules agree on, or
 * else the address of the remote. Modules are right in a fork, and for an import path that a website redirects.
 */
export function repositoryImportPath(modules: readonly GoModule[], address: string | undefined): string | undefined {
  const root = modules.find(({ directory }) => directory === '.');
  const own = root === undefined ? undefined : splitPath(root.path)?.base;
  if (own !== undefined) return own;
  const votes = new Map<string, number>();
  for (const candidate of modules.flatMap(possibleRoots)) votes.set(candidate, (votes.get(candidate) ?? 0) + 1);
  const most = Math.max(...votes.values());
  const favourites = [...votes.keys()].filter((candidate) => votes.get(candidate) === most);
  return favourites.find((candidate) => candidate === address) ?? favourites[0] ?? address;
}

/** The import paths that the repository could have, according to this module: one for each possible layout. */
function possibleRoots({ path, directory }: GoModule): readonly string[] {
  const split = splitPath(path);
  const ends = split === undefined ? [] : tagFolders(directory, split).map((folder) => `/${folder}`);
  return ends.flatMap((end) => (split?.base.endsWith(end) === true ? [split.base.slice(0, -end.length)] : []));
}

/** A module of v2 is in its own folder, or in a subfolder v2. Its tags have the same prefix. */
const tagFolders = (directory: string, { suffix }: SplitPath): readonly string[] =>
  suffix !== '' && posix.basename(directory) === suffix.slice(1) ? [directory, posix.dirname(directory)] : [directory];

function tagFolder(path: string, directory: string, root: string | undefined): string | undefined {
  const split = splitPath(path);
  return split && tagFolders(directory, split).find((each) => split.base === pathInRepository(root, each));
}

const prefixOf = (folder: string) => (folder === '.' ? '' : `${folder}/`);

function placeModule(module: ReleasedModule, root: string | undefined): PlacedModule {
  const { path, directory, version } = module;
  const split = splitPath(path);
  const major = Number(/\d+/.exec(version)?.[0]);
  const folder = tagFolder(path, directory, root);
  if (split === undefined || folder === undefined) throw wrongFolder(module, root, major);
  if (!isFetchable(path)) {
    throw wrongModulePath(module, `${path}, which go get cannot fetch`, {
      fix: `A module path begins with a domain, and contains only ASCII letters, digits and - . _ ~.`,
    });
  }
  if (!takesMajor(split, major)) {
    throw wrongModulePath(module, `${path}, which has no version ${version}`, {
      fix: `Write ${withMajor(split, major)} in go.mod and in every import, or release this module separately, with another version.`,
    });
  }
  const prefix = prefixOf(folder);
  refuseBadName(prefix + version);
  return { ...module, prefix };
}

function wrongFolder(module: GoModule, root: string | undefined, major: number): ReleaseError {
  const base = pathInRepository(root, module.directory) ?? `<repository>/${module.directory}`;
  const fitting = splitPath(base) ?? { base, suffix: '' };
  const expected = fitting.suffix === '' ? withMajor(fitting, major) : base;
  return wrongModulePath(module, `${module.path}, which belongs to another folder`, {
    fix: `In this folder, the path has to be ${expected}. Correct the path, or move the module.`,
  });
}

function wrongModulePath({ file, directory }: GoModule, says: string, { fix }: { fix: string }): ReleaseError {
  return new ReleaseError(`${file.file} names the module ${says}.`, {
    fix: `${fix} If the module is not to be released, add its folder to the input exclude: ${directory}`,
    at: { file: file.file },
  });
}

function withMajor({ base, suffix }: SplitPath, major: number): string {
  if (suffix.startsWith('.')) return `${base}.v${major}`;
  return major < 2 ? base : `${base}/v${major}`;
}

const pathInRepository = (root: string | undefined, folder: string) =>
  root === undefined ? undefined : posix.join(root, folder);

/** Modules with the same path, or folders that are the same on macOS or Windows. */
function clashes(modules: readonly GoModule[]): readonly ReleaseError[] {
  const folders = grouped(modules, ({ directory }) => directory.toLowerCase());
  const paths = grouped(modules, ({ path }) => path);
  return [
    ...folders.map((names) => clash(names, 'differ only in upper and lower case', 'Rename one of them')),
    ...paths.map((names) => clash(names, 'have the same module path', 'Change one of the paths')),
  ];
}

function clash(modules: readonly GoModule[], problem: string, fix: string): ReleaseError {
  const [first] = modules;
  return new ReleaseError(`The folders ${listed(modules.map(({ directory }) => directory))} ${problem}.`, {
    fix: `${fix}, or add its folder to the input exclude.`,
    at: first && { file: first.file.file },
  });
}

const grouped = (modules: readonly GoModule[], key: (module: GoModule) => string) =>
  [...Map.groupBy(modules, key).values()].filter((group) => group.length > 1);
