import { refuseIfAny, ReleaseError } from '../../src/domain/error.ts';
import { textRefusals } from '../../src/plans/proposals/text.ts';
import type { GitHub } from '../../src/world/github/github.ts';
import type { NewProposal } from '../../src/world/github/github.ts';
import type { CommitInputs } from './contract.ts';
import type { PreparedCommit } from './prepared-commit.ts';
import type { ProposalTarget } from './proposal-target.ts';
import { shorterText } from './refuse.ts';

type ProposalSources = {
  readonly commit: PreparedCommit;
  readonly place: ProposalTarget;
  /** The text that an input gives. */
  readonly body: string | undefined;
  readonly github: GitHub;
};

/** The title, the text, the labels and the people of the pull request. */
export async function proposalFor(
  wanted: CommitInputs,
  { commit, place, body: given, github }: ProposalSources,
): Promise<NewProposal> {
  const { labels, reviewers, teamReviewers, assignees, milestone, draft: isDraft } = wanted;
  refuseOwnReview(wanted, commit);
  const [subject = '', ...rest] = commit.message.split('\n');
  const body = given ?? textOf(rest.join('\n').trim(), wanted.message === undefined);
  const title = wanted.title ?? subject;
  refuseIfAny('The text of the pull request cannot be used.', textRefusals({ title, body }, shorterText));
  return {
    title,
    body,
    isDraft,
    labels,
    reviewers,
    teamReviewers,
    assignees,
    milestone: milestone === undefined ? undefined : await github.repositories.milestone(place.repository, milestone),
  };
}

/** The default message consists of lines of files. In Markdown, they would look like lists and headings. */
const textOf = (text: string, isDefault: boolean) => (isDefault ? `\`\`\`\`diff\n${text}\n\`\`\`\`\n` : text);

function refuseOwnReview({ reviewers }: CommitInputs, { committer }: PreparedCommit): void {
  const account = /^(.*) </.exec(committer)?.[1] ?? '';
  if (!reviewers.some((one) => one.toLowerCase() === account.toLowerCase())) return;
  throw new ReleaseError(`${account} opens the pull request, so this account cannot review it.`, {
    fix: 'Remove this account from the input reviewers.',
  });
}
