import type { DeclaredRegistry } from '../../domain/images/declared-registry.ts';
import type { Digest } from '../../domain/images/digest.ts';
import type { Found } from '../../domain/images/manifest.ts';
import type { Platform } from '../../domain/images/platform.ts';
import { repositoryOf } from '../../domain/images/reference.ts';
import type { ImageRepository, Reference, TagReference } from '../../domain/images/reference.ts';
import type { Change } from '../change.ts';
import type { Host } from '../host.ts';
import type { Http } from '../http/http.ts';
import type { Tools } from '../tools.ts';
import { Blobs } from './blobs.ts';
import { lackingParts } from './completeness.ts';
import { copy } from './copy.ts';
import type { Copied, Copying, CopyOptions } from './copy.ts';
import { RegistryCredentials } from './credentials.ts';
import { Manifests } from './manifests.ts';
import type { SeenManifest } from './manifests.ts';
import { platformsOf } from './platforms.ts';
import { push } from './push.ts';
import type { Pushed } from './push.ts';
import { Referrers } from './referrers.ts';
import type { Belongings } from './referrers.ts';
import { repositoriesWithTag } from './repositories.ts';
import { Server } from './server.ts';

export type { Blob } from './blobs.ts';
export type { Copied, Copying, CopyOptions } from './copy.ts';
export type { SeenManifest } from './manifests.ts';
export type { Pushed } from './push.ts';

type Ports = { readonly http: Http; readonly tools: Tools };

/** Registries of images, and of everything else that is stored like images, such as charts. */
export class Registry {
  readonly #host: Host;
  readonly #http: Http;
  readonly #credentials: RegistryCredentials;
  readonly #declared: readonly DeclaredRegistry[];
  readonly #servers = new Map<string, Server>();
  readonly #manifests: Manifests;
  readonly #blobs: Blobs;
  constructor(host: Host, { http, tools }: Ports, declared: readonly DeclaredRegistry[]) {
    this.#host = host;
    this.#http = http;
    this.#credentials = new RegistryCredentials(host, tools);
    this.#declared = declared;
    this.#manifests = new Manifests(host);
    this.#blobs = new Blobs(host);
  }

  /** What a reference names; undefined if there is nothing. */
  find(reference: Reference): Promise<Found | undefined> {
    return this.#manifests.find(this.#server(reference), reference);
  }

  /** The manifest that a reference names; undefined if there is none. */
  manifest(reference: Reference): Promise<SeenManifest | undefined> {
    return this.#manifests.read(this.#server(reference), reference);
  }

  /**
   * Uploads an artifact and gives it a tag, if the tag still has what was seen. undefined if it has this artifact. A tag that
   * has another one is refused: no tag is ever moved.
   */
  push(reference: TagReference, pushed: Pushed, seen: Found | undefined): Change<Found> | undefined {
    const { registry, repository, tag } = reference; // without a digest
    const context = {
      host: this.#host,
      server: this.#server(reference),
      manifests: this.#manifests,
      blobs: this.#blobs,
    };
    return push({ registry, repository, tag }, { ...pushed, seen }, context);
  }

  /**
   * Copies images to tags that are not there, without changing a byte. undefined if all tags have them. Tags that have other
   * images are refused.
   */
  copy(copies: readonly Copying[], options: CopyOptions): Change<Copied> | undefined {
    const [manifests, blobs] = [this.#manifests, this.#blobs];
    return copy(copies, options, { host: this.#host, manifests, blobs, serverOf: (place) => this.#server(place) });
  }

  /** What an image runs on. undefined if it is no image, but a chart or another artifact. */
  platforms(place: ImageRepository, image: SeenManifest): Promise<readonly Platform[] | undefined> {
    return platformsOf(image, place, { server: this.#server(place), blobs: this.#blobs });
  }

  /** Signatures, attestations and SBOMs of an image. */
  belongings(place: ImageRepository, digest: Digest): Promise<Belongings> {
    return new Referrers(this.#host, this.#manifests).of(this.#server(place), place, digest);
  }

  /** What an image names, and its repository does not have. */
  lacking(place: ImageRepository, image: Found, { referrers }: CopyOptions): Promise<readonly Found[]> {
    const [manifests, blobs, server] = [this.#manifests, this.#blobs, this.#server(place)];
    const context = { host: this.#host, server, manifests, blobs, withReferrers: referrers };
    return lackingParts(repositoryOf(place), image, context);
  }

  /** The names of the repositories below a place that have a tag. An empty name is the place itself. */
  withTag(place: ImageRepository, tag: string): Promise<readonly string[]> {
    return repositoriesWithTag(repositoryOf(place), tag, { server: this.#server(place), host: this.#host });
  }

  /** Whether a registry is asked without encryption. */
  isPlain(place: ImageRepository): boolean {
    return this.#server(place).url.protocol === 'http:';
  }

  #server({ registry }: Pick<Reference, 'registry'>): Server {
    const known = this.#servers.get(registry);
    if (known !== undefined) return known;
    const declared = this.#declared.find((one) => one.registry === registry);
    const context = { host: this.#host, http: this.#http, credentials: this.#credentials, declared };
    const server = new Server(registry, context);
    this.#servers.set(registry, server);
    return server;
  }
}
