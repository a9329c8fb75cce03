import type { Place } from '../domain/place.ts';

/** Gives what a Change made; undefined if it was not applied, or if there is no such Change. */
export type Made = <T>(change: Change<T> | undefined | false) => T | undefined;

/** Which changes were applied, and what they made. */
export type Applied = {
  readonly made: Made;
  readonly isMade: (change: Change | undefined | false) => boolean;
};

/** A deferred effect. A Change is something that is useless half-done. Inside, it may do many things in parallel. */
export type Change<Result = unknown> = {
  /** A key for each thing that the Change brings about. The ledger of the run knows the Change by its keys. */
  readonly keys: readonly string[];
  readonly title: string;
  /** A diff or a list, for the log and the summary. */
  readonly detail?: string;
  /** Where something is not yet as the Change makes it. mode: check tells them. */
  readonly places?: readonly Place[];
  /** `local`: a file of the workspace, a local commit or tag. `remote`: a push, GitHub, a registry. */
  readonly reach: 'local' | 'remote';
  /** `made` gives what the changes before this one made. */
  readonly apply: (made: Made) => Promise<Result>;
};

/** What others have to do. */
export type Condition = {
  readonly title: string;
  readonly fix: string;
  /** Waiting does not bring it about: this run has to begin with something else. */
  readonly isFinal?: true;
};

/**
 * Thrown by an `apply` that lost a race, or whose answer was lost: what the plan has seen may be out of date. `run`
 * plans again, and the next plan sees what happened.
 */
export class Moved extends Error {
  override readonly name = 'Moved';
  /** Part of the work was done, so the time limit starts again. */
  readonly hasProgressed: boolean;
  /** Keys of the Change for which the server has said that this `apply` made nothing: it was there, or was refused. */
  readonly unmade: readonly string[];
  constructor(message: string, { hasProgressed = false, unmade = [], ...options }: MovedOptions = {}) {
    super(message, options);
    this.hasProgressed = hasProgressed;
    this.unmade = unmade;
  }
}

type MovedOptions = ErrorOptions & Partial<Pick<Moved, 'hasProgressed' | 'unmade'>>;
