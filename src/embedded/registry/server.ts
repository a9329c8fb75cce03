import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import type { WireAnswer } from '../wire/answer.ts';
import { type Origin as Listening, openOrigin } from '../wire/origin.ts';
import { type Faults, type Received, Wire } from '../wire/wire.ts';
import { Admission } from './auth/admission.ts';
import type { Account } from './auth/accounts.ts';
import type { Authentication } from './auth/authentication.ts';
import { TokenServer } from './auth/token-server.ts';
import { Contents } from './core/contents.ts';
import { digestOf } from './core/digest.ts';
import { fieldsOf, type Manifest } from './core/manifest.ts';
import { Refused } from './core/refused.ts';
import { served } from './dispatcher.ts';
import {
  type ApiRequest,
  type Count,
  countsOf,
  type Origin,
  readRequest,
  type Recorded,
  type RegistryRequest,
} from './exchange.ts';
import type { Fault } from './faults.ts';
import { type Known, type KnownRegistry, knownRegistries } from './known-registries.ts';
import { RequestLimits } from './request-limits.ts';
import { type Settings, withDefaults } from './settings.ts';

export type { Account, Authentication, Fault, RegistryRequest, Settings, WireAnswer };

/** Chooses the fault of each request before it is served. It may wait, and may change repositories meanwhile. */
export type RegistryFaults = Faults<RegistryRequest, 'lying-digest'>;

export type RegistryOptions = {
  /** A public registry, whose settings and token rules are taken where none are given. */
  readonly like?: KnownRegistry;
  /** If it is not given, everybody may do everything. */
  readonly auth?: Authentication;
  readonly settings?: Settings;
  readonly fault?: RegistryFaults;
  /** In this folder, a temporary one is made for large blobs. */
  readonly folder?: string;
};

/** Starts an OCI registry without any repository. A push makes its repository. */
// Why: docs/decisions.md D61
export async function startRegistry(options: RegistryOptions = {}): Promise<Registry> {
  const origins = { registry: await openOrigin('127.0.0.1'), tokens: await openOrigin('localhost') };
  const storage = await openOrigin('localhost');
  return new Registry({ ...origins, storage }, await Contents.open(options.folder ?? tmpdir()), options);
}

type Origins = Readonly<Record<Origin, Listening>>;

export class Registry implements AsyncDisposable {
  /** The address of the registry. References of images have only its host. */
  readonly url: string;
  /** Host and port. */
  readonly host: string;
  /** The address of the token server, if it is at another origin. */
  readonly tokensUrl: string;
  /** The address to which blobs and manifests are redirected, if the settings say so. */
  readonly storageUrl: string;
  readonly requests: readonly RegistryRequest[];
  /** Can be replaced at any time. */
  settings: Settings;
  readonly #wire: Wire<Recorded, 'lying-digest'>;
  readonly #contents: Contents;
  readonly #auth: Authentication | undefined;
  readonly #admission: Admission | undefined;
  readonly #tokenServer: TokenServer;
  readonly #limits = new RequestLimits();
  readonly #signature = randomBytes(12).toString('hex');

  constructor(origins: Origins, contents: Contents, options: RegistryOptions) {
    this.url = origins.registry.url;
    this.host = new URL(this.url).host;
    this.tokensUrl = origins.tokens.url;
    this.storageUrl = origins.storage.url;
    const known: Partial<Known> = options.like === undefined ? {} : knownRegistries[options.like];
    this.settings = { ...known.settings, ...options.settings };
    this.#contents = contents;
    this.#auth = options.auth && { ...options.auth, tokens: { ...known.tokens, ...options.auth.tokens } };
    this.#tokenServer = new TokenServer(this.#auth ?? { kind: 'token', accounts: [] });
    this.#admission = admissionOf(this.#auth, this.#tokenServer, origins);
    this.#wire = new Wire(options.fault);
    this.requests = this.#wire.recorded;
    for (const [origin, { server }] of Object.entries(origins))
      this.#wire.serve(server, (message) => this.#received(message, origin as Origin));
  }

  /** Can be replaced at any time. */
  get fault(): RegistryFaults | undefined {
    return this.#wire.fault;
  }

  set fault(fault: RegistryFaults | undefined) {
    this.#wire.fault = fault;
  }

  /** The requests of each method so far, and the bytes of their bodies and of the answers. */
  get counts(): Readonly<Record<string, Count>> {
    return countsOf(this.requests);
  }

  /** What a repository holds: tags with their digests, and the digests of manifests and blobs. */
  repository(name: string): RepositorySight {
    const found = this.#contents.repositories.get(name);
    return {
      tags: Object.fromEntries(found?.tags ?? []),
      manifests: [...(found?.manifests.keys() ?? [])].toSorted(),
      blobs: [...(found?.blobs.keys() ?? [])].toSorted(),
    };
  }

