import { ReleaseError } from '../../domain/error.ts';
import type { Host } from '../host.ts';
import { Unanswered } from '../retry.ts';
import { proxies } from './proxy.ts';
import type { AgentFor } from './proxy.ts';
import type { Answer, Request } from './request.ts';
import { timeLimit } from './time-limit.ts';

const patience = 60_000;

/** The one way to servers over HTTP. What it needs is loaded by the first request. */
export class Http {
  readonly #host: Host;
  #agentFor?: Promise<AgentFor | undefined>;
  constructor(host: Host) {
    this.#host = host;
  }

  /** Asks once, through a proxy where the runner was told of one. It has as much of `fetch` as Octokit uses. */
  async fetch(url: string, options: Request): Promise<Answer> {
    this.#agentFor ??= proxies(this.#host.env);
    const [agentFor, { request }] = await Promise.all([this.#agentFor, import('./request.ts')]);
    return request(new URL(url), options, agentFor);
  }

  /**
   * Asks once, and answers what was definitely said. Throws `Unanswered` for everything else: no answer, half of one, too
   * slow a one, too many requests, or a server's 5xx. A body longer than `longest` bytes is refused.
   */
  async get(url: string, { longest }: { readonly longest: number }): Promise<{ status: number; body: string }> {
    const limit = timeLimit(patience, this.#host);
    const unanswered = (what: string) => (cause: unknown) => {
      this.#host.signal.throwIfAborted();
      if (cause instanceof ReleaseError) throw cause;
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new Unanswered(`${url} ${limit.isOver() ? 'took too long' : `${what}: ${reason}`}`, { cause });
    };
    const headers = { 'user-agent': 'release-actions' };
    const answer = await this.fetch(url, { headers, signal: limit.signal }).catch(unanswered('did not answer'));
    const { status } = answer;
    const body = await bounded(answer, { url, longest }).catch(unanswered('broke off'));
    if (status === 408 || status === 429 || status >= 500) throw new Unanswered(`${url} answered ${status}`);
    return { status, body };
  }
}

async function bounded({ body }: Answer, { url, longest }: { url: string; longest: number }): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > longest)
      throw new ReleaseError(`${url} is longer than ${longest / 1024 / 1024} MiB, which is the limit here.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
