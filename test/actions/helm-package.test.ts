import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import helmPackage from '../../actions/helm-package/action.ts';
import { readChartArchive } from '../../src/domain/charts/chart-archive.ts';
import { helm, helmPath, scriptAsHelm } from '../support/helm.ts';
import { perform, refusal, succeed, type WorkingFolder } from '../support/perform.ts';
import { type Files, type ScratchRepository, scratchRepository } from '../support/repository.ts';
import { systemProgram } from '../support/system.ts';
import { chartTgz, rawTgz } from '../support/tar.ts';

const exec = promisify(execFile);
let PATH: string;
beforeAll(async () => {
  PATH = await helmPath();
});

const chart = (name: string, more = '') => `apiVersion: v2\nname: ${name}\nversion: 0.1.0\nappVersion: v0.1.0\n${more}`;
const template = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n';
const demo: Files = {
  'deploy/demo/Chart.yaml': chart('demo'),
  'deploy/demo/values.yaml': '# The values.\na: 1\n',
  'deploy/demo/templates/a.yaml': template,
  'deploy/demo/.helmignore': '*.md\n',
  'deploy/demo/README.md': 'not in the archive',
};
type Inputs = Readonly<Record<string, string>>;
const inputs: Inputs = { chart: 'deploy/demo' };

const packages = async (repo: WorkingFolder, given: Inputs = inputs) => {
  const outputs = await succeed(helmPackage, repo, { inputs: given, env: { PATH } });
  return { outputs, packages: JSON.parse(outputs['packages'] ?? '') as readonly Record<string, string>[] };
};
const refused = (repo: WorkingFolder, given: Inputs = inputs, env = { PATH }) =>
  refusal(helmPackage, repo, { inputs: given, env });
/** The refusal, of a run that did not start Helm for a chart. */
const refusedBefore = async (repo: WorkingFolder, given: Inputs = inputs) => {
  const { log } = await perform(helmPackage, repo, { inputs: given, env: { PATH } });
  expect(log).not.toContain('[command]');
  return refused(repo, given);
};
const file = async (repo: ScratchRepository, archive: string, path: string) =>
  (await exec('tar', ['-xOzf', join(repo.folder, archive), path])).stdout;

