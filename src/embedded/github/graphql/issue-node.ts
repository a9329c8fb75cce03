import { nodeId } from '../core/node-id.ts';
import type { CommentRecord, EditRecord, IssueRecord } from '../core/records.ts';
import type { Repository, World } from '../core/world.ts';
import { association, issuePage } from '../issues/issue-view.ts';
import { actor, connection } from './connections.ts';

/** An issue with the versions of its body. */
export function issueNode(world: World, repository: Repository, issue: IssueRecord) {
  return {
    __typename: 'Issue',
    id: nodeId('Issue', issue.id),
    author: actor(world, issue.author),
    body: issue.body ?? '',
    createdAt: issue.createdAt,
    number: issue.number,
    title: issue.title,
    url: issuePage(world, repository, issue),
    ...edits(world, issue.edits),
  };
}

type CommentOnIssue = { readonly issue: IssueRecord; readonly comment: CommentRecord };

export function commentNode(world: World, repository: Repository, { issue, comment }: CommentOnIssue) {
  return {
    __typename: 'IssueComment',
    id: nodeId('IssueComment', comment.id),
    author: actor(world, comment.author),
    authorAssociation: association(world, repository, comment.author),
    body: comment.body,
    createdAt: comment.createdAt,
    includesCreatedEdit: comment.edits.length > 0,
    isMinimized: false,
    minimizedReason: null,
    reactionGroups: [],
    url: `${issuePage(world, repository, issue)}#issuecomment-${comment.id}`,
    viewerDidAuthor: false,
    ...edits(world, comment.edits),
  };
}

/** The newest version first. `diff` is the whole text of a version, whatever its name says. */
function edits(world: World, records: readonly EditRecord[]) {
  const last = records.at(-1);
  return {
    editor: last === undefined ? null : actor(world, last.editor),
    lastEditedAt: last?.at ?? null,
    userContentEdits: connection(records.toReversed(), (edit) => ({
      id: nodeId('UserContentEdit', edit.id),
      createdAt: edit.at,
      deletedAt: null,
      diff: edit.text,
      editedAt: edit.at,
      editor: actor(world, edit.editor),
    })),
  };
}
