import { refuseAll, ReleaseError } from '../../src/domain/error.ts';
import { repositoryOn } from '../../src/domain/repositories/repository.ts';
import { abridged, listed, quoted } from '../../src/domain/text.ts';
import type { Checkout, Commit } from '../../src/world/git/git.ts';
import type { Destination } from '../../src/world/git/git.ts';
import type { Edits } from '../../src/world/git/git.ts';
import type { DirectedRemote } from '../../src/world/git/git.ts';
import { together } from '../../src/world/parallel.ts';
import type { World } from '../../src/world/world.ts';
import type { CommitInputs } from './contract.ts';
import { bodyOf, placeRefusals, refuseInputs } from './refuse.ts';

/** The checkout, its edits, the branch that gets them, and the commit on that branch that has them or will have them. */
export type CheckoutState = {
  readonly world: World;
  readonly checkout: Checkout;
  readonly where: DirectedRemote;
  /** `owner/name`, if the remote is on the server of this run. */
  readonly repository: string | undefined;
  readonly head: Commit;
  /** The branch that is checked out. */
  readonly attached: string | undefined;
  readonly base: string;
  readonly tip: string;
  readonly edits: Edits;
  readonly destination: Destination;
  /** The text of the pull request, if an input gives one. */
  readonly body: string | undefined;
  readonly notes: readonly string[];
};

/** Looks at the checkout in a folder of the workspace, and asks the remote only if everything there is right. */
export async function lookAtCheckout(wanted: CommitInputs, workspace: World): Promise<CheckoutState> {
  const world = workspace.at(wanted.path);
  const { git, event } = world;
  const remote = event.remoteFor(wanted.repository);
  const where = { remote, direction: 'push' } as const;
  const [found, loaded] = [git.commits.find('HEAD'), git.checkout()];
  const [head, checkout, attached, edits, address, body] = await together([
    found,
    loaded,
    loaded.then((there) => there.branch()),
    together([found, loaded]).then(([{ sha }, there]) => there.edits(sha, wanted.paths)),
    git.remotes.address(where),
    bodyOf(wanted, workspace.files),
    refuseInputs(wanted),
  ]);
  // A detached HEAD belongs to the branch of the event, if the event was about the same commit.
  const named = wanted.base ?? attached ?? (head.sha === event.sha ? event.branch : undefined);
  const repository = wanted.repository ?? repositoryOn(event.server, address);
  refuseAll('Nothing can be committed.', [
    ...(named === undefined && event.ref?.startsWith('refs/pull/') === true ? [noBase(event.ref)] : []),
    ...placeRefusals({ remote, repository, base: named }, wanted),
  ]);
  const branches = await git.remotes.branches(where, named === undefined ? [] : [named]);
  const base = named ?? branches.defaultBranch;
  const tip = branches.tips.get(base ?? '');
  if (base === undefined || tip === undefined) throw noBranch(base, remote);
  return {
    world,
    checkout,
    where,
    repository,
    head,
    attached,
    base,
    tip,
    edits,
    body,
    destination: await checkout.destination(where, head, tip, edits),
    notes: [
      ...(edits.others.length === 0 ? [] : [notCommitted(edits.others, wanted.paths !== undefined)]),
      ...(edits.unmatched.length === 0
        ? []
        : [`Nothing in the checkout matches ${listed(edits.unmatched.map(quoted))}.`]),
    ],
  };
}

const notCommitted = (others: readonly string[], isNamed: boolean): string =>
  isNamed
    ? `Not committed, because the input paths does not name them: ${abridged(others)}.`
    : `Not committed, because git does not track them: ${abridged(others)}. To commit new files, name them in the input paths.`;

const noBase = (ref: string) =>
  new ReleaseError(`${ref} is a pull request, so it is not clear which branch gets the commit.`, {
    fix: 'Set the input base to the branch that gets the commit.',
  });

const noBranch = (base: string | undefined, remote: string) =>
  new ReleaseError(`${remote} has no ${base === undefined ? 'default branch' : `branch ${quoted(base)}`}.`, {
    fix: 'Set the input base to a branch that exists.',
  });
