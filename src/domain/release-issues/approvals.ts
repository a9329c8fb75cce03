import { normal } from '../owners/owners.ts';
import { verdictOf } from './verdict.ts';

/** A comment in a release issue. */
export type Statement = {
  readonly body: string;
  readonly url: string;
  readonly createdAt: string;
  /** Undefined if the account does not exist any more. */
  readonly login: string | undefined;
  readonly isBot: boolean;
  /** Whether an App wrote it in the name of a person. */
  readonly isThroughApp: boolean;
};

export type Rules = {
  /** The accounts that may agree, in lower case. */
  readonly who: ReadonlySet<string>;
  /** How those are named, such as "OWNERS". */
  readonly source: string;
  /** The account whose agreement does not count. */
  readonly author: string | undefined;
  /** When the tags or the commit changed last; undefined if they are the first ones. */
  readonly changedAt: string | undefined;
};

export type Approval = { readonly login: string; readonly url: string };

/** The comments that agree and may count, if nobody else edited them. */
export const possibleApprovals = <S extends Statement>(statements: readonly S[], rules: Rules): readonly S[] =>
  statements.filter((one) => verdictOf(one.body) === 'agrees' && objection(one, rules) === undefined);

/**
 * Who agrees, and which comments do not count, and why. `statements` are in the order in which they were made. `editors` are
 * those who made versions of a comment.
 */
export function approvalsIn<S extends Statement>(
  statements: readonly S[],
  rules: Rules,
  editors: ReadonlyMap<S, readonly (string | undefined)[]>,
): { readonly approvals: readonly Approval[]; readonly notes: readonly string[] } {
  const agreed = new Map<string, Approval>();
  const notes: string[] = [];
  for (const one of statements) {
    const verdict = verdictOf(one.body);
    if (verdict === undefined) continue;
    const why = verdict === 'agrees' ? (objection(one, rules) ?? otherEditor(one, editors.get(one) ?? [])) : undefined;
    const key = normal(one.login ?? '');
    if (why !== undefined) notes.push(`${one.url} does not count: ${why}.`);
    else if (verdict === 'withdraws') agreed.delete(key);
    else if (!agreed.has(key)) agreed.set(key, { login: one.login ?? '', url: one.url });
  }
  return { approvals: [...agreed.values()], notes };
}

function objection({ login, isBot, isThroughApp, createdAt }: Statement, rules: Rules): string | undefined {
  if (login === undefined) return 'its account does not exist any more';
  if (isBot) return `${login} is a bot`;
  if (isThroughApp) return `an App wrote it in the name of ${login}`;
  if (!rules.who.has(normal(login))) return `${login} is not in ${rules.source}`;
  if (normal(login) === normal(rules.author ?? '')) return `${login} opened the issue`;
  if (rules.changedAt !== undefined && Date.parse(createdAt) <= Date.parse(rules.changedAt))
    return `the tags or the commit changed after it, at ${rules.changedAt}`;
  return undefined;
}

function otherEditor({ login = '' }: Statement, editors: readonly (string | undefined)[]): string | undefined {
  const other = editors.find((editor) => normal(editor ?? '') !== normal(login));
  if (other !== undefined) return `${other} edited it`;
  return editors.includes(undefined) ? 'an account that does not exist any more edited it' : undefined;
}
