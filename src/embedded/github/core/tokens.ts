import { passwordOf } from '../../git/access.ts';

export type Level = 'none' | 'read' | 'write';

/** What a person is in the repositories of others; an owner of an organization administers all that it has. */
export type Role = 'owner' | 'admin' | 'maintain' | 'write';

type TokenOwner = {
  readonly token: string;
  /** `github-actions[bot]`, a person, or `my-app[bot]`. */
  readonly login: string;
  /** `owner/name` of what it reaches beyond what is public; without it, everything. A job's own one. */
  readonly repositories?: readonly string[];
  /** Of a person whose role the setting `collaborators` does not tell; an admin without either. */
  readonly role?: Role;
  readonly isExpired?: boolean;
};

export type Token = TokenOwner &
  (
    | {
        readonly kind: 'job' | 'app' | 'fine-grained';
        /** As in a workflow: `contents`, `pull-requests`, `issues`, `actions`, `workflows` … */
        readonly permissions: Readonly<Record<string, Level>>;
        /** The number of a GitHub App, by which rulesets let it pass. */
        readonly appId?: number;
      }
    | { readonly kind: 'classic'; readonly scopes: readonly string[] }
  );

/** Who asks; `undefined` is nobody in particular, who may read what is public. */
export type Access = Token | undefined;

export function isPerson(login: string): boolean {
  return !login.endsWith('[bot]');
}

/** Whose request it is, as far as the token is known. */
export function accessOf(authorization: string | undefined, tokens: readonly Token[]): Access {
  const [scheme = '', value = ''] = authorization?.trim().split(/\s+/, 2) ?? [];
  const sent = scheme.toLowerCase() === 'basic' ? passwordOf(value) : value;
  return tokens.find(({ token, isExpired = false }) => token === sent && !isExpired);
}
