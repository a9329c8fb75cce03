import { unifiedDiff } from '../../src/domain/diff.ts';
import { withTicks } from '../../src/domain/release-issues/boxes.ts';
import { issueFact, outputsOf } from './contract.ts';
import type { FollowedState, IssueInputs, IssuePlan } from './contract.ts';

/** Ticks boxes of the issue. */
export async function tick({ items = [] }: IssueInputs, { found, notes, github }: FollowedState): Promise<IssuePlan> {
  const { issue } = found;
  const { body, ticked, before } = withTicks(await github.issueTexts.of(issue), items);
  const name = `#${issue.number}`;
  const title =
    ticked.length === 0
      ? `Restore the text of ${name}`
      : `Tick ${ticked.length === 1 ? `"${ticked[0]?.item}"` : `${ticked.length} boxes`} in ${name}`;
  return {
    notes: [...notes, ...before.map(({ item }) => `"${item}" is ticked already.`)],
    changes: [
      body === issue.body
        ? undefined
        : github.issueTexts.edit(issue, body, {
            title,
            detail: await unifiedDiff(name, issue.body, body),
            places: ticked.map(({ item }) => ({ at: name, name: `box ${item}`, actual: 'open', wanted: 'ticked' })),
          }),
    ],
    outputs: outputsOf(found),
    facts: () => [
      issueFact(issue),
      ...items.map(({ item, evidence }) => ({ name: item, value: evidence, url: evidence })),
    ],
  };
}
