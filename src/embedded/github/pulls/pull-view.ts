import { account } from '../accounts/account-view.ts';
import { lines } from '../core/bare-repository.ts';
import { nodeId } from '../core/node-id.ts';
import type { PullIssue } from '../core/records.ts';
import type { Repository, World } from '../core/world.ts';
import { changedFiles } from '../git-data/changed-files.ts';
import { sum } from '../git-data/commits.ts';
import { association, labelViews } from '../issues/issue-view.ts';
import { milestoneView } from '../issues/milestones.ts';
import { repositoryView } from '../repositories/repository-view.ts';
import { mergeViolations } from '../rules/violations.ts';
import { mergedTree } from './merges.ts';

/** A pull request as lists show it. */
export async function pullSummary(world: World, repository: Repository, issue: PullIssue) {
  const { pull, number } = issue;
  const url = `${world.instance.url}/repos/${repository.name}/pulls/${number}`;
  const page = `${world.instance.gitUrl}/${repository.name}/pull/${number}`;
  const own = await repositoryView(world, repository);
  const isOwn = pull.head.repository === repository.name;
  const source = isOwn ? undefined : world.repository(pull.head.repository);
  return {
    id: pull.id,
    node_id: nodeId('PullRequest', pull.id),
    url,
    html_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    number,
    state: issue.state,
    locked: false,
    title: issue.title,
    user: account(world, issue.author),
    body: issue.body ?? null,
    labels: labelViews(world, repository, issue),
    milestone: milestoneOf(world, repository, issue),
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: issue.closedAt ?? null,
    merged_at: pull.merged?.at ?? null,
    merge_commit_sha: pull.merged?.commit ?? null,
    assignee: issue.assignees[0] === undefined ? null : account(world, issue.assignees[0]),
    assignees: issue.assignees.map((login) => account(world, login)),
    requested_reviewers: pull.reviewers.map((login) => account(world, login)),
    requested_teams: pull.teams.map((slug) => teamView(world, repository, slug)),
    head: {
      label: `${pull.head.repository.split('/')[0]}:${pull.head.branch}`,
      ref: pull.head.branch,
      sha: pull.head.sha,
      user: account(world, pull.head.repository.split('/')[0] ?? ''),
      repo: isOwn ? own : source === undefined ? null : await repositoryView(world, source),
    },
    base: {
      label: `${repository.owner}:${pull.base.branch}`,
      ref: pull.base.branch,
      sha: pull.base.sha,
      user: account(world, repository.owner),
      repo: own,
    },
    ...pullAddresses(`${world.instance.url}/repos/${repository.name}`, { url, page, number, head: pull.head.sha }),
    author_association: association(world, repository, issue.author),
    auto_merge: null,
    active_lock_reason: null,
    draft: pull.isDraft,
  };
}

/** A single pull request, with fields that lists do not have. */
export async function pullView(world: World, repository: Repository, issue: PullIssue) {
  const { pull } = issue;
  const mergeable = await mergeability(repository, issue);
  const files = await changedFiles(repository.bare, await forkPoint(repository, issue), pull.head.sha);
  return {
    ...(await pullSummary(world, repository, issue)),
    merged: pull.merged !== undefined,
    mergeable,
    rebaseable: mergeable,
    mergeable_state: await mergeableState(repository, issue, mergeable),
    merged_by: pull.merged === undefined ? null : account(world, pull.merged.by),
    comments: issue.comments.length,
    review_comments: 0,
    maintainer_can_modify: pull.mayMaintainersModify,
    commits: (await pullCommits(repository, issue)).length,
    additions: sum(files.map((file) => file.additions)),
    deletions: sum(files.map((file) => file.deletions)),
    changed_files: files.length,
  };
}

/** The commits of a pull request, oldest first. */
export async function pullCommits(repository: Repository, issue: PullIssue): Promise<string[]> {
  const range = `${await forkPoint(repository, issue)}..${issue.pull.head.sha}`;
  return lines(await repository.bare.print(['rev-list', '--reverse', range]));
}

/** The commit of the base at which the branch began. It stays the same when the pull request is merged. */
export async function forkPoint({ bare }: Repository, { pull }: PullIssue): Promise<string> {
  return (await bare.mergeBase(pull.base.sha, pull.head.sha)) ?? pull.base.sha;
}

/** Whether it can be merged without conflicts; null for a closed one. */
async function mergeability({ bare }: Repository, { pull, state }: PullIssue): Promise<boolean | null> {
  if (state === 'closed') return null;
  return (await mergedTree(bare, pull.base.sha, pull.head.sha)) !== undefined;
}

/** The state is `blocked` also for those who may bypass the rules that block it. */
async function mergeableState(repository: Repository, issue: PullIssue, mergeable: boolean | null): Promise<string> {
  if (mergeable === null) return 'unknown';
  if (!mergeable) return 'dirty';
  if (issue.pull.isDraft) return 'draft';
  return (await mergeViolations(undefined, repository, issue)).length > 0 ? 'blocked' : 'clean';
}

function milestoneOf(world: World, repository: Repository, { milestone }: PullIssue) {
  const found = repository.record.milestones.find(({ number }) => number === milestone);
  return found === undefined ? null : milestoneView(world, repository, found);
}

/** A team of which a review was requested. */
export function teamView(world: World, { owner }: Repository, slug: string) {
  const id = world.accountId(`${owner}/${slug}`);
  const url = `${world.instance.url}/organizations/${world.accountId(owner)}/team/${id}`;
  return {
    id,
    node_id: nodeId('Team', id),
    name: slug,
    slug,
    description: null,
    privacy: 'closed',
    notification_setting: 'notifications_enabled',
    permission: 'pull',
    type: 'organization',
    organization_id: world.accountId(owner),
    url,
    html_url: `${world.instance.gitUrl}/orgs/${owner}/teams/${slug}`,
    members_url: `${url}/members{/member}`,
    repositories_url: `${url}/repos`,
    parent: null,
  };
}

type PullAddresses = { readonly url: string; readonly page: string; readonly number: number; readonly head: string };

function pullAddresses(base: string, { url, page, number, head }: PullAddresses) {
  const links = {
    issue: `${base}/issues/${number}`,
    comments: `${base}/issues/${number}/comments`,
    review_comments: `${url}/comments`,
    review_comment: `${base}/pulls/comments{/number}`,
    commits: `${url}/commits`,
    statuses: `${base}/statuses/${head}`,
  };
  const named = Object.entries(links).map(([name, href]) => [`${name}_url`, href]);
  const linked = Object.entries({ self: url, html: page, ...links }).map(([name, href]) => [name, { href }]);
  return { ...addressFields(named), _links: Object.fromEntries(linked) };
}

function addressFields(entries: readonly (readonly (string | undefined)[])[]): Record<string, string> {
  return Object.fromEntries(entries);
}
