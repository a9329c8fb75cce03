import { type Answer, created, invalid, ok, Refused } from '../core/answer.ts';
import { flagOf, requiredText, textOf } from '../core/fields.ts';
import { linkHeader, paged, pageOf } from '../core/paging.ts';
import type { PullIssue, PullRecord } from '../core/records.ts';
import type { Call, RepositoryRoute } from '../core/route.ts';
import type { Repository } from '../core/world.ts';
import { changedFiles, fileView } from '../git-data/changed-files.ts';
import { commitView } from '../git-data/commits.ts';
import { newIssue } from '../issues/issue-view.ts';
import { moveHead } from './follow-branches.ts';
import { mergeRoute } from './pull-merge.ts';
import { changeState, pullOf, refuseSecondPull } from './pull-state.ts';
import { forkPoint, pullCommits, pullSummary, pullView } from './pull-view.ts';

export const pullRoutes: readonly RepositoryRoute[] = [
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/pulls',
    docs: 'pulls/pulls#list-pull-requests',
    needs: ['pull-requests: read'],
    answer: listPulls,
  },
  {
    method: 'POST',
    path: '/repos/{owner}/{repo}/pulls',
    docs: 'pulls/pulls#create-a-pull-request',
    needs: ['pull-requests: write'],
    answer: createPull,
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/pulls/{pull_number}',
    docs: 'pulls/pulls#get-a-pull-request',
    needs: ['pull-requests: read'],
    answer: async (call, repository) => ok(await pullView(call.world, repository, pullOf(call, repository))),
  },
  {
    method: 'PATCH',
    path: '/repos/{owner}/{repo}/pulls/{pull_number}',
    docs: 'pulls/pulls#update-a-pull-request',
    needs: ['pull-requests: write'],
    answer: updatePull,
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/pulls/{pull_number}/commits',
    docs: 'pulls/pulls#list-commits-on-a-pull-request',
    needs: ['pull-requests: read'],
    answer: listPullCommits,
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/pulls/{pull_number}/files',
    docs: 'pulls/pulls#list-pull-requests-files',
    needs: ['pull-requests: read'],
    answer: listPullFiles,
  },
  mergeRoute,
];

async function listPulls(call: Call, repository: Repository): Promise<Answer> {
  const { world, query } = call;
  const [state, head, base] = [query.get('state') ?? 'open', query.get('head'), query.get('base')];
  const found = world.pulls(repository).filter(
    ({ pull, state: actual }) =>
      (state === 'all' || state === actual) &&
      (base === null || base === pull.base.branch) &&
      (head === null || !head.includes(':') || isHead(pull, head)), // GitHub ignores a head without an owner
  );
  return paged(call, inOrder(found, query), (issue) => pullSummary(world, repository, issue));
}

function isHead({ head }: PullRecord, label: string): boolean {
  return label === `${head.repository.split('/')[0]}:${head.branch}`;
}

function inOrder(pulls: readonly PullIssue[], query: URLSearchParams): PullIssue[] {
  const isAscending = query.has('direction')
    ? query.get('direction') === 'asc'
    : query.has('sort') && query.get('sort') !== 'created';
  const key = ({ updatedAt, comments, number }: PullIssue) => {
    if (query.get('sort') === 'updated') return Date.parse(updatedAt);
    return query.get('sort') === 'popularity' ? comments.length : number;
  };
  const order = (one: PullIssue, other: PullIssue) => key(one) - key(other) || one.number - other.number;
  return pulls.toSorted((one, other) => (isAscending ? order(one, other) : order(other, one)));
}

