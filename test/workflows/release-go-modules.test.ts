import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CallingRepository } from '../support/calling-repository.ts';
import { drawnBy } from '../support/drawn.ts';
import { type ModuleProxyServer, startModuleProxy } from '../support/module-proxy.ts';

const patience = 120_000;
const root = 'example.com/org/project';

const caller = (proxy: string) => `
on:
  workflow_dispatch: { inputs: { tag: { required: true }, mode: { default: apply } } }
permissions: {}
jobs:
  release:
    permissions: { contents: write }
    uses: org/release-actions/.github/workflows/release-go-modules.yml@v1
    with:
      tag: \${{ inputs.tag }}
      versions: 'VERSION: {tag}'
      proxy: ${proxy}
      mode: \${{ inputs.mode }}
`;

const files = (version: string) => ({
  VERSION: `${version}\n`,
  'go.mod': `module ${root}\n\ngo 1.24\n`,
  'main.go': 'package project\n',
  'src/webhook/go.mod': `module ${root}/src/webhook\n\ngo 1.24\n`,
  'src/webhook/main.go': 'package webhook\n',
});

let calling: CallingRepository;
let proxy: ModuleProxyServer;

beforeAll(async () => {
  calling = await CallingRepository.open('release-go-modules.yml', async ({ repository }) => {
    proxy = await startModuleProxy({ repository: repository.scratch.origin, root, upstream: [] });
    return caller(proxy.url);
  });
  await calling.repository.commit('Version 0.8.0', { ...files('v0.8.0'), ...calling.file });
  await calling.repository.push();
}, 600_000);

afterAll(async () => {
  await calling[Symbol.asyncDispose]();
  await proxy[Symbol.asyncDispose]();
});

const tags = async () => {
  const refs = [...(await calling.repository.remoteRefs()).keys()];
  return refs.flatMap((ref) => (ref.endsWith('^{}') ? [] : (/^refs\/tags\/(.+)$/.exec(ref)?.[1] ?? [])));
};

describe('release-go-modules.yml', () => {
  it.each(['local', 'dry-run'])(
    'shows the release with mode: %s, and writes nothing',
    async (mode) => {
      const before = await calling.world();
      const { jobs, log } = await calling.dispatched({ tag: 'v0.8.0', mode });
      expect({ jobs, log }).toMatchObject({ jobs: { publish: 'success', serve: 'skipped' } });
      expect(await calling.world()).toEqual(before);
    },
    patience,
  );

  it(
    'tags all modules and the release, and publishes, also when the publication failed at first',
    async () => {
      const { repository } = calling;
      repository.github.fault = ({ method, path }) =>
        method === 'POST' && path.endsWith('/releases') ? { status: 403 } : undefined;
      const failed = await calling.dispatched({ tag: 'v0.8.0', mode: 'apply' });
      expect(failed.jobs).toMatchObject({ check: 'success', publish: 'failure' });
      expect(await tags()).toEqual(['src/webhook/v0.8.0', 'v0.8.0']);

      repository.github.fault = undefined;
      const again = { jobs: ['publish', 'serve'], after: failed };
      const released = await calling.dispatched({ tag: 'v0.8.0', mode: 'apply' }, again);
      const { jobs, outputs, log } = released;
      expect({ jobs, log }).toMatchObject({ jobs: { publish: 'success', serve: 'success', release: 'success' } });
      expect(await tags()).toEqual(['src/webhook/v0.8.0', 'v0.8.0']);
      expect((await calling.releases()).map(({ tag_name, draft }) => [tag_name, draft])).toEqual([['v0.8.0', false]]);
      expect(outputs['release']).toMatchObject({
        tag: 'v0.8.0',
        version: '0.8.0',
        'is-latest': 'true',
        tags: 'v0.8.0\nsrc/webhook/v0.8.0',
        url: `${repository.github.git.url}/org/project/releases/tag/v0.8.0`,
        starts: 'false',
      });
      expect(drawnBy(released)).toMatch(
        /stream0\["release"\]\ntag0\("Tag v0\.8\.0<br>released"\)[^]*stream1\["module"\]\ntag1\("Tag src\/webhook\/v0\.8\.0"\)/,
      );
      const sha = (await repository.head()).slice(0, 12);
      expect(await calling.verified('v0.8.0')).toEqual([
        expect.stringMatching(`^✓ tag v0.8.0 on origin: .*at ${sha}$`),
        `✓ commit ${sha}: on main`,
        `✓ tag v0.8.0: version 0.8.0, at ${sha}`,
        '✓ Check that all files have the version of the tag: set-values, FILE',
        `✓ module tag v0.8.0: at ${sha}`,
        `✓ module tag src/webhook/v0.8.0: at ${sha}`,
        '✓ release v0.8.0: published, with its title',
        '– notes of the release (FILE): not verified, because GitHub generated them, and would generate others today',
      ]);
    },
    patience,
  );

  it(
    'compares the release with its commit, and writes nothing',
    async () => {
      const before = await calling.world();
      const { jobs, log } = await calling.dispatched({ tag: 'v0.8.0', mode: 'check' });
      expect({ jobs, log }).toMatchObject({ jobs: { publish: 'success', serve: 'success' } });
      expect(await calling.world()).toEqual(before);
    },
    patience,
  );

  it(
    'stops before anything is tagged if a file or a module disagrees',
    async () => {
      const before = await calling.world();
      const other = await calling.dispatched({ tag: 'v0.9.0', mode: 'apply' });
      expect(other.jobs).toMatchObject({ check: 'failure', publish: 'skipped' });
      expect(other.log).toContain('VERSION:1 has v0.8.0, not v0.9.0.');
      expect(await calling.world()).toEqual(before);

      await calling.repository.commit('Version 0.9.0', {
        ...files('v0.9.0'),
        'src/webhook/go.mod': 'module example.com/elsewhere\n',
      });
      await calling.repository.push();
      const misplaced = await calling.dispatched({ tag: 'v0.9.0', mode: 'apply' });
      expect(misplaced.jobs).toMatchObject({ check: 'failure', publish: 'skipped' });
      expect(misplaced.log).toContain('src/webhook/go.mod');
      expect(await tags()).toEqual(['src/webhook/v0.8.0', 'v0.8.0']);
    },
    patience,
  );
});
