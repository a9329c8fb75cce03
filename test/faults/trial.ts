import { type Gateway, startGateway } from './gateway.ts';
import { expectationOf, type Mode, modesOf } from './modes.ts';
import type { Fault } from './fault.ts';
import { type Run, runOnce } from './run.ts';
import type { Scenario, ScenarioWorld } from './scenario.ts';
import { inOrder, keyOf, type Step } from './steps.ts';
import { judge, type Verdict } from './verdict.ts';

/** One scenario of an action, with one fault. */
export type Trial = {
  readonly action: string;
  readonly scenario: Scenario;
  /** The number of the step among all steps of all scenarios of the action. */
  readonly number: number;
  readonly step: Step;
  readonly mode: Mode;
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

/** Runs an action with one fault in a new world, then again without a fault, and judges both runs. */
export async function performTrial({ action, scenario, step, mode }: Trial): Promise<Verdict> {
  await using arrangement = await arrange(action, scenario);
  const { world, perform } = arrangement;
  const [fault, expectation] = [{ step, mode }, expectationOf(step, mode)];
  const before = mode === 'stale-read' ? await perform() : undefined;
  const run = await perform({ fault, earlier: before?.answers });
  const snapshot = await world.snapshot();
  const next = await perform();
  return judge({ fault, expectation, world, run, snapshot, next, nextSnapshot: await world.snapshot() });
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

type Disturbance = { readonly fault?: Fault; readonly earlier?: Run['answers'] | undefined };
type ArrangedScenario = AsyncDisposable & {
  readonly world: ScenarioWorld;
  /** Runs the action: the first time in `checkout` of the world, then in `nextCheckout`. */
  readonly perform: (disturbance?: Disturbance) => Promise<Run>;
};

async function arrange(action: string, scenario: Scenario): Promise<ArrangedScenario> {
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
    return runOnce({ action, world, checkout, gateways, ...disturbance });
  };
  const whole = stack.move();
  return { world, perform, [Symbol.asyncDispose]: () => whole.disposeAsync() };
}
