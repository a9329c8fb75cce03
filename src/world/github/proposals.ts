import { proposalOf } from '../../domain/commits/proposal.ts';
import type { ReleaseError } from '../../domain/error.ts';
import type { Change } from '../change.ts';
import { gitObject, ignored, integer, link, list, maybe, record, string } from '../shape.ts';
import type { Client } from './client.ts';
import { metadataLines, missingMetadata } from './proposal-metadata.ts';
import type { ProposalMetadata } from './proposal-metadata.ts';
import { ownerAndRepo } from './repositories.ts';

/** From where to where a pull request goes; `head` is `owner:branch`. */
export type ProposalRoute = { readonly repository: string; readonly base: string; readonly head: string };

/** An open pull request; its reviewers are also those who have reviewed it. */
export type Proposal = ProposalMetadata & {
  readonly repository: string;
  readonly number: number;
  readonly url: string;
  readonly title: string;
  readonly body: string;
  /** The commit that it proposes. */
  readonly commit: string;
  readonly isReviewed: boolean;
};

export type NewProposal = ProposalMetadata & {
  readonly title: string;
  readonly body: string;
  readonly isDraft: boolean;
};

type ProposalUpdate = {
  readonly metadata: ProposalMetadata;
  /** Undefined: the text stays as it is. */
  readonly text: Pick<NewProposal, 'title' | 'body'> | undefined;
};

/** A pull request that is not open any more. */
/** A pull request, for people. */
export type SeenProposal = {
  readonly title: string;
  readonly url: string;
  readonly state: 'open' | 'merged' | 'closed';
};

export type ClosedProposal = {
  readonly number: number;
  readonly url: string;
  /** The commit that it proposed last. */
  readonly commit: string;
  readonly isMerged: boolean;
};

export type OpenedProposal = { readonly number: number; readonly url: string };

const person = record({ login: string });
const openPull = record({
  number: integer,
  html_url: link,
  title: string,
  body: maybe(string),
  head: record({ sha: gitObject }),
  labels: list(record({ name: string })),
  assignees: maybe(list(person)),
  milestone: maybe(record({ number: integer })),
  requested_reviewers: maybe(list(person)),
  requested_teams: maybe(list(record({ slug: string }))),
});
const closedPull = record({
  number: integer,
  html_url: link,
  merged_at: maybe(string),
  head: record({ sha: gitObject }),
});
const anyPull = record({ title: string, html_url: link, state: string, merged_at: maybe(string) });
const review = record({ node_id: string, user: maybe(person) });
const opened = record({ number: integer, html_url: link });

/** Pull requests with which a run proposes its commit. */
export class Proposals {
  readonly #client: Client;
  constructor(client: Client) {
    this.#client = client;
  }

