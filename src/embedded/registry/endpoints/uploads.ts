import type { IncomingMessage } from 'node:http';
import type { WireAnswer } from '../../wire/answer.ts';
import { breaksUpload } from '../../wire/faults.ts';
import type { Need } from '../auth/accounts.ts';
import type { Call, Route } from '../core/call.ts';
import type { GrowingContent } from '../core/content.ts';
import type { Session } from '../core/contents.ts';
import { algorithmOf, isAlgorithm } from '../core/digest.ts';
import { Refused } from '../core/refused.ts';

const begin = /^\/v2\/(?<name>.+)\/blobs\/uploads\/?$/;
const path = /^\/v2\/(?<name>.+)\/blobs\/uploads\/(?<reference>[^/]+)$/;

export const uploadRoutes: readonly Route[] = [
  { methods: ['POST'], path: begin, action: 'push', needs: needsOfMount, answer: beginUpload },
  { methods: ['GET'], path, action: 'push', answer: (call) => progress(call, sessionOf(call), 204) },
  { methods: ['PATCH'], path, action: 'push', takesBlob: true, answer: (call) => inTurn(call, addChunk) },
  { methods: ['PUT'], path, action: 'push', takesBlob: true, answer: (call) => inTurn(call, endUpload) },
  { methods: ['DELETE'], path, action: 'push', answer: (call) => inTurn(call, cancel) },
];

/** A mount also reads the repository from which it takes the blob. */
function needsOfMount({ query }: Pick<Call, 'query'>): readonly Need[] {
  const from = query.get('from');
  return from === null || !query.has('mount') ? [] : [{ repository: from, action: 'pull' }];
}

async function beginUpload(call: Call): Promise<WireAnswer | undefined> {
  const { contents, settings, name, query } = call;
  const [mount, from] = [query.get('mount') ?? '', query.get('from') ?? ''];
  const blob = settings.mounts ? contents.repositories.get(from)?.blobs.get(mount) : undefined;
  if (blob !== undefined) {
    await contents.addBlob(name, mount, blob);
    return created(call, mount);
  }
  const algorithm = query.get('digest-algorithm');
  if (algorithm !== null && !isAlgorithm(algorithm)) throw new Refused('DIGEST_INVALID', { details: [{ algorithm }] });
  const session = contents.begin(name);
  if (query.has('digest') && settings.wholeInPost) return endUpload(call, session);
  const smallest = settings.smallestChunk > 0 ? { 'oci-chunk-min-length': String(settings.smallestChunk) } : {};
  return progress(call, session, 202, smallest);
}

async function addChunk(call: Call, session: Session): Promise<WireAnswer | undefined> {
  const { settings, record } = call;
  const { 'content-length': length = 0, 'content-range': range } = record.headers;
  const isSecond = settings.chunks === 'one' && session.content.size > 0;
  if (settings.chunks === 'none' || isSecond) throw new Refused('UNSUPPORTED');
  const isTooLarge = range !== undefined && Number(length) > settings.largestChunk;
  if (isTooLarge || !continues(range, session)) return outOfRange(call, session);
  return (await receive(call, session)) ? progress(call, session, 202) : undefined;
}

async function endUpload(call: Call, session: Session): Promise<WireAnswer | undefined> {
  const { contents, settings, name, query, record } = call;
  const digest = query.get('digest') ?? '';
  const algorithm = algorithmOf(digest);
  if (algorithm === undefined) throw new Refused('DIGEST_INVALID', { details: [{ digest }] });
  if (!continues(record.headers['content-range'], session)) return outOfRange(call, session);
  const size = session.content.size;
  if (!(await receive(call, session))) return undefined;
  if (!settings.bytesInPut && record.method === 'PUT' && session.content.size > size)
    return refuseContent(call, session, new Refused('BLOB_UPLOAD_INVALID'));
  const { digest: actual, content } = await session.content.finish(algorithm);
  if (actual !== digest) return refuseContent(call, session, new Refused('DIGEST_INVALID', { details: [{ digest }] }));
  contents.sessions.delete(session.id);
  await contents.addBlob(name, digest, content);
  return created(call, digest);
}

