import { noreply } from '../accounts/account-view.ts';
import { type Answer, ok, Refused } from '../core/answer.ts';
import { textOf } from '../core/fields.ts';
import type { PullIssue } from '../core/records.ts';
import type { Caller, RepositoryRoute } from '../core/route.ts';
import type { Repository } from '../core/world.ts';
import { closeIssue } from '../issues/closing.ts';
import { refuseWorkflows } from '../rules/forbidden-changes.ts';
import { mergeViolations, refuseViolations } from '../rules/violations.ts';
import { mergedTree, rebased } from './merges.ts';
import { pullOf } from './pull-state.ts';
import { pullCommits } from './pull-view.ts';

export const mergeRoute: RepositoryRoute = {
  method: 'PUT',
  path: '/repos/{owner}/{repo}/pulls/{pull_number}/merge',
  docs: 'pulls/pulls#merge-a-pull-request',
  needs: ['contents: write'],
  answer: async (call, repository) => {
    const { fields } = call;
    const issue = pullOf(call, repository);
    const options = {
      method: methodOf(textOf(fields, 'merge_method')),
      title: textOf(fields, 'commit_title'),
      message: textOf(fields, 'commit_message'),
    };
    const sha = textOf(fields, 'sha');
    if (sha !== undefined && sha !== issue.pull.head.sha) {
      throw new Refused(409, 'Head branch was modified. Review and try the merge again.');
    }
    return merged(await mergePull(call, repository, { issue, ...options }));
  },
};

type PullMergeOptions = {
  readonly issue: PullIssue;
  readonly method: 'merge' | 'squash' | 'rebase';
  readonly title?: string | undefined;
  readonly message?: string | undefined;
};

/** Merges a pull request, and returns the new tip of its base. */
export async function mergePull(caller: Caller, repository: Repository, merge: PullMergeOptions): Promise<string> {
  const { world, access } = caller;
  const { pull, state } = merge.issue;
  if (pull.isDraft) throw new Refused(405, 'Pull Request is still a draft');
  if (state === 'closed') throw new Refused(405, 'Pull Request is not mergeable');
  const sha = await newTip(caller, repository, merge);
  if (sha === undefined) throw new Refused(405, 'Pull Request is not mergeable');
  refuseViolations(await mergeViolations(caller, repository, merge.issue), 405);
  await refuseWorkflows(caller, repository, sha);
  const isMoved = await repository.bare.move(`refs/heads/${pull.base.branch}`, { from: pull.base.sha, to: sha });
  if (!isMoved) throw new Refused(405, 'Base branch was modified. Review and try the merge again.');
  if (merge.method !== 'rebase') world.records.signed.add(sha);
  const login = access?.login ?? 'ghost';
  pull.merged = { at: world.now(), by: login, commit: sha };
  closeIssue(world, merge.issue, login);
  return sha;
}

async function newTip(
  { world, access }: Caller,
  repository: Repository,
  merge: PullMergeOptions,
): Promise<string | undefined> {
  const { pull } = merge.issue;
  const login = access?.login ?? 'ghost';
  const date = world.now();
  const author = { name: login, email: noreply(world, login), date };
  const committer = { name: 'GitHub', email: 'noreply@github.com', date };
  const { bare } = repository;
  if (merge.method === 'rebase') {
    return rebased(
      bare,
      { onto: pull.base.sha, commits: await pullCommits(repository, merge.issue) },
      { committer: author },
    );
  }
  const tree = await mergedTree(bare, pull.base.sha, pull.head.sha);
  const parents = merge.method === 'squash' ? [pull.base.sha] : [pull.base.sha, pull.head.sha];
  return tree === undefined ? undefined : bare.store({ tree, parents, message: messageOf(merge), author, committer });
}

function messageOf({ issue, method, title, message }: PullMergeOptions): string {
  const { head } = issue.pull;
  const merging = `Merge pull request #${issue.number} from ${head.repository.split('/')[0]}/${head.branch}`;
  const subject = title ?? (method === 'squash' ? `${issue.title} (#${issue.number})` : merging);
  const body = message ?? (method === 'squash' ? '' : issue.title);
  return body === '' ? subject : `${subject}\n\n${body}`;
}

function methodOf(name = 'merge'): PullMergeOptions['method'] {
  if (name === 'merge' || name === 'squash' || name === 'rebase') return name;
  throw new Refused(422, `Invalid request.\n\n${name} is not a member of ["merge", "squash", "rebase"].`);
}

function merged(sha: string): Answer {
  return ok({ sha, merged: true, message: 'Pull Request successfully merged' });
}
