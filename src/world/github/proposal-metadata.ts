/** What a pull request has beside its text. */
export type ProposalMetadata = {
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
  /** The number of a milestone. */
  readonly milestone: number | undefined;
  readonly reviewers: readonly string[];
  readonly teamReviewers: readonly string[];
};

/**
 * What a pull request lacks. Assignees and a milestone may have been changed by a person, and a team is not shown any more
 * when one of its members has reviewed.
 */
export const missingMetadata = (
  wanted: ProposalMetadata,
  found: ProposalMetadata & { readonly isReviewed: boolean },
): ProposalMetadata => ({
  labels: without(wanted.labels, found.labels),
  assignees: [],
  milestone: found.milestone === undefined ? wanted.milestone : undefined,
  reviewers: without(wanted.reviewers, found.reviewers),
  teamReviewers: found.isReviewed ? [] : without(wanted.teamReviewers, found.teamReviewers),
});

/** GitHub does not tell upper from lower case in these names. */
const without = (wanted: readonly string[], found: readonly string[]): readonly string[] => {
  const there = new Set(found.map((name) => name.toLowerCase()));
  return wanted.filter((name) => !there.has(name.toLowerCase()));
};

/** A line for each kind, for people. */
export const metadataLines = ({
  labels,
  assignees,
  milestone,
  reviewers,
  teamReviewers,
}: ProposalMetadata): readonly string[] =>
  [
    ['labels', labels],
    ['assignees', assignees],
    ['milestone', milestone === undefined ? [] : [String(milestone)]],
    ['reviewers', reviewers],
    ['team reviewers', teamReviewers],
  ].flatMap(([name, values]) => (values?.length === 0 ? [] : [`${String(name)}: ${[values].flat().join(', ')}`]));
