import { ReleaseError } from '../../domain/error.ts';
import { integer, record, string } from '../shape.ts';
import type { Shape } from '../shape.ts';
import type { Client } from './client.ts';
import type { Failed } from './refusal.ts';

export type Account = { readonly login: string; readonly id: number };

const accountId: Shape<number | bigint> = integer; // as GitHub describes it
const numbered = record({ id: accountId });
const member = record({ login: string });
const viewed = record({ viewer: record({ login: string, databaseId: integer }) });

/** A team of an organization. */
export type Team = { readonly organization: string; readonly slug: string };

export class Accounts {
  readonly #client: Client;
  constructor(client: Client) {
    this.#client = client;
  }

  /** The account that the token belongs to. REST tells it only to people, GraphQL also to an app. */
  async ofToken(): Promise<Account> {
    const question = '{ viewer { login databaseId } }';
    const data = await this.#client.query(question, viewed);
    if (data === undefined)
      throw new ReleaseError('GitHub does not say which account the token belongs to.', {
        fix: 'Pass another token as the input token. For commit-changes, the input author is enough.',
      });
    return { login: data.viewer.login, id: data.viewer.databaseId };
  }

  /** The number of a person's account. */
  async numberOf(login: string): Promise<number> {
    const found = await this.#client.look('GET /users/{username}', { username: login }, numbered);
    if (found !== undefined) return Number(found.id);
    throw new ReleaseError(`GitHub has no account ${login}.`, { fix: 'Correct the name.' });
  }

  /** The members of a team, also those of the teams below it. */
  async inTeam({ organization, slug }: Team): Promise<readonly string[]> {
    const team = { org: organization, team_slug: slug };
    const members = await this.#client
      .list('GET /orgs/{org}/teams/{team_slug}/members', team, member)
      .catch((error: unknown) => {
        throw isForbidden(error) ? hiddenTeam(`${organization}/${slug}`, error) : error;
      });
    if (members !== undefined) return members.map(({ login }) => login);
    throw new ReleaseError(`GitHub finds no team ${organization}/${slug}, or the token may not see it.`, {
      fix: 'Check the name. The token needs the permission members: read of the organization, or the scope read:org.',
    });
  }
}

const isForbidden = (error: unknown): boolean =>
  error instanceof ReleaseError && (error.cause as Partial<Failed> | undefined)?.status === 403;

const hiddenTeam = (name: string, cause: unknown) =>
  new ReleaseError(`The token may not see who is in the team ${name}.`, {
    fix: 'The token of a job never may. Pass that of a GitHub App with the permission members: read of the organization, or a classic token with the scope read:org.',
    cause,
  });
