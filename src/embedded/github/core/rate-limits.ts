import { Refused } from './answer.ts';
import type { Access } from './tokens.ts';

export type Rate = {
  readonly limit: number;
  readonly used: number;
  readonly remaining: number;
  readonly reset: number;
};

/** Counts the requests of each token. The hour begins when the server starts, and never begins again. */
export class RateLimits {
  readonly #limit: number;
  readonly #used = new Map<string, number>();
  readonly #reset = Math.floor(Date.now() / 1000) + 3600;

  constructor(limit = 5000) {
    this.#limit = limit;
  }

  of(access: Access): Rate {
    const used = this.#used.get(access?.token ?? '') ?? 0;
    return { limit: this.#limit, used, remaining: Math.max(0, this.#limit - used), reset: this.#reset };
  }

  /** Counts one request, and refuses it if there were too many. */
  count(access: Access): void {
    const { used, limit } = this.of(access);
    this.#used.set(access?.token ?? '', used + 1);
    if (used < limit) return;
    throw new Refused(403, `API rate limit exceeded for ${access?.login ?? '127.0.0.1'}.`, {
      documentation_url: 'https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api',
    });
  }

  headers(access: Access): Record<string, string> {
    const { limit, used, remaining, reset } = this.of(access);
    return {
      'x-ratelimit-limit': String(limit),
      'x-ratelimit-used': String(used),
      'x-ratelimit-remaining': String(remaining),
      'x-ratelimit-reset': String(reset),
      'x-ratelimit-resource': 'core',
    };
  }
}
