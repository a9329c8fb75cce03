import { findModules, goModFiles, ignoredDirectories } from '../../src/domain/gomod/modules.ts';
import type { SkippedDirectory } from '../../src/domain/gomod/modules.ts';
import { placeModules } from '../../src/domain/gomod/layout.ts';
import type { PlacedModule } from '../../src/domain/gomod/layout.ts';
import { importPath } from '../../src/domain/repositories/remote.ts';
import { ReleaseError } from '../../src/domain/error.ts';
import type { TagObject } from '../../src/domain/tags/tag-object.ts';
import type { Commit, PlacedTag } from '../../src/world/git/git.ts';
import { together } from '../../src/world/parallel.ts';
import type { World } from '../../src/world/world.ts';

/** The tags to make, as the inputs say. */
export type TagRequest = {
  readonly version: string;
  readonly commit: string;
  readonly remote: string;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  // Why: docs/decisions.md D17
  /** undefined for lightweight tags. */
  readonly message: string | undefined;
  readonly isSigned: boolean;
  readonly replacePolicy: 'warn' | 'refuse';
};

type Tags = ReadonlyMap<string, PlacedTag>;

/** A module, its tag of this release, and the text of its go.mod. */
export type TaggedModule = PlacedModule & { readonly tag: string; readonly goMod: string };

export type ModulesState = {
  readonly commit: Commit;
  readonly modules: readonly TaggedModule[];
  readonly skipped: readonly SkippedDirectory[];
  /** Folders with a go.mod that the go command ignores, such as vendor. */
  readonly ignoredFolders: readonly string[];
  /** The import path of the repository, by its address. */
  readonly address: string | undefined;
  /** All tags of the remote, and of the checkout. */
  readonly there: Tags;
  readonly here: Tags;
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
  const { modules, ...found } = await modulesAt(commit.sha, { ...request, address }, git);
  const { tags: there } = await git.remotes.refs({ remote, direction: 'push' });
  const missing = modules.map(({ tag }) => tag).filter((tag) => !there.has(tag));
  const isMissing = new Set(missing);
  const unpushed = await git.tagSets.tagObjects(new Map([...here].filter(([tag]) => isMissing.has(tag))));
  return { commit, modules, ...found, address, there, here, unpushed, missing, starts };
}

type ModuleChoice = Pick<TagRequest, 'version' | 'include' | 'exclude'> & { readonly address: string | undefined };

async function modulesAt(sha: string, { version, address, ...choice }: ModuleChoice, git: World['git']) {
  const tree = await git.commits.files(sha);
  const contents = await git.commits.contents(goModFiles(tree).map(({ object }) => object));
  const texts = new Map(goModFiles(tree).map(({ path, object }) => [path, contents.get(object) ?? '']));
  const found = findModules(tree, ({ path }) => texts.get(path) ?? '', choice);
  if (found.modules.length === 0) throw noModules(found.skipped);
  const modules = placeModules(found.modules, version, address).map((module) => ({
    ...module,
    tag: module.prefix + version,
    goMod: texts.get(module.file.file) ?? '',
  }));
  return { modules, skipped: found.skipped, ignoredFolders: ignoredDirectories(tree) };
}

function noModules(skipped: readonly SkippedDirectory[]): ReleaseError {
  const why = skipped.map((one) => ` ${one.directory}: ${one.why}.`);
  return new ReleaseError(`The commit has no Go module to release.${why.join('')}`, {
    fix: 'Check the input commit. If a skipped directory is a module, add it to the input include.',
  });
}
