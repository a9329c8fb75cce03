import type { Host } from '../host.ts';

/** Ends a request in which nothing has moved for a while. The content of an image may take as long as it needs. */
export type StallLimit = Disposable & {
  readonly signal: AbortSignal;
  /** Something has moved. */
  readonly touch: () => void;
};

const patience = 60_000;
const shortest = 500; // also in tests, whose pace is fast

export function stallLimit({ pace, signal }: Host): StallLimit {
  const stalled = new AbortController();
  const seconds = Math.max(patience * pace, shortest);
  const timer = setTimeout(() => stalled.abort(new Error(`nothing moved for ${seconds / 1000} seconds`)), seconds);
  return {
    signal: AbortSignal.any([signal, stalled.signal]),
    touch: () => void timer.refresh(),
    [Symbol.dispose]: () => clearTimeout(timer),
  };
}
