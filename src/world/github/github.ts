import type { Host } from '../host.ts';
import type { Http } from '../http/http.ts';
import { Accounts } from './accounts.ts';
import { Client } from './client.ts';
import { Comments } from './comments.ts';
import { Commits } from './commits.ts';
import { CompletedWork } from './completed-work.ts';
import { Discussions } from './discussions.ts';
import { Files } from './files.ts';
import { IssueTexts } from './issue-texts.ts';
import { Issues } from './issues.ts';
import { ForkCommits } from './fork-commits.ts';
import { Proposals } from './proposals.ts';
import { Publishing } from './publishing.ts';
import { Refs } from './refs.ts';
import { Releases } from './releases.ts';
import { Repositories } from './repositories.ts';
import { Rulesets } from './rulesets.ts';
import { RepositorySettings } from './settings.ts';
import { Uploads } from './uploads.ts';
import { Workflows } from './workflows.ts';

export type { Team } from './accounts.ts';
export type { AheadCommit } from './commits.ts';
export type { BranchTip } from './files.ts';
export type { ClosedProposal, NewProposal, Proposal, ProposalRoute, SeenProposal } from './proposals.ts';
export type { SeenRef } from './refs.ts';
export type { ReachedRepository } from './repositories.ts';
export type { Comment } from './comments.ts';
export type { Issue, NewIssue } from './issues.ts';
export type { MadeRelease } from './publishing.ts';
export type { WantedRelease } from './release-steps.ts';
export type { ReleasePlace } from './releases.ts';
export type { ListedRuleset, Ruleset } from './rulesets.ts';

/** GitHub's API. Repositories are `owner/name`. */
export class GitHub {
  readonly accounts: Accounts;
  readonly repositories: Repositories;
  readonly commits: Commits;
  /** Files, without a checkout. */
  readonly files: Files;
  /** Commits that are made in a fork, without a checkout. */
  readonly forkCommits: ForkCommits;
  readonly refs: Refs;
  /** Pull requests with which a run proposes its commit. */
  readonly proposals: Proposals;
  /** What was merged and closed. */
  readonly completedWork: CompletedWork;
  readonly issues: Issues;
  readonly issueTexts: IssueTexts;
  readonly comments: Comments;
  readonly discussions: Discussions;
  /** The releases that there are. */
  readonly releases: Releases;
  /** Changes of releases. */
  readonly publishing: Publishing;
  readonly rulesets: Rulesets;
  /** What people have set up for a repository. */
  readonly settings: RepositorySettings;
  /** The files of releases. */
  readonly uploads: Uploads;
  readonly workflows: Workflows;
  constructor(host: Host, http: Http) {
    const client = new Client(host, http);
    this.accounts = new Accounts(client);
    this.repositories = new Repositories(client);
    this.commits = new Commits(client);
    this.files = new Files(client);
    this.forkCommits = new ForkCommits(client);
    this.refs = new Refs(client);
    this.proposals = new Proposals(client);
    this.completedWork = new CompletedWork(client);
    this.issues = new Issues(client);
    this.issueTexts = new IssueTexts(client, { host, issues: this.issues });
    this.comments = new Comments(client);
    this.discussions = new Discussions(client);
    this.uploads = new Uploads(client, host);
    this.releases = new Releases(client, { ledger: host.ledger, uploads: this.uploads });
    this.publishing = new Publishing(client, { host, uploads: this.uploads });
    this.rulesets = new Rulesets(client, { host, refs: this.refs });
    this.settings = new RepositorySettings(client, this.rulesets);
    this.workflows = new Workflows(client, host);
  }
}
