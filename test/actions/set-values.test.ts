import { readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import setValues from '../../actions/set-values/action.ts';
import { perform, refusal, succeed } from '../support/perform.ts';
import { scratchRepository } from '../support/repository.ts';

const read = (folder: string, path: string) => readFile(join(folder, path), 'utf8');

const packageFile = '{\n  "name": "os-vim-driver", "version": "0.1.0.dev0",\n  "ignition-version": "==0.0.9"\n}';
const chart = 'name: os-vim-driver\nversion: 0.1.0-dev.0\nappVersion: 0.1.0.dev0 # the image\n';
const values = 'docker:\n  image: os-vim-driver\n  version: 0.1.0.dev0\n';
const driver = {
  'driver/pkg_info.json': packageFile,
  'helm/Chart.yaml': chart,
  'helm/values.yaml': values,
  VERSION: '0.1.0.dev0\n',
};

const changedLines = async (repo: { git: (...args: string[]) => Promise<string> }) =>
  (await repo.git('diff', '--unified=0')).split('\n').filter((line) => /^[-+](?![-+])/.test(line));

describe('the version files of a driver', () => {
  const wanted = (python: string, semver: string, ignition: string) => `
    driver/pkg_info.json: { version: ${python}, ignition-version: ${ignition} }
    helm/Chart.yaml: { version: ${semver}, appVersion: ${python} }
    helm/values.yaml: { docker.version: ${python} }
    VERSION: ${python}
  `;

  it('are told as they were before', async () => {
    await using repo = await scratchRepository(driver);
    const inputs = { values: wanted('0.1.0', '0.1.0-dev.0', '==0.1.0') };
    const { previous } = await succeed(setValues, repo, { inputs });
    expect(JSON.parse(previous ?? '')).toEqual({
      'driver/pkg_info.json': { version: '0.1.0.dev0', 'ignition-version': '==0.0.9' },
      'helm/Chart.yaml': { version: '0.1.0-dev.0', appVersion: '0.1.0.dev0' },
      'helm/values.yaml': { 'docker.version': '0.1.0.dev0' },
      VERSION: '0.1.0.dev0',
    });
  });

  it('are set for a release, then for the next development version: exactly these lines change', async () => {
    await using repo = await scratchRepository(driver);
    await succeed(setValues, repo, { inputs: { values: wanted('0.1.0', '0.1.0', '==0.1.0') } });
    expect(await changedLines(repo)).toEqual([
      '-0.1.0.dev0',
      '+0.1.0',
      '-  "name": "os-vim-driver", "version": "0.1.0.dev0",',
      '-  "ignition-version": "==0.0.9"',
      '+  "name": "os-vim-driver", "version": "0.1.0",',
      '+  "ignition-version": "==0.1.0"',
      '-version: 0.1.0-dev.0',
      '-appVersion: 0.1.0.dev0 # the image',
      '+version: 0.1.0',
      '+appVersion: 0.1.0 # the image',
      '-  version: 0.1.0.dev0',
      '+  version: 0.1.0',
    ]);
    await repo.commit('Release');
    await succeed(setValues, repo, { inputs: { values: wanted('0.2.0.dev0', '0.2.0-dev.0', '==0.1.0') } });
    expect(await repo.git('diff', '--shortstat')).toBe('4 files changed, 5 insertions(+), 5 deletions(-)');
    expect(await read(repo.folder, 'VERSION')).toBe('0.2.0.dev0\n');
    expect(await read(repo.folder, 'driver/pkg_info.json')).toBe(
      packageFile.replace('0.1.0.dev0', '0.2.0.dev0').replace('==0.0.9', '==0.1.0'),
    );
  });

  it('are checked without being touched', async () => {
    await using repo = await scratchRepository(driver);
    const said = await refusal(setValues, repo, {
      inputs: { values: wanted('0.1.0', '0.1.0', '==0.1.0'), mode: 'check' },
    });
    const fix = 'Run it with mode: apply and commit the result, or correct the inputs.';
    expect(said.split('\n').filter((line) => line !== fix)).toEqual([
      'VERSION:1 has 0.1.0.dev0, not 0.1.0.',
      'driver/pkg_info.json:2 has version 0.1.0.dev0, not 0.1.0.',
      'driver/pkg_info.json:3 has ignition-version ==0.0.9, not ==0.1.0.',
      'helm/Chart.yaml:2 has version 0.1.0-dev.0, not 0.1.0.',
      'helm/Chart.yaml:3 has appVersion 0.1.0.dev0, not 0.1.0.',
      'helm/values.yaml:3 has docker.version 0.1.0.dev0, not 0.1.0.',
    ]);
    expect(await repo.git('status', '--porcelain')).toBe('');
  });

  it('never-lower keeps the next version of main from a release of an old branch', async () => {
    await using repo = await scratchRepository({ ...driver, VERSION: '0.3.0.dev0\n' });
    const { log, outputs } = await perform(setValues, repo, {
      inputs: { values: 'VERSION: 0.2.1.dev0\nhelm/Chart.yaml: { version: 0.2.1-dev.0 }', 'never-lower': 'true' },
    });
    expect(log).toContain('VERSION stays 0.3.0.dev0, because 0.2.1.dev0 is lower.');
    expect(outputs['files']).toBe('helm/Chart.yaml');
  });
});

describe('pins in the overlays of nine providers', () => {
  const providers = [
    'alibabacloud',
    'aws',
    'azure',
    'docker',
    'gcp',
    'ibmcloud',
    'ibmcloud-powervs',
    'libvirt',
    'vsphere',
  ];
  const path = (provider: string) => `src/adaptor/install/overlays/${provider}/kustomization.yaml`;
  const overlay = (tag: string) =>
    `images:\n- name: cloud-api-adaptor # change image\n  newName: quay.io/org/cloud-api-adaptor\n  newTag: ${tag} # change tag\n- name: other\n  newTag: v1\n`;
  const tags: Record<string, string> = {
    aws: '"latest"',
    libvirt: "'dev-latest'",
    docker: 'dev-latest',
    gcp: 'v0.1.0-dev',
  };
  const tree = Object.fromEntries(providers.map((provider) => [path(provider), overlay(tags[provider] ?? 'latest')]));
  const sha = '6d7d2a3fe8243809b3c3a710792c8498292e2fc3';
  const selector = "'images[name=cloud-api-adaptor].newTag'";
  const pins = [
    `'src/*/install/overlays/*/kustomization.yaml': { ${selector}: ${sha} }`,
    "'!src/*/install/overlays/alibabacloud/*': ''",
    `${path('libvirt')}: { ${selector}: dev-${sha} }`,
    `${path('docker')}: { ${selector}: dev-${sha} }`,
  ].join('\n');

  it('are set in one step, one excluded, two with a prefix, and un-pinned from another commit with every byte as before', async () => {
    await using repo = await scratchRepository(tree);
    const before = await repo.head();
    await succeed(setValues, repo, { inputs: { values: pins } });
    expect(await repo.git('diff', '--shortstat')).toBe('8 files changed, 8 insertions(+), 8 deletions(-)');
    expect(await read(repo.folder, path('alibabacloud'))).toBe(overlay('latest'));
    expect(await read(repo.folder, path('azure'))).toBe(overlay(sha));
    expect(await read(repo.folder, path('aws'))).toBe(overlay(`"${sha}"`));
    expect(await read(repo.folder, path('libvirt'))).toBe(overlay(`'dev-${sha}'`));
    await repo.commit('Pin');
    await repo.commit('Weeks later', { 'README.md': 'Later\n' });
    await succeed(setValues, repo, { inputs: { values: pins, from: before } });
    expect(await repo.git('diff', '--stat', before, '--', 'src')).toBe('');
    expect(await repo.git('diff', '--shortstat')).toBe('8 files changed, 8 insertions(+), 8 deletions(-)');
  });

  it('a SHA of digits and one e is text, and stays text', async () => {
    await using repo = await scratchRepository({ 'a.yaml': 'newTag: latest\n' });
    await succeed(setValues, repo, {
      inputs: { values: 'a.yaml: { newTag: 1234567890123456789012345678901234567e10 }' },
    });
    expect(await read(repo.folder, 'a.yaml')).toBe('newTag: "1234567890123456789012345678901234567e10"\n');
  });

  describe('from a commit', () => {
    const latin1 = Buffer.from('name: caf\xe9\nversion: 1\n', 'latin1');

    /** A checkout whose files were something else in its first commit. */
    async function project() {
      const repo = await scratchRepository({ 'a.yaml': 'old: 1\n' });
      await rm(join(repo.folder, 'a.yaml'));
      await writeFile(join(repo.folder, 'latin1.yaml'), latin1);
      await repo.write('folder/b.yaml', 'b: 1\n');
      await symlink('latin1.yaml', join(repo.folder, 'link.yaml'));
      await repo.commit('Before');
      await rm(join(repo.folder, 'link.yaml'));
      await rm(join(repo.folder, 'folder'), { recursive: true });
      const files = ['latin1.yaml', 'link.yaml', 'folder'];
      await repo.commit('After', Object.fromEntries(files.map((file) => [file, 'name: cafe\nversion: 2\n'])));
      return repo;
    }

    it.each([
      ['a whole file that is not UTF-8', "latin1.yaml: ''", 'latin1.yaml:1:10 is not UTF-8.'],
      ['a value in a file that is not UTF-8', 'latin1.yaml: { version: x }', 'latin1.yaml:1:10 is not UTF-8.'],
      ['a link', "link.yaml: ''", 'link.yaml is a symbolic link, not a file.'],
      ['a folder', "folder: ''", 'folder is a folder, not a file.'],
    ])('%s is refused, and nothing is written', async (_, wanted, said) => {
      await using repo = await project();
      const before = await repo.git('rev-parse', 'HEAD~1');
      expect(await refusal(setValues, repo, { inputs: { values: wanted, from: before } })).toBe(
        `${before.slice(0, 12)}:${said}\nGive another commit, in which this is a text file, or leave the file out.`,
      );
      expect(await repo.git('status', '--porcelain')).toBe('');
    });

    it.each(['tree', 'blob'])('what git cannot read, such as a lost %s, is not called absent', async (kind) => {
      await using repo = await scratchRepository({ 'sub/a.yaml': 'a: 1\n' });
      const before = await repo.head();
      const object = await repo.git('rev-parse', kind === 'tree' ? 'HEAD:sub' : 'HEAD:sub/a.yaml');
      await repo.commit('After', { 'sub/a.yaml': 'a: 2\n' });
      await rm(join(repo.folder, '.git/objects', object.slice(0, 2), object.slice(2)));
      const said = await refusal(setValues, repo, { inputs: { values: 'sub/a.yaml: { a: x }', from: before } });
      expect(said).toMatch(
        { tree: /^git ls-tree failed: error: Could not read /, blob: /^git cat-file failed: fatal: / }[kind] ?? '',
      );
      expect(said).toContain('\nFix what git reports, and run it again. What is already done is not repeated.');
    });

    it('every byte is copied, with a byte order mark, NUL and CRLF', async () => {
      await using repo = await scratchRepository({ 'a.bin': '\uFEFFa\0b\r\n\u00e9 ' });
      const before = await repo.head();
      await repo.commit('After', { 'a.bin': 'x' });
      await succeed(setValues, repo, { inputs: { values: "a.bin: ''", from: before } });
      expect(await readFile(join(repo.folder, 'a.bin'))).toEqual(Buffer.from('\uFEFFa\0b\r\n\u00e9 '));
    });
  });

  it.each([
    [
      'values',
      { values: "'{1..9999999}': x" },
      'The glob "{1..9999999}" stands for 9999999 globs, because of its braces. The limit is 100.',
    ],
    [
      'replace',
      { replace: `${'*a'.repeat(25)}: 1 => 2` },
      `The glob "${'*a'.repeat(25)}" has 25 stars between two slashes. The limit is 3.`,
    ],
  ])('a glob in %s that would take for ever is refused at once', async (_, inputs, said) => {
    await using repo = await scratchRepository({ VERSION: '1\n' });
    expect(await refusal(setValues, repo, { inputs })).toBe(
      `${said}\nWrite several globs that are simpler, or ** for all files and folders below a folder.`,
    );
  });

  it('a file, a path or a commit that is not there is refused', async () => {
    await using repo = await scratchRepository({ ...tree, VERSION: '1\n' });
    const first = await repo.head();
    await repo.commit('Add', { 'new.yaml': 'a: 1\n' });
    const said = async (inputs: Record<string, string>) => refusal(setValues, repo, { inputs });
    expect(await said({ values: "'src/*/nowhere/*': { a: b }" })).toContain('Nothing matches src/*/nowhere/*.');
    expect(await said({ values: "'!src/*/nowhere/*': ''\nVERSION: 2" })).toContain('Nothing matches src/*/nowhere/*.');
    expect(await said({ values: 'new.yaml: { a: 2 }', from: first })).toContain('has no file new.yaml');
    expect(await said({ values: 'new.yaml: { a: 2 }', from: 'v9' })).toContain('There is no commit "v9"');
    expect(await said({ values: `'${path('aws')}': { 'images[name=adaptor].newTag': x }` })).toContain(
      `${path('aws')}:2:1 has no images[name=adaptor].\nIt has cloud-api-adaptor and other.`,
    );
    expect(await repo.git('status', '--porcelain')).toBe('');
  });
});

describe('replace', () => {
  it('replaces whole versions, in every file of a glob, once', async () => {
    const before = 'Install 0.7.0, not 10.7.0, 0.7.0.1 or 0.7.01.\nv0.7.0-rc.1 and (0.7.0).\n';
    await using repo = await scratchRepository({
      'docs/a.md': before,
      'docs/deep/b.md': '0.7.0',
      'docs/c.md': 'none\n',
    });
    const inputs = { replace: 'docs/**/*.md: 0.7.0 => 0.8.0' };
    await succeed(setValues, repo, { inputs });
    expect(await read(repo.folder, 'docs/a.md')).toBe(
      'Install 0.8.0, not 10.7.0, 0.7.0.1 or 0.7.01.\nv0.8.0-rc.1 and (0.8.0).\n',
    );
    expect(await read(repo.folder, 'docs/deep/b.md')).toBe('0.8.0');
    expect(await succeed(setValues, repo, { inputs })).toMatchObject({ changed: 'false' });
  });

  it('of what is nowhere is refused', async () => {
    await using repo = await scratchRepository({ 'a.md': 'x\n' });
    expect(await refusal(setValues, repo, { inputs: { replace: 'a.md: 0.7.0 => 0.8.0' } })).toContain(
      'a.md contains neither "0.7.0" nor "0.8.0".',
    );
    expect(await refusal(setValues, repo, { inputs: { replace: 'a.md 0.7.0' } })).toContain(
      'contains the line "a.md 0.7.0", which is not a replacement',
    );
  });
});

describe('the input values', () => {
  it.each([
    ['*.yaml: { a: b }', 'contains the key "*.yaml" without quotes'],
    ['!a.yaml: ""', 'contains the key "!a.yaml" without quotes'],
    ['a.yaml', 'is not a YAML mapping of files'],
    ['a.yaml: [1]', 'contains a list for "a.yaml"'],
    ['a.yaml: { b: { c: 1 } }', 'contains no single value for "b"'],
    ['a.yaml: { b: 1, b: 2 }', 'contains b twice'],
    ['a.yaml: { "b[": 1 }', 'is not a path to a value'],
    ['a.yaml: { b: 1', 'is not valid YAML'],
    ['VERSION: { b: 1 }', 'VERSION is not a file whose values have paths.'],
    ['VERSION: 2\n"V*": { b: 1 }', 'both a new text for the whole file and values at paths'],
    ['', 'There is nothing to set.'],
  ])('%j is refused', async (given, reason) => {
    await using repo = await scratchRepository({ VERSION: '1\n', 'a.yaml': 'b: 1\n' });
    expect(await refusal(setValues, repo, { inputs: { values: given } })).toContain(reason);
    expect(await repo.git('status', '--porcelain')).toBe('');
  });

  it('every scalar is text: 1.20 stays 1.20', async () => {
    await using repo = await scratchRepository({
      'a.json': '{"v": "1"}',
      'a.toml': 'v = "1" # c\n',
      'a.cff': 'version: 1.19\ndate-released: 2020-01-01\n',
    });
    await succeed(setValues, repo, {
      inputs: {
        values: 'a.json: { v: 1.20 }\na.toml: { v: 1.20 }\na.cff: { version: 1.20, date-released: "2026-02-03" }',
      },
    });
    expect(await read(repo.folder, 'a.json')).toBe('{"v": "1.20"}');
    expect(await read(repo.folder, 'a.toml')).toBe('v = "1.20" # c\n');
    expect(await read(repo.folder, 'a.cff')).toBe('version: "1.20"\ndate-released: 2026-02-03\n');
  });
});

describe('a dependencies file', () => {
  const dependencies =
    'dependencies:\n  - name: promoter # ours\n    version: 4.5.0\n    refPaths:\n      - path: VERSION\n      - path: cloudbuild.yaml\n        match: TAG=v\n  - name: go\n    version: "1.26"\n    refPaths:\n      - path: go.mod\n        match: ^go \\d+\n';
  const tree = {
    'dependencies.yaml': dependencies,
    VERSION: '4.5.0\n',
    'cloudbuild.yaml': 'args:\n  - TAG=v4.5.0 # v4.5.0 is out\n  - 14.5.0\n',
    'go.mod': 'module x\n\ngo 1.26.0\n',
  };
  const given = { 'dependencies-file': 'dependencies.yaml' };

  it('leads a new version to every place that it names', async () => {
    await using repo = await scratchRepository(tree);
    const inputs = { ...given, dependencies: 'promoter=4.5.1' };
    await succeed(setValues, repo, { inputs });
    expect(await read(repo.folder, 'dependencies.yaml')).toBe(dependencies.replace('4.5.0', '4.5.1'));
    expect(await read(repo.folder, 'VERSION')).toBe('4.5.1\n');
    expect(await read(repo.folder, 'cloudbuild.yaml')).toContain('TAG=v4.5.1 # v4.5.1 is out\n  - 14.5.0');
    expect(await succeed(setValues, repo, { inputs })).toMatchObject({ changed: 'false' });
    expect(await succeed(setValues, repo, { inputs: { ...given, mode: 'check' } })).toMatchObject({ changed: 'false' });
  });

  it('is verified: every place that disagrees is named, with its line', async () => {
    await using repo = await scratchRepository({ ...tree, VERSION: '4.5.10\n', 'go.mod': 'module x\n\ngo 1.25.0\n' });
    await repo.git('rm', '--quiet', 'cloudbuild.yaml');
    const { outcome } = await perform(setValues, repo, { inputs: given });
    const { reasons } = outcome.failure as { reasons: { message: string; at: object }[] };
    expect(reasons.map(({ message }) => message).join('\n')).toMatch(/VERSION[^]*cloudbuild\.yaml[^]*go\.mod/);
  });

  it.each([
    [{ ...given, dependencies: 'promotre=1' }, 'promotre'],
    [{ ...given, dependencies: 'promoter' }, 'Write name=version.'],
    [{ dependencies: 'promoter=1' }, 'but dependencies-file is not'],
    [{ 'dependencies-file': 'nowhere.yaml' }, 'There is no file nowhere.yaml.'],
  ])('%j is refused', async (inputs, reason) => {
    await using repo = await scratchRepository(tree);
    expect(await refusal(setValues, repo, { inputs })).toContain(reason);
    expect(await repo.git('status', '--porcelain')).toBe('');
  });

  it('never-lower keeps a higher version in all its places', async () => {
    await using repo = await scratchRepository(tree);
    const { log, outputs } = await perform(setValues, repo, {
      inputs: { ...given, dependencies: 'promoter=4.4.9', 'never-lower': 'true' },
    });
    expect(log).toContain('promoter stays 4.5.0, because 4.4.9 is lower.');
    expect(outputs['changed']).toBe('false');
  });
});
