import { ReleaseError } from '../../src/domain/error.ts';
import type { Action } from '../../src/runtime/action.ts';
import type { Inputs } from '../../src/runtime/input.ts';
import type { Outputs } from '../../src/runtime/output.ts';
import { explain, outputsOf } from '../../src/runtime/report.ts';
import { run } from '../../src/runtime/run.ts';
import type { Outcome } from '../../src/runtime/outcome.ts';

/** A working folder, and the environment in which git runs there. */
export type WorkingFolder = { readonly folder: string; readonly environment?: Readonly<Record<string, string>> };

export type PerformOptions = {
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

/** Runs an action in this process. If it fails, the failure is in the outcome. */
export async function perform<I extends Inputs, O extends Outputs>(
  action: Action<I, O>,
  workspace: WorkingFolder,
  { inputs = {}, env = {}, signal = new AbortController().signal, pace = 0.01 }: PerformOptions = {},
): Promise<Performed> {
  const [log, secrets]: [string[], string[]] = [[], []];
  const outcome = await run(action, {
    input: (name) => inputs[name],
    mask: (secret) => secrets.push(secret),
    say: (line, detail) => log.push(line, ...(detail === undefined ? [] : [detail])),
    surroundings: {
      env: { PATH: process.env['PATH'], ...workspace.environment, ...env },
      workspace: workspace.folder,
      trustsWorkspace: false,
      signal,
      progress: (line) => log.push(line),
      print: (text) => log.push(text),
      pace,
    },
  });
  const outputs = outputsOf(action, outcome).map(({ name, text }) => [name, text] as const);
  return { outputs: Object.fromEntries(outputs), log: log.join('\n'), secrets, outcome };
}

/** The outputs of a run. Throws if the run fails. */
export async function succeed<I extends Inputs, O extends Outputs>(
  action: Action<I, O>,
  workspace: WorkingFolder,
  options: PerformOptions = {},
) {
  const { outputs, outcome } = await perform(action, workspace, options);
  if (outcome.failure !== undefined) throw outcome.failure;
  return outputs;
}

/** All that is said to a run that is refused: message with its place, then the fix. Throws if the run ends in any other way. */
export async function refusal<I extends Inputs, O extends Outputs>(
  action: Action<I, O>,
  workspace: WorkingFolder,
  options: PerformOptions = {},
): Promise<string> {
  const { failure } = (await perform(action, workspace, options)).outcome;
  if (!(failure instanceof ReleaseError)) throw failure ?? new Error('The action was not refused.');
  return explain(failure)
    .map(({ message, fix }) => (fix === undefined ? message : `${message}\n${fix}`))
    .join('\n');
}
