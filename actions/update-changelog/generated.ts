import { lookAtRelease } from '../../src/plans/changelogs/release.ts';
import type { AskedRelease } from '../../src/plans/changelogs/release.ts';
import { lookAtWork } from '../../src/plans/changelogs/work.ts';
import type { World } from '../../src/world/world.ts';

/** A section that is generated from what was merged and closed. */
export async function generated(asked: AskedRelease, world: Pick<World, 'event' | 'git' | 'github'>) {
  const release = await lookAtRelease(asked, world);
  const work = await lookAtWork(release, world);
  return { ...release, items: work.items, notes: [...release.notes, ...work.notes] };
}
