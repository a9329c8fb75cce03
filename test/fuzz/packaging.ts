import { startPython } from './python.ts';

/** What Python's `packaging` makes of a text, and its place in the order of its group; equal versions share one. */
export type Reading = {
  readonly text: string;
  readonly release: readonly number[];
  readonly isPrerelease: boolean;
  readonly rank: number;
};

/** Null: not a version. */
export type Readings = readonly (Reading | null)[];

export type Packaging = AsyncDisposable & {
  readonly read: (groups: readonly (readonly string[])[]) => Promise<readonly Readings[]>;
};

export async function startPackaging(): Promise<Packaging> {
  const python = await startPython('readings.py', 'packaging');
  return {
    read: async (groups) => (await python.ask(groups)) as readonly Readings[],
    [Symbol.asyncDispose]: async () => python[Symbol.asyncDispose](),
  };
}
