import { refuseIfAny } from '../../src/domain/error.ts';
import { proposalBranch } from '../../src/domain/commits/proposal.ts';
import { refuseUnrelatedFork } from '../../src/plans/proposals/fork.ts';
import type { DirectedRemote } from '../../src/world/git/git.ts';
import type { ProposalRoute } from '../../src/world/github/github.ts';
import type { CommitInputs } from './contract.ts';
import type { CheckoutState } from './checkout-state.ts';
import { placeRefusals, repositoryOf } from './refuse.ts';

/** The branch of a pull request, and the repositories of its head and its base. */
export type ProposalTarget = {
  /** `owner/name` of the base. */
  readonly repository: string;
  readonly headRepository: string;
  readonly head: DirectedRemote;
  readonly branch: string;
  readonly proposal: ProposalRoute;
};

export async function proposalTarget(
  wanted: CommitInputs,
  state: CheckoutState,
  message: string,
): Promise<ProposalTarget> {
  const { base, where, world } = state;
  const repository = repositoryOf({ ...where, repository: state.repository });
  const branch =
    wanted.branch ??
    proposalBranch(base, wanted.message === undefined ? (world.event.job ?? '') : (message.split('\n', 1)[0] ?? ''));
  const headRepository = wanted.fork ?? repository;
  refuseIfAny(
    'The pull request cannot be opened.',
    placeRefusals({ ...where, repository, base }, { ...wanted, branch }),
  );
  if (wanted.fork !== undefined) {
    const { parent } = await (await world.github()).repositories.find(wanted.fork);
    refuseUnrelatedFork(wanted.fork, repository, parent);
  }
  const head = wanted.fork === undefined ? where : { ...where, remote: world.event.urlOf(wanted.fork) };
  const owner = headRepository.split('/', 1)[0] ?? '';
  return { repository, headRepository, head, branch, proposal: { repository, base, head: `${owner}:${branch}` } };
}
