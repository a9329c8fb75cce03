import { problemsIn, refusalText, ReleaseError } from '../../domain/error.ts';
import { evaluated, evaluatedText, holds, type Plain, type Scope } from '../expressions/expression.ts';
import type { Annotation, Result } from '../steps/records.ts';
import { beyond, reducedBy } from '../workflow/permissions.ts';
import { type Value, valueAt } from '../workflow/value.ts';
import type { Job } from '../workflow/workflow.ts';
import { callWorkflow } from './call.ts';
import type { Calling, Performed } from './calling.ts';
import { type Leg, omitted, performLeg, told, unperformed } from './leg.ts';
import { type Combination, combinationsOf } from './matrix.ts';
import { asMember, membership } from './membership.ts';
import { hasGaps, type JobRecord, type JobResult, joined } from './records.ts';
import type { Site, Started } from './site.ts';

/** Performs jobs as soon as those that they need have ended. */
export async function performJobs(calling: Calling, site: Site, run: Started): Promise<Performed> {
  const ended = new Map<string, Promise<JobEnd>>();
  const afterEnd = (id: string) => ended.get(id) ?? Promise.reject(new Error(`There is no job ${id}.`));
  for (const job of inOrder(calling.workflow.jobs))
    ended.set(
      job.id,
      Promise.all(job.needs.map(afterEnd)).then((needed) => performJob(job, needed, { calling, site, run })),
    );
  const all = await Promise.all(ended.values());
  return {
    records: all.flatMap(({ records }) => records),
    needs: Object.fromEntries(all.map(({ id, result, outputs }) => [id, { result, outputs }])),
  };
}

type JobEnd = JobResult & {
  readonly id: string;
  readonly records: readonly JobRecord[];
  /** The results of it and of all jobs before it. */
  readonly history: readonly Result[];
};

type Surroundings = { readonly calling: Calling; readonly site: Site; readonly run: Started };

/** Each job behind those that it needs. */
function inOrder(jobs: readonly Job[], placed: readonly Job[] = []): readonly Job[] {
  const ready = jobs.filter(({ needs }) => needs.every((id) => placed.some((job) => job.id === id)));
  const left = jobs.filter((job) => !ready.includes(job));
  return left.length === 0 || ready.length === 0 ? [...placed, ...ready] : inOrder(left, [...placed, ...ready]);
}

async function performJob(job: Job, needed: readonly JobEnd[], around: Surroundings): Promise<JobEnd> {
  const scope = jobScope(needed, around.calling);
  const first = legOf(job, {}, { scope, around });
  try {
    const isSuccess = scope.functions?.['success']?.() === true;
    if (!holds(valueAt(job.more, 'if'), scope, isSuccess))
      return endOf(job, needed, [unperformed(first, 'skipped')], 'skipped');
    return await performLegs(job, needed, { scope, around });
  } catch (error) {
    if (!(error instanceof ReleaseError)) throw error;
    const isUnknown = error.message.includes('needs.') && needed.some(({ records }) => records.some(hasGaps));
    if (isUnknown) {
      const reason = `${error.message.replace(/\.$/, '')}, and what it needs was not performed`;
      const annotations = [omitted(`job ${job.id}`, reason, error.at ?? job.at)];
      return endOf(job, needed, [unperformed(first, 'success', annotations)], 'success');
    }
    const annotations = problemsIn(error).map((one) => told('error', refusalText(one), one.at ?? job.at));
    return endOf(job, needed, [unperformed(first, 'failure', annotations)], 'failure');
  }
}

/** What expressions of a job know. success() looks at all jobs before it, also at those that it does not name. */
function jobScope(needed: readonly JobEnd[], { scope, cancel }: Calling): Scope {
  const history = needed.flatMap((end) => end.history);
  const needs = Object.fromEntries(needed.map(({ id, result, outputs }) => [id, { result, outputs }]));
  const isCancelled = () => cancel.signal.aborted;
  return {
    contexts: { ...scope.contexts, needs },
    functions: {
      always: () => true,
      cancelled: isCancelled,
      failure: () => history.includes('failure') && !isCancelled(),
      success: () => history.every((result) => result === 'success') && !isCancelled(),
    },
  };
}

type JobPlace = { readonly scope: Scope; readonly around: Surroundings };

function legOf(
  job: Job,
  combination: Combination,
  { scope, around: { calling, site } }: JobPlace,
  legs = { index: 0, total: 1 },
): Leg {
  const { workflow, path, most, cancel } = calling;
  const strategy = { 'fail-fast': true, 'job-index': legs.index, 'job-total': legs.total, 'max-parallel': legs.total };
  const asked = job.permissions ?? workflow.permissions ?? most ?? site.defaults;
  return {
    job,
    workflow,
    key: [...path, job.id].join('/'),
    combination,
    scope: { ...scope, contexts: { ...scope.contexts, strategy, matrix: combination } },
    permissions: most === undefined ? asked : reducedBy(asked, most),
    signal: cancel.signal,
  };
}

