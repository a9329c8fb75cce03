/** What somebody may do with a repository. Each of these includes those before it. */
export type Access = 'none' | 'pull' | 'push' | 'delete';

/** The same in every repository, or in each its own. */
export type AccessRule = Access | ((repository: string) => Access);

export type Account = {
  readonly user: string;
  readonly password: string;
  /** A token that stands for the password, such as credential helpers have. */
  readonly identityToken?: string;
  /** Everything, if it is not given. */
  readonly access?: AccessRule;
};

/** What a request needs. */
export type Need = { readonly repository: string; readonly action: Exclude<Access, 'none'> };

const ranks: readonly Access[] = ['none', 'pull', 'push', 'delete'];

export function mayDo(rule: AccessRule | undefined, { repository, action }: Need): boolean {
  const access = typeof rule === 'function' ? rule(repository) : (rule ?? 'delete');
  return ranks.indexOf(access) >= ranks.indexOf(action);
}

/** The account that a Basic `Authorization` names. */
export function accountOf(authorization: string, accounts: readonly Account[]): Account | undefined {
  const [, credentials] = /^basic +(\S+)$/i.exec(authorization) ?? [];
  const [, user, password] = /^([^:]*):(.*)$/s.exec(Buffer.from(credentials ?? '', 'base64').toString('utf8')) ?? [];
  return accounts.find((account) => account.user === user && account.password === password);
}
