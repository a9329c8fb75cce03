import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import bumpChart from '../../actions/bump-chart/action.ts';
import { lockDigest } from '../../src/domain/charts/chart.ts';
import { perform, refusal, succeed } from '../support/perform.ts';
import { scratchRepository } from '../support/repository.ts';

const chart = `apiVersion: v2
name: proxy # not version: 1
# version: 9.9.9
version: 0.0.0-dev   # permanent
appVersion: "v0.3.0"

kubeVersion: ">=1.33.0-0"
dependencies:
  - name: redis
    version: 0.2.0
    repository: https://charts.example.com
`;
const values = `image:
  repository: example.com/proxy
  tag: v0.3.0   # the newest
annotations:
  "example.com/a.b": '1.0'
`;
const files = { 'deploy/chart/Chart.yaml': chart, 'deploy/chart/values.yaml': values };

const read = (folder: string, path: string) => readFile(join(folder, path), 'utf8');

describe('what changes', () => {
  it('is the values that were named, and not a byte else', async () => {
    await using repo = await scratchRepository(files);
    const inputs = {
      chart: 'deploy/chart',
      version: 'v0.4.0',
      'app-version': 'v0.4.0',
      values: 'image.tag=v0.4.0\nannotations."example.com/a.b"=1.10',
    };
    const { files: changed, previous, diff } = await succeed(bumpChart, repo, { inputs });
    expect(await read(repo.folder, 'deploy/chart/Chart.yaml')).toBe(
      chart.replace('0.0.0-dev', '0.4.0').replace('"v0.3.0"', '"v0.4.0"'),
    );
    expect(await read(repo.folder, 'deploy/chart/values.yaml')).toBe(
      values.replace('v0.3.0', 'v0.4.0').replace("'1.0'", "'1.10'"),
    );
    expect(changed).toBe('deploy/chart/Chart.yaml\ndeploy/chart/values.yaml');
    expect(JSON.parse(previous ?? '')).toEqual({
      'deploy/chart/Chart.yaml': { version: '0.0.0-dev', appVersion: 'v0.3.0' },
      'deploy/chart/values.yaml': { 'image.tag': 'v0.3.0', 'annotations."example.com/a.b"': '1.0' },
    });
    expect(diff?.split('\n').filter((line) => /^[-+][^-+]/.test(line))).toEqual([
      '-version: 0.0.0-dev   # permanent',
      '-appVersion: "v0.3.0"',
      '+version: 0.4.0   # permanent',
      '+appVersion: "v0.4.0"',
      '-  tag: v0.3.0   # the newest',
      '+  tag: v0.4.0   # the newest',
      '-  "example.com/a.b": \'1.0\'',
      '+  "example.com/a.b": \'1.10\'',
    ]);
    expect(await succeed(bumpChart, repo, { inputs })).toMatchObject({ changed: 'false', files: '', diff: '' });
  });

  it('keeps the v of a chart that writes it, also in dependencies and the lock file', async () => {
    const own = { name: 'own', version: 'v0.5.0', repository: 'file://../own' };
    const other = { name: 'other', version: '0.5.0', repository: 'file://../other' };
    const listed = (all: readonly object[]) =>
      `dependencies: # of ours\n${all
        .map((one) =>
          Object.entries(one)
            .map(([key, value], index) => `${index === 0 ? '- ' : '  '}${key}: ${value}\n`)
            .join(''),
        )
        .join('')}`;
    const lock = (digest: string, of: readonly object[]) => `${listed(of)}digest: ${digest}\n`;
    const was = [own, other];
    const will = [
      { ...own, version: 'v0.6.0' },
      { ...other, version: '0.6.0' },
    ];
    await using repo = await scratchRepository({
      'chart/Chart.yaml': `name: a\nversion: v0.5.0 # kept\n${listed(was)}`,
      'chart/Chart.lock': lock(lockDigest(was, was), was),
    });
    const names = { chart: 'chart', dependencies: 'own\nother' };
    expect(await succeed(bumpChart, repo, { inputs: { ...names, version: 'v0.5.0', mode: 'check' } })).toMatchObject({
      changed: 'false',
    });
    await succeed(bumpChart, repo, { inputs: { ...names, version: '0.6.0' } });
    expect(await read(repo.folder, 'chart/Chart.yaml')).toBe(`name: a\nversion: v0.6.0 # kept\n${listed(will)}`);
    expect(await read(repo.folder, 'chart/Chart.lock')).toBe(lock(lockDigest(will, will), will));
    expect(await succeed(bumpChart, repo, { inputs: { ...names, version: '0.6.0', mode: 'check' } })).toMatchObject({
      changed: 'false',
    });
  });

  it('is the appVersion alone, where the chart keeps its version for ever', async () => {
    await using repo = await scratchRepository(files);
    await succeed(bumpChart, repo, { inputs: { chart: 'deploy/chart', 'app-version': 'v0.4.0' } });
    expect(await read(repo.folder, 'deploy/chart/Chart.yaml')).toBe(chart.replace('v0.3.0', 'v0.4.0'));
  });

  it('is all charts that a glob means, or none where one of them refuses', async () => {
    await using repo = await scratchRepository({
      'charts/a/Chart.yaml': chart,
      'charts/b/Chart.yaml': chart,
      'charts/c/Chart.yaml': 'name: c\nversion: ${version}\n',
      'charts/README.md': '',
    });
    const said = await refusal(bumpChart, repo, { inputs: { chart: 'charts/*', version: '0.4.0' } });
    expect(said).toContain(
      'version of charts/c/Chart.yaml:2:10 is a placeholder of a template: "${version}"\nSet the value that fills it in, with set-values. In a chart, helm-package can fill it in: version, app-version, values.',
    );
    expect(await repo.git('status', '--porcelain')).toBe('');
    await succeed(bumpChart, repo, { inputs: { chart: 'charts/[ab]', version: '0.4.0' } });
    expect(await repo.git('diff', '--shortstat')).toBe('2 files changed, 2 insertions(+), 2 deletions(-)');
  });

  it('is nothing in a mode that only shows', async () => {
    await using repo = await scratchRepository(files);
    for (const mode of ['dry-run', 'check'])
      await perform(bumpChart, repo, { inputs: { chart: 'deploy/chart', version: '0.4.0', mode } });
    expect(await repo.git('status', '--porcelain')).toBe('');
  });

  it('keeps CRLF, a byte order mark and a missing final newline', async () => {
    const odd = `\uFEFF${chart.replaceAll('\n', '\r\n').trimEnd()}`;
    await using repo = await scratchRepository({ 'c/Chart.yaml': odd });
    await succeed(bumpChart, repo, { inputs: { chart: 'c', version: '0.4.0' } });
    expect(await read(repo.folder, 'c/Chart.yaml')).toBe(odd.replace('0.0.0-dev', '0.4.0'));
  });
});

