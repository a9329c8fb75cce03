import { refuseAll, ReleaseError } from '../domain/error.ts';

type Answers<Looks extends readonly unknown[]> = { -readonly [Index in keyof Looks]: Awaited<Looks[Index]> };

/** Awaits reads that run in parallel. When all have ended, throws what failed: all refusals at once, or the first bug. */
export async function together<const Looks extends readonly unknown[]>(looks: Looks): Promise<Answers<Looks>> {
  const settled = await Promise.allSettled(looks);
  const errors: readonly unknown[] = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  const refusals = errors.filter((error) => error instanceof ReleaseError);
  if (refusals.length < errors.length) throw errors.find((error) => !(error instanceof ReleaseError));
  refuseAll('Several things are wrong.', refusals);
  return settled.map((result) => (result.status === 'fulfilled' ? result.value : undefined)) as Answers<Looks>; // none was rejected
}

/** The result of a look, or the refusal that it ended with. */
export async function orRefusal<T>(look: Promise<T>): Promise<T | ReleaseError> {
  try {
    return await look;
  } catch (error) {
    if (error instanceof ReleaseError) return error;
    throw error;
  }
}

/** Does the same work for many items, some at a time. If one fails, its error is thrown after those in progress ended. */
export async function boundedly<Item, Made>(
  items: readonly Item[],
  work: (item: Item) => Promise<Made>,
  atOnce = 20,
): Promise<readonly Made[]> {
  const made: Made[] = [];
  const queue = items.entries();
  let isFailed = false;
  const worker = async () => {
    for (const [index, item] of queue) {
      if (isFailed) return;
      try {
        made[index] = await work(item);
      } catch (error) {
        isFailed = true;
        throw error;
      }
    }
  };
  await together(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  return made;
}
