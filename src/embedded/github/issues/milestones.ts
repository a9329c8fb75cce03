import { account } from '../accounts/account-view.ts';
import { type Answer, created, invalid } from '../core/answer.ts';
import { requiredText, textOf } from '../core/fields.ts';
import { nodeId } from '../core/node-id.ts';
import { paged } from '../core/paging.ts';
import type { MilestoneRecord } from '../core/records.ts';
import type { Call, RepositoryRoute } from '../core/route.ts';
import type { Repository, World } from '../core/world.ts';

export const milestoneRoutes: readonly RepositoryRoute[] = [
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/milestones',
    docs: 'issues/milestones#list-milestones',
    needs: ['issues: read', 'pull-requests: read'],
    answer: listMilestones,
  },
  {
    method: 'POST',
    path: '/repos/{owner}/{repo}/milestones',
    docs: 'issues/milestones#create-a-milestone',
    needs: ['issues: write', 'pull-requests: write'],
    answer: createMilestone,
  },
];

export function milestoneView(world: World, { name, record }: Repository, milestone: MilestoneRecord) {
  const url = `${world.instance.url}/repos/${name}/milestones/${milestone.number}`;
  const issues = [...record.issues.values()].filter((issue) => issue.milestone === milestone.number);
  return {
    url,
    html_url: `${world.instance.gitUrl}/${name}/milestone/${milestone.number}`,
    labels_url: `${url}/labels`,
    id: milestone.id,
    node_id: nodeId('Milestone', milestone.id),
    number: milestone.number,
    title: milestone.title,
    description: milestone.description ?? null,
    creator: account(world, milestone.creator),
    state: milestone.state,
    open_issues: issues.filter(({ state }) => state === 'open').length,
    closed_issues: issues.filter(({ state }) => state === 'closed').length,
    created_at: milestone.createdAt,
    updated_at: milestone.createdAt,
    closed_at: milestone.state === 'closed' ? milestone.createdAt : null,
    due_on: milestone.dueOn ?? null,
  };
}

function listMilestones(call: Call, repository: Repository): Promise<Answer> {
  const state = call.query.get('state') ?? 'open';
  const found = repository.record.milestones.filter((milestone) => state === 'all' || state === milestone.state);
  return paged(call, found, (milestone) => milestoneView(call.world, repository, milestone));
}

function createMilestone({ world, access, fields }: Call, repository: Repository): Answer {
  const { milestones } = repository.record;
  const title = requiredText(fields, 'title');
  const isKnown = milestones.some((milestone) => milestone.title === title);
  if (isKnown) throw invalid({ resource: 'Milestone', code: 'already_exists', field: 'title' });
  const milestone: MilestoneRecord = {
    id: world.id(),
    number: milestones.length + 1,
    title,
    description: textOf(fields, 'description'),
    creator: access?.login ?? 'ghost',
    state: textOf(fields, 'state') === 'closed' ? 'closed' : 'open',
    dueOn: textOf(fields, 'due_on'),
    createdAt: world.now(),
  };
  milestones.push(milestone);
  return created(milestoneView(world, repository, milestone));
}
