import { referenceText, repositoryName } from '../../domain/images/reference.ts';
import type { ImageRepository } from '../../domain/images/reference.ts';
import { ReleaseError } from '../../domain/error.ts';
import { quoted } from '../../domain/text.ts';
import type { Host } from '../host.ts';
import { boundedly, orRefusal } from '../parallel.ts';
import { list, maybe, record, string } from '../shape.ts';
import { isCut, pagesOf, tagsOf } from './pages.ts';
import type { Server } from './server.ts';

const mostPages = 100;
// https://cloud.google.com/artifact-registry/quotas
const mostOfGoogle = 10_000;
const mostRepositories = 1000;
const catalogPage = record({ repositories: maybe(list(string, 10_000)) });

// Why: docs/decisions.md D63
/**
 * The names of the repositories below a place that have a tag; an empty name is the place itself. Google's registries list
 * what is below a repository with its tags, many others list all of their repositories. Refuses a registry that does neither.
 */
export async function repositoriesWithTag(
  place: ImageRepository,
  tag: string,
  context: { readonly server: Server; readonly host: Host },
): Promise<readonly string[]> {
  const own = await orRefusal(listOf(place, context)); // many registries refuse to list what is only a folder
  const below = (repository: string) => repository.slice(place.repository.length + 1);
  if (own !== undefined && 'children' in own) {
    const repositories = await withTag([place], tag, context);
    return [...new Set(repositories)].map(below).toSorted();
  }
  const names = await catalog(context);
  if (names === undefined) throw untold(place);
  const known = names
    .filter((name) => name === place.repository || name.startsWith(`${place.repository}/`))
    .map((repository) => ({ ...place, repository }));
  refuseTooMany(place, known.length);
  const found = await boundedly(known, async (one) => ((await listOf(one, context))?.tags.has(tag) ? [one] : []));
  return found
    .flat()
    .map(({ repository }) => below(repository))
    .toSorted();
}

type Context = Parameters<typeof repositoriesWithTag>[2];
type Listed = { readonly tags: ReadonlySet<string>; readonly children?: readonly string[] };

/** The tags of a repository, and the names below it if the registry tells them. undefined if there is no such repository. */
async function listOf(place: ImageRepository, { server, host }: Context, size?: number): Promise<Listed | undefined> {
  const pages = await pagesOf({ ...tagsOf(server, place, size), mostPages }, host);
  if (pages === undefined) return undefined;
  const tags = new Set(pages.flatMap(({ tags: some }) => some ?? []));
  if (!pages.some(({ child }) => Array.isArray(child))) return { tags };
  if (size !== undefined && isCut(pages, size)) throw cutOff(place, size);
  return { tags, children: pages.flatMap(({ child }) => child ?? []) };
}

const cutOff = (place: ImageRepository, size: number) =>
  new ReleaseError(`${referenceText(place)} has at least ${size} tags and images, and its registry shows no more.`, {
    fix: 'Name the images in the input images, one per line.',
  });

/** Walks level by level through what is below. */
async function withTag(places: readonly ImageRepository[], tag: string, context: Context): Promise<readonly string[]> {
  const found: string[] = [];
  let [level, count] = [places, 0];
  while (level.length > 0) {
    count += level.length;
    refuseTooMany(level[0], count);
    const listed = await boundedly(level, async (place) => {
      return { place, list: await listOf(place, context, mostOfGoogle) };
    });
    found.push(...listed.flatMap(({ place, list: seen }) => (seen?.tags.has(tag) ? [place.repository] : [])));
    level = listed.flatMap(({ place, list: seen }) => (seen?.children ?? []).map((name) => childOf(place, name)));
  }
  return found;
}

function childOf(place: ImageRepository, name: string): ImageRepository {
  if (repositoryName.test(name)) return { ...place, repository: `${place.repository}/${name}` };
  throw new ReleaseError(`${referenceText(place)} has ${quoted(name.slice(0, 200))} below it, which is no name.`, {
    fix: `Name the images in the input images. And find out what answers at ${place.registry}.`,
  });
}

/** All repositories of a registry. undefined if it does not tell them. */
async function catalog({ server, host }: Context): Promise<readonly string[] | undefined> {
  const what = 'the list of its repositories';
  const listing = {
    server,
    path: '_catalog?n=1000',
    what,
    scopes: ['registry:catalog:*'],
    shape: catalogPage,
    mostPages,
  };
  const pages = await orRefusal(pagesOf(listing, host));
  if (pages === undefined || pages instanceof ReleaseError) return undefined;
  return pages.flatMap(({ repositories }) => repositories ?? []);
}

const untold = (place: ImageRepository) =>
  new ReleaseError(`${place.registry} does not tell which images there are below ${place.repository}.`, {
    fix: 'Name them in the input images, one per line.',
  });

function refuseTooMany(place: ImageRepository | undefined, count: number): void {
  if (place === undefined || count <= mostRepositories) return;
  throw new ReleaseError(
    `There are more than ${mostRepositories} repositories below ${referenceText(place)}, which is the limit here.`,
    { fix: 'Name the images in the input images, one per line.' },
  );
}
