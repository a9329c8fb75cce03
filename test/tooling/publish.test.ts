import { execFile } from 'node:child_process';
import { glob, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { scratchRepository } from '../support/repository.ts';
import type { ScratchRepository } from '../support/repository.ts';

const project = join(import.meta.dirname, '../..');
const { version } = JSON.parse(await readFile(join(project, 'package.json'), 'utf8')) as { version: string };
const [tag, major] = [`v${version}`, `v${version.split('.')[0]}`];

const sources = {
  'package.json': `{"version":"${version}"}`,
  'dist/package.json': `{"version":"${version}"}`,
  'dist/parse-tag/action.yml': 'name: Parse tag\n',
  'dist/lib/index.mjs': 'export {};\n',
  'src/index.ts': '',
};

/** Runs the script in a repository, as the workflow of a release does. */
async function publish(repo: ScratchRepository, ...args: string[]): Promise<Record<string, unknown>> {
  const script = join(project, '.github/scripts/publish.ts');
  const { folder: cwd, environment: env } = repo;
  const { stdout } = await promisify(execFile)(process.execPath, [script, '--json', ...args], { cwd, env });
  return JSON.parse(stdout) as Record<string, unknown>;
}

it('shows its plan, and writes nothing without --apply', async () => {
  await using repo = await scratchRepository(sources);
  const refs = await repo.remoteRefs();
  expect(await publish(repo)).toMatchObject({ tag, major, changed: true });
  expect(await repo.remoteRefs()).toEqual(refs);
});

it('makes a tag whose tree is dist/ and whose parent is the source, once', async () => {
  await using repo = await scratchRepository(sources);
  const [source, tree] = [await repo.head(), await repo.git('rev-parse', 'HEAD:dist')];
  await publish(repo, '--apply');
  const refs = await repo.remoteRefs();
  const release = refs.get(`refs/tags/${tag}^{}`) ?? '';
  expect(await repo.git('rev-parse', `${release}^{tree}`, `${release}^`)).toBe(`${tree}\n${source}`);
  expect(refs.get(`refs/tags/${major}`)).toBe(release);
  expect(await publish(repo, '--apply')).toMatchObject({ changed: false });
  expect(await publish(repo, '--mode', 'check')).toMatchObject({ changed: false });
  expect(await repo.remoteRefs()).toEqual(refs);
});

it('comes out the same from another clone, so that anybody can verify it', async () => {
  await using repo = await scratchRepository(sources);
  await publish(repo, '--apply');
  const clone = await repo.clone();
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(project, '.github/scripts/publish.ts'), '--mode', 'check', '--json'],
    {
      cwd: clone.folder,
      env: clone.environment,
    },
  );
  expect(JSON.parse(stdout)).toMatchObject({ changed: false });
});

it('refuses to publish other sources under a version that is out', async () => {
  await using repo = await scratchRepository(sources);
  await publish(repo, '--apply');
  await repo.commit('Change', { 'dist/lib/index.mjs': 'export const changed = true;\n' });
  const refs = await repo.remoteRefs();
  await expect(publish(repo, '--apply')).rejects.toThrow(`${tag} was published from other sources`);
  expect(await repo.remoteRefs()).toEqual(refs);
});

it('moves the major tag forward from an older release, and never back from a newer one', async () => {
  for (const [other, isOlder] of [
    [`${major}.0.0-rc.1`, true],
    [`${major}.999.0`, false],
  ] as const) {
    await using repo = await scratchRepository(sources);
    await repo.pushTag(other);
    await repo.pushTag(major);
    const before = (await repo.remoteRefs()).get(`refs/tags/${major}`);
    await publish(repo, '--apply');
    const after = await repo.remoteRefs();
    expect(after.get(`refs/tags/${major}`) !== before).toBe(isOlder);
    expect(after.has(`refs/tags/${tag}`)).toBe(true);
  }
});

it('a version that was raised without a build is refused', async () => {
  await using repo = await scratchRepository({ ...sources, 'package.json': '{"version":"9.9.9"}' });
  await expect(publish(repo, '--apply')).rejects.toThrow(`has version 9.9.9, its dist/ has ${version}`);
  expect((await repo.remoteRefs()).has('refs/tags/v9.9.9')).toBe(false);
});

it('a commit without dist/ cannot be published', async () => {
  await using repo = await scratchRepository({ 'src/index.ts': '' });
  await expect(publish(repo, '--apply')).rejects.toThrow('has no dist/');
});

it('what is published is a command for npx', async () => {
  const tree = await Array.fromAsync(glob('**/*', { cwd: join(project, 'dist'), withFileTypes: true }));
  const files = tree
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(project, join(parentPath, name)));
  const contents = files.map(async (file) => [file, await readFile(join(project, file))] as const);
  await using repo = await scratchRepository({ ...sources, ...Object.fromEntries(await Promise.all(contents)) });
  await publish(repo, '--apply');
  const cache = join(repo.scratch.root, 'npm-cache');
  const args = [
    'exec',
    '--yes',
    '--cache',
    cache,
    '--',
    `git+file://${repo.scratch.origin}#${major}`,
    'parse-tag',
    '--tag',
    'v3.4.0-rc.1',
    '--json',
  ];
  const { stdout } = await promisify(execFile)('npm', args, { cwd: repo.folder, env: repo.environment });
  expect(JSON.parse(stdout)).toMatchObject({ version: '3.4.0-rc.1', pep440: '3.4.0rc1' });
});
