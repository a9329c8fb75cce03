import { nodeId } from '../core/node-id.ts';
import type { World } from '../core/world.ts';

export type PageArguments = { readonly first?: number; readonly last?: number; readonly after?: string | null };

/** A page of a list, as a connection of GraphQL. A cursor holds the number of items before it. */
export function connection<Item, Shown>(all: readonly Item[], show: (item: Item) => Shown) {
  return ({ first, last, after }: PageArguments) => {
    const start = after ? Number(Buffer.from(after, 'base64').toString()) : 0;
    const end = first === undefined ? all.length : start + first;
    const items = last === undefined ? all.slice(start, end) : all.slice(-last);
    const pageInfo = { hasNextPage: last === undefined && end < all.length, hasPreviousPage: start > 0 };
    return {
      nodes: items.map(show),
      totalCount: all.length,
      pageInfo: { ...pageInfo, endCursor: Buffer.from(String(start + items.length)).toString('base64') },
    };
  };
}

export function actor(world: World, login: string) {
  const id = world.accountId(login);
  const type = world.accountType(login);
  // GraphQL shows github-actions[bot] as github-actions.
  const name = type === 'Bot' ? login.replace('[bot]', '') : login;
  return {
    __typename: type,
    id: nodeId('User', id),
    login: name,
    databaseId: id,
    url: `${world.instance.gitUrl}/${name}`,
    name: null,
  };
}
