import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmod,
  copyFile,
  mkdir,
  mkdtempDisposable,
  readdir,
  readFile,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import buildWheel from '../../actions/build-wheel/action.ts';
import { readZip } from '../../src/domain/wheels/zip.ts';
import { perform, refusal, succeed } from '../support/perform.ts';
import {
  flitProject,
  offlineBuilds,
  osVimDriver,
  ownBackend,
  projects,
  setupPy,
  small,
  templateDriver,
} from '../support/python-projects.ts';
import { type Files, scratchRepository } from '../support/repository.ts';
import { pythonTool } from '../support/tool.ts';

const exec = promisify(execFile);
let env: Readonly<Record<string, string>> = {};
let checks = '';

beforeAll(async () => {
  [env, checks] = await Promise.all([offlineBuilds(), pythonTool('wheel-checks')]);
});

const pinsFile = join(import.meta.dirname, '../../actions/build-wheel/requirements.txt');
const pace = 1; // a build may take a minute of a busy machine
const project = (files: Files) => scratchRepository(files);
type Repository = Awaited<ReturnType<typeof project>>;
const built = (
  repo: { folder: string; environment?: Readonly<Record<string, string>> },
  inputs: Readonly<Record<string, string>> = {},
) => succeed(buildWheel, repo, { inputs, env, pace });
const refused = (repo: Repository, inputs: Readonly<Record<string, string>> = {}) =>
  refusal(buildWheel, repo, { inputs, env, pace });

/** A build, and the Python that it used. */
async function builtBy(repo: Repository, inputs: Readonly<Record<string, string>> = {}) {
  const { log, outcome, outputs } = await perform(buildWheel, repo, { inputs, env, pace });
  if (outcome.failure !== undefined) throw outcome.failure;
  return { outputs, python: /^\[command\](.+?) -/m.exec(log)?.[1] ?? '' };
}

/** What plain `python -m build --wheel` makes in a clone, at the same time. */
async function plainBuild(repo: Repository, python: string, args: readonly string[], variables = {}): Promise<string> {
  await using scratch = await mkdtempDisposable(join(tmpdir(), 'plain-'));
  await exec('git', ['clone', '-q', repo.scratch.origin, 'clone'], { cwd: scratch.path });
  const epoch = await repo.git('log', '-1', '--format=%ct');
  await exec(python, ['-m', 'build', '--wheel', ...args, '--outdir', 'out', 'clone'], {
    cwd: scratch.path,
    env: { ...process.env, ...env, SOURCE_DATE_EPOCH: epoch, ...variables },
  });
  const [name = ''] = await readdir(join(scratch.path, 'out'));
  return sha256(await readFile(join(scratch.path, 'out', name)));
}

const entriesOf = async (repo: Repository, path: string) => readZip(path, await readFile(join(repo.folder, path)));

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

const wheel = 'my_driver-1.0.0-py3-none-any.whl';

describe.each(Object.keys(projects))('a project of %s', (backend) => {
  it('becomes the wheel that python -m build makes with the same packages', async () => {
    await using repo = await project(projects[backend] ?? {});
    const { outputs, python } = await builtBy(repo, { version: 'v1.0.0' });
    expect(outputs).toMatchObject({ wheel: `dist/${wheel}`, name: 'my-driver', version: '1.0.0', changed: 'true' });
    expect(outputs['sha256']).toBe(sha256(await readFile(join(repo.folder, 'dist', wheel))));
    expect(await plainBuild(repo, python, ['--no-isolation'])).toBe(outputs['sha256']);
    expect((await repo.git('status', '--porcelain')).split('\n').toSorted()).toEqual(['?? dist.sha256', '?? dist/']);
  });
});

