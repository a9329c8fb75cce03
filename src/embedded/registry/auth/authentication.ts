import type { Account, AccessRule } from './accounts.ts';

/** Who may use a registry, and how they sign in. */
export type Authentication = {
  /** `token`: a bearer token of a token server. */
  readonly kind: 'basic' | 'token';
  readonly accounts: readonly Account[];
  /** What those may do who do not sign in. */
  readonly anonymous?: AccessRule;
  readonly tokens?: TokenRules;
};

export type TokenRules = {
  /** Whether the token server is at another origin. */
  readonly elsewhere?: boolean;
  /** The address of the token server that the registry names, if it is not the true one. */
  readonly realm?: string;
  readonly service?: string;
  /** How many seconds a token is good for. */
  readonly lifetime?: number;
  /** Whether the token server refuses what an account may not do. Otherwise it makes a token that allows less. */
  readonly refuses?: boolean;
};
