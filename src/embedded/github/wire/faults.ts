import { createReadStream } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { setTimeout } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';

export type StoredFile = { readonly path: string; readonly size: number };

/** An answer as it is sent. */
export type WireAnswer = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** Sent instead of `body`. */
  readonly file?: StoredFile;
};

/**
 * What goes wrong with a request.
 * - `reset-before`: the connection is reset, and the request has no effect.
 * - `reset-during`: the connection is reset after half of an upload, and an incomplete asset stays. Other requests are
 *   reset as with `reset-before`.
 * - `reset-after`: the request has its effect. Then the connection is reset, and no answer is sent.
 * - `hang`: the request has no effect, and no answer is sent until the server closes.
 * - `truncated`: half of the body is sent, then the connection is closed.
 * - `malformed`: half of the body is sent as if it were the whole.
 * - `trickle`: the body is sent in small pieces.
 * - `stale`: a read gets the answer that it would have got before the last write.
 * - `expired-token`: the token is refused.
 * - A number: the answer is sent that many milliseconds later.
 * - An answer: it is sent, and the request has no effect.
 * - `during`: this answer is sent after half of an upload.
 * - `after`: the request has its effect, then this answer is sent.
 */
export type Fault =
  | 'reset-before'
  | 'reset-during'
  | 'reset-after'
  | 'hang'
  | 'truncated'
  | 'malformed'
  | 'trickle'
  | 'stale'
  | 'expired-token'
  | number
  | WireAnswer
  | { readonly after: WireAnswer }
  | { readonly during: WireAnswer };

/** The answer to a client that writes too fast. Without `retryAfter`, it does not say how long to wait. */
export const secondaryLimit = (status: 403 | 429, retryAfter?: number): WireAnswer => ({
  status,
  headers: {
    'content-type': 'application/json; charset=utf-8',
    ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
  },
  body: JSON.stringify({
    message:
      'You have exceeded a secondary rate limit. Please wait a few minutes before you try again. If you reach out to GitHub Support for help, please include the request ID.',
    documentation_url:
      'https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits',
  }),
});

/** GitHub compresses every JSON for a client that takes it so. */
export function compressed(answer: WireAnswer): WireAnswer {
  const { headers, body } = answer;
  if (body === undefined) return answer;
  return { ...answer, headers: { ...headers, 'content-encoding': 'gzip' }, body: gzipSync(body) };
}

/** Sends an answer, or the part of it that the fault leaves. */
export async function sendAnswer(
  response: ServerResponse,
  { status, headers = {}, body = '', file }: WireAnswer,
  fault?: Fault,
): Promise<void> {
  if (file !== undefined) return sendFile(response, { status, headers, file }, fault);
  const bytes = Buffer.from(body);
  const half = bytes.subarray(0, Math.floor(bytes.length / 2));
  if (typeof fault === 'number') await setTimeout(fault);
  if (fault === 'malformed') return void response.writeHead(status, headers).end(half);
  if (fault === 'truncated') {
    response.writeHead(status, { ...headers, 'content-length': String(bytes.length) });
    response.write(half, () => response.destroy());
    return;
  }
  response.writeHead(status, headers);
  if (fault === 'trickle') await trickle(response, bytes);
  else response.end(bytes.length === 0 ? undefined : bytes);
}

type FileAnswer = WireAnswer & { readonly file: StoredFile };

async function sendFile(response: ServerResponse, { status, headers, file }: FileAnswer, fault?: Fault): Promise<void> {
  const isHalf = fault === 'truncated' || fault === 'malformed';
  const length = isHalf ? Math.ceil(file.size / 2) : file.size;
  if (typeof fault === 'number') await setTimeout(fault);
  response.writeHead(status, { ...headers, 'content-length': String(fault === 'truncated' ? file.size : length) });
  const bytes = createReadStream(file.path, { end: length - 1 });
  await pipeline(bytes, response, { end: fault !== 'truncated' }).catch(unlessClientLeft);
  if (fault === 'truncated') response.destroy();
}

function unlessClientLeft(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
}

/** Whether a fault ends an upload halfway. */
export function breaksUpload(fault: Fault | undefined): boolean {
  return fault === 'reset-during' || (typeof fault === 'object' && 'during' in fault);
}

export function resetConnection(message: IncomingMessage): void {
  message.socket.resetAndDestroy();
}

async function trickle(response: ServerResponse, bytes: Buffer): Promise<void> {
  const pieces = 10;
  const size = Math.ceil(bytes.length / pieces);
  for (let at = 0; at < bytes.length && !response.destroyed; at += size) {
    response.write(bytes.subarray(at, at + size));
    await setTimeout(5);
  }
  response.end();
}
