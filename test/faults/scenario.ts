import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkingFolder } from '../support/perform.ts';

/** The state of a world: its refs and their commits, its files and their texts, the data of its servers. */
export type Snapshot = Readonly<Record<string, unknown>>;

/** Everything that a run can reach. Each trial gets a new one. */
export type ScenarioWorld = AsyncDisposable & {
  readonly checkout: WorkingFolder;
  /** A new checkout for the next run, as in a job that is run again. Without it, the next run uses the same one. */
  readonly nextCheckout?: () => Promise<WorkingFolder>;
  readonly inputs: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** The PATH of the run, if it needs programs that this machine may not have. */
  readonly searchPath?: string;
  readonly jobToken?: string;
  /** The outputs of every run that ends green. Outputs that depend on what a run did are left out. */
  readonly outputs?: Readonly<Record<string, string>>;
  readonly snapshot: () => Promise<Snapshot>;
  /** The snapshot after everything was done, once. */
  readonly expected: Snapshot;
  /** What is wrong with a snapshot at any time, even after a kill. */
  readonly violationOf?: (sight: Snapshot) => string | undefined;
};

/** Puts a gateway in front of a server, and returns its address. Requests there are counted, and one may go wrong. */
export type OpenGateway = (url: string) => Promise<string>;

/** A world in which an action has something to do, and the state that the world should have afterwards. */
export type Scenario = {
  readonly title: string;
  readonly arrange: (openGateway: OpenGateway) => Promise<ScenarioWorld>;
};

const folder = join(import.meta.dirname, 'scenarios');

/** The scenarios of an action, from the file with its name. */
export async function scenariosOf(action: string): Promise<readonly Scenario[]> {
  const file = join(folder, `${action}.ts`);
  if (!existsSync(file)) throw new Error(`${action} has no scenario: write test/faults/scenarios/${action}.ts.`);
  const { scenarios } = (await import(file)) as { scenarios: readonly Scenario[] };
  return scenarios;
}
