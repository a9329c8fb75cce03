import { account, nodeId } from './accounts.ts';
import { type Answer, noContent, notFound, ok, unprocessable } from './answer.ts';
import { flagOf, objectOf, requiredText } from './fields.ts';
import { lines, type Commit } from './bare-repository.ts';
import type { DispatchRecord } from './ledger.ts';
import { counted } from './paging.ts';
import { repositoryView } from './repositories.ts';
import type { Call, RepositoryRoute } from './route.ts';
import type { Repository, World } from './world.ts';

const base = '/repos/{owner}/{repo}/actions';

export const actionRoutes: readonly RepositoryRoute[] = [
  {
    method: 'GET',
    path: `${base}/workflows/{workflow_id}`,
    docs: 'actions/workflows#get-a-workflow',
    needs: ['actions: read'],
    answer: async (call, repository) => ok(workflowView(call.world, repository, await workflowOf(call, repository))),
  },
  {
    method: 'POST',
    path: `${base}/workflows/{workflow_id}/dispatches`,
    docs: 'actions/workflows#create-a-workflow-dispatch-event',
    needs: ['actions: write'],
    answer: dispatch,
  },
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

/** GitHub knows the workflows of the default branch, by number and by the name of their file. */
async function workflowOf({ parameters }: Call, { bare, record }: Repository): Promise<string> {
  const wanted = parameters['workflow_id'] ?? '';
  const files = await bare.run(['ls-tree', '--name-only', 'HEAD', '--', '.github/workflows/']);
  const found = lines(files.stdout.toString('utf8')).find(
    (path) => path === `.github/workflows/${wanted}` || String(record.workflows.get(path)) === wanted,
  );
  if (found === undefined) throw notFound();
  return found;
}

async function dispatch(call: Call, repository: Repository): Promise<Answer> {
  const { world, access, fields, headers } = call;
  const workflow = await workflowOf(call, repository);
  const { ref, commit } = await start(call, repository, requiredText(fields, 'ref'));
  const inputs = objectOf(fields, 'inputs') ?? {};
  refuseInputs(await source(repository, commit, workflow), inputs);
  const { dispatches } = repository.record;
  const actor = access?.login ?? 'ghost';
  const run = {
    id: world.id(),
    runNumber: dispatches.length + 1,
    workflow,
    ref,
    sha: commit.sha,
    inputs,
    actor,
    createdAt: world.now(),
  };
  dispatches.push(run);
  // Since the version 2026-03-10 of the API the run is always told.
  const isTold =
    flagOf(fields, 'return_run_details') === true || String(headers['x-github-api-version'] ?? '') >= '2026-03-10';
  const url = `${world.site.url}/repos/${repository.name}/actions/runs/${run.id}`;
  const page = `${world.site.gitUrl}/${repository.name}/actions/runs/${run.id}`;
  return isTold ? ok({ workflow_run_id: run.id, run_url: url, html_url: page }) : noContent;
}

/** The branch or tag at which a workflow starts, by its short or full name; a commit is none. */
async function start({ world }: Call, repository: Repository, name: string): Promise<{ ref: string; commit: Commit }> {
  const refs = await world.refs(repository);
  const ref = [`refs/heads/${name}`, `refs/tags/${name}`, name].find((candidate) => refs.has(candidate));
  const sha = ref && refs.get(ref)?.sha;
  const commit =
    sha === undefined
      ? undefined
      : await repository.bare.commit((await repository.bare.print(['rev-parse', `${sha}^{commit}`])).trim());
  if (ref === undefined || commit === undefined) throw unprocessable(`No ref found for: ${name}`);
  return { ref, commit };
}

async function source({ bare }: Repository, { sha }: Commit, workflow: string): Promise<string> {
  return (await bare.object(`${sha}:${workflow}`))?.content.toString('utf8') ?? '';
}

/** Reads just enough of a workflow: whether it can be started, and which inputs it declares. */
function refuseInputs(workflow: string, inputs: Readonly<Record<string, unknown>>): void {
  const [, declared] = /^(?:on|"on"|'on'):[^]*?\bworkflow_dispatch\b([^]*?)(?=^\S|(?![^]))/m.exec(workflow) ?? [];
  if (declared === undefined) throw unprocessable("Workflow does not have 'workflow_dispatch' trigger");
  const unexpected = Object.keys(inputs).filter((name) => !new RegExp(`[\\s{,]${RegExp.escape(name)}:`).test(declared));
  if (unexpected.length > 0) throw unprocessable(`Unexpected inputs provided: ${JSON.stringify(unexpected)}`);
}

function workflowView(world: World, { name, record }: Repository, path: string) {
  const id = record.workflows.get(path) ?? world.id();
  record.workflows.set(path, id);
  const file = path.slice(path.lastIndexOf('/') + 1);
  const page = `${world.site.gitUrl}/${name}`;
  return {
    id,
    node_id: nodeId('Workflow', id),
    name: file.replace(/\.ya?ml$/, ''),
    path,
    state: 'active',
    created_at: record.createdAt,
    updated_at: record.createdAt,
    url: `${world.site.url}/repos/${name}/actions/workflows/${id}`,
    html_url: `${page}/blob/main/${path}`,
    badge_url: `${page}/workflows/${file}/badge.svg`,
  };
}

function listRuns(call: Call, repository: Repository, all: readonly DispatchRecord[]): Promise<Answer> {
  const { world, query } = call;
  const [event, branch, sha] = [query.get('event'), query.get('branch'), query.get('head_sha')];
  const runs = all.filter(
    (run) =>
      (event === null || event === 'workflow_dispatch') &&
      (branch === null || run.ref.replace(/^refs\/(?:heads|tags)\//, '') === branch) &&
      (sha === null || run.sha === sha),
  );
  return counted(call, {
    name: 'workflow_runs',
    all: runs.toReversed(),
    view: (run) => runView(world, repository, run),
  });
}

async function runView(world: World, repository: Repository, run: DispatchRecord) {
  const url = `${world.site.url}/repos/${repository.name}/actions/runs/${run.id}`;
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
    html_url: `${world.site.gitUrl}/${repository.name}/actions/runs/${run.id}`,
    pull_requests: [],
    created_at: run.createdAt,
    updated_at: run.createdAt,
    actor: account(world, run.actor),
    triggering_actor: account(world, run.actor),
    run_started_at: run.createdAt,
    ...Object.fromEntries(
      ['jobs', 'logs', 'artifacts', 'cancel', 'rerun'].map((name) => [`${name}_url`, `${url}/${name}`]),
    ),
    check_suite_url: `${world.site.url}/repos/${repository.name}/check-suites/${run.id}`,
    workflow_url: workflow.url,
    head_commit: null,
    repository: shown,
    head_repository: shown,
  };
}
