import type { Excerpt } from '../domain/excerpt.ts';
import type { Fact } from '../domain/fact.ts';
import type { Change, Condition } from '../world/change.ts';
import type { Mode } from './contract.ts';

/** The result of a run. Outputs, log and summary are made from it. */
export type Outcome = {
  mode: Mode;
  notes: readonly string[];
  waitsFor: readonly Condition[];
  /** The products of the last plan. */
  products: readonly Change[];
  /** The changes of the last plan. */
  changes: readonly Change[];
  /** The changes that this run began to apply, including those of earlier plans. */
  readonly begun: Set<Change>;
  readonly made: Map<Change, unknown>;
  pending: readonly Condition[];
  excerpts: readonly Excerpt[];
  outputs: Readonly<Record<string, unknown>>;
  facts: readonly Fact[];
  failure: unknown;
};

/** The outcome of a run that has not begun. */
export const emptyOutcome = (): Outcome => ({
  mode: 'apply',
  notes: [],
  waitsFor: [],
  products: [],
  changes: [],
  begun: new Set(),
  made: new Map(),
  pending: [],
  excerpts: [],
  outputs: {},
  facts: [],
  failure: undefined,
});
