import { evaluated, holds, type Plain, plainText } from '../rehearsal/expressions/expression.ts';
import { type Combination, combinationsOf } from '../rehearsal/jobs/matrix.ts';
import { joined } from '../rehearsal/jobs/records.ts';
import type { Result } from '../rehearsal/steps/records.ts';
import { type RepositoryEvent, shortRef } from '../rehearsal/triggers/event.ts';
import { entriesOf, textOf, valueAt } from '../rehearsal/workflow/value.ts';
import { callTrigger, type Job, readWorkflow, type Workflow } from '../rehearsal/workflow/workflow.ts';
import { placeOf } from './finding.ts';
import type { Account, Ground } from './ground.ts';
import { type Known, openIn, outputsOf, scopeOf, type Told, withVariables } from './known.ts';
import { type Frame, Steps, within } from './steps.ts';
import { takes } from './unknown.ts';

/** What only the run knew that released. */
const ofThatDay = ['run_id', 'run_number', 'run_attempt', 'event.head_commit', 'event.commits', 'event.pusher'].map(
  (name) => `github.${name}`,
);

/** How a job ended. On the day of the release none failed, but some were skipped. */
type End = Told & {
  readonly result: Result;
  /** Whether neither it nor a job before it was skipped. */
  readonly isReached: boolean;
  /** Whose condition decides whether it ran; undefined if that is known. */
  readonly doubt?: string;
};

/** What a job tells. It succeeded if there is no result. */
type JobEnd = Told & { readonly result?: Result };

/** Follows one run of a workflow: its jobs, their matrix, and the workflows that they call. */
export class Walk {
  readonly #ground: Ground;
  readonly #event: RepositoryEvent;
  /** What has been found so far. */
  readonly account: Account = { findings: [], claims: [], leftOut: [], images: [], verified: [], unseen: [] };
  readonly #steps: Steps;

  constructor(ground: Ground, event: RepositoryEvent) {
    this.#ground = ground;
    this.#event = event;
    this.#steps = new Steps(ground, event, this.account);
  }

