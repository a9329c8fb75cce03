import { ReleaseError } from '../../domain/error.ts';
import type { Host } from '../host.ts';
import { isPassing, Unanswered } from '../retry.ts';
import { proxies } from './proxy.ts';
import type { AgentFor } from './proxy.ts';
import type { Answer, Request } from './request.ts';
import { timeLimit } from './time-limit.ts';
import { wholeText } from './whole-body.ts';

type Transport = Pick<typeof import('./request.ts'), 'request'> & { readonly agentFor: AgentFor | undefined };

const patience = 60_000;

type Asking = {
  readonly headers?: Request['headers'];
  readonly milliseconds?: number;
  readonly deadline?: number | undefined;
};

/** The one way to servers over HTTP. The first request loads what it needs. */
export class Http {
  readonly #host: Host;
  #transport?: Promise<Transport>;
  constructor(host: Host) {
    this.#host = host;
  }

  /** Loads what a request needs, so that its time limit does not include that. Refuses settings of proxies that are wrong. */
  load(): Promise<Transport> {
    return (this.#transport ??= load(this.#host.env));
  }

  /** Sends one request, through a proxy if the runner has one. It has as much of `fetch` as Octokit uses. */
  async fetch(url: string, options: Request): Promise<Answer> {
    const { request, agentFor } = await this.load();
    return request(new URL(url), options, agentFor);
  }

  /**
   * Asks once for a definite answer. Throws `Unanswered` for everything else: no answer, half of one, a timeout, too many
   * requests, or a server's 5xx. A body longer than `longest` bytes is refused.
   */
  get(
    url: string,
    { longest, deadline }: { readonly longest: number; readonly deadline?: number },
  ): Promise<{ status: number; body: string }> {
    return this.once(url, { deadline }, (body) => wholeText(body, { url, longest }));
  }

  /** The same, for a body that is read in another way. */
  async once<T>(
    url: string,
    { headers, milliseconds = patience, deadline }: Asking,
    read: (body: Answer['body']) => Promise<T>,
  ): Promise<{ status: number; body: T }> {
    await this.load();
    const limit = timeLimit(milliseconds, this.#host, deadline);
    const unanswered = (what: string) => (cause: unknown) => {
      this.#host.signal.throwIfAborted();
      if (cause instanceof ReleaseError) throw cause;
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new Unanswered(`${url} ${limit.isOver() ? 'took too long' : `${what}: ${reason}`}`, { cause });
    };
    const sent = { headers: { 'user-agent': 'release-actions', ...headers }, signal: limit.signal };
    const answer = await this.fetch(url, sent).catch(unanswered('did not answer'));
    const { status } = answer;
    const body = await read(answer.body).catch(unanswered('broke off'));
    if (isPassing(status)) throw new Unanswered(`${url} answered ${status}`);
    return { status, body };
  }
}

async function load(env: Host['env']): Promise<Transport> {
  const [agentFor, { request }] = await Promise.all([proxies(env), import('./request.ts')]);
  return { request, agentFor };
}
