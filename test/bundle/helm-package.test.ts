import { execFile } from 'node:child_process';
import { cp, glob, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { startRegistry } from '../../src/embedded/registry/server.ts';
import { runBundle } from '../support/bundle.ts';
import { helm, helmMirror, helmPath, helmVersion, pulled } from '../support/helm.ts';
import { scratchRepository } from '../support/repository.ts';
import { rawTgz } from '../support/tar.ts';

const exec = promisify(execFile);
const fixtures = join(import.meta.dirname, '../fixtures');
let PATH: string;
beforeAll(async () => {
  PATH = await helmPath();
});

const chart = {
  'chart/Chart.yaml': 'apiVersion: v2\nname: demo\nversion: 0.3.0\n',
  'chart/values.yaml': 'a: 1\n',
};

describe('helm-package as a process', () => {
  it('packages the chart of a driver made from the Ignition template, as its release process asks for it', async () => {
    await using repo = await scratchRepository({});
    const template = join(fixtures, 'IBM__ignition/3.6.3/ignition/templates/driver_template/helm/{(helm.name)}');
    await cp(template, join(repo.folder, 'helm/my-driver'), { recursive: true });
    const values: Readonly<Record<string, string>> = { 'app.version': '0.1.0', 'helm.name': 'my-driver' };
    for await (const path of glob('helm/my-driver/*', { cwd: repo.folder })) {
      const text = await readFile(join(repo.folder, path), 'utf8');
      await writeFile(
        join(repo.folder, path),
        text.replaceAll(/\{\((.+?)\)\}/g, (_, key: string) => values[key] ?? key),
      );
    }
    await repo.commit('Make a driver');
    const { exitCode, annotations, summary } = await runBundle('helm-package', repo, {
      inputs: { chart: 'helm/my-driver' },
      env: { PATH },
    });
    expect([exitCode, annotations]).toEqual([0, []]);
    expect(summary).toContain('dist/my-driver-0.1.0.tgz');
    const shown = await helm(['show', 'all', 'dist/my-driver-0.1.0.tgz'], { cwd: repo.folder });
    expect(shown).toContain('\nname: my-driver\nversion: 0.1.0\n');
    expect(shown).toContain('\n  version: 0.1.0\n');
  });

  it('packages the chart of os-vim-driver, with its own version', async () => {
    await using repo = await scratchRepository({});
    const source = join(fixtures, 'IBM__openstack-vim-driver/1.0.0/helm/os-vim-driver');
    await cp(source, join(repo.folder, 'helm/os-vim-driver'), { recursive: true });
    await repo.commit('Add the chart');
    const { exitCode, outputs } = await runBundle('helm-package', repo, {
      inputs: { chart: 'helm/os-vim-driver' },
      env: { PATH },
    });
    expect(exitCode).toBe(0);
    expect(outputs['packages']).toContain('"path":"dist/os-vim-driver-1.0.0.tgz"');
    await exec('tar', ['-xzf', 'dist/os-vim-driver-1.0.0.tgz'], { cwd: repo.folder });
    expect(await readFile(join(repo.folder, 'os-vim-driver/values.yaml'), 'utf8')).toBe(
      await readFile(join(source, 'values.yaml'), 'utf8'),
    );
  });

  it('makes the same bytes in another language and time zone', async () => {
    await using repo = await scratchRepository(chart);
    const made = [
      { TZ: 'Asia/Tokyo', LC_ALL: 'C' },
      { TZ: 'America/Lima', LC_ALL: 'C.UTF-8', SOURCE_DATE_EPOCH: '1', HELM_DEBUG: 'true' },
    ].map(async (env, index) => {
      const inputs = { chart: 'chart', 'out-dir': `out-${index}` };
      const { outputs } = await runBundle('helm-package', repo, { inputs, env: { ...env, PATH } });
      return outputs['packages']?.replace(`out-${index}`, 'out');
    });
    const [one, other] = await Promise.all(made);
    expect(one).toContain('"digest":"sha256:');
    expect(other).toBe(one);
  });

  it('pushes with the password of docker login, and never shows it', async () => {
    await using repo = await scratchRepository(chart);
    const account = { user: 'ann', password: 'correct-horse' };
    await using registry = await startRegistry({ auth: { kind: 'basic', accounts: [account] } });
    const auth = Buffer.from(`${account.user}:${account.password}`).toString('base64');
    await repo.write('../home/.docker/config.json', JSON.stringify({ auths: { [registry.host]: { auth } } }));
    const run = await runBundle('helm-package', repo, {
      inputs: { chart: 'chart', registry: `oci://${registry.host}/org` },
      env: { PATH },
    });
    expect([run.exitCode, run.annotations]).toEqual([0, []]);
    expect(Object.keys(registry.repository('org/demo').tags)).toEqual(['0.3.0']);
    expect(`${run.log}${run.summary}`).not.toContain(account.password);
  });

  it('keeps the Helm that it downloads for the next step', async () => {
    await using mirror = await helmMirror();
    await using repo = await scratchRepository(chart);
    const cache = join(repo.scratch.root, 'tools');
    await mkdir(cache);
    const inputs = { chart: 'chart', 'helm-version': helmVersion, 'helm-mirror': mirror.url };
    const env = { RUNNER_TOOL_CACHE: cache, RUNNER_TEMP: repo.scratch.root };
    const first = await runBundle('helm-package', repo, { inputs, env });
    expect([first.exitCode, mirror.asked.length]).toEqual([0, 2]);
    const second = await runBundle('helm-package', repo, { inputs, env });
    expect([second.exitCode, mirror.asked.length]).toEqual([0, 2]);
    expect(second.log).toContain(`Packaged with Helm ${helmVersion}, from the tool cache of this machine.`);
    const pinned = { ...inputs, 'helm-version': `${helmVersion}@sha256:${'0'.repeat(64)}` };
    expect((await runBundle('helm-package', repo, { inputs: pinned, env })).exitCode).toBe(1);
  });

  it('takes nothing from outside the workspace, and writes nothing there', async () => {
    await using repo = await scratchRepository(chart);
    await writeFile(join(repo.scratch.root, 'secret'), 'secret');
    const attacks: Readonly<Record<string, () => Promise<unknown>>> = {
      link: () => symlink('../../secret', join(repo.folder, 'chart/secret')),
      folder: () => symlink('../..', join(repo.folder, 'chart/templates')),
      archive: () => repo.write('chart/charts/a.tgz', rawTgz([{ name: '../../../evil', content: 'x' }])),
      name: () => repo.write('chart/Chart.yaml', 'apiVersion: v2\nname: ../../evil\nversion: 0.3.0\n'),
      version: () => repo.write('chart/Chart.yaml', 'apiVersion: v2\nname: demo\nversion: ../../evil\n'),
      commands: () =>
        repo.write('chart/Chart.yaml', 'apiVersion: v2\nname: "a\\n::set-env name=A::b"\nversion: 0.3.0\n'),
      sibling: () =>
        repo.write(
          'chart/Chart.yaml',
          'apiVersion: v2\nname: demo\nversion: 0.3.0\ndependencies: [{name: x, version: 0.1.0, repository: "file://../.."}]\n',
        ),
      values: () => repo.write('chart/values.yaml', '# ::add-mask::x\n::stop-commands::x: [\n'),
    };
    for (const [name, attack] of Object.entries(attacks)) {
      await repo.git('clean', '-qfdx');
      await repo.git('checkout', '-q', '.');
      await attack();
      const { exitCode, obeyed, annotations } = await runBundle('helm-package', repo, {
        inputs: { chart: 'chart' },
        env: { PATH },
      });
      expect([name, exitCode, annotations.map(({ level }) => level)]).toEqual([name, 1, ['error']]);
      expect(obeyed.filter((one) => /^(?:set-env|add-mask)$/.test(one.name))).toEqual([]);
      expect(await readdir(repo.folder)).not.toContain('dist');
      expect((await readdir(repo.scratch.root)).filter((one) => one.includes('evil'))).toEqual([]);
    }
  });
});

it('a chart that was pushed is pulled by Helm with the same bytes', async () => {
  await using repo = await scratchRepository(chart);
  await using registry = await startRegistry();
  const inputs = { chart: 'chart', registry: `oci://${registry.host}/org` };
  await runBundle('helm-package', repo, { inputs, env: { PATH } });
  expect(await pulled(`${registry.host}/org/demo:0.3.0`)).toEqual(
    await readFile(join(repo.folder, 'dist/demo-0.3.0.tgz')),
  );
});
