import type { Digest } from '../../domain/images/digest.ts';
import { cosignTags, fallbackTag } from '../../domain/images/manifest.ts';
import type { Descriptor } from '../../domain/images/manifest.ts';
import { referenceText, repositoryOf } from '../../domain/images/reference.ts';
import type { ImageRepository } from '../../domain/images/reference.ts';
import { ReleaseError } from '../../domain/error.ts';
import type { Host } from '../host.ts';
import { wholeJson } from '../http/whole-body.ts';
import { boundedly, orRefusal } from '../parallel.ts';
import { repeated, Unanswered } from '../retry.ts';
import { list, maybe, record, string } from '../shape.ts';
import type { Shape } from '../shape.ts';
import { referrerList } from './manifest-shape.ts';
import type { Manifests, SeenManifest } from './manifests.ts';
import { pulls } from './scopes.ts';
import type { Definite, Server, Wanted } from './server.ts';

export type TaggedManifest = SeenManifest & { readonly tag: string };

/** What belongs to an image: signatures, attestations, SBOMs. */
export type Belongings = {
  /** Manifests that name the image as their subject. */
  readonly referrers: readonly Descriptor[];
  /** What cosign has below its own tags. */
  readonly tagged: readonly TaggedManifest[];
};

const longestPage = 4 * 1024 * 1024;
const mostPages = 10;
const tagPage = record({ tags: maybe(list(string, 10_000)) });

/** Finds what belongs to images: by the API of referrers, by its fallback tags, and by the tags of cosign. */
export class Referrers {
  readonly #host: Host;
  readonly #manifests: Manifests;
  /** The tags of repositories; undefined if there are too many of them, or if they may not be listed. */
  readonly #tags = new Map<string, Promise<ReadonlySet<string> | undefined>>();
  /** Whether registries have the API. The first question tells. */
  readonly #isSupported = new Map<string, Promise<boolean>>();
  constructor(host: Host, manifests: Manifests) {
    this.#host = host;
    this.#manifests = manifests;
  }

  async of(server: Server, place: ImageRepository, digest: Digest): Promise<Belongings> {
    const asked = await this.#asked(server, place, digest);
    const [fallback, tagged] = await Promise.all([
      this.#below(server, place, digest, fallbackTag(digest)),
      boundedly(cosignTags(digest), (tag) => this.#below(server, place, digest, tag)),
    ]);
    const listed = fallback?.manifest.kind === 'index' ? fallback.manifest.manifests : [];
    const referrers = new Map([...(asked ?? []), ...listed].map((one) => [one.digest, one]));
    return { referrers: [...referrers.values()], tagged: tagged.filter((one) => one !== undefined) };
  }

  /** By the API. undefined if the registry does not have it. */
  async #asked(server: Server, place: ImageRepository, digest: Digest): Promise<readonly Descriptor[] | undefined> {
    const asking = { server, place, what: `what belongs to ${digest} of`, shape: referrerList };
    const ask = () => this.#pages(`${place.repository}/referrers/${digest}`, asking);
    const known = this.#isSupported.get(server.registry);
    if (known !== undefined && !(await known)) return undefined;
    const asked = ask();
    if (known === undefined) {
      const isSupported = asked.then(
        (pages) => pages !== undefined,
        () => true, // which `asked` throws
      );
      this.#isSupported.set(server.registry, isSupported);
    }
    return (await asked)?.flatMap(({ manifests }) => manifests);
  }

  /** What is below a tag that is made of a digest. GitLab answers with the image itself if there is no such tag. */
  async #below(server: Server, place: ImageRepository, digest: Digest, tag: string) {
    const tags = await this.#tagsOf(server, place);
    if (tags !== undefined && !tags.has(tag)) return undefined;
    const found = await this.#manifests.read(server, { ...place, tag });
    return found === undefined || found.digest === digest ? undefined : { ...found, tag };
  }

  #tagsOf(server: Server, place: ImageRepository): Promise<ReadonlySet<string> | undefined> {
    const key = referenceText(repositoryOf(place));
    const known = this.#tags.get(key) ?? this.#listTags(server, place);
    this.#tags.set(key, known);
    return known;
  }

  async #listTags(server: Server, place: ImageRepository): Promise<ReadonlySet<string> | undefined> {
    const asking = { server, place, what: 'the tags of', shape: tagPage };
    const pages = await orRefusal(this.#pages(`${place.repository}/tags/list?n=1000`, asking));
    if (pages === undefined || pages instanceof ReleaseError) return undefined; // then each tag is asked for
    return new Set(pages.flatMap(({ tags }) => tags ?? []));
  }

  /** The pages of a list. undefined if there is no such list. */
  async #pages<T>(first: string, { server, place, what, shape }: Listing<T>): Promise<readonly T[] | undefined> {
    const pages: T[] = [];
    let path: string | undefined = first;
    while (path !== undefined) {
      const subject = `${what} ${referenceText(repositoryOf(place))}`;
      if (pages.length === mostPages) throw tooManyPages(server, subject);
      const wanted: Wanted = { method: 'GET', path, what: subject, scopes: [pulls(place)] };
      const page = await repeated(
        () => server.ask(wanted, (answer) => pageOf(answer, { server, wanted, shape })),
        this.#host,
      );
      if (page === undefined) return undefined;
      pages.push(page.content);
      path = page.next;
    }
    return pages;
  }
}

type Listing<T> = {
  readonly server: Server;
  readonly place: ImageRepository;
  /** `the tags of` */
  readonly what: string;
  readonly shape: Shape<T>;
};
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

const tooManyPages = ({ registry }: Server, what: string) =>
  new ReleaseError(`${registry} has more than ${mostPages} pages for ${what}, which is the limit here.`, {
    fix: `Find out what answers at ${registry}.`,
  });
