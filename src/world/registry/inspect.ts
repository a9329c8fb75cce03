import { isManifest } from '../../domain/images/manifest.ts';
import type { Descriptor, Found } from '../../domain/images/manifest.ts';
import { platformText } from '../../domain/images/platform.ts';
import type { Platform } from '../../domain/images/platform.ts';
import { repositoryOf } from '../../domain/images/reference.ts';
import type { ImageRepository, Reference } from '../../domain/images/reference.ts';
import type { Host } from '../host.ts';
import { boundedly, together } from '../parallel.ts';
import type { Blobs } from './blobs.ts';
import type { Manifests, SeenManifest } from './manifests.ts';
import { platformsOf } from './platforms.ts';
import { Referrers } from './referrers.ts';
import type { Server } from './server.ts';

/** A signature, an attestation or the like. */
export type Referrer = {
  /** The manifest that it belongs to: the image, or that of a platform. */
  readonly subject: string;
  readonly digest: string;
  /** The media type of what it is, if it says so. */
  readonly type: string | undefined;
  /** The tag of cosign below which it was found. */
  readonly tag?: string;
};

/** What a registry has of an image. */
export type Inspected = Found & {
  readonly platforms: readonly Platform[];
  /** The digests of all manifests of the image, its own first. */
  readonly manifests: readonly string[];
  readonly referrers: readonly Referrer[];
  /** What the image names and the registry does not have. */
  readonly missing: readonly string[];
};

export type InspectOptions = {
  /** Whether signatures and the like are looked for, which costs a request for each manifest. */
  readonly referrers: boolean;
  /** Whether each layer is looked for, which costs a request, too. */
  readonly blobs: boolean;
};

type Context = {
  readonly host: Host;
  readonly server: Server;
  readonly manifests: Manifests;
  readonly blobs: Blobs;
};

const deepest = 4;
/** Looks at everything that an image consists of. undefined if there is no such image. */
export async function inspect(
  reference: Reference,
  options: InspectOptions,
  context: Context,
): Promise<Inspected | undefined> {
  const found = await context.manifests.read(context.server, reference);
  if (found === undefined) return undefined;
  const inspector = new Inspector(repositoryOf(reference), options, context);
  await inspector.look(found, 0, undefined);
  const { digest, mediaType, size } = found;
  return { digest, mediaType, size, ...inspector.result };
}

class Inspector {
  readonly #place: ImageRepository;
  readonly #options: InspectOptions;
  readonly #context: Context;
  readonly #referrers: Referrers;
  readonly #platforms = new Map<string, Platform>();
  readonly #manifests = new Set<string>();
  readonly #blobs = new Set<string>();
  readonly #found: Referrer[] = [];
  readonly #missing = new Set<string>();
  constructor(place: ImageRepository, options: InspectOptions, context: Context) {
    this.#place = place;
    this.#options = options;
    this.#context = context;
    this.#referrers = new Referrers(context.host, context.manifests);
  }

  get result(): Omit<Inspected, keyof Found> {
    return {
      platforms: [...this.#platforms]
        .toSorted(([one], [other]) => (one < other ? -1 : 1))
        .map(([, platform]) => platform),
      manifests: [...this.#manifests],
      referrers: this.#found.toSorted((one, other) => (one.digest < other.digest ? -1 : 1)),
      missing: [...this.#missing].toSorted(),
    };
  }

  async look(seen: SeenManifest, depth: number, platform: Platform | undefined): Promise<void> {
    this.#manifests.add(seen.digest);
    const { manifest } = seen;
    const named = manifest.kind === 'index' ? manifest.manifests : [manifest.config, ...manifest.layers];
    await together([
      boundedly(named, (one) => (isManifest(one.mediaType) ? this.#lookBelow(one, depth) : this.#lookForBlob(one))),
      this.#lookForReferrers(seen),
      this.#notePlatforms(seen, platform),
    ]);
  }

  async #lookBelow(named: Descriptor, depth: number): Promise<void> {
    if (depth === deepest || this.#manifests.has(named.digest)) return;
    const { manifests, server } = this.#context;
    const found = await manifests.read(server, { ...this.#place, digest: named.digest });
    if (found === undefined) this.#missing.add(named.digest);
    else await this.look(found, depth + 1, named.platform);
  }

  async #lookForBlob(blob: Descriptor): Promise<void> {
    if (!this.#options.blobs || blob.isForeign === true || this.#blobs.has(blob.digest)) return;
    this.#blobs.add(blob.digest);
    const { blobs, server } = this.#context;
    if (!(await blobs.has(server, this.#place, blob))) this.#missing.add(blob.digest);
  }

  async #lookForReferrers({ digest }: Found): Promise<void> {
    if (!this.#options.referrers) return;
    const { referrers, tagged } = await this.#referrers.of(this.#context.server, this.#place, digest);
    for (const one of referrers) this.#found.push({ subject: digest, digest: one.digest, type: one.artifactType });
    for (const { tag, digest: signature, manifest } of tagged)
      this.#found.push({
        subject: digest,
        digest: signature,
        type: manifest.kind === 'image' ? manifest.config.mediaType : undefined,
        tag,
      });
  }

  async #notePlatforms(seen: SeenManifest, given: Platform | undefined): Promise<void> {
    const platforms = given === undefined ? await platformsOf(seen, this.#place, this.#context) : [given];
    for (const platform of platforms ?? [])
      if (platform.os !== 'unknown') this.#platforms.set(platformText(platform), platform);
  }
}
