import { ReleaseError } from '../../domain/error.ts';
import type { Host } from '../host.ts';
import type { Http } from '../http/http.ts';
import { timeLimit } from '../http/time-limit.ts';
import { repeated, Unanswered } from '../retry.ts';

type Context = { readonly host: Host; readonly http: Http };

const patience = 10 * 60_000;

/** The whole of a file. What is cut off is asked for again. */
export function download(url: string, longest: number, { host, http }: Context): Promise<Buffer> {
  return repeated(() => downloadOnce(url, longest, { host, http }), host);
}

async function downloadOnce(url: string, longest: number, { host, http }: Context): Promise<Buffer> {
  await http.load();
  const limit = timeLimit(patience, host);
  const unanswered = (what: string) => (cause: unknown) => {
    host.signal.throwIfAborted();
    if (cause instanceof ReleaseError) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Unanswered(`${url} ${limit.isOver() ? 'took too long' : `${what}: ${reason}`}`, { cause });
  };
  const headers = { 'user-agent': 'release-actions', 'accept-encoding': 'identity' };
  const answer = await http.fetch(url, { headers, signal: limit.signal }).catch(unanswered('did not answer'));
  if (answer.status === 408 || answer.status === 429 || answer.status >= 500)
    throw new Unanswered(`${url} answered ${answer.status}`);
  if (answer.status !== 200)
    throw new ReleaseError(`${url} answered ${answer.status}.`, {
      fix: 'Correct the input helm-version or helm-mirror: there is no such archive.',
    });
  return wholeBody(answer.body, url, longest).catch(unanswered('broke off'));
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
