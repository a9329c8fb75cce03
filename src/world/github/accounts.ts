import { ReleaseError } from '../../domain/error.ts';
import { integer, record, string } from '../shape.ts';
import type { Shape } from '../shape.ts';
import type { Client } from './client.ts';

export type Account = { readonly login: string; readonly id: number };

const accountId: Shape<number | bigint> = integer; // as GitHub describes it
const numbered = record({ id: accountId });
const viewed = record({ viewer: record({ login: string, databaseId: integer }) });

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
        fix: 'Set the input author.',
      });
    return { login: data.viewer.login, id: data.viewer.databaseId };
  }
  /** The number of a person's account. */
  async numberOf(login: string): Promise<number> {
    const found = await this.#client.look('GET /users/{username}', { username: login }, numbered);
    if (found !== undefined) return Number(found.id);
    throw new ReleaseError(`GitHub has no account ${login}.`, { fix: 'Correct the name.' });
  }
}
