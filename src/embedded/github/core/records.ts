/** What GitHub knows beyond git, as plain values, so that a copy of all of it can be kept for stale reads. */
export type Records = {
  readonly repositories: Map<string, RepositoryRecord>;
  /** The numbers of accounts by login. */
  readonly accounts: Map<string, number>;
  /** The commits that GitHub signed. */
  readonly signed: Set<string>;
  nextId: number;
};

export type RepositoryRecord = {
  readonly id: number;
  readonly createdAt: string;
  /** `owner/name` of what it was forked from. */
  readonly parent: string | undefined;
  readonly issues: Map<number, IssueRecord>;
  readonly labels: Map<string, LabelRecord>;
  readonly milestones: MilestoneRecord[];
  readonly workflows: Map<string, number>;
  readonly dispatches: DispatchRecord[];
  readonly releases: ReleaseRecord[];
  readonly rulesets: Map<number, RulesetRecord>;
  /** Tags of immutable releases, also of those that were deleted: no other release may have them. */
  readonly immutableTags: Set<string>;
  /** Whether releases are immutable from their publication on. */
  hasImmutableReleases: boolean;
  /** The release that was made the latest one; without it, versions decide. */
  latestRelease: number | undefined;
  nextNumber: number;
};

export type IssueRecord = {
  readonly id: number;
  readonly number: number;
  readonly author: string;
  readonly createdAt: string;
  readonly comments: CommentRecord[];
  readonly pull: PullRecord | undefined;
  title: string;
  body: string | undefined;
  state: 'open' | 'closed';
  stateReason: string | undefined;
  labels: readonly string[];
  assignees: readonly string[];
  milestone: number | undefined;
  updatedAt: string;
  closedAt: string | undefined;
  closedBy: string | undefined;
};

export type PullRecord = {
  readonly id: number;
  /** The head's commit is the one last seen while the pull request was open. */
  readonly head: { readonly repository: string; readonly branch: string; sha: string };
  readonly base: { branch: string; sha: string };
  readonly reviews: ReviewRecord[];
  isDraft: boolean;
  mayMaintainersModify: boolean;
  reviewers: readonly string[];
  teams: readonly string[];
  merged: { readonly at: string; readonly by: string; readonly commit: string } | undefined;
};

export type CommentRecord = {
  readonly id: number;
  readonly author: string;
  readonly body: string;
  readonly createdAt: string;
};

export type ReviewRecord = {
  readonly id: number;
  readonly author: string;
  readonly body: string;
  readonly state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'PENDING';
  readonly commit: string;
  readonly submittedAt: string;
};

export type LabelRecord = {
  readonly id: number;
  readonly name: string;
  readonly color: string;
  readonly description: string | undefined;
};

export type MilestoneRecord = {
  readonly id: number;
  readonly number: number;
  readonly title: string;
  readonly description: string | undefined;
  readonly creator: string;
  readonly state: 'open' | 'closed';
  readonly dueOn: string | undefined;
  readonly createdAt: string;
};

/** A workflow that was started, and the run that it became. */
export type DispatchRecord = {
  readonly id: number;
  readonly runNumber: number;
  /** The workflow's path, such as `.github/workflows/release.yml`. */
  readonly workflow: string;
  readonly ref: string;
  readonly sha: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly actor: string;
  readonly createdAt: string;
};

export type ReleaseRecord = {
  readonly id: number;
  readonly author: string;
  readonly assets: AssetRecord[];
  tag: string;
  /** What `target_commitish` names: where the tag is made if there is none. */
  target: string;
  name: string | undefined;
  body: string | undefined;
  isDraft: boolean;
  isPrerelease: boolean;
  isImmutable: boolean;
  createdAt: string;
  updatedAt: string;
  publishedAt: string | undefined;
  /** How many more lists do not show it yet. */
  hiddenFor: number;
};

export type AssetRecord = {
  readonly id: number;
  readonly uploader: string;
  readonly contentType: string;
  readonly createdAt: string;
  name: string;
  label: string | undefined;
  /** A `starter` is what an upload leaves behind that is not complete, or not yet. */
  state: 'starter' | 'uploaded';
  size: number;
  digest: string | undefined;
  updatedAt: string;
  downloads: number;
};

/** A ruleset as it is kept, without what this GitHub does not enforce. */
export type RulesetRecord = {
  readonly id: number;
  readonly createdAt: string;
  name: string;
  target: 'branch' | 'tag';
  enforcement: 'active' | 'disabled';
  bypassActors: readonly BypassActor[];
  conditions: Conditions;
  rules: readonly Rule[];
  updatedAt: string;
};

export type Conditions = { readonly include: readonly string[]; readonly exclude: readonly string[] };

export type BypassActor = {
  readonly type: 'Integration' | 'OrganizationAdmin' | 'RepositoryRole' | 'User';
  readonly id: number | undefined;
  readonly mode: 'always' | 'pull_request' | 'exempt';
};

export type Rule =
  | {
      readonly type: 'creation' | 'deletion' | 'non_fast_forward' | 'update';
      readonly parameters?: Readonly<Record<string, unknown>>;
    }
  | { readonly type: 'pull_request'; readonly parameters: PullRequestParameters };

export type PullRequestParameters = Readonly<Record<string, unknown>> & {
  readonly required_approving_review_count: number;
};

export type PullIssue = IssueRecord & { readonly pull: PullRecord };

export function isPull(issue: IssueRecord): issue is PullIssue {
  return issue.pull !== undefined;
}
