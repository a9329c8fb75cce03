import type { Excerpt } from '../domain/excerpt.ts';
import type { Fact } from '../domain/fact.ts';
import type { Applied, Change, Condition, Made } from '../world/change.ts';
import type { World } from '../world/world.ts';
import type { Inputs, Values } from './input.ts';
import type { Outputs, OutputValues } from './output.ts';

export type Plan<O extends Outputs> = {
  /** What was found, and what was skipped and why. The log and the summary show it. */
  readonly notes?: readonly string[];
  /** More notes, about what this token may not be able to see. `apply` does not need them: there, the write fails. */
  readonly uncertainties?: () => Promise<readonly string[]>;
  /** What others must do before the first write. */
  readonly waitsFor?: readonly (Condition | undefined | false)[];
  /** Files that are built into a folder of their own. They are written in every mode, and are no difference in `check`. */
  readonly products?: readonly (Change | undefined | false)[];
  /** The changes in the order of applying. Required, so that a misspelt name cannot mean "nothing to do". */
  readonly changes: readonly (Change | undefined | false)[];
  /** What others must do afterwards. */
  readonly pending?: readonly (Condition | undefined | false)[];
  /** What is pending, as only many reads can tell. `mode: check` asks for it. */
  readonly proof?: () => Promise<readonly Condition[]>;
  /** Texts for people to copy. */
  readonly excerpts?: readonly (Excerpt | undefined | false)[];
  readonly outputs: OutputValues<O> | ((made: Made) => OutputValues<O>);
  /** What people look for in the summary: the tag, the commit, the release. */
  readonly facts?: (applied: Applied) => readonly (Fact | undefined | false)[];
};

// Why: docs/decisions.md D6
/** A line of a workflow's `permissions:`. */
export type Permission = `${string}: ${'read' | 'write'}`;

export type Action<I extends Inputs = Inputs, O extends Outputs = Outputs> = {
  readonly name: string;
  readonly description: string;
  /** The options of a typical command in a terminal, as a shell reads them. */
  readonly example: string;
  readonly inputs: I;
  readonly outputs: O;
  /** Each permission, and why it is needed. Adds the input `token`, and the permissions to the README. */
  readonly permissions?: Readonly<Record<Permission, string>>;
  /** What the token is for, if no permission of a job is enough. Adds the input `token`. */
  readonly token?: string;
  /** What the action can wait for, such as "for the tag". Adds the input `wait`. */
  readonly waits?: string;
  // Why: docs/decisions.md D8
  /** The action only looks, or builds files that can be built again at any time, so it has no input `mode`. */
  readonly hasNoMode?: true;
  /** What the action makes can start workflows. Adds the input `job-token`, which shows whether they will start. */
  readonly starts?: true;
  plan(inputs: Values<I>, world: World): Promise<Plan<O>>;
};

/** Declares an action. The types of its inputs and outputs flow into `plan`. */
export function defineAction<const I extends Inputs, const O extends Outputs>(action: Action<I, O>): Action<I, O> {
  return action;
}
