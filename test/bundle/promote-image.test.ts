import { expect, it } from 'vitest';
import { startRegistry } from '../../src/embedded/registry/server.ts';
import { runBundle } from '../support/bundle.ts';
import { addImage } from '../support/registry.ts';
import { scratchRepository } from '../support/repository.ts';

it('promote-image as a process copies once, and proves it with mode: check', async () => {
  await using repo = await scratchRepository({ 'README.md': 'app' });
  await using staging = await startRegistry();
  await using production = await startRegistry();
  const { digest } = await addImage(staging, 'staging/app', { tag: 'v1' });
  const target = `${production.host}/org/app:v1`;
  const inputs = {
    via: 'copy',
    from: `${staging.host}/staging`,
    images: `app=v1@${digest}`,
    to: `${production.host}/org`,
  };
  const run = (mode: string) => runBundle('promote-image', repo, { inputs: { ...inputs, mode } });
  const before = await run('check');
  expect([before.exitCode, before.annotations.map(({ level }) => level)]).toEqual([1, ['error']]);
  const first = await run('apply');
  expect([first.exitCode, first.outputs['copied'], first.outputs['changed']]).toEqual([0, target, 'true']);
  expect(first.summary).toContain(digest.replace(':', '&#58;'));
  const second = await run('apply');
  expect([second.exitCode, second.outputs['skipped'], second.outputs['changed']]).toEqual([0, target, 'false']);
  expect((await run('check')).exitCode).toBe(0);
});
