import { setTimeout as sleep } from 'node:timers/promises';
import { refuseIfAny, ReleaseError } from '../domain/error.ts';
import { Moved } from '../world/change.ts';
import type { Change, Made } from '../world/change.ts';
import { Credentials } from '../world/credentials.ts';
import type { Host } from '../world/host.ts';
import { Ledger } from '../world/ledger.ts';
import { pause } from '../world/retry.ts';
import { systemRefusal } from '../world/system-refusal.ts';
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
import { conditionError, refuseUnfinished } from './unfinished.ts';

/** What starts a run and shows its results: a step of a workflow, or a terminal. */
export type Front = Given & {
  readonly surroundings: Omit<Host, 'credentials' | 'isJobToken' | 'ledger'>;
  /** Prints a line of the log, and details that can be unfolded below it. */
  readonly say: (line: string, detail?: string) => void;
};

/** Plans until there is nothing to wait for, and applies the changes that the mode allows. Plans again after a lost race. */
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
    await planAndApply({ plan: () => action.plan(values as Values<I>, world), wait, outcome, host, front }); // the other values are those that I declares
    refuseUnfinished(outcome);
  } catch (error) {
    outcome.failure = surroundings.signal.aborted ? cancelled(outcome, error) : failureOf(error, outcome);
  }
  return outcome;
}

type Attempts<O extends Outputs> = {
  readonly plan: () => Promise<Plan<O>>;
  readonly wait: number;
  readonly outcome: Outcome;
  readonly host: Host;
  readonly front: Front;
};

const patience = 60_000;
const mostPlans = 200; // a run that waits for the uploads of another job makes one every four seconds

async function planAndApply<O extends Outputs>(attempts: Attempts<O>): Promise<void> {
  const { outcome, host, front } = attempts;
  const shown = new Set<string>();
  let deadline = Infinity; // counts from the first lost race without any progress
  for (let attempt = 1; ; attempt++) {
    const { outputs, facts, ...plan } = await planUntilReady(attempts);
    for (const note of plan.notes) if (!outcome.notes.includes(note)) front.say(note);
    Object.assign(outcome, plan);
    const made: Made = (change) => (change ? outcome.made.get(change) : undefined) as never; // the value that its own apply returned
    const moved = await applyChanges({ ...attempts, shown }, made);
    if (moved === undefined) {
      for (const { title, text } of plan.excerpts) front.say(title, text);
      outcome.outputs = typeof outputs === 'function' ? outputs(made) : outputs;
      outcome.facts = facts({ made, isMade: (change) => Boolean(change) && outcome.made.has(change as Change) });
      return;
    }
    deadline = moved.hasProgressed ? Infinity : Math.min(deadline, Date.now() + patience * host.pace);
    const seconds = `${Math.round((patience * host.pace) / 1000)} seconds`;
    if (Date.now() >= deadline) throw gaveUp(seconds, 'something else kept changing the same thing', moved);
    if (attempt === mostPlans) throw gaveUp(`${mostPlans} plans`, 'each got further, but none got to the end', moved);
    front.say(`${capital(moved.message)}: looking again.`);
    if (!moved.hasProgressed) await pause(attempt, host);
  }
}

const gaveUp = (after: string, why: string, { message, cause }: Moved) =>
  new ReleaseError(`Gave up after ${after}: ${why}. Last: ${message}.`, {
    fix: 'Run it again. What is already done is not repeated.',
    cause,
  });

// Between two looks at what others have to do. It may take them seconds, or days.
const [shortestPause, longestPause] = [5000, 60_000];

