import type { Answer, Ending, Forward } from './gateway.ts';
import type { RequestMode } from './modes.ts';

export type Situation = {
  readonly forward: Forward;
  /** What the server answered to the same request in the run before. */
  readonly earlier: Answer | undefined;
  /** Sends a signal to the action. */
  readonly end: (signal: 'SIGTERM' | 'SIGKILL') => Promise<void>;
};

const soon = ['retry-after', '1'];

/** What becomes of a request, by the mode in which it is disturbed. */
export const requestFaults: Readonly<Record<RequestMode, (situation: Situation) => Promise<Ending>>> = {
  'reset-before': async () => 'reset',
  'reset-after': async ({ forward }) => {
    await forward();
    return 'reset';
  },
  '500': async () => said(500, 'Internal Server Error'),
  '502-before': async () => said(502, 'Bad Gateway'),
  '502-after': async ({ forward }) => {
    await forward();
    return said(502, 'Bad Gateway');
  },
  // https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit
  'secondary-limit': async () =>
    said(403, 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.', soon),
  '429': async () => said(429, 'Too Many Requests', soon),
  truncated: async ({ forward }) => ({ ...(await forward()), isCut: true }),
  malformed: async ({ forward }) => {
    await forward();
    return page;
  },
  'time-out': async () => 'silence',
  'expired-token': async () => said(401, 'Bad credentials', ['www-authenticate', 'Basic realm="GitHub"']),
  'stale-read': async ({ forward, earlier }) => earlier ?? (await forward()),
  sigterm: async ({ end }) => {
    await end('SIGTERM');
    return 'silence';
  },
  'kill-before': async ({ end }) => {
    await end('SIGKILL');
    return 'reset';
  },
  'kill-after': async ({ forward, end }) => {
    await forward();
    await end('SIGKILL');
    return 'reset';
  },
};

function said(status: number, message: string, headers: readonly string[] = []): Answer {
  const body = Buffer.from(`${JSON.stringify({ message })}\n`);
  return { status, headers: ['content-type', 'application/json; charset=utf-8', ...headers], body };
}

/** What a proxy or a page of maintenance puts in the place of an answer. */
const page: Answer = {
  status: 200,
  headers: ['content-type', 'text/html'],
  body: Buffer.from('<!doctype html><title>We will be back soon</title>\n'),
};
