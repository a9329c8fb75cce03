import { ReleaseError } from '../../src/domain/error.ts';
import { repositoryOn } from '../../src/domain/repositories/repository.ts';
import { abridged, listed, quoted } from '../../src/domain/text.ts';
import type { Commit } from '../../src/world/git/git.ts';
import type { Destination } from '../../src/world/git/git.ts';
import type { Edits } from '../../src/world/git/git.ts';
import type { Where } from '../../src/world/git/git.ts';
import { together } from '../../src/world/parallel.ts';
import type { World } from '../../src/world/world.ts';
import type { CommitInputs } from './contract.ts';

/** The checkout, the branch that gets its edits, and where on it they belong. */
export type CheckoutState = {
  readonly world: World;
  readonly where: Where;
  /** `owner/name`, where the remote is on the server of this run. */
  readonly repository: string | undefined;
  readonly head: Commit;
  /** The branch that is checked out. */
  readonly attached: string | undefined;
  readonly base: string;
  readonly tip: string;
  readonly edits: Edits;
  readonly destination: Destination;
  readonly notes: readonly string[];
};

export async function look(wanted: CommitInputs, world: World): Promise<CheckoutState> {
  const { git, event } = world;
  const remote = event.remoteFor(wanted.repository);
  const where = { remote, direction: 'push' } as const;
  const [head, attached] = await together([git.commits.find('HEAD'), git.checkout.branch()]);
  // What is checked out as a bare commit is the branch's, where the event is about a branch that was there.
  const asked = wanted.base ?? attached ?? (head.sha === event.sha ? event.branch : undefined);
  if (asked === undefined && event.ref?.startsWith('refs/pull/') === true) throw noBase(event.ref);
  const [edits, address, branches] = await together([
    git.checkout.edits(head.sha, wanted.paths),
    git.remotes.address(where),
    git.remotes.branches(where, asked === undefined ? [] : [asked]),
  ]);
  const base = asked ?? branches.defaultBranch;
  const tip = branches.tips.get(base ?? '');
  if (base === undefined || tip === undefined) throw noBranch(base, remote);
  return {
    world,
    where,
    repository: wanted.repository ?? repositoryOn(event.server, address),
    head,
    attached,
    base,
    tip,
    edits,
    destination: await git.checkout.destination(where, head, tip, edits),
    notes: [
      ...(edits.others.length === 0 ? [] : [leftAlone(edits.others, wanted.paths !== undefined)]),
      ...(edits.unmatched.length === 0 ? [] : [`Nothing here matches ${listed(edits.unmatched.map(quoted))}.`]),
    ],
  };
}

function leftAlone(others: readonly string[], isNamed: boolean): string {
  const why = isNamed
    ? 'which the input paths do not name'
    : 'which git does not know: name what is new in the input paths';
  return `Left alone: ${abridged(others)}, ${why}.`;
}

const noBase = (ref: string) =>
  new ReleaseError(`${ref} is a pull request, so it is not clear which branch gets the commit.`, {
    fix: 'Give the input base.',
  });

const noBranch = (base: string | undefined, remote: string) =>
  new ReleaseError(`${remote} has no branch ${base === undefined ? 'that is its default' : quoted(base)}.`, {
    fix: 'Give the input base.',
  });
