/** Everything that GitHub knows besides git. These are plain values, so that a copy can be made for stale reads. */
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
  /** `owner/name` of the repository from which it was forked. */
  readonly parent: string | undefined;
  readonly issues: Map<number, IssueRecord>;
  readonly labels: Map<string, LabelRecord>;
  readonly milestones: MilestoneRecord[];
  readonly workflows: Map<string, number>;
  readonly dispatches: DispatchRecord[];
  readonly releases: ReleaseRecord[];
  readonly rulesets: Map<number, RulesetRecord>;
  readonly discussions: DiscussionRecord[];
  /** Tags of immutable releases, also of deleted ones. No other release may use them. */
  readonly immutableTags: Set<string>;
  /** Whether releases become immutable when they are published. */
  hasImmutableReleases: boolean;
  /** The release that was chosen as the latest one. Without one, the highest version is. */
  latestRelease: number | undefined;
  nextNumber: number;
};

export type IssueRecord = {
  readonly id: number;
  readonly number: number;
  readonly author: string;
  readonly createdAt: string;
  readonly comments: CommentRecord[];
  /** The versions of the body, if it was edited. The first one is the original. */
  readonly edits: EditRecord[];
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
  /** `sha` is the last commit of the branch while the pull request was open. */
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
  readonly createdAt: string;
  /** The versions of the body, if it was edited. The first one is the original. */
  readonly edits: EditRecord[];
  body: string;
  updatedAt: string;
};

/** A version of the body of an issue or a comment. */
export type EditRecord = {
  readonly id: number;
  readonly editor: string;
  readonly at: string;
  readonly text: string;
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

/** A workflow run that was started by `workflow_dispatch`. */
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
  /** `target_commitish`: the branch or commit at which the tag is created if it does not exist. */
  target: string;
  name: string | undefined;
  body: string | undefined;
  isDraft: boolean;
  isPrerelease: boolean;
  isImmutable: boolean;
  createdAt: string;
  updatedAt: string;
  publishedAt: string | undefined;
  /** How many more lists will not show it. */
  hiddenFor: number;
};

export type AssetRecord = {
  readonly id: number;
  readonly uploader: string;
  readonly contentType: string;
  readonly createdAt: string;
  name: string;
  label: string | undefined;
  /** A `starter` is an asset whose upload is not complete, or failed. */
  state: 'starter' | 'uploaded';
  size: number;
  digest: string | undefined;
  updatedAt: string;
  downloads: number;
};

/** A ruleset, with the parts that the embedded GitHub enforces. */
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

export type DiscussionRecord = {
  readonly id: number;
  readonly number: number;
  readonly author: string;
  /** The name of its category. */
  readonly category: string;
  readonly title: string;
  readonly body: string;
  readonly createdAt: string;
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
