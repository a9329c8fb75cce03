import { GraphQLError } from 'graphql';
import { nodeId } from '../core/node-id.ts';
import type { PullIssue, ReviewRecord } from '../core/records.ts';
import type { Repository, World } from '../core/world.ts';
import { association } from '../issues/issue-view.ts';
import { pullCommits, pullView } from '../pulls/pull-view.ts';
import { actor, connection, type PageArguments } from './connections.ts';
import { gitNode, type NamedObject } from './git-node.ts';
import { commentNode } from './issue-node.ts';

export async function repositoryNode(world: World, repository: Repository) {
  const { record, name, owner, isPublic, bare } = repository;
  const branch = await bare.defaultBranch();
  return {
    __typename: 'Repository',
    id: nodeId('Repository', record.id),
    name: name.split('/')[1],
    nameWithOwner: name,
    owner: actor(world, owner),
    url: `${world.instance.gitUrl}/${name}`,
    isPrivate: !isPublic,
    isFork: record.parent !== undefined,
    defaultBranchRef: {
      id: nodeId('Ref', `${name}:${branch}`),
      name: branch,
      target: () => gitNode(bare, `refs/heads/${branch}`),
    },
    ref: ({ qualifiedName }: { qualifiedName: string }) => refNode(world, repository, qualifiedName),
    object: ({ expression, oid }: NamedObject) => gitNode(bare, oid ?? expression ?? ''),
    mergeCommitAllowed: true,
    squashMergeAllowed: true,
    rebaseMergeAllowed: true,
    deleteBranchOnMerge: false,
    pullRequest: ({ number }: { number: number }) => pullNumbered(world, repository, number),
    pullRequests: (given: PullsArguments) => pullRequests(world, repository, given),
  };
}

async function refNode(world: World, repository: Repository, name: string) {
  if (!(await world.refs(repository)).has(name)) return null;
  const { bare, name: place } = repository;
  const short = name.replace(/^refs\/(?:heads|tags)\//, '');
  return { id: nodeId('Ref', `${place}:${name}`), name: short, target: () => gitNode(bare, name) };
}

function pullNumbered(world: World, repository: Repository, number: number) {
  const issue = world.pulls(repository).find((pull) => pull.number === number);
  if (issue !== undefined) return pullNode(world, repository, issue);
  throw new GraphQLError(`Could not resolve to a PullRequest with the number of ${number}.`, {
    extensions: { type: 'NOT_FOUND' },
  });
}

type PullsArguments = PageArguments & {
  readonly states?: readonly string[];
  readonly baseRefName?: string;
  readonly headRefName?: string;
  readonly orderBy?: { readonly direction: 'ASC' | 'DESC' };
};

function pullRequests(world: World, repository: Repository, given: PullsArguments) {
  const found = world
    .pulls(repository)
    .filter(
      (issue) =>
        (given.states?.includes(stateOf(issue)) ?? true) &&
        (given.baseRefName ?? issue.pull.base.branch) === issue.pull.base.branch &&
        (given.headRefName ?? issue.pull.head.branch) === issue.pull.head.branch,
    );
  const ordered = given.orderBy?.direction === 'DESC' ? found.toReversed() : found;
  return connection(ordered, (issue) => pullNode(world, repository, issue))(given);
}

export async function pullNode(world: World, repository: Repository, issue: PullIssue) {
  const { pull } = issue;
  const view = await pullView(world, repository, issue);
  const commits = await pullCommits(repository, issue);
  const source = world.repository(pull.head.repository);
  return {
    __typename: 'PullRequest',
    id: view.node_id,
    ...plainFields(world, repository, issue),
    additions: view.additions,
    deletions: view.deletions,
    changedFiles: view.changed_files,
    mergeable: view.mergeable === null ? 'UNKNOWN' : view.mergeable ? 'MERGEABLE' : 'CONFLICTING',
    mergeStateStatus: view.mergeable_state.toUpperCase(),
    headRepository: source === undefined ? null : () => repositoryNode(world, source),
    headRepositoryOwner: source === undefined ? null : actor(world, source.owner),
    milestone:
      view.milestone === null ? null : { ...view.milestone, id: view.milestone.node_id, dueOn: view.milestone.due_on },
    labels: connection(view.labels, (label) => ({ ...label, id: label.node_id })),
    assignees: connection(issue.assignees, (login) => actor(world, login)),
    comments: connection(issue.comments, (comment) => commentNode(world, repository, { issue, comment })),
    reviews: connection(pull.reviews, (review) => reviewNode(world, repository, review)),
    reviewRequests: connection(
      [...pull.reviewers, ...pull.teams.map((slug) => `${repository.owner}/${slug}`)],
      (name) => ({
        id: nodeId('ReviewRequest', `${issue.number}:${name}`),
        requestedReviewer: name.includes('/') ? teamNode(world, repository, name) : actor(world, name),
      }),
    ),
    commits: connection(commits, (oid) => ({ id: nodeId('PullRequestCommit', oid), commit: commitNode(oid) })),
    projectItems: connection([], () => undefined),
  };
}

function plainFields(world: World, repository: Repository, issue: PullIssue) {
  const { pull } = issue;
  return {
    number: issue.number,
    title: issue.title,
    body: issue.body ?? '',
    state: stateOf(issue),
    url: `${world.instance.gitUrl}/${repository.name}/pull/${issue.number}`,
    author: actor(world, issue.author),
    authorAssociation: association(world, repository, issue.author),
    autoMergeRequest: null,
    closed: issue.state === 'closed',
    closedAt: issue.closedAt ?? null,
    createdAt: issue.createdAt,
    updatedAt: issue.updatedAt,
    merged: pull.merged !== undefined,
    mergedAt: pull.merged?.at ?? null,
    mergedBy: pull.merged === undefined ? null : actor(world, pull.merged.by),
    mergeCommit: pull.merged === undefined ? null : commitNode(pull.merged.commit),
    baseRefName: pull.base.branch,
    headRefName: pull.head.branch,
    headRefOid: pull.head.sha,
    isCrossRepository: pull.head.repository !== repository.name,
    isDraft: pull.isDraft,
    isInMergeQueue: false,
    isMergeQueueEnabled: false,
    maintainerCanModify: pull.mayMaintainersModify,
    reactionGroups: [],
    reviewDecision: null,
    viewerMergeBodyText: issue.title,
    viewerMergeHeadlineText: `Merge pull request #${issue.number}`,
  };
}

function stateOf({ pull, state }: PullIssue): 'OPEN' | 'CLOSED' | 'MERGED' {
  if (pull.merged !== undefined) return 'MERGED';
  return state === 'open' ? 'OPEN' : 'CLOSED';
}

function commitNode(oid: string) {
  return { id: nodeId('Commit', oid), oid, messageHeadline: '', statusCheckRollup: null };
}

function reviewNode(world: World, repository: Repository, review: ReviewRecord) {
  return {
    id: nodeId('PullRequestReview', review.id),
    author: actor(world, review.author),
    authorAssociation: association(world, repository, review.author),
    body: review.body,
    commit: commitNode(review.commit),
    reactionGroups: [],
    state: review.state,
    submittedAt: review.submittedAt,
  };
}

function teamNode(world: World, { owner }: Repository, name: string) {
  const slug = name.slice(name.indexOf('/') + 1);
  return {
    __typename: 'Team',
    id: nodeId('Team', world.accountId(name)),
    name: slug,
    slug,
    organization: actor(world, owner),
  };
}
