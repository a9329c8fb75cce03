import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { performWorkflow } from '../support/engine.ts';
import { dist } from '../support/bundle.ts';
import { publishedTree } from '../support/published.ts';
import { type ScratchRepository, scratchRepository } from '../support/repository.ts';

const token = 'the-token-of-the-job';

const served = (): Promise<ScratchRepository> =>
  scratchRepository({ 'README.md': '# Project\n' }, { server: { tokens: [{ token, contents: 'write' }] } });

/** The first job of a release, and one for each stream. */
const guard = `
on:
  push: { tags: ['v[0-9]+.[0-9]+.[0-9]+*', 'chart/*'] }
  workflow_dispatch: { inputs: { tag: { required: true } } }
permissions: { contents: read }
jobs:
  guard:
    runs-on: ubuntu-latest
    outputs:
      stream: \${{ steps.tag.outputs.stream }}
      version: \${{ steps.tag.outputs.version }}
      tags-at-commit: \${{ steps.tag.outputs.tags-at-commit }}
      message: \${{ steps.tag.outputs.message }}
    steps:
      - uses: actions/checkout@v6
        with: { ref: '\${{ inputs.tag || github.ref }}', persist-credentials: false }
      - uses: org/release-actions/parse-tag@v1
        id: tag
        with: { tag: '\${{ inputs.tag }}' }
  image:
    needs: guard
    if: needs.guard.outputs.stream == 'image'
    runs-on: ubuntu-latest
    steps: [{ run: 'true' }]
  chart:
    needs: guard
    if: needs.guard.outputs.stream == 'chart'
    runs-on: ubuntu-latest
    steps: [{ run: 'true' }]
`;

describe('parse-tag as the first job of a release', () => {
  it('sends a pushed chart tag to the job of charts, also beside an image tag on the same commit', async () => {
    await using repository = await served();
    await repository.pushTag('v0.1.0', { annotated: 'The image\n' });
    await repository.pushTag('chart/0.1.0', { annotated: 'The chart\n\n::set-output name=stream::image\n' });
    const run = await performWorkflow({
      workflow: guard,
      event: 'push',
      payload: { ref: 'refs/tags/chart/0.1.0' },
      repository,
      token,
    });
    expect(run.jobs).toEqual({ guard: 'success', image: 'skipped', chart: 'success' });
    expect(run.outputs['guard']).toEqual({
      stream: 'chart',
      version: '0.1.0',
      'tags-at-commit': 'chart/0.1.0\nv0.1.0',
      message: 'The chart\n\n::set-output name=stream::image',
    });
    expect(run.steps['guard/tag']?.summary).toContain('### Parse tag');
  });

  it('takes the tag that a dispatch passes', async () => {
    await using repository = await served();
    await repository.pushTag('v0.1.0', { annotated: 'The image\n' });
    await repository.commit('Later');
    await repository.push();
    const payload = { ref: 'refs/heads/main', inputs: { tag: 'v0.1.0' } };
    const run = await performWorkflow({ workflow: guard, event: 'workflow_dispatch', payload, repository, token });
    expect(run.jobs).toEqual({ guard: 'success', image: 'success', chart: 'skipped' });
    expect(run.steps['guard/tag']?.outputs).toMatchObject({ tag: 'v0.1.0', exists: 'true', annotated: 'true' });
  });

  it('asks for a checkout where there is none', async () => {
    await using repository = await served();
    await repository.pushTag('v0.1.0');
    const payload = { ref: 'refs/tags/v0.1.0' };
    const hasty = guard.replace(/ +- uses: actions\/checkout.*\n.*\n/, '');
    const run = await performWorkflow({ workflow: hasty, event: 'push', payload, repository, token });
    expect(run.jobs['guard']).toBe('failure');
    expect(run.steps['guard/tag']?.annotations.join()).toContain('Put actions/checkout before this step');
  });

  it('stops everything after a tag of no stream', async () => {
    await using repository = await served();
    await repository.pushTag('v1.0', { annotated: 'Two numbers\n' });
    const run = await performWorkflow({
      workflow: guard,
      event: 'push',
      payload: { ref: 'refs/tags/v1.0' },
      repository,
      token,
    });
    expect(run.exitCode).toBe(1);
    expect(run.jobs).toEqual({ guard: 'failure', image: 'skipped', chart: 'skipped' });
    expect(run.steps['guard/tag']?.annotations.join()).toContain('Tag "v1.0" belongs to no stream');
  });
});