  /** A manifest of a repository, by its digest. */
  manifest(name: string, digest: string): Manifest | undefined {
    return this.#contents.repositories.get(name)?.manifests.get(digest);
  }

  /** A blob of a repository. */
  async blob(name: string, digest: string): Promise<Buffer | undefined> {
    const content = this.#contents.repositories.get(name)?.blobs.get(digest);
    return content === undefined || Buffer.isBuffer(content) ? content : readFile(content.path);
  }

  /** The names of all repositories. */
  get repositories(): readonly string[] {
    return [...this.#contents.repositories.keys()].toSorted();
  }

  /** Every change of a tag so far, such as `create org/app:v1`; the others are `move` and `delete`. */
  get tagUpdates(): readonly string[] {
    return this.#contents.tagUpdates;
  }

  /** How many uploads have begun and not ended. */
  get openUploads(): number {
    return this.#contents.sessions.size;
  }

  /** Puts a blob into a repository, without a request. Returns its digest. */
  async addBlob(name: string, bytes: Buffer | AsyncIterable<Buffer>): Promise<string> {
    const growing = this.#contents.newContent();
    for await (const chunk of Buffer.isBuffer(bytes) ? [bytes] : bytes) await growing.append(chunk);
    const { digest, content } = await growing.finish('sha256');
    await this.#contents.addBlob(name, digest, content);
    return digest;
  }

  /** Puts a manifest into a repository, without a request and without any check. Returns its digest. */
  addManifest(name: string, bytes: Buffer, { mediaType, tag }: ManifestPlace): string {
    const digest = digestOf(bytes);
    const manifest = { digest, mediaType, bytes, fields: fieldsOf(bytes) ?? {} };
    this.#contents.addManifest(this.#contents.writable(name), manifest, tag);
    return digest;
  }

  /** No token that was given so far is good any more. */
  expireTokens(): void {
    this.#tokenServer.expireAll();
  }

  /** Closes every connection, and removes all blobs. */
  async close(): Promise<void> {
    this.#wire.close();
    await this.#contents.remove();
  }

  /** Closes the server. Throws the errors of this server itself. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
    const { failures } = this.#wire;
    if (failures.length > 0) throw new AggregateError(failures, failures.map(String).join('\n'));
  }

  async #received(message: IncomingMessage, origin: Origin): Promise<Received<Recorded, 'lying-digest'>> {
    const request = readRequest(message, origin);
    const answer = async (fault: Fault | undefined) => {
      const { delay, limit } = withDefaults(this.settings);
      return this.#limits.within(limit, async () => {
        if (delay > 0) await setTimeout(delay);
        return this.#answer(request, fault);
      });
    };
    return { record: request.record, answer };
  }

  async #answer(request: ApiRequest, fault: Fault | undefined): Promise<WireAnswer | undefined> {
    const { record } = request;
    const isHere = record.origin === 'registry' && this.#auth?.tokens?.elsewhere !== true;
    if (record.origin === 'tokens' || (isHere && record.path === '/token')) return this.#tokenAnswer(request);
    const settings = withDefaults(this.settings);
    return served({
      ...request,
      contents: this.#contents,
      settings,
      base: settings.absoluteLocations ? this.url : '',
      elsewhere: (path, query) => this.#signed(path, query),
      fault,
      admission: this.#admission,
      isSigned: request.query.get('signature') === this.#signature,
    });
  }

  #signed(path: string, query: URLSearchParams): string {
    const signed = new URLSearchParams(query);
    signed.set('signature', this.#signature);
    return `${this.storageUrl}${path}?${signed.toString()}`;
  }

  async #tokenAnswer({ message, query, record }: ApiRequest): Promise<WireAnswer> {
    const body = record.method === 'POST' ? await text(message) : '';
    record.bytes = Buffer.byteLength(body);
    const { authorization } = record.headers;
    try {
      return this.#tokenServer.answer({ method: record.method, query, form: new URLSearchParams(body), authorization });
    } catch (error) {
      if (error instanceof Refused) return error.answer;
      throw error;
    }
  }
}

function admissionOf(
  auth: Authentication | undefined,
  tokenServer: TokenServer,
  origins: Origins,
): Admission | undefined {
  if (auth === undefined) return undefined;
  const origin = auth.tokens?.elsewhere === true ? origins.tokens : origins.registry;
  return new Admission({ rules: auth, tokenServer, realm: auth.tokens?.realm ?? `${origin.url}/token` });
}

export type RepositorySight = {
  readonly tags: Readonly<Record<string, string>>;
  readonly manifests: readonly string[];
  readonly blobs: readonly string[];
};

type ManifestPlace = { readonly mediaType: string; readonly tag?: string };
