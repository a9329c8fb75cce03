import type { Descriptor } from '../../domain/images/manifest.ts';
import { referenceText, repositoryOf } from '../../domain/images/reference.ts';
import type { ImageRepository } from '../../domain/images/reference.ts';
import { ReleaseError } from '../../domain/error.ts';
import type { Host } from '../host.ts';
import { wholeBytes } from '../http/whole-body.ts';
import { pause, repeated, Unanswered } from '../retry.ts';
import { mountOrBegin } from './mounts.ts';
import { pulls, pushes } from './scopes.ts';
import type { Definite, Server, Wanted } from './server.ts';
import { beginUpload, contentOf, Uploads } from './uploads.ts';
import { VerifiedContent } from './verified-content.ts';
import type { Source } from './verified-content.ts';

type Named = Pick<Descriptor, 'digest' | 'size'>;
type Part = { readonly blob: Named; readonly from: number };

/** The content of a layer, of a configuration or of another artifact. */
export type Blob = Descriptor & {
  /** The bytes, from the beginning each time. */
  readonly content: () => AsyncIterable<Uint8Array>;
};

const mostCuts = 4;
const longestRead = 4 * 1024 * 1024;

/** Reads and writes the parts of images. */
export class Blobs {
  readonly #host: Host;
  readonly #uploads: Uploads;
  constructor(host: Host) {
    this.#host = host;
    this.#uploads = new Uploads(host);
  }

  /** Whether a repository has it. */
  has(server: Server, place: ImageRepository, blob: Named, scopes = [pulls(place)]): Promise<boolean> {
    const path = `${place.repository}/blobs/${blob.digest}`;
    const wanted = { method: 'HEAD', path, scopes, what: contentOf(place) } as const;
    const ask = () =>
      server.ask(wanted, async (answer) => {
        if (answer.status !== 200 && answer.status !== 404) throw await server.refusal(answer, wanted);
        if (answer.status === 200 && !isBlob(answer, blob))
          throw new Unanswered(`${answer.url} is there, but not with ${blob.size} bytes`);
        return answer.status === 200;
      });
    return repeated(ask, this.#host);
  }

  /** Uploads it, and hashes it meanwhile, so that nothing else arrives than what it is named. */
  async send(server: Server, place: ImageRepository, blob: Blob): Promise<void> {
    const target = { server, place, scopes: [pushes(place)] };
    const content = (from: number) => after(() => from, blob.content());
    await this.#uploads.send(target, { ...blob, content }, () => beginUpload(target));
  }

  /**
   * Makes a blob of another place appear in this repository: taken over from the repository `mount`, or uploaded. One request
   * asks for both. If `mount` is this repository itself, it asks whether the blob is there. Returns whether it was uploaded.
   */
  copy(
    server: Server,
    place: ImageRepository,
    { source, mount }: { readonly source: Source; readonly mount: string },
  ): Promise<boolean> {
    const isHere = mount === place.repository;
    const scopes = [pushes(place), ...(isHere ? [] : [pulls({ ...place, repository: mount })])];
    const target = { server, place, scopes };
    return this.#uploads.send(target, source, () => mountOrBegin(target, source.digest, mount));
  }

  /** All of a small blob, whose bytes are what its digest says. */
  read(server: Server, place: ImageRepository, blob: Named): Promise<Buffer> {
    const url = new URL(`/v2/${place.repository}/blobs/${blob.digest}`, server.url).href;
    const content = (from: number) => this.content(server, place, { blob, from });
    const part = () => new VerifiedContent({ ...blob, content }).part(0, blob.size);
    return repeated(() => wholeBytes(part(), { url, longest: longestRead }), this.#host);
  }

  /** The content of a blob. If the connection breaks off, it goes on where it was. */
  async *content(server: Server, place: ImageRepository, { blob, from }: Part): AsyncGenerator<Uint8Array, void> {
    let [read, cuts] = [from, 0];
    while (read < blob.size) {
      const before = read;
      try {
        for await (const piece of this.#contentFrom(server, place, { blob, from: read })) {
          read += piece.length;
          yield piece;
        }
        if (read < blob.size)
          throw new Unanswered(`${blob.digest} of ${nameOf(place)} ended after ${read} of ${blob.size} bytes`);
      } catch (error) {
        cuts = read > before ? 1 : cuts + 1;
        if (!(error instanceof Unanswered) || cuts >= mostCuts) throw error;
        this.#host.progress(`${error.message}; going on at byte ${read}`);
        await pause(cuts, this.#host);
      }
    }
  }

  async *#contentFrom(
    server: Server,
    place: ImageRepository,
    { blob: { digest, size }, from }: Part,
  ): AsyncGenerator<Uint8Array, void> {
    const wanted: Wanted = {
      method: 'GET',
      path: `${place.repository}/blobs/${digest}`,
      what: contentOf(place),
      scopes: [pulls(place)],
      headers: from === 0 ? {} : { range: `bytes=${from}-` },
    };
    let skip = 0; // if it knows no ranges
    const check = async (answer: Definite) => {
      if (answer.status === 404) throw missing(place, digest);
      if (answer.status !== 200 && answer.status !== 206) throw await server.refusal(answer, wanted);
      if (answer.status === 200) skip = from;
      else if (!answer.headers.get('content-range')?.startsWith(`bytes ${from}-`))
        throw new Unanswered(`${server.registry} answered with another part of ${digest}`);
      const length = answer.headers.get('content-length');
      if (length !== undefined && Number(length) !== size - (answer.status === 200 ? 0 : from))
        throw new Unanswered(`${server.registry} has ${length} bytes for ${digest}, which has ${size}`);
    };
    yield* after(() => skip, server.stream(wanted, check));
  }
}

/** What follows the first bytes. How many these are is known when the first piece is there. */
async function* after(count: () => number, pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  let skip: number | undefined;
  for await (const piece of pieces) {
    skip ??= count();
    const rest = piece.subarray(Math.min(skip, piece.length));
    skip -= piece.length - rest.length;
    if (rest.length > 0) yield rest;
  }
}

const nameOf = (place: ImageRepository) => referenceText(repositoryOf(place));

const missing = (place: ImageRepository, digest: string) =>
  new ReleaseError(`${nameOf(place)} does not have ${digest}, although one of its images names it.`, {
    fix: 'Push the image there again.',
  });

/** Whether an answer without a body is about a blob, and is not a page that a proxy sends in its place. */
function isBlob({ headers }: Definite, { size }: Named): boolean {
  const length = headers.get('content-length') ?? String(size);
  return length === String(size) && !(headers.get('content-type') ?? '').startsWith('text/html');
}
