import { createHash } from 'node:crypto';
import { algorithmOf } from '../../domain/images/digest.ts';
import type { Descriptor } from '../../domain/images/manifest.ts';
import type { ImageRepository } from '../../domain/images/reference.ts';
import { ReleaseError } from '../../domain/error.ts';
import type { Host } from '../host.ts';
import { pause, repeated, Unanswered } from '../retry.ts';
import { mountOrBegin } from './mounts.ts';
import { pulls, pushes } from './scopes.ts';
import { dismissed } from './server.ts';
import type { Definite, Server, Wanted } from './server.ts';
import { beginUpload, finishUpload } from './uploads.ts';

type Named = Pick<Descriptor, 'digest' | 'size'>;

/** The content of a layer, of a configuration or of another artifact. */
export type Blob = Descriptor & {
  /** The bytes, from the beginning each time. */
  readonly content: () => AsyncIterable<Uint8Array>;
};

const mostCuts = 4;

/** Reads and writes the parts of images. */
export class Blobs {
  readonly #host: Host;
  constructor(host: Host) {
    this.#host = host;
  }

  /** Whether a repository has it. */
  has(server: Server, place: ImageRepository, blob: Named, scopes = [pulls(place)]): Promise<boolean> {
    const path = `${place.repository}/blobs/${blob.digest}`;
    const wanted = { method: 'HEAD', path, scopes, what: contentOf(place) } as const;
    const ask = () =>
      server.ask(wanted, async (answer) => {
        if (answer.status !== 200 && answer.status !== 404) throw await server.refusal(answer, wanted);
        await dismissed(answer);
        return answer.status === 200;
      });
    return repeated(ask, this.#host);
  }

  /** Uploads it, and hashes it meanwhile, so that nothing else arrives than what it is named. */
  send(server: Server, place: ImageRepository, blob: Blob): Promise<void> {
    const target = { server, place, scopes: [pushes(place)] };
    return repeated(async () => finishUpload(target, await beginUpload(target), verified(blob)), this.#host);
  }

  /**
   * Makes a blob of another place appear in this repository: taken over from the repository `mount`, or uploaded. One request
   * asks for both. If `mount` is this repository itself, it asks whether the blob is there. Returns how many bytes were sent, undefined if it was
   * there or taken over.
   */
  copy(
    server: Server,
    place: ImageRepository,
    { blob, mount }: { readonly blob: Blob; readonly mount: string },
  ): Promise<number | undefined> {
    const scopes =
      mount === place.repository ? [pushes(place)] : [pushes(place), pulls({ ...place, repository: mount })];
    const target = { server, place, scopes };
    return repeated(async () => {
      const upload = await mountOrBegin(target, blob.digest, mount);
      if (upload === undefined) return undefined;
      await finishUpload(target, upload, verified(blob));
      return blob.size;
    }, this.#host);
  }

  /** The content of a blob. If the connection breaks off, it goes on where it was. */
  async *content(server: Server, place: ImageRepository, blob: Named): AsyncGenerator<Uint8Array, void> {
    let [read, cuts] = [0, 0];
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
    { blob: { digest, size }, from }: { readonly blob: Named; readonly from: number },
  ): AsyncGenerator<Uint8Array, void> {
    const wanted: Wanted = {
      method: 'GET',
      path: `${place.repository}/blobs/${digest}`,
      what: contentOf(place),
      scopes: [pulls(place)],
      headers: from === 0 ? {} : { range: `bytes=${from}-` },
    };
    let skip = 0;
    const check = async (answer: Definite) => {
      if (answer.status === 404) throw missing(place, digest);
      if (answer.status !== 200 && answer.status !== 206) throw await server.refusal(answer, wanted);
      if (answer.status === 200) skip = from; // it knows no ranges
      else if (!answer.headers.get('content-range')?.startsWith(`bytes ${from}-`))
        throw new Unanswered(`${server.registry} answered with another part of ${digest}`);
      const length = answer.headers.get('content-length');
      if (length !== undefined && Number(length) !== size - (answer.status === 200 ? 0 : from))
        throw new Unanswered(`${server.registry} has ${length} bytes for ${digest}, which has ${size}`);
    };
    for await (const piece of server.stream(wanted, check)) {
      const rest = piece.subarray(Math.min(skip, piece.length));
      skip -= piece.length - rest.length;
      if (rest.length > 0) yield rest;
    }
  }
}

/** A blob whose content throws in place of its end if it is not what its digest and its length say. */
const verified = (blob: Blob): Blob => ({ ...blob, content: () => verifiedPieces(blob) });

async function* verifiedPieces({ digest, size, content }: Blob): AsyncGenerator<Uint8Array, void> {
  const hash = createHash(algorithmOf(digest));
  let length = 0;
  for await (const piece of content()) {
    hash.update(piece);
    length += piece.length;
    if (length > size) break;
    yield piece;
  }
  const found = `${algorithmOf(digest)}:${hash.digest('hex')}`;
  if (length !== size)
    throw new Unanswered(`${digest} should have ${size} bytes, but ${length > size ? 'more' : `only ${length}`} came`);
  if (found !== digest) throw new Unanswered(`what came as ${digest} has the digest ${found}`);
}

const nameOf = ({ registry, repository }: ImageRepository) => `${registry}/${repository}`;

const contentOf = (place: ImageRepository) => `content of ${nameOf(place)}`;

const missing = (place: ImageRepository, digest: string) =>
  new ReleaseError(`${nameOf(place)} does not have ${digest}, although one of its images names it.`, {
    fix: 'Push the image there again.',
  });
