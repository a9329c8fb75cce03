import type { ReleaseError } from '../../domain/error.ts';
import type { BypassActor } from '../../domain/freezes/bypass.ts';
import type { Contracts } from '../../world/terminal.ts';
import type { Workflow } from '../workflow/workflow.ts';
import type { ReleaseStep } from './release-steps.ts';

// Why: docs/decisions.md D82
/** What GitHub shows; undefined if the token may not see it. */
export type Seen<T> = T | undefined;

/** What the checkout shows. */
export type Project = {
  /** `owner/name` */
  readonly repository: string;
  /** The address of GitHub's pages. */
  readonly server: string;
  readonly defaultBranch: string;
  readonly workflows: readonly Workflow[];
  /** The workflows that GitHub does not accept. */
  readonly unread: readonly UnreadWorkflow[];
  /** The steps of release-actions in them. */
  readonly steps: readonly ReleaseStep[];
  readonly contracts: Contracts;
  /** The tags, the newest first. */
  readonly tags: readonly string[];
  /** The folders with a go.mod, `.` for the root. */
  readonly goModules: readonly string[];
  /** OWNERS files by their path, and OWNERS_ALIASES. */
  readonly owners: ReadonlyMap<string, string>;
};

export type UnreadWorkflow = {
  readonly path: string;
  readonly refusal: ReleaseError;
  /** Whether its text names release-actions. */
  readonly isOfRelease: boolean;
};

export type TagRuleset = {
  readonly name: string;
  readonly included: readonly string[];
  readonly excluded: readonly string[];
  readonly rules: readonly string[];
  readonly actors: Seen<readonly BypassActor[]>;
};

export type Environment = {
  readonly name: string;
  readonly secrets: Seen<readonly string[]>;
  readonly variables: Seen<Readonly<Record<string, string>>>;
  /** `all`: every branch and tag. `protected`: only protected branches. Else those that match a policy. */
  readonly admits: 'all' | 'protected' | Seen<readonly Policy[]>;
  /** The accounts and teams of which one has to approve. */
  readonly reviewers: readonly string[];
  readonly refusesOwnRuns: boolean;
};

export type Policy = { readonly kind: 'branch' | 'tag'; readonly pattern: string };

export type Fork = {
  readonly name: string;
  /** Undefined if there is no such fork, or if it cannot be seen. */
  readonly found: { readonly parent: string | undefined; readonly behind: number | undefined } | undefined;
};

/** A rule of the default branch that stops pushes, and who may bypass it. */
export type BranchRule = {
  readonly ruleset: string;
  readonly types: readonly string[];
  readonly actors: Seen<readonly BypassActor[]>;
};

/** What GitHub shows of the repository. */
export type Settings = {
  readonly isPrivate: boolean;
  /** The account of the token. */
  readonly login: string | undefined;
  /** The scopes of the token, if it is a classic one. */
  readonly scopes: readonly string[] | undefined;
  /** Of the repository and of its organization. */
  readonly secrets: Seen<readonly string[]>;
  readonly variables: Seen<Readonly<Record<string, string>>>;
  readonly environments: Seen<readonly Environment[]>;
  readonly tagRulesets: Seen<readonly TagRuleset[]>;
  readonly branchRules: Seen<readonly BranchRule[]>;
  readonly actions: Seen<Actions>;
  /** What the token of a job may do if a workflow does not say it. */
  readonly jobToken: Seen<JobTokenDefaults>;
  readonly hasImmutableReleases: Seen<boolean>;
  readonly forks: readonly Fork[];
};

/** Which actions may be used. */
export type Actions = {
  readonly isEnabled: boolean;
  readonly allowed: string | undefined;
  readonly needsFullCommits: boolean;
};

export type JobTokenDefaults = { readonly mayWrite: boolean; readonly mayPropose: boolean };

/** Without settings, only the workflows are looked at. */
export type Facts = { readonly project: Project; readonly settings: Settings | undefined };
