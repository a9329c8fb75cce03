import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runBundle } from '../support/bundle.ts';
import { type ScratchRepository, scratchRepository } from '../support/repository.ts';

// What every action does that needs only git. CI runs this on Windows and macOS, too: vitest.everywhere.config.ts.

const read = (repo: ScratchRepository, path: string) => readFile(join(repo.folder, path), 'utf8');

/** The outputs of a run. Everything that it said is in the error if it fails. */
async function succeed(action: string, repo: ScratchRepository, inputs: Readonly<Record<string, string>>) {
  const { exitCode, outputs, log } = await runBundle(action, repo, { inputs });
  if (exitCode !== 0) throw new Error(`${action} ended with ${exitCode}:\n${log}`);
  return outputs;
}

/** Applied once it changes something, and then there is nothing left to do. */
async function applyOnce(action: string, repo: ScratchRepository, inputs: Readonly<Record<string, string>>) {
  const outputs = await succeed(action, repo, inputs);
  expect(outputs).toMatchObject({ changed: 'true' });
  expect(await succeed(action, repo, { ...inputs, mode: 'check' })).toMatchObject({ changed: 'false' });
  return outputs;
}

describe('tags', () => {
  it('are pushed by push-tag, with their message, and read by parse-tag', async () => {
    await using repo = await scratchRepository({ 'notes.md': '# First\r\n\r\n- é\r\n' });
    await applyOnce('push-tag', repo, { tag: 'v1.0.0', 'message-path': 'notes.md' });
    expect((await repo.remoteRefs()).get('refs/tags/v1.0.0^{}')).toBe(await repo.head());
    expect(await succeed('parse-tag', repo, { tag: 'v1.0.0', require: 'annotated', branch: 'main' })).toMatchObject({
      version: '1.0.0',
      sha: await repo.head(),
      message: '# First\r\n\r\n- é',
    });
  });

  it('of Go modules go into one push, also those in folders', async () => {
    const go = (path: string) => `module example.com/r${path}\nrequire a.b/c v1.0.0\n`;
    await using repo = await scratchRepository({
      'versions.yaml':
        'module-sets:\n  stable: { version: v1.2.0, modules: [example.com/r, example.com/r/a/b] }\n  beta: { version: v0.3.0, modules: [example.com/r/c/testdata] }\n',
      'go.mod': go(''),
      'a/b/go.mod': go('/a/b'),
      'c/testdata/go.mod': go('/c/testdata'),
    });
    const tags = ['v1.2.0', 'a/b/v1.2.0', 'c/testdata/v0.3.0'];
    expect(await applyOnce('go-module-tags', repo, { 'versions-file': 'versions.yaml' })).toMatchObject({
      tags: tags.join('\n'),
    });
    const refs = await repo.remoteRefs();
    expect(tags.map((tag) => refs.get(`refs/tags/${tag}`))).toEqual(tags.map(() => refs.get('refs/heads/main')));
  });
});

describe('files', () => {
  const chart = 'name: a # b\r\nversion: v0.1.0\r\ndependencies:\r\n- name: own\r\n  version: 0.1.0\r\n';

  it('of charts in folders are edited by bump-chart, and keep their line ends', async () => {
    await using repo = await scratchRepository({
      'charts/one/Chart.yaml': chart,
      'charts/two/Chart.yaml': chart,
      'charts/two/values.yaml': 'image:\r\n  tag: v0.1.0\r\n',
    });
    const inputs = { chart: 'charts/*', version: '0.2.0', dependencies: 'own' };
    expect(await applyOnce('bump-chart', repo, inputs)).toMatchObject({
      files: 'charts/one/Chart.yaml\ncharts/two/Chart.yaml',
    });
    expect(await read(repo, 'charts/two/Chart.yaml')).toBe(chart.replaceAll('0.1.0', '0.2.0'));
    await applyOnce('bump-chart', repo, { chart: 'charts/two', values: 'image.tag=v0.2.0' });
    expect(await read(repo, 'charts/two/values.yaml')).toBe('image:\r\n  tag: v0.2.0\r\n');
  });

  it('are edited by set-values, by glob, and brought back from another commit', async () => {
    const before = 'images:\n- { name: a, newTag: v1 } # pinned\n';
    await using repo = await scratchRepository({
      'src/one/kustomization.yaml': before,
      'src/deep/two/kustomization.yaml': before,
      VERSION: '1.0.0\r\n',
    });
    const first = await repo.head();
    const path = "'src/**/kustomization.yaml': { 'images[name=a].newTag': v2 }";
    expect(await applyOnce('set-values', repo, { values: `${path}\nVERSION: 2.0.0` })).toMatchObject({
      files: 'VERSION\nsrc/deep/two/kustomization.yaml\nsrc/one/kustomization.yaml',
    });
    expect(await read(repo, 'VERSION')).toBe('2.0.0\r\n');
    expect(await read(repo, 'src/deep/two/kustomization.yaml')).toBe(before.replace('v1', 'v2'));
    await repo.commit('Pin');
    await applyOnce('set-values', repo, { values: path, from: first });
    expect(await read(repo, 'src/one/kustomization.yaml')).toBe(before);
  });

  it('of changelogs get a section from what is unreleased', async () => {
    await using repo = await scratchRepository({
      'docs/HISTORY.md': 'unreleased\r\n==========\r\n\r\n- a\r\n\r\n1.0.0 / 2026-01-01\r\n==================\r\n',
    });
    await repo.git('remote', 'set-url', 'origin', 'https://github.com/org/project.git');
    const inputs = { version: '1.1.0', path: 'docs/HISTORY.md', date: '2026-01-31' };
    expect(await applyOnce('update-changelog', repo, inputs)).toMatchObject({ section: '- a' });
    expect(await read(repo, 'docs/HISTORY.md')).toBe(
      'unreleased\r\n==========\r\n\r\n1.1.0 / 2026-01-31\r\n==================\r\n\r\n- a\r\n\r\n1.0.0 / 2026-01-01\r\n==================\r\n',
    );
  });

  it('are committed and pushed by commit-changes, also those in folders, and files that were deleted', async () => {
    await using repo = await scratchRepository({ 'a/b/c.txt': '1\n', 'gone.txt': 'x\n', 'stays.txt': 'y\n' });
    await repo.write('a/b/c.txt', '2\r\n');
    await repo.write('a/new file.txt', 'n\n');
    await repo.git('rm', '--quiet', 'gone.txt');
    const inputs = { message: 'Edit é\n', paths: 'a/**\ngone.txt', author: 'Ann Lee <ann@example.com>' };
    await succeed('commit-changes', repo, inputs);
    await repo.git('fetch', '--quiet', 'origin');
    const changed = await repo.git('diff', '--name-status', 'HEAD~1', 'origin/main');
    expect(changed.split(/\r?\n/).map((line) => line.split('\t'))).toEqual([
      ['M', 'a/b/c.txt'],
      ['A', 'a/new file.txt'],
      ['D', 'gone.txt'],
    ]);
    expect(await repo.git('log', '-1', '--format=%s', 'origin/main')).toBe('Edit é');
    expect(await repo.git('status', '--porcelain')).toBe('');
  });
});

