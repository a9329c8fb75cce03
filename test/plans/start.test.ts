import { expect, it } from 'vitest';
import { startAt } from '../../src/plans/start.ts';
import { World } from '../../src/world/world.ts';
import { hostOf } from '../support/host.ts';
import { scratchRepository } from '../support/repository.ts';

it('no workflow starts for a remote that is on another server', async () => {
  await using repo = await scratchRepository();
  await using world = new World(hostOf({ workspace: repo.folder, env: repo.environment }));
  const where = { remote: 'origin', direction: 'push' } as const;
  const start = { where, workflow: 'release.yml', tag: 'v1.0.0', commit: await repo.head(), isThere: false };
  await expect(startAt({ ...start, madeAt: undefined }, world)).rejects.toMatchObject({
    message: 'The remote origin is not on https://github.com, where release.yml would run.',
    fix: 'Leave the input start out.',
  });
});
