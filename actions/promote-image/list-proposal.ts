import { unifiedDiff } from '../../src/domain/diff.ts';
import { refuseIfAny } from '../../src/domain/error.ts';
import type { Fact } from '../../src/domain/fact.ts';
import { addToImageList } from '../../src/domain/image-lists/add.ts';
import { evidenceLines, promotionBody, promotionTitle } from '../../src/domain/image-lists/list-proposal.ts';
import type { Evidence } from '../../src/domain/image-lists/list-proposal.ts';
import type { Promotion } from '../../src/domain/image-lists/promotion.ts';
import { placesIn } from '../../src/domain/place.ts';
import { short } from '../../src/domain/text.ts';
import { accountOfToken } from '../../src/plans/proposals/account.ts';
import { pullRequestSteps } from '../../src/plans/proposals/pull-request.ts';
import { textRefusals } from '../../src/plans/proposals/text.ts';
import { Moved } from '../../src/world/change.ts';
import type { Applied, Change, Condition, Made } from '../../src/world/change.ts';
import { together } from '../../src/world/parallel.ts';
import type { World } from '../../src/world/world.ts';
import { lookAtProposal } from './proposal-branch.ts';
import type { SeenProposal } from './proposal-branch.ts';
import { lookAtFork } from './proposal-fork.ts';
import type { SeenFork } from './proposal-fork.ts';
import { placeOfProposal } from './proposal-place.ts';
import type { ProposalPlace } from './proposal-place.ts';
import type { ListProposal } from './wanted-proposal.ts';

export type ListProposalPlan = {
  readonly notes: readonly string[];
  readonly waitsFor: readonly (Condition | undefined)[];
  readonly changes: readonly (Change | undefined)[];
  readonly pending: readonly Condition[];
  readonly facts: (applied: Applied) => readonly Fact[];
  /** The pull request, if it is there. */
  readonly pullRequest: (made: Made) => { readonly number: number; readonly url: string } | undefined;
};

// Why: docs/decisions.md D67
/** Proposes lines of a list by one pull request from a fork. The runs for the tags of one commit share it. */
export async function proposeList(given: ListProposal, world: World): Promise<ListProposalPlan> {
  const { list, promotions, repository } = given;
  if (addToImageList(list, promotions).added.length === 0) return nothingToPropose(given);
  const github = await world.github();
  const [fork, account] = await together([lookAtFork(given, world), accountOfToken(world)]);
  const wanted = { ...given, fork: fork.repository.name }; // as GitHub writes it
  const place = await placeOfProposal(wanted, fork.repository, world);
  const mayWrite = fork.waitsFor.length === 0;
  const seen = await lookAtProposal(wanted, { place, account: mayWrite ? account : undefined }, github);
  const edit = await editOf(wanted, seen, account);
  const isThere = seen.text === edit.text && seen.title === edit.title;
  const pushing = isThere ? undefined : await push(wanted, edit, { place, fork, seen, world });
  const { title, body, lines } = edit;
  const steps = await pullRequestSteps(
    {
      route: place.route,
      found: seen.open,
      proposed: { ...nobody, title, body },
      pushing,
      lacksText: seen.open !== undefined && !lines.every((line) => seen.open?.body.includes(line)),
      permissionFix: fork.permissionFix,
    },
    github,
    world,
  );
  return {
    notes: [...place.notes, ...steps.notes],
    waitsFor: (pushing ?? steps.updating) === undefined ? [] : [...fork.waitsFor, ...steps.waitsFor],
    changes: [pushing, steps.updating],
    pending: steps.pending,
    facts: ({ made, isMade }) => [
      steps.fact(made),
      pushing === undefined || isMade(pushing)
        ? commitFact(made(pushing) ?? seen.tip ?? '', world.event.urlOf(wanted.fork))
        : { name: 'Commit', value: 'not made yet' },
      { name: 'Branch', value: `${place.route.head} → ${wanted.base.branch} of ${repository}` },
    ],
    pullRequest: steps.opened,
  };
}

