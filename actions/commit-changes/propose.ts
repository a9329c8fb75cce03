import { ReleaseError } from '../../src/domain/error.ts';
import { listed, short } from '../../src/domain/text.ts';
import { branchOf } from '../../src/world/git/git.ts';
import { pagesOf } from '../../src/plans/pages.ts';
import { pullRequestSteps } from '../../src/plans/proposals/pull-request.ts';
import { startNotes } from '../../src/plans/job-token.ts';
import { together } from '../../src/world/parallel.ts';
import { lookAtBranch } from './proposal-branch.ts';
import type { CommitPlan, CommitInputs } from './contract.ts';
import { commitTo, prepareCommit } from './prepared-commit.ts';
import { proposalTarget } from './proposal-target.ts';
import type { CheckoutState } from './checkout-state.ts';
import { proposalFor } from './proposal-text.ts';

/** The plan of `via: pull-request`: a separate branch with one commit on top of the base, and one open pull request. */
export async function propose(wanted: CommitInputs, state: CheckoutState): Promise<CommitPlan> {
  const { destination, world } = state;
  refuseUnpushed(state);
  if (destination.kind !== 'new') return nothingToPropose(state);
  const { git, ledger } = world;
  const github = await world.github();
  const commit = await prepareCommit(wanted, state, destination);
  const place = await proposalTarget(wanted, state, commit.message);
  const [seen, found, starts, proposed] = await together([
    lookAtBranch(state, place, commit),
    github.proposals.find(place.proposal),
    git.remotes.startsWorkflows(place.head.remote),
    proposalFor(wanted, { commit, place, body: state.body, github }),
  ]);

  const pages = await pagesOf(place.head, world);
  const target = { remote: place.head.remote, repository: place.headRepository, branch: place.branch, seen: seen.tip };
  const title = `Push ${place.branch} to ${place.headRepository}`;
  if (wanted.fork !== undefined && wanted.commitThrough === 'git' && !seen.isUpToDate)
    await state.checkout.prepareForFork(state.where, state.tip);
  const pushing = seen.isUpToDate ? undefined : await commitTo({ ...target, title }, commit, { wanted, state });
  const steps = await pullRequestSteps({ route: place.proposal, found, proposed, pushing }, github, world);
  return {
    notes: [...state.notes, ...steps.notes, ...((pushing ?? steps.updating) && starts === false ? noChecks : [])],
    waitsFor: steps.waitsFor,
    // An open pull request gets its new text first. If the run is killed after that, the next run still pushes the commit.
    changes: found === undefined ? [pushing, steps.updating] : [steps.updating, pushing],
    pending: steps.pending,
    facts: ({ made, isMade }) => [
      steps.fact(made),
      pages.commit(
        made(pushing) ?? (pushing === undefined ? (seen.tip ?? commit.sha) : commit.sha),
        pushing === undefined || isMade(pushing),
      ),
      { name: 'Branch', value: `${place.branch} → ${state.base}` },
    ],
    outputs: (made) => {
      const isOpened = steps.isOpened();
      const isPushed = pushing !== undefined || ledger.isMade(branchOf(target.remote, target.branch));
      const isUpdated = steps.updating !== undefined || isPushed;
      const opened = steps.opened(made);
      return {
        sha: made(pushing) ?? (pushing === undefined ? seen.tip : commit.sha),
        pullRequestNumber: opened?.number,
        pullRequestUrl: opened?.url,
        operation: isOpened ? 'opened' : isUpdated ? 'updated' : 'none',
        starts: isOpened || isUpdated ? starts : undefined,
      };
    },
  };
}

const noChecks = startNotes(false, { made: 'the pull request', otherwise: 'let a maintainer approve the checks' });

function nothingToPropose({ destination, base, head, edits, notes }: CheckoutState): CommitPlan {
  const commit = destination.kind === 'there' ? destination.commit : head.sha;
  const what =
    edits.files.length === 0 ? 'There is nothing to propose' : `${base} already has these changes, in ${short(commit)}`;
  return {
    notes: [...notes, `${what}.`],
    changes: [],
    outputs: {
      sha: commit,
      pullRequestNumber: undefined,
      pullRequestUrl: undefined,
      operation: 'none',
      starts: undefined,
    },
  };
}

/** Unpushed commits would become part of the pull request. */
function refuseUnpushed({ destination, base }: CheckoutState): void {
  const commits =
    destination.kind === 'unpushed' ? destination.commits : destination.kind === 'new' ? destination.unpushed : [];
  if (commits.length === 0) return;
  throw new ReleaseError(`The checkout has commits that ${base} does not have: ${listed(commits.map(short))}.`, {
    fix: 'Push these commits first, or leave the edits uncommitted.',
  });
}
