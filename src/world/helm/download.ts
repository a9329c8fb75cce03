import { ReleaseError } from '../../domain/error.ts';
import type { Host } from '../host.ts';
import type { Http } from '../http/http.ts';
import { repeated } from '../retry.ts';

type Context = { readonly host: Host; readonly http: Http };

const patience = 10 * 60_000;

/** The whole of a file. What is cut off is asked for again. */
export function download(url: string, longest: number, { host, http }: Context): Promise<Buffer> {
  return repeated(() => downloadOnce(url, longest, { host, http }), host);
}

async function downloadOnce(url: string, longest: number, { http }: Context): Promise<Buffer> {
  const asking = { headers: { 'accept-encoding': 'identity' }, milliseconds: patience };
  const { status, body } = await http.once(url, asking, (pieces) => wholeBody(pieces, url, longest));
  if (status === 200) return body;
  throw new ReleaseError(`${url} answered ${status}.`, {
    fix: 'Correct the input helm-version or helm-mirror: there is no such archive.',
  });
}

async function wholeBody(body: AsyncIterable<Uint8Array>, url: string, longest: number): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of body) {
    length += piece.length;
    if (length > longest)
      throw new ReleaseError(`${url} has more than ${longest} bytes, which is the limit here.`, {
        fix: `Find out what answers at ${new URL(url).origin}.`,
      });
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
