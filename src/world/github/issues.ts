import { ReleaseError } from '../../domain/error.ts';
import { Moved } from '../change.ts';
import type { Change } from '../change.ts';
import { ignored, instant, integer, link, maybe, record, string } from '../shape.ts';
import { authorOf, knownAuthor, person } from './authors.ts';
import type { Author } from './authors.ts';
import type { Client } from './client.ts';
import { ownerAndRepo } from './repositories.ts';

export type Issue = {
  readonly repository: string;
  readonly number: number;
  /** Its identifier in GraphQL. */
  readonly node: string;
  readonly url: string;
  readonly title: string;
  readonly body: string;
  readonly isOpen: boolean;
  readonly author: Author;
  readonly createdAt: string;
};

export type NewIssue = {
  readonly title: string;
  readonly body: string;
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
  /** The number of a milestone. */
  readonly milestone: number | undefined;
};

/** An issue, and others like it. */
export type FoundIssue = {
  readonly found: Issue | undefined;
  /** Newer ones of the project. */
  readonly others: readonly Issue[];
  /** Those of strangers. */
  readonly strange: readonly Issue[];
};

export type OpenedIssue = { readonly number: number; readonly url: string };

const issue = record({
  number: integer,
  node_id: string,
  html_url: link,
  title: string,
  body: maybe(string),
  state: string,
  user: maybe(person),
  author_association: maybe(string),
  created_at: instant,
  pull_request: maybe(record({})),
});
const opened = record({ number: integer, html_url: link, user: maybe(person), author_association: maybe(string) });
/** Issues of a repository. */
export class Issues {
  readonly #client: Client;
  constructor(client: Client) {
    this.#client = client;
  }

  /** An issue by its number; undefined if there is none. */
  async at(repository: string, number: number): Promise<Issue | undefined> {
    const route = 'GET /repos/{owner}/{repo}/issues/{issue_number}';
    const found = await this.#client.look(route, { ...ownerAndRepo(repository), issue_number: number }, issue);
    return found === undefined ? undefined : issueOf(repository, found);
  }

  /** The issue of a kind that the project has, open or closed. Of several on one page of the list, it is the oldest. */
  async find(repository: string, isWanted: (issue: Issue) => boolean): Promise<FoundIssue> {
    const query = { ...ownerAndRepo(repository), state: 'all', sort: 'created', direction: 'desc' } as const;
    const strange: Issue[] = [];
    for await (const page of this.#client.pages('GET /repos/{owner}/{repo}/issues', query, issue)) {
      const issues = page.filter(({ pull_request: pull }) => (pull ?? undefined) === undefined);
      const own: Issue[] = [];
      for (const one of issues
        .map((seen) => issueOf(repository, seen))
        .filter(isWanted)
        .toReversed()) {
        const author = await knownAuthor(one.author, repository, this.#client);
        (author.isTrusted ? own : strange).push({ ...one, author });
      }
      const [found, ...others] = own;
      if (found !== undefined) return { found, others, strange };
    }
    return { found: undefined, others: [], strange };
  }

  /** Opens an issue. If another run opened one for the same purpose first, this one is closed, and the plan is made again. */
  open(repository: string, wanted: NewIssue, isSame: (issue: Issue) => boolean): Change<OpenedIssue> {
    const { title, body, labels, assignees, milestone } = wanted;
    const keys = [`issue ${title} of ${repository}`];
    const lists = [`labels: ${labels.join(', ')}`, `assignees: ${assignees.join(', ')}`].filter(
      (line) => !line.endsWith(': '),
    );
    return {
      keys,
      title: `Open an issue in ${repository}`,
      detail: [title, ...lists, '', body].join('\n'),
      places: [{ at: repository, name: `issue ${title}`, actual: undefined, wanted: 'open' }],
      reach: 'remote',
      apply: async () => {
        const { found: there } = await this.find(repository, isSame); // the list that the plan has seen may have been old
        if (there !== undefined) throw new Moved(`#${there.number} follows the release already`, { unmade: keys });
        const content = { title, body, labels: [...labels], assignees: [...assignees] };
        const made = await this.#client.write(
          'POST /repos/{owner}/{repo}/issues',
          { ...ownerAndRepo(repository), ...content, ...(milestone !== undefined && { milestone }) },
          opened,
        );
        const { isTrusted, login } = await knownAuthor(authorOf(made), repository, this.#client);
        if (!isTrusted) throw ofStranger(made.html_url, login);
        const { found: first } = await this.find(repository, isSame);
        if (first !== undefined && first.number < made.number) await this.#withdraw(repository, made.number, first);
        return { number: made.number, url: made.html_url };
      },
    };
  }

  /** Closes an issue as completed. Undefined if it is closed. */
  close(seen: Issue): Change | undefined {
    const { repository, number, url, isOpen } = seen;
    if (!isOpen) return undefined;
    return {
      keys: [`state of issue #${number} of ${repository}`],
      title: `Close issue #${number} of ${repository}`,
      detail: url,
      places: [{ at: repository, name: `issue #${number}`, actual: 'open', wanted: 'closed' }],
      reach: 'remote',
      apply: async () => {
        const closed = { issue_number: number, state: 'closed', state_reason: 'completed' } as const;
        const route = 'PATCH /repos/{owner}/{repo}/issues/{issue_number}';
        await this.#client.write(route, { ...ownerAndRepo(repository), ...closed }, ignored);
      },
    };
  }

  /** Closes an issue that was opened at the same time as another one. It loses its marker, so that nobody finds it again. */
  async #withdraw(repository: string, number: number, first: Issue): Promise<never> {
    const route = 'PATCH /repos/{owner}/{repo}/issues/{issue_number}';
    const body = `Opened at the same moment as #${first.number}, which is the issue of this release.`;
    const closed = { issue_number: number, body, state: 'closed', state_reason: 'not_planned' } as const;
    await this.#client.write(route, { ...ownerAndRepo(repository), ...closed }, ignored);
    throw new Moved(`another run opened #${first.number} first`, { hasProgressed: true });
  }
}

const issueOf = (repository: string, found: ReturnType<typeof issue>): Issue => ({
  repository,
  number: found.number,
  node: found.node_id,
  url: found.html_url,
  title: found.title,
  body: found.body ?? '',
  isOpen: found.state === 'open',
  author: authorOf(found),
  createdAt: found.created_at,
});

const ofStranger = (url: string, login = 'Its author') =>
  new ReleaseError(
    `${login} opened ${url}, but does not belong to the project, so that the issue would not be found again.`,
    {
      fix: "Close it. Then use the job's own token, or that of a collaborator.",
    },
  );
