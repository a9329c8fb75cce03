import { setTimeout as sleep } from 'node:timers/promises';
import { ReleaseError } from '../domain/error.ts';
import type { Host } from './host.ts';

/** A read got no usable answer for a reason that may pass: a connection reset, a timeout, a 5xx status. */
export class Unanswered extends Error {
  override readonly name = 'Unanswered';
  /** How many seconds the server wants to be left alone. */
  readonly after: number;
  constructor(message: string, { after = 0, ...options }: ErrorOptions & { readonly after?: number } = {}) {
    super(message, options);
    this.after = after;
  }
}

/** Whether a status is no definite answer: it may pass. */
export const isPassing = (status: number): boolean => status === 408 || status === 429 || status >= 500;

const attempts = 4;

/**
 * Repeats a read while it gets no answer: at most four attempts, with growing and jittered pauses. After the deadline, the
 * caller gets the last `Unanswered`.
 */
export async function repeated<T>(look: () => Promise<T>, host: Host, deadline = Infinity): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await look();
    } catch (error) {
      if (!(error instanceof Unanswered) || Date.now() >= deadline) throw error;
      if (attempt === attempts) {
        throw new ReleaseError(`${error.message} (tried ${attempts} times)`, {
          fix: 'Run it again when the server answers again. What is already done is not repeated.',
          cause: error.cause,
        });
      }
      host.progress(`${error.message}; trying again`);
      await rest(error.after, host, deadline);
      await pause(attempt, host, deadline);
    }
  }
}

/** Waits about 1, 2, 4, then at most 8 seconds. The time is random, so that two runs do not collide again. */
export async function pause(attempt: number, host: Host, deadline = Infinity): Promise<void> {
  await rest(Math.min(2 ** (attempt - 1), 8) * (0.5 + Math.random()), host, deadline);
}

/** Waits as long as a server wants. */
export const pauseFor = (seconds: number, host: Host): Promise<void> => rest(seconds, host, Infinity);

async function rest(seconds: number, { pace, signal }: Host, deadline: number): Promise<void> {
  await sleep(Math.min(seconds * 1000 * pace, Math.max(deadline - Date.now(), 1)), undefined, { signal });
}
