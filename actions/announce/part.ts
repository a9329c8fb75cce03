import type { Excerpt } from '../../src/domain/excerpt.ts';
import type { Change, Condition } from '../../src/world/change.ts';

/** What is to be done for one place. */
export type Part = {
  readonly notes?: readonly string[];
  readonly waitsFor?: readonly (Condition | undefined)[];
  readonly changes?: readonly (Change | undefined)[];
  readonly pending?: readonly Condition[];
  readonly excerpts?: readonly Excerpt[] | undefined;
  /** The page of what is announced there, as far as it has one. */
  readonly page?: {
    readonly kind: 'comment' | 'discussion';
    /** The change that makes it. */
    readonly making: Change<string | undefined> | undefined;
    readonly url: string | undefined;
  };
};
