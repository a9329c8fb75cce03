import type { Chronicle, Occurrence, Pull, Remark, Run } from './chronicle.ts';
import { isStillPending } from './remarks.ts';
import { type Before, beforeRelease, type Servers, worldOf } from './world.ts';

/** A run that has ended. `writes` are its pushes (`push /org/app refs/tags/v1`) and requests (`POST /repos/org/app/…`). */
export type EndedRun = Omit<Run, 'kind' | 'id' | 'startedBy'> & {
  readonly writes: readonly string[];
  /** What its steps said that people still have to do. */
  readonly pending: readonly string[];
  /** The requests that GitHub refused. If the run succeeded nevertheless, an action had expected that. */
  readonly refused: readonly Remark[];
};

type Ending = Pick<Chronicle, 'title' | 'isDone' | 'isRehearsal'>;

/** Writes down a release while it happens. */
export class Recorder {
  readonly #begin = new Date();
  readonly #servers: Servers;
  readonly #own: Servers['repositories'][0];
  readonly #before: Before;
  readonly #course: Occurrence[] = [];
  readonly #runs: (EndedRun & { readonly id: string })[] = [];

  constructor(servers: Servers, before: Before) {
    this.#servers = servers;
    this.#own = servers.repositories[0];
    this.#before = before;
  }

  /** Begins with what is on the servers now. */
  static async begin(servers: Servers): Promise<Recorder> {
    return new Recorder(servers, await beforeRelease(servers));
  }

  chapter(title: string): void {
    this.#course.push({ kind: 'chapter', title });
  }

  /** What a person or another service did. */
  deed(text: string): void {
    this.#course.push({ kind: 'deed', at: new Date().toISOString(), text });
  }

  run(ended: EndedRun): void {
    const { writes: _, pending: __, refused: ___, ...run } = ended;
    const id = `run-${this.#runs.length + 1}`;
    const startedBy = this.#runs.findLast(({ writes }) => writes.some((write) => this.#starts(write, ended)))?.id;
    this.#course.push({ kind: 'run', id, ...run, ...(startedBy !== undefined && { startedBy }) });
    this.#runs.push({ ...ended, id });
  }

  /** What happened so far, and what is on the servers now. */
  async chronicle(ending: Ending): Promise<Chronicle> {
    const world = await worldOf(this.#servers, this.#before);
    return {
      ...ending,
      repository: this.#own.name,
      begin: this.#begin.toISOString(),
      seconds: (Date.now() - this.#begin.getTime()) / 1000,
      course: this.#course,
      refusals: this.#refusals(),
      risks: [],
      unknown: [],
      pending: this.#pending(world.pulls),
      needs: [],
      packages: [],
      ...world,
    };
  }

  #refusals(): readonly Remark[] {
    return this.#runs.flatMap(({ id, jobs, refused, result: ending }) => [
      ...jobs
        .flatMap(({ steps }) => steps)
        .filter(({ result }) => result === 'failure')
        .map(({ name, said, log }) => ({ what: name, why: (said.length > 0 ? said : log).join('\n'), run: id })),
      ...(ending === 'success' ? [] : refused).map((one) => ({ ...one, run: id })),
    ]);
  }

  /** What the last run of each workflow left to people, without the pull requests that were merged or closed since. */
  #pending(pulls: readonly Pull[]): readonly Remark[] {
    const last = this.#runs.filter(
      (run, index) => !this.#runs.some((later, at) => at > index && later.workflow === run.workflow),
    );
    return last.flatMap(({ id, pending }) =>
      pending.filter((what) => isStillPending(what, pulls)).map((what) => ({ what, run: id })),
    );
  }

  /** Whether a write is what started a run. */
  #starts(write: string, { event, ref, workflow }: EndedRun): boolean {
    const [method = '', path = '', pushed] = write.split(' ');
    const own = this.#own.name;
    if (event === 'push') return method === 'push' && path === `/${own}` && pushed === ref;
    const [, endpoint] = path.split(`/repos/${own}/`);
    if (endpoint === undefined) return false;
    if (event === 'release') return /^releases(?:\/\d+)?$/.test(endpoint);
    if (event === 'pull_request') return method === 'POST' && endpoint === 'pulls';
    return endpoint === `actions/workflows/${workflow}/dispatches`;
  }
}
