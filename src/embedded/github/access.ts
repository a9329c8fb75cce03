import { Refused, notFound } from './answer.ts';
import { isRepositoryRoute, type Needs, type RepositoryRoute, type Route } from './route.ts';

export type Level = 'none' | 'read' | 'write';

/** What a person is in the repositories of others; an owner of an organization administers all that it has. */
export type Role = 'owner' | 'admin' | 'maintain' | 'write';

type Common = {
  readonly token: string;
  /** `github-actions[bot]`, a person, or `my-app[bot]`. */
  readonly login: string;
  /** `owner/name` of what it reaches beyond what is public; without it, everything. A job's own one. */
  readonly repositories?: readonly string[];
  /** Of a person whose role the setting `collaborators` does not tell; an admin without either. */
  readonly role?: Role;
  readonly isExpired?: boolean;
};

export type Token = Common &
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

export type Visibility = { readonly name: string; readonly isPublic: boolean };

/** Where a request goes, and whose issue or pull request it is about, if it is about one. */
type Target = Visibility & { readonly author: string | undefined };

export function isPerson(login: string): boolean {
  return !login.endsWith('[bot]');
}

/** Whose request it is, as far as the token is known. */
export function accessOf(authorization: string | undefined, tokens: readonly Token[]): Access {
  const [scheme = '', value = ''] = authorization?.trim().split(/\s+/, 2) ?? [];
  const sent = scheme.toLowerCase() === 'basic' ? passwordOf(value) : value;
  return tokens.find(({ token, isExpired = false }) => token === sent && !isExpired);
}

export function badCredentials(): Refused {
  return new Refused(401, 'Bad credentials', { documentation_url: 'https://docs.github.com/rest' });
}

/** Refuses what the token may not see, and then what it may not do, before anything else is looked at. */
export function authorize(access: Access, route: RepositoryRoute, repository: Target): void {
  if (!maySee(access, repository)) throw notFound();
  if (route.needs.length === 0 || route.needs.some((need) => mayDo(access, need, repository))) return;
  if (isOpenToReaders(route, repository.author === access?.login) && maySpeak(access, repository)) return;
  throw refusal(access, route, maySpeak(access, repository));
}

export function maySee(access: Access, { name, isPublic }: Visibility): boolean {
  return isPublic || reaches(access, name);
}

/** Whether a token has a permission such as `contents: write` in a repository. */
export function mayDo(access: Access, need: Needs[number], { name, isPublic }: Visibility): boolean {
  const [permission = '', level] = need.split(': ');
  if (level === 'read' && isPublic) return true;
  if (access === undefined || (permission === 'administration' && !isAdmin(access, name))) return false;
  const allowed =
    access.kind === 'classic' ? classicLevel(access, { name, isPublic }) : levelOf(access, permission, name);
  return allowed === 'write' || allowed === level;
}

/** A person's role in a repository that the token reaches; jobs and Apps have none. */
export function roleOf(access: Access, name: string): Role | undefined {
  if (access === undefined || !isPerson(access.login) || !reaches(access, name)) return undefined;
  return name.startsWith(`${access.login}/`) ? 'admin' : (access.role ?? 'admin');
}

/** The headers by which GitHub tells what a token has, and what the route takes. */
export function accessHeaders(access: Access, route?: Route): Record<string, string> {
  const needs = route !== undefined && isRepositoryRoute(route) ? route.needs : [];
  if (access?.kind === 'classic') {
    const accepted = needs.some((need) => need.endsWith('write')) ? 'repo' : '';
    return { 'x-oauth-scopes': access.scopes.join(', '), 'x-accepted-oauth-scopes': accepted };
  }
  const accepted = needs.length === 0 ? 'metadata=read' : needs.map(permissionText).join('; ');
  return access === undefined ? {} : { 'x-accepted-github-permissions': accepted };
}

/** What a token may do with a repository's contents, for the git server. */
export function contentsLevel(token: Token, repository: Visibility): Level {
  if (mayDo(token, 'contents: write', repository)) return 'write';
  return mayDo(token, 'contents: read', repository) ? 'read' : 'none';
}

export function mayChangeWorkflows(token: Token): boolean {
  if (token.kind === 'classic') return token.scopes.includes('workflow');
  return token.kind !== 'job' && token.permissions['workflows'] === 'write';
}

export function notAccessible(access: Access, accepted?: Readonly<Record<string, string>>): Refused {
  const whom = access?.kind === 'fine-grained' ? 'personal access token' : 'integration';
  return new Refused(403, `Resource not accessible by ${whom}`, { ...(accepted && { headers: accepted }) });
}

function refusal(access: Access, { path, needs }: RepositoryRoute, hasScope: boolean): Refused {
  if (access === undefined) return new Refused(401, 'Requires authentication');
  const isForTriage = hasScope && /\/(?:issues|labels|milestones|requested_reviewers)\b/.test(path);
  if (access.kind === 'classic')
    return isForTriage ? new Refused(403, 'Must have admin rights to Repository.') : notFound();
  return notAccessible(access, { 'x-accepted-github-permissions': needs.map(permissionText).join('; ') });
}

function permissionText(need: string): string {
  return need.replaceAll('-', '_').replace(': ', '=');
}

/** What everybody who may read may also do, as far as the token lets them speak for themselves. */
function isOpenToReaders({ method, path }: RepositoryRoute, isOwn: boolean): boolean {
  if (method === 'PATCH') return isOwn && path.endsWith('_number}');
  return method === 'POST' && /\/(?:pulls|issues|comments|reviews|forks)$/.test(path);
}

function maySpeak(access: Access, repository: Visibility): boolean {
  if (access?.kind !== 'classic' || !isPerson(access.login)) return false;
  return access.scopes.includes('repo') || (access.scopes.includes('public_repo') && repository.isPublic);
}

/** Whether somebody may administrate, if the token lets them; a job's `permissions:` cannot give that. */
function isAdmin(access: Token, name: string): boolean {
  if (access.kind === 'app') return true;
  const role = roleOf(access, name);
  return role === 'owner' || role === 'admin';
}

function levelOf(access: Token, permission: string, name: string): Level {
  if (!reaches(access, name)) return 'none';
  return access.kind === 'classic' ? 'none' : (access.permissions[permission] ?? 'none');
}

function classicLevel(access: Token & { kind: 'classic' }, { name, isPublic }: Visibility): Level {
  const hasScope = access.scopes.includes('repo') || (isPublic && access.scopes.includes('public_repo'));
  return hasScope && reaches(access, name) ? 'write' : 'none';
}

function reaches(access: Access, name: string): boolean {
  if (access === undefined) return false;
  const isOwner = isPerson(access.login) && name.startsWith(`${access.login}/`);
  return isOwner || access.repositories === undefined || access.repositories.includes(name);
}

function passwordOf(credentials: string): string {
  const decoded = Buffer.from(credentials, 'base64').toString('utf8');
  return decoded.slice(decoded.indexOf(':') + 1);
}
