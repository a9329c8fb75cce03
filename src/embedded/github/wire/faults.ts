import { createReadStream } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { setTimeout } from 'node:timers/promises';

export type StoredFile = { readonly path: string; readonly size: number };

/** What goes over the wire. */
export type WireAnswer = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Sent instead of `body`. */
  readonly file?: StoredFile;
};

/**
 * `reset-before`: the connection is reset, and nothing happened. `reset-during`: it is reset when half of an upload has
 * arrived, of which an incomplete asset stays; anything else is reset before its effect. `reset-after`: it happened, and
 * the connection is reset instead of an answer. `hang`: nothing happens, and nothing is answered until the server closes.
 * `truncated`: the body ends halfway, and so does the connection. `malformed`: half of the body, as if it were whole.
 * `trickle`: the body comes in small pieces. `stale`: a read is answered as the world was before the last write.
 * `expired-token`: the token is refused. A number: the answer is that many milliseconds late. An answer: sent instead,
 * without any effect; `during`: sent instead, after half of an upload was taken; `after`: sent instead, after the effect.
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

/** GitHub's answer to somebody who writes too fast; by the second a client has to guess how long to wait. */
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

/** Sends an answer, or as much of it as the fault lets through. */
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

/** Whether an upload ends halfway. */
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
