import { createHash } from 'node:crypto';
import { algorithmOf, isDigest } from '../../domain/images/digest.ts';
import type { Digest } from '../../domain/images/digest.ts';
import { isManifest, isSchema1, mediaTypes } from '../../domain/images/manifest.ts';
import type { Found, Manifest } from '../../domain/images/manifest.ts';
import { referenceText } from '../../domain/images/reference.ts';
import type { Reference } from '../../domain/images/reference.ts';
import { ReleaseError } from '../../domain/error.ts';
import { quoted } from '../../domain/text.ts';
import type { Host } from '../host.ts';
import { wholeBytes } from '../http/whole-body.ts';
import { repeated, Unanswered } from '../retry.ts';
import { maybe, Misfit, record, string } from '../shape.ts';
import { readManifest } from './manifest-shape.ts';
import { pulls } from './scopes.ts';
import type { Definite, Server, Wanted } from './server.ts';

/** A manifest with its bytes, whose digest is that of the bytes. */
export type SeenManifest = Found & { readonly bytes: Buffer; readonly manifest: Manifest };

export const longestManifest = 4 * 1024 * 1024;

/** Docker's first format is accepted, so that it can be refused with its name. */
const accept = [
  ...mediaTypes.index,
  ...mediaTypes.image,
  'application/vnd.docker.distribution.manifest.v1+prettyjws',
].join(', ');

/** Reads manifests. What a server says is believed only if it is so. */
export class Manifests {
  readonly #host: Host;
  constructor(host: Host) {
    this.#host = host;
  }

  /** What a tag or a digest names; undefined if there is nothing. One request, without the manifest. */
  async find(server: Server, reference: Reference, scopes = [pulls(reference)]): Promise<Found | undefined> {
    const wanted = { ...question(reference, scopes), method: 'HEAD' } as const;
    const found = await this.#asked(server, wanted, async (answer) => {
      if (answer.status === 405) return 'unsaid'; // some proxies know no HEAD
      if (!(await isThere(server, answer, wanted))) return undefined;
      return headOf(answer, reference) ?? 'unsaid';
    });
    return found === 'unsaid' ? this.read(server, reference, scopes) : found;
  }

  /** The manifest itself; undefined if there is none. */
  read(server: Server, reference: Reference, scopes = [pulls(reference)]): Promise<SeenManifest | undefined> {
    const wanted = question(reference, scopes);
    return this.#asked(server, wanted, async (answer) => {
      if (!(await isThere(server, answer, wanted))) return undefined;
      const bytes = await wholeBytes(answer.body, { url: answer.url, longest: longestManifest });
      return seen(answer, bytes, reference);
    });
  }

  /** Writes a manifest once, below its digest or a tag. Tells whether the registry will list it as a referrer. */
  async put(
    server: Server,
    reference: Reference,
    { mediaType, bytes }: { readonly mediaType: string; readonly bytes: Uint8Array },
    scopes: readonly string[],
  ): Promise<{ readonly isListed: boolean }> {
    const wanted = {
      ...question(reference, scopes),
      method: 'PUT',
      headers: { 'content-type': mediaType },
      body: bytes,
    } as const;
    return server.ask(wanted, async (answer) => {
      if (answer.status !== 201 && answer.status !== 200) throw await server.refusal(answer, wanted);
      const digest = answer.headers.get('docker-content-digest');
      if (digest !== undefined) refuseOtherDigest(digest, reference, digestOf(bytes, reference.digest));
      return { isListed: answer.headers.has('oci-subject') };
    });
  }

  #asked<T>(server: Server, wanted: Wanted, read: (answer: Definite) => Promise<T>): Promise<T> {
    return repeated(() => server.ask(wanted, read), this.#host);
  }
}

const question = (reference: Reference, scopes: readonly string[]) =>
  ({
    method: 'GET',
    path: `${reference.repository}/manifests/${reference.tag ?? reference.digest}`,
    what: `the manifest of ${referenceText(reference)}`,
    headers: { accept },
    scopes,
  }) as const satisfies Wanted;

async function isThere(server: Server, answer: Definite, wanted: Wanted): Promise<boolean> {
  if (answer.status === 200) return true;
  if (answer.status !== 404) throw await server.refusal(answer, wanted);
  return false;
}

/** What the header of a manifest says; undefined if it does not say everything. */
function headOf({ headers }: Definite, reference: Reference): Found | undefined {
  const mediaType = mediaTypeOf(headers);
  refuseSchema1(mediaType, reference);
  const digest = headers.get('docker-content-digest') ?? '';
  const size = Number(headers.get('content-length') ?? Number.NaN);
  if (!isDigest(digest) || !isManifest(mediaType) || !Number.isSafeInteger(size)) return undefined;
  refuseOtherDigest(digest, reference);
  return { digest, mediaType, size };
}

function seen({ headers, url }: Definite, bytes: Buffer, reference: Reference): SeenManifest {
  const named = headers.get('docker-content-digest');
  const wanted = byDigest(reference) ?? (named !== undefined && isDigest(named) ? named : undefined);
  const digest = digestOf(bytes, wanted);
  const mediaType = mediaTypeOf(headers);
  refuseSchema1(mediaType, reference);
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    const type = isManifest(mediaType) ? mediaType : ownType(value);
    if (wanted !== undefined && wanted !== digest)
      throw new Unanswered(`${url} has the digest ${digest}, not ${wanted}`);
    if (named !== undefined) refuseOtherDigest(named, reference);
    return { digest, mediaType: type, size: bytes.length, bytes, manifest: readManifest(type, value) };
  } catch (cause) {
    if (cause instanceof Unanswered || cause instanceof ReleaseError) throw cause;
    const why = cause instanceof Misfit ? cause.message : 'it is not JSON';
    throw new Unanswered(`${url} is no manifest: ${why}: ${quoted(bytes.subarray(0, 100).toString('utf8'))}`, {
      cause,
    });
  }
}

/** The digest that was asked for. A tag may have another one than a reference expects: whoever asked compares them. */
const byDigest = ({ tag, digest }: Reference) => (tag === undefined ? digest : undefined);

/** The hash of bytes, of the same kind as a digest that is expected. */
export function digestOf(bytes: Uint8Array, like?: Digest): Digest {
  const algorithm = like === undefined ? 'sha256' : algorithmOf(like);
  return `${algorithm}:${createHash(algorithm).update(bytes).digest('hex')}` as Digest; // by its own form
}

const mediaTypeOf = (headers: Definite['headers']) => (headers.get('content-type') ?? '').split(';')[0]?.trim() ?? '';

/** Some stores serve every file with the same media type. Then the manifest has to say its own. */
function ownType(value: unknown): string {
  const own = typeOf(value).mediaType;
  if (typeof own === 'string' && isManifest(own)) return own;
  throw new Misfit('it has no media type of an image');
}
const typeOf = record({ mediaType: maybe(string) });

/** Refuses Docker's first format. */
export function refuseSchema1(mediaType: string, reference: Reference): void {
  if (isSchema1(mediaType))
    throw new ReleaseError(`${referenceText(reference)} has Docker's first format (schema 1), which has no digests.`, {
      fix: 'Build and push the image again with a current docker, buildx or ko.',
    });
}

function refuseOtherDigest(named: string, reference: Reference, wanted = byDigest(reference)): void {
  if (wanted !== undefined && named !== wanted)
    throw new ReleaseError(`${referenceText(reference)} is served with the digest ${quoted(named.slice(0, 200))}.`, {
      fix: `Something on the way to ${reference.registry} changes what it serves. Find out what answers there.`,
    });
}