async function planUntilReady<O extends Outputs>({
  plan,
  wait,
  outcome: { mode },
  host,
  front,
}: Attempts<O>): Promise<Observation<O>> {
  const deadline = Date.now() + wait * 1000;
  for (let pauseTime = shortestPause; ; pauseTime = Math.min(pauseTime * 1.5, longestPause)) {
    const seen = await observationOf(await plan(), mode);
    const open = {
      apply: seen.waitsFor,
      local: [],
      'dry-run': [],
      check: [...seen.waitsFor, ...seen.changes, ...seen.pending],
    }[mode];
    const isVain = seen.waitsFor.some(({ isFinal }) => isFinal === true);
    if (open.length === 0 || isVain || Date.now() >= deadline) return seen;
    front.say(`Waiting: ${open.map(({ title }) => title).join('; ')}`);
    await sleep(Math.min(pauseTime * host.pace, Math.max(deadline - Date.now(), 1)), undefined, {
      signal: host.signal,
    });
  }
}

type Applying = Pick<Attempts<Outputs>, 'outcome' | 'host' | 'front'> & {
  /** What the log has of earlier plans: a run that waits for the uploads of another job makes many of the same. */
  readonly shown: Set<string>;
};

/** Applies the changes that the mode allows, one after the other. Stops and returns the reason if a race was lost. */
async function applyChanges({ outcome, host, front, shown }: Applying, made: Made): Promise<Moved | undefined> {
  const { mode, waitsFor, products, changes, begun } = outcome;
  if (mode === 'apply')
    refuseIfAny(
      'Nothing was written.',
      waitsFor.map((one) => conditionError('Missing', one)),
    );
  for (const change of [...products, ...changes]) {
    const isLocal = mode === 'local' && change.reach === 'local';
    const isApplied = mode === 'apply' || isLocal || products.includes(change);
    const line = `${isApplied ? '→' : mode === 'check' ? 'not done:' : 'would:'} ${change.title}`;
    const text = [line, change.detail, ...change.keys].join('\n');
    if (!shown.has(text)) front.say(line, change.detail);
    shown.add(text);
    if (!isApplied) continue;
    host.signal.throwIfAborted();
    begun.add(change);
    host.ledger.begin(change.keys);
    try {
      outcome.made.set(change, await change.apply(made));
    } catch (error) {
      if (!(error instanceof Moved)) throw error;
      const { unmade } = error;
      host.ledger.retract(unmade);
      if (change.keys.every((key) => unmade.includes(key))) begun.delete(change);
      return error;
    }
  }
  return undefined;
}

// Why: docs/decisions.md D7
/** Whether the token is the job's own; undefined if that is unknown. An empty token in a job means that a secret is missing. */
function isJobToken(
  token: string | undefined,
  jobToken: string | undefined,
  { mask, surroundings }: Front,
): boolean | undefined {
  if (token !== undefined) mask(Buffer.from(`x-access-token:${token}`).toString('base64')); // the form in which git sends it
  if (jobToken === undefined) return surroundings.env['GITHUB_ACTIONS'] === 'true' ? undefined : false;
  if (token !== undefined) return token === jobToken;
  throw new ReleaseError('Input token is empty.', {
    fix: "Check that the secret exists and that this job may read it. To use the job's own token, leave the input out.",
  });
}

/** Reads the inputs of the action and the common ones. All bad ones are refused at once. */
const readAll = <I extends Inputs, O extends Outputs>(action: Action<I, O>, front: Front) =>
  readInputs<Inputs>({ ...action.inputs, ...commonInputs(action) }, front) as Values<I> & Partial<CommonValues>; // read by these very codecs

/** The first thing that went wrong. If tidying up failed after it, that does not matter. */
function failureOf(error: unknown, { begun, made }: Outcome): unknown {
  const first: unknown = error instanceof SuppressedError ? error.suppressed : error;
  const last = [...begun].at(-1);
  return systemRefusal(first, last === undefined || made.has(last) ? undefined : last.title) ?? first;
}

function cancelled({ begun }: Outcome, cause: unknown): ReleaseError {
  const last = [...begun].at(-1);
  const during = last === undefined ? 'before anything was written' : `during "${last.title}"`;
  return new ReleaseError(`The run was cancelled ${during}.`, {
    fix: 'Run it again. What is already done is not repeated.',
    cause,
  });
}

const capital = (sentence: string) => sentence.charAt(0).toUpperCase() + sentence.slice(1);