  /** The open pull request from a branch to another; GitHub allows one. */
  async find({ repository, base, head }: ProposalRoute): Promise<Proposal | undefined> {
    const path = ownerAndRepo(repository);
    const open = { ...path, state: 'open', base, head } as const;
    const [found] = (await this.#client.list('GET /repos/{owner}/{repo}/pulls', open, openPull)) ?? [];
    if (found === undefined) return undefined;
    const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews';
    const reviews = (await this.#client.list(route, { ...path, pull_number: found.number }, review)) ?? [];
    const reviewers = [...(found.requested_reviewers ?? []), ...reviews.flatMap(({ user }) => user ?? [])];
    return {
      repository,
      number: found.number,
      url: found.html_url,
      title: found.title,
      body: found.body ?? '',
      commit: found.head.sha,
      isReviewed: reviews.length > 0,
      labels: found.labels.map(({ name }) => name),
      assignees: (found.assignees ?? []).map(({ login }) => login),
      milestone: found.milestone?.number,
      reviewers: reviewers.map(({ login }) => login),
      teamReviewers: (found.requested_teams ?? []).map(({ slug }) => slug),
    };
  }

  /** The last pull request from a branch to another that was merged or closed. */
  async lastClosed({ repository, base, head }: ProposalRoute): Promise<ClosedProposal | undefined> {
    const closed = { ...ownerAndRepo(repository), state: 'closed', base, head, sort: 'created' } as const;
    const [last] = (await this.#client.list('GET /repos/{owner}/{repo}/pulls', closed, closedPull, () => true)) ?? [];
    return (
      last && {
        number: last.number,
        url: last.html_url,
        commit: last.head.sha,
        isMerged: Boolean(last.merged_at),
      }
    );
  }

  /** The pull request with a number. */
  async at(repository: string, number: number): Promise<SeenProposal | undefined> {
    const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}';
    const found = await this.#client.look(route, { ...ownerAndRepo(repository), pull_number: number }, anyPull);
    if (found === undefined) return undefined;
    const { title, html_url: url, state, merged_at: merged } = found;
    return { title, url, state: merged ? 'merged' : state === 'open' ? 'open' : 'closed' };
  }

  /** Whether a pull request is still open. */
  async isOpen({ repository, number }: Pick<Proposal, 'repository' | 'number'>): Promise<boolean> {
    return (await this.at(repository, number))?.state === 'open';
  }

  // Why: docs/decisions.md D22
  /**
   * Why this token may not open pull requests; undefined where it may. GitHub checks that before it looks at what is
   * proposed, and a branch can never be proposed to itself, so asking changes nothing.
   */
  async refusalToOpen({ repository, base }: ProposalRoute): Promise<ReleaseError | undefined> {
    const impossible = { ...ownerAndRepo(repository), title: 'May I?', base, head: base };
    return this.#client.probe('POST /repos/{owner}/{repo}/pulls', impossible);
  }

  open(route: ProposalRoute, proposal: NewProposal): Change<OpenedProposal> {
    const { repository, base, head } = route;
    const { title, body, isDraft } = proposal;
    const keys = [proposalOf(route)];
    return {
      keys,
      title: `Open a ${isDraft ? 'draft ' : ''}pull request to ${base} of ${repository}`,
      detail: [`${head} → ${base}`, ...metadataLines(proposal), '', title, '', body].join('\n'),
      places: [{ at: repository, name: `pull request from ${head} to ${base}`, actual: undefined, wanted: 'open' }],
      reach: 'remote',
      apply: async () => {
        const opening = { ...ownerAndRepo(repository), base, head, title, body, draft: isDraft };
        const { number, html_url: url } = await this.#client.write(
          'POST /repos/{owner}/{repo}/pulls',
          opening,
          opened,
          {
            keys,
          },
        );
        await this.#addMetadata(repository, number, proposal);
        return { number, url };
      },
    };
  }

  /** Adds what is missing, and never takes away what a person added. Undefined where nothing is to do. */
  update(found: Proposal, { metadata, text }: ProposalUpdate): Change<OpenedProposal> | undefined {
    const { repository, number, url } = found;
    const missing = missingMetadata(metadata, found);
    const isOtherText = text !== undefined && (text.title !== found.title || text.body !== found.body);
    const lines = metadataLines(missing);
    if (lines.length === 0 && !isOtherText) return undefined;
    return {
      keys: [`pull request #${number} of ${repository}`],
      title: `Update pull request #${number} of ${repository}`,
      detail: [...lines, ...(isOtherText ? ['', text.title, '', text.body] : [])].join('\n').trim(),
      reach: 'remote',
      apply: async () => {
        if (isOtherText) {
          const edited = { ...ownerAndRepo(repository), pull_number: number, title: text.title, body: text.body };
          await this.#client.write('PATCH /repos/{owner}/{repo}/pulls/{pull_number}', edited, ignored);
        }
        await this.#addMetadata(repository, number, missing);
        return { number, url };
      },
    };
  }

  async #addMetadata(repository: string, number: number, metadata: ProposalMetadata): Promise<void> {
    const client = this.#client;
    const issue = { ...ownerAndRepo(repository), issue_number: number };
    const [labels, assignees] = [[...metadata.labels], [...metadata.assignees]];
    const [reviewers, teams] = [[...metadata.reviewers], [...metadata.teamReviewers]];
    const { milestone } = metadata;
    if (labels.length > 0)
      await client.write('POST /repos/{owner}/{repo}/issues/{issue_number}/labels', { ...issue, labels }, ignored);
    if (assignees.length > 0)
      await client.write(
        'POST /repos/{owner}/{repo}/issues/{issue_number}/assignees',
        { ...issue, assignees },
        ignored,
      );
    if (milestone !== undefined)
      await client.write('PATCH /repos/{owner}/{repo}/issues/{issue_number}', { ...issue, milestone }, ignored);
    if (reviewers.length + teams.length > 0) {
      const requested = { ...ownerAndRepo(repository), pull_number: number, reviewers, team_reviewers: teams };
      await client.write('POST /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers', requested, ignored);
    }
  }
}
