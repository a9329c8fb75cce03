import { basename } from 'node:path/posix';
import { ReleaseError } from '../../src/domain/error.ts';
import { additionsOf, tagsOfTitle } from '../../src/domain/image-lists/list-proposal.ts';
import type { Promotion } from '../../src/domain/image-lists/promotion.ts';
import { ownCommit } from '../../src/plans/proposals/own-commit.ts';
import type { AheadCommit, ClosedProposal, GitHub, Proposal } from '../../src/world/github/github.ts';
import { together } from '../../src/world/parallel.ts';
import type { ListProposal } from './wanted-proposal.ts';
import type { ProposalPlace } from './proposal-place.ts';

/** What the branch of the proposal has. */
export type SeenProposal = {
  readonly tip: string | undefined;
  readonly open: Proposal | undefined;
  /** Whether the last pull request was merged, perhaps after the base was read. */
  readonly wasMerged: boolean;
  /** What its commit adds to the list, the title of the commit, and the tags in the title. */
  readonly additions: readonly Promotion[];
  readonly title: string | undefined;
  readonly tags: readonly string[];
  /** The list on the branch. */
  readonly text: string | undefined;
};

type Proposing = {
  readonly place: ProposalPlace;
  /** Undefined if this token can write nothing there, so that no commit can be lost. */
  readonly account: string | undefined;
};

/** Reads the branch and its pull requests. Refuses commits of others, and a pull request that was closed. */
export async function lookAtProposal(
  wanted: ListProposal,
  { place, account }: Proposing,
  github: GitHub,
): Promise<SeenProposal> {
  const { route, branch, ref } = place;
  const { fork } = wanted;
  const tip = await github.refs.at(fork, ref);
  const [open, closed, ahead] = await together([
    github.proposals.find(route),
    github.proposals.lastClosed(route),
    tip === undefined ? [] : github.commits.ahead(route, otherwise(wanted, branch)),
  ]);
  const own =
    account === undefined
      ? ahead.find(({ parents }) => parents.length < 2)
      : ownCommit(ahead, { account, branch, fix: otherwise(wanted, branch) });
  if (tip !== undefined && open === undefined && closed?.isMerged === false)
    throw closedByOthers(wanted, closed, branch);
  const wasMerged = open === undefined && closed?.isMerged === true;
  // After a merge, another run may have begun the next pull request on the same branch.
  if (tip === undefined || own === undefined || (wasMerged && closed?.commit === tip))
    return { ...nothing, tip, open, wasMerged };
  const [change, text] = await together([
    changeOf(wanted, own, github),
    github.files.text(fork, tip, wanted.list.file),
  ]);
  return { tip, open, wasMerged, text, ...change };
}

const nothing = { additions: [], title: undefined, tags: [], text: undefined };

/** What a commit adds to the list. The list may have had another path then. */
async function changeOf({ fork, repository, project, list }: ListProposal, own: AheadCommit, github: GitHub) {
  const { message, files } = await github.commits.find(fork, own.sha);
  const path = files.find((file) => file === list.file) ?? files.find((file) => basename(file) === basename(list.file));
  const [parent = ''] = own.parents;
  const [before = '', after = ''] =
    path === undefined
      ? []
      : await together([github.files.text(repository, parent, path), github.files.text(fork, own.sha, path)]);
  const file = path ?? list.file;
  const [title = ''] = message.split('\n', 1);
  return {
    title,
    tags: tagsOfTitle(title, project),
    additions: additionsOf({ file, text: before }, { file, text: after }),
  };
}

const otherwise = ({ fork }: ListProposal, branch: string) =>
  `Merge the pull request. Or delete the branch ${branch} of ${fork}, and run it again: then a new one is made.`;

const closedByOthers = ({ repository, fork }: ListProposal, { number, url }: ClosedProposal, branch: string) =>
  new ReleaseError(`Pull request #${number} of ${repository} was closed and not merged: ${url}`, {
    fix: `Open it again. Or delete the branch ${branch} of ${fork}, and run it again: then a new pull request is opened.`,
  });
