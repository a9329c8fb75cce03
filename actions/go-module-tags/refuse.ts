import { nextFreeVersion } from '../../src/domain/gomod/module-version.ts';
import { newcomers } from '../../src/domain/gomod/lines.ts';
import { requireProblems } from '../../src/domain/gomod/requires.ts';
import { refuseIfAny, ReleaseError } from '../../src/domain/error.ts';
import { abridged } from '../../src/domain/text.ts';
import { tagDifference } from '../../src/domain/tags/unpushed-tag.ts';
import { misplacedTag } from '../../src/plans/tag-place.ts';
import type { TagRequest, ModulesState } from './look.ts';
import { describeProblem } from './notes.ts';

/** Throws if any tag must not be pushed. Then none is pushed. */
export function refuse(seen: ModulesState, request: TagRequest): void {
  refuseMisplaced(seen, request);
  refuseInTheWay(seen);
  refuseOtherTags(seen, request);
  refuseNewcomers(seen);
  refuseUnfetchable(seen, request);
}

const mostReasons = 20;

/** Refuses tags that are at another commit. The Go module proxy may have seen them, so they cannot be moved. */
function refuseMisplaced(
  { commit, modules, sets, there, here }: ModulesState,
  { remote, versionsFile }: TagRequest,
): void {
  const misplaced = sets.flatMap(({ version, name, modules: some }) => {
    const next = nextFreeVersion(version, some, (tag) => there.has(tag) || here.has(tag));
    const where = name === undefined ? '' : ` for the set ${name} in ${versionsFile}`;
    const fix = `Release ${next} instead${where}, which is free for every module. The Go module proxy never forgets a tag: whoever gets another commit for it sees a checksum mismatch (SECURITY ERROR).`;
    return some.flatMap(
      ({ tag }) => misplacedTag({ tag, at: there.get(tag)?.commit, expected: commit.sha, remote }, fix) ?? [],
    );
  });
  refuseIfAny(
    `${misplaced.length} of ${modules.length} tags already exist on ${remote}, at another commit. Nothing was pushed.`,
    misplaced.slice(0, mostReasons),
  );
}

// Why: docs/decisions.md D46
/** Refuses modules that would begin a line of versions without anybody having said so. */
function refuseNewcomers({ modules, there }: ModulesState): void {
  const found = newcomers(modules, there.keys());
  if (found.length === 0) return;
  const shown = found.map(
    ({ module, newest }) =>
      `${module.directory} (${newest === undefined ? 'no tag yet' : `newest version ${newest}`}, now ${module.version})`,
  );
  const directories = found.map(({ module }) => module.directory);
  throw new ReleaseError(
    `${found.length} of ${modules.length} modules never had a release in this line of versions: ${abridged(shown, mostReasons)}.`,
    {
      fix: `Name the modules of this release in the input modules, or leave these out with the input exclude. Those that do get this version now have to be named in the input include: ${abridged(directories, mostReasons)}. For sets of modules with versions of their own, use the input versions-file.`,
    },
  );
}

/** Git stores refs like files: the tags src/webhook and src/webhook/v1.0.0 cannot both exist. */
function refuseInTheWay({ missing, there, here }: ModulesState): void {
  for (const tag of missing) {
    const folders = tag.split('/').slice(0, -1);
    const parents = folders.map((_, index) => folders.slice(0, index + 1).join('/'));
    const found = parents.find((parent) => there.has(parent) || here.has(parent));
    if (found === undefined) continue;
    throw new ReleaseError(`Tag ${found} is in the way of ${tag}: git cannot keep both.`, {
      fix: `If nobody needs the tag ${found}, delete it here (git tag -d ${found}) and on the remote. Or leave the module out with the input exclude.`,
    });
  }
}

/** Refuses tags that exist only in the checkout and differ from the request. The others are pushed as they are. */
function refuseOtherTags({ commit, missing, here, unpushed }: ModulesState, { message, isSigned }: TagRequest): void {
  const expected = { commit: commit.sha, message, isSigned };
  const wrong = missing.flatMap((tag) => {
    const at = here.get(tag)?.commit;
    const found = at === undefined ? undefined : tagDifference({ ...expected, at, object: unpushed.get(tag) });
    return found === undefined ? [] : [{ tag, found }];
  });
  const fix = `Delete ${wrong.length === 1 ? 'it' : 'them'}, and run again: git tag -d ${wrong.map(({ tag }) => tag).join(' ')}`;
  const reasons = wrong
    .slice(0, mostReasons)
    .map(
      ({ tag, found }) => new ReleaseError(`The tag ${tag} of this checkout is not pushed yet, and ${found}.`, { fix }),
    );
  refuseIfAny(`${wrong.length} unpushed tags of this checkout differ from what was asked for.`, reasons);
}

function refuseUnfetchable({ modules, there, prefixes }: ModulesState, { replacePolicy }: TagRequest): void {
  if (replacePolicy === 'warn') return;
  const unfetchable = requireProblems(modules, { prefixes, tagExists: (tag) => there.has(tag) }).filter(
    ({ kind }) => kind === 'unfetchable',
  );
  const reasons = unfetchable.slice(0, mostReasons).map(
    (problem) =>
      new ReleaseError(describeProblem(problem, { hasLine: false }), {
        fix: 'Tag the required module first, and require that version. Or set replace-policy: warn.',
        at: { file: problem.module.file.file, line: problem.require.line },
      }),
  );
  refuseIfAny(`${unfetchable.length} requirements would make go get of the new tags fail.`, reasons);
}