async function createPull(call: Call, repository: Repository): Promise<Answer> {
  const { world, access, fields } = call;
  if (access?.kind === 'job' && world.instance.settings.actionsMayPropose === false) {
    throw new Refused(403, 'GitHub Actions is not permitted to create or approve pull requests.');
  }
  const [label, branch] = [requiredText(fields, 'head'), requiredText(fields, 'base')];
  if (textOf(fields, 'title') === undefined)
    throw invalid({ resource: 'PullRequest', field: 'title', code: 'missing_field' });
  const source = sourceOf(call, repository, label);
  const [base, head] = [
    await world.sha(repository, `refs/heads/${branch}`),
    source && (await world.sha(source.repository, `refs/heads/${source.branch}`)),
  ];
  if (base === undefined) throw invalid({ resource: 'PullRequest', field: 'base', code: 'invalid' });
  if (source === undefined || head === undefined)
    throw invalid({ resource: 'PullRequest', field: 'head', code: 'invalid' });
  const pull = newPull(call, { from: { ...source, sha: head }, base: { branch, sha: base } });
  await refuseEmpty(repository, pull, branch);
  refuseSecondPull(world, repository, pull);
  const issue = { ...newIssue(call, repository), pull };
  repository.record.issues.set(issue.number, issue);
  await moveHead(world, repository, { issue, tip: head });
  return created(await pullView(world, repository, issue));
}

type PullSource = { readonly repository: Repository; readonly branch: string };

/** The repository and branch that `head` names: `branch`, or `owner:branch` among the forks. */
function sourceOf({ world, fields }: Call, repository: Repository, label: string): PullSource | undefined {
  const colon = label.indexOf(':');
  const [owner, branch] = colon === -1 ? [repository.owner, label] : [label.slice(0, colon), label.slice(colon + 1)];
  const named = textOf(fields, 'head_repo');
  const name = named?.includes('/') === true ? named : named && `${owner}/${named}`;
  const own = owner === repository.owner ? repository : world.inNetwork(repository.name, owner);
  const source = name === undefined ? own : world.repository(name);
  return source && { repository: source, branch };
}

type PullBranches = {
  readonly from: PullSource & { readonly sha: string };
  readonly base: { branch: string; sha: string };
};

function newPull({ world, fields }: Call, { from, base }: PullBranches): PullRecord {
  return {
    id: world.id(),
    head: { repository: from.repository.name, branch: from.branch, sha: from.sha },
    base,
    reviews: [],
    isDraft: flagOf(fields, 'draft') ?? false,
    mayMaintainersModify: flagOf(fields, 'maintainer_can_modify') ?? false,
    reviewers: [],
    teams: [],
    merged: undefined,
  };
}

async function refuseEmpty({ bare, owner }: Repository, { head, base }: PullRecord, branch: string): Promise<void> {
  if (!(await bare.isAncestor(head.sha, base.sha))) return;
  const source = head.repository.split('/')[0];
  const [from, to] = source === owner ? [branch, head.branch] : [`${owner}:${branch}`, `${source}:${head.branch}`];
  throw invalid({ resource: 'PullRequest', code: 'custom', message: `No commits between ${from} and ${to}` });
}

async function updatePull(call: Call, repository: Repository): Promise<Answer> {
  const { world, fields } = call;
  const issue = pullOf(call, repository);
  const base = textOf(fields, 'base');
  const baseTip = base === undefined ? undefined : await world.sha(repository, `refs/heads/${base}`);
  if (base !== undefined && baseTip === undefined)
    throw invalid({ resource: 'PullRequest', field: 'base', code: 'invalid' });
  await changeState(call, repository, issue);
  issue.title = textOf(fields, 'title') ?? issue.title;
  if ('body' in fields) issue.body = textOf(fields, 'body');
  if (base !== undefined && baseTip !== undefined) Object.assign(issue.pull.base, { branch: base, sha: baseTip });
  issue.pull.mayMaintainersModify = flagOf(fields, 'maintainer_can_modify') ?? issue.pull.mayMaintainersModify;
  issue.updatedAt = world.now();
  return ok(await pullView(world, repository, issue));
}

async function listPullCommits(call: Call, repository: Repository): Promise<Answer> {
  const shas = await pullCommits(repository, pullOf(call, repository));
  const { items, link } = pageOf(call, shas);
  const commits = await repository.bare.commits(items);
  return {
    status: 200,
    headers: linkHeader(link),
    body: commits.map((commit) => commitView(call.world, repository, commit)),
  };
}

async function listPullFiles(call: Call, repository: Repository): Promise<Answer> {
  const issue = pullOf(call, repository);
  const { sha } = issue.pull.head;
  const files = await changedFiles(repository.bare, await forkPoint(repository, issue), sha);
  return paged(call, files, (file) => fileView(call.world, { name: repository.name, sha }, file));
}
