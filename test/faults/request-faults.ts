import type { Ending, Forward, GatewayAnswer } from './gateway.ts';
import type { RequestMode } from './modes.ts';

export type FaultContext = {
  readonly forward: Forward;
  /** The answer to the same request in the run before. */
  readonly earlier: GatewayAnswer | undefined;
  /** What a registry answers to a request without its token. Undefined if the request is to another server. */
  readonly challenge?: (() => Promise<GatewayAnswer>) | undefined;
  /** Sends a signal to the action. */
  readonly end: (signal: 'SIGTERM' | 'SIGKILL') => Promise<void>;
};

const soon = ['retry-after', '1'];

/** How a request ends, by the mode of the fault. */
export const requestFaults: Readonly<Record<RequestMode, (context: FaultContext) => Promise<Ending>>> = {
  'reset-before': async () => 'reset',
  'reset-after': async ({ forward }) => {
    await forward();
    return 'reset';
  },
  '500': async () => errorAnswer(500, 'Internal Server Error'),
  '502-before': async () => errorAnswer(502, 'Bad Gateway'),
  '502-after': async ({ forward }) => {
    await forward();
    return errorAnswer(502, 'Bad Gateway');
  },
  // https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit
  'secondary-limit': async () =>
    errorAnswer(403, 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.', soon),
  '429': async () => errorAnswer(429, 'Too Many Requests', soon),
  truncated: async ({ forward }) => ({ ...(await forward()), flow: 'cut' }),
  malformed: async ({ forward }) => {
    await forward();
    return maintenancePage;
  },
  'wrong-type': async ({ forward }) => withJson(await forward(), (value) => (Array.isArray(value) ? {} : ['x'])),
  'missing-field': async ({ forward }) => withJson(await forward(), withoutFields),
  endless: async ({ forward }) => flowing(await forward(), 'endless'),
  trickle: async ({ forward }) => flowing(await forward(), 'trickle'),
  'time-out': async () => 'silence',
  'expired-token': async ({ challenge }) =>
    challenge?.() ?? errorAnswer(401, 'Bad credentials', ['www-authenticate', 'Basic realm="GitHub"']),
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

/** An answer without a body cannot flow. */
const flowing = (answer: GatewayAnswer, flow: NonNullable<GatewayAnswer['flow']>): GatewayAnswer =>
  answer.body.length === 0 ? answer : { ...answer, flow };

/** The answer with another JSON. An answer without a body stays as it is. */
function withJson(answer: GatewayAnswer, change: (value: unknown) => unknown): GatewayAnswer {
  if (answer.body.length === 0) return answer;
  return { ...answer, body: Buffer.from(JSON.stringify(change(jsonOf(answer.body)))) };
}

function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return body.toString('latin1'); // a file
  }
}

/** The same value, but every other field is missing, of the entries of a list as well. */
function withoutFields(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutFields);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter((_, index) => index % 2 === 1));
}

function errorAnswer(status: number, message: string, headers: readonly string[] = []): GatewayAnswer {
  const body = Buffer.from(`${JSON.stringify({ message })}\n`);
  return { status, headers: ['content-type', 'application/json; charset=utf-8', ...headers], body };
}

/** A page that a proxy may send instead of the answer. */
const maintenancePage: GatewayAnswer = {
  status: 200,
  headers: ['content-type', 'text/html'],
  body: Buffer.from('<!doctype html><title>We will be back soon</title>\n'),
};