describe('the archive', () => {
  it('has what Helm packages, with the time of the commit, and a file with its checksum', async () => {
    await using repo = await scratchRepository(demo);
    const { outputs, packages: made } = await packages(repo);
    const archive = 'dist/demo-0.1.0.tgz';
    const sha256 = createHash('sha256')
      .update(await readFile(join(repo.folder, archive)))
      .digest('hex');
    expect(made).toEqual([
      {
        chart: 'demo',
        folder: 'deploy/demo',
        version: '0.1.0',
        path: archive,
        sha256,
        digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      },
    ]);
    expect(outputs).toMatchObject({
      checksums: `${archive}.sha256`,
      changes: JSON.stringify([`Write ${archive}`, `Write ${archive}.sha256`]),
    });
    const { stdout } = await exec('tar', ['--full-time', '--utc', '-tvzf', archive], { cwd: repo.folder });
    expect(stdout.replaceAll(/ +\d+ (\d{4})/g, ' $1')).toBe(
      ['.helmignore', 'Chart.yaml', 'templates/a.yaml', 'values.yaml']
        .map((path) => `-rw-r--r-- 0/0 2026-01-01 12:01:00 demo/${path}\n`)
        .join(''),
    );
    expect(await file(repo, archive, 'demo/values.yaml')).toBe('# The values.\na: 1\n');
    await exec('sha256sum', ['--check', '--strict', `demo-0.1.0.tgz.sha256`], { cwd: join(repo.folder, 'dist') });
    expect(await helm(['show', 'chart', archive], { cwd: repo.folder })).toContain('name: demo\n');
  });

  it('is the same from another clone, with other modes, times and umask', async () => {
    await using one = await scratchRepository(demo);
    await using other = await scratchRepository({});
    await exec('sh', ['-c', 'umask 077; git clone -q "$0" there', one.scratch.origin], { cwd: other.folder });
    const there = join(other.folder, 'there');
    await exec('touch', ['-d', '2001-01-01', join(there, 'deploy/demo/values.yaml')]);
    const [first] = (await packages(one)).packages;
    const [second] = (await packages({ folder: there, environment: one.environment })).packages;
    expect(second).toEqual(first);
  });

  it('is left alone by a second run, which leaves it out of itself as well', async () => {
    await using repo = await scratchRepository({ 'Chart.yaml': chart('demo'), 'values.yaml': 'a: 1\n' });
    const given = { chart: '.', 'out-dir': '.' };
    const [first, second] = [await packages(repo, given), await packages(repo, given)];
    expect(second.packages).toEqual(first.packages);
    expect([first.outputs['changed'], second.outputs['changed']]).toEqual(['true', 'false']);
  });

  it('has the versions that are asked for, and the folder of the chart stays as it is', async () => {
    await using repo = await scratchRepository({
      ...demo,
      'charts/bare/Chart.yaml': 'apiVersion: v2\nname: bare\nversion: v0.1.0\n',
      'charts/bare/values.yaml': '',
    });
    const given = { chart: 'deploy/demo\ncharts/*', version: 'v0.3.0-rc.1', 'app-version': '1.20' };
    const { outputs, packages: made } = await packages(repo, given);
    expect(made.map(({ path }) => path)).toEqual(['dist/demo-0.3.0-rc.1.tgz', 'dist/bare-v0.3.0-rc.1.tgz']);
    expect(outputs['checksums']).toBe('dist/charts.sha256');
    const metadata = await file(repo, 'dist/demo-0.3.0-rc.1.tgz', 'demo/Chart.yaml');
    expect(metadata).toBe('apiVersion: v2\nappVersion: "1.20"\nname: demo\nversion: 0.3.0-rc.1\n');
    expect(await repo.git('status', '--porcelain')).toBe('?? dist/');
  });

  it('has the values that are asked for, in the place of others and of placeholders', async () => {
    const driver = 'fixtures/IBM__openstack-vim-driver/3.5.4/helm/os-vim-driver';
    const [metadata = '', values = ''] = await Promise.all(
      ['Chart.yaml', 'values.yaml'].map((name) => readFile(join(import.meta.dirname, '..', driver, name), 'utf8')),
    );
    await using repo = await scratchRepository({ 'helm/Chart.yaml': metadata, 'helm/values.yaml': values });
    const given = { chart: 'helm', version: '3.6.0', 'app-version': '3.6.0' };
    await packages(repo, { ...given, values: 'docker.version=3.6.0\napp.replicas=2' });
    const archive = 'dist/os-vim-driver-3.6.0.tgz';
    expect(await file(repo, archive, 'os-vim-driver/Chart.yaml')).toMatch(
      /^apiVersion: v1\nappVersion: 3\.6\.0\n[^]*\nversion: 3\.6\.0\n$/,
    );
    expect(await file(repo, archive, 'os-vim-driver/values.yaml')).toBe(
      values.replace('${image_version}', '3.6.0').replace('replicas: 1', 'replicas: 2'),
    );
    expect(await repo.git('status', '--porcelain')).toBe('?? dist/');
    expect(await refusedBefore(repo, { ...given, values: 'docker.tag=3.6.0' })).toBe(
      'helm/values.yaml:11:3 has no docker.tag.\nIt has image, version and imagePullPolicy.',
    );
  });

  it('is written in every mode', async () => {
    for (const mode of ['dry-run', 'check', 'local']) {
      await using repo = await scratchRepository(demo);
      const { outcome, outputs } = await perform(helmPackage, repo, { inputs: { ...inputs, mode }, env: { PATH } });
      expect([outcome.failure, outputs['changed']]).toEqual([undefined, 'false']);
      expect(await readdir(join(repo.folder, 'dist'))).toHaveLength(2);
    }
  });

  it('has files in the place of links inside, and nothing that editors leave behind', async () => {
    await using repo = await scratchRepository({
      ...demo,
      'deploy/demo/files/b.txt': 'b',
      'deploy/demo/a.yaml~': 'old',
    });
    await symlink('files', join(repo.folder, 'deploy/demo/here'));
    const { outcome } = await perform(helmPackage, repo, { inputs, env: { PATH } });
    expect(outcome.notes).toEqual([
      expect.stringMatching(/^Packaged with the Helm in PATH, v4\.3(\.1)?\. Whoever installed it has checked it\.$/),
      'Left out, because it belongs to no chart: "a.yaml~".',
    ]);
    expect(await file(repo, 'dist/demo-0.1.0.tgz', 'demo/here/b.txt')).toBe('b');
  });

  it('has every file as Helm alone packages it, although Helm does not see what it only copies', async () => {
    const app: Files = {
      'Chart.yaml': chart('app', 'dependencies:\n- {name: in, version: 0.1.0}\n- {name: packed, version: 0.1.0}\n'),
      'Chart.lock': 'dependencies: []\n',
      'values.yaml': '\uFEFFa: 1\n',
      'values.schema.json': '{"type": "object"}\n',
      'templates/a.yaml': template,
      'crds/a.yaml':
        'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: a.example.org}\n',
      'files/a.txt': 'a',
      'files/é ü': 'b',
      'files/large.txt': 'large\n'.repeat(50_000),
      'files/empty': '',
      'files/mark.txt': '\uFEFFc',
      '.helmignore': '*.md\n/ci/\n',
      'README.md': 'no',
      'ci/a': 'no',
      'sub/b.md': 'no',
      'sub/ci/c': 'd',
      'charts/_no.txt': 'no',
      'charts/in/Chart.yaml': chart('in'),
      'charts/in/files/d.txt': 'd',
      'charts/packed.tgz': chartTgz({ 'Chart.yaml': chart('packed'), 'files/e': 'e' }, 'packed'),
      // A chart in a chart that is no dependency: its new version is in both archives.
      'more/inner/Chart.yaml': chart('inner'),
      'more/inner/templates/a.yaml': template,
      'more/inner/f.txt': 'f',
    };
    const placed = Object.entries(app).map(([path, content]) => [`app/${path}`, content] as const);
    await using repo = await scratchRepository(Object.fromEntries(placed));
    const listed = join(repo.folder, 'seen.log');
    const light = await scriptAsHelm(
      `case "$1" in package) (cd "$5" && find . -type f -size +0 | LC_ALL=C sort >>${listed});; esac\nPATH='${PATH}' exec helm "$@"`,
    );
    for (const lint of ['false', 'true'])
      await succeed(helmPackage, repo, {
        inputs: {
          chart: 'app\napp/more/inner',
          version: '0.2.0',
          lint,
          dependencies: 'none',
          'out-dir': `dist-${lint}`,
        },
        env: { PATH: light },
      });
    const ofApp =
      '.helmignore Chart.lock Chart.yaml charts/_no.txt charts/in/Chart.yaml charts/in/files/d.txt charts/packed.tgz crds/a.yaml files/mark.txt templates/a.yaml values.schema.json values.yaml';
    const seen = `${ofApp} Chart.yaml templates/a.yaml`.split(' ').map((path) => `./${path}`);
    expect((await readFile(listed, 'utf8')).trimEnd().split('\n')).toEqual([...seen, ...seen]);
    for (const path of ['app', 'app/more/inner'])
      await exec('sed', ['-i', 's/^version: .*/version: 0.2.0/', join(repo.folder, path, 'Chart.yaml')]);
    for (const path of ['app', 'app/more/inner']) await helm(['package', path], { cwd: repo.folder });
    for (const name of ['app', 'inner'])
      for (const folder of ['dist-false', 'dist-true']) {
        const contents = async (archive: string) =>
          readChartArchive(archive, await readFile(join(repo.folder, archive)))
            .files.map(({ path, content }) => [path, content.toString('latin1')] as const)
            .toSorted(([one], [other]) => (one < other ? -1 : 1));
        expect(await contents(`${folder}/${name}-0.2.0.tgz`)).toEqual(await contents(`${name}-0.2.0.tgz`));
      }
  });
});

