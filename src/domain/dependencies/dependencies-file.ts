import { posix } from 'node:path';
import { suggestion } from '../suggestion.ts';
import { positionAt } from '../edits/source.ts';
import type { Source } from '../edits/source.ts';
import type { Tree } from '../edits/tree.ts';
import { parseYaml } from '../edits/yaml.ts';
import { attempt, divided, refuseIfAny, ReleaseError } from '../error.ts';
import type { SourcePosition } from '../error.ts';
import { listed, quoted } from '../text.ts';
import { matcherOf } from './expression.ts';

/** The content of a zeitgeist file, and its text. */
export type DependenciesFile = { readonly source: Source; readonly dependencies: readonly Dependency[] };

export type Dependency = {
  readonly name: string;
  /** As it stands in the file: `1.20`, not 1.2. */
  readonly version: string;
  readonly scheme: (typeof schemes)[number];
  readonly sensitivity: (typeof sensitivities)[number] | undefined;
  readonly refPaths: readonly RefPath[];
  readonly at: SourcePosition;
};

/** Places of a version: the lines of a file that match, or the file as a whole. */
export type RefPath = { readonly path: string; readonly match: Match | undefined; readonly at: SourcePosition };

export type Match = { readonly text: string; readonly matches: (line: string) => boolean };

const schemes = ['semver', 'alpha', 'random'] as const;
const sensitivities = ['patch', 'minor', 'major'] as const;

/** Reads a dependencies.yaml. Everything that is wrong with it is reported at once, each at its line. */
export function parseDependencies(source: Source): DependenciesFile {
  const [top, second] = parseYaml(source);
  if (top === undefined || second !== undefined)
    throw new ReleaseError(`${source.file} is not a single YAML document.`, {
      fix: 'Keep one document in it, with the key dependencies.',
      at: { file: source.file },
    });
  const list = fieldsOf({ source, tree: top, what: source.file }, ['dependencies']).get('dependencies');
  if (list === undefined) throw refusal(source, top, `${source.file} has no dependencies`);
  const { values, refusals } = divided(
    itemsOf(source, list, 'dependencies').map((tree) => attempt(() => dependencyOf(source, tree))),
  );
  refuseIfAny(`${source.file} has ${refusals.length} dependencies that cannot be read.`, [
    ...refusals,
    ...repeatedNames(values),
  ]);
  return { source, dependencies: values };
}

function repeatedNames(dependencies: readonly Dependency[]): readonly ReleaseError[] {
  return dependencies.flatMap(({ name, at }, index) => {
    const first = dependencies.findIndex((one) => one.name === name);
    const fix = 'Give each dependency a name of its own, or put all refPaths under one.';
    const message = `Two dependencies have the name ${quoted(name)}, at lines ${dependencies[first]?.at.line} and ${at.line}.`;
    return first < index ? [new ReleaseError(message, { fix, at })] : [];
  });
}

function dependencyOf(source: Source, tree: Tree): Dependency {
  const what = 'a dependency';
  const fields = fieldsOf({ source, tree, what }, ['name', 'version', 'scheme', 'sensitivity', 'upstream', 'refPaths']);
  const name = requiredText(source, tree, fields, 'name');
  const version = requiredText(source, tree, fields, 'version');
  const scheme = textOf(source, fields, 'scheme') ?? 'semver';
  const sensitivity = textOf(source, fields, 'sensitivity');
  const paths = fields.get('refPaths');
  const { values, refusals } = divided(
    (paths === undefined ? [] : itemsOf(source, paths, 'refPaths')).map((one) => attempt(() => refPathOf(source, one))),
  );
  refuseIfAny(`The refPaths of ${quoted(name)} cannot be read.`, refusals);
  return {
    name,
    version,
    scheme: oneOf(source, fields, schemes, { key: 'scheme', text: scheme }),
    sensitivity:
      sensitivity === undefined
        ? undefined
        : oneOf(source, fields, sensitivities, { key: 'sensitivity', text: sensitivity }),
    refPaths: values,
    at: positionAt(source, tree.start),
  };
}

