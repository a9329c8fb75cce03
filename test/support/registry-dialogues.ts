import { hash } from 'node:crypto';
import { ask, codesIn, sha256, types } from './registry.ts';

const blob = 'some bytes of a layer';
const digest = sha256(blob);
const unknown = sha256('unknown');
const config = { mediaType: types.config, digest, size: blob.length };
const image = { schemaVersion: 2, mediaType: types.image, config, layers: [] };
const referrer = { ...image, artifactType: 'x/sbom', subject: { mediaType: types.image, digest: unknown, size: 1 } };

/** A request; `*` stands for the address that the answer before it gave. */
type Step = readonly [request: string, body?: string | undefined, headers?: Readonly<Record<string, string>>];

const uploads = '/v2/org/app/blobs/uploads/';
const pushed: readonly Step[] = [[`POST ${uploads}`], [`PUT *&digest=${digest}`, blob]];
const put = (reference: string, manifest: unknown, contentType: string = types.image): Step => [
  `PUT /v2/org/app/manifests/${reference}`,
  typeof manifest === 'string' ? manifest : JSON.stringify(manifest),
  { 'content-type': contentType },
];
const chunk = (from: number, to: number) => ({ 'content-range': `${from}-${to}` });
const accepting = (accept: string) => ({ accept });
const ofImage = sha256(JSON.stringify(image));

const octets = { 'content-type': 'application/octet-stream' };

/** Requests to an empty registry, one after the other. */
export const dialogues: Readonly<Record<string, readonly Step[]>> = {
  'is this a registry': [['GET /v2/']],
  'an upload in two requests': [...pushed, [`GET /v2/org/app/blobs/${digest}`], [`HEAD /v2/org/app/blobs/${digest}`]],
  'an upload in chunks': [
    [`POST ${uploads}`],
    ['PATCH *', blob.slice(0, 8), chunk(0, 7)],
    ['GET *'],
    ['PATCH *', blob.slice(8), chunk(8, 20)],
    [`PUT *&digest=${digest}`],
  ],
  'a chunk out of order': [[`POST ${uploads}`], ['PATCH *', blob.slice(8), chunk(8, 20)]],
  'an upload of other bytes': [[`POST ${uploads}`], [`PUT *&digest=${unknown}`, blob]],
  'an upload with a digest of another form': [[`POST ${uploads}`], ['PUT *&digest=sha256:abc', blob]],
  'a mount': [...pushed, [`POST /v2/org/other/blobs/uploads/?mount=${digest}&from=org/app`]],
  'a mount of what is not there': [...pushed, [`POST /v2/org/other/blobs/uploads/?mount=${unknown}&from=org/app`]],
  'an upload that is cancelled': [[`POST ${uploads}`], ['DELETE *'], ['GET *']],
  'a range': [...pushed, [`GET /v2/org/app/blobs/${digest}`, undefined, { range: 'bytes=5-9' }]],
  'a range behind the end': [...pushed, [`GET /v2/org/app/blobs/${digest}`, undefined, { range: 'bytes=21-' }]],
  'a blob that is not there': [...pushed, [`GET /v2/org/app/blobs/${unknown}`], [`HEAD /v2/org/app/blobs/${unknown}`]],
  'a manifest by tag': [
    ...pushed,
    put('v1', image),
    ['GET /v2/org/app/manifests/v1', undefined, accepting(types.image)],
    ['HEAD /v2/org/app/manifests/v1', undefined, accepting(types.image)],
    [`GET /v2/org/app/manifests/${ofImage}`, undefined, accepting(types.image)],
  ],
  'a manifest by digest': [...pushed, put(ofImage, image), put(unknown, image)],
  'a manifest that is not there': [
    ...pushed,
    put('v1', image),
    ['GET /v2/org/app/manifests/v2'],
    ['GET /v2/org/app/manifests/sha256:abc'],
  ],
  'a manifest that lacks a layer': [...pushed, put('v1', { ...image, layers: [{ ...config, digest: unknown }] })],
  'a manifest that is no JSON': [...pushed, put('v1', '{')],
  'a manifest of another kind': [...pushed, put('v1', image, types.index)],
  'an index': [
    ...pushed,
    put(ofImage, image),
    put(
      'v1',
      {
        schemaVersion: 2,
        mediaType: types.index,
        manifests: [{ mediaType: types.image, digest: ofImage, size: JSON.stringify(image).length }],
      },
      types.index,
    ),
  ],
  'a manifest before its subject': [...pushed, put('v1', referrer)],
  'lists of tags': [
    ...pushed,
    put('b', image),
    put('a', image),
    put('C', image),
    ['GET /v2/org/app/tags/list'],
    ['GET /v2/org/app/tags/list?n=2'],
    ['GET /v2/org/app/tags/list?n=2&last=a'],
    ['GET /v2/org/app/tags/list?n=0'],
    ['GET /v2/org/none/tags/list'],
  ],
  referrers: [
    ...pushed,
    put('v1', referrer),
    [`GET /v2/org/app/referrers/${unknown}`],
    [`GET /v2/org/app/referrers/${digest}`],
    [`GET /v2/org/app/referrers/${unknown}?artifactType=x/other`],
  ],
  'deleting a tag': [
    ...pushed,
    put('v1', image),
    put('v2', image),
    ['DELETE /v2/org/app/manifests/v1'],
    ['GET /v2/org/app/tags/list'],
    ['DELETE /v2/org/app/manifests/v1'],
  ],
  'deleting a manifest': [
    ...pushed,
    put('v1', image),
    [`DELETE /v2/org/app/manifests/${ofImage}`],
    ['GET /v2/org/app/tags/list'],
    [`HEAD /v2/org/app/manifests/${ofImage}`],
  ],
  'deleting a blob': [
    ...pushed,
    [`DELETE /v2/org/app/blobs/${digest}`],
    [`HEAD /v2/org/app/blobs/${digest}`],
    [`DELETE /v2/org/app/blobs/${unknown}`],
  ],
  'a name that is none': [['GET /v2/Org/App/tags/list']],
  'one request for a whole upload': [[`POST ${uploads}?digest=${digest}`, blob]],
  sha512: [[`POST ${uploads}?digest-algorithm=sha512`], [`PUT *&digest=sha512:${hash('sha512', blob)}`, blob]],
};

