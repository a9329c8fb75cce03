import { isManifest, isSchema1, partsOf } from '../../domain/images/manifest.ts';
import type { Descriptor, Found } from '../../domain/images/manifest.ts';
import { referenceText, repositoryOf } from '../../domain/images/reference.ts';
import type { ImageRepository } from '../../domain/images/reference.ts';
import { ReleaseError } from '../../domain/error.ts';
import type { Host } from '../host.ts';
import { boundedly, together } from '../parallel.ts';
import { repeated } from '../retry.ts';
import type { Blobs } from './blobs.ts';
import { noteReferrers } from './fallback-tag.ts';
import { refuseSchema1 } from './manifests.ts';
import type { Manifests, SeenManifest } from './manifests.ts';
import { Referrers } from './referrers.ts';
import type { Belongings, TaggedManifest } from './referrers.ts';
import { pushes } from './scopes.ts';
import type { Server } from './server.ts';
import { otherImage, writeTag } from './tags.ts';

export type CopierContext = {
  readonly host: Host;
  readonly manifests: Manifests;
  readonly blobs: Blobs;
  readonly serverOf: (place: ImageRepository) => Server;
};

/** A way from one repository to another. */
type Route = {
  readonly from: ImageRepository;
  readonly to: ImageRepository;
  /** How many indexes are above. */
  readonly depth: number;
  /** How many subjects are above: a signature may belong to an SBOM, which belongs to an image. */
  readonly kinship: number;
  /** How many more manifests the image may have. */
  readonly allowance: { left: number };
};

const deepest = 4;
const furthest = 3;
const mostManifests = 1000;

/** Copies manifests with everything that they consist of, and what belongs to them. Nothing twice to the same place. */
export class Copier {
  readonly #context: CopierContext;
  readonly #withReferrers: boolean;
  readonly #referrers: Referrers;
  readonly #begun = new Map<string, Promise<unknown>>();
  /** Which repository of a registry got a blob in this run: there, the others take it over. */
  readonly #homes = new Map<string, Promise<string | undefined>>();
  readonly counts = { manifests: 0, referrers: 0, mounted: 0, uploaded: 0, bytes: 0 };
  constructor({ referrers }: { readonly referrers: boolean }, context: CopierContext) {
    this.#context = context;
    this.#withReferrers = referrers;
    this.#referrers = new Referrers(context.host, context.manifests);
  }

  get summary(): string {
    const { mounted, uploaded, bytes } = this.counts;
    const parts = mounted + uploaded;
    return `${parts} ${parts === 1 ? 'layer' : 'layers'}, ${(bytes / 1024 / 1024).toFixed(1)} MiB sent`;
  }

  /** Copies everything but the tag. Returns the manifest for it. */
  copy(from: ImageRepository, image: Found | SeenManifest, to: ImageRepository): Promise<SeenManifest> {
    const ways = { from: repositoryOf(from), to: repositoryOf(to) };
    const route = { ...ways, depth: 0, kinship: 0, allowance: { left: mostManifests } };
    return this.#once(to, `image ${image.digest}`, async () => {
      const manifest = await this.#read(route, image);
      if (referenceText(route.from) === referenceText(route.to)) return manifest;
      const [belongings] = await together([this.#belongingsOf(route, manifest), this.#parts(route, manifest)]);
      if (isEmpty(belongings)) return manifest;
      await this.#write(route, manifest);
      await this.#copyBelongings(route, manifest, belongings);
      return manifest;
    });
  }

