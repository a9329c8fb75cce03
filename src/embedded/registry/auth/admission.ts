import { Refused } from '../core/refused.ts';
import { accountOf, mayDo, type Need } from './accounts.ts';
import type { Authentication } from './authentication.ts';
import type { TokenServer } from './token-server.ts';

type AdmissionOptions = {
  readonly rules: Authentication;
  readonly tokenServer: TokenServer;
  /** The address that the challenge names. */
  readonly realm: string;
};

/** Decides which requests are served. */
export class Admission {
  readonly #options: AdmissionOptions;

  constructor(options: AdmissionOptions) {
    this.#options = options;
  }

  /** Throws the refusal of a request that may not do what it needs. */
  check(authorization: string | undefined, needs: readonly Need[]): void {
    if (this.#options.rules.kind === 'basic') this.#checkPassword(authorization, needs);
    else this.#checkToken(authorization, needs);
  }

  /** The refusal of a token that has expired. */
  expired(needs: readonly Need[]): Refused {
    return this.#options.rules.kind === 'basic' ? this.#passwordNeeded() : this.#tokenNeeded(needs, 'invalid_token');
  }

  #checkPassword(authorization: string | undefined, needs: readonly Need[]): void {
    const { accounts, anonymous = 'none' } = this.#options.rules;
    if (authorization === undefined) {
      if (needs.length > 0 && needs.every((need) => mayDo(anonymous, need))) return;
      throw this.#passwordNeeded();
    }
    const account = accountOf(authorization, accounts);
    if (account === undefined) throw this.#passwordNeeded();
    if (!needs.every((need) => mayDo(account.access, need))) throw new Refused('DENIED', { details: details(needs) });
  }

  #checkToken(authorization: string | undefined, needs: readonly Need[]): void {
    const [, token] = /^bearer +(\S+)$/i.exec(authorization ?? '') ?? [];
    if (token === undefined) throw this.#tokenNeeded(needs);
    const allowed = this.#options.tokenServer.needsOf(token);
    if (allowed === undefined) throw this.#tokenNeeded(needs, 'invalid_token');
    const isAllowed = ({ repository, action }: Need) =>
      allowed.some((one) => one.repository === repository && one.action === action);
    if (!needs.every(isAllowed)) throw this.#tokenNeeded(needs, 'insufficient_scope');
  }

  #passwordNeeded(): Refused {
    return new Refused('UNAUTHORIZED', { headers: { 'www-authenticate': 'Basic realm="Registry"' } });
  }

  #tokenNeeded(needs: readonly Need[], error?: string): Refused {
    const { realm, rules } = this.#options;
    const parameters = { realm, service: rules.tokens?.service ?? 'registry', scope: scopeOf(needs), error };
    const told = Object.entries(parameters).filter(([, value]) => value !== undefined);
    const challenge = `Bearer ${told.map(([name, value]) => `${name}="${value}"`).join(',')}`;
    return new Refused('UNAUTHORIZED', { headers: { 'www-authenticate': challenge }, details: details(needs) });
  }
}

/** Several repositories are separated by spaces. */
function scopeOf(needs: readonly Need[]): string | undefined {
  const actions = Object.groupBy(needs, ({ repository }) => repository);
  const scopes = Object.entries(actions).map(
    ([repository, all = []]) => `repository:${repository}:${all.map(({ action }) => action).join(',')}`,
  );
  return scopes.length === 0 ? undefined : scopes.join(' ');
}

function details(needs: readonly Need[]): readonly unknown[] {
  return [needs.map(({ repository, action }) => ({ Type: 'repository', Name: repository, Action: action }))];
}