describe('dependencies', () => {
  const on = (...lines: readonly string[]) => `dependencies:\n${lines.map((line) => `- ${line}\n`).join('')}`;
  const siblings: Files = {
    'charts/app/Chart.yaml': chart(
      'app',
      on(
        '{name: base, version: 0.1.0, repository: "file://../base"}',
        '{name: third, version: ">=0.1.0-0", repository: "file://../third"}',
      ),
    ),
    'charts/app/values.yaml': 'a: 1\n',
    'charts/base/Chart.yaml': chart('base', on('{name: third, version: "~0.1.0", repository: "file://../third"}')),
    'charts/base/values.yaml': 'b: 1\n',
    'charts/third/Chart.yaml': chart('third'),
    'charts/third/values.yaml': 'c: 1\n',
  };

  it('on charts beside it are packaged first, and follow the version', async () => {
    await using repo = await scratchRepository(siblings);
    const { packages: made } = await packages(repo, { chart: 'charts/app\ncharts/base', version: '0.3.0' });
    expect(made.map((one) => one['chart'])).toEqual(['base', 'app']);
    const archive = 'dist/app-0.3.0.tgz';
    const of = (path: string) => file(repo, archive, path);
    expect(await of('app/Chart.yaml')).toContain('name: base\n  repository: file://../base\n  version: 0.3.0\n');
    expect(await of('app/charts/base/Chart.yaml')).toContain('\nversion: 0.3.0\n');
    expect(await of('app/charts/base/charts/third/Chart.yaml')).toContain('\nversion: 0.1.0\n');
    expect(await of('app/Chart.lock')).toContain('generated: "2026-01-01T12:01:00Z"\n');
    expect(await repo.git('status', '--porcelain')).toBe('?? dist/');
    const again = await packages(repo, { chart: 'charts/app\ncharts/base', version: '0.3.0' });
    expect(again.outputs['changed']).toBe('false');
  });

  it('in a lock file follow the version, too', async () => {
    await using repo = await scratchRepository(siblings);
    for (const folder of ['charts/base', 'charts/app'])
      await helm(['dependency', 'update', '--skip-refresh', folder], { cwd: repo.folder });
    await repo.shell('rm -r charts/*/charts');
    await repo.commit('Lock');
    await packages(repo, { chart: 'charts/*', version: '0.3.0' });
    const lock = await file(repo, 'dist/app-0.3.0.tgz', 'app/Chart.lock');
    expect(lock.match(/version: .*/g)).toEqual(['version: 0.3.0', 'version: 0.3.0']);
  });

  it('are taken as they are, or newly looked for, if that is asked for', async () => {
    await using repo = await scratchRepository({
      'a/Chart.yaml': chart('a', on('{name: b, version: ">=0", repository: "https://charts.invalid"}')),
      'a/values.yaml': '',
      'a/charts/b.tgz': chartTgz({ 'Chart.yaml': chart('b'), 'values.yaml': 'b: 1\n' }, 'b'),
    });
    await packages(repo, { chart: 'a', dependencies: 'none' });
    expect(await file(repo, 'dist/a-0.1.0.tgz', 'a/charts/b/values.yaml')).toBe('b: 1\n');
    expect(await refused(repo, { chart: 'a', dependencies: 'update' })).toMatch(
      /^Building the chart a failed: helm ended with the exit code 1\..*charts\.invalid[^]*\nCorrect the dependencies of the chart, or run helm repo add in an earlier step\.$/s,
    );
  });

  it('without a lock file have an exact version', async () => {
    await using repo = await scratchRepository({
      'a/Chart.yaml': chart(
        'a',
        on(
          '{name: b, version: 1.2.3, repository: "oci://r.invalid"}',
          '{name: c, version: ^1.2, repository: "@stable"}',
        ),
      ),
      'a/values.yaml': '',
    });
    expect(await refusedBefore(repo, { chart: 'a' })).toBe(
      'a/Chart.yaml:7 depends on "c" "^1.2", and there is no Chart.lock: another run may get another version.\nRun helm dependency update in the folder of the chart and commit Chart.lock, or write an exact version.',
    );
  });

  it('stay in the workspace, and go in no circle', async () => {
    const to = (repository: string) => on(`{name: b, version: 0.1.0, repository: "${repository}"}`);
    await using repo = await scratchRepository({
      'a/Chart.yaml': chart('a', to('file://../../b')),
      'b/Chart.yaml': chart('b', to('file:///etc/b')),
      'c/Chart.yaml': chart('c', to('file://../d')),
      'd/Chart.yaml': chart('d', to('file://../c')),
      'e/Chart.yaml': chart('e', to('file://../missing')),
    });
    const fix = 'Let it depend on a chart in the workspace, or on one that is published.';
    expect(await refusedBefore(repo, { chart: 'a' })).toBe(
      `a/Chart.yaml depends on "b" in "file://../../b", which is outside the workspace.\n${fix}`,
    );
    expect(await refusedBefore(repo, { chart: 'b' })).toBe(
      `b/Chart.yaml depends on "b" in "file:///etc/b", which is outside the workspace.\n${fix}`,
    );
    expect(await refusedBefore(repo, { chart: 'c' })).toBe(
      'c/Chart.yaml: Charts depend on each other: c → d → c.\nTake one of these dependencies out.',
    );
    expect(await refusedBefore(repo, { chart: 'e' })).toBe(
      `There is no folder missing.\nCorrect the path. It is relative to ${repo.folder}.`,
    );
  });
});

