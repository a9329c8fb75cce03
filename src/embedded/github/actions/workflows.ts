import { type Answer, noContent, notFound, ok, unprocessable } from '../core/answer.ts';
import { type Commit, lines } from '../core/bare-repository.ts';
import { flagOf, objectOf, requiredText } from '../core/fields.ts';
import { nodeId } from '../core/node-id.ts';
import type { Call, RepositoryRoute } from '../core/route.ts';
import type { Repository, World } from '../core/world.ts';

const base = '/repos/{owner}/{repo}/actions';

export const workflowRoutes: readonly RepositoryRoute[] = [
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
];

/** The workflow that a path names, by its number or the name of its file. Only those of the default branch exist. */
export async function workflowOf({ parameters }: Call, { bare, record }: Repository): Promise<string> {
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
  const { ref, commit } = await startingPoint(call, repository, requiredText(fields, 'ref'));
  const inputs = objectOf(fields, 'inputs') ?? {};
  refuseInputs(await workflowText(repository, commit, workflow), inputs);
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
  // From version 2026-03-10 of the API on, the answer always names the run.
  const isTold =
    flagOf(fields, 'return_run_details') === true || String(headers['x-github-api-version'] ?? '') >= '2026-03-10';
  const url = `${world.instance.url}/repos/${repository.name}/actions/runs/${run.id}`;
  const page = `${world.instance.gitUrl}/${repository.name}/actions/runs/${run.id}`;
  return isTold ? ok({ workflow_run_id: run.id, run_url: url, html_url: page }) : noContent;
}

/** The branch or tag at which a workflow starts, by its short or full name. A SHA is refused. */
async function startingPoint(
  { world }: Call,
  repository: Repository,
  name: string,
): Promise<{ ref: string; commit: Commit }> {
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

async function workflowText({ bare }: Repository, { sha }: Commit, workflow: string): Promise<string> {
  return (await bare.object(`${sha}:${workflow}`))?.content.toString('utf8') ?? '';
}

/** Refuses a workflow without `workflow_dispatch`, and inputs that it does not declare. Nothing else of it is read. */
function refuseInputs(workflow: string, inputs: Readonly<Record<string, unknown>>): void {
  const [, declared] = /^(?:on|"on"|'on'):[^]*?\bworkflow_dispatch\b([^]*?)(?=^\S|(?![^]))/m.exec(workflow) ?? [];
  if (declared === undefined) throw unprocessable("Workflow does not have 'workflow_dispatch' trigger");
  const unexpected = Object.keys(inputs).filter((name) => !new RegExp(`[\\s{,]${RegExp.escape(name)}:`).test(declared));
  if (unexpected.length > 0) throw unprocessable(`Unexpected inputs provided: ${JSON.stringify(unexpected)}`);
}

export function workflowView(world: World, { name, record }: Repository, path: string) {
  const id = record.workflows.get(path) ?? world.id();
  record.workflows.set(path, id);
  const file = path.slice(path.lastIndexOf('/') + 1);
  const page = `${world.instance.gitUrl}/${name}`;
  return {
    id,
    node_id: nodeId('Workflow', id),
    name: file.replace(/\.ya?ml$/, ''),
    path,
    state: 'active',
    created_at: record.createdAt,
    updated_at: record.createdAt,
    url: `${world.instance.url}/repos/${name}/actions/workflows/${id}`,
    html_url: `${page}/blob/main/${path}`,
    badge_url: `${page}/workflows/${file}/badge.svg`,
  };
}
