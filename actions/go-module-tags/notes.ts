import { isRetracted } from '../../src/domain/gomod/module-version.ts';
import { repositoryImportPath } from '../../src/domain/gomod/layout.ts';
import { requireProblems, taggingOrder } from '../../src/domain/gomod/requires.ts';
import type { RequireProblem } from '../../src/domain/gomod/requires.ts';
import { abridged, listed } from '../../src/domain/text.ts';
import { startNotes } from '../../src/plans/job-token.ts';
import type { ModulesState, ReleasedSet, TagRequest } from './look.ts';

type CreatedTags = { readonly created: readonly string[]; readonly starts: boolean | undefined };

/** What was found, what was skipped and why, and what will go wrong for users of the tags. */
export function moduleNotes(seen: ModulesState, request: TagRequest, created: CreatedTags): readonly string[] {
  return [
    ...seen.sets.map((set) => foundModules(set, seen, request)),
    ...seen.earlierSets.map(releasedEarlier),
    ...skipped(seen),
    ...ignored(seen),
    ...otherImportPath(seen, request),
    ...keptLightweight(seen, request),
    ...retracted(seen),
    ...requireNotes(seen),
    ...workflowNotes(created),
  ];
}

/** What is wrong with a require. A refusal says the line elsewhere. */
export function describeProblem(
  { module, require, kind, replacedBy }: RequireProblem,
  { hasLine }: { readonly hasLine: boolean },
): string {
  const { prefix, version, file } = module;
  const place = hasLine ? `${file.file}:${require.line}` : file.file;
  const where = `${prefix}${version}: ${place} requires ${require.path} ${require.version}`;
  const replaced =
    replacedBy === undefined
      ? ''
      : `, replaced by ${replacedBy} in this repository only; users of the tag do not get the replacement`;
  const problem = {
    unfetchable: 'There is no such version: go get fails.',
    missing: 'This tag does not exist: go get fails.',
    older: `Users get this version, which is older than ${version}.`,
  }[kind];
  return `${where}${replaced}. ${problem}`;
}

function foundModules(
  { name, version, modules }: ReleasedSet,
  { missing }: ModulesState,
  { remote }: TagRequest,
): string {
  const isMissing = new Set(missing);
  const there = modules.filter(({ tag }) => !isMissing.has(tag)).length;
  const already = there === 0 ? '' : ` Already on ${remote} at this commit: ${there} of ${modules.length} tags.`;
  const set = name === undefined ? '' : ` of the set ${name}`;
  const count = modules.length === 1 ? 'One module' : `${modules.length} modules`;
  return `${count}${set} for ${version}: ${abridged(modules.map(({ directory }) => directory))}.${already}`;
}

const releasedEarlier = ({ name, version, modules }: ReleasedSet) =>
  `The set ${name} is not in this release: its ${modules.length === 1 ? 'tag' : `${modules.length} tags`} of ${version} are at another commit.`;

const mostSkipped = 3;

function skipped({ skipped: all }: ModulesState): readonly string[] {
  return [...Map.groupBy(all, ({ why }) => why)].flatMap(([why, some]) => {
    const directories = some.map(({ directory }) => directory);
    if (some.length <= mostSkipped) return directories.map((directory) => `Skipped ${directory}: ${why}.`);
    return [`Skipped ${abridged(directories, mostSkipped)}: ${why}.`];
  });
}

function ignored({ ignoredFolders }: ModulesState): readonly string[] {
  if (ignoredFolders.length === 0) return [];
  return [
    `Ignored, as the go command does (vendor, testdata, and names that begin with _ or .): ${abridged(ignoredFolders)}.`,
  ];
}

/** This is a fork or a mistake. Only a person can know which. */
function otherImportPath({ modules, address }: ModulesState, { remote }: TagRequest): readonly string[] {
  const root = repositoryImportPath(modules, address);
  const isOneHost = root?.split('/')[0] === address?.split('/')[0];
  if (root === undefined || address === undefined || !isOneHost || `${root}/`.startsWith(`${address}/`)) return [];
  return [
    `The module paths begin with ${root}. So go get looks for these tags there, and not on ${remote} (${address}).`,
  ];
}

function keptLightweight({ modules, commit, there }: ModulesState, { message }: TagRequest): readonly string[] {
  const plain = modules.map(({ tag }) => tag).filter((tag) => there.get(tag)?.object === commit.sha);
  return message === undefined || plain.length === 0
    ? []
    : [`Already exist as lightweight tags, and are left as they are: ${abridged(plain)}.`];
}

function retracted({ modules }: ModulesState): readonly string[] {
  const own = modules.filter(({ file, version }) => isRetracted(version, file.retracts));
  return own.map(({ file, tag }) => `${tag}: ${file.file} retracts this version, so go get will not choose it.`);
}

/** How many problems of each kind are described. */
const mostProblems = 3;

const otherProblems: Readonly<Record<RequireProblem['kind'], string>> = {
  unfetchable: 'requirements name versions that do not exist: go get fails.',
  missing: 'requirements name tags that do not exist: go get fails.',
  older: 'requirements give users an older version of a module of this release.',
};

function requireNotes({ modules, there, prefixes }: ModulesState): readonly string[] {
  const all = requireProblems(modules, { prefixes, tagExists: (tag) => there.has(tag) });
  const paths = new Set(all.flatMap(({ module, require }) => [module.path, require.path]));
  const groups = taggingOrder(modules.filter(({ path }) => paths.has(path))).map((group) =>
    group.map(({ directory }) => directory),
  );
  return [
    ...[...Map.groupBy(all, ({ kind }) => kind)].flatMap(([kind, some]) => [
      ...some.slice(0, mostProblems).map((problem) => describeProblem(problem, { hasLine: true })),
      ...(some.length > mostProblems ? [`${some.length - mostProblems} more ${otherProblems[kind]}`] : []),
    ]),
    ...(groups.length > 1
      ? [
          `To let the modules require each other at their new versions, tag in this order, with a commit in between: ${groups.map((group) => listed(group)).join(', then ')}.`,
        ]
      : []),
    ...groups
      .filter((group) => group.length > 1)
      .map((group) => `${listed(group)} require each other in a cycle: one of them has to require an older version.`),
  ];
}

function workflowNotes({ created, starts }: CreatedTags): readonly string[] {
  if (created.length === 0 || starts === true) return [];
  if (starts === undefined) return startNotes(starts, { made: 'the push', otherwise: undefined });
  return [
    "No workflow starts from the push: GitHub starts none for more than 3 tags in one push, and none for the job's own token. To start workflows, set batch: 3, and pass the token of a GitHub App as the input token.",
  ];
}
