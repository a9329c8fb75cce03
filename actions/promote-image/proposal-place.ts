import { promotionBranch, tagsOfTitle } from '../../src/domain/image-lists/list-proposal.ts';
import { parseBranch } from '../../src/domain/commits/proposal.ts';
import { ReleaseError } from '../../src/domain/error.ts';
import { short } from '../../src/domain/text.ts';
import type { ProposalRoute, SeenRef } from '../../src/world/github/github.ts';
import { orRefusal } from '../../src/world/parallel.ts';
import type { World } from '../../src/world/world.ts';
import type { ListProposal } from './wanted-proposal.ts';

/** The branch of the proposal, and where it goes. */
export type ProposalPlace = {
  readonly branch: string;
  /** The full name of the branch. */
  readonly ref: string;
  readonly route: ProposalRoute;
  /** What else has to be made with the branch, so that the other runs for this commit find it. */
  readonly claims: readonly SeenRef[];
  readonly notes: readonly string[];
};

// Why: docs/decisions.md D67
/** The first run for the tags of a commit names the branch. A ref of the fork tells the others which one it is. */
export async function placeOfProposal(
  { project, promotions, repository, base }: Pick<ListProposal, 'project' | 'promotions' | 'repository' | 'base'>,
  fork: { readonly name: string },
  world: World,
): Promise<ProposalPlace> {
  const commit = await releasedCommit(world);
  const claim = commit === undefined ? undefined : `refs/image-promotions/${project}/${commit}`;
  const claimed = claim === undefined ? undefined : await claimedTag(claim, { project, fork, world });
  const branch = parseBranch(promotionBranch(project, claimed ?? promotions[0]?.tags[0] ?? ''));
  const [owner = ''] = fork.name.split('/', 1);
  return {
    branch,
    ref: `refs/heads/${branch}`,
    route: { repository, base: base.branch, head: `${owner}:${branch}` },
    claims: claim === undefined || claimed !== undefined ? [] : [{ ref: claim, seen: undefined }],
    notes:
      commit === undefined
        ? ['No tag says which commit is released, so other tags of this commit get pull requests of their own.']
        : [`The tags of ${short(commit)} go into one pull request, from the branch ${branch} of ${fork.name}.`],
  };
}

/** The commit of the tag that started this run, or the one that is checked out, if it has a tag. */
async function releasedCommit({ event, git }: World): Promise<string | undefined> {
  if (event.tag !== undefined) return event.sha;
  const head = await orRefusal(git.commits.find('HEAD'));
  if (head instanceof ReleaseError) return undefined; // there is no checkout
  const tags = await git.tags.here();
  return [...tags.values()].some(({ commit }) => commit === head.sha) ? head.sha : undefined;
}

type Claiming = { readonly project: string; readonly fork: { readonly name: string }; readonly world: World };

/** The tag that the first run for this commit has begun with: its commit is the claim. */
async function claimedTag(claim: string, { project, fork, world }: Claiming): Promise<string | undefined> {
  const github = await world.github();
  const sha = await github.refs.at(fork.name, claim);
  if (sha === undefined) return undefined;
  const { message } = await github.commits.find(fork.name, sha);
  const [tag] = tagsOfTitle(message.split('\n', 1)[0] ?? '', project);
  if (tag !== undefined) return tag;
  throw new ReleaseError(`${claim} of ${fork.name} is at ${short(sha)}, which is no promotion of ${project}.`, {
    fix: `Delete this ref: git push ${world.event.urlOf(fork.name)} :${claim}`,
  });
}
