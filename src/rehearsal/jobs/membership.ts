import type { SourcePosition } from '../../domain/error.ts';
import { evaluatedText, holds, type Scope } from '../expressions/expression.ts';
import { textOf, type Value, valueAt } from '../workflow/value.ts';
import type { Annotation } from '../steps/records.ts';
import type { Member } from './concurrency.ts';
import { told } from './leg.ts';
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

/** The groups that are held while the member runs. */
export const heldWith = (held: readonly string[], of: Membership | undefined): readonly string[] =>
  of === undefined ? held : [...held, of.member.group.toLowerCase()];

/** Why it would wait for ever, because what is around it has its group and waits for it. GitHub cancels it. */
export function deadlockOf(of: Membership | undefined, held: readonly string[]): Annotation | undefined {
  if (of === undefined || !held.includes(of.member.group.toLowerCase())) return undefined;
  const { group, at } = of.member;
  const message = `Cancelled, because of a deadlock: it would wait for the concurrency group ${group}, which the workflow around it has until its end.`;
  return told('error', message, at);
}

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
