import { notAccessible } from '../core/access.ts';
import { type Answer, notFound, Refused } from '../core/answer.ts';
import { paged } from '../core/paging.ts';
import type { AccountRoute, Call } from '../core/route.ts';
import { teamsOf } from '../core/settings.ts';
import type { Access } from '../core/tokens.ts';
import { account } from './account-view.ts';

export const teamRoutes: readonly AccountRoute[] = [
  {
    method: 'GET',
    path: '/orgs/{org}/teams/{team_slug}/members',
    docs: 'teams/members#list-team-members',
    answer: listMembers,
  },
];

async function listMembers(call: Call): Promise<Answer> {
  const { world, access, parameters } = call;
  refuseStranger(access);
  const { org = '', team_slug: slug = '' } = parameters;
  const members = world.accountType(org) === 'Organization' ? teamsOf(world.instance.settings).get(slug) : undefined;
  if (members === undefined) throw notFound();
  return paged(call, members, (login) => ({ ...account(world, login), type: 'User' }));
}

/** Members of an organization see its teams. The token of a job never does. */
function refuseStranger(access: Access): void {
  if (access === undefined) throw new Refused(401, 'Requires authentication');
  const isAllowed =
    access.kind === 'classic'
      ? access.scopes.some((scope) => /^(?:read|write|admin):org$/.test(scope))
      : access.kind !== 'job' && (access.permissions['members'] ?? 'none') !== 'none';
  if (isAllowed) return;
  if (access.kind === 'classic') throw notFound();
  throw notAccessible(access, { 'x-accepted-github-permissions': 'members=read' });
}
