import { ReleaseError } from '../../domain/error.ts';
import type { Client } from './client.ts';

export type Account = { readonly login: string; readonly id: number };

/** Whose the token is. REST tells it to people alone, GraphQL also to the token of an app. */
export async function viewer(client: Client): Promise<Account> {
  const data = await client.query<{ viewer: { login: string; databaseId: number } }>('{ viewer { login databaseId } }');
  if (data === undefined)
    throw new ReleaseError('GitHub does not tell whose the token is.', { fix: 'Give the input author.' });
  return { login: data.viewer.login, id: data.viewer.databaseId };
}
