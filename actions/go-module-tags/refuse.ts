import { nextFreeVersion } from '../../src/domain/gomod/module-version.ts';
import { requireProblems } from '../../src/domain/gomod/requires.ts';
import { refuseIfAny, ReleaseError } from '../../src/domain/error.ts';
import { tagDifference } from '../../src/domain/tags/unpushed-tag.ts';
import { misplacedTag } from '../../src/plans/tag-place.ts';
import type { TagRequest, ModulesState } from './look.ts';
import { told } from './notes.ts';

/** Everything for which nothing at all is pushed. */
export function refuse(seen: ModulesState, asked: TagRequest): void {
  refuseMisplaced(seen, asked);
  refuseInTheWay(seen);
  refuseOtherTags(seen, asked);
  refuseUnfetchable(seen, asked);
}

const mostTold = 20;

/** A tag that the Go module proxy may have seen stays where it is. */
function refuseMisplaced({ commit, modules, there, here }: ModulesState, { version, remote }: TagRequest): void {
  const next = nextFreeVersion(version, modules, (tag) => there.has(tag) || here.has(tag));
  const fix = `The Go module proxy never forgets a tag: everybody who gets another commit under it sees a checksum mismatch (SECURITY ERROR). Release ${next} instead, which is free for every module.`;
  const misplaced = modules.flatMap(
    ({ tag }) => misplacedTag({ tag, at: there.get(tag)?.commit, expected: commit.sha, remote }, fix) ?? [],
  );
  refuseIfAny(
    `${misplaced.length} of ${modules.length} tags are on ${remote} already, at another commit. Nothing was pushed.`,
    misplaced.slice(0, mostTold),
  );
}

/** Git keeps refs like files: src/webhook and src/webhook/v1.0.0 cannot both be there. */
function refuseInTheWay({ missing, there, here }: ModulesState): void {
  for (const tag of missing) {
    const folders = tag.split('/').slice(0, -1);
    const parents = folders.map((_, index) => folders.slice(0, index + 1).join('/'));
    const found = parents.find((parent) => there.has(parent) || here.has(parent));
    if (found === undefined) continue;
    throw new ReleaseError(`Tag ${found} is in the way of ${tag}: git cannot keep both.`, {
      fix: `Delete it if nobody needs it, here (git tag -d ${found}) and on the remote, or leave the module out by the input exclude.`,
    });
  }
}

/** Tags of the checkout that nobody else has are pushed as they are, if they are what was asked for. */
function refuseOtherTags({ commit, missing, here, unpushed }: ModulesState, { message, isSigned }: TagRequest): void {
  const asked = { commit: commit.sha, message, isSigned };
  const wrong = missing.flatMap((tag) => {
    const at = here.get(tag)?.commit;
    const found = at === undefined ? undefined : tagDifference({ ...asked, at, object: unpushed.get(tag) });
    return found === undefined ? [] : [{ tag, found }];
  });
  const fix = `Delete ${wrong.length === 1 ? 'it' : 'them'}, and run again: git tag -d ${wrong.map(({ tag }) => tag).join(' ')}`;
  const reasons = wrong
    .slice(0, mostTold)
    .map(({ tag, found }) => new ReleaseError(`Tag ${tag} of this checkout, not pushed yet, ${found}.`, { fix }));
  refuseIfAny(`${wrong.length} tags of this checkout, not pushed yet, are not what was asked for.`, reasons);
}

function refuseUnfetchable({ modules, there }: ModulesState, { version, replacePolicy }: TagRequest): void {
  if (replacePolicy === 'warn') return;
  const unfetchable = requireProblems(modules, version, (tag) => there.has(tag)).filter(
    ({ kind }) => kind === 'unfetchable',
  );
  const reasons = unfetchable.slice(0, mostTold).map(
    (complaint) =>
      new ReleaseError(told(complaint, version), {
        fix: `Require a version that is tagged, and tag that one first; or set replace-policy: warn.`,
        at: { file: complaint.module.file.file, line: complaint.require.line },
      }),
  );
  refuseIfAny(`${unfetchable.length} requires would make go get of the new tags fail.`, reasons);
}
