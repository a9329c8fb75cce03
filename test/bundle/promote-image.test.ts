import { describe, expect, it } from 'vitest';
import { startRegistry } from '../../src/embedded/registry/server.ts';
import { runBundle } from '../support/bundle.ts';
import { annToken, fork, keeperToken, listAt, merge, pullsOf } from '../support/list-proposals.ts';
import { addApp, addChart, inputsOf, list as listPath, promotionWorld } from '../support/promotion-world.ts';
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

describe('promote-image as a process', () => {
  const commit = '5'.repeat(40);

  it('makes one pull request for an image and its chart, which are released at the same moment', async () => {
    await using world = await promotionWorld();
    const { staging, project } = world;
    const image = await addApp(staging, 'staging/app', { tag: 'v1.1.0' });
    const chart = await addChart(staging, 'staging/charts/app', '1.1.0');
    const run = (images: string, tag: string, ref: string) =>
      runBundle('promote-image', project, {
        inputs: inputsOf(world, { images, tag }),
        env: { GITHUB_REF: `refs/tags/${ref}`, GITHUB_SHA: commit, RELEASE_ACTIONS_PACE: '0.1' },
      });
    const ends = await Promise.all([run('app', 'v1.1.0', 'v1.1.0'), run('charts/app', '1.1.0', 'chart/1.1.0')]);
    expect(ends.map(({ exitCode, outputs }) => [exitCode, outputs['pull-request-number']])).toEqual([
      [0, '1'],
      [0, '1'],
    ]);
    const [pull, other] = await pullsOf(project, 'all');
    expect(other).toBeUndefined();
    expect(pull.title).toMatch(/^Image promotion for staging (?:v1\.1\.0 \/ 1\.1\.0|1\.1\.0 \/ v1\.1\.0)$/);
    const list = await listAt(project, pull.head.ref, fork, listPath);
    for (const { digest } of [image, chart]) {
      expect(list).toContain(`"${digest}"`);
      expect(pull.body).toContain(digest);
    }
  });

  it('names what the token lacks before it writes, and a fork of something else', async () => {
    const token = { ...annToken, scopes: ['public_repo'] };
    await using world = await promotionWorld({ github: { tokens: [token, keeperToken] } });
    const { staging, project } = world;
    await addApp(staging, 'staging/app', { tag: 'v1.1.0' });
    await project.commit('later', { '.github/workflows/poc.yml': 'on: pull_request\n' });
    await project.push();
    const env = { GITHUB_REF: 'refs/tags/v1.1.0', GITHUB_SHA: commit };
    const run = (more = {}) => runBundle('promote-image', project, { inputs: inputsOf(world, more), env });
    const behind = await run();
    expect([behind.exitCode, behind.annotations[0]?.message.split('.\n')[0]]).toEqual([
      1,
      'Missing: the scope workflow of the token',
    ]);
    expect(behind.summary).toContain('/settings/tokens/new?scopes=public&#95;repo,workflow');
    const unrelated = await run({ fork: 'ben/k8s.io' });
    expect([unrelated.exitCode, unrelated.annotations[0]?.message.split('\n')[0]]).toEqual([
      1,
      'GitHub finds no repository ben/k8s.io, or the token may not see it.',
    ]);
    expect(await pullsOf(project, 'all')).toEqual([]);
  });
});
