import { mayContribute, mayDo, maySee, notAccessible, type Visibility } from './access.ts';
import { notFound, Refused } from './answer.ts';
import { isRepositoryRoute, type RepositoryRoute, type Route } from './route.ts';
import type { Access } from './tokens.ts';

/** Where a request goes, and whose issue or pull request it is about, if it is about one. */
type RequestTarget = Visibility & { readonly author: string | undefined };

/** Refuses what the token may not see, and then what it may not do, before anything else is looked at. */
export function authorize(access: Access, route: RepositoryRoute, repository: RequestTarget): void {
  if (!maySee(access, repository)) throw notFound();
  if (route.needs.length === 0 || route.needs.some((need) => mayDo(access, need, repository))) return;
  if (isOpenToReaders(route, repository.author === access?.login) && mayContribute(access, repository)) return;
  throw refusal(access, route, mayContribute(access, repository));
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
