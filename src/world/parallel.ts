type Answers<Looks extends readonly unknown[]> = { -readonly [Index in keyof Looks]: Awaited<Looks[Index]> };

/** Awaits looks that run side by side; throws the first failure only when none is in flight any more. */
export async function together<const Looks extends readonly unknown[]>(looks: Looks): Promise<Answers<Looks>> {
  const settled = await Promise.allSettled(looks);
  for (const result of settled) if (result.status === 'rejected') throw result.reason;
  return settled.map((result) => (result.status === 'fulfilled' ? result.value : undefined)) as Answers<Looks>; // none was rejected
}
