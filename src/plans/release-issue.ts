import { proposalIn } from '../domain/release-issues/marker.ts';
import type { ReleaseProposal } from '../domain/release-issues/marker.ts';
import { listed } from '../domain/text.ts';
import type { Condition } from '../world/change.ts';
import type { GitHub, Issue } from '../world/github/github.ts';

/** The issue that follows a release. */
export type ReleaseIssue = { readonly issue: Issue; readonly proposal: ReleaseProposal };

export type FoundReleaseIssue = {
  readonly found: ReleaseIssue | undefined;
  /** What the log has to say, such as about issues of strangers. */
  readonly notes: readonly string[];
};

// Why: docs/decisions.md D64
/** Finds the issue that follows the release of some of these tags, by the marker in its text. Issues of strangers do not count. */
export async function findReleaseIssue(
  repository: string,
  tags: readonly string[],
  { issues }: Pick<GitHub, 'issues'>,
): Promise<FoundReleaseIssue> {
  const { found: issue, others, strange } = await issues.find(repository, (one) => isOfRelease(one, tags));
  const proposal = issue && proposalIn(issue.body);
  return {
    notes: [
      ...others.map(
        ({ number }) => `#${number} follows the same release as #${issue?.number}, which counts, because it is older.`,
      ),
      ...strange.map(ofStranger),
    ],
    found: issue === undefined || proposal === undefined ? undefined : { issue, proposal },
  };
}

/** Whether an issue has the marker of the release of some of these tags. */
export const isOfRelease = ({ body }: Pick<Issue, 'body'>, tags: readonly string[]): boolean =>
  proposalIn(body)?.tags.some((tag) => tags.includes(tag)) ?? false;

const ofStranger = ({ number, author }: Issue) =>
  `#${number} has the marker of this release, but ${author.login ?? 'its author'} does not belong to the project: it does not count.`;

/** What a plan waits for if there is no such issue. */
export const awaitedReleaseIssue = (repository: string, tags: readonly string[]): Condition => ({
  title: `release issue of ${listed(tags)} in ${repository}`,
  fix: 'Open it with the action release-issue and do: open.',
});
