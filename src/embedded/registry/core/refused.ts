import type { WireAnswer } from '../../wire/answer.ts';

/** https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#error-codes, and `RANGE_INVALID` of distribution. */
const codes = {
  BLOB_UNKNOWN: { status: 404, message: 'blob unknown to registry' },
  BLOB_UPLOAD_INVALID: { status: 400, message: 'blob upload invalid' },
  BLOB_UPLOAD_UNKNOWN: { status: 404, message: 'blob upload unknown to registry' },
  DENIED: { status: 403, message: 'requested access to the resource is denied' },
  DIGEST_INVALID: { status: 400, message: 'provided digest did not match uploaded content' },
  MANIFEST_BLOB_UNKNOWN: { status: 400, message: 'manifest references a manifest or blob unknown to registry' },
  MANIFEST_INVALID: { status: 400, message: 'manifest invalid' },
  MANIFEST_UNKNOWN: { status: 404, message: 'manifest unknown to registry' },
  NAME_UNKNOWN: { status: 404, message: 'repository name not known to registry' },
  RANGE_INVALID: { status: 416, message: 'invalid content range' },
  SIZE_INVALID: { status: 400, message: 'provided length did not match content length' },
  TOOMANYREQUESTS: { status: 429, message: 'too many requests' },
  UNAUTHORIZED: { status: 401, message: 'authentication required' },
  UNSUPPORTED: { status: 405, message: 'The operation is unsupported.' },
} as const;

type Code = keyof typeof codes;

type RefusalOptions = {
  /** Only if it is not the usual one of the code. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** One error is sent for each. */
  readonly details?: readonly unknown[];
};

/** A refusal with a body as registries send it. */
export class Refused extends Error {
  readonly answer: WireAnswer;

  constructor(code: Code, { status = codes[code].status, headers = {}, details = [undefined] }: RefusalOptions = {}) {
    super(codes[code].message);
    const errors = details.map((detail) => ({ code, message: codes[code].message, detail }));
    this.answer = { status, headers: { ...json, ...headers }, body: `${JSON.stringify({ errors })}\n` };
  }
}

/** The answer to a path that no registry has. */
export const pageNotFound: WireAnswer = {
  status: 404,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body: '404 page not found\n',
};

/** The answer to a client that asks too often. Without `retryAfter`, it does not say how many seconds to wait. */
export function tooManyRequests(retryAfter?: number): WireAnswer {
  const headers = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
  return new Refused('TOOMANYREQUESTS', { headers }).answer;
}

export const json = { 'content-type': 'application/json' };
