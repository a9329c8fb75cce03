import { posix } from 'node:path';
import { attempt, divided, refuseIfAny, ReleaseError } from '../error.ts';
import type { SourcePosition } from '../error.ts';
import { listed, quoted } from '../text.ts';
import type { TreeEntry } from '../repositories/tree-entry.ts';
import { parseGoMod } from './go-mod-file.ts';
import type { GoMod } from './go-mod-file.ts';

/** A module of a repository; its directory is `.` at the root. */
export type GoModule = {
  readonly path: string;
  readonly directory: string;
  readonly file: GoMod;
  /** Whether an input or a versions file names it for this release. */
  readonly isNamed: boolean;
};

export type SkippedDirectory = {
  readonly directory: string;
  readonly why: string;
  /** The module there, if there is one. */
  readonly module?: GoModule;
};

/** Which modules are released. */
export type ModuleChoice = {
  /** Globs of directories, or paths of modules: they are modules whatever else speaks against it. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Only these are released. Empty: all. */
  readonly only?: readonly string[];
  /** What a versions file says. */
  readonly listing?: ModuleListing | undefined;
};

/** What a versions file says about each module, by its path. */
export type ModuleListing = {
  readonly file: string;
  readonly released: ReadonlyMap<string, SourcePosition>;
  /** The others, and why they are not released. */
  readonly others: ReadonlyMap<string, string>;
};

/** The go.mod files of a commit that may be modules. The files of a nested repository are not in its tree. */
export function goModFiles(
  tree: readonly TreeEntry[],
  { include, only = [], listing }: ModuleChoice,
): readonly TreeEntry[] {
  const isAny = include.length > 0 || only.length > 0 || listing !== undefined; // these can name any module
  return allGoMods(tree).filter(({ path }) => isAny || !isIgnoredByGo(path));
}

/** Folders with a go.mod that Go itself does not look into. */
export const ignoredDirectories = (tree: readonly TreeEntry[]): readonly string[] =>
  directoriesOf(allGoMods(tree).filter(({ path }) => isIgnoredByGo(path)));

/** Tells modules from a go.mod that only keeps its folder out of the module around it; `textOf` reads `goModFiles`. */
export function findModules(
  tree: readonly TreeEntry[],
  textOf: (file: TreeEntry) => string,
  choice: ModuleChoice,
): { readonly modules: readonly GoModule[]; readonly skipped: readonly SkippedDirectory[] } {
  const files = goModFiles(tree, choice);
  const withGoFiles = new Set(directoriesOf(tree.filter(({ path }) => path.endsWith('.go'))));
  const found = files.map((entry) => attempt(() => moduleIn(entry, { text: textOf(entry), choice, withGoFiles })));
  const { values, refusals } = divided(found.filter((one) => one !== undefined));
  const modules = values.filter((one) => 'file' in one);
  const skipped = values.filter((one) => 'why' in one);
  refuseUnmatched(tree, choice, [...modules, ...skipped.flatMap(({ module }) => module ?? [])]);
  refuseIfAny('Some go.mod files cannot be used.', [...refusals, ...absentModules(modules, skipped, choice)]);
  return { modules, skipped };
}

type ModuleContext = {
  readonly text: string;
  readonly choice: ModuleChoice;
  readonly withGoFiles: ReadonlySet<string>;
};

/** Undefined for a go.mod that Go ignores, and that nothing names. */
function moduleIn(
  { path: name }: TreeEntry,
  { text, choice, withGoFiles }: ModuleContext,
): GoModule | SkippedDirectory | undefined {
  const directory = posix.dirname(name);
  const { include, exclude, only = [], listing } = choice;
  const read = attempt(() => parseGoMod(text, name));
  const path = read instanceof ReleaseError ? undefined : read.path;
  const isIncluded = include.some(names({ directory, path }));
  const isChosen = only.some(names({ directory, path }));
  const isNamed = isIncluded || only.some(isNameOf({ directory, path })) || listing?.released.has(path ?? '') === true;
  if (isIgnoredByGo(name) && !isNamed) return undefined;
  if (exclude.some(names({ directory, path })))
    return { directory, why: 'the input exclude matches it', ...moduleOf(directory, read) };
  if (only.length > 0 && !isChosen)
    return { directory, why: 'the input modules does not name it', ...moduleOf(directory, read) };
  if (read instanceof ReleaseError) throw read;
  // Why: docs/decisions.md D16
  const isPlaceholder = read.requires.length === 0 && !withGoFiles.has(directory);
  if (path === undefined && isNamed) throw noModuleDirective(name, directory, isIncluded ? 'include' : 'modules');
  if (path === undefined) return { directory, why: 'its go.mod has no module directive' };
  if (isPlaceholder && !isNamed) return { directory, why: 'its go.mod requires nothing, and it has no Go file' };
  const module = { directory, path, file: read, isNamed };
  const why = listing?.others.get(path);
  if (why !== undefined) return { directory, why, module };
  if (listing !== undefined && !listing.released.has(path)) throw unlisted(module, listing.file);
  return module;
}

