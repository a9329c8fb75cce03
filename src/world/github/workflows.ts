import { Moved } from '../change.ts';
import type { Change } from '../change.ts';
import type { Host } from '../host.ts';
import { pause } from '../retry.ts';
import { link, list, maybe, record, string } from '../shape.ts';
import type { Client } from './client.ts';
import { ownerAndRepo } from './repositories.ts';

/** A workflow at a tag. */
export type TaggedWorkflow = {
  readonly repository: string;
  /** The name of its file. */
  readonly workflow: string;
  readonly tag: string;
  /** The commit of the tag. */
  readonly commit: string;
};

const runs = record({ workflow_runs: list(record({ head_branch: maybe(string), html_url: link })) });
const started = maybe(record({ html_url: link }));

const looks = 5;
// How long another run may take from its push until the run that it starts is shown.
const courtesy = 60_000;

/** Workflows and their runs. */
export class Workflows {
  readonly #client: Client;
  readonly #host: Host;
  constructor(client: Client, host: Host) {
    this.#client = client;
    this.#host = host;
  }

  /** The page of a run at this very tag, whatever started it. */
  async findRun({ repository, workflow, tag, commit }: TaggedWorkflow): Promise<string | undefined> {
    const query = { ...ownerAndRepo(repository), workflow_id: workflow, head_sha: commit, per_page: 100 };
    const route = 'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs';
    const found = await this.#client.look(route, query, runs);
    return found?.workflow_runs.find((run) => run.head_branch === tag)?.html_url;
  }

  /**
   * Starts a workflow, for a token whose pushes start none. Gives the page of the run, if GitHub tells it. If somebody else
   * made the tag a moment ago, he gets the time to start it himself.
   */
  start(wanted: TaggedWorkflow, madeAt: number | undefined): Change<string | undefined> {
    const { repository, workflow, tag } = wanted;
    const keys = [`run of ${workflow} at ${tag} in ${repository}`];
    return {
      keys,
      title: `Start ${workflow} at ${tag}`,
      detail: `in ${repository}`,
      reach: 'remote',
      apply: async () => {
        if (madeAt !== undefined && (await this.#isStartedSoon(wanted, madeAt)))
          throw new Moved(`another run started ${workflow} at ${tag}`, { unmade: keys, hasProgressed: true });
        try {
          return await this.#dispatch(wanted);
        } catch (error) {
          if (!(error instanceof Moved)) throw error;
          return this.#runAfterAll(wanted, error);
        }
      },
    };
  }

  /** Looks for a run for as long as the tag is new. The time is random, so that of two who wait only one starts it. */
  async #isStartedSoon(wanted: TaggedWorkflow, madeAt: number): Promise<boolean> {
    const { pace } = this.#host;
    const end = Math.min(madeAt * 1000, Date.now()) + courtesy * pace * (1 + Math.random());
    for (let look = 1; Date.now() < end; look++) {
      this.#host.progress(`waiting for a run of ${wanted.workflow} at ${wanted.tag}, which was made a moment ago`);
      await pause(look, this.#host, end);
      if ((await this.findRun(wanted)) !== undefined) return true;
    }
    return false;
  }

  async #dispatch({ repository, workflow, tag }: TaggedWorkflow): Promise<string | undefined> {
    const route = 'POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches';
    const wanted = { ...ownerAndRepo(repository), workflow_id: workflow, ref: tag, return_run_details: true };
    const url = (await this.#client.write(route, wanted, started))?.html_url; // older servers answer with nothing
    this.#host.progress(`${workflow} runs at ${tag}${url === undefined ? '' : `: ${url}`}`);
    return url;
  }

  /** The answer to a dispatch got lost. A run appears some seconds late, and a second run would release twice. */
  async #runAfterAll(wanted: TaggedWorkflow, error: Moved): Promise<string> {
    for (let look = 1; look <= looks; look++) {
      await pause(look, this.#host);
      const url = await this.findRun(wanted);
      if (url !== undefined) return url;
    }
    throw error;
  }
}
