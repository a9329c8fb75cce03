import { Moved } from '../change.ts';
import type { Change } from '../change.ts';
import type { Host } from '../host.ts';
import { pause } from '../retry.ts';
import type { Client } from './client.ts';
import { partsOf } from './repositories.ts';

/** A workflow to be started at a tag, which is at a commit. */
export type Dispatch = {
  readonly repository: string;
  /** The name of its file. */
  readonly workflow: string;
  readonly tag: string;
  readonly commit: string;
};

/** The page of a run at this very tag, whatever started it. */
export async function findRun(
  client: Client,
  { repository, workflow, tag, commit }: Dispatch,
): Promise<string | undefined> {
  const found = await client.look('GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs', {
    ...partsOf(repository),
    workflow_id: workflow,
    head_sha: commit,
    per_page: 100,
  });
  return found?.workflow_runs.find((run) => run.head_branch === tag)?.html_url;
}

/** Starts a workflow at a tag; says the page of the run, as far as GitHub tells it. */
export function dispatch(client: Client, wanted: Dispatch, host: Host): Change<string | undefined> {
  const { repository, workflow, tag } = wanted;
  const apply = async () => {
    try {
      const started = await client.write('POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches', {
        ...partsOf(repository),
        workflow_id: workflow,
        ref: tag,
        return_run_details: true,
      });
      const url: string | undefined = started?.html_url; // older servers answer with nothing
      host.progress(`${workflow} runs at ${tag}${url === undefined ? '' : `: ${url}`}`);
      return url;
    } catch (error) {
      if (!(error instanceof Moved)) throw error;
      return runAfterAll(client, wanted, { host, error });
    }
  };
  return {
    keys: [`run of ${workflow} at ${tag} in ${repository}`],
    title: `Start ${workflow} at ${tag}`,
    detail: `in ${repository}`,
    reach: 'remote',
    apply,
  };
}

const looks = 5;

/** The answer to a dispatch got lost. A run appears some seconds late, and a second one would release twice. */
async function runAfterAll(
  client: Client,
  wanted: Dispatch,
  { host, error }: { readonly host: Host; readonly error: Moved },
): Promise<string> {
  for (let look = 1; look <= looks; look++) {
    await pause(look, host);
    const url = await findRun(client, wanted);
    if (url !== undefined) return url;
  }
  throw error;
}
