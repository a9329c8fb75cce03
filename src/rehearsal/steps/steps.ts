import { performance } from 'node:perf_hooks';
import { attempt, problemsIn, refusalText, ReleaseError } from '../../domain/error.ts';
import { ExpressionError, evaluatedText, evaluatedTexts, holds } from '../expressions/expression.ts';
import type { Step } from '../workflow/step.ts';
import type { Value } from '../workflow/value.ts';
import { performAction, prepareAction } from './action.ts';
import type { Actions } from './found-action.ts';
import type { Result, StepRecord } from './records.ts';
import { ending, type Frame, type Room, scopeOf } from './room.ts';
import { excuse, tellDoubts } from './excuse.ts';
import { madeUpNamedIn } from './made-up-secrets.ts';
import { runScript } from './script.ts';
import { Speech } from './speech.ts';

/** What performing steps needs, besides them. */
export type Stepping = {
  readonly room: Room;
  readonly frame: Frame;
  readonly actions: Actions;
  /** The step of the composite action whose steps these are. */
  readonly around?: Speech;
  readonly onStep?: (record: StepRecord) => void;
};

/** Runs what actions of a job do before its first step. */
export async function prepareSteps(steps: readonly Step[], stepping: Stepping): Promise<void> {
  for (const step of steps) {
    if (step.work.kind !== 'uses') continue;
    await prepareAction(step, step.work, {
      ...stepping,
      speech: new Speech(stepping.room.masks),
      env: {},
      at: step.at,
    });
  }
}

export async function performSteps(steps: readonly Step[], stepping: Stepping): Promise<readonly StepRecord[]> {
  const records: StepRecord[] = [];
  for (const [index, step] of steps.entries()) {
    const record = await performStep(step, step.id ?? String(index), stepping);
    records.push(record);
    stepping.onStep?.(record);
  }
  return records;
}

async function performStep(step: Step, key: string, stepping: Stepping): Promise<StepRecord> {
  const { room, frame, around } = stepping;
  const speech = new Speech(room.masks, around, step.at);
  const start = performance.now();
  const outcome = await outcomeOf(step, speech, stepping);
  if (speech.notPerformed !== undefined) {
    room.leftOut.push(step.at); // later steps of the job may need it
    speech.tellUnperformed(speech.notPerformed, step.at);
  }
  const conclusion = outcome === 'failure' && continues(step, stepping) ? 'success' : outcome;
  if (conclusion === 'failure') fail(room, frame);
  const outputs = outcome === 'skipped' ? {} : { ...speech.outputs };
  if (step.id !== undefined) frame.steps[step.id] = { outputs, outcome, conclusion };
  return {
    key,
    name: nameOf(step, stepping),
    at: step.at,
    outcome,
    conclusion,
    outputs: Object.fromEntries(Object.entries(outputs).map(([name, value]) => [name, room.masks.hide(value)])),
    summary: speech.summary,
    annotations: speech.annotations,
    log: speech.log,
    milliseconds: performance.now() - start,
    notPerformed: speech.notPerformed,
    omitted: speech.omitted,
  };
}

function fail(room: Room, frame: Frame): void {
  if (frame.action === undefined) room.status = 'failure';
  else frame.hasFailed = true;
}

/** Whatever a step throws that is a refusal, such as an expression that cannot be evaluated, makes it fail. */
async function outcomeOf(step: Step, speech: Speech, stepping: Stepping): Promise<Result> {
  const { room, frame } = stepping;
  if (room.kill.aborted) return 'skipped';
  if (room.signal.aborted) room.status = 'cancelled';
  try {
    const scope = scopeOf(room, frame, variablesFor(step.condition, step, stepping));
    const isSuccess = scope.functions?.['success']?.() === true;
    if (!holds(step.condition, scope, isSuccess)) return 'skipped';
    const isDone = await inTime(step, speech, stepping);
    if (ending(room).aborted && !isDone) return 'cancelled';
    if (!isDone) excuse(speech, room, step.work.kind);
    return isDone || speech.notPerformed !== undefined ? 'success' : 'failure';
  } catch (error) {
    if (!(error instanceof ReleaseError)) throw error;
    if (ending(room).aborted) return 'cancelled';
    if (error instanceof ExpressionError && room.leftOut.length > 0 && error.message.includes('steps.')) {
      speech.notPerformed = `${error.message.replace(/\.$/, '')}, and what it needs was not performed`;
      return 'success';
    }
    for (const one of problemsIn(error))
      speech.annotate({ kind: 'error', message: refusalText(one), at: one.at ?? step.at });
    if (error instanceof ExpressionError)
      for (const secret of madeUpNamedIn(error.message, room.madeUp)) speech.madeUp.add(secret);
    tellDoubts(speech, room);
    return 'failure';
  }
}

/** The `env` of a step, if a value of it asks for that. Others, such as those of a step that is skipped, read no secret there. */
function variablesFor(
  value: Value | undefined,
  { env }: Step,
  { room, frame }: Stepping,
): Readonly<Record<string, string>> {
  const isAsked = value?.kind === 'expression' && /\benv\b/.test(value.expression);
  return isAsked ? evaluatedTexts(env, scopeOf(room, frame)) : {};
}

/** Whether the step did its work within its `timeout-minutes`. */
async function inTime(step: Step, speech: Speech, stepping: Stepping): Promise<boolean> {
  const { room, frame } = stepping;
  const minutes = Number(evaluatedText(step.timeoutMinutes, scopeOf(room, frame)));
  if (step.timeoutMinutes === undefined || !(minutes > 0)) return work(step, speech, stepping);
  const limit = AbortSignal.timeout(minutes * 60_000);
  const limited = limitedRoom(room, limit);
  const isDone = await work(step, speech, { ...stepping, room: limited });
  room.status = limited.status;
  if (limit.aborted && !isDone)
    throw new ReleaseError(`The step took longer than the ${minutes} minutes of its timeout-minutes.`, {
      at: step.timeoutMinutes.at,
    });
  return isDone;
}

const limitedRoom = (room: Room, limit: AbortSignal): Room => ({
  ...room,
  signal: AbortSignal.any([room.signal, limit]),
});

function work(step: Step, speech: Speech, stepping: Stepping): Promise<boolean> {
  const { room, frame } = stepping;
  const env = evaluatedTexts(step.env, scopeOf(room, frame));
  if (step.work.kind === 'run') return runScript(step.work, { room, frame, speech, env, at: step.at });
  const within = (steps: readonly Step[], inner: Frame) =>
    performSteps(steps, { room, frame: inner, actions: stepping.actions, around: speech });
  return performAction(step, step.work, {
    room,
    frame,
    actions: stepping.actions,
    speech,
    env,
    within,
    at: step.at,
  });
}

function continues({ continueOnError }: Step, { room, frame }: Stepping): boolean {
  return holds(continueOnError, scopeOf(room, frame), false);
}

/** As the log of GitHub names it. */
function nameOf(step: Step, stepping: Stepping): string {
  const text = shown(step.name, step, stepping);
  if (text !== '') return text;
  if (step.work.kind === 'uses') return `Run ${step.work.name}`;
  return `Run ${shown(step.work.script, step, stepping).trimStart().split('\n')[0] || 'a script'}`;
}

/** A text, without the secrets in it. Where it cannot be evaluated, the step says so. */
function shown(value: Value | undefined, step: Step, stepping: Stepping): string {
  const { room, frame } = stepping;
  const text = attempt(() => evaluatedText(value, scopeOf(room, frame, variablesFor(value, step, stepping))));
  return text instanceof ReleaseError ? '' : room.masks.hide(text);
}
