import { setTimeout as sleep } from 'node:timers/promises';
import { refuseIfAny, ReleaseError } from '../domain/error.ts';
import { Moved } from '../world/change.ts';
import type { Made } from '../world/change.ts';
import { Credentials } from '../world/credentials.ts';
import type { Host } from '../world/host.ts';
import { Ledger } from '../world/ledger.ts';
import { pause } from '../world/retry.ts';
import { World } from '../world/world.ts';
import type { Action, Plan } from './action.ts';
import { commonInputs } from './contract.ts';
import type { CommonValues } from './contract.ts';
import { readInputs } from './input.ts';
import type { Given, Inputs, Values } from './input.ts';
import { observationOf } from './observation.ts';
import type { Observation } from './observation.ts';
import { emptyOutcome } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import type { Outputs } from './output.ts';

/** Where a run is asked for and answered: a step of a workflow, or a terminal. */
export type Front = Given & {
  readonly surroundings: Omit<Host, 'credentials' | 'isJobToken' | 'ledger'>;
  /** A line of the log, and what can be unfolded below it. */
  readonly say: (line: string, detail?: string) => void;
};

/** Looks, then leaps: plans until nothing has to be waited for, acts by mode, and plans again when the world moved. */
export async function run<I extends Inputs, O extends Outputs>(action: Action<I, O>, front: Front): Promise<Outcome> {
  const outcome = emptyOutcome();
  const { surroundings } = front;
  try {
    const { mode = 'apply', wait = 0, token, jobToken, ...values } = readAll(action, front);
    outcome.mode = mode;
    const host = {
      ...surroundings,
      credentials: Credentials.forGitHub(surroundings.env, token),
      isJobToken: isJobToken(token, jobToken, front),
      ledger: new Ledger(),
    };
    await using world = new World(host);
    await converge({ plan: () => action.plan(values as Values<I>, world), wait, outcome, host, front }); // the rest is what I declares
    verify(outcome);
  } catch (error) {
    outcome.failure = surroundings.signal.aborted ? cancelled(outcome, error) : error;
  }
  return outcome;
}

type Course<O extends Outputs> = {
  readonly plan: () => Promise<Plan<O>>;
  readonly wait: number;
  readonly outcome: Outcome;
  readonly host: Host;
  readonly front: Front;
};

const patience = 60_000;

async function converge<O extends Outputs>(course: Course<O>): Promise<void> {
  const { outcome, host, front } = course;
  let deadline = Infinity; // counted from the first time that the world moved without any progress
  for (let attempt = 1; ; attempt++) {
    const { outputs, ...plan } = await lookUntilReady(course);
    for (const note of plan.notes) if (!outcome.notes.includes(note)) front.say(note);
    Object.assign(outcome, plan);
    const made: Made = (change) => (change ? outcome.made.get(change) : undefined) as never; // what its own apply returned
    const moved = await act(course, made);
    if (moved === undefined) outcome.outputs = typeof outputs === 'function' ? outputs(made) : outputs;
    if (moved === undefined) return;
    deadline = moved.hasProgressed ? Infinity : Math.min(deadline, Date.now() + patience * host.pace);
    if (Date.now() >= deadline) {
      throw new ReleaseError(
        `Gave up after ${Math.round((patience * host.pace) / 1000)} seconds: something else kept changing the same thing. Last: ${moved.message}.`,
        { fix: 'Run it again: what is done already is not repeated.', cause: moved.cause },
      );
    }
    front.say(`${capital(moved.message)}: looking again.`);
    if (!moved.hasProgressed) await pause(attempt, host);
  }
}

async function lookUntilReady<O extends Outputs>({
  plan,
  wait,
  outcome: { mode },
  host,
  front,
}: Course<O>): Promise<Observation<O>> {
  const deadline = Date.now() + wait * 1000;
  for (;;) {
    const seen = await observationOf(await plan(), mode);
    const open = {
      apply: seen.waitsFor,
      local: [],
      'dry-run': [],
      check: [...seen.waitsFor, ...seen.changes, ...seen.pending],
    }[mode];
    if (open.length === 0 || Date.now() >= deadline) return seen;
    front.say(`Waiting: ${open.map(({ title }) => title).join('; ')}`);
    await sleep(Math.min(15_000 * host.pace, Math.max(deadline - Date.now(), 1)), undefined, { signal: host.signal });
  }
}

/** Makes the changes that the mode allows, one after the other, and stops where the world turns out to have moved. */
async function act(
  { outcome, host, front }: Pick<Course<Outputs>, 'outcome' | 'host' | 'front'>,
  made: Made,
): Promise<Moved | undefined> {
  const { mode, waitsFor, changes, begun } = outcome;
  if (mode === 'apply')
    refuseIfAny(
      'Nothing was written.',
      waitsFor.map(({ title, fix }) => new ReleaseError(`Not yet: ${title}.`, { fix })),
    );
  for (const change of changes) {
    const isActed = mode === 'apply' || (mode === 'local' && change.reach === 'local');
    front.say(`${isActed ? '→' : mode === 'check' ? 'missing:' : 'would:'} ${change.title}`, change.detail);
    if (!isActed) continue;
    host.signal.throwIfAborted();
    begun.add(change);
    host.ledger.begin(change.keys);
    try {
      outcome.made.set(change, await change.apply(made));
    } catch (error) {
      if (!(error instanceof Moved)) throw error;
      return error;
    }
  }
  return undefined;
}

function verify({ mode, waitsFor, changes, pending }: Outcome): void {
  if (mode !== 'check') return;
  const left = [
    ...waitsFor.map(({ title, fix }) => new ReleaseError(`Missing: ${title}.`, { fix })),
    ...changes.map(
      ({ title }) =>
        new ReleaseError(`Not done: ${title}.`, { fix: 'Run it with mode: apply, or find out why it was not done.' }),
    ),
    ...pending.map(({ title, fix }) => new ReleaseError(`Pending: ${title}.`, { fix })),
  ];
  refuseIfAny('check failed: this is not done:', left);
}

// Why: docs/decisions.md D7
/** Undefined: nobody can tell. An empty token beside a job's own one is a secret that is missing. */
function isJobToken(
  token: string | undefined,
  jobToken: string | undefined,
  { mask, surroundings }: Front,
): boolean | undefined {
  if (token !== undefined) mask(Buffer.from(`x-access-token:${token}`).toString('base64')); // as it travels
  if (jobToken === undefined) return surroundings.env['GITHUB_ACTIONS'] === 'true' ? undefined : false;
  if (token !== undefined) return token === jobToken;
  throw new ReleaseError('Input token: is empty.', {
    fix: 'Check that the secret exists and that this job may read it. Without the input, the token of the job is used.',
  });
}

/** The inputs of the action and those that come with it: every bad one is refused at once. */
const readAll = <I extends Inputs, O extends Outputs>(action: Action<I, O>, front: Front) =>
  readInputs<Inputs>({ ...action.inputs, ...commonInputs(action) }, front) as Values<I> & Partial<CommonValues>; // read by these very codecs

function cancelled({ begun }: Outcome, cause: unknown): ReleaseError {
  const last = [...begun].at(-1);
  const during = last === undefined ? 'before anything was written' : `during "${last.title}"`;
  return new ReleaseError(`The run was cancelled ${during}.`, {
    fix: 'Run it again: what is done already is not repeated, and what is missing is done.',
    cause,
  });
}

const capital = (sentence: string) => sentence.charAt(0).toUpperCase() + sentence.slice(1);
