import { mayContribute, mayDo, maySee, notAccessible, type Visibility } from './access.ts';
import { notFound, Refused } from './answer.ts';
import { isRepositoryRoute, type RepositoryRoute, type Route } from './route.ts';
import type { Access } from './tokens.ts';

/** The repository of a request, and the author of the issue or pull request in its path. */
type RequestTarget = Visibility & { readonly author: string | undefined };

/** Refuses a repository that the token may not see, then a request that it may not make. */
export function authorize(access: Access, route: RepositoryRoute, repository: RequestTarget): void {
  if (!maySee(access, repository)) throw notFound();
  if (route.needs.length === 0 || route.needs.some((need) => mayDo(access, need, repository))) return;
  if (isOpenToReaders(route, repository.author === access?.login) && mayContribute(access, repository)) return;
  throw refusal(access, route, mayContribute(access, repository));
}

/** The headers that name the scopes of a token, and the permissions that the route accepts. */
export function accessHeaders(access: Access, route?: Route): Record<string, string> {
  const needs = route !== undefined && isRepositoryRoute(route) ? route.needs : [];
  if (access?.kind === 'classic') {
    const accepted = needs.some((need) => need.endsWith('write')) ? 'repo' : '';
    return { 'x-oauth-scopes': access.scopes.join(', '), 'x-accepted-oauth-scopes': accepted };
  }
  const accepted = needs.length === 0 ? 'metadata=read' : needs.map(permissionText).join('; ');
  return access === undefined ? {} : { 'x-accepted-github-permissions': accepted };
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

/** Whether everybody who may read may do this: open, comment, review, fork, and edit their own. */
function isOpenToReaders({ method, path }: RepositoryRoute, isOwn: boolean): boolean {
  if (method === 'PATCH') return isOwn && path.endsWith('_number}');
  return method === 'POST' && /\/(?:pulls|issues|comments|reviews|forks)$/.test(path);
}
