import { join } from 'node:path';
import { expect, it } from 'vitest';
import { goProject } from '../../support/go.ts';
import { startModuleProxy } from '../../support/module-proxy.ts';
import { scratchRepository } from '../../support/repository.ts';

const example = join(import.meta.dirname, '../../../action-examples/cloud-api-adaptor');
const runtime = 'github.com/kata-containers/kata-containers/src/runtime';

async function upstream() {
  const repo = await scratchRepository({ 'README.md': '' });
  const proxy = await startModuleProxy({
    repository: repo.scratch.origin,
    root: 'github.com/confidential-containers/cloud-api-adaptor',
    upstream: [join(import.meta.dirname, 'kata-containers')],
  });
  const user = await goProject({ proxy: proxy.url });
  return {
    go: user.go,
    [Symbol.asyncDispose]: async () => {
      for (const each of [user, proxy, repo]) await each[Symbol.asyncDispose]();
    },
  };
}

it.each([
  ['3.7.0', 'v0.0.0-20240717205640-6aff5f300a98'],
  ['3.8.0', 'v0.0.0-20240821155010-09a13da8ece6'],
  ['latest', 'v0.0.0-20240821155010-09a13da8ece6'],
])('the release %s of Kata is %s', async (release, version) => {
  await using world = await upstream();
  await world.go('get', `${runtime}@${release}`);
  expect(await world.go('list', '-m', '-f', '{{.Version}}', runtime)).toBe(version);
  expect(await world.go('mod', 'verify')).toBe('all modules verified');
});

it('a release of Kata that is not kept is not found', async () => {
  await using world = await upstream();
  await expect(world.go('get', `${runtime}@3.9.0`)).rejects.toThrow('/@v/3.9.0.info: 404 Not Found');
});

it('every module of the example is tidy, with sums of what stands in for Kata', async () => {
  await using world = await upstream();
  for (const module of ['cloud-providers', 'peerpod-ctrl', 'cloud-api-adaptor', 'csi-wrapper', 'webhook'])
    expect(await world.go('-C', join(example, 'src', module), 'mod', 'tidy', '-diff')).toBe('');
});
