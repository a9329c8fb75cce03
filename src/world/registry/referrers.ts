import type { Digest } from '../../domain/images/digest.ts';
import { cosignTags, fallbackTag } from '../../domain/images/manifest.ts';
import type { Descriptor } from '../../domain/images/manifest.ts';
import { referenceText, repositoryOf } from '../../domain/images/reference.ts';
import type { ImageRepository } from '../../domain/images/reference.ts';
import { ReleaseError } from '../../domain/error.ts';
import type { Host } from '../host.ts';
import { boundedly, orRefusal } from '../parallel.ts';
import { referrerList } from './manifest-shape.ts';
import type { Manifests, SeenManifest } from './manifests.ts';
import { isCut, pagesOf, tagsOf } from './pages.ts';
import { pulls } from './scopes.ts';
import type { Server } from './server.ts';

export type TaggedManifest = SeenManifest & { readonly tag: string };

/** What belongs to an image: signatures, attestations, SBOMs. */
export type Belongings = {
  /** Manifests that name the image as their subject. */
  readonly referrers: readonly Descriptor[];
  /** What cosign has below its own tags. */
  readonly tagged: readonly TaggedManifest[];
};

const mostPages = 10;

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
    const ask = () =>
      pagesOf(
        {
          server,
          path: `${place.repository}/referrers/${digest}`,
          what: `what belongs to ${digest} of ${referenceText(repositoryOf(place))}`,
          scopes: [pulls(place)],
          shape: referrerList,
          mostPages,
        },
        this.#host,
      );
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
    const pages = await orRefusal(pagesOf({ ...tagsOf(server, place), mostPages }, this.#host));
    if (pages === undefined || pages instanceof ReleaseError || isCut(pages)) return undefined; // then each tag is asked for
    return new Set(pages.flatMap(({ tags }) => tags ?? []));
  }
}
