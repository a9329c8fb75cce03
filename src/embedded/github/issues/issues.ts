import { mayDo } from '../core/access.ts';
import { type Answer, created, invalid, notFound, ok } from '../core/answer.ts';
import { integerOf, textOf, textsOf } from '../core/fields.ts';
import { paged } from '../core/paging.ts';
import { isPull, type IssueRecord } from '../core/records.ts';
import type { Call, RepositoryRoute } from '../core/route.ts';
import type { Repository } from '../core/world.ts';
import { changeState } from '../pulls/pull-state.ts';
import { closeIssue } from './closing.ts';
import { editBody } from './edits.ts';
import { issueView, newIssue } from './issue-view.ts';
import { knownLabels, labelNames } from './label-view.ts';

export const issueRoutes: readonly RepositoryRoute[] = [
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/issues',
    docs: 'issues/issues#list-repository-issues',
    needs: ['issues: read'],
    answer: listIssues,
  },
  {
    method: 'POST',
    path: '/repos/{owner}/{repo}/issues',
    docs: 'issues/issues#create-an-issue',
    needs: ['issues: write'],
    answer: createIssue,
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/issues/{issue_number}',
    docs: 'issues/issues#get-an-issue',
    needs: ['issues: read', 'pull-requests: read'],
    answer: (call, repository) => ok(issueView(call.world, repository, issueOf(call, repository))),
  },
  {
    method: 'PATCH',
    path: '/repos/{owner}/{repo}/issues/{issue_number}',
    docs: 'issues/issues#update-an-issue',
    needs: ['issues: write', 'pull-requests: write'],
    answer: updateIssue,
  },
  {
    method: 'POST',
    path: '/repos/{owner}/{repo}/issues/{issue_number}/assignees',
    docs: 'issues/assignees#add-assignees-to-an-issue',
    needs: ['issues: write', 'pull-requests: write'],
    answer: (call, repository) => {
      const issue = issueOf(call, repository);
      const added = (textsOf(call.fields, 'assignees') ?? []).filter((login) => call.world.isCollaborator(login));
      issue.assignees = [...new Set([...issue.assignees, ...added])];
      return { status: 201, body: issueView(call.world, repository, issue) };
    },
  },
  {
    method: 'DELETE',
    path: '/repos/{owner}/{repo}/issues/{issue_number}/assignees',
    docs: 'issues/assignees#remove-assignees-from-an-issue',
    needs: ['issues: write', 'pull-requests: write'],
    answer: (call, repository) => {
      const issue = issueOf(call, repository);
      const removed = textsOf(call.fields, 'assignees') ?? [];
      issue.assignees = issue.assignees.filter((login) => !removed.includes(login));
      return ok(issueView(call.world, repository, issue));
    },
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/assignees/{assignee}',
    docs: 'issues/assignees#check-if-a-user-can-be-assigned',
    needs: ['issues: read', 'pull-requests: read'],
    answer: ({ world, parameters: { assignee = '' } }) => {
      if (!world.isCollaborator(assignee)) throw notFound();
      return { status: 204 };
    },
  },
];

/** The issue or pull request that a path names. */
export function issueOf({ parameters }: Call, { record }: Repository): IssueRecord {
  const issue = record.issues.get(Number(parameters['issue_number']));
  if (issue === undefined) throw notFound();
  return issue;
}

function listIssues(call: Call, repository: Repository): Promise<Answer> {
  const { query } = call;
  const [state, labels] = [query.get('state') ?? 'open', query.get('labels')?.split(',') ?? []];
  const [milestone, assignee, creator] = [query.get('milestone'), query.get('assignee'), query.get('creator')];
  const since = Date.parse(query.get('since') ?? '1970-01-01');
  const found = [...repository.record.issues.values()].filter(
    (issue) =>
      (state === 'all' || state === issue.state) &&
      labels.every((label) => issue.labels.some((name) => name.toLowerCase() === label.toLowerCase())) &&
      (milestone === null || milestone === '*' || milestone === String(issue.milestone)) &&
      (assignee === null || assignee === '*' || issue.assignees.includes(assignee)) &&
      (creator === null || creator === issue.author) &&
      Date.parse(issue.updatedAt) >= since,
  );
  return paged(call, ordered(found, query), (issue) => issueView(call.world, repository, issue));
}

function ordered(issues: readonly IssueRecord[], query: URLSearchParams): readonly IssueRecord[] {
  const key = ({ updatedAt, comments, number }: IssueRecord) => {
    if (query.get('sort') === 'updated') return Date.parse(updatedAt);
    return query.get('sort') === 'comments' ? comments.length : number;
  };
  const sign = query.get('direction') === 'asc' ? 1 : -1;
  return issues.toSorted((one, other) => sign * (key(one) - key(other) || one.number - other.number));
}

function createIssue(call: Call, repository: Repository): Answer {
  const issue: IssueRecord = { ...newIssue(call, repository), pull: undefined };
  applyTriage(call, repository, issue);
  repository.record.issues.set(issue.number, issue);
  return created(issueView(call.world, repository, issue));
}

async function updateIssue(call: Call, repository: Repository): Promise<Answer> {
  const { world, access, fields } = call;
  const issue = issueOf(call, repository);
  applyTriage(call, repository, issue);
  const state = textOf(fields, 'state');
  if (isPull(issue)) await changeState(call, repository, issue);
  else if (state === 'closed' && issue.state === 'open') closeIssue(world, issue, access?.login ?? 'ghost');
  else if (state === 'open') Object.assign(issue, { state, closedAt: undefined, closedBy: undefined });
  issue.stateReason = isPull(issue)
    ? undefined
    : stateReason(issue.state, { given: textOf(fields, 'state_reason'), before: issue.stateReason });
  issue.title = textOf(fields, 'title') ?? issue.title;
  if ('body' in fields) editBody(world, issue, { editor: access?.login ?? 'ghost', body: textOf(fields, 'body') });
  issue.updatedAt = world.now();
  return ok(issueView(world, repository, issue));
}

type StateReasons = { readonly given: string | undefined; readonly before: string | undefined };

function stateReason(state: IssueRecord['state'], { given, before }: StateReasons): string | undefined {
  return state === 'closed' ? (given ?? before ?? 'completed') : given;
}

/** Sets labels, assignees and milestone: all, or none if one is refused. Without permission they are ignored. */
function applyTriage({ world, access, fields }: Call, repository: Repository, issue: IssueRecord): void {
  if (!mayDo(access, 'issues: write', repository) && !mayDo(access, 'pull-requests: write', repository)) return;
  const assignees = textsOf(fields, 'assignees');
  const stranger = assignees?.find((login) => !world.isCollaborator(login));
  if (stranger !== undefined)
    throw invalid({ value: stranger, resource: 'Issue', field: 'assignees', code: 'invalid' });
  const milestone = milestoneIn(fields, repository);
  if (fields['labels'] !== undefined) issue.labels = knownLabels(world, repository, labelNames(fields));
  issue.assignees = assignees ?? issue.assignees;
  if ('milestone' in fields) issue.milestone = milestone;
}

function milestoneIn(fields: Call['fields'], { record }: Repository): number | undefined {
  const wanted = integerOf(fields, 'milestone');
  if (wanted === undefined || record.milestones.some(({ number }) => number === wanted)) return wanted;
  throw invalid({ value: wanted, resource: 'Issue', field: 'milestone', code: 'invalid' });
}
