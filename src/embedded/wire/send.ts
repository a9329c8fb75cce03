import { createReadStream } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout } from 'node:timers/promises';
import type { StoredFile, WireAnswer } from './answer.ts';
import type { Fault } from './faults.ts';

type Sending = {
  readonly fault: Fault | undefined;
  /** Where the bytes of the body are counted. They count before the client has them. */
  readonly record: { sent: number };
};

/** Sends an answer, or what the fault makes of it. */
export async function sendAnswer(
  response: ServerResponse,
  answer: WireAnswer,
  { fault, record }: Sending,
): Promise<void> {
  if (typeof fault === 'number') await setTimeout(fault);
  const content = contentOf(answer);
  const length = sentLength(content.size, fault);
  const { 'content-length': told, ...headers } = answer.headers ?? {};
  const isEmpty = content.size === 0 && told === undefined && response.req.method !== 'HEAD' && answer.status !== 204;
  const announced = fault === 'endless' ? undefined : announcedLength(content.size, isEmpty ? '0' : told, fault);
  response.writeHead(answer.status, { ...headers, ...(announced !== undefined && { 'content-length': announced }) });
  if (content.size === 0 || response.req.method === 'HEAD') return void response.end();
  if (content.bytes !== undefined && (fault === undefined || typeof fault === 'number')) {
    record.sent += length;
    return void response.end(content.bytes); // a stream costs more than the rest of the request
  }
  const counted = async function* () {
    for await (const chunk of flow(content, length, fault)) {
      record.sent += chunk.length;
      yield chunk;
    }
  };
  await pipeline(Readable.from(counted()), response, { end: fault !== 'truncated' }).catch(unlessClientLeft);
  if (fault === 'truncated') response.destroy();
}

type Content = {
  readonly size: number;
  /** Undefined if they are in a file. */
  readonly bytes?: Buffer;
  /** The first bytes, in pieces of at most that size. */
  readonly read: (length: number, pieceSize: number) => AsyncIterable<Buffer> | Iterable<Buffer>;
};

function contentOf({ body = '', file }: WireAnswer): Content {
  if (file !== undefined) return { size: file.size, read: (length, pieceSize) => fileBytes(file, length, pieceSize) };
  const bytes = Buffer.from(body);
  return { size: bytes.length, bytes, read: (length, pieceSize) => pieces(bytes.subarray(0, length), pieceSize) };
}

function fileBytes({ path, start = 0 }: StoredFile, length: number, pieceSize: number): AsyncIterable<Buffer> {
  return createReadStream(path, { start, end: start + length - 1, highWaterMark: pieceSize });
}

function* pieces(bytes: Buffer, size: number): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

function sentLength(size: number, fault: Fault | undefined): number {
  if (fault === 'truncated' || fault === 'malformed') return Math.floor(size / 2);
  return fault === 'wrong-length' ? Math.max(0, size - 1) : size;
}

/** What the header says of the length of a body. The answer to a HEAD tells it without a body. */
function announcedLength(size: number, told: string | undefined, fault: Fault | undefined): string | undefined {
  if (size > 0) return String(fault === 'truncated' ? size : sentLength(size, fault));
  return told !== undefined && fault === 'wrong-length' ? String(Number(told) + 1) : told;
}

const largestPiece = 64 * 1024;

async function* flow(content: Content, length: number, fault: Fault | undefined): AsyncGenerator<Buffer> {
  if (length === 0) return;
  const pieceSize = fault === 'trickle' ? Math.ceil(length / 10) : largestPiece;
  let isFirst = true;
  for await (const piece of content.read(length, pieceSize)) {
    yield fault === 'corrupt' && isFirst ? withFirstByteChanged(piece) : piece;
    isFirst = false;
    if (fault === 'trickle') await setTimeout(5);
  }
  if (fault === 'endless') for (;;) yield Buffer.alloc(largestPiece, ' ');
}

function withFirstByteChanged(bytes: Buffer): Buffer {
  const changed = Buffer.from(bytes);
  changed[0] = (changed[0] ?? 0) ^ 1;
  return changed;
}

const afterClient = new Set(['ERR_STREAM_PREMATURE_CLOSE', 'ERR_STREAM_UNABLE_TO_PIPE', 'ECONNRESET']);

function unlessClientLeft(error: NodeJS.ErrnoException): void {
  if (!afterClient.has(error.code ?? '')) throw error;
}
