/** What a Change made; undefined where it was not applied, or there was none to apply. */
export type Made = <T>(change: Change<T> | undefined | false) => T | undefined;

/** A deferred effect. One Change is what is useless half-done; inside it may do many things, in parallel. */
export type Change<Result = unknown> = {
  /** What it brings about, one key a thing. The ledger of the run knows it by these, whatever its title says. */
  readonly keys: readonly string[];
  readonly title: string;
  /** A diff or a list, for the log and the summary. */
  readonly detail?: string;
  /** `local`: a file of the workspace, a local commit or tag. `remote`: a push, GitHub, a registry. */
  readonly reach: 'local' | 'remote';
  /** `made` tells what the changes before it made. */
  readonly apply: (made: Made) => Promise<Result>;
};

/** What somebody else has to bring about. */
export type Condition = { readonly title: string; readonly fix: string };

/**
 * Thrown by an `apply` that lost a race, or whose answer got lost: the world is not, or not surely, as the plan saw
 * it. `run` plans again, and what happened in between is then an observation like any other.
 */
export class Moved extends Error {
  override readonly name = 'Moved';
  /** Part of the work was done, so that patience begins anew. */
  readonly hasProgressed: boolean;
  constructor(message: string, { hasProgressed = false, ...options }: ErrorOptions & { hasProgressed?: boolean } = {}) {
    super(message, options);
    this.hasProgressed = hasProgressed;
  }
}