const commitFact = (sha: string, page: string): Fact => ({
  name: 'Commit',
  value: short(sha),
  url: `${page}/commit/${sha}`,
});

/** The list with what is proposed, and the texts that propose it. */
type ListEdit = {
  readonly text: string;
  readonly added: readonly Promotion[];
  readonly account: string;
  readonly title: string;
  readonly body: string;
  /** What the body has to say. */
  readonly lines: readonly string[];
};

/** Adds the lines of this run, and those that are proposed already, to the list of the base. */
async function editOf(wanted: ListProposal, seen: SeenProposal, account: string): Promise<ListEdit> {
  const edited = addToImageList(wanted.list, [...seen.additions, ...wanted.promotions]);
  const tags = tagsInOrder(seen.tags, edited.added);
  const evidence = inOrder(await wanted.evidenceOf(edited.added), tags);
  const title = promotionTitle(wanted.project, tags);
  const body = promotionBody({ ...wanted, tags, evidence });
  refuseIfAny('The text of the pull request cannot be used.', textRefusals({ title, body }, fewerImages));
  return { ...edited, account, title, body, lines: evidence.flatMap(evidenceLines) };
}

/** People are named in the text: nobody outside may ask for a review there. */
const nobody = {
  isDraft: false,
  labels: [],
  reviewers: [],
  teamReviewers: [],
  assignees: [],
  milestone: undefined,
};

const fewerImages = {
  title: 'Promote fewer tags in one pull request: merge this one first.',
  body: 'Promote fewer images in one run: name them in the input images.',
};

function nothingToPropose({ list, repository }: ListProposal): ListProposalPlan {
  return {
    notes: [`${list.file} of ${repository} has all of it.`],
    waitsFor: [],
    changes: [],
    pending: [],
    facts: () => [],
    pullRequest: () => undefined,
  };
}

/** The tags of what is added: those that are proposed already keep their places. */
function tagsInOrder(proposed: readonly string[], added: readonly Promotion[]): readonly string[] {
  const tags = added.flatMap((one) => one.tags);
  return [...new Set([...proposed.filter((tag) => tags.includes(tag)), ...tags])];
}

const inOrder = (evidence: readonly Evidence[], order: readonly string[]) =>
  evidence.toSorted((one, other) => order.indexOf(one.tags[0] ?? '') - order.indexOf(other.tags[0] ?? ''));

type Surroundings = {
  readonly place: ProposalPlace;
  readonly fork: SeenFork;
  readonly seen: SeenProposal;
  readonly world: World;
};

/** Puts the commit on the branch. The images are read again right before that. */
async function push(
  { repository, base, list, evidenceOf }: ListProposal,
  { text, added, title, account }: ListEdit,
  { place, fork, seen, world }: Surroundings,
): Promise<Change<string>> {
  const { proposals, forkCommits, refs } = await world.github();
  const { open, wasMerged } = seen;
  const message = `${title}\n\nSigned-off-by: ${account}\n`;
  const commit = forkCommits.create({
    fork: fork.repository,
    parent: base.sha,
    file: { path: list.file, mode: '100644', content: Buffer.from(text) },
    message,
    account,
    refs: [{ ref: place.ref, seen: seen.tip }, ...place.claims],
  });
  const diff = await unifiedDiff(list.file, list.text, text);
  return {
    ...commit,
    title: `Push ${place.branch} to ${fork.repository.name}`,
    detail: `${message}\n${diff}`,
    places: placesIn(diff, list.file),
    apply: async (made) => {
      await evidenceOf(added);
      if (wasMerged && (await refs.at(repository, `refs/heads/${base.branch}`)) !== base.sha)
        throw new Moved(`${base.branch} of ${repository} has moved since it was read`);
      const sha = await commit.apply(made);
      if (open !== undefined && !(await proposals.isOpen(open)))
        throw new Moved(`somebody merged or closed pull request #${open.number} of ${repository}`);
      return sha;
    },
  };
}