  async follow(workflow: Workflow): Promise<Account> {
    const { commit, repository, server } = this.#ground;
    const { name, ref, payload, inputs = {} } = this.#event;
    const github = {
      actor: 'you',
      api_url: '',
      event: payload as Plain,
      event_name: name,
      ref,
      ref_name: shortRef(ref),
      ref_type: ref.startsWith('refs/tags/') ? 'tag' : 'branch',
      repository,
      repository_owner: repository.split('/')[0] ?? '',
      server_url: server,
      sha: commit,
      token: '',
      workflow: workflow.name,
    };
    const contexts = { github, inputs, vars: this.#ground.vars };
    await this.#jobs(workflow, {
      contexts,
      unknowns: new Map(ofThatDay.map((entry) => [entry, 'the run of that day'])),
    });
    return this.account;
  }

  async #jobs(workflow: Workflow, known: Known): Promise<ReadonlyMap<string, End>> {
    const ends = new Map<string, End>();
    for (const job of ordered(workflow.jobs)) {
      const needed = new Map([...ends].filter(([id]) => job.needs.includes(id)));
      ends.set(job.id, await this.#job(workflow, job, { known: knownAfter(needed, known), needed }));
    }
    return ends;
  }

  async #job(workflow: Workflow, job: Job, { known, needed }: Before): Promise<End> {
    const condition = valueAt(job.more, 'if');
    const isReached = [...needed.values()].every((end) => end.isReached);
    const open = openIn(condition, known);
    if (open.length > 0) {
      const told = this.#unperformedJob(job, `its condition is not known: ${takes(open)}`);
      return {
        ...told,
        result: 'success',
        isReached,
        doubt: `the condition of the job ${job.id} (${placeOf(job.at)})`,
      };
    }
    const scope = scopeOf(known);
    const functions = { ...scope.functions, success: () => isReached };
    if (!holds(condition, { ...scope, functions }, isReached))
      return { outputs: {}, unknowns: new Map(), result: 'skipped', isReached: false };
    const { result = 'success' as const, ...told } = await this.#legs(workflow, job, known);
    return { ...told, result, isReached: isReached && result === 'success' };
  }

  async #legs(workflow: Workflow, job: Job, known: Known): Promise<JobEnd> {
    const matrix = valueAt(job.more, 'strategy', 'matrix');
    const openMatrix = openIn(matrix, known);
    if (openMatrix.length > 0) return this.#unperformedJob(job, takes(openMatrix));
    const combinations: readonly Combination[] =
      matrix === undefined ? [{}] : combinationsOf(evaluated(matrix, scopeOf(known)));
    let end: JobEnd = { outputs: {}, unknowns: new Map() };
    for (const combination of combinations) {
      const inLeg = { ...known, contexts: { ...known.contexts, matrix: combination } };
      const next =
        job.uses === undefined
          ? await this.#perform(workflow, job, inLeg)
          : await this.#call(job, inLeg, workflow.path);
      end = {
        ...next,
        outputs: { ...end.outputs, ...next.outputs },
        unknowns: new Map([...end.unknowns, ...next.unknowns]),
      };
    }
    return end;
  }

  #unperformedJob(job: Job, why: string): Told {
    const names = job.steps.flatMap(({ work }) => (work.kind === 'uses' ? (this.#steps.ours(work.name) ?? []) : []));
    if (names.includes('gh-release') || job.uses !== undefined) this.account.unseen.push(placeOf(job.at));
    if (names.length > 0 || job.uses !== undefined)
      this.account.findings.push({
        verdict: 'open',
        what: `job ${job.id}`,
        detail: `not verified, because ${why}`,
        at: job.at,
      });
    const from = `the job ${job.id} (${placeOf(job.at)})`;
    const outputs = entriesOf(valueAt(job.more, 'outputs')).map(({ key }) => key);
    return { outputs: {}, unknowns: new Map(outputs.map((output) => [output, from])) };
  }

  /** A job that calls a workflow. */
  async #call(job: Job, known: Known, caller: string): Promise<JobEnd> {
    const uses = job.uses?.name ?? '';
    const source = await this.#ground.workflowFile(uses, caller);
    if (source === undefined) return this.#unperformedJob(job, `it calls ${uses}, which is not in this checkout`);
    const called = readWorkflow(source);
    const trigger = callTrigger(called);
    const given = valueAt(job.more, 'with');
    const declared = entriesOf(valueAt(trigger?.filters, 'inputs'));
    const unknowns = new Map([...known.unknowns].filter(([name]) => name.startsWith('github.')));
    const inputs = declared.map(({ key, value }) => {
      const own = valueAt(given, key) ?? valueAt(value, 'default');
      const [open] = openIn(own, known);
      if (open !== undefined) unknowns.set(`inputs.${key}`, open.from);
      const plain = own === undefined || open !== undefined ? '' : evaluated(own, scopeOf(known));
      return [key, textOf(valueAt(value, 'type')) === 'boolean' ? plainText(plain) === 'true' : plain] as const;
    });
    const { github, vars } = known.contexts;
    const contexts = { github: github ?? {}, vars: vars ?? {}, inputs: Object.fromEntries(inputs) };
    const ends = await this.#jobs(called, { contexts, unknowns });
    const jobs = Object.fromEntries([...ends].map(([id, { result, outputs }]) => [id, { result, outputs }]));
    const unknownJobs = [...ends].flatMap(([id, end]) =>
      [...end.unknowns].map(([output, from]) => [`jobs.${id}.outputs.${output}`, from] as const),
    );
    const inner = { contexts: { ...contexts, jobs }, unknowns: new Map([...unknowns, ...unknownJobs]) };
    const declaredOutputs = entriesOf(valueAt(trigger?.filters, 'outputs'));
    const told = outputsOf(
      declaredOutputs.map(({ key, value }) => [key, valueAt(value, 'value')]),
      inner,
    );
    return { ...told, result: joined([...ends.values()].map(({ result }) => result)) };
  }

  async #perform(workflow: Workflow, job: Job, known: Known): Promise<Told> {
    const ofWorkflow = withVariables({ texts: {}, unknowns: new Map() }, workflow.env, known);
    const env = withVariables(ofWorkflow, valueAt(job.more, 'env'), known);
    const folder =
      valueAt(job.more, 'defaults', 'run', 'working-directory') ?? valueAt(workflow.defaults, 'working-directory');
    const isInFolder = folder !== undefined;
    const frame: Frame = { known, steps: {}, unknownSteps: new Map(), env, later: [], isInFolder };
    await this.#steps.performJob(job.steps, frame);
    return outputsOf(
      entriesOf(valueAt(job.more, 'outputs')).map(({ key, value }) => [key, value]),
      within(frame),
    );
  }
}

type Needed = ReadonlyMap<string, End>;

/** What a job knows, and the jobs that it needs. */
type Before = { readonly known: Known; readonly needed: Needed };

function knownAfter(needed: Needed, known: Known): Known {
  const unknowns = [...needed].flatMap(([id, end]) => [
    ...[...end.unknowns].map(([output, from]) => [`needs.${id}.outputs.${output}`, from] as const),
    ...(end.doubt === undefined ? [] : [[`needs.${id}.result`, end.doubt] as const]),
  ]);
  const needs = Object.fromEntries([...needed].map(([id, { result, outputs }]) => [id, { result, outputs }]));
  return { contexts: { ...known.contexts, needs }, unknowns: new Map([...known.unknowns, ...unknowns]) };
}

function ordered(jobs: readonly Job[]): readonly Job[] {
  const done: Job[] = [];
  while (done.length < jobs.length) {
    const ready = jobs.filter(
      (job) => !done.includes(job) && job.needs.every((id) => done.some((one) => one.id === id)),
    );
    if (ready.length === 0) return done;
    done.push(...ready);
  }
  return done;
}
