import { account } from '../accounts/account-view.ts';
import { requiredText, textOf } from '../core/fields.ts';
import { nodeId } from '../core/node-id.ts';
import { isPull, type IssueRecord } from '../core/records.ts';
import type { Call } from '../core/route.ts';
import type { Repository, World } from '../core/world.ts';
import { labelView } from './label-view.ts';
import { milestoneView } from './milestones.ts';

/** An issue, or a pull request as an issue. */
export function issueView(world: World, repository: Repository, issue: IssueRecord) {
  const base = `${world.instance.url}/repos/${repository.name}`;
  const url = `${base}/issues/${issue.number}`;
  const milestone = repository.record.milestones.find(({ number }) => number === issue.milestone);
  return {
    id: issue.id,
    node_id: nodeId('Issue', issue.id),
    url,
    repository_url: base,
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    timeline_url: `${url}/timeline`,
    html_url: issuePage(world, repository, issue),
    number: issue.number,
    state: issue.state,
    state_reason: issue.stateReason ?? null,
    title: issue.title,
    body: issue.body ?? null,
    user: account(world, issue.author),
    labels: labelViews(world, repository, issue),
    assignee: issue.assignees[0] === undefined ? null : account(world, issue.assignees[0]),
    assignees: issue.assignees.map((login) => account(world, login)),
    milestone: milestone === undefined ? null : milestoneView(world, repository, milestone),
    locked: false,
    active_lock_reason: null,
    comments: issue.comments.length,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: issue.closedAt ?? null,
    closed_by: issue.closedBy === undefined ? null : account(world, issue.closedBy),
    author_association: association(world, repository, issue.author),
    performed_via_github_app: null,
    ...(isPull(issue) && { draft: issue.pull.isDraft, pull_request: pullLinks(world, repository, issue) }),
  };
}

/** A new issue with the next number, from the fields of a request. The caller adds `pull`. */
export function newIssue({ world, access, fields }: Call, { record }: Repository): Omit<IssueRecord, 'pull'> {
  const now = world.now();
  return {
    id: world.id(),
    number: record.nextNumber++,
    author: access?.login ?? 'ghost',
    createdAt: now,
    comments: [],
    edits: [],
    title: requiredText(fields, 'title'),
    body: textOf(fields, 'body'),
    state: 'open',
    stateReason: undefined,
    labels: [],
    assignees: [],
    milestone: undefined,
    updatedAt: now,
    closedAt: undefined,
    closedBy: undefined,
  };
}

export function labelViews(world: World, repository: Repository, { labels }: IssueRecord) {
  return labels.flatMap((name) => {
    const label = repository.record.labels.get(name.toLowerCase());
    return label === undefined ? [] : [labelView(world, repository, label)];
  });
}

/** The relation of an account to a repository, such as `OWNER`. */
export function association(world: World, { owner }: Repository, login: string): string {
  if (login === owner) return 'OWNER';
  const isHidden = world.instance.settings.privateMembers?.includes(login) ?? false;
  return world.isCollaborator(login) && !isHidden ? 'COLLABORATOR' : 'NONE';
}

export function issuePage(world: World, { name }: Repository, issue: IssueRecord): string {
  return `${world.instance.gitUrl}/${name}/${isPull(issue) ? 'pull' : 'issues'}/${issue.number}`;
}

function pullLinks(world: World, repository: Repository, issue: IssueRecord) {
  const page = issuePage(world, repository, issue);
  return {
    url: `${world.instance.url}/repos/${repository.name}/pulls/${issue.number}`,
    html_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    merged_at: issue.pull?.merged?.at ?? null,
  };
}
