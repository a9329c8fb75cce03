import { ReleaseError } from '../../domain/error.ts';
import { listed, quoted } from '../../domain/text.ts';
import { Moved } from '../change.ts';
import type { Change } from '../change.ts';
import { boolean, link, list, maybe, record, string } from '../shape.ts';
import { boundedly } from '../parallel.ts';
import { authorOf, knownAuthor } from './authors.ts';
import type { Client } from './client.ts';
import { ownerAndRepo } from './repositories.ts';

/** A category of discussions, by which GitHub knows where a new one belongs. */
export type DiscussionCategory = {
  readonly repository: string;
  readonly name: string;
  readonly id: string;
  readonly repositoryId: string;
};

export type Discussion = { readonly id: string; readonly url: string; readonly body: string };

export type NewDiscussion = { readonly title: string; readonly body: string; readonly marker: string };

const category = record({ id: string, name: string });
const categories = record({
  repository: maybe(
    record({
      id: string,
      hasDiscussionsEnabled: boolean,
      discussionCategories: record({ nodes: list(maybe(category)) }),
    }),
  ),
});
const discussion = record({
  id: string,
  url: link,
  body: string,
  author: maybe(record({ login: string, type: string })),
  authorAssociation: string,
});
const discussions = record({ repository: maybe(record({ discussions: record({ nodes: list(maybe(discussion)) }) })) });

/** Discussions of a repository. Only GraphQL knows them. */
export class Discussions {
  readonly #client: Client;
  constructor(client: Client) {
    this.#client = client;
  }

  /** A category by its name. */
  async category(repository: string, name: string): Promise<DiscussionCategory> {
    const question = `{ ${inRepository(repository)} { id hasDiscussionsEnabled discussionCategories(first: 100) { nodes { id name } } } }`;
    const found = (await this.#client.query(question, categories))?.repository ?? undefined;
    if (found?.hasDiscussionsEnabled !== true)
      throw new ReleaseError(`${repository} has no discussions, or the token may not see them.`, {
        fix: 'Switch them on in the settings of the repository, or give the token discussions: write.',
      });
    const all = found.discussionCategories.nodes.filter((one) => one !== null && one !== undefined);
    const wanted = all.find((one) => one.name.toLowerCase() === name.toLowerCase());
    if (wanted !== undefined) return { repository, name: wanted.name, id: wanted.id, repositoryId: found.id };
    throw new ReleaseError(`${repository} has no category ${quoted(name)} of discussions.`, {
      fix: `Use ${listed(
        all.map((one) => quoted(one.name)),
        'or',
      )}.`,
    });
  }

  /** The discussions of the project that have a marker, of the newest hundred of a category. The oldest comes first. */
  async marked({ repository, id }: DiscussionCategory, marker: string): Promise<readonly Discussion[]> {
    const newest = `first: 100, categoryId: ${JSON.stringify(id)}, orderBy: { field: CREATED_AT, direction: DESC }`;
    const question = `{ ${inRepository(repository)} { discussions(${newest}) { nodes { id url body author { login type: __typename } authorAssociation } } } }`;
    const found = await this.#client.query(question, discussions);
    const marked = (found?.repository?.discussions.nodes ?? [])
      .filter((one) => one !== null && one !== undefined)
      .filter(({ body }) => body.includes(marker));
    const trusted = await boundedly(marked, async ({ author, authorAssociation }) => {
      const written = { user: author, author_association: authorAssociation };
      return (await knownAuthor(authorOf(written), repository, this.#client)).isTrusted;
    });
    return marked.filter((_, index) => trusted[index]).toReversed();
  }

  /** Opens a discussion, and gives its page. If another run opened one, too, the plan is made again. */
  open(place: DiscussionCategory, { title, body, marker }: NewDiscussion): Change<string | undefined> {
    const { repository, name, id: categoryId, repositoryId } = place;
    return {
      keys: [`discussion ${marker} in ${name} of ${repository}`],
      title: `Open a discussion in ${name} of ${repository}`,
      detail: `${title}\n\n${body}`,
      places: [{ at: repository, name: `discussion in ${name}`, actual: undefined, wanted: title }],
      reach: 'remote',
      apply: async () => {
        const input = { repositoryId, categoryId, title, body: `${body}\n\n${marker}` };
        await this.#mutate(repository, 'createDiscussion', 'CreateDiscussionInput', input);
        const [first, ...others] = await this.marked(place, marker);
        if (others.length > 0) throw new Moved('two runs opened the discussion at once', { hasProgressed: true });
        return first?.url;
      },
    };
  }

  /** Deletes discussions that were opened at the same moment as an older one. */
  deleteRepeated({ repository }: DiscussionCategory, [first, ...others]: readonly Discussion[]): Change | undefined {
    if (first === undefined || others.length === 0) return undefined;
    return {
      keys: others.map(({ id }) => `deletion of discussion ${id} of ${repository}`),
      title: `Delete what was opened beside ${first.url}`,
      detail: others.map(({ url }) => url).join('\n'),
      reach: 'remote',
      apply: async () => {
        for (const { id } of others)
          await this.#mutate(repository, 'deleteDiscussion', 'DeleteDiscussionInput', { id });
      },
    };
  }

  async #mutate(repository: string, name: string, type: string, input: object): Promise<void> {
    const mutation = `mutation($input: ${type}!) { ${name}(input: $input) { clientMutationId } }`;
    const [objection] = await this.#client.mutate(mutation, { input });
    if (objection === undefined) return;
    if (name === 'deleteDiscussion' && /could not resolve to a node/i.test(objection)) return; // another run deleted it
    throw new ReleaseError(`GitHub refused ${name} in ${repository}. It says: ${objection.slice(0, 1000)}`, {
      fix: 'Give the token discussions: write. In a category for announcements, only those who maintain the repository may open a discussion.',
    });
  }
}

function inRepository(name: string): string {
  const { owner, repo } = ownerAndRepo(name);
  return `repository(owner: ${JSON.stringify(owner)}, name: ${JSON.stringify(repo)})`;
}
