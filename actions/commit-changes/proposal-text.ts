import { ReleaseError } from '../../src/domain/error.ts';
import type { Files } from '../../src/world/files.ts';
import type { GitHub } from '../../src/world/github/github.ts';
import type { NewProposal } from '../../src/world/github/github.ts';
import type { CommitInputs } from './contract.ts';
import type { PreparedCommit } from './prepared-commit.ts';
import type { ProposalTarget } from './proposal-target.ts';

type ProposalSources = {
  readonly commit: PreparedCommit;
  readonly place: ProposalTarget;
  readonly files: Files;
  readonly github: GitHub;
};

const longestTitle = 256;
const longestBody = 65_536;

/** The title, the text, the labels and the people of the pull request. */
export async function proposalFor(
  wanted: CommitInputs,
  { commit, place, files, github }: ProposalSources,
): Promise<NewProposal> {
  const { labels, reviewers, teamReviewers, assignees, milestone, draft: isDraft } = wanted;
  refuseOwnReview(wanted, commit);
  const [subject = '', ...rest] = commit.message.split('\n');
  const body = (await bodyOf(wanted, files)) ?? textOf(rest.join('\n').trim(), wanted.message === undefined);
  if (body.length > longestBody)
    throw new ReleaseError(
      `The text of the pull request has ${body.length} characters. GitHub allows ${longestBody}.`,
      { fix: 'Give a shorter text in the input body or body-path.' },
    );
  const title = wanted.title ?? subject;
  if (title.length > longestTitle)
    throw new ReleaseError(
      `The title of the pull request has ${title.length} characters. GitHub allows ${longestTitle}.`,
      { fix: 'Give a shorter title in the input title.' },
    );
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

async function bodyOf({ body, bodyPath }: CommitInputs, files: Files): Promise<string | undefined> {
  if (body !== undefined && bodyPath !== undefined)
    throw new ReleaseError('Both body and body-path are given.', { fix: 'Give only one of them.' });
  return bodyPath === undefined ? body : files.text(bodyPath);
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
