import type { Change, Condition } from '../world/change.ts';
import type { Mode } from './contract.ts';

/** What became of a run; every report is made from it. */
export type Outcome = {
  mode: Mode;
  notes: readonly string[];
  waitsFor: readonly Condition[];
  /** What the last plan wanted. */
  changes: readonly Change[];
  /** Begun by this run, also by its earlier plans. */
  readonly begun: Set<Change>;
  readonly made: Map<Change, unknown>;
  pending: readonly Condition[];
  outputs: Readonly<Record<string, unknown>>;
  failure: unknown;
};

/** What has become of a run that has not begun. */
export const emptyOutcome = (): Outcome => ({
  mode: 'apply',
  notes: [],
  waitsFor: [],
  changes: [],
  begun: new Set(),
  made: new Map(),
  pending: [],
  outputs: {},
  failure: undefined,
});
