import { isLower } from '../versions/version.ts';
import type { Require } from './go-mod-file.ts';
import type { PlacedModule } from './layout.ts';
import { isPlaceholder, isPseudoVersion } from './module-path.ts';

/** A require that causes a problem for users of the tag. */
export type RequireProblem = {
  readonly module: PlacedModule;
  readonly require: Require;
  /** `unfetchable`: v0.0.0, which needs a replace. `missing`: no such tag. `older`: an older tag of a sibling. */
  readonly kind: 'unfetchable' | 'missing' | 'older';
  /** The folder that replaces it in this repository. */
  readonly replacedBy: string | undefined;
};

/** The modules of a repository and its tags. */
export type RepositoryTags = {
  /** The prefixes of the tags of modules that are not in this release, by their paths. */
  readonly prefixes?: ReadonlyMap<string, string>;
  readonly tagExists: (tag: string) => boolean;
};

/** Requires that users of the new tags cannot resolve, or that give them older siblings. */
export function requireProblems(
  modules: readonly PlacedModule[],
  repository: RepositoryTags,
): readonly RequireProblem[] {
  const siblings = new Map(modules.map((module) => [module.path, module]));
  return modules.flatMap((module) =>
    module.file.requires.flatMap((require) => {
      const kind = problemWith(require, siblings.get(require.path), repository);
      const replacedBy = module.file.replaces.find(
        (replace) =>
          replace.path === require.path &&
          replace.byVersion === undefined &&
          (replace.version ?? require.version) === require.version,
      )?.by;
      return kind === undefined ? [] : [{ module, require, kind, replacedBy }];
    }),
  );
}

function problemWith(
  require: Require,
  sibling: PlacedModule | undefined,
  { prefixes, tagExists }: RepositoryTags,
): RequireProblem['kind'] | undefined {
  if (require.version === sibling?.version) return undefined; // tagged in this release, too
  const prefix = sibling?.prefix ?? prefixes?.get(require.path);
  if (prefix === undefined) return isPlaceholder(require.version) ? 'unfetchable' : undefined;
  const isMissing = !isPseudoVersion(require.version) && !tagExists(prefix + require.version);
  if (isPlaceholder(require.version) && (isMissing || isPseudoVersion(require.version))) return 'unfetchable';
  if (isMissing) return 'missing';
  return sibling !== undefined && isLower(require.version, sibling.version) ? 'older' : undefined;
}

/** Orders modules so that each comes after those that it requires. Modules that require each other are one group. */
export function taggingOrder(modules: readonly PlacedModule[]): readonly (readonly PlacedModule[])[] {
  const siblings = new Map(modules.map((module) => [module.path, module]));
  const groups: PlacedModule[][] = [];
  const open: PlacedModule[] = [];
  const numbers = new Map<PlacedModule, number>();
  // Tarjan's algorithm for strongly connected components yields each group after the groups that it requires.
  const visit = (module: PlacedModule): number => {
    const own = numbers.size;
    let lowest = own;
    numbers.set(module, own);
    open.push(module);
    for (const { path } of module.file.requires) {
      const next = siblings.get(path);
      if (next === undefined || next === module) continue;
      if (!numbers.has(next)) lowest = Math.min(lowest, visit(next));
      else if (open.includes(next)) lowest = Math.min(lowest, numbers.get(next) ?? own);
    }
    if (lowest === own) groups.push(open.splice(open.indexOf(module)).toReversed());
    return lowest;
  };
  for (const module of modules) if (!numbers.has(module)) visit(module);
  return groups;
}
