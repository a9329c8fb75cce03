type Answers<Looks extends readonly unknown[]> = { -readonly [Index in keyof Looks]: Awaited<Looks[Index]> };

/** Awaits reads that run in parallel. If one fails, its error is thrown after all have ended. */
export async function together<const Looks extends readonly unknown[]>(looks: Looks): Promise<Answers<Looks>> {
  const settled = await Promise.allSettled(looks);
  for (const result of settled) if (result.status === 'rejected') throw result.reason;
  return settled.map((result) => (result.status === 'fulfilled' ? result.value : undefined)) as Answers<Looks>; // none was rejected
}

const atOnce = 16;

/** Does the same work for many items, sixteen at a time. If one fails, its error is thrown after those in progress ended. */
export async function boundedly<Item, Made>(
  items: readonly Item[],
  work: (item: Item) => Promise<Made>,
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
