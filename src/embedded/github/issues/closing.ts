import type { IssueRecord } from '../core/records.ts';
import type { World } from '../core/world.ts';

/** Closes an issue or a pull request. */
export function closeIssue(world: World, issue: IssueRecord, by: string): void {
  const now = world.now();
  Object.assign(issue, { state: 'closed', closedAt: now, updatedAt: now, closedBy: by.split('/')[0] });
}