describe('a published release', () => {
  it('is what a workflow runs', async () => {
    await using product = await publishedTree();
    await using repository = await served();
    await repository.pushTag('v0.1.0', { annotated: 'The first\n' });
    const events = [
      { event: 'push', payload: { ref: 'refs/tags/v0.1.0' } },
      { event: 'workflow_dispatch', payload: { inputs: { tag: 'v0.1.0' } } },
    ];
    for (const { event, payload } of events) {
      const run = await performWorkflow({
        workflow: guard,
        event,
        payload,
        repository,
        releaseTree: product.tree,
        token,
      });
      expect(run.outputs['guard']).toMatchObject({ stream: 'image', version: '0.1.0', message: 'The first' });
    }
  });

  it('runs out of the sources as well, for those who follow main', async () => {
    await using repository = await served();
    await repository.pushTag('v0.1.0', { annotated: 'The first\n' });
    const main = join(repository.scratch.root, 'main');
    for (const folder of ['actions', 'dist'])
      await cp(join(dist, '..', folder), join(main, folder), { recursive: true });
    const run = await performWorkflow({
      workflow: guard.replace('org/release-actions/parse-tag@v1', 'org/release-actions/actions/parse-tag@v1'),
      event: 'push',
      payload: { ref: 'refs/tags/v0.1.0' },
      repository,
      releaseTree: main,
      token,
    });
    expect(run.outputs['guard']).toMatchObject({ stream: 'image', version: '0.1.0' });
  });
});

describe('push-tag in a workflow', () => {
  const workflow = `
on: { workflow_dispatch: { inputs: { mode: { required: true } } } }
permissions: { contents: write }
jobs:
  tag:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v6
      - uses: org/release-actions/push-tag@v1
        id: push
        with: { tag: v1.0.0, message: "The first\\n\\n# with a line that git would drop", mode: '\${{ inputs.mode }}' }
      - uses: org/release-actions/parse-tag@v1
        id: parse
        with: { tag: v1.0.0 }
`;

  const go = async (repository: ScratchRepository, mode: string) => {
    const payload = { inputs: { mode } };
    const { jobs, steps } = await performWorkflow({ workflow, event: 'workflow_dispatch', payload, repository, token });
    const tags = [...(await repository.remoteRefs())].filter(([ref]) => ref.startsWith('refs/tags/'));
    const { created, changed } = steps['tag/push']?.outputs ?? {};
    return { job: jobs['tag'], created, changed, exists: steps['tag/parse']?.outputs['exists'], tags };
  };

  it('apply: the first run pushes the tag, the second finds it', async () => {
    await using repository = await served();
    const first = await go(repository, 'apply');
    expect(first).toMatchObject({ job: 'success', created: 'true', changed: 'true', exists: 'true' });
    expect(first.tags).toEqual([
      ['refs/tags/v1.0.0', expect.any(String)],
      ['refs/tags/v1.0.0^{}', await repository.head()],
    ]);
    expect(await go(repository, 'apply')).toEqual({ ...first, created: 'false', changed: 'false' });
    await repository.git('fetch', '--quiet', repository.scratch.origin, 'refs/tags/v1.0.0:refs/tags/v1.0.0');
    expect(await repository.git('cat-file', 'tag', 'v1.0.0')).toMatch(
      /\ntagger github-actions\[bot\] <.*>.*\n\nThe first\n\n# with a line that git would drop$/,
    );
  });

  it('local: each run makes the tag for its later steps, and leaves the remote alone', async () => {
    await using repository = await served();
    const first = await go(repository, 'local');
    expect(first).toEqual({ job: 'success', created: 'true', changed: 'true', exists: 'true', tags: [] });
    expect(await go(repository, 'local')).toEqual(first);
  });

  it('dry-run: nothing is made, however often', async () => {
    await using repository = await served();
    const first = await go(repository, 'dry-run');
    expect(first).toEqual({ job: 'success', created: 'true', changed: 'true', exists: 'false', tags: [] });
    expect(await go(repository, 'dry-run')).toEqual(first);
  });

  it('check: red until somebody has pushed the tag, and makes nothing', async () => {
    await using repository = await served();
    const red = await go(repository, 'check');
    expect(red).toMatchObject({ job: 'failure', created: 'true', changed: 'true', exists: undefined, tags: [] });
    expect(await go(repository, 'check')).toEqual(red);
    const { tags } = await go(repository, 'apply');
    const green = { job: 'success', created: 'false', changed: 'false', exists: 'true', tags };
    expect(await go(repository, 'check')).toEqual(green);
    expect(await go(repository, 'check')).toEqual(green);
  });
});
