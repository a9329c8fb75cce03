import { ReleaseError } from '../../src/domain/error.ts';
import { proposalBranch } from '../../src/domain/commits/proposal.ts';
import type { Where } from '../../src/world/git/git.ts';
import type { ProposalPlace } from '../../src/world/github/github.ts';
import type { CommitInputs } from './contract.ts';
import { repositoryOf } from './prepared-commit.ts';
import type { CheckoutState } from './checkout-state.ts';

/** Where the branch of a pull request is, and where it leads to. */
export type ProposalTarget = {
  /** `owner/name` of the base. */
  readonly repository: string;
  readonly headRepository: string;
  readonly head: Where;
  readonly branch: string;
  readonly proposal: ProposalPlace;
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
    throw new ReleaseError(`The branch of the pull request is ${branch}, which is its base.`, {
      fix: 'Give another one in the input branch, or leave it out.',
    });
  if (headRepository !== repository && sharesOwner(headRepository, repository))
    throw new ReleaseError(
      `${headRepository} and ${repository} belong to one account, of which GitHub tells no forks apart.`,
      {
        fix: 'Fork it to another account, or propose from the repository itself, without the input fork.',
      },
    );
  if (wanted.fork !== undefined) await refuseStranger(wanted.fork, repository, state);
  const head = wanted.fork === undefined ? where : { ...where, remote: world.event.urlOf(wanted.fork) };
  const owner = headRepository.split('/', 1)[0] ?? '';
  return { repository, headRepository, head, branch, proposal: { repository, base, head: `${owner}:${branch}` } };
}

const sharesOwner = (one: string, other: string) =>
  one.split('/', 1)[0]?.toLowerCase() === other.split('/', 1)[0]?.toLowerCase();

/** GitHub opens a pull request only between forks of one repository. */
async function refuseStranger(fork: string, repository: string, { world: { github } }: CheckoutState): Promise<void> {
  const { parent } = await github.repository(fork);
  if (parent?.toLowerCase() === repository.toLowerCase()) return;
  throw new ReleaseError(
    `${fork} is ${parent === undefined ? 'no fork' : `a fork of ${parent}`}, not of ${repository}.`,
    {
      fix: `Fork ${repository}, and give that in the input fork.`,
    },
  );
}