async function refuseContent({ contents }: Call, session: Session, refusal: Refused): Promise<never> {
  contents.sessions.delete(session.id);
  await session.content.discard();
  throw refusal;
}

async function cancel({ contents }: Call, session: Session): Promise<WireAnswer> {
  contents.sessions.delete(session.id);
  await session.content.discard();
  return { status: 204 };
}

/** Runs the requests to one upload one after the other: one that was cut may end after the next has begun. */
function inTurn<T>(call: Call, work: (call: Call, session: Session) => Promise<T>): Promise<T> {
  const session = sessionOf(call);
  const turn = session.turn.then(() => work(call, session));
  session.turn = turn.catch(() => undefined);
  return turn;
}

function sessionOf({ contents, name, reference, query }: Call): Session {
  const session = contents.sessions.get(reference);
  // Clients have to keep the query of the address that they were given.
  const isKnown = session !== undefined && session.repository === name && query.has('_state');
  if (!isKnown) throw new Refused('BLOB_UPLOAD_UNKNOWN', { details: [{ upload: reference }] });
  return session;
}

function continues(range: string | undefined, { content }: Session): boolean {
  if (range === undefined) return true;
  const [, start = ''] = /^(?:bytes )?(\d+)-\d+(?:\/.*)?$/.exec(range) ?? [];
  return start !== '' && Number(start) === content.size;
}

/** Receives the body. Returns whether all of it arrived. What arrived is kept in any case. */
async function receive({ message, record, fault }: Call, { content }: Session): Promise<boolean> {
  // Half of a stream whose length is not known is its first piece.
  const limit = breaksUpload(fault) ? Math.floor(Number(message.headers['content-length'] ?? Infinity) / 2) : Infinity;
  try {
    for await (const chunk of message.iterator({ destroyOnReturn: false })) {
      const kept = (chunk as Buffer).subarray(0, limit - record.bytes);
      await content.append(kept);
      record.bytes += kept.length;
      if (record.bytes >= limit || (limit === Infinity && breaksUpload(fault))) return false;
    }
  } catch (error) {
    if (message.complete) throw error;
    return false;
  }
  return !breaksUpload(fault) && hasWholeRange(message, record.bytes);
}

/** Whether as many bytes arrived as `Content-Range` says. */
function hasWholeRange({ headers }: IncomingMessage, bytes: number): boolean {
  const [, start, end] = /^(?:bytes )?(\d+)-(\d+)/.exec(headers['content-range'] ?? '') ?? [];
  if (start === undefined || Number(end) - Number(start) + 1 === bytes) return true;
  throw new Refused('SIZE_INVALID', { details: [{ range: headers['content-range'], bytes }] });
}

function progress(
  call: Call,
  session: Session,
  status: number,
  headers: Readonly<Record<string, string>> = {},
): WireAnswer {
  return { status, headers: { ...progressHeaders(call, session), ...headers } };
}

function outOfRange(call: Call, session: Session): never {
  throw new Refused('RANGE_INVALID', { headers: progressHeaders(call, session) });
}

function progressHeaders({ base, name }: Call, { id, content }: Session): Record<string, string> {
  return {
    location: `${base}/v2/${name}/blobs/uploads/${id}?_state=${content.size}`,
    range: `0-${lastByte(content)}`,
    'docker-upload-uuid': id,
  };
}

const lastByte = ({ size }: GrowingContent): number => Math.max(0, size - 1);

function created({ base, name }: Call, digest: string): WireAnswer {
  const headers = { location: `${base}/v2/${name}/blobs/${digest}`, 'docker-content-digest': digest };
  return { status: 201, headers };
}
