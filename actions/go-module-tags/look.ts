import { findModules, goModFiles, ignoredDirectories } from '../../src/domain/gomod/modules.ts';
import type { GoModule, ModuleListing, SkippedDirectory } from '../../src/domain/gomod/modules.ts';
import { placeModules, repositoryImportPath, tagPrefixes } from '../../src/domain/gomod/layout.ts';
import type { PlacedModule } from '../../src/domain/gomod/layout.ts';
import { importPath } from '../../src/domain/repositories/remote.ts';
import type { TreeEntry } from '../../src/domain/repositories/tree-entry.ts';
import { ReleaseError } from '../../src/domain/error.ts';
import { quoted } from '../../src/domain/text.ts';
import type { ModuleSet } from '../../src/domain/gomod/versions-file.ts';
import type { TagObject } from '../../src/domain/tags/tag-object.ts';
import type { Commit, PlacedTag } from '../../src/world/git/git.ts';
import { together } from '../../src/world/parallel.ts';
import type { World } from '../../src/world/world.ts';

/** The tags to make, as the inputs say. */
export type TagRequest = {
  /** The version of all modules, or the file that has the versions of sets of modules. */
  readonly version: string | undefined;
  readonly versionsFile: string | undefined;
  /** The sets to release. Empty: all. */
  readonly moduleSet: readonly string[];
  readonly commit: string;
  readonly remote: string;
  readonly modules: readonly string[];
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  // Why: docs/decisions.md D17
  /** undefined for lightweight tags. */
  readonly message: string | undefined;
  readonly isSigned: boolean;
  readonly replacePolicy: 'warn' | 'refuse';
};

type PlacedTags = ReadonlyMap<string, PlacedTag>;

/** A module, its tag of this release, and the text of its go.mod. */
export type TaggedModule = PlacedModule & { readonly tag: string; readonly goMod: string };

/** Modules that get the same version together: a set of a versions file, or all modules. */
export type ReleasedSet = {
  /** Undefined without a versions file. */
  readonly name: string | undefined;
  readonly version: string;
  readonly modules: readonly TaggedModule[];
};

export type ModulesState = {
  readonly commit: Commit;
  readonly modules: readonly TaggedModule[];
  readonly sets: readonly ReleasedSet[];
  /** Sets of a versions file whose tags are all at other commits: they were released before. */
  readonly earlierSets: readonly ReleasedSet[];
  /** The prefixes of the tags of all other modules, by their paths. */
  readonly prefixes: ReadonlyMap<string, string>;
  readonly skipped: readonly SkippedDirectory[];
  /** Folders with a go.mod that the go command ignores, such as vendor. */
  readonly ignoredFolders: readonly string[];
  /** The import path of the repository, by its address. */
  readonly address: string | undefined;
  /** All tags of the remote, and of the checkout. */
  readonly there: PlacedTags;
  readonly here: PlacedTags;
  /** The tag objects of tags that only the checkout has; undefined for lightweight tags. */
  readonly unpushed: ReadonlyMap<string, TagObject | undefined>;
  /** Tags of this release that the remote does not have. */
  readonly missing: readonly string[];
  readonly starts: boolean | undefined;
};

/**
 * Reads the modules of a commit, and where their tags are. Asks the remote once, for any number of modules, and only if
 * everything in the checkout is right.
 */
export async function lookAtModules(
  request: TagRequest,
  { event, git }: Pick<World, 'event' | 'git'>,
): Promise<ModulesState> {
  const { remote } = request;
  const [commit, here, starts, url] = await together([
    git.commits.find(request.commit),
    git.tags.here(),
    git.remotes.startsWorkflows(remote),
    git.remotes.address({ remote, direction: 'fetch' }),
  ]);
  const address = importPath(url) ?? (event.repositoryUrl && importPath(event.repositoryUrl));
  const { sets: all, ...found } = await modulesAt(commit.sha, request, { address, git });
  const { tags: there } = await git.remotes.refs({ remote, direction: 'push' });
  const isEarlier = ({ modules }: ReleasedSet) =>
    request.moduleSet.length === 0 && modules.every(({ tag }) => isElsewhere(there.get(tag), commit.sha));
  const current = all.filter((set) => !isEarlier(set));
  const sets = current.length === 0 ? all : current;
  const modules = sets.flatMap((set) => set.modules);
  const missing = modules.map(({ tag }) => tag).filter((tag) => !there.has(tag));
  const isMissing = new Set(missing);
  const unpushed = await (await git.tagSets()).tagObjects(new Map([...here].filter(([tag]) => isMissing.has(tag))));
  const earlierSets = all.filter((set) => !sets.includes(set));
  return { commit, modules, sets, earlierSets, ...found, address, there, here, unpushed, missing, starts };
}