/** What clients rely on in an answer. */
export type Heard = {
  readonly request: string;
  /** Undefined if the connection was closed instead. */
  readonly status?: number;
  /** The codes of a refusal. */
  readonly codes?: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
  /** The content of a list. */
  readonly list?: unknown;
};

/** The answers to a dialogue. */
export async function heard(url: string, steps: readonly Step[]): Promise<readonly Heard[]> {
  const answers: Heard[] = [];
  let address = '';
  for (const [request, body, headers] of steps) {
    const reply = await ask({ url }, request.replace('*', address), {
      ...(body !== undefined && { body }),
      // Some close the connection after a refusal, without saying so.
      headers: { connection: 'close', ...(body !== undefined && octets), ...headers },
    }).catch(() => undefined);
    if (reply === undefined) {
      answers.push({ request });
      continue;
    }
    const location = reply.headers.get('location');
    if (location !== null) address = new URL(location, url).href;
    if (!address.includes('?')) address += '?';
    const { status, headers: sent, text } = reply;
    const isList = /\/(?:tags\/list|referrers\/)/.test(request);
    if (status >= 400) answers.push({ request, status, codes: codesIn(text) });
    else answers.push({ request, status, headers: toldIn(sent, isList), ...(isList && { list: JSON.parse(text) }) });
  }
  return answers;
}

const toldOf = [
  'content-length',
  'content-range',
  'content-type',
  'docker-content-digest',
  'oci-filters-applied',
  'oci-subject',
  'range',
];

/** How long a list is depends on how it is written. */
function toldIn(headers: Headers, isList: boolean): Readonly<Record<string, string>> {
  const names = toldOf.filter((name) => headers.has(name) && !(isList && name === 'content-length'));
  return Object.fromEntries(names.map((name) => [name, headers.get(name) ?? '']));
}
