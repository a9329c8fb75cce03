import { account } from '../accounts/account-view.ts';
import { type Answer, notFound, ok } from '../core/answer.ts';
import { nodeId } from '../core/node-id.ts';
import { pagedWithCount } from '../core/paging.ts';
import type { DispatchRecord } from '../core/records.ts';
import type { Call, RepositoryRoute } from '../core/route.ts';
import type { Repository, World } from '../core/world.ts';
import { repositoryView } from '../repositories/repository-view.ts';
import { workflowOf, workflowView } from './workflows.ts';

const base = '/repos/{owner}/{repo}/actions';

export const workflowRunRoutes: readonly RepositoryRoute[] = [
  {
    method: 'GET',
    path: `${base}/runs`,
    docs: 'actions/workflow-runs#list-workflow-runs-for-a-repository',
    needs: ['actions: read'],
    answer: (call, repository) => listRuns(call, repository, repository.record.dispatches),
  },
  {
    method: 'GET',
    path: `${base}/workflows/{workflow_id}/runs`,
    docs: 'actions/workflow-runs#list-workflow-runs-for-a-workflow',
    needs: ['actions: read'],
    answer: async (call, repository) => {
      const wanted = await workflowOf(call, repository);
      const own = repository.record.dispatches.filter(({ workflow }) => workflow === wanted);
      return listRuns(call, repository, own);
    },
  },
  {
    method: 'GET',
    path: `${base}/runs/{run_id}`,
    docs: 'actions/workflow-runs#get-a-workflow-run',
    needs: ['actions: read'],
    answer: async ({ world, parameters }, repository) => {
      const run = repository.record.dispatches.find(({ id }) => String(id) === parameters['run_id']);
      if (run === undefined) throw notFound();
      return ok(await runView(world, repository, run));
    },
  },
];

function listRuns(call: Call, repository: Repository, all: readonly DispatchRecord[]): Promise<Answer> {
  const { world, query } = call;
  const [event, branch, sha] = [query.get('event'), query.get('branch'), query.get('head_sha')];
  const runs = all.filter(
    (run) =>
      (event === null || event === 'workflow_dispatch') &&
      (branch === null || run.ref.replace(/^refs\/(?:heads|tags)\//, '') === branch) &&
      (sha === null || run.sha === sha),
  );
  return pagedWithCount(call, {
    name: 'workflow_runs',
    all: runs.toReversed(),
    view: (run) => runView(world, repository, run),
  });
}

async function runView(world: World, repository: Repository, run: DispatchRecord) {
  const url = `${world.instance.url}/repos/${repository.name}/actions/runs/${run.id}`;
  const shown = await repositoryView(world, repository);
  const workflow = workflowView(world, repository, run.workflow);
  return {
    id: run.id,
    node_id: nodeId('WorkflowRun', run.id),
    name: workflow.name,
    display_title: workflow.name,
    head_branch: run.ref.replace(/^refs\/(?:heads|tags)\//, ''),
    head_sha: run.sha,
    path: run.workflow,
    run_number: run.runNumber,
    run_attempt: 1,
    event: 'workflow_dispatch',
    status: 'queued',
    conclusion: null,
    workflow_id: workflow.id,
    url,
    html_url: `${world.instance.gitUrl}/${repository.name}/actions/runs/${run.id}`,
    pull_requests: [],
    created_at: run.createdAt,
    updated_at: run.createdAt,
    actor: account(world, run.actor),
    triggering_actor: account(world, run.actor),
    run_started_at: run.createdAt,
    ...Object.fromEntries(
      ['jobs', 'logs', 'artifacts', 'cancel', 'rerun'].map((name) => [`${name}_url`, `${url}/${name}`]),
    ),
    check_suite_url: `${world.instance.url}/repos/${repository.name}/check-suites/${run.id}`,
    workflow_url: workflow.url,
    head_commit: null,
    repository: shown,
    head_repository: shown,
  };
}