describe('drivers of the real layouts', () => {
  const drivers = [
    [() => osVimDriver('1.0.0'), 'os_vim_driver-1.0.0', ['tosca/definitions/tosca.yaml', 'bin/ovd']],
    [() => osVimDriver('3.5.4'), 'os_vim_driver-3.5.4', ['translator.conf', 'bin/ovd']],
    [templateDriver, 'my_driver-0.1.0', ['config/default.yml']],
  ] as const;

  it('become wheels that pip installs, and twine and check-wheel-contents accept', { timeout: 120_000 }, async () => {
    await using all = await mkdtempDisposable(join(tmpdir(), 'drivers-'));
    for (const [files, name, data] of drivers) {
      await using repo = await project(await files());
      const outputs = await built(repo, { version: name.split('-')[1] ?? '', 'copy-to': 'docker/whls' });
      expect(outputs['wheel']).toBe(`dist/${name}-py3-none-any.whl`);
      expect(await readdir(join(repo.folder, 'docker/whls'))).toEqual(['.gitkeep', `${name}-py3-none-any.whl`]);
      const file = join(repo.folder, 'docker/whls', `${name}-py3-none-any.whl`);
      const pip = ['-m', 'pip', 'install', '--quiet', '--no-deps', '--no-index', '--target', 'installed', file];
      await exec('python3', pip, { cwd: repo.folder });
      const installed = await readdir(join(repo.folder, 'installed'), { recursive: true });
      const module = installed.find((one) => /^[a-z]+driver$/.test(one)) ?? '';
      expect(installed).toEqual(
        expect.arrayContaining([...data, 'pkg_info.json', '__main__.py'].map((path) => join(module, path))),
      );
      await copyFile(file, join(all.path, basename(file)));
    }
    const wheels = drivers.map(([, name]) => `${name}-py3-none-any.whl`);
    const at = { cwd: all.path, env: { ...process.env, PYTHONPATH: checks } };
    const twine = await exec('python3', ['-m', 'twine', '--no-color', 'check', '--strict', ...wheels], at);
    expect(twine.stdout.match(/PASSED/g)).toHaveLength(3);
    const contents = await exec('python3', ['-m', 'check_wheel_contents', ...wheels], at);
    expect(contents.stdout.match(/: OK$/gm)).toHaveLength(3);
  });
});

it(
  'plain python -m build, which installs the pinned backend itself, makes the same wheel',
  { timeout: 120_000 },
  async () => {
    await using repo = await project(flitProject());
    const { outputs, python } = await builtBy(repo);
    const pins = await readFile(pinsFile, 'utf8');
    const constraints = join(repo.scratch.root, 'constraints.txt');
    await writeFile(constraints, pins.replaceAll(/ \\\n.*$/gm, ''));
    const where = 'import build, os; print(os.path.dirname(os.path.dirname(build.__file__)))';
    const packages = (await exec(python, ['-c', where])).stdout.trim();
    const variables = { PIP_CONSTRAINT: constraints, PYTHONPATH: packages };
    expect(await plainBuild(repo, 'python3', [], variables)).toBe(outputs['sha256']);
  },
);

describe('what is built', () => {
  it('is the same again, although what was built before is in the folder', async () => {
    await using repo = await project({ ...projects['hatchling'], '.gitignore': 'nothing\n' });
    const inputs = { sdist: 'true', 'out-dir': '.', 'copy-to': 'docker/whls' };
    const first = await built(repo, inputs);
    expect(first).toMatchObject({ wheel, sdist: 'my_driver-1.0.0.tar.gz', checksums: 'wheel.sha256' });
    expect((await exec('tar', ['-tzf', 'my_driver-1.0.0.tar.gz'], { cwd: repo.folder })).stdout).not.toMatch(
      /whl|sha256/,
    );
    expect(await built(repo, inputs)).toEqual({ ...first, changed: 'false', changes: '[]' });
    await exec('sha256sum', ['--check', '--strict', 'wheel.sha256'], { cwd: repo.folder });
  });

  it('has nothing that earlier builds have left, and leaves nothing itself', async () => {
    await using repo = await project({
      ...projects['setup.py'],
      'build/lib/my_driver/deleted.py': 'x = 1\n',
      'my_driver.egg-info/SOURCES.txt': 'x\n',
      'my_driver/__pycache__/old.pyc': '',
      'my_driver/data/env/pyvenv.cfg': '',
      'my_driver/data/env/lib/x.py': '',
    });
    await built(repo);
    const paths = (await entriesOf(repo, `dist/${wheel}`)).map(({ path }) => path);
    expect(paths.filter((path) => path.startsWith('my_driver/'))).toEqual([
      'my_driver/__init__.py',
      'my_driver/data/a.json',
      'my_driver/data/run.sh',
    ]);
  });

  it('can have a link to a file beside the project, which is copied', async () => {
    await using repo = await project({ LICENSE: 'Apache-2.0\n' });
    await mkdir(join(repo.folder, 'python'));
    for (const [path, text] of Object.entries({ 'setup.py': setupPy(), ...small }))
      await writeFile(join(repo.folder, 'python', path), text);
    await symlink('../LICENSE', join(repo.folder, 'python/LICENSE'));
    await symlink('my_driver.py', join(repo.folder, 'python/other.py'));
    expect(await built(repo, { path: 'python', 'out-dir': 'out' })).toMatchObject({
      wheel: `out/${wheel}`,
      checksums: 'out.sha256',
    });
    const licence = (await entriesOf(repo, `out/${wheel}`)).find(({ path }) => path.endsWith('/licenses/LICENSE'));
    expect(licence?.content().toString()).toBe('Apache-2.0\n');
  });

  it('is built a second time and compared', async () => {
    await using repo = await project(flitProject());
    const { log, outcome } = await perform(buildWheel, repo, { inputs: { verify: 'true' }, env, pace });
    expect(outcome.failure).toBeUndefined();
    expect(log.match(/^\[command\].* -m build --wheel /gm)).toHaveLength(2);
    expect(log).toContain('A second build gave the same bytes.');
  });

  it('tells for a matrix which Pythons can install it', async () => {
    await using repo = await project(projects['flit-core'] ?? {});
    expect(JSON.parse((await built(repo))['supported-pythons'] ?? '')).toEqual([
      '3.10',
      '3.11',
      '3.12',
      '3.13',
      '3.14',
      '3.15',
    ]);
  });
});

