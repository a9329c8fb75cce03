import type { ReleaseError } from '../../domain/error.ts';
import type { Change } from '../change.ts';
import { Client } from './client.ts';
import { commitChange } from './commits.ts';
import type { NewApiCommit } from './commits.ts';
import { commitsAhead } from './comparison.ts';
import type { AheadCommit } from './comparison.ts';
import { doneSince } from './merged.ts';
import type { Done, Since } from './merged.ts';
import { findProposal, openProposal, refusalToPropose, updateProposal } from './proposals.ts';
import type { Marks, Opened, Proposal, ProposalPlace, WantedProposal } from './proposals.ts';
import { Releases } from './releases.ts';
import { findMilestone, findRepository } from './repositories.ts';
import type { Repository } from './repositories.ts';
import { viewer } from './viewer.ts';
import type { Account } from './viewer.ts';
import { dispatch, findRun } from './workflows.ts';
import type { Dispatch } from './workflows.ts';
import type { Host } from '../host.ts';
import type { Http } from '../http/http.ts';

export { proposalOf } from './proposals.ts';
export { hasFacts } from './releases.ts';
export type { MadeRelease, ReleaseFacts, ReleasePlace, WantedRelease } from './releases.ts';
export type { AheadCommit, Opened, Proposal, ProposalPlace, WantedProposal };

/** GitHub's API. Repositories are `owner/name`. */
export class GitHub {
  readonly #host: Host;
  readonly #client: Client;
  #releases?: Releases;
  constructor(host: Host, http: Http) {
    this.#host = host;
    this.#client = new Client(host, http);
  }

  /** Whose the token is. */
  viewer(): Promise<Account> {
    return viewer(this.#client);
  }

  repository(name: string): Promise<Repository> {
    return findRepository(this.#client, name);
  }

  /** Releases, their files and their notes. */
  get releases(): Releases {
    return (this.#releases ??= new Releases(this.#client, this.#host));
  }

  /** The number of an open milestone. */
  milestone(repository: string, title: string): Promise<number> {
    return findMilestone(this.#client, repository, title);
  }

  /** What one branch has and another has not. */
  commitsAhead(place: ProposalPlace): Promise<readonly AheadCommit[]> {
    return commitsAhead(this.#client, place);
  }

  /** What was merged and closed in a repository. */
  doneSince(repository: string, since: Since): Promise<Done> {
    return doneSince(this.#client, repository, since);
  }

  /** A commit that GitHub makes, and signs for apps and jobs. */
  commit(wanted: NewApiCommit): Change<string> {
    return commitChange(this.#client, wanted);
  }

  /** The open pull request of a place. */
  proposal(place: ProposalPlace): Promise<Proposal | undefined> {
    return findProposal(this.#client, place);
  }

  /** Why this token may not open a pull request; undefined where it may. */
  refusalToPropose(place: ProposalPlace): Promise<ReleaseError | undefined> {
    return refusalToPropose(this.#client, place);
  }

  openProposal(place: ProposalPlace, wanted: WantedProposal): Change<Opened> {
    return openProposal(this.#client, place, wanted);
  }

  /** Adds to a pull request what it lacks; nothing to do where it lacks nothing. */
  updateProposal(
    found: Proposal,
    wanted: { readonly marks: Marks; readonly text: Pick<WantedProposal, 'title' | 'body'> | undefined },
  ): Change<Opened> | undefined {
    return updateProposal(this.#client, found, wanted);
  }

  /** The page of a run of a workflow at a tag, whatever started it. */
  run(wanted: Dispatch): Promise<string | undefined> {
    return findRun(this.#client, wanted);
  }

  /** Starts a workflow at a tag, for a token whose pushes start none. */
  dispatch(wanted: Dispatch): Change<string | undefined> {
    return dispatch(this.#client, wanted, this.#host);
  }
}
