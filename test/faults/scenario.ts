import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Place } from '../support/perform.ts';

/** What can be seen of a world: every ref and what it leads to, every file and its text, what servers hold. */
export type Sight = Readonly<Record<string, unknown>>;

/** Everything that a run can reach, made anew for every trial. */
export type World = AsyncDisposable & {
  readonly place: Place;
  /** Where the re-run happens, if not in the same place: a new checkout, as in a job that is run again. */
  readonly nextPlace?: () => Promise<Place>;
  readonly inputs: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly jobToken?: string;
  /** Outputs of every run that ends green; others may say what the run itself did. */
  readonly outputs?: Readonly<Record<string, string>>;
  readonly look: () => Promise<Sight>;
  /** What a look shows when everything was done, once. */
  readonly wanted: Sight;
  /** What must not be seen at any time, not even after a kill. */
  readonly flawOf?: (sight: Sight) => string | undefined;
};

/** Opens a door before a server: who knocks there is counted, and may be disturbed on the way. */
export type OpenDoor = (url: string) => Promise<string>;

/** A world in which an action has something to do, and what the world is to be like afterwards. */
export type Scenario = {
  readonly title: string;
  readonly arrange: (openDoor: OpenDoor) => Promise<World>;
};

const folder = join(import.meta.dirname, 'scenarios');

/** The scenarios of an action stand in the file of its name. */
export async function scenariosOf(action: string): Promise<readonly Scenario[]> {
  const file = join(folder, `${action}.ts`);
  if (!existsSync(file)) throw new Error(`${action} has no scenario: write test/faults/scenarios/${action}.ts.`);
  const { scenarios } = (await import(file)) as { scenarios: readonly Scenario[] };
  return scenarios;
}
