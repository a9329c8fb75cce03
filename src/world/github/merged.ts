import { ReleaseError } from '../../domain/error.ts';
import type { ChangelogItem } from '../../domain/changelogs/item.ts';
import { together } from '../parallel.ts';
import type { Client } from './client.ts';
import { partsOf } from './repositories.ts';

/** Since when, in seconds; undefined: since ever. */
export type Since = {
  /** Pull requests were merged at that time or later. */
  readonly merged: number | undefined;
  /** Issues were closed after that time. */
  readonly closed: number | undefined;
};

export type MergedPull = ChangelogItem & {
  /** What the branch was moved to, however it was merged. */
  readonly commit: string;
  readonly mergedAt: number;
};

export type Done = { readonly pulls: readonly MergedPull[]; readonly issues: readonly ChangelogItem[] };

/** The pull requests that were merged, and the issues that were closed as done, up to now. */
export async function doneSince(client: Client, repository: string, since: Since): Promise<Done> {
  const [pulls, issues] = await together([
    mergedPulls(client, repository, since.merged ?? 0),
    closedIssues(client, repository, since.closed ?? 0),
  ]);
  return { pulls, issues };
}

// While pages are read, what changes comes to the front: nothing is missed, and what comes twice is dropped.
const newestFirst = { state: 'closed', sort: 'updated', direction: 'desc' } as const;

async function mergedPulls(client: Client, repository: string, since: number): Promise<readonly MergedPull[]> {
  const route = 'GET /repos/{owner}/{repo}/pulls';
  const found = await client.list(
    route,
    { ...partsOf(repository), ...newestFirst },
    (pull) => epochOf(pull.updated_at) < since,
  );
  if (found === undefined) throw unseen('pull requests', repository);
  return once(found).flatMap((pull) => {
    const { merged_at: merged, merge_commit_sha: commit } = pull;
    if (merged === null || commit === null || epochOf(merged) < since) return [];
    return [{ ...itemOf('pull-request', pull), commit, mergedAt: epochOf(merged) }];
  });
}

async function closedIssues(client: Client, repository: string, since: number): Promise<readonly ChangelogItem[]> {
  const time = since === 0 ? {} : { since: new Date(since * 1000).toISOString() };
  const found = await client.list('GET /repos/{owner}/{repo}/issues', {
    ...partsOf(repository),
    ...newestFirst,
    ...time,
  });
  if (found === undefined) throw unseen('issues', repository);
  const isDone = ({ state_reason: reason }: { state_reason?: string | null }) =>
    reason !== 'not_planned' && reason !== 'duplicate';
  return once(found)
    .filter((issue) => issue.pull_request === undefined && isDone(issue) && epochOf(issue.closed_at) > since)
    .map((issue) => itemOf('issue', issue));
}

type Listed = {
  readonly number: number;
  readonly title: string;
  readonly html_url: string;
  readonly labels: readonly (string | { readonly name?: string | null })[];
  readonly user: { readonly login: string; readonly html_url: string } | null;
};

function itemOf(kind: ChangelogItem['kind'], { number, title, html_url: url, labels, user }: Listed): ChangelogItem {
  return {
    kind,
    number,
    title,
    url,
    labels: labels.flatMap((label) => (typeof label === 'string' ? label : (label.name ?? []))),
    author: user === null ? undefined : { login: user.login, url: user.html_url },
  };
}

const epochOf = (time: string | null): number => (time === null ? 0 : Date.parse(time) / 1000);

const once = <Numbered extends { readonly number: number }>(found: readonly Numbered[]): readonly Numbered[] => [
  ...new Map(found.map((one) => [one.number, one])).values(),
];

const unseen = (what: string, repository: string) =>
  new ReleaseError(`GitHub shows no ${what} of ${repository}: it has none, or this token may not see them.`, {
    fix: 'Give the token the permissions issues: read and pull-requests: read there; in a job, under permissions.',
  });
