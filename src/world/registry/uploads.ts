import { referenceText, repositoryOf } from '../../domain/images/reference.ts';
import type { ImageRepository } from '../../domain/images/reference.ts';
import type { Host } from '../host.ts';
import { PiecesBody } from '../http/file-body.ts';
import { repeated, Unanswered } from '../retry.ts';
import type { Definite, Server, Wanted } from './server.ts';
import { VerifiedContent, WrongContent } from './verified-content.ts';
import type { Source } from './verified-content.ts';

/** Where content goes, with what may be done there. */
export type Target = {
  readonly server: Server;
  readonly place: ImageRepository;
  readonly scopes: readonly string[];
};

/** An upload that has begun: its address, which changes with every part, and how much of it has arrived. */
type Upload = { readonly address: string; readonly arrived: number };

/** How content can be sent. Each way is for registries that do not take the one before. */
const ways = ['whole', 'streamed', 'in chunks'] as const;
type Way = (typeof ways)[number];

const chunk = 4 * 1024 * 1024; // the most that ghcr.io takes: https://github.com/ocx-sh/ocx/pull/237
/** What a registry answers that does not take a way, or not so much at once. */
const otherWay = new Set([400, 404, 405, 411, 413, 415, 416]);

/** Begins an upload, and returns its address. https://github.com/opencontainers/distribution-spec/blob/main/spec.md#post-then-put */
export function beginUpload(target: Target): Promise<string> {
  const { server, place } = target;
  const wanted = { ...asking(target), method: 'POST', path: `${place.repository}/blobs/uploads/` } as const;
  return server.ask(wanted, async (answer) => {
    if (answer.status !== 202) throw await server.refusal(answer, wanted);
    return server.ownAddress(answer.headers.get('location'), answer.url, wanted.what);
  });
}

export const contentOf = (place: ImageRepository): string => `content of ${referenceText(repositoryOf(place))}`;

export const asking = ({ place, scopes }: Target): Pick<Wanted, 'what' | 'scopes'> => ({
  what: contentOf(place),
  scopes,
});

/** Sends content to registries, each in the first way that it takes. */
export class Uploads {
  readonly #host: Host;
  readonly #ways = new Map<string, Way>();
  constructor(host: Host) {
    this.#host = host;
  }

  /**
   * Sends content into the upload that `begin` begins. If the connection breaks off, it goes on where the registry is, or
   * begins again. Returns whether it was sent: `begin` may find out that this is not needed.
   */
  async send(target: Target, source: Source, begin: () => Promise<string | undefined>): Promise<boolean> {
    const content = new VerifiedContent(source);
    return repeated(async () => {
      for (;;) {
        const address = await begin();
        if (address === undefined) return false;
        const way = this.#ways.get(target.server.registry) ?? ways[0];
        const refused = await sendOne(target, { address, arrived: 0 }, { content, way });
        if (refused === undefined) return true;
        const next = ways[ways.indexOf(way) + 1];
        if (next === undefined || !otherWay.has(refused.status)) throw refused.refusal;
        this.#ways.set(target.server.registry, next);
      }
    }, this.#host);
  }
}

type Sending = { readonly content: VerifiedContent; readonly way: Way };
type Refused = { readonly status: number; readonly refusal: Error };

/** Sends all parts. If that fails, the registry is told to forget them. Returns what it refuses. */
async function sendOne(target: Target, begun: Upload, sending: Sending): Promise<Refused | undefined> {
  let upload = begun;
  try {
    for (;;) {
      const isLast = sending.way === 'whole' || upload.arrived === sending.content.size;
      const sent = await sendPart(target, upload, { ...sending, isLast });
      if ('refusal' in sent) {
        await forget(target, upload);
        return sent;
      }
      if (isLast && !sent.isCut) return undefined;
      upload = sent;
    }
  } catch (error) {
    await forget(target, upload);
    throw error;
  }
}

type Sent = Upload & { readonly isCut?: boolean };

/** Sends one part. If the connection breaks off, the registry is asked how much has arrived. */
async function sendPart(
  target: Target,
  upload: Upload,
  { content, way, isLast }: Sending & { readonly isLast: boolean },
): Promise<Sent | Refused> {
  const { server } = target;
  const { address, arrived: from } = upload;
  const to = way === 'in chunks' ? Math.min(from + chunk, content.size) : content.size;
  const isRange = from < to && (from > 0 || way === 'in chunks');
  const wanted: Wanted = {
    ...asking(target),
    method: isLast ? 'PUT' : 'PATCH',
    path: isLast ? `${address}${address.includes('?') ? '&' : '?'}digest=${content.digest}` : address,
    headers: {
      'content-type': 'application/octet-stream',
      ...(isRange && { 'content-range': `${from}-${to - 1}` }),
    },
    body: from === to ? new Uint8Array() : new PiecesBody({ size: to - from, pieces: () => content.part(from, to) }),
  };
  try {
    return await server.ask(wanted, async (answer) => {
      // What was sent before the connection broke off may still have been on its way.
      if (answer.status === 416 && from > 0)
        throw new Unanswered(`${server.registry} has more than ${from} bytes of ${content.digest}`);
      if (answer.status !== (isLast ? 201 : 202))
        return { status: answer.status, refusal: await server.refusal(answer, wanted) };
      return { address: isLast ? address : locationOf(answer, target), arrived: to };
    });
  } catch (error) {
    if (!(error instanceof Unanswered) || error instanceof WrongContent) throw error;
    const there = await progress(target, upload).catch(() => undefined);
    if (there === undefined || there.arrived <= from || there.arrived > to) throw error;
    return { ...there, isCut: true };
  }
}

/** How much of an upload has arrived; undefined if the registry does not know it any more. */
function progress(target: Target, { address }: Upload): Promise<Upload | undefined> {
  return target.server.ask({ ...asking(target), method: 'GET', path: address }, async (answer) => {
    const [, last] = /^(?:bytes=)?0-(\d+)$/.exec(answer.headers.get('range') ?? '') ?? [];
    if (answer.status !== 204 || last === undefined) return undefined;
    return { address: locationOf(answer, target), arrived: Number(last) + 1 };
  });
}

const locationOf = (answer: Definite, target: Target) =>
  target.server.ownAddress(answer.headers.get('location'), answer.url, asking(target).what);

/** Registries forget uploads by themselves, too, but later. */
async function forget(target: Target, { address }: Upload): Promise<void> {
  await target.server.ask({ ...asking(target), method: 'DELETE', path: address }, async () => {}).catch(() => {});
}
