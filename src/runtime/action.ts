import type { Change, Condition, Made } from '../world/change.ts';
import type { World } from '../world/world.ts';
import type { Inputs, Values } from './input.ts';
import type { Outputs, OutputValues } from './output.ts';

export type Plan<O extends Outputs> = {
  /** Found, skipped and why: the summary has no other source. */
  readonly notes?: readonly string[];
  /** More of them, about what may be hidden from this token. A write tells that by itself, so `apply` does not ask. */
  readonly uncertainties?: () => Promise<readonly string[]>;
  /** Somebody else must bring it about before the first write. */
  readonly waitsFor?: readonly (Condition | undefined | false)[];
  /** In the order of applying. Required, so that a misspelt name cannot mean "nothing to do". */
  readonly changes: readonly (Change | undefined | false)[];
  /** Somebody else must bring it about afterwards. */
  readonly pending?: readonly (Condition | undefined | false)[];
  readonly outputs: OutputValues<O> | ((made: Made) => OutputValues<O>);
};

// Why: docs/decisions.md D6
/** A line of a workflow's `permissions:`. */
export type Permission = `${string}: ${'read' | 'write'}`;

export type Action<I extends Inputs = Inputs, O extends Outputs = Outputs> = {
  readonly name: string;
  readonly description: string;
  readonly inputs: I;
  readonly outputs: O;
  /** Permission → why. Declares the input `token`, and the table of the README. */
  readonly permissions?: Readonly<Record<Permission, string>>;
  /** What may be waited for. Declares the input `wait`. */
  readonly waits?: string;
  // Why: docs/decisions.md D8
  /** The action changes nothing, so it has no `mode`. */
  readonly onlyLooks?: true;
  /** The action makes what could start workflows. Declares the input by which the job's own token is known. */
  readonly starts?: true;
  plan(inputs: Values<I>, world: World): Promise<Plan<O>>;
};

/** Names what an action is, and lets the types of its inputs and outputs flow into `plan`. */
export function defineAction<const I extends Inputs, const O extends Outputs>(action: Action<I, O>): Action<I, O> {
  return action;
}
