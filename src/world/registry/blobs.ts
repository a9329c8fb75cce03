import { createHash } from 'node:crypto';
import { algorithmOf } from '../../domain/images/digest.ts';
import type { Descriptor } from '../../domain/images/manifest.ts';
import type { ImageRepository } from '../../domain/images/reference.ts';
import type { Host } from '../host.ts';
import { PiecesBody } from '../http/file-body.ts';
import { repeated, Unanswered } from '../retry.ts';
import { pushes } from './scopes.ts';
import { dismissed } from './server.ts';
import type { Server, Wanted } from './server.ts';

/** The content of a layer, of a configuration or of another artifact. */
export type Blob = Descriptor & {
  /** The bytes, from the beginning each time. */
  readonly content: () => AsyncIterable<Uint8Array>;
};

/** Reads and writes the parts of images. */
export class Blobs {
  readonly #host: Host;
  constructor(host: Host) {
    this.#host = host;
  }

  /** Whether a repository has it. */
  has(server: Server, place: ImageRepository, blob: Descriptor): Promise<boolean> {
    const wanted = { ...named(place), method: 'HEAD', path: `${place.repository}/blobs/${blob.digest}` } as const;
    const ask = () =>
      server.ask(wanted, async (answer) => {
        if (answer.status !== 200 && answer.status !== 404) throw await server.refusal(answer, wanted);
        await dismissed(answer);
        return answer.status === 200;
      });
    return repeated(ask, this.#host);
  }

  /** Uploads it. The content is hashed while it is sent, so that nothing else arrives than what it is named. */
  async send(server: Server, place: ImageRepository, blob: Blob): Promise<void> {
    await repeated(() => this.#sendOnce(server, place, blob), this.#host);
  }

  async #sendOnce(server: Server, place: ImageRepository, blob: Blob): Promise<void> {
    const begin = { ...named(place), method: 'POST', path: `${place.repository}/blobs/uploads/` } as const;
    const session = await server.ask(begin, async (answer) => {
      if (answer.status !== 202) throw await server.refusal(answer, begin);
      await dismissed(answer);
      return server.ownAddress(answer.headers.get('location'), answer.url, begin.what);
    });
    const wanted = {
      ...named(place),
      method: 'PUT',
      path: `${session}${session.includes('?') ? '&' : '?'}digest=${blob.digest}`,
      headers: { 'content-type': 'application/octet-stream' },
      body: new PiecesBody({ size: blob.size, pieces: () => verified(blob) }),
    } as const;
    await server.ask(wanted, async (answer) => {
      if (answer.status !== 201) throw await server.refusal(answer, wanted);
      await dismissed(answer);
    });
  }
}

/** The content of a blob. Throws in place of the end if it is not what its digest and its length say. */
async function* verified({ digest, size, content }: Blob): AsyncGenerator<Uint8Array> {
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

const named = (place: ImageRepository) =>
  ({
    what: `content of ${place.registry}/${place.repository}`,
    scopes: [pushes(place)],
  }) as const satisfies Partial<Wanted>;
