import { ReleaseError } from '../../src/domain/error.ts';
import type { Action } from '../../src/runtime/action.ts';
import type { Inputs } from '../../src/runtime/input.ts';
import type { Outputs } from '../../src/runtime/output.ts';
import { outputsOf } from '../../src/runtime/report.ts';
import { run } from '../../src/runtime/run.ts';
import type { Outcome } from '../../src/runtime/outcome.ts';

/** A working folder, and the environment in which git runs there. */
export type Place = { readonly folder: string; readonly environment?: Readonly<Record<string, string>> };

export type Asked = {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  readonly pace?: number;
};

export type Performed = {
  /** By the names of the contract, as text. */
  readonly outputs: Readonly<Record<string, string>>;
  readonly log: string;
  readonly secrets: readonly string[];
  readonly outcome: Outcome;
};

/** Runs an action in this process, in a folder; a failure is in the outcome. */
export async function perform<I extends Inputs, O extends Outputs>(
  action: Action<I, O>,
  place: Place,
  { inputs = {}, env = {}, signal = new AbortController().signal, pace = 0.01 }: Asked = {},
): Promise<Performed> {
  const [log, secrets]: [string[], string[]] = [[], []];
  const outcome = await run(action, {
    input: (name) => inputs[name],
    mask: (secret) => secrets.push(secret),
    say: (line, detail) => log.push(line, ...(detail === undefined ? [] : [detail])),
    surroundings: {
      env: { PATH: process.env['PATH'], ...place.environment, ...env },
      workspace: place.folder,
      trustsWorkspace: false,
      signal,
      progress: (line) => log.push(line),
      pace,
    },
  });
  const outputs = outputsOf(action, outcome).map(({ name, text }) => [name, text] as const);
  return { outputs: Object.fromEntries(outputs), log: log.join('\n'), secrets, outcome };
}

/** The outputs of a run that has to go well. */
export async function succeed<I extends Inputs, O extends Outputs>(
  action: Action<I, O>,
  place: Place,
  asked: Asked = {},
) {
  const { outputs, outcome } = await perform(action, place, asked);
  if (outcome.failure !== undefined) throw outcome.failure;
  return outputs;
}

/** What a run that has to be refused says: messages and ways out. Any other end is a failure of the test. */
export async function refusal<I extends Inputs, O extends Outputs>(
  action: Action<I, O>,
  place: Place,
  asked: Asked = {},
): Promise<string> {
  const { failure } = (await perform(action, place, asked)).outcome;
  if (!(failure instanceof ReleaseError)) throw failure ?? new Error('It was not refused.');
  return [failure, ...failure.reasons].map(({ message, fix = '' }) => `${message}\n${fix}`).join('\n');
}
