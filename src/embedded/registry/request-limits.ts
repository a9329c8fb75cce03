import type { WireAnswer } from '../wire/answer.ts';
import { tooManyRequests } from './core/refused.ts';
import type { RequestLimit } from './settings.ts';

/** Counts requests, and refuses those that are too many. */
export class RequestLimits {
  #running = 0;
  #times: number[] = [];

  async within(limit: RequestLimit, work: () => Promise<WireAnswer | undefined>): Promise<WireAnswer | undefined> {
    const { atOnce = Infinity, perSecond = Infinity, retryAfter } = limit;
    if (this.#running >= atOnce || !this.#isInTime(perSecond)) return tooManyRequests(retryAfter);
    this.#running++;
    try {
      return await work();
    } finally {
      this.#running--;
    }
  }

  /** Whether there were fewer requests in the last second. */
  #isInTime(perSecond: number): boolean {
    if (perSecond === Infinity) return true;
    const now = Date.now();
    this.#times = this.#times.filter((time) => time > now - 1000);
    if (this.#times.length >= perSecond) return false;
    this.#times.push(now);
    return true;
  }
}
