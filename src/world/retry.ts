import { setTimeout as sleep } from 'node:timers/promises';
import { ReleaseError } from '../domain/error.ts';
import type { Host } from './host.ts';

/** A look failed in a way that may pass: a reset, a time-out, a server's 5xx. */
export class Unanswered extends Error {
  override readonly name = 'Unanswered';
}

const attempts = 4;

/** For what is safe to repeat: four attempts, with growing and jittered pauses, as long as there was no answer. */
export async function repeated<T>(look: () => Promise<T>, host: Host): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await look();
    } catch (error) {
      if (!(error instanceof Unanswered)) throw error;
      if (attempt === attempts) {
        throw new ReleaseError(`${error.message} (asked ${attempts} times)`, {
          fix: 'Run it again when the server is back: what is done is left alone.',
          cause: error.cause,
        });
      }
      host.progress(`${error.message}; trying again`);
      await pause(attempt, host);
    }
  }
}

/** About one second, two, four … eight at most, never the same twice: runs that collided must not collide again. */
export async function pause(attempt: number, { pace, signal }: Host): Promise<void> {
  const seconds = Math.min(2 ** (attempt - 1), 8) * (0.5 + Math.random());
  await sleep(seconds * 1000 * pace, undefined, { signal });
}