describe('the version guard of a release', () => {
  it('names every file that disagrees with the tag, and is green when all agree', async () => {
    await using repo = await scratchRepository(files);
    const inputs = { chart: 'deploy/chart', 'app-version': 'v0.4.0', values: 'image.tag=v0.4.0', mode: 'check' };
    const fix = 'Run it with mode: apply and commit the result, or correct the inputs.';
    expect(await refusal(bumpChart, repo, { inputs })).toBe(
      `deploy/chart/Chart.yaml:5 has appVersion v0.3.0, not v0.4.0.\n${fix}\n` +
        `deploy/chart/values.yaml:3 has image.tag v0.3.0, not v0.4.0.\n${fix}`,
    );
    await succeed(bumpChart, repo, { inputs: { ...inputs, mode: 'apply' } });
    expect(await succeed(bumpChart, repo, { inputs })).toMatchObject({ changed: 'false' });
  });
});

describe('siblings', () => {
  const parent = `apiVersion: v2
name: parent
version: 0.3.0
dependencies:
  - name: proxy
    version: "0.3.0"
    repository: "file://../proxy"
    condition: proxy.enabled
  - name: redis
    version: 1.2.3
    repository: https://charts.example.com/?a=1&b=2
`;
  const lock = `dependencies:
- name: proxy
  repository: file://../proxy
  version: 0.3.0
- name: redis
  repository: https://charts.example.com/?a=1&b=2
  version: 1.2.3
digest: sha256:0000000000000000000000000000000000000000000000000000000000000000
generated: "2026-07-27T09:56:33.155923+01:00"
`;

  it('follow, in Chart.yaml and in Chart.lock, whose digest becomes what Helm computes', async () => {
    await using repo = await scratchRepository({
      'charts/parent/Chart.yaml': parent,
      'charts/parent/Chart.lock': lock,
      'charts/proxy/Chart.yaml': 'name: proxy\nversion: 0.3.0\n',
    });
    await succeed(bumpChart, repo, { inputs: { chart: 'charts/*', version: '0.4.0', dependencies: 'proxy' } });
    expect(await read(repo.folder, 'charts/parent/Chart.yaml')).toBe(parent.replaceAll('0.3.0', '0.4.0'));
    const after = await read(repo.folder, 'charts/parent/Chart.lock');
    expect(after).toContain('version: 0.4.0');
    expect(after).toMatch(/digest: sha256:(?!0000)[0-9a-f]{64}\n/);
    expect(await repo.git('diff', '--shortstat')).toBe('3 files changed, 5 insertions(+), 5 deletions(-)');
  });

  it('that nobody depends on are refused', async () => {
    await using repo = await scratchRepository({ 'c/Chart.yaml': parent });
    expect(
      await refusal(bumpChart, repo, { inputs: { chart: 'c', version: '0.4.0', dependencies: 'porxy' } }),
    ).toContain('No chart depends on porxy.\nCorrect the input dependencies. The charts depend on proxy and redis.');
  });

  it('of a chart of Helm 2 stand in requirements.yaml', async () => {
    const requirements = 'dependencies:\n- name: proxy\n  version: 0.3.0\n  repository: file://../proxy\n';
    await using repo = await scratchRepository({
      'c/Chart.yaml': 'apiVersion: v1\nname: c\nversion: 0.3.0\n',
      'c/requirements.yaml': requirements,
    });
    await succeed(bumpChart, repo, { inputs: { chart: 'c', version: '0.4.0', dependencies: 'proxy' } });
    expect(await read(repo.folder, 'c/requirements.yaml')).toBe(requirements.replace('0.3.0', '0.4.0'));
  });
});

