import { ReleaseError } from '../../domain/error.ts';
import { listed, quoted } from '../../domain/text.ts';
import { apiUrl } from '../environment.ts';
import type { Environment } from '../environment.ts';

// Why: docs/decisions.md D38
/**
 * An address that an answer of GitHub names, such as that of the next page. The token is sent there, so it must be on a
 * server of the API. Braces and colons are escaped, because Octokit takes them for parts of a template.
 */
export function ownAddress(address: string, what: string, env: Environment): string {
  const servers = serversOf(apiUrl(env));
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || !servers.includes(url.origin) || url.username + url.password !== '')
    throw new ReleaseError(
      `GitHub names ${quoted(address.slice(0, 200))} as the address of ${what}, which is not on ${listed(servers, 'or')}.`,
      { fix: `Nothing was sent there. Find out what answers at ${apiUrl(env)}.` },
    );
  return `${url.origin}${`${url.pathname}${url.search}`.replaceAll(/[{}:]/g, encodeURIComponent)}`;
}

/** The server of the API, and on github.com and ghe.com the one that takes files. Elsewhere it is the same server. */
function serversOf(api: string): readonly string[] {
  const { origin } = new URL(api);
  const [, site] = /^https:\/\/api\.(github\.com|[\w-]+\.ghe\.com)$/.exec(origin) ?? [];
  return site === undefined ? [origin] : [origin, `https://uploads.${site}`];
}
