import type { CommentRecord, IssueRecord } from '../../src/embedded/github/core/records.ts';
import type { ScratchGitHub } from './github.ts';

type Kept = Pick<IssueRecord, 'title' | 'body' | 'author'> & Partial<Pick<IssueRecord, 'state' | 'createdAt'>>;

const at = '2026-01-01T12:00:00Z';

/** An issue that an account wrote, put where GitHub keeps it. The account needs no token. */
export function keepIssue({ github }: ScratchGitHub, { createdAt = at, state = 'open', ...given }: Kept): IssueRecord {
  const record = github.repository('org/project');
  const number = record.nextNumber++;
  const times = { createdAt, updatedAt: createdAt, closedAt: undefined, closedBy: undefined };
  const unset = { stateReason: undefined, milestone: undefined, pull: undefined };
  const lists = { labels: [], assignees: [], comments: [], edits: [] };
  const issue: IssueRecord = { id: 1_000_000 + number, number, state, ...unset, ...lists, ...times, ...given };
  record.issues.set(number, issue);
  return issue;
}

/** A comment that an account wrote. */
export function keepComment(
  issue: IssueRecord,
  { createdAt = at, ...given }: Pick<CommentRecord, 'author' | 'body'> & Partial<Pick<CommentRecord, 'createdAt'>>,
): CommentRecord {
  const id = issue.number * 10_000 + issue.comments.length + 1;
  const comment: CommentRecord = { id, createdAt, updatedAt: createdAt, edits: [], ...given };
  issue.comments.push(comment);
  return comment;
}