describe('copy-to', () => {
  const others = {
    'docker/whls/old-1.0-py3-none-any.whl': 'old',
    'docker/whls/notes.txt': 'x',
    'docker/whls/more/kept.whl': 'x',
  };

  it('leaves this wheel alone there, and names each other one that it removes', async () => {
    await using repo = await project({ ...flitProject(), ...others });
    await writeFile(join(repo.folder, 'precious'), 'x');
    await symlink('../../precious', join(repo.folder, 'docker/whls/link.WHL'));
    const inputs = { 'copy-to': 'docker/whls' };
    const changes = [
      `Write docker/whls/${wheel}`,
      'Remove docker/whls/link.WHL',
      'Remove docker/whls/old-1.0-py3-none-any.whl',
    ];
    expect(JSON.parse((await built(repo, { ...inputs, mode: 'dry-run' }))['changes'] ?? '')).toEqual(changes);
    expect(await readdir(join(repo.folder, 'docker/whls'))).toHaveLength(4);
    expect(await refused(repo, { ...inputs, mode: 'check' })).toContain(
      'Not done: Remove docker/whls/old-1.0-py3-none-any.whl.',
    );
    const { log, outputs } = await perform(buildWheel, repo, { inputs, env, pace });
    expect(JSON.parse(outputs['changes'] ?? '')).toEqual(changes);
    expect(log).toContain(
      'docker/whls has other wheels, which do not belong there: link.WHL and old-1.0-py3-none-any.whl.',
    );
    expect(await readdir(join(repo.folder, 'docker/whls'))).toEqual(['more', wheel, 'notes.txt']);
    expect(await readFile(join(repo.folder, 'precious'), 'utf8')).toBe('x');
    expect((await built(repo, { ...inputs, mode: 'check' }))['changed']).toBe('false');
  });
});

describe('the version', () => {
  it.each([
    ['1.0', '1.0.0'],
    ['1.2.0rc1', 'v1.2.0-rc.1'],
    ['0.2.0.dev0', '0.2.0-dev.0'],
  ])('%s of the project is %s of the tag', async (version, tag) => {
    await using repo = await project(flitProject(version));
    expect(await built(repo, { version: tag })).toMatchObject({ version });
  });

  it('is compared with the wheel, and another one is refused before anything is written', async () => {
    await using repo = await project(flitProject('1.2.0.dev0'));
    expect(await refused(repo, { version: 'v1.2.0' })).toBe(
      'my_driver-1.2.0.dev0-py3-none-any.whl has the version 1.2.0.dev0, but the input version is 1.2.0.\nSet the version of the project before the tag is made, as with set-values, or correct the input.',
    );
    expect(await readdir(repo.folder)).not.toContain('dist');
  });

  it('that has no form in PEP 440 is refused', async () => {
    await using repo = await project(flitProject());
    expect(await refused(repo, { version: 'v3.4.4-1' })).toBe(
      'Input version is "v3.4.4-1", which cannot be written in PEP 440.\nGive a version such as 1.2.3, 1.2.3-rc.1 or 1.2.3.dev0. The output pep440 of parse-tag is one.',
    );
  });
});

