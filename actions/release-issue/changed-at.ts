import { isSameProposal, proposalIn } from '../../src/domain/release-issues/marker.ts';
import type { ReleaseIssue } from '../../src/plans/release-issue.ts';
import type { GitHub } from '../../src/world/github/github.ts';

/** When the issue began to propose what it proposes; undefined if it always did. GitHub's history of the text tells it. */
export async function changedAt(
  { issue, proposal }: ReleaseIssue,
  texts: GitHub['issueTexts'],
): Promise<string | undefined> {
  let since: string | undefined;
  for await (const { text, at } of texts.versions(issue)) {
    const then = text === undefined ? undefined : proposalIn(text);
    if (then === undefined || !isSameProposal(then, proposal)) return since ?? at;
    since = at;
  }
  return undefined;
}
