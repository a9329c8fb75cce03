import { isRetracted } from '../../src/domain/gomod/module-version.ts';
import { repositoryImportPath } from '../../src/domain/gomod/layout.ts';
import { requireProblems, taggingOrder } from '../../src/domain/gomod/requires.ts';
import type { RequireProblem } from '../../src/domain/gomod/requires.ts';
import { abridged, listed } from '../../src/domain/text.ts';
import { startNotes } from '../../src/plans/job-token.ts';
import type { TagRequest, ModulesState } from './look.ts';

type Begun = { readonly created: readonly string[]; readonly starts: boolean | undefined };

/** What was found, skipped and why, and what users of the tags will stumble over. */
export function notesOn(seen: ModulesState, asked: TagRequest, begun: Begun): readonly string[] {
  return [
    found(seen, asked),
    ...seen.skipped.map(({ directory, why }) => `Skipped ${directory}: ${why}.`),
    ...passed(seen),
    ...elsewhereNamed(seen, asked),
    ...lightweight(seen, asked),
    ...retracted(seen, asked),
    ...behind(seen, asked),
    ...starting(begun),
  ];
}

/** What is wrong with a require, in a sentence. */
export function told({ module, require, kind, replacedBy }: RequireProblem, version: string): string {
  const where = `${module.prefix}${version}: ${module.file.file}:${require.line} requires ${require.path} ${require.version}`;
  const here = replacedBy === undefined ? '' : `, which ${replacedBy} stands in for here, and for nobody else`;
  const why = {
    unfetchable: `. There is no such version: go get fails`,
    missing: `, a tag that is not there: go get fails`,
    older: `, which is older than ${version}: users get that one`,
  }[kind];
  return `${where}${here}${why}.`;
}

function found({ modules, missing }: ModulesState, { version, remote }: TagRequest): string {
  const there = modules.length - missing.length;
  const already = there === 0 ? '' : ` ${there} of the tags are on ${remote} already, at this commit.`;
  return `${modules.length === 1 ? 'One module' : `${modules.length} modules`} for ${version}: ${abridged(modules.map(({ directory }) => directory))}.${already}`;
}

function passed({ passedOver }: ModulesState): readonly string[] {
  if (passedOver.length === 0) return [];
  return [`Not modules of this release, as go itself has it (vendor, testdata, _ and .): ${abridged(passedOver)}.`];
}

/** A fork, or a mistake: nobody but a person can tell. */
function elsewhereNamed({ modules, address }: ModulesState, { remote }: TagRequest): readonly string[] {
  const root = repositoryImportPath(modules, address);
  const isOneHost = root?.split('/')[0] === address?.split('/')[0];
  if (root === undefined || address === undefined || !isOneHost || `${root}/`.startsWith(`${address}/`)) return [];
  return [
    `The modules are called ${root}, so go get will look for these tags there, and not at ${remote} (${address}).`,
  ];
}

function lightweight({ modules, commit, there }: ModulesState, { message }: TagRequest): readonly string[] {
  const plain = modules.map(({ tag }) => tag).filter((tag) => there.get(tag)?.object === commit.sha);
  return message === undefined || plain.length === 0
    ? []
    : [`Lightweight, and a tag is never moved: ${abridged(plain)}.`];
}

function retracted({ modules }: ModulesState, { version }: TagRequest): readonly string[] {
  const own = modules.filter(({ file }) => isRetracted(version, file.retracts));
  return own.map(({ file, tag }) => `${tag}: ${file.file} retracts this very version, so go get will not choose it.`);
}

const mostTold = 20;

function behind({ modules, there }: ModulesState, { version }: TagRequest): readonly string[] {
  const all = requireProblems(modules, version, (tag) => there.has(tag));
  const more = all.length > mostTold ? [`${all.length - mostTold} more requires are like that.`] : [];
  const paths = new Set(all.flatMap(({ module, require }) => [module.path, require.path]));
  const groups = taggingOrder(modules.filter(({ path }) => paths.has(path))).map((group) =>
    group.map(({ directory }) => directory),
  );
  return [
    ...all.slice(0, mostTold).map((complaint) => told(complaint, version)),
    ...more,
    ...(groups.length > 1
      ? [
          `For modules that require each other at ${version}, tag in this order, with a commit in between: ${groups.map((group) => listed(group)).join(', then ')}.`,
        ]
      : []),
    ...groups
      .filter((group) => group.length > 1)
      .map((group) => `${listed(group)} require each other in a circle: one of them has to require an older version.`),
  ];
}

function starting({ created, starts }: Begun): readonly string[] {
  if (created.length === 0 || starts === true) return [];
  if (starts === undefined) return startNotes(starts, { made: 'the push', otherwise: undefined });
  return [
    'No workflow starts from the push: GitHub starts none for more than three tags at once, and none for the token of the job. To start workflows, set batch: 3, and pass the token of a GitHub App as the input token.',
  ];
}
