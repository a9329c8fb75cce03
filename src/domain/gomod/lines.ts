import type { PlacedModule } from './layout.ts';
import { splitPath, takesMajor } from './module-path.ts';

/** A module that had no release in the line of its version before, and its newest tag. */
export type Newcomer = { readonly module: PlacedModule; readonly newest: string | undefined };

/**
 * Modules that nothing names, and whose newest tag has another major version, or that have no tag although others have.
 * A path that ends in /v2 says itself to which line its module belongs.
 */
export function newcomers(modules: readonly PlacedModule[], tags: Iterable<string>): readonly Newcomer[] {
  const unmade = new Set(modules.map(({ prefix, version }) => prefix + version));
  const earlier = newestTags(modules, tags, unmade);
  if (earlier.size === 0) return [];
  return modules.flatMap((module) => {
    if (module.isNamed || !unmade.has(module.prefix + module.version)) return [];
    const newest = earlier.get(module.prefix);
    const isPinned = splitPath(module.path)?.suffix !== '';
    const isInLine = newest !== undefined && (isPinned || majorOf(newest.version) === majorOf(module.version));
    return isInLine ? [] : [{ module, newest: newest?.version }];
  });
}

type NewestTag = { readonly version: string; readonly order: readonly number[] };

/** The newest version that each prefix of tags has, of those that the path of its module takes. Tags of this release do not count, and are no longer unmade. */
function newestTags(
  modules: readonly PlacedModule[],
  tags: Iterable<string>,
  unmade: Set<string>,
): ReadonlyMap<string, NewestTag> {
  const paths = new Map(modules.map(({ prefix, path }) => [prefix, splitPath(path)]));
  const newest = new Map<string, NewestTag>();
  for (const tag of tags) {
    if (unmade.delete(tag)) continue;
    const prefix = tag.slice(0, tag.lastIndexOf('/') + 1);
    const split = paths.get(prefix);
    const [, major, minor, patch, prerelease] = /^v(\d+)\.(\d+)\.(\d+)(-.+)?$/.exec(tag.slice(prefix.length)) ?? [];
    if (split === undefined || major === undefined) continue;
    if (split.suffix === '' && !takesMajor(split, Number(major))) continue;
    const order = [Number(major), Number(minor), Number(patch), prerelease === undefined ? 1 : 0];
    const before = newest.get(prefix);
    if (before === undefined || isAbove(order, before.order))
      newest.set(prefix, { version: tag.slice(prefix.length), order });
  }
  return newest;
}

function isAbove(one: readonly number[], other: readonly number[]): boolean {
  const first = one.findIndex((number, index) => number !== other[index]);
  return first !== -1 && (one[first] ?? 0) > (other[first] ?? 0);
}

const majorOf = (version: string) => Number(/\d+/.exec(version)?.[0]);
