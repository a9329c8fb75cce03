import { expect, it } from 'vitest';
import { startRegistry } from '../../src/embedded/registry/server.ts';
import { runBundle } from '../support/bundle.ts';
import { merge } from '../support/list-proposals.ts';
import { addApp, inputsOf, promotionWorld } from '../support/promotion-world.ts';
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

it('promote-image as a process proposes an image for a list, and says with mode: check what is pending', async () => {
  await using world = await promotionWorld();
  const { staging, project, places } = world;
  const { digest } = await addApp(staging, 'staging/app', { tag: 'v1.1.0' });
  const env = { GITHUB_REF: 'refs/tags/v1.1.0', GITHUB_SHA: '5'.repeat(40) };
  const run = (mode: string) => runBundle('promote-image', project, { inputs: inputsOf(world, { mode }), env });
  const first = await run('apply');
  expect([first.exitCode, first.outputs['pull-request-number'], first.outputs['changed']]).toEqual([0, '1', 'true']);
  expect(first.summary).toContain(digest.replace(':', '&#58;'));
  expect((await run('apply')).outputs['changed']).toBe('false');
  await merge(project, 1);
  const check = await run('check');
  expect([check.exitCode, check.annotations.map(({ message }) => message.split('.\n')[0])]).toEqual([
    1,
    [`Pending: ${places[0]}/app:v1.1.0`, `Pending: app:v1.1.0 at ${places[1]} and ${places[2]}`],
  ]);
});
