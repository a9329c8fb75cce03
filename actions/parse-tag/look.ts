import { refuseAll, ReleaseError } from '../../src/domain/error.ts';
import type { ReleaseTag } from '../../src/domain/tags/tag.ts';
import type { TagObject } from '../../src/domain/tags/tag-object.ts';
import { short } from '../../src/domain/text.ts';
import type { Event } from '../../src/world/event.ts';
import type { Commit, Git, PlacedTag } from '../../src/world/git/git.ts';
import { noRefs } from '../../src/world/git/git.ts';
import { misplacedTag } from '../../src/plans/tag-place.ts';
import { together } from '../../src/world/parallel.ts';

type TagRequirements = {
  readonly require: 'annotated' | 'signed' | undefined;
  readonly branch: string | undefined;
  /** Whether the tag is only one that a release would have. Then it does not matter where it is now. */
  readonly isPlanned: boolean;
};
type Ports = { readonly event: Event; readonly git: Git };

/** What the repository knows about a tag that may be released. */
type TagState = {
  readonly commit: Commit;
  /** All tags of origin, plus the tags that only this checkout has. */
  readonly tags: ReadonlyMap<string, PlacedTag>;
  readonly exists: boolean;
  /** Where the tag is, unless it is only planned. */
  readonly placed: PlacedTag | undefined;
  /** Whether origin has the tag. */
  readonly isPushed: boolean;
  readonly object: TagObject | undefined;
  readonly notes: readonly string[];
};

const origin = 'origin';
const where = { remote: origin, direction: 'fetch' } as const;

/** Reads a tag from origin and from this checkout. Throws if the tag must not be released. */
export async function lookAtTag(
  { name }: ReleaseTag,
  { require, branch, isPlanned }: TagRequirements,
  { event, git }: Ports,
): Promise<TagState> {
  const [commit, local, hasOrigin] = await together([
    git.commits.find('HEAD'),
    git.tags.here(),
    git.remotes.has(origin),
  ]);
  if (branch !== undefined && !hasOrigin) throw noOrigin(branch);
  const remote = hasOrigin ? await git.remotes.refs(where, branch) : noRefs;
  const tags = new Map([...local, ...remote.tags]);
  const [here, there] = [local.get(name), remote.tags.get(name)];
  const found = there ?? here;
  const placed = isPlanned ? undefined : found;
  if (!isPlanned && there === undefined && hasOrigin && event.tag === name) throw deletedTag(name);
  if (!isPlanned && there !== undefined) refuseMoved(name, there, { here, event });
  const object = placed && (await git.tags.object(where, name, placed));
  const at = placed?.commit ?? commit.sha; // the commit of the tag, even if another one is checked out
  const refusals = [
    misplacedTag({ tag: name, at, expected: commit.sha }, checkOutFix(name, event)),
    branch === undefined ? undefined : await otherBranch(branch, at, remote.branches.get(branch), git),
    placed === undefined ? undefined : otherKind(name, require, object),
  ];
  refuseAll(
    `${name} must not be released.`,
    refusals.filter((one) => one !== undefined),
  );
  return {
    commit,
    tags,
    exists: found !== undefined,
    placed,
    isPushed: there !== undefined,
    object,
    notes:
      isPlanned && found !== undefined
        ? [`${name} exists already. Where it is does not matter here.`]
        : tagNotes(name, { here, there, hasOrigin }),
  };
}

type SeenTag = {
  readonly here: PlacedTag | undefined;
  readonly there: PlacedTag | undefined;
  readonly hasOrigin: boolean;
};

function tagNotes(name: string, { here, there, hasOrigin }: SeenTag): readonly string[] {
  if (!hasOrigin) return ['This checkout has no remote named origin: only its local tags were read.'];
  if (there !== undefined) return [];
  return [
    here === undefined
      ? `${name} does not exist yet: the commit at HEAD is used.`
      : `${name} exists in this checkout only: it is not pushed yet.`,
  ];
}

function refuseMoved(
  name: string,
  there: PlacedTag,
  { here, event }: { here: PlacedTag | undefined; event: Event },
): void {
  const before = event.tag === name && event.sha !== undefined ? event.sha : here?.commit;
  const isRecreated = here !== undefined && here.object !== here.commit && here.object !== there.object;
  if (!isRecreated && (before === undefined || before === there.commit || before === there.object)) return;
  if (isRecreated && here.commit === there.commit) {
    throw new ReleaseError(
      `Tag ${name} was recreated at the same commit: its tag object is ${short(there.object)} on ${origin}, but ${short(here.object)} in this checkout. The message, tagger or signature differs.`,
      { fix: `If the tag on ${origin} is right, delete the one in the checkout: git tag -d ${name}` },
    );
  }
  const source = before === here?.commit ? 'in this checkout' : 'in the event that triggered this run';
  throw new ReleaseError(
    `Tag ${name} was moved: it is at ${short(there.commit)} on ${origin}, but at ${short(before ?? '')} ${source}.`,
    {
      fix: 'Find out who moved the tag and why. Do not release a tag again that was public: release the next version.',
    },
  );
}

const deletedTag = (name: string) =>
  new ReleaseError(`Tag ${name} triggered this run, but it no longer exists on ${origin}.`, {
    fix: 'Find out who deleted the tag and why. Do not use a tag again that was public: release the next version.',
  });

const checkOutFix = (name: string, { isJob }: Event) =>
  isJob ? checkOutInJob(name) : `Check out the tag: git checkout ${name}`;

const checkOutInJob = (name: string) =>
  `Check out the tag before this step: actions/checkout with\n  ref: refs/tags/${name}\nor, in a workflow that both pushes and dispatches start,\n  ref: \${{ inputs.tag || github.ref }}`;

const noOrigin = (branch: string) =>
  new ReleaseError(
    `This checkout has no remote named ${origin}, so whether the commit is on ${branch} cannot be checked.`,
    { fix: 'Add the remote, or leave the input branch out.' },
  );

async function otherBranch(branch: string, commit: string, tip: string | undefined, git: Git) {
  if (tip === undefined)
    return new ReleaseError(`There is no branch ${branch} on ${origin}.`, { fix: 'Correct the input branch.' });
  if (await (await git.history()).isOnBranch(commit, { remote: origin, name: branch, tip })) return undefined;
  return new ReleaseError(`Commit ${short(commit)} is not on the branch ${branch}, whose tip is ${short(tip)}.`, {
    fix: `Tag a commit of ${branch}, or set the input branch to the branch that this release is made from.`,
  });
}

function otherKind(name: string, require: TagRequirements['require'], object: TagObject | undefined) {
  if (require !== undefined && object === undefined) {
    return new ReleaseError(`Tag ${name} is lightweight, but the input require is ${require}.`, {
      fix: 'Release the next version with push-tag, which makes annotated tags.',
    });
  }
  if (require === 'signed' && object?.isSigned === false) {
    return new ReleaseError(`Tag ${name} is not signed, but the input require is signed.`, {
      fix: 'Release the next version: set signing-key of push-tag, or use git tag --sign.',
    });
  }
  return undefined;
}
