import { account } from '../accounts/account-view.ts';
import { type Answer, created } from '../core/answer.ts';
import { requiredText } from '../core/fields.ts';
import { nodeId } from '../core/node-id.ts';
import { paged } from '../core/paging.ts';
import { type CommentRecord, isPull, type IssueRecord } from '../core/records.ts';
import type { Call, RepositoryRoute } from '../core/route.ts';
import type { Repository, World } from '../core/world.ts';
import { association } from './issue-view.ts';
import { issueOf } from './issues.ts';

export const commentRoutes: readonly RepositoryRoute[] = [
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/issues/{issue_number}/comments',
    docs: 'issues/comments#list-issue-comments',
    needs: ['issues: read', 'pull-requests: read'],
    answer: (call, repository) => {
      const issue = issueOf(call, repository);
      return paged(call, issue.comments, (comment) => commentView(call.world, repository, { issue, comment }));
    },
  },
  {
    method: 'POST',
    path: '/repos/{owner}/{repo}/issues/{issue_number}/comments',
    docs: 'issues/comments#create-an-issue-comment',
    needs: ['issues: write', 'pull-requests: write'],
    answer: createComment,
  },
];

function createComment(call: Call, repository: Repository): Answer {
  const { world, access, fields } = call;
  const issue = issueOf(call, repository);
  const author = access?.login ?? 'ghost';
  const comment = { id: world.id(), author, body: requiredText(fields, 'body'), createdAt: world.now() };
  issue.comments.push(comment);
  issue.updatedAt = comment.createdAt;
  return created(commentView(world, repository, { issue, comment }));
}

type CommentOnIssue = { readonly issue: IssueRecord; readonly comment: CommentRecord };

function commentView(world: World, repository: Repository, { issue, comment }: CommentOnIssue) {
  const base = `${world.instance.url}/repos/${repository.name}/issues`;
  const page = `${world.instance.gitUrl}/${repository.name}/${isPull(issue) ? 'pull' : 'issues'}/${issue.number}`;
  return {
    id: comment.id,
    node_id: nodeId('IssueComment', comment.id),
    url: `${base}/comments/${comment.id}`,
    html_url: `${page}#issuecomment-${comment.id}`,
    issue_url: `${base}/${issue.number}`,
    body: comment.body,
    user: account(world, comment.author),
    created_at: comment.createdAt,
    updated_at: comment.createdAt,
    author_association: association(world, repository, comment.author),
    performed_via_github_app: null,
  };
}
