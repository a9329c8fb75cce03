import { nodeId } from '../core/node-id.ts';
import { isPerson } from '../core/tokens.ts';
import type { World } from '../core/world.ts';

/** An account as other resources show it. */
export function account(world: World, login: string): Record<string, unknown> & { login: string; id: number } {
  const url = `${world.instance.url}/users/${encodeURIComponent(login)}`;
  const id = world.accountId(login);
  return {
    login,
    id,
    node_id: nodeId('User', id),
    avatar_url: `https://avatars.githubusercontent.com/u/${id}?v=4`,
    gravatar_id: '',
    url,
    html_url: `${world.instance.gitUrl}/${isPerson(login) ? login : `apps/${login.replace('[bot]', '')}`}`,
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

/** The email address that GitHub uses in an account's commits. */
export function noreply(world: World, login: string): string {
  return `${world.accountId(login)}+${login}@users.noreply.github.com`;
}
