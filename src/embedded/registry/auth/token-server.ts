import { randomBytes } from 'node:crypto';
import type { WireAnswer } from '../../wire/answer.ts';
import { json, Refused } from '../core/refused.ts';
import { type Account, accountOf, mayDo, type Need } from './accounts.ts';
import type { Authentication } from './authentication.ts';

/** A token: what it allows, and until when. */
type Grant = { readonly needs: readonly Need[]; expires: number };

export type TokenRequest = {
  readonly method: string;
  readonly query: URLSearchParams;
  readonly form: URLSearchParams;
  readonly authorization: string | undefined;
};

/** Gives tokens for passwords: https://distribution.github.io/distribution/spec/auth/token/ and …/auth/oauth/ */
export class TokenServer {
  readonly #rules: Authentication;
  readonly #grants = new Map<string, Grant>();

  constructor(rules: Authentication) {
    this.#rules = rules;
  }

  answer(request: TokenRequest): WireAnswer {
    if (!['GET', 'POST'].includes(request.method)) throw new Refused('UNSUPPORTED');
    const parameters = request.method === 'POST' ? request.form : request.query;
    const account = this.#account(request);
    const scopes = parameters.getAll('scope').flatMap((scope) => scope.split(' '));
    const asked = scopes.flatMap(needsOf);
    const rule = account === undefined ? (this.#rules.anonymous ?? 'none') : account.access;
    const needs = asked.filter((need) => mayDo(rule, need));
    if (this.#rules.tokens?.refuses === true && needs.length < asked.length) throw new Refused('DENIED');
    return { status: 200, headers: json, body: JSON.stringify(this.#token(needs, request.method)) };
  }

  /** What a token allows: undefined if there is no such token, or if it has expired. */
  needsOf(token: string): readonly Need[] | undefined {
    const grant = this.#grants.get(token);
    return grant !== undefined && Date.now() < grant.expires ? grant.needs : undefined;
  }

  expireAll(): void {
    for (const grant of this.#grants.values()) grant.expires = 0;
  }

  #token(needs: readonly Need[], method: string): Readonly<Record<string, unknown>> {
    const token = randomBytes(24).toString('base64url');
    const { lifetime = 300 } = this.#rules.tokens ?? {};
    this.#grants.set(token, { needs, expires: Date.now() + lifetime * 1000 });
    const times = { expires_in: lifetime, issued_at: new Date().toISOString() };
    return method === 'POST' ? { access_token: token, ...times } : { token, access_token: token, ...times };
  }

  /** Who asks; undefined if they do not sign in. */
  #account({ method, form, authorization }: TokenRequest): Account | undefined {
    const { accounts } = this.#rules;
    if (method === 'POST') return this.#accountOfForm(form);
    if (authorization === undefined) return undefined;
    const account = accountOf(authorization, accounts);
    if (account === undefined) throw new Refused('UNAUTHORIZED');
    return account;
  }

  #accountOfForm(form: URLSearchParams): Account {
    const [grant, identity] = [form.get('grant_type'), form.get('refresh_token')];
    const [user, password] = [form.get('username'), form.get('password')];
    const account = this.#rules.accounts.find((known) =>
      grant === 'password'
        ? known.user === user && known.password === password
        : grant === 'refresh_token' && known.identityToken !== undefined && known.identityToken === identity,
    );
    if (account === undefined) throw new Refused('UNAUTHORIZED');
    return account;
  }
}

/** `repository:org/name:pull,push` */
function needsOf(scope: string): readonly Need[] {
  const [, repository = '', actions = ''] = /^repository:(.+):([a-z,*]+)$/.exec(scope) ?? [];
  return actions
    .split(',')
    .filter((action) => action === 'pull' || action === 'push' || action === 'delete')
    .map((action) => ({ repository, action }));
}