describe('what is wrong with a chart is told', () => {
  it('before Helm sees it: links that lead out, bombs, names that are paths, what is no chart', async () => {
    await using repo = await scratchRepository({
      ...demo,
      'a/Chart.yaml': chart('../../a'),
      'b/Chart.yaml': 'apiVersion: v2\nversion: 0.1.0\n',
      'c/Chart.yaml': chart('c'),
      'c/charts/bad.tgz': rawTgz([{ name: '../../x' }]),
      'd/Chart.yaml': 'name: {(helm.name)}\nversion: {(app.version)}\n',
      'e/values.yaml': 'a: 1\n',
      'f/Chart.yaml': chart('f'),
    });
    await symlink('/etc/passwd', join(repo.folder, 'deploy/demo/secret'));
    expect(await refusedBefore(repo)).toBe(
      'deploy/demo/secret is a link to "/etc/passwd", which is an absolute path: it exists on this machine only.\nPut a copy in its place, or let it lead to something in deploy/demo.',
    );
    const fix = 'Give it a name of letters, digits and hyphens. Helm makes the names of folders and files from it.';
    expect(await refusedBefore(repo, { chart: 'a\nb\nc\nd\ne' })).toBe(
      [
        `a/Chart.yaml has the name "../../a", which is no name of a chart.\n${fix}`,
        `b/Chart.yaml has no name.\n${fix}`,
        'c/charts/bad.tgz has the name "../../x", which leads out of its folder.\nGet this chart again from where it is published. If it is yours, package it again.',
        `d/Chart.yaml has the name '{"(helm.name)":null}', which is no name of a chart.\n${fix}`,
        'e is not a chart: it has no Chart.yaml.\nGive the folder of a chart, or a glob of such folders.',
      ].join('\n'),
    );
    expect(await refusedBefore(repo, { chart: 'f', values: 'image.tag=v1' })).toBe(
      'f has no values.yaml, in which a value could be set.\nCorrect the input chart, or leave the input values out.',
    );
  });

  it('by helm lint, unless nobody asks it', async () => {
    await using repo = await scratchRepository({ ...demo, 'deploy/demo/templates/a.yaml': '{{ .Values.a' });
    expect(await refused(repo)).toMatch(
      /^Building the chart deploy\/demo failed: helm ended with the exit code 1\.[^]*unclosed action[^]*\nCorrect what helm lint has found, or set lint: false\.$/,
    );
    expect((await packages(repo, { ...inputs, lint: 'false' })).packages).toHaveLength(1);
  });

  it('by helm package', async () => {
    await using repo = await scratchRepository({ ...demo, 'deploy/demo/values.yaml': 'a: [\n' });
    expect(await refused(repo, { ...inputs, lint: 'false' })).toMatch(
      /^Building the chart deploy\/demo failed: helm ended with the exit code 1\.[^]*values\.yaml[^]*\nCorrect what Helm has said\.$/,
    );
  });

  it('if two have one archive', async () => {
    await using repo = await scratchRepository({
      'a/Chart.yaml': chart('demo'),
      'a/values.yaml': '',
      'b/Chart.yaml': chart('demo'),
      'b/values.yaml': '',
    });
    expect(await refused(repo, { chart: 'a\nb' })).toBe(
      'a and b are both packaged as demo-0.1.0.tgz.\nGive one of them another name in its Chart.yaml, or package only one of them.',
    );
  });
});

describe('the helm in PATH', () => {
  const fix = 'Install Helm 3 or Helm 4 in an earlier step, or give the input helm-version.';
  it.each([
    ['echo v2.17.0', `The helm in PATH is "v2.17.0", which is neither Helm 3 nor Helm 4.\n${fix}`],
    ['echo broken >&2; exit 3', `The helm in PATH does not tell its version: it ended with the exit code 3.\n${fix}`],
  ])('is refused if it is %j', async (script, said) => {
    await using repo = await scratchRepository(demo);
    expect(await refused(repo, inputs, { PATH: await scriptAsHelm(script) })).toBe(said);
  });

  it('has to be there', async () => {
    await using repo = await scratchRepository(demo);
    const folder = await mkdtemp(join(tmpdir(), 'no-helm-'));
    await symlink(await systemProgram('git'), join(folder, 'git'));
    expect(await refused(repo, inputs, { PATH: folder })).toBe(
      'helm is not installed, or not in PATH.\nInstall helm in an earlier step.',
    );
  });
});
