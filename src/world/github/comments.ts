import { Moved } from '../change.ts';
import type { Change } from '../change.ts';
import { boundedly } from '../parallel.ts';
import { ignored, instant, integer, link, list, maybe, record, string } from '../shape.ts';
import type { Shape } from '../shape.ts';
import { commentMarkerStart } from '../../domain/release-issues/marker.ts';
import { authorOf, knownAuthor, person } from './authors.ts';
import type { Author } from './authors.ts';
import type { Client } from './client.ts';
import type { Issue } from './issues.ts';
import { ownerAndRepo } from './repositories.ts';

export type Comment = {
  readonly id: number;
  /** Its identifier in GraphQL. */
  readonly node: string;
  readonly url: string;
  readonly body: string;
  readonly author: Author;
  readonly createdAt: string;
  /** Whether an App wrote it in the name of a person. */
  readonly isThroughApp: boolean;
};

export type MarkedComment = {
  /** A hidden line by which the comment is found again. */
  readonly marker: string;
  readonly text: string;
  /** For the title of the change, such as "that the release is out". */
  readonly about: string;
};

const identifier: Shape<number | bigint> = integer; // as GitHub describes it
const comment = record({
  id: identifier,
  node_id: string,
  html_url: link,
  body: maybe(string),
  user: maybe(person),
  author_association: maybe(string),
  created_at: instant,
  performed_via_github_app: maybe(record({})),
});
const login = maybe(record({ login: string }));
const editors = record({
  nodes: list(maybe(record({ userContentEdits: maybe(record({ nodes: list(record({ editor: login })) })) }))),
});

/** Comments in issues. */
export class Comments {
  readonly #client: Client;
  constructor(client: Client) {
    this.#client = client;
  }

  /** All comments, the oldest first. Of those with a marker it is known for sure whether they are of the project. */
  async list({ repository, number }: Pick<Issue, 'repository' | 'number'>): Promise<readonly Comment[]> {
    const path = { ...ownerAndRepo(repository), issue_number: number };
    const route = 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments';
    const found = (await this.#client.list(route, path, comment)) ?? [];
    const comments = found
      .map((one) => ({
        id: Number(one.id),
        node: one.node_id,
        url: one.html_url,
        body: one.body ?? '',
        author: authorOf(one),
        createdAt: one.created_at,
        isThroughApp: (one.performed_via_github_app ?? undefined) !== undefined,
      }))
      .toSorted((one, other) => one.id - other.id);
    return boundedly(comments, async (one) => {
      if (!one.body.includes(commentMarkerStart)) return one;
      return { ...one, author: await knownAuthor(one.author, repository, this.#client) };
    });
  }

  /** For each comment, the accounts that made versions of it. There are none if it was never edited. Undefined: a deleted account. */
  async editors(comments: readonly Comment[]): Promise<readonly (readonly (string | undefined)[])[]> {
    return boundedly(comments, async ({ node }) => {
      const edits = 'userContentEdits(first: 100) { nodes { editor { login } } }';
      const question = `{ nodes(ids: [${JSON.stringify(node)}]) { ... on IssueComment { ${edits} } } }`;
      const [found] = (await this.#client.query(question, editors))?.nodes ?? [];
      return (found?.userContentEdits?.nodes ?? []).map(({ editor }) => editor?.login ?? undefined);
    });
  }

  /** Writes a comment once, and updates it afterwards. Undefined where it says so already. `seen` are all comments of the issue. */
  save(issue: Issue, { marker, text, about }: MarkedComment, seen: readonly Comment[]): Change<string> | undefined {
    const body = `${text}\n\n${marker}`;
    const [first, ...repeated] = this.marked(marker, seen);
    if (first === undefined) return this.#create(issue, { marker, text, about }, body);
    if (first.body === body && repeated.length === 0) return undefined;
    return {
      keys: [`${marker} in #${issue.number} of ${issue.repository}`],
      title: `Update the comment in #${issue.number} of ${issue.repository} ${about}`,
      detail: text,
      reach: 'remote',
      apply: async () => {
        const path = { ...ownerAndRepo(issue.repository), comment_id: first.id };
        const update = 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}';
        if (first.body !== body) await this.#client.write(update, { ...path, body }, ignored, { wasSeen: true });
        for (const { id } of repeated) await this.#remove(issue, id);
        return first.url;
      },
    };
  }

  /** Comments of the project with a marker, the oldest first. Anybody may write a marker, so those of strangers do not count. */
  marked(marker: string, comments: readonly Comment[]): readonly Comment[] {
    return comments.filter(({ author, body }) => author.isTrusted && body.includes(marker));
  }

  /** Takes a comment of an action back. */
  withdraw({ repository, number }: Issue, { id, url }: Comment): Change {
    return {
      keys: [`withdrawal of comment ${id} in #${number} of ${repository}`],
      title: `Delete a comment in #${number} of ${repository}`,
      detail: url,
      reach: 'remote',
      apply: () => this.#remove({ repository }, id),
    };
  }

  #create(issue: Issue, { marker, text, about }: MarkedComment, body: string): Change<string> {
    const { repository, number } = issue;
    const keys = [`${marker} in #${number} of ${repository}`];
    return {
      keys,
      title: `Comment in #${number} of ${repository} ${about}`,
      detail: text,
      places: [{ at: repository, name: `comment in #${number} ${about}`, actual: undefined, wanted: 'there' }],
      reach: 'remote',
      apply: async () => {
        const path = { ...ownerAndRepo(repository), issue_number: number };
        const route = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments';
        const made = await this.#client.write(route, { ...path, body }, comment);
        const [first] = this.marked(marker, await this.list(issue));
        if (first === undefined || first.id >= made.id) return made.html_url;
        await this.#remove(issue, Number(made.id));
        throw new Moved(`another run commented in #${number} first`, { unmade: keys, hasProgressed: true });
      },
    };
  }

  async #remove({ repository }: Pick<Issue, 'repository'>, id: number): Promise<void> {
    const route = 'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}';
    await this.#client.write(route, { ...ownerAndRepo(repository), comment_id: id }, ignored, { wasSeen: true });
  }
}
