import { posix } from 'node:path';
import { attempt, divided, refuseIfAny, ReleaseError } from '../error.ts';
import { listed, quoted } from '../text.ts';
import type { TreeEntry } from '../repositories/tree-entry.ts';
import { parseGoMod } from './go-mod-file.ts';
import type { GoMod } from './go-mod-file.ts';

/** A module of a repository; its directory is `.` at the root. */
export type GoModule = { readonly path: string; readonly directory: string; readonly file: GoMod };

export type SkippedDirectory = { readonly directory: string; readonly why: string };

/** Globs of directories: whose go.mod makes a module in any case, and which are left out. */
export type ModuleGlobs = { readonly include: readonly string[]; readonly exclude: readonly string[] };

/** The go.mod files of a commit that may be modules. The files of a nested repository are not in its tree. */
export const goModFiles = (tree: readonly TreeEntry[]): readonly TreeEntry[] =>
  allGoMods(tree).filter(({ path }) => !isIgnoredByGo(path));

/** Folders with a go.mod that Go itself does not look into. */
export const ignoredDirectories = (tree: readonly TreeEntry[]): readonly string[] =>
  directoriesOf(allGoMods(tree).filter(({ path }) => isIgnoredByGo(path)));

/** Tells modules from a go.mod that only keeps its folder out of the module around it; `textOf` reads `goModFiles`. */
export function findModules(
  tree: readonly TreeEntry[],
  textOf: (file: TreeEntry) => string,
  choice: ModuleGlobs,
): { readonly modules: readonly GoModule[]; readonly skipped: readonly SkippedDirectory[] } {
  const files = goModFiles(tree);
  refuseUnmatched('include', choice.include, directoriesOf(files));
  refuseUnmatched('exclude', choice.exclude, directoriesOf(allGoMods(tree)));
  const withGoFiles = new Set(directoriesOf(tree.filter(({ path }) => path.endsWith('.go'))));
  const found = files.map((entry) => attempt(() => moduleIn(entry, { text: textOf(entry), choice, withGoFiles })));
  const { values, refusals } = divided(found);
  refuseIfAny('Some go.mod files cannot be used.', refusals);
  return {
    modules: values.filter((one) => 'file' in one),
    skipped: values.filter((one) => 'why' in one),
  };
}

type ModuleContext = {
  readonly text: string;
  readonly choice: ModuleGlobs;
  readonly withGoFiles: ReadonlySet<string>;
};

function moduleIn(
  { path: name }: TreeEntry,
  { text, choice, withGoFiles }: ModuleContext,
): GoModule | SkippedDirectory {
  const directory = posix.dirname(name);
  if (choice.exclude.some(matchesDirectory(directory))) return { directory, why: 'the input exclude matches it' };
  const file = parseGoMod(text, name);
  const isIncluded = choice.include.some(matchesDirectory(directory));
  // Why: docs/decisions.md D16
  if (file.path !== undefined && (isIncluded || file.requires.length > 0 || withGoFiles.has(directory)))
    return { directory, path: file.path, file };
  if (!isIncluded)
    return {
      directory,
      why:
        file.path === undefined
          ? 'its go.mod has no module directive'
          : 'its go.mod requires nothing, and it has no Go file',
    };
  throw new ReleaseError(`${name} has no module directive, but the input include matches ${directory}.`, {
    fix: 'Add the directive, or remove the folder from the input include.',
    at: { file: name },
  });
}

function refuseUnmatched(input: string, globs: readonly string[], directories: readonly string[]): void {
  const unmatched = globs.find((glob) => !directories.some((directory) => matchesDirectory(directory)(glob)));
  if (unmatched === undefined) return;
  throw new ReleaseError(`Input ${input}: there is no go.mod file in ${quoted(unmatched)}.`, {
    fix:
      directories.length === 0
        ? 'The repository has no go.mod file.'
        : `Folders with a go.mod file: ${listed(directories.slice(0, 20))}.`,
  });
}

/** A glob that is the name of a directory means just that directory. */
const matchesDirectory =
  (directory: string) =>
  (glob: string): boolean => {
    const clean = posix.normalize(glob).replace(/\/$/, '');
    return clean === directory || posix.matchesGlob(directory, clean);
  };

/** Without symbolic links, which Go does not follow. */
const allGoMods = (tree: readonly TreeEntry[]) =>
  tree
    .filter(({ path, mode }) => mode.startsWith('100') && posix.basename(path) === 'go.mod')
    .toSorted((one, other) => (posix.dirname(one.path) < posix.dirname(other.path) ? -1 : 1));

const directoriesOf = (entries: readonly TreeEntry[]): readonly string[] =>
  entries.map(({ path }) => posix.dirname(path));

// https://pkg.go.dev/cmd/go#hdr-Package_lists_and_patterns
const isIgnoredByGo = (path: string) => /(?:^|\/)(?:vendor|testdata|[._][^/]*)\//.test(path);
