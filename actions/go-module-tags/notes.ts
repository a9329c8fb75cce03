import { isRetracted } from '../../src/domain/gomod/module-version.ts';
import { repositoryImportPath } from '../../src/domain/gomod/layout.ts';
import { requireProblems, taggingOrder } from '../../src/domain/gomod/requires.ts';
import type { RequireProblem } from '../../src/domain/gomod/requires.ts';
import { abridged, listed } from '../../src/domain/text.ts';
import { startNotes } from '../../src/plans/job-token.ts';
import type { TagRequest, ModulesState } from './look.ts';

type CreatedTags = { readonly created: readonly string[]; readonly starts: boolean | undefined };

/** What was found, what was skipped and why, and what will go wrong for users of the tags. */
export function moduleNotes(seen: ModulesState, request: TagRequest, created: CreatedTags): readonly string[] {
  return [
    foundModules(seen, request),
    ...seen.skipped.map(({ directory, why }) => `Skipped ${directory}: ${why}.`),
    ...ignored(seen),
    ...otherImportPath(seen, request),
    ...keptLightweight(seen, request),
    ...retracted(seen, request),
    ...requireNotes(seen, request),
    ...workflowNotes(created),
  ];
}

/** What is wrong with a require. */
export function describeProblem({ module, require, kind, replacedBy }: RequireProblem, version: string): string {
  const where = `${module.prefix}${version}: ${module.file.file}:${require.line} requires ${require.path} ${require.version}`;
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

function foundModules({ modules, missing }: ModulesState, { version, remote }: TagRequest): string {
  const there = modules.length - missing.length;
  const already = there === 0 ? '' : ` Already on ${remote} at this commit: ${there} of ${modules.length} tags.`;
  return `${modules.length === 1 ? 'One module' : `${modules.length} modules`} for ${version}: ${abridged(modules.map(({ directory }) => directory))}.${already}`;
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

function retracted({ modules }: ModulesState, { version }: TagRequest): readonly string[] {
  const own = modules.filter(({ file }) => isRetracted(version, file.retracts));
  return own.map(({ file, tag }) => `${tag}: ${file.file} retracts this version, so go get will not choose it.`);
}

const mostProblems = 20;

function requireNotes({ modules, there }: ModulesState, { version }: TagRequest): readonly string[] {
  const all = requireProblems(modules, version, (tag) => there.has(tag));
  const more = all.length > mostProblems ? [`${all.length - mostProblems} more requirements have such problems.`] : [];
  const paths = new Set(all.flatMap(({ module, require }) => [module.path, require.path]));
  const groups = taggingOrder(modules.filter(({ path }) => paths.has(path))).map((group) =>
    group.map(({ directory }) => directory),
  );
  return [
    ...all.slice(0, mostProblems).map((problem) => describeProblem(problem, version)),
    ...more,
    ...(groups.length > 1
      ? [
          `To let the modules require each other at ${version}, tag in this order, with a commit in between: ${groups.map((group) => listed(group)).join(', then ')}.`,
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
