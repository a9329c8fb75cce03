import { type Gateway, startGateway } from './gateway.ts';
import { demandOf, type Mode, modesOf } from './modes.ts';
import type { Fault } from './fault.ts';
import { type Run, runOnce } from './run.ts';
import type { Scenario, World } from './scenario.ts';
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

/** Everything that can be tried with an action: every step of every scenario, found by counting, in every mode. */
export async function trialsOf(action: string, scenarios: readonly Scenario[]): Promise<readonly Trial[]> {
  const trials: Trial[] = [];
  let number = 0;
  for (const scenario of scenarios) {
    const { steps, again } = await countSteps(action, scenario);
    const keysAgain = new Set(again.map(keyOf));
    for (const step of inOrder(steps)) {
      number++;
      const place = { action, scenario, number, step };
      trials.push(...modesOf(step, keysAgain.has(keyOf(step))).map((mode) => ({ ...place, mode })));
    }
  }
  return trials;
}

/** Lets one thing go wrong in a new world, runs again without, and judges what became of it. */
export async function attempt({ action, scenario, step, mode }: Trial): Promise<Verdict> {
  await using stage = await arranged(action, scenario);
  const { world, perform } = stage;
  const fault = { step, mode };
  const before = mode === 'stale-read' ? await perform() : undefined;
  const run = await perform({ fault, earlier: before?.answers });
  const seen = await world.look();
  const next = await perform();
  return judge({ fault, demand: demandOf(step, mode), world, run, seen, next, seenNext: await world.look() });
}

type Counted = { readonly steps: readonly Step[]; readonly again: readonly Step[] };

/** The steps of a run that nothing disturbs, and of a second one, which must find everything done. */
async function countSteps(action: string, scenario: Scenario): Promise<Counted> {
  await using stage = await arranged(action, scenario);
  const { world, perform } = stage;
  const [run, seen] = [await perform(), await world.look()];
  const [next, seenNext] = [await perform(), await world.look()];
  const { misses } = judge({ fault: undefined, demand: 'survive', world, run, seen, next, seenNext });
  if (misses.length === 0) return { steps: run.steps, again: next.steps };
  throw new Error(`${action}, ${scenario.title}: without any fault, ${misses.join('; ')}\n${run.outcome.log}`);
}

type Disturbance = { readonly fault?: Fault; readonly earlier?: Run['answers'] | undefined };
type Stage = AsyncDisposable & {
  readonly world: World;
  /** Runs the action, at first in the world's place, then where a next run would be. */
  readonly perform: (disturbance?: Disturbance) => Promise<Run>;
};

async function arranged(action: string, scenario: Scenario): Promise<Stage> {
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
    const place = runs++ === 0 ? world.place : ((await world.nextPlace?.()) ?? world.place);
    return runOnce({ action, world, place, gateways, ...disturbance });
  };
  const whole = stack.move();
  return { world, perform, [Symbol.asyncDispose]: () => whole.disposeAsync() };
}
