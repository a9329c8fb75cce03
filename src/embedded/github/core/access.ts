import { Refused } from './answer.ts';
import { type Access, isPerson, type Level, type Role, type Token } from './tokens.ts';

/** A permission as in a workflow, such as `pull-requests: write`. */
export type Permission = `${string}: ${'read' | 'write'}`;

export type Visibility = { readonly name: string; readonly isPublic: boolean };

export function maySee(access: Access, { name, isPublic }: Visibility): boolean {
  return isPublic || reaches(access, name);
}

/** Whether a token has a permission in a repository. */
export function mayDo(access: Access, need: Permission, { name, isPublic }: Visibility): boolean {
  const [permission = '', level] = need.split(': ');
  if (level === 'read' && isPublic) return true;
  if (access === undefined || (permission === 'administration' && !isAdmin(access, name))) return false;
  const allowed =
    access.kind === 'classic' ? classicLevel(access, { name, isPublic }) : levelOf(access, permission, name);
  return allowed === 'write' || allowed === level;
}

/** Whether a person may open issues, comment and review with this token where they may only read. */
export function mayContribute(access: Access, repository: Visibility): boolean {
  if (access?.kind !== 'classic' || !isPerson(access.login)) return false;
  return access.scopes.includes('repo') || (access.scopes.includes('public_repo') && repository.isPublic);
}

/** The role of a person in a repository that the token reaches. Jobs and Apps have no role. */
export function roleOf(access: Access, name: string): Role | undefined {
  if (access === undefined || !isPerson(access.login) || !reaches(access, name)) return undefined;
  return name.startsWith(`${access.login}/`) ? 'admin' : (access.role ?? 'admin');
}

/** What a token may do in a repository through git. */
export function contentsLevel(token: Token, repository: Visibility): Level {
  if (mayDo(token, 'contents: write', repository)) return 'write';
  return mayDo(token, 'contents: read', repository) ? 'read' : 'none';
}

export function mayChangeWorkflows(token: Token): boolean {
  if (token.kind === 'classic') return token.scopes.includes('workflow');
  return token.kind !== 'job' && token.permissions['workflows'] === 'write';
}

export function badCredentials(): Refused {
  return new Refused(401, 'Bad credentials', { documentation_url: 'https://docs.github.com/rest' });
}

export function notAccessible(access: Access, accepted?: Readonly<Record<string, string>>): Refused {
  const whom = access?.kind === 'fine-grained' ? 'personal access token' : 'integration';
  return new Refused(403, `Resource not accessible by ${whom}`, { ...(accepted && { headers: accepted }) });
}

/** Whether the owner of a token is an admin. A job never is: `permissions:` has no such scope. */
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
