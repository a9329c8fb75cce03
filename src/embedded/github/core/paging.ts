import type { Answer } from './answer.ts';
import type { Call } from './route.ts';

type Page<Item> = { readonly items: readonly Item[]; readonly link: string | undefined };

/** One page of a list. The header `link` has the addresses of the other pages. */
export async function paged<Item>(call: Call, all: readonly Item[], view: (item: Item) => unknown): Promise<Answer> {
  const { items, link } = pageOf(call, all);
  return { status: 200, headers: linkHeader(link), body: await Promise.all(items.map(view)) };
}

/** The same in an object with the number of all items. */
export async function pagedWithCount<Item>(
  call: Call,
  { name, all, view }: { name: string; all: readonly Item[]; view: (item: Item) => unknown },
): Promise<Answer> {
  const { items, link } = pageOf(call, all);
  const body = { total_count: all.length, [name]: await Promise.all(items.map(view)) };
  return { status: 200, headers: linkHeader(link), body };
}

/** The items of the page that a request asks for. */
export function pageOf<Item>(
  { world, query, url }: Pick<Call, 'world' | 'query' | 'url'>,
  all: readonly Item[],
): Page<Item> {
  const size = Math.min(100, positive(query.get('per_page')) ?? world.instance.settings.pageSize ?? 30);
  const page = positive(query.get('page')) ?? 1;
  const last = Math.max(1, Math.ceil(all.length / size));
  const address = (number: number) => {
    const parameters = new URLSearchParams(query);
    parameters.set('page', String(number));
    return `<${url}?${parameters.toString()}>`;
  };
  const before = [`${address(page - 1)}; rel="prev"`, `${address(1)}; rel="first"`];
  const after = [`${address(page + 1)}; rel="next"`, `${address(last)}; rel="last"`];
  const links = [...(page > 1 ? before : []), ...(page < last ? after : [])];
  return {
    items: all.slice((page - 1) * size, page * size),
    link: links.length === 0 ? undefined : links.join(', '),
  };
}

export function linkHeader(link: string | undefined): Record<string, string> {
  return link === undefined ? {} : { link };
}

function positive(value: string | null): number | undefined {
  const number = Number(value);
  return value !== null && Number.isInteger(number) && number > 0 ? number : undefined;
}
