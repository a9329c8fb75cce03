import { badCredentials, notAccessible } from '../core/access.ts';
import { notFound, ok } from '../core/answer.ts';
import type { AccountRoute, Call } from '../core/route.ts';
import { type Access, isPerson } from '../core/tokens.ts';
import type { World } from '../core/world.ts';
import { account } from './account-view.ts';

/** The account of the token, and other accounts. */
export const accountRoutes: readonly AccountRoute[] = [
  {
    method: 'GET',
    path: '/user',
    docs: 'users/users#get-the-authenticated-user',
    answer: ({ world, access }) => ok({ ...profile(world, personOf(access)), ...privateFigures }),
  },
  { method: 'GET', path: '/users/{username}', docs: 'users/users#get-a-user', answer: named },
];

function named({ world, parameters: { username = '' } }: Call) {
  if (!world.hasAccount(username)) throw notFound();
  return ok(profile(world, username));
}

function personOf(access: Access): string {
  if (access === undefined) throw badCredentials();
  if (access.kind === 'job' || access.kind === 'app') throw notAccessible(access);
  return access.login;
}

function profile(world: World, login: string) {
  return {
    ...account(world, login),
    name: isPerson(login) ? login : null,
    company: null,
    blog: '',
    location: null,
    email: null,
    hireable: null,
    bio: null,
    public_repos: 0,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: world.instance.startedAt,
    updated_at: world.instance.startedAt,
  };
}

const privateFigures = {
  private_gists: 0,
  total_private_repos: 0,
  owned_private_repos: 0,
  disk_usage: 0,
  collaborators: 0,
  two_factor_authentication: true,
};
