type Answers<Looks extends readonly unknown[]> = { -readonly [Index in keyof Looks]: Awaited<Looks[Index]> };

/** Awaits looks that run side by side; throws the first failure only when none is in flight any more. */
export async function together<const Looks extends readonly unknown[]>(looks: Looks): Promise<Answers<Looks>> {
  const settled = await Promise.allSettled(looks);
  for (const result of settled) if (result.status === 'rejected') throw result.reason;
  return settled.map((result) => (result.status === 'fulfilled' ? result.value : undefined)) as Answers<Looks>; // none was rejected
}

const atOnce = 16;

/** Does the same for many things, sixteen at a time; throws the first failure only when none is in flight any more. */
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
