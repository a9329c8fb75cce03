import { account } from '../accounts/account-view.ts';
import { type Answer, ok, Refused, unprocessable } from '../core/answer.ts';
import { textOf, textsOf } from '../core/fields.ts';
import { nodeId } from '../core/node-id.ts';
import { paged } from '../core/paging.ts';
import type { PullIssue, ReviewRecord } from '../core/records.ts';
import type { Call, RepositoryRoute } from '../core/route.ts';
import { teamsOf } from '../core/settings.ts';
import type { Repository, World } from '../core/world.ts';
import { association } from '../issues/issue-view.ts';
import { pullOf } from './pull-state.ts';
import { pullSummary, teamView } from './pull-view.ts';

const requests = '/repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers';
const reviews = '/repos/{owner}/{repo}/pulls/{pull_number}/reviews';

export const reviewRoutes: readonly RepositoryRoute[] = [
  {
    method: 'GET',
    path: requests,
    docs: 'pulls/review-requests#get-all-requested-reviewers-for-a-pull-request',
    needs: ['pull-requests: read'],
    answer: ({ world, ...call }, repository) => {
      const { pull } = pullOf({ world, ...call }, repository);
      const users = pull.reviewers.map((login) => account(world, login));
      return ok({ users, teams: pull.teams.map((slug) => teamView(world, repository, slug)) });
    },
  },
  {
    method: 'POST',
    path: requests,
    docs: 'pulls/review-requests#request-reviewers-for-a-pull-request',
    needs: ['pull-requests: write'],
    answer: requestReviews,
  },
  {
    method: 'DELETE',
    path: requests,
    docs: 'pulls/review-requests#remove-requested-reviewers-from-a-pull-request',
    needs: ['pull-requests: write'],
    answer: withdrawRequests,
  },
  {
    method: 'GET',
    path: reviews,
    docs: 'pulls/reviews#list-reviews-for-a-pull-request',
    needs: ['pull-requests: read'],
    answer: (call, repository) => {
      const issue = pullOf(call, repository);
      return paged(call, issue.pull.reviews, (review) => reviewView(call.world, repository, { issue, review }));
    },
  },
  {
    method: 'POST',
    path: reviews,
    docs: 'pulls/reviews#create-a-review-for-a-pull-request',
    needs: ['pull-requests: write'],
    answer: createReview,
  },
];

async function requestReviews({ world, ...call }: Call, repository: Repository): Promise<Answer> {
  const issue = pullOf({ world, ...call }, repository);
  const { reviewers, teams } = namedReviewers(call.fields);
  if (reviewers.includes(issue.author)) throw unprocessable('Review cannot be requested from pull request author.');
  const knownTeams = teamsOf(world.instance.settings);
  if (!reviewers.every((login) => world.isCollaborator(login)) || !teams.every((slug) => knownTeams.has(slug))) {
    const rule = 'Reviews may only be requested from collaborators.';
    const place = `One or more of the users or teams you specified is not a collaborator of the ${repository.name} repository.`;
    throw unprocessable(`${rule} ${place}`);
  }
  issue.pull.reviewers = [...new Set([...issue.pull.reviewers, ...reviewers])];
  issue.pull.teams = [...new Set([...issue.pull.teams, ...teams])];
  return { status: 201, body: await pullSummary(world, repository, issue) };
}

async function withdrawRequests(call: Call, repository: Repository): Promise<Answer> {
  const issue = pullOf(call, repository);
  const { reviewers, teams } = namedReviewers(call.fields);
  issue.pull.reviewers = issue.pull.reviewers.filter((login) => !reviewers.includes(login));
  issue.pull.teams = issue.pull.teams.filter((slug) => !teams.includes(slug));
  return ok(await pullSummary(call.world, repository, issue));
}

function namedReviewers(fields: Call['fields']) {
  return { reviewers: textsOf(fields, 'reviewers') ?? [], teams: textsOf(fields, 'team_reviewers') ?? [] };
}

const states = { APPROVE: 'APPROVED', REQUEST_CHANGES: 'CHANGES_REQUESTED', COMMENT: 'COMMENTED' } as const;

function createReview(call: Call, repository: Repository): Answer {
  const { world, access, fields } = call;
  const issue = pullOf(call, repository);
  const event = textOf(fields, 'event');
  const state = event === undefined ? 'PENDING' : states[event as keyof typeof states];
  const author = access?.login ?? 'ghost';
  refuseOpinion(call, { issue, state });
  const review: ReviewRecord = {
    id: world.id(),
    author,
    body: textOf(fields, 'body') ?? '',
    state,
    commit: textOf(fields, 'commit_id') ?? issue.pull.head.sha,
    submittedAt: world.now(),
  };
  issue.pull.reviews.push(review);
  issue.pull.reviewers = issue.pull.reviewers.filter((login) => login !== author);
  return ok(reviewView(world, repository, { issue, review }));
}

function refuseOpinion(
  { world, access }: Call,
  { issue, state }: { issue: PullIssue; state: ReviewRecord['state'] },
): void {
  const mayNot = access?.kind === 'job' && world.instance.settings.actionsMayPropose === false;
  if (state === 'APPROVED' && mayNot) {
    throw new Refused(422, 'Unprocessable Entity', {
      errors: ['GitHub Actions is not permitted to approve pull requests.'],
    });
  }
  const isOwn = issue.author === access?.login;
  const verb = state === 'APPROVED' ? 'approve' : 'request changes on';
  if (isOwn && (state === 'APPROVED' || state === 'CHANGES_REQUESTED')) {
    throw new Refused(422, 'Unprocessable Entity', { errors: [`Can not ${verb} your own pull request`] });
  }
}

type PullReview = { readonly issue: PullIssue; readonly review: ReviewRecord };

function reviewView(world: World, repository: Repository, { issue, review }: PullReview) {
  const page = `${world.instance.gitUrl}/${repository.name}/pull/${issue.number}#pullrequestreview-${review.id}`;
  const pull = `${world.instance.url}/repos/${repository.name}/pulls/${issue.number}`;
  return {
    id: review.id,
    node_id: nodeId('PullRequestReview', review.id),
    user: account(world, review.author),
    body: review.body,
    state: review.state,
    html_url: page,
    pull_request_url: pull,
    author_association: association(world, repository, review.author),
    _links: { html: { href: page }, pull_request: { href: pull } },
    submitted_at: review.submittedAt,
    commit_id: review.commit,
  };
}