function refPathOf(source: Source, tree: Tree): RefPath {
  const fields = fieldsOf({ source, tree, what: 'a refPath' }, ['path', 'match']);
  const path = posix.normalize(requiredText(source, tree, fields, 'path'));
  const at = positionAt(source, tree.start);
  if (posix.isAbsolute(path) || path.split('/')[0] === '..')
    throw refusal(source, fields.get('path') ?? tree, `${quoted(path)} is outside of the workspace`);
  // For zeitgeist, an empty expression means the same as none: the version may be anywhere in the file.
  const text = textOf(source, fields, 'match') || undefined;
  return { path, match: text === undefined ? undefined : matchOf(source, fields.get('match') ?? tree, text), at };
}

function matchOf(source: Source, tree: Tree, text: string): Match {
  const match = attempt(() => ({ text, matches: matcherOf(text) }));
  if (!(match instanceof ReleaseError)) return match;
  throw new ReleaseError(match.message, { fix: match.fix, at: positionAt(source, tree.start), cause: match });
}

type DescribedTree = { readonly source: Source; readonly tree: Tree; readonly what: string };

/** The fields of a mapping. An unknown field is refused, because it would be a check that nobody makes. */
function fieldsOf({ source, tree, what }: DescribedTree, known: readonly string[]): ReadonlyMap<string, Tree> {
  if (tree.kind !== 'mapping') throw refusal(source, tree, `${what} must be a mapping`);
  const fields = new Map<string, Tree>();
  for (const { key, start, value } of tree.entries()) {
    if (!known.includes(key)) throw refusal(source, { start }, `${what} has no ${quoted(key)}`, suggestion(key, known));
    if (fields.has(key)) throw refusal(source, { start }, `${key} is there twice`);
    fields.set(key, value);
  }
  return fields;
}

function itemsOf(source: Source, tree: Tree, key: string): readonly Tree[] {
  if (tree.kind === 'list') return tree.items();
  if (tree.kind === 'leaf' && isNothing(source, tree)) return [];
  throw refusal(source, tree, `${key} must be a list`);
}

function requiredText(source: Source, tree: Tree, fields: ReadonlyMap<string, Tree>, key: string): string {
  const text = textOf(source, fields, key);
  if (text !== undefined && text.trim() !== '') return text;
  throw refusal(source, fields.get(key) ?? tree, `the ${key} is missing`);
}

function textOf(source: Source, fields: ReadonlyMap<string, Tree>, key: string): string | undefined {
  const tree = fields.get(key);
  if (tree === undefined || (tree.kind === 'leaf' && isNothing(source, tree))) return undefined;
  if (tree.kind !== 'leaf') throw refusal(source, tree, `the ${key} must be a single value`);
  if (source.text.startsWith('*', tree.start))
    throw refusal(source, tree, `the ${key} is an alias, and aliases are not followed`, 'Write the value itself.');
  return tree.text;
}

const isNothing = ({ text }: Source, { start, end }: Extract<Tree, { kind: 'leaf' }>) =>
  /^(~|null|Null|NULL)?$/.test(text.slice(start, end));

type FieldText = { readonly key: string; readonly text: string };

function oneOf<const Word extends string>(
  source: Source,
  fields: ReadonlyMap<string, Tree>,
  words: readonly Word[],
  { key, text }: FieldText,
): Word {
  const word = words.find((one) => one === text);
  if (word !== undefined) return word;
  throw refusal(
    source,
    fields.get(key) ?? { start: 0 },
    `${quoted(text)} is not a ${key}`,
    `Use ${listed(words, 'or')}.`,
  );
}

function refusal(source: Source, { start }: { readonly start: number }, why: string, fix?: string): ReleaseError {
  return new ReleaseError(`${source.file} cannot be used: ${why}.`, { fix, at: positionAt(source, start) });
}