describe('constraints', () => {
  const hashes = async () => {
    const all = await readFile(pinsFile, 'utf8');
    return (name: string) => new RegExp(`^${name}==[^]*?sha256:\\w+`, 'm').exec(all)?.[0] ?? '';
  };

  it('replace the backends of this action', async () => {
    const pin = await hashes();
    await using repo = await project({ ...projects['hatchling'], 'pins.txt': `# pinned\n${pin('flit-core')}\n` });
    expect(await refused(repo, { constraints: 'pins.txt' })).toBe(
      'pyproject.toml:8:13: Building needs "hatchling", which is not pinned.\nPin all that the build needs in a file, each package with one version and its hash, and name that file in the input constraints.',
    );
    const flit = await project({ ...flitProject(), 'pins.txt': `${pin('flit-core')}\n` });
    expect(await built(flit, { constraints: 'pins.txt' })).toMatchObject({ wheel: `dist/${wheel}` });
    await flit[Symbol.asyncDispose]();
  });

  it('are named if the build itself fails', async () => {
    await using repo = await project({ ...small, 'setup.py': setupPy('import cython') });
    expect(await refused(repo)).toMatch(
      /^Building the wheel failed: python ended with the exit code 1\. It printed last:\n[^]*No module named 'cython'[^]*\nFind out why in what it printed, which is above in the log\. If a package is missing, pin all that the build needs in a file, and name it in the input constraints\.$/,
    );
  });

  it('without a hash are refused, with their lines', async () => {
    const pin = await hashes();
    await using repo = await project({
      ...small,
      'setup.py': setupPy(),
      'pins.txt': `${pin('setuptools')}\nwheel\n--index-url https://example.com\n`,
    });
    const fix = 'Write each package as name==version --hash=sha256:…, as pip-compile --generate-hashes does.';
    expect(await refused(repo, { constraints: 'pins.txt' })).toBe(
      `pins.txt:3: "wheel" is not a package with one version and its hash.\n${fix}\npins.txt:4: "--index-url https://example.com" is not a package with one version and its hash.\n${fix}`,
    );
  });
});

describe('Python', () => {
  const another =
    'Set up a newer Python in an earlier step, as with actions/setup-python, or name another one in the input python.';

  /** A program that answers some questions itself, and asks Python the others. */
  async function python(repo: Repository, answer: string): Promise<string> {
    await mkdir(join(repo.folder, 'tools'));
    await writeFile(
      join(repo.folder, 'tools/python'),
      `#!/bin/sh\ncase "$*" in ${answer} ;; esac\nexec python3 "$@"\n`,
    );
    await chmod(join(repo.folder, 'tools/python'), 0o755);
    return 'tools/python';
  }

  it.each([
    [
      'is not there',
      'no-such-python',
      'no-such-python is not installed, or not in PATH.\nInstall no-such-python in an earlier step.',
    ],
    ['is none', 'git', `git does not answer like a Python, and ended with the exit code 129.\n${another}`],
  ])('that %s is refused', async (_, program, message) => {
    await using repo = await project(flitProject());
    expect(await refused(repo, { python: program })).toBe(message);
  });

  const pipFix = 'Set up Python with actions/setup-python in an earlier step, or install pip for this one.';
  const networkFix =
    'Check the network and the settings of pip, such as PIP_INDEX_URL and PIP_FIND_LINKS. Packages that are pinned in constraints have to be there as wheels.';
  it.each([
    [
      'is too old',
      `*json*) echo '["/usr/bin/python", "3.9.18"]'; exit`,
      (path: string) => `${path} is Python 3.9.18. Building needs 3.10.2 or newer.\n${another}`,
    ],
    [
      'has an old pip',
      `*pip*--version*) echo 'pip 22.0.2 from /usr'; exit`,
      (path: string) => `${path} has no pip 22.3 or newer, which installs what builds wheels.\n${pipFix}`,
    ],
    [
      'has no venv',
      `*venv*) echo 'No module named venv' >&2; exit 1`,
      (path: string) => `${path} could not make an environment. It says: No module named venv\n${networkFix}`,
    ],
  ])('that %s is refused', async (_, answer, message) => {
    await using repo = await project(flitProject());
    const program = await python(repo, answer);
    const cache = { ...env, RUNNER_TOOL_CACHE: join(repo.scratch.root, 'tools') };
    expect(await refusal(buildWheel, repo, { inputs: { python: program }, env: cache, pace })).toBe(
      message(join(repo.folder, program)),
    );
    expect(await readdir(join(repo.scratch.root, 'tools/release-actions')).catch(() => [])).toEqual([]);
  });

  it('gets its environment once, and what a killed run left an hour ago is removed', async () => {
    await using repo = await project(flitProject());
    const folder = join(repo.scratch.root, 'tools/release-actions');
    const flit = /^flit-core==[^]*?sha256:\w+/m.exec(await readFile(pinsFile, 'utf8'))?.[0] ?? '';
    await writeFile(join(repo.folder, 'pins.txt'), `${flit}\n`);
    const own = {
      inputs: { constraints: 'pins.txt' },
      env: { ...env, RUNNER_TOOL_CACHE: join(repo.scratch.root, 'tools') },
      pace,
    };
    for (const name of ['builder-killed', 'builder-making']) await mkdir(join(folder, name), { recursive: true });
    await utimes(join(folder, 'builder-killed'), 0, 0);
    const { log, outcome } = await perform(buildWheel, repo, own);
    expect(outcome.failure).toBeUndefined();
    expect(log).toContain('Making the environment that builds wheels: ');
    expect(await readdir(folder)).toEqual(['builder-making', expect.stringMatching(/^python-[\d.]+-[0-9a-f]{16}$/)]);
    expect((await perform(buildWheel, repo, own)).log).not.toContain('Making the environment');
  });

  it('whose pip finds no packages is told what pip says', async () => {
    await using repo = await project(flitProject());
    const nothing = { ...env, RUNNER_TOOL_CACHE: join(repo.scratch.root, 'tools'), PIP_FIND_LINKS: repo.folder };
    expect(await refusal(buildWheel, repo, { env: nothing, pace })).toMatch(
      new RegExp(
        `^pip could not install what builds wheels\\. It says: ERROR: Could not find a version that satisfies the requirement [^\\n]*\\n${RegExp.escape(networkFix)}$`,
      ),
    );
  });
});

