import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { runWorkflow } from '../support/act.ts';
import { type ScratchRepository, scratchRepository } from '../support/repository.ts';
import { tool } from '../support/tool.ts';

const token = 'the-token-of-the-job';
const fixtures = join(import.meta.dirname, '../fixtures/IBM__openstack-vim-driver/1.0.0');
const paths = ['osvimdriver/pkg_info.json', 'helm/os-vim-driver/Chart.yaml', 'helm/os-vim-driver/values.yaml'];

beforeAll(() => tool('act'));

/** A driver with its three version files, as they really are. */
async function driver(): Promise<ScratchRepository> {
  const texts = await Promise.all(
    paths.map(async (path) => [path, await readFile(join(fixtures, path), 'utf8')] as const),
  );
  return scratchRepository(Object.fromEntries(texts), { server: { tokens: [{ token, contents: 'write' }] } });
}

const versions = (version: string, chart: string) => `
      - uses: org/release-actions/set-values@v1
        with:
          mode: \${{ inputs.mode }}
          values: |
            osvimdriver/pkg_info.json: { version: ${version} }
            helm/os-vim-driver/Chart.yaml: { version: ${chart}, appVersion: ${chart} }
            helm/os-vim-driver/values.yaml: { docker.version: ${version} }`;

const commit = (message: string) => `
      - uses: org/release-actions/commit-changes@v1
        with: { message: '${message}', mode: '\${{ inputs.mode }}' }`;

const steps = [
  versions('1.1.0', '1.1.0'),
  commit('Release 1.1.0'),
  `
      - uses: org/release-actions/push-tag@v1
        id: tag
        with: { tag: 1.1.0, mode: '\${{ inputs.mode }}' }`,
  versions('1.2.0.dev0', '1.2.0-dev.0'),
  commit('Next development version'),
];

const workflow = (some: readonly string[]) => `
on: { workflow_dispatch: { inputs: { mode: { default: apply } } } }
permissions: { contents: write }
jobs:
  release:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v6${some.join('')}
      - run: echo "$(git log --format=%s | tr '\\n' ';') dirty:$(git status --porcelain)."
`;

type Run = { readonly mode?: 'apply' | 'local'; readonly sha?: string; readonly until?: number };

/** A run as it is dispatched, or run again: then it begins at the commit of the first time. */
async function release(repository: ScratchRepository, { mode = 'apply', sha, until = steps.length }: Run = {}) {
  const { jobs, log } = await runWorkflow({
    workflow: workflow(steps.slice(0, until)),
    event: 'workflow_dispatch',
    payload: { ref: 'refs/heads/main', inputs: { mode } },
    repository,
    token,
    ...(sha !== undefined && { env: { SHA_REF: sha } }),
  });
  expect({ jobs, log }).toMatchObject({ jobs: { release: 'success' } });
  return log;
}

/** What origin holds, in words. */
async function world(repository: ScratchRepository) {
  const git = (...args: string[]) => repository.git('--git-dir', repository.site.origin, ...args);
  const refs = [...(await repository.remoteRefs()).keys()];
  const at = async (ref: string) => {
    const shown = await Promise.all(paths.map((path) => git('show', `${ref}:${path}`)));
    return shown.join('\n').match(/(?<=[vV]ersion"?: "?)[\w.-]+/g);
  };
  return {
    refs: refs.filter((ref) => !ref.endsWith('^{}')),
    subjects: (await git('log', '--format=%s', 'main')).split('\n'),
    tagged: refs.includes('refs/tags/1.1.0') ? await at('1.1.0') : undefined,
    main: await at('main'),
    diff: (await git('log', '-2', '--format=', '--numstat', 'main')).split('\n').filter((line) => line !== ''),
  };
}

const released = {
  refs: ['HEAD', 'refs/heads/main', 'refs/tags/1.1.0'],
  subjects: ['Next development version', 'Release 1.1.0', 'Initial commit'],
  tagged: expect.arrayContaining(['1.1.0']),
  main: expect.arrayContaining(['1.2.0.dev0', '1.2.0-dev.0']),
  diff: expect.arrayContaining(['2\t2\thelm/os-vim-driver/Chart.yaml', '1\t1\tosvimdriver/pkg_info.json']),
};

describe('a driver is released, and goes on with its next development version', () => {
  it('in one job, whose second run changes nothing', async () => {
    await using repository = await driver();
    const sha = await repository.head();
    await release(repository);
    const first = await world(repository);
    expect(first).toMatchObject(released);
    expect(first.tagged).not.toContain('1.2.0.dev0');
    const refs = await repository.remoteRefs();
    await release(repository, { sha });
    expect(await repository.remoteRefs()).toEqual(refs);
  });

  it('in a rehearsal, which leaves nothing behind and may be repeated', async () => {
    await using repository = await driver();
    const refs = await repository.remoteRefs();
    for (const _ of [1, 2]) {
      const log = await release(repository, { mode: 'local' });
      expect(log).toContain('Next development version;Release 1.1.0;Initial commit; dirty:.');
      expect(await repository.remoteRefs()).toEqual(refs);
    }
  });

  it.each([1, 2, 3, 4])('when it was killed after step %i and runs again', async (until) => {
    await using repository = await driver();
    const sha = await repository.head();
    await release(repository, { until });
    await release(repository, { sha });
    expect(await world(repository)).toMatchObject(released);
  });
});
