import { cp, readlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { machine } from '../support/machine.ts';

const wanted = {
  '': { name: 'project', version: '1.0.0' },
  'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
  'node_modules/node-elsewhere': { version: '24.0.0', integrity: 'sha512-n', optional: true },
};
const { '': _project, 'node_modules/node-elsewhere': elsewhere, ...installed } = wanted;
const nodePackage = `node_modules/node-${process.platform}-${process.arch}`;
const withNode = { ...wanted, [nodePackage]: { version: '24.21.0', integrity: 'sha512-h', optional: true } };
const node20 = ['--require', './node-20.cjs'];
const npmCi = [
  expect.stringMatching(/^npm view semver version --fetch-retries=1 /),
  'npm ci --ignore-scripts --no-audit --no-fund --loglevel=error',
];

describe('setup', () => {
  it.each([
    ['what is optional is missing', installed],
    ['all is there', { ...installed, 'node_modules/node-elsewhere': elsewhere }],
  ])('does and says nothing when %s', async (_, packages) => {
    await using project = await clone({ packages });
    expect(await project.setUp()).toEqual({ exitCode: 0, stdout: '', stderr: '' });
    expect(await project.calls()).toEqual([]);
  });

  it.each([
    ['nothing is installed', undefined],
    ['a package is missing', {}],
    ['a package has another version', { 'node_modules/a': { version: '0.9.0', integrity: 'sha512-a' } }],
    ['a package has other content', { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-b' } }],
    ['a package is there that is not wanted', { ...installed, 'node_modules/b': { version: '1.0.0' } }],
  ])('installs, once, when %s', async (_, packages) => {
    await using project = await clone({ packages });
    expect((await project.setUp()).exitCode).toBe(0);
    expect(await project.setUp()).toEqual({ exitCode: 0, stdout: '', stderr: '' });
    expect(await project.calls()).toEqual(npmCi);
  });

  it('installs when only an older Node is there, and is content with the one that npm brings', async () => {
    await using project = await clone({ packages: installed, lock: withNode });
    await project.install('brought', 'echo v24.21.0');
    expect((await project.setUp(node20)).exitCode).toBe(0);
    expect(await project.setUp(node20)).toEqual({ exitCode: 0, stdout: '', stderr: '' });
    expect(await project.calls()).toEqual(npmCi);
  });

  it('makes the link to the Node that npm brings, where npm leaves it out', async () => {
    await using project = await clone({ lock: withNode, npm: `${obedientNpm}\n cp -r packed/. node_modules` });
    await project.install(join('packed', basename(nodePackage), 'bin', 'node'), 'echo v24.21.0');
    expect((await project.setUp(node20)).exitCode).toBe(0);
    expect(await readlink(project.at('node_modules', '.bin', 'node'))).toBe(`../${basename(nodePackage)}/bin/node`);
  });

  it('installs once more on that Node, where npm left out a binary that does not suit the older one', async () => {
    const binary = {
      version: '1.0.0',
      integrity: 'sha512-d',
      optional: true,
      os: [process.platform],
      cpu: process.arch,
    };
    const foreign = { ...binary, os: ['elsewhere'] };
    const lock = { ...withNode, 'node_modules/binary': binary, 'node_modules/foreign': foreign };
    await using project = await clone({
      lock,
      npm: `${obedientNpm}\n cp -r packed/. node_modules\n${leaveOut('binary')}`,
    });
    const node = `case "$1" in --version) echo v24.21.0;; *) echo "node $*" >> '${project.at('calls')}';; esac`;
    await project.install(join('packed', basename(nodePackage), 'bin', 'node'), node);
    const { exitCode, stderr } = await project.setUp(node20, [], { npm_execpath: '/npm-cli.js' });
    expect(exitCode).toBe(0);
    expect(stderr).toContain('Installing them again, for Node 24 instead of v20.20.2 …\n');
    expect(await project.calls()).toEqual([
      ...npmCi,
      expect.stringMatching(/^node \/npm-cli\.js ci --ignore-scripts /),
    ]);
  });

  it('says which Node is needed when npm brings none', async () => {
    await using project = await clone({ packages: installed, lock: withNode });
    const { exitCode, stderr } = await project.setUp(node20);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/Node 24 or newer is needed; PATH has v20\.20\.2, and npm has none to install for/);
    expect(await project.calls()).toEqual(npmCi);
  });

  it('says so at once when there is none for such a machine', async () => {
    await using project = await clone({});
    const { exitCode, stderr } = await project.setUp(node20);
    expect(exitCode).toBe(1);
    expect(stderr).toContain(`npm has none to install for ${process.platform} ${process.arch}.`);
    expect(await project.calls()).toEqual([]);
  });

  it('ends with an error when npm does', async () => {
    await using project = await clone({ npm: '[ "$1" = view ] || { echo "npm error no space" >&2; exit 1; }' });
    const { exitCode, stderr } = await project.setUp();
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/npm error no space\nnpm ci did not succeed\./);
  });

  it('says within seconds that the registry does not answer, and what leads there, without secrets', async () => {
    const reason =
      'request to https://me:secret@npm.example.com/semver failed, reason: connect ECONNREFUSED 127.0.0.1:9';
    await using project = await clone({ npm: `echo "npm error ${reason}" >&2; exit 1` });
    const env = { https_proxy: 'http://me:secret@127.0.0.1:9', no_proxy: '' };
    const { exitCode, stderr } = await project.setUp([], [], env);
    expect(exitCode).toBe(1);
    expect(stderr).toBe(`Installing the npm packages (npm ci --ignore-scripts) …
npm cannot reach its registry: request to https://npm.example.com/semver failed, reason: connect ECONNREFUSED 127.0.0.1:9
Check the network, and what npm config get registry says.
These variables decide by which way npm goes:
  https_proxy=http://127.0.0.1:9
`);
    expect(await project.calls()).toEqual([npmCi[0]]);
  });

  it('names the folders that it may not write to, and the variables for others', async () => {
    await using project = await clone({ programs: { python3: 'echo 3.11.7' } });
    await project.write('file', '');
    const env = { HOME: project.at('file'), RELEASE_ACTIONS_CACHE: '', npm_lifecycle_event: 'preexample' };
    const { exitCode, stderr } = await project.setUp([], ['python3'], env);
    expect(exitCode).toBe(1);
    expect(stderr).toBe(`npm run example needs folders for what it fetches, and may not write there:
  ${project.at('file')}/.npm (ENOTDIR): set npm_config_cache to another folder
  ${project.at('file')}/.cache/release-actions (ENOTDIR): set RELEASE_ACTIONS_CACHE to another folder
`);
    expect((await project.calls()).filter((call) => call.startsWith('npm'))).toEqual([]);
  });
});

describe('a program that a script needs', () => {
  const git = 'echo git version 2.39.5 "(Apple Git-154)"';
  const python3 = 'echo "3.11.7 (main)"';
  const needs = ['git', 'python3', 'gpg'];

  it('is taken from PATH', async () => {
    await using project = await clone({ packages: installed, programs: { git, python3, gpg: '' } });
    expect(await project.setUp([], needs)).toEqual({ exitCode: 0, stdout: '', stderr: '' });
  });

  it.each([{}, { CI: 'true' }])(
    'is named with all others that are missing, before anything is done: %j',
    async (env) => {
      await using project = await clone({ programs: { 'apt-get': '' } });
      const { exitCode, stderr } = await project.setUp([], needs, { ...env, npm_lifecycle_event: 'pretest' });
      expect(exitCode).toBe(1);
      expect(stderr).toBe(`npm run test needs programs that this machine lacks:
  git 2.38 or newer: there is no git on PATH
  Python 3.11 or newer with pip: there is no python3 on PATH
  gpg: there is no gpg on PATH
Debian, Ubuntu: apt-get install git python3 python3-pip gnupg
macOS: brew install git python gnupg
`);
      expect(await project.calls()).toEqual([]);
    },
  );

  it.each([
    ['git', 'echo git version 2.34.1', /git 2\.38 or newer: found 2\.34\.1, \/.*\/git\n/],
    ['git', 'echo git version 1.99', /found 1\.99/],
    ['python3', 'echo 3.9.18', /Python 3\.11 or newer with pip: found 3\.9\.18, /],
    ['python3', `echo "No module named 'pip'" >&2; exit 1`, /python3 says No module named 'pip'\n/],
  ])('is refused when it is not what is needed: %s, %s', async (name, script, message) => {
    await using project = await clone({ packages: installed, programs: { [name]: script } });
    const { exitCode, stderr } = await project.setUp([], [name]);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(message);
  });

  it('is Node itself', async () => {
    await using project = await clone({ packages: installed });
    const { exitCode, stderr } = await project.setUp(['--require', './node-16.cjs']);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/Node 18 or newer with npm: found v16\.20\.2\nDebian, Ubuntu: apt-get install nodejs npm\n/);
  });
});

