import type { SourcePosition } from '../../domain/error.ts';
import { evaluatedText, holds, type Scope } from '../expressions/expression.ts';
import type { Annotation } from '../steps/records.ts';
import { textOf, type Value, valueAt } from '../workflow/value.ts';
import type { Calling } from './calling.ts';
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

type Performing<Ended> = {
  readonly site: Pick<Site, 'groups' | 'kill'>;
  readonly held: Calling['held'];
  readonly at: SourcePosition;
  readonly cancelled: (why: readonly Annotation[]) => Ended;
  readonly perform: (held: Calling['held']) => Promise<Ended>;
};

/** Performs something as soon as its group lets it. GitHub cancels what would wait for something around it, which waits for it. */
export async function asMember<Ended>(
  of: Membership | undefined,
  { site, held, at, cancelled, perform }: Performing<Ended>,
): Promise<Ended> {
  if (of === undefined) return perform(held);
  const { member, signal, reason } = of;
  const group = member.group.toLowerCase();
  if (held.includes(group)) {
    const message = `Cancelled, because of a deadlock: it would wait for the concurrency group ${member.group}, which the workflow around it has until its end.`;
    return cancelled([told('error', message, member.at)]);
  }
  try {
    if (await site.groups.enter(member, signal)) return await perform([...held, group]);
    return cancelled(site.kill.aborted ? [] : [told('error', `Cancelled, because ${reason()}.`, at)]);
  } finally {
    site.groups.leave(member);
  }
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
