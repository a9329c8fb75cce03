import type { Excerpt } from '../../src/domain/excerpt.ts';
import type { Change, Condition } from '../../src/world/change.ts';

/** What is to be done for one place. */
export type Part = {
  readonly notes?: readonly string[];
  readonly changes?: readonly (Change | undefined)[];
  readonly pending?: readonly Condition[];
  readonly excerpts?: readonly Excerpt[] | undefined;
};
