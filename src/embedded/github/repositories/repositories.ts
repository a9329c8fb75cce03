import { account } from '../accounts/account-view.ts';
import { mayDo, maySee, roleOf } from '../core/access.ts';
import { ok } from '../core/answer.ts';
import type { RepositoryRoute } from '../core/route.ts';
import { collaboratorsOf } from '../core/settings.ts';
import type { Access } from '../core/tokens.ts';
import type { Repository, World } from '../core/world.ts';
import { repositoryView } from './repository-view.ts';

export const repositoryRoutes: readonly RepositoryRoute[] = [
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}',
    docs: 'repos/repos#get-a-repository',
    needs: [],
    answer: async ({ world, access }, repository) => ok(await fullRepository(world, repository, access)),
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/collaborators/{username}/permission',
    docs: 'collaborators/collaborators#get-repository-permissions-for-a-user',
    needs: ['metadata: read'],
    answer: ({ world, parameters: { username = '' } }, repository) => ok(permissionOf(world, repository, username)),
  },
];

/** A single repository, with fields that lists do not have, such as the permissions of the token. */
export async function fullRepository(world: World, repository: Repository, access: Access) {
  const { parent } = repository.record;
  const source = parent === undefined ? undefined : world.repository(parent);
  const shown = source === undefined ? undefined : await repositoryView(world, source);
  const isOrganization = world.accountType(repository.owner) === 'Organization';
  return {
    ...(await repositoryView(world, repository)),
    has_discussions: false,
    permissions: permissionsOf(access, repository),
    allow_merge_commit: true,
    allow_squash_merge: true,
    allow_rebase_merge: true,
    allow_auto_merge: false,
    delete_branch_on_merge: false,
    subscribers_count: 0,
    network_count: world.forks(repository.name).length,
    ...(isOrganization && { organization: account(world, repository.owner) }),
    ...(shown && { parent: shown, source: shown }),
  };
}

/** A person's permission. GitHub writes maintain as write, and everybody may read what is public. */
function permissionOf(world: World, { owner }: Repository, login: string) {
  const isKnown = login === owner || world.isCollaborator(login);
  const role = isKnown ? (collaboratorsOf(world.instance.settings).get(login) ?? 'admin') : 'read';
  const permission = { owner: 'admin', admin: 'admin', maintain: 'write', write: 'write', read: 'read' }[role];
  return { permission, role_name: role === 'owner' ? 'admin' : role, user: null };
}

function permissionsOf(access: Access, repository: Repository) {
  const mayPush = mayDo(access, 'contents: write', repository);
  const mayAdministrate = mayDo(access, 'administration: write', repository);
  const mayMaintain = mayAdministrate || (mayPush && roleOf(access, repository.name) === 'maintain');
  return {
    admin: mayAdministrate,
    maintain: mayMaintain,
    push: mayPush,
    triage: mayPush,
    pull: maySee(access, repository),
  };
}
