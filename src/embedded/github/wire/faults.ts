import { gzipSync } from 'node:zlib';
import type { WireAnswer } from '../../wire/answer.ts';
import type { Fault as WireFault } from '../../wire/faults.ts';

/** What goes wrong with a request. `stale`: a read gets the answer that it would have got before the last write. */
export type Fault = WireFault<'stale'>;

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