  /** Copies what another manifest names. */
  #copyChild(route: Route, named: Found): Promise<void> {
    return this.#once(route.to, named.digest, async () => {
      const manifest = await this.#read(route, named);
      const [belongings] = await together([this.#belongingsOf(route, manifest), this.#parts(route, manifest)]);
      await this.#write(route, manifest);
      await this.#copyBelongings(route, manifest, belongings);
    });
  }

  /** What a manifest consists of. Layers that registries may not have stay where they are. */
  async #parts(route: Route, { manifest, digest }: SeenManifest): Promise<void> {
    const named = partsOf(manifest);
    const manifests = named.filter(isOfManifest);
    const blobs = named.filter((one) => !isOfManifest(one) && one.isForeign !== true);
    if (route.depth === deepest && manifests.length > 0) throw tooDeep(route.from, digest);
    route.allowance.left -= manifests.length;
    if (route.allowance.left < 0) throw tooMany(route.from, digest);
    const below = { ...route, depth: route.depth + 1 };
    await together([
      boundedly(manifests, (child) => this.#copyChild(below, child)),
      boundedly(blobs, (blob) => this.#once(route.to, `blob ${blob.digest}`, () => this.#copyBlob(route, blob))),
    ]);
  }

  async #copyBlob({ from, to }: Route, blob: Descriptor): Promise<void> {
    const { blobs, serverOf } = this.#context;
    const content = (offset: number) => blobs.content(serverOf(from), from, { blob, from: offset });
    const copying = (mount: string) => blobs.copy(serverOf(to), to, { source: { ...blob, content }, mount });
    const isSent = await (from.registry === to.registry ? copying(from.repository) : this.#atHome(to, blob, copying));
    this.counts[isSent ? 'uploaded' : 'mounted'] += 1;
    if (isSent) this.counts.bytes += blob.size;
    this.#context.host.progress(`copying: ${this.summary}`);
  }

  /** The first repository of a registry that needs a blob gets it uploaded. The others wait for that. */
  async #atHome<T>(to: ImageRepository, { digest }: Descriptor, copying: (mount: string) => Promise<T>): Promise<T> {
    const key = `${to.registry} ${digest}`;
    const home = this.#homes.get(key);
    if (home !== undefined) return copying((await home) ?? to.repository);
    const copied = copying(to.repository);
    const isHome = copied.then(
      () => to.repository,
      () => undefined,
    );
    this.#homes.set(key, isHome);
    return copied;
  }

  async #belongingsOf({ from, kinship }: Route, { digest }: SeenManifest): Promise<Belongings> {
    if (!this.#withReferrers || kinship === furthest) return { referrers: [], tagged: [] };
    return this.#referrers.of(this.#context.serverOf(from), from, digest);
  }

  async #copyBelongings(route: Route, subject: Found, { referrers, tagged }: Belongings): Promise<void> {
    const further = { ...route, depth: 0, kinship: route.kinship + 1 };
    route.allowance.left -= referrers.length;
    if (route.allowance.left < 0) throw tooMany(route.from, subject.digest);
    const [copied] = await together([
      boundedly(referrers, (one) => this.#copyReferrer(further, one, subject)),
      boundedly(tagged, (one) => this.#copyTagged(further, one)),
    ]);
    const unlisted = copied.filter((one) => one !== undefined);
    const { host, manifests, serverOf } = this.#context;
    if (unlisted.length > 0)
      await noteReferrers(
        { place: route.to, subject: subject.digest, referrers: unlisted },
        { host, manifests, server: serverOf(route.to) },
      );
  }

  /** Returns the manifest if the registry does not list it by itself. */
  #copyReferrer(route: Route, named: Descriptor, subject: Found): Promise<SeenManifest | undefined> {
    return this.#once(route.to, `referrer ${named.digest}`, async () => {
      const manifest = await this.#read(route, named);
      if (manifest.manifest.subject?.digest !== subject.digest) throw strange(route.from, manifest, subject);
      const [belongings] = await together([this.#belongingsOf(route, manifest), this.#parts(route, manifest)]);
      const { isListed } = await this.#write(route, manifest);
      await this.#copyBelongings(route, manifest, belongings);
      this.counts.referrers += 1;
      return isListed ? undefined : manifest;
    });
  }

  /** What cosign has below a tag. The same tag with other content is refused, as everywhere. */
  async #copyTagged(route: Route, { tag, ...manifest }: TaggedManifest): Promise<void> {
    const { manifests, serverOf } = this.#context;
    const [to, server] = [{ ...route.to, tag }, serverOf(route.to)];
    const there = await manifests.find(server, to, [pushes(to)]);
    if (there?.digest === manifest.digest) return;
    if (there !== undefined) throw otherImage(to, there, manifest, signaturesFix);
    await this.#parts(route, manifest);
    await writeTag(to, manifest, { ...this.#context, server });
    this.counts.manifests += 1;
    this.counts.referrers += 1;
  }

  async #read({ from }: Route, named: Found | SeenManifest): Promise<SeenManifest> {
    if ('bytes' in named) return named;
    const place = { ...from, digest: named.digest };
    refuseSchema1(named.mediaType, place);
    const found = await this.#context.manifests.read(this.#context.serverOf(from), place);
    if (found === undefined) throw missing(from, named);
    if (found.size === named.size && found.mediaType === named.mediaType) return found;
    throw misnamed(found, named, referenceText(place));
  }

  async #write({ to }: Route, manifest: SeenManifest): Promise<{ readonly isListed: boolean }> {
    const { host, manifests, serverOf } = this.#context;
    const place = { ...to, digest: manifest.digest };
    const written = await repeated(() => manifests.put(serverOf(to), place, manifest, [pushes(to)]), host);
    this.counts.manifests += 1;
    return written;
  }

  #once<T>(to: ImageRepository, what: string, work: () => Promise<T>): Promise<T> {
    const key = `${referenceText(to)} ${what}`;
    const begun = this.#begun.get(key) ?? work();
    this.#begun.set(key, begun);
    return begun as Promise<T>; // begun by the same work
  }
}

const isOfManifest = ({ mediaType }: Descriptor) => isManifest(mediaType) || isSchema1(mediaType);

const isEmpty = ({ referrers, tagged }: Belongings) => referrers.length + tagged.length === 0;

const signaturesFix =
  'The signatures of the destination are not those of the source, and are never overwritten. To copy the image without signatures, set referrers: false.';

const missing = (from: ImageRepository, { digest }: Found) =>
  new ReleaseError(`${referenceText(from)} does not have ${digest}, although one of its images names it.`, {
    fix: 'Push the image there again.',
  });

const misnamed = (found: Found, named: Found, name: string) =>
  new ReleaseError(
    `${name} has ${found.size} bytes and the media type ${found.mediaType}, but it is named with ${named.size} bytes and ${named.mediaType}.`,
    { fix: 'Build and push the image again.' },
  );

const strange = (from: ImageRepository, { digest }: Found, subject: Found) =>
  new ReleaseError(
    `${referenceText(from)} lists ${digest} as belonging to ${subject.digest}, but it names another subject.`,
    {
      fix: `Find out what answers at ${from.registry}. To copy the image alone, set referrers: false.`,
    },
  );

const tooMany = (from: ImageRepository, digest: string) =>
  new ReleaseError(
    `${referenceText(from)}@${digest} makes it more than ${mostManifests} manifests in one image, which is the limit here.`,
    {
      fix: 'Build the image for fewer platforms.',
    },
  );

const tooDeep = (from: ImageRepository, digest: string) =>
  new ReleaseError(`${referenceText(from)}@${digest} is an index in ${deepest} others, which is the limit here.`, {
    fix: 'Build the image with fewer indexes in each other.',
  });