const moduleOf = (directory: string, read: GoMod | ReleaseError): { module?: GoModule } =>
  read instanceof ReleaseError || read.path === undefined
    ? {}
    : { module: { directory, path: read.path, file: read, isNamed: false } };

function refuseUnmatched(tree: readonly TreeEntry[], choice: ModuleChoice, modules: readonly GoModule[]): void {
  const directories = directoriesOf(allGoMods(tree));
  const places = [...directories.map((directory) => ({ directory })), ...modules];
  for (const [input, globs] of Object.entries({
    include: choice.include,
    exclude: choice.exclude,
    modules: choice.only ?? [],
  })) {
    const unmatched = globs.find((glob) => !places.some((place) => names(place)(glob)));
    if (unmatched === undefined) continue;
    throw new ReleaseError(`Input ${input}: there is no go.mod file in ${quoted(unmatched)}.`, {
      fix:
        directories.length === 0
          ? 'The repository has no go.mod file.'
          : `Folders with a go.mod file: ${listed(directories.slice(0, 20))}.`,
    });
  }
}

/** Modules that a versions file lists, and that the commit does not have. */
function absentModules(
  modules: readonly GoModule[],
  skipped: readonly SkippedDirectory[],
  { listing }: ModuleChoice,
): readonly ReleaseError[] {
  if (listing === undefined) return [];
  const there = new Set([...modules, ...skipped.flatMap(({ module }) => module ?? [])].map(({ path }) => path));
  return [...listing.released].flatMap(([path, at]) =>
    there.has(path)
      ? []
      : new ReleaseError(`${listing.file} lists ${path}, but no go.mod of the commit has this path.`, {
          fix: 'Correct the path, or remove it from the set.',
          at,
        }),
  );
}

const unlisted = ({ path, file }: GoModule, versions: string) =>
  new ReleaseError(`${file.file} has the module ${path}, which is in no set of ${versions}.`, {
    fix: `Add it to a set, or to excluded-modules. Or add its folder to the input exclude.`,
    at: { file: file.file },
  });

const noModuleDirective = (file: string, directory: string, input: string) =>
  new ReleaseError(`${file} has no module directive, but the input ${input} matches ${directory}.`, {
    fix: `Add the directive, or remove the folder from the input ${input}.`,
    at: { file },
  });

type ModulePlace = { readonly directory: string; readonly path?: string | undefined };

/** Whether a glob of directories or the path of a module matches. */
const names =
  (place: ModulePlace) =>
  (glob: string): boolean =>
    isNameOf(place)(glob) || posix.matchesGlob(place.directory, cleanGlob(glob));

/** Whether it is the very name of the directory, or the path of the module. */
const isNameOf =
  ({ directory, path }: ModulePlace) =>
  (glob: string): boolean =>
    cleanGlob(glob) === directory || glob === path;

const cleanGlob = (glob: string) => posix.normalize(glob).replace(/\/$/, '');

/** Without symbolic links, which Go does not follow. */
const allGoMods = (tree: readonly TreeEntry[]) =>
  tree
    .filter(({ path, mode }) => mode.startsWith('100') && posix.basename(path) === 'go.mod')
    .toSorted((one, other) => (posix.dirname(one.path) < posix.dirname(other.path) ? -1 : 1));

const directoriesOf = (entries: readonly TreeEntry[]): readonly string[] =>
  entries.map(({ path }) => posix.dirname(path));

// https://pkg.go.dev/cmd/go#hdr-Package_lists_and_patterns
const isIgnoredByGo = (path: string) => /(?:^|\/)(?:vendor|testdata|[._][^/]*)\//.test(path);
