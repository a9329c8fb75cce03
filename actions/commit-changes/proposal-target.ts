import { ReleaseError } from '../../src/domain/error.ts';
import { proposalBranch } from '../../src/domain/commits/proposal.ts';
import type { DirectedRemote } from '../../src/world/git/git.ts';
import type { ProposalRoute } from '../../src/world/github/github.ts';
import type { CommitInputs } from './contract.ts';
import { repositoryOf } from './prepared-commit.ts';
import type { CheckoutState } from './checkout-state.ts';

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
  if (headRepository === repository && branch === base)
    throw new ReleaseError(`The branch of the pull request is ${branch}, the same as its base.`, {
      fix: 'Set the input branch to another name, or leave it out.',
    });
  if (headRepository !== repository && sharesOwner(headRepository, repository))
    throw new ReleaseError(
      `${headRepository} and ${repository} belong to the same account. GitHub cannot tell forks of one account apart.`,
      {
        fix: 'Use a fork in another account. Or leave the input fork out: then the repository itself gets the branch.',
      },
    );
  if (wanted.fork !== undefined) await refuseUnrelatedFork(wanted.fork, repository, state);
  const head = wanted.fork === undefined ? where : { ...where, remote: world.event.urlOf(wanted.fork) };
  const owner = headRepository.split('/', 1)[0] ?? '';
  return { repository, headRepository, head, branch, proposal: { repository, base, head: `${owner}:${branch}` } };
}

const sharesOwner = (one: string, other: string) =>
  one.split('/', 1)[0]?.toLowerCase() === other.split('/', 1)[0]?.toLowerCase();

/** GitHub opens a pull request only between forks of one repository. */
async function refuseUnrelatedFork(
  fork: string,
  repository: string,
  { world: { github } }: CheckoutState,
): Promise<void> {
  const { parent } = await (await github()).repositories.find(fork);
  if (parent?.toLowerCase() === repository.toLowerCase()) return;
  throw new ReleaseError(
    `${fork} is ${parent === undefined ? 'not a fork' : `a fork of ${parent}, not`} of ${repository}.`,
    { fix: `Fork ${repository}, and set the input fork to that fork.` },
  );
}
