import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { performWorkflow } from '../support/engine.ts';
import { jobToken, personalToken, scratchGitHub, type ScratchGitHub } from '../support/github.ts';
import { merge, onMain } from '../support/merge.ts';

const fixtures = join(import.meta.dirname, '../fixtures/IBM__openstack-vim-driver/1.0.0');
const files = {
  info: 'osvimdriver/pkg_info.json',
  chart: 'helm/os-vim-driver/Chart.yaml',
  values: 'helm/os-vim-driver/values.yaml',
  changelog: 'CHANGELOG.md',
};

/** A driver with its version files and changelog as they really are, and what was done since its last release. */
async function driver(): Promise<ScratchGitHub> {
  const texts = Object.values(files).map(async (path) => [path, await readFile(join(fixtures, path), 'utf8')] as const);
  const repository = await scratchGitHub(Object.fromEntries(await Promise.all(texts)));
  await repository.pushTag('1.0.0');
  await repository.ask('POST …/labels', { token: personalToken.token, body: { name: 'enhancement', color: 'a2eeef' } });
  await merge(repository, 'Read stacks faster', { labels: ['enhancement'] });
  await onMain(repository);
  return repository;
}

const versions = (version: string, chart: string) => `
      - uses: org/release-actions/set-values@v1
        with:
          mode: \${{ inputs.mode }}
          values: |
            ${files.info}: { version: ${version} }
            ${files.chart}: { version: ${chart}, appVersion: ${chart} }
            ${files.values}: { docker.version: ${version} }`;

const commit = (message: string) => `
      - uses: org/release-actions/commit-changes@v1
        with: { message: '${message}', mode: '\${{ inputs.mode }}' }`;

const steps = [
  versions('1.1.0', '1.1.0'),
  `
      - uses: org/release-actions/update-changelog@v1
        with: { version: 1.1.0, date: 2026-01-02, mode: '\${{ inputs.mode }}' }`,
  commit('Release 1.1.0'),
  `
      - uses: org/release-actions/push-tag@v1
        with: { tag: 1.1.0, mode: '\${{ inputs.mode }}' }`,
  `
      - uses: org/release-actions/gh-release@v1
        with: { tag: 1.1.0, notes: 'changelog: CHANGELOG.md', mode: '\${{ inputs.mode }}' }`,
  versions('1.2.0.dev0', '1.2.0-dev.0'),
  commit('Next development version'),
];

const workflow = (some: readonly string[]) => `
on: { workflow_dispatch: { inputs: { mode: { default: apply } } } }
permissions: { contents: write, issues: read, pull-requests: read }
jobs:
  release:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v6${some.join('')}
      - run: echo "$(git log -2 --format=%s | tr '\\n' ';') dirty:$(git status --porcelain)."
`;

type Run = { readonly mode?: 'apply' | 'local'; readonly sha?: string; readonly until?: number };

/** A run as it is dispatched, or run again: then it begins at the commit of the first time. */
async function release(repository: ScratchGitHub, { mode = 'apply', sha, until = steps.length }: Run = {}) {
  const { jobs, log } = await performWorkflow({
    workflow: workflow(steps.slice(0, until)),
    event: 'workflow_dispatch',
    payload: { ref: 'refs/heads/main', inputs: { mode } },
    repository,
    token: jobToken.token,
    env: { GITHUB_API_URL: repository.github.url },
    ...(sha !== undefined && { commit: sha }),
  });
  expect({ jobs, log }).toMatchObject({ jobs: { release: 'success' } });
  return log;
}

/** What origin and GitHub hold, in words. */
async function world(repository: ScratchGitHub) {
  const git = (...args: string[]) => repository.git('--git-dir', repository.scratch.origin, ...args);
  const at = async (ref: string) => {
    const read = async (path: string) => parse(await git('show', `${ref}:${path}`)) as Record<string, unknown>;
    const [info, chart, values] = [await read(files.info), await read(files.chart), await read(files.values)];
    return [info['version'], chart['version'], chart['appVersion'], (values['docker'] as { version: string }).version];
  };
  const releases = (await repository.ask('GET …/releases', { token: personalToken.token })).body;
  return {
    refs: [...(await repository.remoteRefs()).keys()].filter((ref) => /^refs\/(heads\/main|tags\/.*[^}])$/.test(ref)),
    subjects: (await git('log', '--first-parent', '-3', '--format=%s', 'main')).split('\n'),
    tagged: await at('1.1.0').catch(() => undefined),
    main: await at('main'),
    changelog: (await git('diff', '1.0.0', 'main', '--', files.changelog))
      .split('\n')
      .filter((line) => /^[-+] *\S/.test(line)),
    releases: (releases as { tag_name: string; body: string }[]).map((one) => `${one.tag_name}: ${one.body}`),
  };
}

const page = /http:\/\/127\.0\.0\.1:\d+\/org\/project/g;

const released = {
  refs: ['refs/heads/main', 'refs/tags/1.0.0', 'refs/tags/1.1.0'],
  subjects: ['Next development version', 'Release 1.1.0', 'Merge pull request #1 from org/Read-stacks-faster'],
  tagged: ['1.1.0', '1.1.0', '1.1.0', '1.1.0'],
  main: ['1.2.0.dev0', '1.2.0-dev.0', '1.2.0-dev.0', '1.2.0.dev0'],
};

// Each release is eight steps with processes.
describe('a driver is released, and goes on with its next development version', { timeout: 120_000 }, () => {
  it('in one job, whose second run changes nothing', async () => {
    await using repository = await driver();
    const sha = await repository.head();
    await release(repository);
    const first = await world(repository);
    expect(first).toMatchObject(released);
    const [said = '', ...others] = first.releases.map((text) => text.replaceAll(page, '…'));
    expect(others).toEqual([]);
    expect(said).toMatch(
      /^1\.1\.0: \[Full Changelog\]\(…\/compare\/1\.0\.0\.\.\.1\.1\.0\)\n\n\*\*Implemented enhancements:\*\*/,
    );
    expect(said).toContain('- Read stacks faster [\\#1](…/pull/1)');
    expect(first.changelog.map((line) => line.replaceAll(page, '…'))).toContain(
      '+## [1.1.0](…/tree/1.1.0) (2026-01-02)',
    );
    expect(first.changelog.filter((line) => /^-(?!--)/.test(line))).toEqual([]);
    const refs = await repository.remoteRefs();
    await release(repository, { sha });
    expect(await repository.remoteRefs()).toEqual(refs);
    expect(await world(repository)).toEqual(first);
  });

  it('in a rehearsal, which leaves nothing behind and may be repeated', async () => {
    await using repository = await driver();
    const before = await world(repository);
    for (const _ of [1, 2]) {
      const log = await release(repository, { mode: 'local' });
      expect(log).toContain('Next development version;Release 1.1.0; dirty:.');
      expect(await world(repository)).toEqual(before);
    }
  });

  it(
    'in as many runs as it has steps, each of which was killed after one step more',
    { tags: 'exhaustive' },
    async () => {
      await using repository = await driver();
      const sha = await repository.head();
      for (let until = 2; until < steps.length; until++) await release(repository, { sha, until });
      await release(repository, { sha });
      expect(await world(repository)).toMatchObject(released);
    },
  );
});
