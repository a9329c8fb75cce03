import { ReleaseError } from '../../domain/error.ts';
import type { ChangelogItem } from '../../domain/changelogs/item.ts';
import { together } from '../parallel.ts';
import { gitObject, instant, integer, link, list, maybe, record, string } from '../shape.ts';
import type { Client } from './client.ts';
import { ownerAndRepo } from './repositories.ts';

/** Times in seconds; undefined: from the beginning. */
export type WorkBounds = {
  /** Pull requests were merged at that time or later. */
  readonly merged: number | undefined;
  /** Issues were closed after that time. */
  readonly closed: number | undefined;
};

export type MergedPull = ChangelogItem & {
  /** The commit to which the merge moved the branch, however it was merged. */
  readonly commit: string;
  readonly mergedAt: number;
};

/** What was merged and closed in a repository. */
export class CompletedWork {
  readonly #client: Client;
  constructor(client: Client) {
    this.#client = client;
  }

  /** The pull requests that were merged, and the issues that were closed as completed, until now. */
  async since(
    repository: string,
    { merged, closed }: WorkBounds,
  ): Promise<{ readonly pulls: readonly MergedPull[]; readonly issues: readonly ChangelogItem[] }> {
    const [pulls, issues] = await together([
      this.#mergedPulls(repository, merged ?? 0),
      this.#closedIssues(repository, closed ?? 0),
    ]);
    return { pulls, issues };
  }

  async #mergedPulls(repository: string, since: number): Promise<readonly MergedPull[]> {
    const found = await this.#client.list(
      'GET /repos/{owner}/{repo}/pulls',
      { ...ownerAndRepo(repository), ...newestFirst },
      closedPull,
      (pull) => epochOf(pull.updated_at) < since,
    );
    if (found === undefined) throw notShown('pull requests', repository);
    return withoutRepeats(found).flatMap((pull) => {
      const { merged_at: merged, merge_commit_sha: commit } = pull;
      if (!isGiven(merged) || !isGiven(commit) || epochOf(merged) < since) return [];
      return [{ ...itemOf('pull-request', pull), commit, mergedAt: epochOf(merged) }];
    });
  }

  async #closedIssues(repository: string, since: number): Promise<readonly ChangelogItem[]> {
    const time = since === 0 ? {} : { since: new Date(since * 1000).toISOString() };
    const query = { ...ownerAndRepo(repository), ...newestFirst, ...time };
    const found = await this.#client.list('GET /repos/{owner}/{repo}/issues', query, closedIssue);
    if (found === undefined) throw notShown('issues', repository);
    return withoutRepeats(found)
      .filter((issue) => !isGiven(issue.pull_request) && isCompleted(issue) && epochOf(issue.closed_at) > since)
      .map((issue) => itemOf('issue', issue));
  }
}

// While pages are read, what changes comes to the front: nothing is missed, and what comes twice is dropped.
const newestFirst = { state: 'closed', sort: 'updated', direction: 'desc' } as const;

const withoutRepeats = <Numbered extends { readonly number: number }>(
  found: readonly Numbered[],
): readonly Numbered[] => [...new Map(found.map((one) => [one.number, one])).values()];

const isCompleted = ({ state_reason: reason }: ReturnType<typeof closedIssue>): boolean =>
  reason !== 'not_planned' && reason !== 'duplicate';

const namedLabel = record({ name: maybe(string) });
const anyLabel = (value: unknown, place?: string) => (typeof value === 'string' ? value : namedLabel(value, place));

const pullOrIssue = {
  number: integer,
  title: string,
  html_url: link,
  labels: list(anyLabel),
  user: maybe(record({ login: string, html_url: link })),
};
const closedPull = record({
  ...pullOrIssue,
  updated_at: instant,
  merged_at: maybe(instant),
  merge_commit_sha: maybe(gitObject),
});
const closedIssue = record({
  ...pullOrIssue,
  closed_at: maybe(instant),
  pull_request: maybe(record({})),
  state_reason: maybe(string),
});
type PullOrIssue = Pick<ReturnType<typeof closedPull>, 'number' | 'title' | 'html_url' | 'labels' | 'user'>;

function itemOf(
  kind: ChangelogItem['kind'],
  { number, title, html_url: url, labels, user }: PullOrIssue,
): ChangelogItem {
  return {
    kind,
    number,
    title,
    url,
    labels: labels.flatMap((label) => (typeof label === 'string' ? label : (label.name ?? []))),
    author: isGiven(user) ? { login: user.login, url: user.html_url } : undefined,
  };
}

const epochOf = (at: string | null | undefined): number => (isGiven(at) ? Date.parse(at) / 1000 : 0);

const isGiven = <T>(value: T | null | undefined): value is T => value !== null && value !== undefined;

const notShown = (what: string, repository: string) =>
  new ReleaseError(`GitHub shows no ${what} of ${repository}: there are none, or the token may not see them.`, {
    fix: 'Give the token the permissions issues: read and pull-requests: read for this repository; in a job, under permissions.',
  });