// Its npm installs what package-lock.json asks for, and the Node `brought` if there is one.
const obedientNpm = `
  [ "$1" = ci ] || exit 0
  mkdir -p node_modules/.bin
  cp package-lock.json node_modules/.package-lock.json
  if [ -e brought ]; then cp brought node_modules/.bin/node; fi`;

const leaveOut = (name: string) => `
  sed 's#node_modules/${name}#node_modules/left-out#' package-lock.json > node_modules/.package-lock.json`;

type Clone = {
  readonly lock?: object;
  readonly packages?: object | undefined;
  readonly npm?: string;
  readonly programs?: Readonly<Record<string, string>>;
};

async function clone({ lock = wanted, packages, npm = obedientNpm, programs = {} }: Clone) {
  const project = await machine({ npm, ...programs });
  const scripts = project.at('.github', 'scripts');
  const own = join(import.meta.dirname, '..', '..', '.github', 'scripts');
  await cp(own, scripts, { recursive: true, filter: (path) => path === own || path.includes('setup') });
  await project.write('package.json', '{ "type": "module" }');
  await project.write('package-lock.json', JSON.stringify({ packages: lock }));
  await project.write('node-20.cjs', posingAs('20.20.2'));
  await project.write('node-16.cjs', posingAs('16.20.2'));
  if (packages !== undefined) await project.write('node_modules/.package-lock.json', JSON.stringify({ packages }));
  return {
    ...project,
    setUp: (options: readonly string[] = [], needs: readonly string[] = [], env = {}) =>
      project.node([...options, join(scripts, 'setup.js'), ...needs], env),
  };
}

const posingAs = (version: string) => `
  Object.defineProperty(process, 'version', { value: 'v${version}' });
  Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } });`;
