import { invalid, notFound } from '../core/answer.ts';
import { textOf } from '../core/fields.ts';
import { isPull, type PullIssue, type PullRecord } from '../core/records.ts';
import type { Call } from '../core/route.ts';
import type { Repository, World } from '../core/world.ts';
import { closeIssue } from '../issues/closing.ts';
import { followBranches } from './follow-branches.ts';

/** The pull request that a path names. */
export function pullOf({ parameters }: Call, { record }: Repository): PullIssue {
  const issue = record.issues.get(Number(parameters['pull_number']));
  if (issue === undefined || !isPull(issue)) throw notFound();
  return issue;
}

/** Closes or reopens a pull request. It can be reopened if it is not merged and its branch still exists. */
export async function changeState(
  { world, access, fields }: Call,
  repository: Repository,
  issue: PullIssue,
): Promise<void> {
  const state = textOf(fields, 'state');
  if (state === undefined || state === issue.state) return;
  if (state === 'closed') return closeIssue(world, issue, access?.login ?? 'ghost');
  const { head } = issue.pull;
  const source = world.repository(head.repository);
  const tip = source && (await world.sha(source, `refs/heads/${head.branch}`));
  if (issue.pull.merged !== undefined || tip === undefined) {
    const message =
      tip === undefined
        ? `state cannot be changed. The ${head.branch} branch has been deleted.`
        : 'state cannot be changed. The pull request is already merged.';
    throw invalid({ resource: 'PullRequest', code: 'invalid', field: 'state', message });
  }
  refuseSecondPull(world, repository, issue.pull);
  Object.assign(issue, { state: 'open', closedAt: undefined, closedBy: undefined });
  await followBranches(world);
}

/** Refuses a second open pull request for the same two branches. */
export function refuseSecondPull(world: World, repository: Repository, { head, base }: PullRecord): void {
  const isSame = ({ state, pull }: PullIssue) =>
    state === 'open' &&
    pull.head.repository === head.repository &&
    pull.head.branch === head.branch &&
    pull.base.branch === base.branch;
  if (!world.pulls(repository).some(isSame)) return;
  const message = `A pull request already exists for ${head.repository.split('/')[0]}:${head.branch}.`;
  throw invalid({ resource: 'PullRequest', code: 'custom', message });
}
