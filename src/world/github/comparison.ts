import type { Client } from './client.ts';
import type { ProposalPlace } from './proposals.ts';
import { partsOf } from './repositories.ts';

/** A commit that is on one branch and not on the other, and the addresses of those who made it. */
export type AheadCommit = {
  readonly sha: string;
  readonly author: string;
  readonly committer: string;
  readonly subject: string;
};

/** What `head` has and `base` has not; a head may be `owner:branch`, in a fork. */
export async function commitsAhead(
  client: Client,
  { repository, base, head }: ProposalPlace,
): Promise<readonly AheadCommit[]> {
  const route = 'GET /repos/{owner}/{repo}/compare/{basehead}';
  const found = await client.look(route, { ...partsOf(repository), basehead: `${base}...${head}`, per_page: 100 });
  return (found?.commits ?? []).map(({ sha, commit }) => ({
    sha,
    author: commit.author?.email ?? '',
    committer: commit.committer?.email ?? '',
    subject: commit.message.split('\n', 1)[0] ?? '',
  }));
}