describe('what is no project with one wheel is refused', () => {
  it('a folder without setup.py and pyproject.toml', async () => {
    await using repo = await project({ 'README.md': '', 'docs/a.md': '' });
    const fix = 'Give the folder of the Python project in the input path.';
    expect(await refused(repo)).toBe(`The workspace has no pyproject.toml and no setup.py.\n${fix}`);
    expect(await refused(repo, { path: 'docs' })).toBe(`docs has no pyproject.toml and no setup.py.\n${fix}`);
  });

  it('links that lead out of the workspace, or to a folder beside the project', async () => {
    await using repo = await project({ 'driver/setup.py': setupPy(), 'shared/a.py': '' });
    await symlink('/etc/passwd', join(repo.folder, 'driver/passwd'));
    await symlink('../shared', join(repo.folder, 'driver/shared'));
    const fix =
      'A link has to lead to something in the project, or to a file in the workspace. Put a copy in its place.';
    expect((await refused(repo, { path: 'driver' })).split('\n').toSorted()).toEqual(
      [
        fix,
        fix,
        'driver/passwd is a link that leads to /etc/passwd.',
        `driver/shared is a link that leads to ${join(repo.folder, 'shared')}.`,
      ].toSorted(),
    );
  });

  it.each([
    ['no wheel', 'put("notes.txt")', 'The build made 0 wheels, not one.'],
    [
      'two wheels',
      'put("a-1-py3-none-any.whl"); put("b-1-py3-none-any.whl")',
      'The build made 2 wheels, not one: "a-1-py3-none-any.whl" and "b-1-py3-none-any.whl".',
    ],
  ])('a backend that makes %s', async (_, code, message) => {
    await using repo = await project(ownBackend(code));
    expect(await refused(repo)).toBe(
      `${message}\nLet the build make exactly one. The input path names the folder of one project.`,
    );
  });

  it('a backend that makes something else in place of a file', async () => {
    await using repo = await project(
      ownBackend('os.symlink("/etc/passwd", os.path.join(folder, "a-1-py3-none-any.whl"))'),
    );
    expect(await refused(repo)).toBe(
      'The build made "a-1-py3-none-any.whl", which is not a regular file.\nFind out which part of the build makes it.',
    );
  });

  it('a wheel that is larger than anything needs', async () => {
    await using repo = await project(
      ownBackend('put("a-1-py3-none-any.whl")\nos.truncate(os.path.join(folder, "a-1-py3-none-any.whl"), 2**30 + 1)'),
    );
    expect(await refused(repo)).toBe(
      'The build made "a-1-py3-none-any.whl", which has 1073741825 bytes. The limit is 1073741824.\nFind out which part of the build makes it.',
    );
  });

  it('with verify, a wheel that depends on the time', async () => {
    const code = 'import time; open("my_driver.py", "w").write(f"x = {time.time_ns()}\\n")';
    await using repo = await project({ ...small, 'setup.py': setupPy(code) });
    expect(await refused(repo, { verify: 'true' })).toBe(
      `Two builds of ${wheel} differ: "my_driver.py" has other bytes.\nFind out what of the build depends on the time, on chance or on its folder. Without verify: true nobody can build the same wheel either.`,
    );
    expect(await readdir(repo.folder)).not.toContain('dist');
  });
});
