import { positionAt } from '../edits/source.ts';
import type { Source } from '../edits/source.ts';
import type { Tree } from '../edits/tree.ts';
import { parseYaml } from '../edits/yaml.ts';
import { matcherOf } from '../dependencies/expression.ts';
import { attempt, ReleaseError } from '../error.ts';
import { quoted } from '../text.ts';

/** Names of accounts and of aliases, in lower case. */
export type People = { readonly approvers: readonly string[]; readonly reviewers: readonly string[] };

export type OwnersFile = People & {
  /** Whether the OWNERS of the folders above do not count. */
  readonly hasNoParents: boolean;
  /** Filters that are for some files only, so that their people do not count for a release. */
  readonly narrowFilters: readonly string[];
};

/** The members of each alias. All names are in lower case. */
export type Aliases = ReadonlyMap<string, readonly string[]>;

// Why: docs/decisions.md D69
/** Reads an OWNERS file as Prow does: https://www.kubernetes.dev/docs/guide/owners/ */
export function parseOwners(source: Source): OwnersFile {
  const fields = fieldsOf(source, onlyDocument(source), source.file);
  const own = peopleIn(source, fields);
  const hasNoParents = isTrue(source, fieldsOf(source, fields.get('options'), 'options').get('no_parent_owners'));
  const isSimple = simpleFields.some((key) => listIn(source, fields, key).length > 0);
  const filters = [...fieldsOf(source, fields.get('filters'), 'filters')].map(([pattern, tree]) => ({
    pattern,
    isForAll: isForAll(source, pattern, tree),
    people: peopleIn(source, fieldsOf(source, tree, quoted(pattern))),
  }));
  if (isSimple) return { ...own, hasNoParents, narrowFilters: [] }; // Prow does not read filters then
  const all = filters.filter((one) => one.isForAll);
  return {
    approvers: all.flatMap(({ people }) => people.approvers),
    reviewers: all.flatMap(({ people }) => people.reviewers),
    hasNoParents,
    narrowFilters: filters.filter((one) => !one.isForAll).map(({ pattern }) => pattern),
  };
}

/** Reads an OWNERS_ALIASES file. */
export function parseAliases(source: Source): Aliases {
  const fields = fieldsOf(source, onlyDocument(source), source.file);
  const aliases = fieldsOf(source, fields.get('aliases'), 'aliases');
  return new Map([...aliases].map(([alias, tree]) => [normal(alias), membersOf(source, tree, alias)]));
}

/** The accounts that names stand for, in lower case. An alias in an alias is not followed. */
export const accountsOf = (names: readonly string[], aliases: Aliases): readonly string[] => [
  ...new Set(names.flatMap((name) => aliases.get(name) ?? [name])),
];

/** The names that can be no account: GitHub allows letters, digits, single hyphens, and one underscore in managed accounts. */
export const unknownNames = (names: readonly string[], aliases: Aliases): readonly string[] =>
  names.filter((name) => !aliases.has(name) && !/^(?=.{1,39}$)[a-z\d]+(?:-[a-z\d]+)*-?(?:_[a-z\d]+)?$/.test(name));

/** As Prow compares the names of accounts. */
export const normal = (name: string): string => name.trim().toLowerCase().replace(/^@/, '');

const simpleFields = ['approvers', 'reviewers', 'required_reviewers', 'labels'];

const peopleIn = (source: Source, fields: Fields): People => ({
  approvers: listIn(source, fields, 'approvers').map(normal),
  reviewers: listIn(source, fields, 'reviewers').map(normal),
});

/** Prow compares the folder itself, which it calls ".", with the expression of a filter. */
function isForAll(source: Source, pattern: string, tree: Tree): boolean {
  const match = attempt(() => matcherOf(pattern));
  if (!(match instanceof ReleaseError)) return match('.');
  throw new ReleaseError(`${source.file} has a filter that cannot be used: ${match.message}`, {
    fix: match.fix,
    at: positionAt(source, tree.start),
    cause: match,
  });
}

/** Prow also takes a mapping, of which it reads the keys. */
function membersOf(source: Source, tree: Tree, alias: string): readonly string[] {
  const names =
    tree.kind === 'mapping' ? tree.entries().map(({ key }) => key) : listIn(source, new Map([[alias, tree]]), alias);
  return names.map(normal);
}

type Fields = ReadonlyMap<string, Tree>;

function onlyDocument(source: Source): Tree | undefined {
  const [top, second] = parseYaml(source);
  if (second === undefined) return top;
  throw unreadable(source, second, 'it has two YAML documents');
}

function fieldsOf(source: Source, tree: Tree | undefined, what: string): Fields {
  if (tree === undefined || isNothing(source, tree)) return new Map();
  if (tree.kind !== 'mapping') throw unreadable(source, tree, `${what} must be a mapping`);
  const fields = new Map<string, Tree>();
  for (const { key, start, value } of tree.entries()) {
    if (fields.has(key)) throw unreadable(source, { start }, `${key} is there twice`);
    fields.set(key, value);
  }
  return fields;
}

function listIn(source: Source, fields: Fields, key: string): readonly string[] {
  const tree = fields.get(key);
  if (tree === undefined || isNothing(source, tree)) return [];
  if (tree.kind !== 'list') throw unreadable(source, tree, `${key} must be a list`);
  return tree.items().map((item) => nameOf(source, item, key));
}

function nameOf(source: Source, tree: Tree, key: string): string {
  const name = tree.kind === 'leaf' ? tree.text?.trim() : undefined;
  if (name !== undefined && name !== '' && !source.text.startsWith('*', tree.start)) return name;
  throw unreadable(source, tree, `${key} must be a list of names`);
}

function isTrue(source: Source, tree: Tree | undefined): boolean {
  if (tree === undefined || isNothing(source, tree)) return false;
  const text = tree.kind === 'leaf' ? tree.text : undefined;
  if (text === 'true' || text === 'false') return text === 'true';
  throw unreadable(source, tree, 'no_parent_owners must be true or false');
}

const isNothing = ({ text }: Source, tree: Tree): boolean =>
  tree.kind === 'leaf' && /^(~|null|Null|NULL)?$/.test(text.slice(tree.start, tree.end));

const unreadable = (source: Source, { start }: { readonly start: number }, why: string) =>
  new ReleaseError(`${source.file} cannot be read: ${why}.`, {
    fix: 'Correct it on the default branch. Its form: https://www.kubernetes.dev/docs/guide/owners/',
    at: positionAt(source, start),
  });
