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
