import { ReleaseError } from '../domain/error.ts';
import type { Action } from '../runtime/action.ts';
import { type Explanation, explain, outputsOf } from '../runtime/report.ts';
import { type Front, run } from '../runtime/run.ts';

export type Actions = Readonly<Record<string, () => Promise<{ readonly default: Action }>>>;

/** One use of an action, with its inputs as text. */
export type Use = {
  readonly name: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
  readonly folder: string;
};

export type Performance = {
  readonly outputs: Readonly<Record<string, string>>;
  readonly notes: readonly string[];
  /** What differs, or why it could not be compared. */
  readonly failures: readonly Explanation[];
};

/** Performs actions in this process. They read with the token of the person, and write nothing but local files. */
export class Performer {
  readonly names: ReadonlySet<string>;
  readonly token: string | undefined;
  readonly #actions: Actions;
  readonly #surroundings: Front['surroundings'];

  constructor(actions: Actions, surroundings: Front['surroundings'], token: string | undefined) {
    this.names = new Set(Object.keys(actions));
    this.token = token;
    this.#actions = actions;
    this.#surroundings = surroundings;
  }

  async perform({ name, inputs, env, folder }: Use): Promise<Performance> {
    const load = this.#actions[name];
    if (load === undefined) throw new ReleaseError(`There is no action ${name}.`);
    const action = (await load()).default;
    const given = { ...inputs, ...(this.token !== undefined && { token: this.token }) };
    const outcome = await run(action, {
      input: (input) => (Object.hasOwn(given, input) ? given[input as keyof typeof given] : undefined),
      mask: () => {},
      say: () => {},
      surroundings: { ...this.#surroundings, env: { ...this.#surroundings.env, ...env }, workspace: folder },
    });
    return {
      outputs: Object.fromEntries(outputsOf(action, outcome).map(({ name: output, text }) => [output, text])),
      notes: outcome.notes,
      failures: outcome.failure === undefined ? [] : explain(outcome.failure),
    };
  }
}
