import { proposalOf } from '../../domain/commits/proposal.ts';
import type { Fact } from '../../domain/fact.ts';
import type { Change, Condition, Made } from '../../world/change.ts';
import type { GitHub, NewProposal, Proposal, ProposalRoute } from '../../world/github/github.ts';
import type { World } from '../../world/world.ts';

type Wanted = {
  readonly route: ProposalRoute;
  /** The pull request that is open. */
  readonly found: Proposal | undefined;
  readonly proposed: NewProposal;
  /** Puts the commit on the branch. Undefined if it is there. */
  readonly pushing: Change<string> | undefined;
  /** Whether the text of the pull request lacks something that it has to say. */
  readonly lacksText?: boolean;
  /** What to do if the token may not open pull requests there. Default: what GitHub's refusal means. */
  readonly permissionFix?: string;
};

/** How the one pull request of a branch comes to what is proposed. */
export type PullRequestSteps = {
  readonly notes: readonly string[];
  readonly waitsFor: readonly (Condition | undefined)[];
  /** Opens it, or gives it what it lacks. Undefined if nothing is to do. */
  readonly updating: Change | undefined;
  readonly pending: readonly Condition[];
  readonly opened: (made: Made) => { readonly number: number; readonly url: string } | undefined;
  /** Whether this run opens it, or an earlier plan of this run did. */
  readonly isOpened: () => boolean;
  readonly fact: (made: Made) => Fact;
};

/** Opens the pull request or updates it. Its text is set with a new commit, or if it lacks something: a person may have edited it. */
export async function pullRequestSteps(
  { route, found, proposed, pushing, lacksText = false, permissionFix }: Wanted,
  github: GitHub,
  { ledger }: Pick<World, 'ledger'>,
): Promise<PullRequestSteps> {
  const text = pushing !== undefined || lacksText ? proposed : undefined;
  const updating =
    found === undefined
      ? github.proposals.open(route, proposed)
      : github.proposals.update(found, { metadata: proposed, text });
  const refusal = updating && (await github.proposals.refusalToOpen(route));
  const opened = (made: Made) => found ?? made(updating);
  return {
    notes: found === undefined ? [] : [`Pull request #${found.number} is open: ${found.url}`],
    waitsFor: [
      refusal && {
        title: `permission to open pull requests in ${route.repository}`,
        fix: permissionFix ?? refusal.fix ?? refusal.message,
      },
    ],
    updating,
    pending: [
      found === undefined
        ? { title: 'the pull request is merged', fix: 'Review it and merge it.' }
        : { title: `pull request #${found.number} is merged`, fix: `Review it and merge it: ${found.url}` },
    ],
    opened,
    isOpened: () => found === undefined || ledger.isMade(proposalOf(route)),
    fact: (made) => {
      const pull = opened(made);
      return { name: 'Pull request', value: pull === undefined ? 'not open yet' : `#${pull.number}`, url: pull?.url };
    },
  };
}
