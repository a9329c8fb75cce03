import { ok, notFound } from './answer.ts';
import { badCredentials, notAccessible } from './access.ts';
import { type Access, isPerson } from './tokens.ts';
import type { AccountRoute, Call } from './route.ts';
import type { World } from './world.ts';

/** The routes of accounts: who the token is, and who others are. */
export const accountRoutes: readonly AccountRoute[] = [
  {
    method: 'GET',
    path: '/user',
    docs: 'users/users#get-the-authenticated-user',
    answer: ({ world, access }) => ok({ ...profile(world, personOf(access)), ...privateFigures }),
  },
  { method: 'GET', path: '/users/{username}', docs: 'users/users#get-a-user', answer: named },
];

/** An account as other resources show it. */
export function account(world: World, login: string): Record<string, unknown> & { login: string; id: number } {
  const url = `${world.site.url}/users/${encodeURIComponent(login)}`;
  const id = world.accountId(login);
  return {
    login,
    id,
    node_id: nodeId('User', id),
    avatar_url: `https://avatars.githubusercontent.com/u/${id}?v=4`,
    gravatar_id: '',
    url,
    html_url: `${world.site.gitUrl}/${isPerson(login) ? login : `apps/${login.replace('[bot]', '')}`}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type: world.accountType(login),
    user_view_type: 'public',
    site_admin: false,
  };
}

export function nodeId(kind: string, id: number | string): string {
  return Buffer.from(`${kind}:${id}`).toString('base64url');
}

/** The address under which GitHub records an account's commits. */
export function noreply(world: World, login: string): string {
  return `${world.accountId(login)}+${login}@users.noreply.github.com`;
}

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
    created_at: world.site.startedAt,
    updated_at: world.site.startedAt,
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
