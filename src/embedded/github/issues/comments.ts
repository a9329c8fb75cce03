import { account } from '../accounts/account-view.ts';
import { type Answer, created, noContent, notFound, ok } from '../core/answer.ts';
import { requiredText } from '../core/fields.ts';
import { nodeId } from '../core/node-id.ts';
import { paged } from '../core/paging.ts';
import { type CommentRecord, isPull, type IssueRecord } from '../core/records.ts';
import type { Call, RepositoryRoute } from '../core/route.ts';
import type { Repository, World } from '../core/world.ts';
import { editBody } from './edits.ts';
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
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/issues/comments/{comment_id}',
    docs: 'issues/comments#get-an-issue-comment',
    needs: ['issues: read', 'pull-requests: read'],
    answer: (call, repository) => ok(commentView(call.world, repository, commentOf(call, repository))),
  },
  {
    method: 'PATCH',
    path: '/repos/{owner}/{repo}/issues/comments/{comment_id}',
    docs: 'issues/comments#update-an-issue-comment',
    needs: ['issues: write', 'pull-requests: write'],
    answer: updateComment,
  },
  {
    method: 'DELETE',
    path: '/repos/{owner}/{repo}/issues/comments/{comment_id}',
    docs: 'issues/comments#delete-an-issue-comment',
    needs: ['issues: write', 'pull-requests: write'],
    answer: deleteComment,
  },
];

function createComment(call: Call, repository: Repository): Answer {
  const { world, access, fields } = call;
  const issue = issueOf(call, repository);
  const author = access?.login ?? 'ghost';
  const now = world.now();
  const body = requiredText(fields, 'body');
  const comment: CommentRecord = { id: world.id(), author, body, createdAt: now, updatedAt: now, edits: [] };
  issue.comments.push(comment);
  issue.updatedAt = comment.createdAt;
  return created(commentView(world, repository, { issue, comment }));
}

function updateComment({ world, access, ...call }: Call, repository: Repository): Answer {
  const found = commentOf({ world, access, ...call }, repository);
  editBody(world, found.comment, { editor: access?.login ?? 'ghost', body: requiredText(call.fields, 'body') });
  found.comment.updatedAt = world.now();
  return ok(commentView(world, repository, found));
}

function deleteComment(call: Call, repository: Repository): Answer {
  const { issue, comment } = commentOf(call, repository);
  issue.comments.splice(issue.comments.indexOf(comment), 1);
  return noContent;
}

/** The comment that a path names, and the issue or pull request that has it. */
function commentOf({ parameters }: Call, { record }: Repository): CommentOnIssue {
  for (const issue of record.issues.values()) {
    const comment = issue.comments.find(({ id }) => id === Number(parameters['comment_id']));
    if (comment !== undefined) return { issue, comment };
  }
  throw notFound();
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
    updated_at: comment.updatedAt,
    author_association: association(world, repository, comment.author),
    performed_via_github_app: null,
  };
}