describe('an appVersion that is missing', () => {
  const library = 'apiVersion: v2\nversion: 0.1.0 # ours\nname: lib\n';

  it('can be added, and is not without being asked', async () => {
    await using repo = await scratchRepository({ 'c/Chart.yaml': library });
    const inputs = { chart: 'c', 'app-version': '1.0' };
    expect(await refusal(bumpChart, repo, { inputs })).toBe(
      'c/Chart.yaml has no appVersion.\nTo add it, set add-app-version: true.',
    );
    const added = await succeed(bumpChart, repo, {
      inputs: { ...inputs, version: '0.2.0', 'add-app-version': 'true' },
    });
    expect(await read(repo.folder, 'c/Chart.yaml')).toBe(
      'apiVersion: v2\nversion: 0.2.0 # ours\nappVersion: "1.0"\nname: lib\n',
    );
    expect(added).toMatchObject({ files: 'c/Chart.yaml', previous: '{"c/Chart.yaml":{"version":"0.1.0"}}' });
    const check = { ...inputs, 'add-app-version': 'true', mode: 'check' };
    expect(await succeed(bumpChart, repo, { inputs: check })).toMatchObject({ changed: 'false' });
  });

  it.each([
    ['CRLF', 'version: 0.1.0\r\nname: c\r\n', 'version: 0.1.0\r\nappVersion: v1\r\nname: c\r\n'],
    ['no newline at the end', 'name: c\nversion: 0.1.0', 'name: c\nversion: 0.1.0\nappVersion: v1'],
    ['a byte order mark', '\uFEFFversion: 0.1.0\n', '\uFEFFversion: 0.1.0\nappVersion: v1\n'],
  ])('is added to a file with %s', async (_, before, after) => {
    await using repo = await scratchRepository({ 'c/Chart.yaml': before });
    const inputs = { chart: 'c', 'app-version': 'v1', 'add-app-version': 'true' };
    await succeed(bumpChart, repo, { inputs });
    expect(await read(repo.folder, 'c/Chart.yaml')).toBe(after);
  });

  it.each([
    ['in a flow mapping', '{ name: c, version: 0.1.0 }\n'],
    ['over two lines', 'version: >-\n  0.1.0\nname: c\n'],
    ['nowhere', 'name: c\n'],
  ])('is not added where the version is %s', async (_, text) => {
    await using repo = await scratchRepository({ 'c/Chart.yaml': text });
    const inputs = { chart: 'c', 'app-version': 'v1', 'add-app-version': 'true' };
    expect(await refusal(bumpChart, repo, { inputs })).toBe(
      'c/Chart.yaml has no version on a line of its own, below which appVersion could be added.\nAdd appVersion to it by hand.',
    );
  });
});

