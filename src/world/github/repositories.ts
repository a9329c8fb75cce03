import { ReleaseError } from '../../domain/error.ts';
import { listed, quoted } from '../../domain/text.ts';
import { boolean, integer, maybe, record, repositoryName, string } from '../shape.ts';
import type { Client } from './client.ts';

export type Repository = {
  /** `owner/name`, as GitHub writes it. */
  readonly name: string;
  readonly defaultBranch: string;
  /** What it is a fork of. */
  readonly parent: string | undefined;
};

/** A repository that this token is to write to. */
export type ReachedRepository = Repository & {
  /** Its name in GraphQL. */
  readonly id: string;
  /** Whether the account of the token may push; undefined if GitHub does not say. */
  readonly mayPush: boolean | undefined;
  readonly isPrivate: boolean;
  /** The scopes of the token, if it is a classic one. */
  readonly scopes: readonly string[] | undefined;
};

const named = record({ full_name: repositoryName });
const repository = record({ full_name: repositoryName, default_branch: string, source: maybe(named) });
const reached = record({
  full_name: repositoryName,
  default_branch: string,
  source: maybe(named),
  node_id: string,
  private: boolean,
  permissions: maybe(record({ push: maybe(boolean) })),
});
const titled = record({ number: integer, title: string });

export class Repositories {
  readonly #client: Client;
  constructor(client: Client) {
    this.#client = client;
  }

  async find(name: string): Promise<Repository> {
    const found = await this.#client.look('GET /repos/{owner}/{repo}', ownerAndRepo(name), repository);
    if (found === undefined) throw noRepository(name);
    return { name: found.full_name, defaultBranch: found.default_branch, parent: found.source?.full_name };
  }

  /** The same with what the token may do there. */
  async reach(name: string): Promise<ReachedRepository> {
    const route = 'GET /repos/{owner}/{repo}';
    const { found, scopes } = (await this.#client.lookWithScopes(route, ownerAndRepo(name), reached)) ?? {};
    if (found === undefined) throw noRepository(name);
    return {
      name: found.full_name,
      defaultBranch: found.default_branch,
      parent: found.source?.full_name,
      id: found.node_id,
      isPrivate: found.private,
      mayPush: found.permissions?.push ?? undefined,
      scopes,
    };
  }

  /** The number of an open milestone. */
  async milestone(of: string, title: string): Promise<number> {
    const open = { ...ownerAndRepo(of), state: 'open' } as const;
    const milestones = (await this.#client.list('GET /repos/{owner}/{repo}/milestones', open, titled)) ?? [];
    const found = milestones.find((one) => one.title === title);
    if (found !== undefined) return found.number;
    const titles = milestones.map((one) => one.title);
    throw new ReleaseError(`${of} has no open milestone ${quoted(title)}.`, {
      fix: titles.length === 0 ? 'Open it first.' : `Open it first, or use ${listed(titles, 'or')}.`,
    });
  }
}

const noRepository = (name: string) =>
  new ReleaseError(`GitHub finds no repository ${name}, or the token may not see it.`, {
    fix: 'Check the name, and that the token has contents: read for this repository.',
  });

/** What the path of a request names: `owner/name` in two parts. */
export function ownerAndRepo(name: string): { readonly owner: string; readonly repo: string } {
  const [owner = '', repo = ''] = name.split('/', 2);
  return { owner, repo };
}
