import { nextFree } from '../../src/domain/gomod/gomod.ts';
import { complaints } from '../../src/domain/gomod/siblings.ts';
import { refuseIfAny, ReleaseError } from '../../src/domain/error.ts';
import { differences } from '../../src/domain/tags/tag-draft.ts';
import { short } from '../../src/domain/text.ts';
import type { Asked, Seen } from './look.ts';
import { told } from './notes.ts';

/** Everything for which nothing at all is pushed. */
export function refuse(seen: Seen, asked: Asked): void {
  refuseElsewhere(seen, asked);
  refuseInTheWay(seen);
  refuseOtherDrafts(seen, asked);
  refuseUnfetchable(seen, asked);
}

const mostTold = 20;

/** A tag that the Go module proxy may have seen stays where it is. */
function refuseElsewhere({ commit, modules, there, here }: Seen, { version, remote }: Asked): void {
  const elsewhere = modules.filter(({ tag }) => (there.get(tag)?.commit ?? commit.sha) !== commit.sha);
  if (elsewhere.length === 0) return;
  const next = nextFree(version, modules, (tag) => there.has(tag) || here.has(tag));
  const fix = `The Go module proxy never forgets a tag: who gets another commit under it is told of a checksum mismatch (SECURITY ERROR). Release ${next} instead, which is free for every module.`;
  const reasons = elsewhere.slice(0, mostTold).map(({ tag }) => {
    const at = short(there.get(tag)?.commit ?? '');
    return new ReleaseError(`Tag ${tag} is on ${remote} already, at ${at}, not at ${short(commit.sha)}.`, { fix });
  });
  refuseIfAny(
    `${elsewhere.length} of ${modules.length} tags are on ${remote} already, at another commit. Nothing was pushed.`,
    reasons,
  );
}

/** Git keeps refs like files: src/webhook and src/webhook/v1.0.0 cannot both be there. */
function refuseInTheWay({ missing, there, here }: Seen): void {
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
function refuseOtherDrafts({ commit, missing, here, drafts }: Seen, { message, isSigned }: Asked): void {
  const asked = { commit: commit.sha, message, isSigned };
  const wrong = missing.flatMap((tag) => {
    const at = here.get(tag)?.commit;
    const found = at === undefined ? undefined : differences({ ...asked, at, object: drafts.get(tag) });
    return found === undefined ? [] : [{ tag, found }];
  });
  const fix = `Delete ${wrong.length === 1 ? 'it' : 'them'}, and run again: git tag -d ${wrong.map(({ tag }) => tag).join(' ')}`;
  const reasons = wrong
    .slice(0, mostTold)
    .map(({ tag, found }) => new ReleaseError(`Tag ${tag} of this checkout, not pushed yet, ${found}.`, { fix }));
  refuseIfAny(`${wrong.length} tags of this checkout, not pushed yet, are not what was asked for.`, reasons);
}

function refuseUnfetchable({ modules, there }: Seen, { version, replacePolicy }: Asked): void {
  if (replacePolicy === 'warn') return;
  const unfetchable = complaints(modules, version, (tag) => there.has(tag)).filter(
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
