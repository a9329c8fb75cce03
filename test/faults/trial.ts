import { type Gateway, startGateway } from './gateway.ts';
import { type Expectation, expectationOf, likeliest, type Mode, modesOf } from './modes.ts';
import type { Fault } from './fault.ts';
import { type Run, runOnce } from './run.ts';
import type { Scenario, ScenarioWorld } from './scenario.ts';
import { inOrder, keyOf, type Step } from './steps.ts';
import { judge, type Verdict } from './verdict.ts';

/** A fault, and the number of its step among all steps of all scenarios of the action. */
export type NumberedFault = { readonly number: number; readonly step: Step; readonly mode: Mode };

/** One scenario of an action, with one fault or with two. */
export type Trial = NumberedFault & {
  readonly action: string;
  readonly scenario: Scenario;
  readonly second?: NumberedFault;
};

/** All trials of an action: every step of every scenario, in every mode. A run without a fault finds the steps. */
export async function trialsOf(action: string, scenarios: readonly Scenario[]): Promise<readonly Trial[]> {
  const trials: Trial[] = [];
  let number = 0;
  for (const scenario of scenarios) {
    const { steps, again } = await countSteps(action, scenario);
    const keysAgain = new Set(again.map(keyOf));
    for (const step of inOrder(steps)) {
      number++;
      const trial = { action, scenario, number, step };
      trials.push(...modesOf(step, keysAgain.has(keyOf(step))).map((mode) => ({ ...trial, mode })));
    }
  }
  return trials;
}

/** Trials with two of the likeliest faults: at two steps, or at one step and the first repetition of it. */
export function pairsOf(trials: readonly Trial[]): readonly Trial[] {
  const likely = trials.filter(({ step, mode }) => step.kind === 'request' && likeliest.some((one) => one === mode));
  return likely.flatMap((trial) =>
    likely
      .filter(({ scenario, number }) => scenario === trial.scenario && number >= trial.number)
      .map(({ number, step, mode }) => {
        const again = number === trial.number ? { ...step, nth: step.nth + 1 } : step;
        return { ...trial, second: { number, step: again, mode } };
      }),
  );
}

/** Runs an action with its faults in a new world, then again without a fault, and judges both runs. */
export async function performTrial({ action, scenario, second, ...first }: Trial): Promise<Verdict> {
  await using arrangement = await arrange(action, scenario, second === undefined ? paces.forOne : paces.forTwo);
  const { world, perform } = arrangement;
  const faults = [first, ...(second === undefined ? [] : [second])].map(({ step, mode }) => ({ step, mode }));
  const before = first.mode === 'stale-read' ? await perform() : undefined;
  const run = await perform({ faults, earlier: before?.answers });
  const snapshot = await world.snapshot();
  const next = await perform();
  const { fault, expectation } = decisive(run.hits.length === 0 ? faults : run.hits);
  return judge({ fault, expectation, world, run, snapshot, next, nextSnapshot: await world.snapshot() });
}

/** Of several faults, the one that decides how the run may end: a kill, then one after which it cannot go on. */
function decisive(faults: readonly Fault[]): { readonly fault: Fault | undefined; readonly expectation: Expectation } {
  const all = faults.map((fault) => ({ fault, expectation: expectationOf(fault.step, fault.mode) }));
  const order: readonly Expectation[] = ['stop', 'end clearly', 'survive'];
  const sorted = all.toSorted((one, other) => order.indexOf(one.expectation) - order.indexOf(other.expectation));
  return sorted[0] ?? { fault: undefined, expectation: 'survive' };
}

type CountedSteps = { readonly steps: readonly Step[]; readonly again: readonly Step[] };

/** The steps of a run without a fault, and of a second one, which must find everything done. */
async function countSteps(action: string, scenario: Scenario): Promise<CountedSteps> {
  await using arrangement = await arrange(action, scenario);
  const { world, perform } = arrangement;
  const [run, snapshot] = [await perform(), await world.snapshot()];
  const [next, nextSnapshot] = [await perform(), await world.snapshot()];
  const { misses } = judge({ fault: undefined, expectation: 'survive', world, run, snapshot, next, nextSnapshot });
  if (misses.length === 0) return { steps: run.steps, again: next.steps };
  throw new Error(`${action}, ${scenario.title}: without any fault, ${misses.join('; ')}\n${run.outcome.log}`);
}

type Disturbance = { readonly faults?: readonly Fault[]; readonly earlier?: Run['answers'] | undefined };
type ArrangedScenario = AsyncDisposable & {
  readonly world: ScenarioWorld;
  /** Runs the action: the first time in `checkout` of the world, then in `nextCheckout`. */
  readonly perform: (disturbance?: Disturbance) => Promise<Run>;
};

// What git and the system take does not shrink with the pace. Two faults need more of the time that does.
const paces = { forOne: '0.02', forTwo: '0.1' };

async function arrange(action: string, scenario: Scenario, pace = paces.forOne): Promise<ArrangedScenario> {
  await using stack = new AsyncDisposableStack();
  const gateways: Gateway[] = [];
  const world = await scenario.arrange(async (url) => {
    const gateway = stack.use(await startGateway(url));
    gateways.push(gateway);
    return gateway.url;
  });
  stack.use(world);
  let runs = 0;
  const perform = async (disturbance: Disturbance = {}) => {
    const checkout = runs++ === 0 ? world.checkout : ((await world.nextCheckout?.()) ?? world.checkout);
    return runOnce({ action, world, checkout, gateways, pace, ...disturbance });
  };
  const whole = stack.move();
  return { world, perform, [Symbol.asyncDispose]: () => whole.disposeAsync() };
}
