import { ReleaseError } from '../../domain/error.ts';
import type { Client } from './client.ts';
import type { ProposalPlace } from './proposals.ts';
import { partsOf } from './repositories.ts';

/** A commit that is on one branch and not on the other, and the addresses of those who made it. */
export type AheadCommit = {
  readonly sha: string;
  readonly author: string;
  readonly committer: string;
  /** The account of the author, where GitHub knows it. */
  readonly authorLogin: string | undefined;
  readonly isMerge: boolean;
  readonly subject: string;
};

/** What `head` has and `base` has not; a head may be `owner:branch`, in a fork. */
export async function commitsAhead(
  client: Client,
  { repository, base, head }: ProposalPlace,
): Promise<readonly AheadCommit[]> {
  const route = 'GET /repos/{owner}/{repo}/compare/{basehead}';
  const found = await client.look(route, { ...partsOf(repository), basehead: `${base}...${head}`, per_page: 100 });
  if (found === undefined)
    throw new ReleaseError(`${head} has no history in common with ${base} of ${repository}.`, {
      fix: 'Give another name in the input branch: what is there would be lost.',
    });
  if (found.total_commits > found.commits.length)
    throw new ReleaseError(
      `${head} is ${found.total_commits} commits ahead of ${base}, which is no proposal of one commit.`,
      {
        fix: 'Give another name in the input branch.',
      },
    );
  return found.commits.map(({ sha, commit, author, parents }) => ({
    sha,
    authorLogin: author?.login,
    isMerge: parents.length > 1,
    author: commit.author?.email ?? '',
    committer: commit.committer?.email ?? '',
    subject: commit.message.split('\n', 1)[0] ?? '',
  }));
}