describe('what is wrong', () => {
  it('is said with its file and line, and nothing is written', async () => {
    await using repo = await scratchRepository({ 'charts/a/Chart.yaml': 'name: a\nversion: ${version}\n' });
    const { exitCode, annotations } = await runBundle('bump-chart', repo, {
      inputs: { chart: 'charts/a', version: '1.0.0' },
    });
    expect(exitCode).toBe(1);
    expect(annotations.map(({ properties }) => [properties['file'], properties['line']])).toEqual([
      ['charts/a/Chart.yaml', '2'],
    ]);
    expect(await repo.git('status', '--porcelain')).toBe('');
  });

  it.each(['../x', 'a/../../x'])('is a path that leads out of the workspace: %s', async (path) => {
    await using repo = await scratchRepository();
    const { exitCode, annotations } = await runBundle('push-tag', repo, {
      inputs: { tag: 'v1.0.0', 'message-path': path },
    });
    expect({ exitCode, said: annotations[0]?.message }).toEqual({
      exitCode: 1,
      said: expect.stringContaining('which is outside the workspace'),
    });
  });

  const lists = `name: a\nversion: 1.0.0\nx: ${'['.repeat(2000)}${']'.repeat(2000)}\n`;
  const dots = `a = 1\n${'k.'.repeat(20_000)}k = 1\n`;
  const nesting =
    'is nested more than 200 levels deep, which is the limit.\nMake the nesting flatter, or leave the file out.';
  it.each([
    ['a chart that is nested 2,000 levels deep', 'bump-chart', { chart: 'charts/a', version: '1.0.0' }, nesting],
    ['JSON that is nested 20,000 levels deep', 'set-values', { values: "a.json: { a: '2' }" }, nesting],
    ['TOML with a key of 20,000 dots', 'set-values', { values: "a.toml: { a: '2' }" }, nesting],
    [
      'a NUL in YAML',
      'set-values',
      { values: "a.yaml: { a: '2' }" },
      'which YAML does not allow.\nRemove the character.',
    ],
    [
      'a glob of ten million',
      'set-values',
      { values: "'{1..9999999}': x" },
      'The glob "{1..9999999}" stands for 9999999 globs',
    ],
    [
      'a glob with 25 stars',
      'bump-chart',
      { chart: '*a'.repeat(25), version: '1.0.0' },
      'has 25 stars between two slashes',
    ],
  ])('is %s, which is refused soon, and is no bug', async (_, action, inputs, said) => {
    await using repo = await scratchRepository({
      'charts/a/Chart.yaml': lists,
      'a.json': `{"a":1,"x":${'['.repeat(20_000)}${']'.repeat(20_000)}}`,
      'a.toml': dots,
      'a.yaml': 'a: 1\nb: "\0"\n',
      ['a'.repeat(100)]: '',
    });
    const begin = performance.now();
    const { exitCode, annotations, log } = await runBundle(action, repo, { inputs });
    expect({ exitCode, messages: annotations.map(({ message }) => message) }).toEqual({
      exitCode: 1,
      messages: [expect.stringContaining(said)],
    });
    expect(log).not.toMatch(/bug|call stack/);
    expect(performance.now() - begin).toBeLessThan(15_000);
  });
});