async function performLegs(job: Job, needed: readonly JobEnd[], place: JobPlace): Promise<JobEnd> {
  const { calling } = place.around;
  refuseMorePermissions(job, calling);
  const strategy = valueAt(job.more, 'strategy');
  const combinations = matrixOf(strategy, place.scope);
  const isFailFast = holds(valueAt(strategy, 'fail-fast'), place.scope, true);
  const most = Number(evaluatedText(valueAt(strategy, 'max-parallel'), place.scope)) || combinations.length;
  const stopping = new AbortController();
  const signal = AbortSignal.any([calling.cancel.signal, stopping.signal]);
  const ends: LegEnd[] = [];
  const waiting = combinations.map((combination, index) => ({
    combination,
    legs: { index, total: combinations.length },
  }));
  const perform = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const end = await performOne({ ...legOf(job, next.combination, place, next.legs), signal }, place);
      ends.push(end);
      if (end.result === 'failure' && isFailFast && !end.continues) stopping.abort();
    }
  };
  await Promise.all(Array.from({ length: Math.min(most, combinations.length) }, perform));
  const results = ends.map(({ result, continues }) => (result === 'failure' && continues ? 'success' : result));
  const outputs = Object.assign({}, ...ends.map((end) => filled(end.outputs))) as Record<string, string>;
  const records = ends.toSorted((one, other) => one.index - other.index).flatMap((end) => end.records);
  return { ...endOf(job, needed, records, joined(results)), outputs };
}

type LegEnd = JobResult & {
  readonly index: number;
  readonly records: readonly JobRecord[];
  /** Whether `continue-on-error` lets the run go on. */
  readonly continues: boolean;
};

/** Of several jobs of a matrix, the last one that says something counts. */
const filled = (outputs: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(outputs).filter(([, value]) => value !== ''));

async function performOne(leg: Leg, { around: { calling, site, run } }: JobPlace): Promise<LegEnd> {
  const { job, scope, signal } = leg;
  const index = Number((scope.contexts['strategy'] as Readonly<Record<string, Plain>>)['job-index']);
  const continues = holds(valueAt(job.more, 'continue-on-error'), scope, false);
  const cancelled = (annotations: readonly Annotation[] = []): LegEnd => ({
    index,
    continues,
    result: 'cancelled',
    outputs: {},
    records: [unperformed(leg, 'cancelled', annotations)],
  });
  const tolerant = (end: Omit<LegEnd, 'index' | 'continues'>): LegEnd => {
    const records = continues ? end.records.map((one) => ({ ...one, isTolerated: true })) : end.records;
    return { ...end, index, continues, records };
  };
  if (signal.aborted && !holds(valueAt(job.more, 'if'), scope, false)) return cancelled();
  const member = membership(valueAt(job.more, 'concurrency'), scope, {
    site,
    signal,
    name: `Job ${leg.key}`,
    at: job.at,
  });
  const own = { ...leg, signal: member?.signal ?? signal };
  const perform = async (held: Calling['held']) => {
    if (job.uses !== undefined)
      return tolerant(await callWorkflow(own, job.uses, { calling, held, site, run, performJobs }));
    const record = await site.slots.within(() => performLeg(own, site, run));
    return tolerant({ result: record.result, outputs: record.outputs, records: [record] });
  };
  return asMember(member, { site, held: calling.held, at: job.at, cancelled, perform });
}

/** One combination without a matrix. */
function matrixOf(strategy: Value | undefined, scope: Scope): readonly Combination[] {
  const matrix = valueAt(strategy, 'matrix');
  if (matrix === undefined) return [{}];
  const combinations = combinationsOf(evaluated(matrix, scope));
  if (combinations.length === 0) {
    const from = matrix.kind === 'expression' ? `: ${matrix.expression} gives none` : '';
    throw new ReleaseError(`The matrix has no combination${from}.`, { at: matrix.at });
  }
  if (combinations.length > 256)
    throw new ReleaseError(`The matrix has ${combinations.length} combinations. The limit is 256.`, { at: matrix.at });
  return combinations;
}

/** GitHub does not start a called workflow that asks for more than its caller may do. */
function refuseMorePermissions(job: Job, { workflow, most }: Calling): void {
  const asked = job.permissions ?? workflow.permissions;
  if (most === undefined || asked === undefined) return;
  const more = beyond(asked, most);
  if (more.length > 0)
    throw new ReleaseError(
      `Job ${job.id} of the called workflow ${workflow.path} asks for ${more.join(', ')}, which its caller does not have.`,
      {
        fix: `Add ${more.join(', ')} to the permissions of the job that calls it.`,
        at: most.at ?? asked.at ?? job.at,
      },
    );
}

function endOf(job: Job, needed: readonly JobEnd[], records: readonly JobRecord[], result: Result): JobEnd {
  const history = [...needed.flatMap((end) => end.history), result];
  return { id: job.id, result, outputs: {}, records, history };
}
