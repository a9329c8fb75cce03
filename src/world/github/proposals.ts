import { ReleaseError } from '../../domain/error.ts';
import type { Change } from '../change.ts';
import type { Client } from './client.ts';
import { partsOf } from './repositories.ts';

/** From where to where a pull request goes; `head` is `owner:branch`. */
export type ProposalPlace = { readonly repository: string; readonly base: string; readonly head: string };

/** What stands beside the text of a pull request. */
export type Marks = {
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
  /** The number of a milestone. */
  readonly milestone: number | undefined;
  readonly reviewers: readonly string[];
  readonly teamReviewers: readonly string[];
};

/** An open pull request; its reviewers are also those who have reviewed it. */
export type Proposal = Marks & {
  readonly repository: string;
  readonly number: number;
  readonly url: string;
  readonly title: string;
  readonly body: string;
  /** The commit that it proposes. */
  readonly commit: string;
  readonly isReviewed: boolean;
};

export type WantedProposal = Marks & {
  readonly title: string;
  readonly body: string;
  readonly isDraft: boolean;
};

export type Opened = { readonly number: number; readonly url: string };

/** The open pull request of a place; GitHub allows one. */
export async function findProposal(client: Client, place: ProposalPlace): Promise<Proposal | undefined> {
  const where = partsOf(place.repository);
  const { base, head } = place;
  const [found] = (await client.list('GET /repos/{owner}/{repo}/pulls', { ...where, state: 'open', base, head })) ?? [];
  if (found === undefined) return undefined;
  const reviews =
    (await client.list('GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews', {
      ...where,
      pull_number: found.number,
    })) ?? [];
  return {
    repository: place.repository,
    number: found.number,
    url: found.html_url,
    title: found.title,
    body: found.body ?? '',
    commit: found.head.sha,
    isReviewed: reviews.length > 0,
    labels: found.labels.map(({ name }) => name),
    assignees: (found.assignees ?? []).map(({ login }) => login),
    milestone: found.milestone?.number,
    reviewers: [...(found.requested_reviewers ?? []), ...reviews.flatMap(({ user }) => user ?? [])].map(
      ({ login }) => login,
    ),
    teamReviewers: (found.requested_teams ?? []).map(({ slug }) => slug),
  };
}

// Why: docs/decisions.md D22
/**
 * Why this token may not open pull requests; undefined where it may. GitHub checks that before it looks at what is
 * proposed, and a branch can never be proposed to itself: so asking changes nothing.
 */
export async function refusalToPropose(
  client: Client,
  { repository, base }: ProposalPlace,
): Promise<ReleaseError | undefined> {
  return client.probe('POST /repos/{owner}/{repo}/pulls', {
    ...partsOf(repository),
    title: 'May I?',
    base,
    head: base,
  });
}

export function openProposal(client: Client, place: ProposalPlace, wanted: WantedProposal): Change<Opened> {
  const { repository, base, head } = place;
  const { title, body, isDraft } = wanted;
  const apply = async () => {
    const opened = await client.write('POST /repos/{owner}/{repo}/pulls', {
      ...partsOf(repository),
      base,
      head,
      title,
      body,
      draft: isDraft,
    });
    await mark(client, repository, opened.number, wanted);
    return { number: opened.number, url: opened.html_url };
  };
  const detail = [`${head} → ${base}`, ...marksOf(wanted), '', title, '', body].join('\n');
  return {
    keys: [proposalOf(place)],
    title: `Open a ${isDraft ? 'draft ' : ''}pull request to ${base} of ${repository}`,
    detail,
    reach: 'remote',
    apply,
  };
}

/** Adds what is missing, and never takes away what a person added. Texts are set only when `text` is given. */
export function updateProposal(
  client: Client,
  found: Proposal,
  { marks, text }: { readonly marks: Marks; readonly text: Pick<WantedProposal, 'title' | 'body'> | undefined },
): Change<Opened> | undefined {
  const { repository } = found;
  const missing = missingMarks(marks, found);
  const isOther = text !== undefined && (text.title !== found.title || text.body !== found.body);
  const lines = marksOf(missing);
  if (lines.length === 0 && !isOther) return undefined;
  const apply = async () => {
    const place = { ...partsOf(repository), pull_number: found.number };
    if (isOther)
      await client.write('PATCH /repos/{owner}/{repo}/pulls/{pull_number}', {
        ...place,
        title: text.title,
        body: text.body,
      });
    await mark(client, repository, found.number, missing);
    return { number: found.number, url: found.url };
  };
  const detail = [...lines, ...(isOther ? ['', text.title, '', text.body] : [])].join('\n').trim();
  return {
    keys: [`pull request #${found.number} of ${repository}`],
    title: `Update pull request #${found.number} of ${repository}`,
    detail,
    reach: 'remote',
    apply,
  };
}

/** The key of the one open pull request from a branch to another. */
export const proposalOf = ({ repository, head, base }: ProposalPlace): string =>
  `pull request from ${head} to ${base} of ${repository}`;

async function mark(client: Client, repository: string, number: number, marks: Marks): Promise<void> {
  const issue = { ...partsOf(repository), issue_number: number };
  const { labels, assignees, milestone, reviewers, teamReviewers } = marks;
  if (labels.length > 0)
    await client.write('POST /repos/{owner}/{repo}/issues/{issue_number}/labels', { ...issue, labels: [...labels] });
  if (assignees.length > 0)
    await client.write('POST /repos/{owner}/{repo}/issues/{issue_number}/assignees', {
      ...issue,
      assignees: [...assignees],
    });
  if (milestone !== undefined)
    await client.write('PATCH /repos/{owner}/{repo}/issues/{issue_number}', { ...issue, milestone });
  if (reviewers.length + teamReviewers.length > 0)
    await client.write('POST /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers', {
      ...partsOf(repository),
      pull_number: number,
      reviewers: [...reviewers],
      team_reviewers: [...teamReviewers],
    });
}

/** A person may have changed assignees and milestone; and a team whose member has reviewed is not shown any more. */
const missingMarks = (wanted: Marks, found: Proposal): Marks => ({
  labels: without(wanted.labels, found.labels),
  assignees: [],
  milestone: found.milestone === undefined ? wanted.milestone : undefined,
  reviewers: without(wanted.reviewers, found.reviewers),
  teamReviewers: found.isReviewed ? [] : without(wanted.teamReviewers, found.teamReviewers),
});

/** GitHub does not tell upper from lower case in these names. */
const without = (wanted: readonly string[], found: readonly string[]): readonly string[] => {
  const there = new Set(found.map((name) => name.toLowerCase()));
  return wanted.filter((name) => !there.has(name.toLowerCase()));
};

const marksOf = ({ labels, assignees, milestone, reviewers, teamReviewers }: Marks): readonly string[] =>
  [
    ['labels', labels],
    ['assignees', assignees],
    ['milestone', milestone === undefined ? [] : [String(milestone)]],
    ['reviewers', reviewers],
    ['team reviewers', teamReviewers],
  ].flatMap(([name, values]) => (values?.length === 0 ? [] : [`${String(name)}: ${[values].flat().join(', ')}`]));
