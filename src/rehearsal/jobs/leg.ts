import { attempt, ReleaseError, type SourcePosition } from '../../domain/error.ts';
import { evaluatedText, evaluatedTexts, type Plain, type Scope } from '../expressions/expression.ts';
import type { Annotation, Result, StepRecord } from '../steps/records.ts';
import { type Frame, type Room, scopeOf } from '../steps/room.ts';
import { Speech } from '../steps/speech.ts';
import { performSteps, prepareSteps } from '../steps/steps.ts';
import type { Permissions } from '../workflow/permissions.ts';
import { entriesOf, valueAt } from '../workflow/value.ts';
import type { Job, Workflow } from '../workflow/workflow.ts';
import { environmentNameOf, roomFor } from './job-room.ts';
import { type Combination, namedBy } from './matrix.ts';
import type { JobRecord } from './records.ts';
import type { Site, Started } from './site.ts';

/** A job with one combination of its matrix. */
export type Leg = {
  readonly job: Job;
  readonly workflow: Workflow;
  /** `build`, or `call/build`. */
  readonly key: string;
  readonly combination: Combination;
  /** What expressions of the job know: github, inputs, vars, needs, secrets, matrix and strategy. */
  readonly scope: Scope;
  readonly permissions: Permissions;
  readonly signal: AbortSignal;
};

const usualMinutes = 360;

/** Performs one job on a runner of its own. */
export async function performLeg(leg: Leg, site: Site, run: Started): Promise<JobRecord> {
  const { job, key, permissions, scope } = leg;
  const { token, revoke } = site.tokenOf(permissions, key);
  const limit = AbortSignal.timeout(minutesOf(job, scope) * 60_000);
  const signal = AbortSignal.any([leg.signal, limit, site.kill]);
  try {
    const room = roomFor({ ...leg, token, signal }, site, run);
    try {
      const { steps, outputs, annotations } = await perform(
        leg,
        room,
        (step) => site.onStep?.(step, { key, run }),
        site.actions,
      );
      const late = limit.aborted ? [told('error', 'The job took longer than its timeout-minutes.', job.at)] : [];
      return recordOf(leg, {
        result: room.status,
        outputs,
        steps,
        annotations: [...unsupported(job), ...annotations, ...late],
      });
    } finally {
      room.processes.end();
    }
  } finally {
    revoke();
  }
}

/** The record of a job without steps, such as one that was skipped. */
export function unperformed(leg: Leg, result: Result, annotations: readonly Annotation[] = []): JobRecord {
  return recordOf(leg, { result, outputs: {}, steps: [], annotations });
}

function recordOf(leg: Leg, ended: Pick<JobRecord, 'result' | 'outputs' | 'steps' | 'annotations'>): JobRecord {
  const { job, key, permissions, combination, scope } = leg;
  const text = (value: Parameters<typeof evaluatedText>[0]) => {
    const found = attempt(() => evaluatedText(value, scope));
    return found instanceof ReleaseError || found === '' ? undefined : found;
  };
  return {
    key,
    name: text(valueAt(job.more, 'name')) ?? `${job.id}${namedBy(combination)}`,
    at: job.at,
    permissions,
    environment: environmentNameOf(job, scope),
    ...ended,
  };
}

function minutesOf({ more }: Job, scope: Scope): number {
  const minutes = Number(evaluatedText(valueAt(more, 'timeout-minutes'), scope));
  return minutes > 0 ? Math.min(minutes, usualMinutes) : usualMinutes;
}

/** What a rehearsal does otherwise than GitHub. */
function unsupported({ more }: Job): readonly Annotation[] {
  const [container, services] = [valueAt(more, 'container'), valueAt(more, 'services')];
  return [
    ...(container === undefined
      ? []
      : [omitted('the container', 'a rehearsal has no containers: the job runs on this machine', container.at)]),
    ...entriesOf(services).map(({ key, keyAt }) =>
      omitted(`the service ${key}`, `a rehearsal has no containers: the service ${key} is not there`, keyAt),
    ),
  ];
}

/** What of a job is not performed. */
export const omitted = (what: string, reason: string, at: SourcePosition): Annotation => ({
  ...told('warning', `Not performed, because ${reason}.`, at),
  omitted: { what, reason },
});

export const told = (kind: Annotation['kind'], message: string, at: SourcePosition): Annotation => ({
  kind,
  message,
  at,
});

type Performed = Pick<JobRecord, 'steps' | 'outputs' | 'annotations'>;

/** Performs the steps, and then what they left to be done, the last one first. */
async function perform(
  leg: Leg,
  room: Room,
  onStep: (step: StepRecord) => void,
  actions: Site['actions'],
): Promise<Performed> {
  const inputs = (leg.scope.contexts['inputs'] ?? {}) as Plain;
  const none = { shell: '', folder: '' };
  const frame: Frame = { steps: {}, inputs, env: {}, action: undefined, defaults: none, hasFailed: false };
  const stepping = {
    room,
    frame: { ...frame, defaults: defaultsOf(leg, scopeOf(room, frame)) },
    actions,
    onStep,
  };
  await prepareSteps(leg.job.steps, stepping);
  const steps = await performSteps(leg.job.steps, stepping);
  if (room.signal.aborted) room.status = 'cancelled';
  for (const { perform: performPost } of room.posts.toReversed())
    if (!room.kill.aborted) await performPost(new Speech(room.masks));
  return { steps, ...outputsOf(leg.job, room, scopeOf(room, stepping.frame)) };
}

function defaultsOf({ job, workflow }: Leg, scope: Scope): Frame['defaults'] {
  const own = valueAt(job.more, 'defaults', 'run');
  const [shell, folder] = ['shell', 'working-directory'].map((key) =>
    evaluatedText(valueAt(own, key) ?? valueAt(workflow.defaults, key), scope),
  );
  return { shell: shell ?? '', folder: folder ?? '' };
}

/** GitHub leaves out an output that contains a secret, and the jobs that need it get nothing. */
function outputsOf({ more }: Job, room: Room, scope: Scope): Pick<Performed, 'outputs' | 'annotations'> {
  const declared = valueAt(more, 'outputs');
  const found = attempt(() => evaluatedTexts(declared, scope));
  if (found instanceof ReleaseError) {
    room.status = 'failure';
    return { outputs: {}, annotations: [told('error', found.message, found.at ?? more.at)] };
  }
  const all = Object.entries(found);
  const annotations = all
    .filter(([, value]) => room.masks.isIn(value))
    .map(([name]) =>
      told(
        'warning',
        `GitHub leaves out the output ${name}, because it may contain a secret.`,
        valueAt(declared, name)?.at ?? more.at,
      ),
    );
  return { outputs: Object.fromEntries(all.filter(([, value]) => !room.masks.isIn(value))), annotations };
}
