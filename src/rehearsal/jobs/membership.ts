import type { SourcePosition } from '../../domain/error.ts';
import { evaluatedText, holds, type Scope } from '../expressions/expression.ts';
import { textOf, type Value, valueAt } from '../workflow/value.ts';
import type { Member } from './concurrency.ts';
import type { Site } from './site.ts';

export type Membership = {
  readonly member: Member;
  /** Also aborted if another member cancels this one. */
  readonly signal: AbortSignal;
  /** Why it was cancelled. */
  readonly reason: () => string;
};

type Around = {
  readonly site: Pick<Site, 'groups'>;
  readonly signal: AbortSignal;
  readonly name: string;
  readonly at: SourcePosition;
};

/** How a run or a job belongs to the group that its `concurrency` names; undefined without one. */
export function membership(
  concurrency: Value | undefined,
  scope: Scope,
  { signal, name, at }: Around,
): Membership | undefined {
  if (concurrency === undefined) return undefined;
  const isMapping = concurrency.kind === 'mapping';
  const group = evaluatedText(isMapping ? valueAt(concurrency, 'group') : concurrency, scope);
  if (group === '') return undefined;
  const cancelling = new AbortController();
  const said: { reason?: string } = {};
  const member: Member = {
    group,
    cancelsInProgress: holds(valueAt(concurrency, 'cancel-in-progress'), scope, false),
    queues: textOf(valueAt(concurrency, 'queue')) === 'max',
    at: concurrency.at ?? at,
    name,
    cancel: (reason) => {
      said.reason = reason;
      cancelling.abort();
    },
  };
  return {
    member,
    signal: AbortSignal.any([signal, cancelling.signal]),
    reason: () => said.reason ?? 'it was cancelled',
  };
}
