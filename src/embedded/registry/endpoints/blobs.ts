import type { WireAnswer } from '../../wire/answer.ts';
import type { Call, Route } from '../core/call.ts';
import { type Content, partOf, sizeOf } from '../core/content.ts';
import { algorithmOf } from '../core/digest.ts';
import { Refused } from '../core/refused.ts';
import { repositoryOf } from './lists.ts';

const path = /^\/v2\/(?<name>.+)\/blobs\/(?<reference>[^/]+)$/;

export const blobRoutes: readonly Route[] = [
  { methods: ['GET', 'HEAD'], path, action: 'pull', reads: 'blob', answer: readBlob },
  { methods: ['DELETE'], path, action: 'delete', answer: deleteBlob },
];

function readBlob(call: Call): WireAnswer {
  const content = blobOf(call);
  const { record, reference } = call;
  const headers = {
    'content-type': 'application/octet-stream',
    'docker-content-digest': reference,
    'accept-ranges': 'bytes',
  };
  const size = sizeOf(content);
  if (record.method === 'HEAD') return { status: 200, headers: { ...headers, 'content-length': String(size) } };
  const range = rangeOf(record.headers.range, size);
  if (range === undefined) return withContent(200, content, headers);
  const { start, end } = range;
  if (start > end) return { status: 416, headers: { 'content-range': `bytes */${size}` } };
  const part = partOf(content, start, end - start + 1);
  return withContent(206, part, { ...headers, 'content-range': `bytes ${start}-${end}/${size}` });
}

function withContent(status: number, content: Content, headers: Readonly<Record<string, string>>): WireAnswer {
  const sized = { ...headers, 'content-length': String(sizeOf(content)) };
  return { status, headers: sized, ...(Buffer.isBuffer(content) ? { body: content } : { file: content }) };
}

/** The first and last byte that a request asks for; undefined if it wants all. */
function rangeOf(
  header: string | undefined,
  size: number,
): { readonly start: number; readonly end: number } | undefined {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (from === '' && to === '') return undefined;
  if (from === '') return { start: Math.max(0, size - Number(to)), end: size - 1 };
  return { start: Number(from), end: Math.min(size - 1, to === '' ? size - 1 : Number(to)) };
}

function deleteBlob(call: Call): WireAnswer {
  if (call.settings.deletes !== 'everything') throw new Refused('UNSUPPORTED');
  blobOf(call);
  repositoryOf(call).blobs.delete(call.reference);
  return { status: 202 };
}

function blobOf(call: Call): Content {
  const { reference: digest } = call;
  if (algorithmOf(digest) === undefined) throw new Refused('DIGEST_INVALID', { details: [{ digest }] });
  const found = repositoryOf(call).blobs.get(digest);
  if (found === undefined) throw new Refused('BLOB_UNKNOWN', { details: [{ digest }] });
  return found;
}
