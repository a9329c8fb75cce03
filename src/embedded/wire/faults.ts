import type { WireAnswer } from './answer.ts';

/**
 * What goes wrong with a request, on every embedded server of an API.
 * - `reset-before`: the connection is reset, and the request has no effect.
 * - `reset-during`: the connection is reset after half of an upload, and what arrived stays. Other requests are reset as
 *   with `reset-before`.
 * - `reset-after`: the request has its effect. Then the connection is reset, and no answer is sent.
 * - `hang`: the request has no effect, and no answer is sent until the server closes.
 * - `truncated`: half of the body is sent, then the connection is closed.
 * - `malformed`: half of the body is sent as if it were the whole.
 * - `corrupt`: the first byte of the body is another one.
 * - `wrong-length`: the last byte of the body is left out, and `Content-Length` agrees with that. The answer to a HEAD
 *   tells one byte more than there are.
 * - `trickle`: the body is sent in small pieces.
 * - `endless`: spaces follow the body for ever.
 * - `expired-token`: the token is refused.
 * - A number: the answer is sent that many milliseconds later.
 * - An answer: it is sent, and the request has no effect.
 * - `during`: this answer is sent after half of an upload.
 * - `after`: the request has its effect, then this answer is sent.
 */
export type Fault<Special extends string = never> =
  | 'reset-before'
  | 'reset-during'
  | 'reset-after'
  | 'hang'
  | 'truncated'
  | 'malformed'
  | 'corrupt'
  | 'wrong-length'
  | 'trickle'
  | 'endless'
  | 'expired-token'
  | Special
  | number
  | WireAnswer
  | { readonly after: WireAnswer }
  | { readonly during: WireAnswer };

type AnyFault = Fault<string> | undefined;

/** Whether a fault ends an upload halfway. */
export function breaksUpload(fault: AnyFault): boolean {
  return fault === 'reset-during' || (typeof fault === 'object' && 'during' in fault);
}

/** Whether a fault is an answer instead of the effect. */
export function replacesAnswer(fault: AnyFault): fault is WireAnswer {
  return typeof fault === 'object' && 'status' in fault;
}

/** The answer that a fault sends after the request had its effect. */
export function laterAnswer(fault: AnyFault): WireAnswer | undefined {
  if (typeof fault !== 'object' || 'status' in fault) return undefined;
  return 'after' in fault ? fault.after : fault.during;
}

/** A page that a proxy may send instead of an answer. */
export const maintenancePage: WireAnswer = {
  status: 200,
  headers: { 'content-type': 'text/html' },
  body: '<!doctype html><title>We will be back soon</title>\n',
};