const isElsewhere = (tag: PlacedTag | undefined, commit: string) => tag !== undefined && tag.commit !== commit;

type Sources = { readonly address: string | undefined; readonly git: World['git'] };

async function modulesAt(sha: string, request: TagRequest, { address, git }: Sources) {
  const tree = await git.commits.files(sha);
  const { include, exclude, modules: only, versionsFile } = request;
  const listed = versionsFile === undefined ? undefined : await setsIn(tree, versionsFile, { request, git });
  const choice = { include, exclude, only, listing: listed?.listing };
  const contents = await git.commits.contents(goModFiles(tree, choice).map(({ object }) => object));
  const texts = new Map(goModFiles(tree, choice).map(({ path, object }) => [path, contents.get(object) ?? '']));
  const found = findModules(tree, ({ path }) => texts.get(path) ?? '', choice);
  if (found.modules.length === 0) throw noModules(found.skipped);
  const versionOf = ({ path }: GoModule) =>
    listed?.sets.find((set) => set.modules.has(path))?.version ?? request.version ?? '';
  const others = found.skipped.flatMap(({ module }) => module ?? []);
  const released = found.modules.map((module) => ({ ...module, version: versionOf(module) }));
  const modules = placeModules(released, address).map((module) => ({
    ...module,
    tag: module.prefix + module.version,
    goMod: texts.get(module.file.file) ?? '',
  }));
  const taken = new Set(modules.map(({ directory }) => directory));
  return {
    sets: setsOf(modules, listed?.sets),
    skipped: found.skipped,
    ignoredFolders: ignoredDirectories(tree).filter((directory) => !taken.has(directory)),
    prefixes: tagPrefixes(others, repositoryImportPath(found.modules, address)),
  };
}

type ListedSets = { readonly sets: readonly ModuleSet[]; readonly listing: ModuleListing };

/** The sets of a versions file that are to be released, and what the file says about each module. */
async function setsIn(
  tree: readonly TreeEntry[],
  file: string,
  { request, git }: { readonly request: TagRequest; readonly git: World['git'] },
): Promise<ListedSets> {
  const { chosenSets, listingOf, parseVersionsFile } = await import('../../src/domain/gomod/versions-file.ts');
  const entry = tree.find(({ path, mode }) => path === file && mode.startsWith('100'));
  if (entry === undefined) {
    throw new ReleaseError(`The commit has no file ${quoted(file)}.`, {
      fix: 'Correct the input versions-file. The file is read from the commit, and its path begins at the root of the repository.',
    });
  }
  const text = (await git.commits.contents([entry.object])).get(entry.object) ?? '';
  const versions = parseVersionsFile({ file: entry.path, text });
  const sets = chosenSets(versions, request.moduleSet);
  return { sets, listing: listingOf(versions, sets) };
}

function setsOf(modules: readonly TaggedModule[], chosen: readonly ModuleSet[] | undefined): readonly ReleasedSet[] {
  if (chosen === undefined) return [{ name: undefined, version: modules[0]?.version ?? '', modules }];
  const sets = chosen.map((set) => ({ ...set, modules: modules.filter(({ path }) => set.modules.has(path)) }));
  return sets.filter((set) => set.modules.length > 0);
}

function noModules(skipped: readonly SkippedDirectory[]): ReleaseError {
  const why = skipped.map((one) => ` ${one.directory}: ${one.why}.`);
  return new ReleaseError(`The commit has no Go module to release.${why.join('')}`, {
    fix: 'Check the input commit. If a skipped directory is a module, add it to the input include.',
  });
}