describe('refused', () => {
  it.each([
    [{ version: '0.2.0.dev0' }, 'Helm accepts only SemVer 2: write 0.2.0-dev.0.'],
    [{ version: '1.2' }, 'Helm accepts only SemVer 2: write 1.2.0.'],
    [{}, 'There is nothing to set.'],
    [{ dependencies: 'redis', 'app-version': 'x' }, 'The input dependencies is given, but version is not.'],
    [{ values: 'image.tag' }, 'Write path=value'],
    [{ values: 'image.tga=v1' }, 'deploy/chart/values.yaml:2:3 has no image.tga.\nDid you mean tag?'],
    [{ values: 'image=v1' }, 'image of deploy/chart/values.yaml:2:3 is a mapping, not a single value'],
    [{ chart: 'deploy', version: '1.0.0' }, 'deploy is not a chart: it has no Chart.yaml.'],
    [{ chart: 'charts/*', version: '1.0.0' }, 'Nothing matches charts/*.'],
    [{ chart: '../x', version: '1.0.0' }, 'outside the workspace'],
  ])('%j', async (inputs, reason) => {
    await using repo = await scratchRepository(files);
    expect(await refusal(bumpChart, repo, { inputs: { chart: 'deploy/chart', ...inputs } })).toContain(reason);
    expect(await repo.git('status', '--porcelain')).toBe('');
  });

  it('all that is wrong is said at once, each with its place', async () => {
    await using repo = await scratchRepository(files);
    const { outcome } = await perform(bumpChart, repo, {
      inputs: { chart: 'deploy/chart', values: 'image.tga=v1\nimage=v1' },
    });
    expect(outcome.failure).toMatchObject({
      reasons: [{ at: { file: 'deploy/chart/values.yaml', line: 2 } }, { at: { line: 2 } }],
    });
  });

  it('a chart behind a link', async () => {
    await using repo = await scratchRepository(files);
    await repo.git('mv', 'deploy/chart', 'deploy/real');
    const { symlink } = await import('node:fs/promises');
    await symlink('real', join(repo.folder, 'deploy/chart'));
    expect(await refusal(bumpChart, repo, { inputs: { chart: 'deploy/chart', version: '1.0.0' } })).toContain(
      'leads through a symbolic link to deploy/real/Chart.yaml',
    );
  });
});

it('never-lower leaves what is higher', async () => {
  await using repo = await scratchRepository(files);
  const { outputs, log } = await perform(bumpChart, repo, {
    inputs: { chart: 'deploy/chart', 'app-version': 'v0.2.9', values: 'image.tag=v0.3.1', 'never-lower': 'true' },
  });
  expect(outputs['files']).toBe('deploy/chart/values.yaml');
  expect(log).toContain('deploy/chart/Chart.yaml: appVersion stays v0.3.0, because v0.2.9 is lower.');
});
