import { referenceText, repositoryOf } from '../../domain/images/reference.ts';
import type { ImageRepository } from '../../domain/images/reference.ts';
import { ReleaseError } from '../../domain/error.ts';
import type { Host } from '../host.ts';
import { wholeJson } from '../http/whole-body.ts';
import { repeated, Unanswered } from '../retry.ts';
import { list, maybe, record, string } from '../shape.ts';
import type { Shape } from '../shape.ts';
import { pulls } from './scopes.ts';
import type { Definite, Server, Wanted } from './server.ts';

type Listing<T> = Pick<Wanted, 'path' | 'what' | 'scopes'> & {
  readonly server: Server;
  readonly shape: Shape<T>;
  readonly mostPages: number;
};

const longestPage = 8 * 1024 * 1024; // Google's describe each image as well

/** The pages of a list. undefined if there is no such list. */
export async function pagesOf<T>(
  { server, path: first, what, scopes, shape, mostPages }: Listing<T>,
  host: Host,
): Promise<readonly T[] | undefined> {
  const pages: T[] = [];
  let path: string | undefined = first;
  while (path !== undefined) {
    if (pages.length === mostPages) throw tooManyPages(server, what, mostPages);
    const wanted: Wanted = { method: 'GET', path, what, scopes };
    const page = await repeated(() => server.ask(wanted, (answer) => pageOf(answer, { server, wanted, shape })), host);
    if (page === undefined) return undefined;
    pages.push(page.content);
    path = page.next;
  }
  return pages;
}

const names = maybe(list(string, 10_000));
/** Google's registries also tell which repositories there are below. */
const tagPage = record({ tags: names, child: names });

/** Some registries refuse to send more in a page. */
const usualSize = 1000;

/** The list of the tags of a repository. */
export const tagsOf = (server: Server, place: ImageRepository, size = usualSize) => ({
  server,
  path: `${place.repository}/tags/list?n=${size}`,
  what: `the tags of ${referenceText(repositoryOf(place))}`,
  scopes: [pulls(place)],
  shape: tagPage,
});

/** Google's registries send one page of the wanted size, and say nothing about the rest. */
export function isCut(pages: readonly ReturnType<typeof tagPage>[], size = usualSize): boolean {
  const [{ tags, child } = {}, ...others] = pages;
  return others.length === 0 && Array.isArray(child) && child.length + (tags ?? []).length >= size;
}

type Page<T> = { readonly content: T; readonly next: string | undefined };

/** https://github.com/opencontainers/distribution-spec/blob/main/spec.md#listing-tags */
async function pageOf<T>(
  answer: Definite,
  { server, wanted, shape }: Pick<Listing<T>, 'server' | 'shape'> & { readonly wanted: Wanted },
): Promise<Page<T> | undefined> {
  if (answer.status !== 200) return undefined;
  const isList = /^application\/(?:json|vnd\.oci\.image\.index\.v1\+json)\b/.test(
    answer.headers.get('content-type') ?? '',
  );
  if (!isList) throw new Unanswered(`${answer.url} answered with something else than a list`);
  const content = shape(await wholeJson(answer.body, { url: answer.url, longest: longestPage }));
  const [, next] = /<([^>]*)>\s*;[^,]*\brel="?next"?/i.exec(answer.headers.get('link') ?? '') ?? [];
  return { content, next: next === undefined ? undefined : server.ownAddress(next, answer.url, wanted.what) };
}

const tooManyPages = ({ registry }: Server, what: string, mostPages: number) =>
  new ReleaseError(`${registry} has more than ${mostPages} pages for ${what}, which is the limit here.`, {
    fix: `Find out what answers at ${registry}.`,
  });
