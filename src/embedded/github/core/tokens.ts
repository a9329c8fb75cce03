import { passwordOf } from '../../git/access.ts';

export type Level = 'none' | 'read' | 'write';

/** The role of a person in repositories of others. An owner of an organization is admin of all its repositories. */
export type Role = 'owner' | 'admin' | 'maintain' | 'write';

type TokenOwner = {
  readonly token: string;
  /** `github-actions[bot]`, a person, or `my-app[bot]`. */
  readonly login: string;
  /** `owner/name` of the repositories that it reaches, besides public ones. Without a list it reaches all. */
  readonly repositories?: readonly string[];
  /** The role of a person, if the setting `collaborators` does not name it. Without both, the person is an admin. */
  readonly role?: Role;
  readonly isExpired?: boolean;
};

export type Token = TokenOwner &
  (
    | {
        readonly kind: 'job' | 'app' | 'fine-grained';
        /** As in a workflow: `contents`, `pull-requests`, `issues`, `actions`, `workflows` … */
        readonly permissions: Readonly<Record<string, Level>>;
        /** The number of the GitHub App. Rulesets use it to name who may bypass them. */
        readonly appId?: number;
      }
    | { readonly kind: 'classic'; readonly scopes: readonly string[] }
  );

/** The token of a request; undefined without one. Then only public repositories can be read. */
export type Access = Token | undefined;

export function isPerson(login: string): boolean {
  return !login.endsWith('[bot]');
}

/** The token that an `Authorization` header contains, if it is a known one. */
export function accessOf(authorization: string | undefined, tokens: readonly Token[]): Access {
  const [scheme = '', value = ''] = authorization?.trim().split(/\s+/, 2) ?? [];
  const sent = scheme.toLowerCase() === 'basic' ? passwordOf(value) : value;
  return tokens.find(({ token, isExpired = false }) => token === sent && !isExpired);
}
