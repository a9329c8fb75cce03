import { type Answer, created, invalid, notFound, ok } from '../core/answer.ts';
import { requiredText, textOf } from '../core/fields.ts';
import { paged } from '../core/paging.ts';
import type { IssueRecord } from '../core/records.ts';
import type { Call, Needs, RepositoryRoute } from '../core/route.ts';
import type { Repository } from '../core/world.ts';
import { issueOf } from './issues.ts';
import { knownLabels, labelNames, labelView } from './label-view.ts';

const reading: Needs = ['issues: read', 'pull-requests: read'];
const writing: Needs = ['issues: write', 'pull-requests: write'];
const ofIssue = '/repos/{owner}/{repo}/issues/{issue_number}/labels';

export const labelRoutes: readonly RepositoryRoute[] = [
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/labels',
    docs: 'issues/labels#list-labels-for-a-repository',
    needs: reading,
    answer: (call, repository) =>
      paged(call, [...repository.record.labels.values()], (label) => labelView(call.world, repository, label)),
  },
  {
    method: 'POST',
    path: '/repos/{owner}/{repo}/labels',
    docs: 'issues/labels#create-a-label',
    needs: writing,
    answer: createLabel,
  },
  {
    method: 'GET',
    path: ofIssue,
    docs: 'issues/labels#list-labels-for-an-issue',
    needs: reading,
    answer: (call, repository) => listIssueLabels(call, repository, issueOf(call, repository)),
  },
  {
    method: 'POST',
    path: ofIssue,
    docs: 'issues/labels#add-labels-to-an-issue',
    needs: writing,
    answer: (call, repository) => {
      const issue = issueOf(call, repository);
      return setLabels(call, repository, { issue, names: [...issue.labels, ...labelNames(call.fields)] });
    },
  },
  {
    method: 'PUT',
    path: ofIssue,
    docs: 'issues/labels#set-labels-for-an-issue',
    needs: writing,
    answer: (call, repository) =>
      setLabels(call, repository, { issue: issueOf(call, repository), names: labelNames(call.fields) }),
  },
  {
    method: 'DELETE',
    path: `${ofIssue}/{name}`,
    docs: 'issues/labels#remove-a-label-from-an-issue',
    needs: writing,
    answer: removeLabel,
  },
];

function createLabel({ world, fields }: Call, repository: Repository): Answer {
  const name = requiredText(fields, 'name');
  const key = name.toLowerCase();
  if (repository.record.labels.has(key)) throw invalid({ resource: 'Label', code: 'already_exists', field: 'name' });
  const label = {
    id: world.id(),
    name,
    color: textOf(fields, 'color') ?? 'ededed',
    description: textOf(fields, 'description'),
  };
  repository.record.labels.set(key, label);
  return created(labelView(world, repository, label));
}

type NewLabels = { readonly issue: IssueRecord; readonly names: readonly string[] };

function setLabels(call: Call, repository: Repository, { issue, names }: NewLabels): Promise<Answer> {
  issue.labels = knownLabels(call.world, repository, names);
  issue.updatedAt = call.world.now();
  return listIssueLabels(call, repository, issue);
}

function listIssueLabels(call: Call, repository: Repository, issue: IssueRecord): Promise<Answer> {
  const labels = issue.labels.flatMap((name) => repository.record.labels.get(name.toLowerCase()) ?? []);
  return paged(call, labels, (label) => labelView(call.world, repository, label));
}

function removeLabel(call: Call, repository: Repository): Answer {
  const issue = issueOf(call, repository);
  const wanted = call.parameters['name']?.toLowerCase();
  const rest = issue.labels.filter((name) => name.toLowerCase() !== wanted);
  if (rest.length === issue.labels.length) throw notFound('Label does not exist');
  issue.labels = rest;
  const labels = rest.flatMap((name) => repository.record.labels.get(name.toLowerCase()) ?? []);
  return ok(labels.map((label) => labelView(call.world, repository, label)));
}
