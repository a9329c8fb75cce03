import { ReleaseError } from '../../src/domain/error.ts';
import type { ReleaseTag } from '../../src/domain/tags/tag.ts';
import type { TagObject } from '../../src/domain/tags/tag-object.ts';
import { short } from '../../src/domain/text.ts';
import type { Event } from '../../src/world/event.ts';
import type { Commit, Git, PlacedTag } from '../../src/world/git/git.ts';
import { noRefs } from '../../src/world/git/git.ts';
import { refuseMisplacedTag } from '../../src/plans/tag-place.ts';
import { together } from '../../src/world/parallel.ts';

type Demands = { readonly require: 'annotated' | 'signed' | undefined; readonly branch: string | undefined };
type Ports = { readonly event: Event; readonly git: Git };

/** What the repository says of a tag, after everything was refused that must not be released. */
type TagState = {
  readonly commit: Commit;
  /** All tags of origin, and those that only this checkout has. */
  readonly tags: ReadonlyMap<string, PlacedTag>;
  readonly placed: PlacedTag | undefined;
  readonly object: TagObject | undefined;
  readonly notes: readonly string[];
};

const origin = 'origin';
const where = { remote: origin, direction: 'fetch' } as const;

export async function lookAtTag(
  { name }: ReleaseTag,
  { require, branch }: Demands,
  { event, git }: Ports,
): Promise<TagState> {
  const [commit, local, hasOrigin] = await together([
    git.commits.find('HEAD'),
    git.tags.here(),
    git.remotes.has(origin),
  ]);
  const remote = hasOrigin ? await git.remotes.refs(where, branch) : noRefs;
  const tags = new Map([...local, ...remote.tags]);
  const [here, there] = [local.get(name), remote.tags.get(name)];
  const placed = there ?? here;
  if (there === undefined && hasOrigin && event.tag === name) throw deleted(name);
  if (there !== undefined) refuseMoved(name, there, { here, event });
  if (branch !== undefined && !hasOrigin)
    throw new ReleaseError(
      `This checkout has no remote ${origin}, so that nobody can tell whether the commit is on ${branch}.`,
      { fix: 'Leave the input branch out, or add the remote.' },
    );
  refuseMisplacedTag({ tag: name, at: placed?.commit, expected: commit.sha }, checkOutFix(name));
  if (branch !== undefined) await refuseOtherBranch(branch, commit.sha, remote.branches.get(branch), git);
  const object = placed && (await git.tags.object(where, name, placed));
  if (placed !== undefined) refuseUnlike(name, require, object);
  return { commit, tags, placed, object, notes: notesOn(name, { here, there, hasOrigin }) };
}

type Sighting = {
  readonly here: PlacedTag | undefined;
  readonly there: PlacedTag | undefined;
  readonly hasOrigin: boolean;
};

function notesOn(name: string, { here, there, hasOrigin }: Sighting): readonly string[] {
  if (!hasOrigin) return ['This checkout has no remote origin: only its own tags were looked at.'];
  if (there !== undefined) return [];
  return [
    here === undefined
      ? `${name} does not exist yet: HEAD stands for the commit.`
      : `${name} is in this checkout only: it is not pushed yet.`,
  ];
}

function refuseMoved(
  name: string,
  there: PlacedTag,
  { here, event }: { here: PlacedTag | undefined; event: Event },
): void {
  const seen = event.tag === name && event.sha !== undefined ? event.sha : here?.commit;
  const isRemade = here !== undefined && here.object !== here.commit && here.object !== there.object;
  if (!isRemade && (seen === undefined || seen === there.commit || seen === there.object)) return;
  if (isRemade && here.commit === there.commit) {
    throw new ReleaseError(
      `Tag ${name} was made anew: on ${origin} it is ${short(there.object)}, this checkout has ${short(here.object)}, with another message, tagger or signature.`,
      { fix: 'Delete it in the checkout (git tag -d) if the one on origin is right.' },
    );
  }
  const witness = seen === here?.commit ? 'this checkout has it' : 'the event that triggered this run saw it';
  throw new ReleaseError(
    `Tag ${name} was moved: on ${origin} it is at ${short(there.commit)}, ${witness} at ${short(seen ?? '')}.`,
    {
      fix: 'Find out who moved it and why. A tag that was once public should not be released again: release the next version.',
    },
  );
}

const deleted = (name: string) =>
  new ReleaseError(`Tag ${name}, which triggered this run, is not on ${origin} any more.`, {
    fix: 'Find out who deleted it and why. A tag that was once public should not be used again: release the next version.',
  });

const checkOutFix = (name: string) =>
  `Check out the tag before: actions/checkout with\n  ref: refs/tags/${name}\nor, for pushes and dispatches alike,\n  ref: \${{ inputs.tag || github.ref }}`;

async function refuseOtherBranch(branch: string, commit: string, tip: string | undefined, git: Git): Promise<void> {
  if (tip === undefined)
    throw new ReleaseError(`There is no branch ${branch} on ${origin}.`, { fix: 'Correct the input branch.' });
  if (await git.history.isOnBranch(commit, { remote: origin, name: branch, tip })) return;
  throw new ReleaseError(`Commit ${short(commit)} is not on the branch ${branch}, whose tip is ${short(tip)}.`, {
    fix: `Tag a commit of ${branch}, or name the branch that this release is made from.`,
  });
}

function refuseUnlike(name: string, require: Demands['require'], object: TagObject | undefined): void {
  if (require !== undefined && object === undefined) {
    throw new ReleaseError(`Tag ${name} is lightweight, and ${require} is required.`, {
      fix: 'Release the next version with push-tag, which makes annotated tags.',
    });
  }
  if (require === 'signed' && object?.isSigned === false) {
    throw new ReleaseError(`Tag ${name} is not signed.`, {
      fix: 'Release the next version with push-tag and its input signing-key, or with git tag --sign.',
    });
  }
}
