import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { searchPath } from '../support/bundle.ts';
import { rehearsedIn } from '../support/rehearsed.ts';
import { scratchRepository } from '../support/repository.ts';

const wheel = [
  'import zipfile',
  'files = {"METADATA": "Metadata-Version: 2.1\\nName: rehearsed\\nVersion: 1.0\\n", "WHEEL": "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n", "RECORD": ""}',
  'with zipfile.ZipFile("rehearsed-1.0-py3-none-any.whl", "w") as whole:',
  '    whole.writestr("rehearsed.py", "print(__file__)\\n")',
  '    for name, text in files.items(): whole.writestr("rehearsed-1.0.dist-info/" + name, text)',
  '',
].join('\n');

const install = (pip: string) => `python3 wheel.py && ${pip} install --no-index ./rehearsed-1.0-py3-none-any.whl`;

const files = {
  'wheel.py': wheel,
  'tool/package.json': '{ "name": "rehearsed-tool", "version": "1.0.0", "bin": "tool.js" }\n',
  'tool/tool.js': '#!/usr/bin/env node\nconsole.log("::notice::the tool runs");\n',
  '.github/workflows/release.yml': [
    "on: { push: { tags: ['v*'] } }",
    'jobs:',
    '  python:',
    '    runs-on: ubuntu-latest',
    '    steps:',
    '      - uses: actions/checkout@v6',
    '      - { id: setup, uses: actions/setup-python@v6, with: { python-version: "3.x" } }',
    '      - uses: actions/setup-python@v6',
    `      - run: ${install('pip')} && echo "::notice::$(python -m rehearsed)"`,
    '      - run: ${{ steps.setup.outputs.python-path }} -m rehearsed && python -m venv --without-pip inner && inner/bin/python -c ""',
    '  machine:',
    '    runs-on: ubuntu-latest',
    `    steps: [{ uses: actions/checkout@v6 }, { run: ${install('python3 -m pip')} }]`,
    '  npm:',
    '    runs-on: ubuntu-latest',
    '    steps: [{ uses: actions/checkout@v6 }, { run: npm install --global ./tool && rehearsed-tool }]',
    '',
  ].join('\n'),
};

it(
  'lets jobs install packages, and changes neither the Python nor the Node of this machine',
  { timeout: 120_000 },
  async () => {
    await using repo = await scratchRepository(files);
    const { exitCode, text } = await rehearsedIn(repo.folder, ['v1.2.0']);
    expect(text).not.toContain('✗');
    expect(exitCode).toBe(0);
    expect(text).toMatch(/^ {6}\S*\/work\/_temp\/python\/lib\/\S*\/site-packages\/rehearsed\.py$/m);
    expect(text).toContain('      the tool runs\n');
    expect(text).toContain(
      'because pip would change the Python of this machine. With actions/setup-python in an earlier step, the job has its own.\n',
    );
  },
);

it('takes cargo from the default toolchain of rustup, because a job has another home', async () => {
  await using home = await scratchRepository({
    '.rustup/settings.toml': 'default_toolchain = "stable-x"\nprofile = "default"\n',
    '.rustup/toolchains/stable-x/bin/cargo': '#!/bin/sh\necho cargo 1.99.0\n',
    '.cargo/bin/cargo': '#!/bin/sh\necho rustup could not choose a version of cargo >&2\nexit 1\n',
  });
  for (const path of ['.rustup/toolchains/stable-x/bin/cargo', '.cargo/bin/cargo'])
    await chmod(join(home.folder, path), 0o755);
  await using repo = await scratchRepository({
    '.github/workflows/release.yml':
      "on: { push: { tags: ['v*'] } }\njobs:\n  rust: { runs-on: ubuntu-latest, steps: [{ uses: dtolnay/rust-toolchain@stable }, { run: cargo --version }] }\n",
  });
  const env = { PATH: `${join(home.folder, '.cargo/bin')}:${searchPath}`, HOME: home.folder };
  const { exitCode, text } = await rehearsedIn(repo.folder, ['v1.2.0'], env);
  expect(text).not.toContain('?');
  expect(exitCode).toBe(0);
});

it('keeps what corepack and gem write to the job, and lets Homebrew change nothing', async () => {
  await using programs = await scratchRepository({
    corepack: '#!/bin/sh\necho "::notice::corepack $*"\n',
    brew: '#!/bin/sh\necho "::notice::brew $*"\n',
  });
  for (const name of ['corepack', 'brew']) await chmod(join(programs.folder, name), 0o755);
  const homebrew = 'brew --prefix jq && brew install jq';
  const all = `corepack enable pnpm && corepack use pnpm@9 && ${homebrew} && echo "::notice::$GEM_HOME"`;
  const releaseYml = (script: string) =>
    `on: { push: { tags: ['v*'] } }\njobs:\n  a: { runs-on: ubuntu-latest, steps: [{ run: '${script}' }] }\n`;
  await using repo = await scratchRepository({ '.github/workflows/release.yml': releaseYml(all) });
  const here = await rehearsedIn(repo.folder, ['v1.2.0'], { PATH: `${programs.folder}:${searchPath}` });
  expect(here.text).toMatch(/^ {6}corepack enable --install-directory \S*\/home\/\.npm-global\/bin pnpm$/m);
  expect(here.text).toContain('      corepack use pnpm@9\n');
  expect(here.text).toContain('      brew --prefix jq\n');
  expect(here.text).toMatch(/^ {6}\S*\/home\/\.gem$/m);
  expect(here.text).not.toContain('      brew install jq\n');
  expect(here.text).toContain('because it would have changed this machine: brew install jq.\n');
  expect(here.exitCode).toBe(0);
  await using other = await scratchRepository({ '.github/workflows/release.yml': releaseYml(homebrew) });
  const elsewhere = await rehearsedIn(other.folder, ['v1.2.0'], { PATH: searchPath });
  expect(elsewhere.text).toContain('because this machine has no brew.\n');
  expect(elsewhere.exitCode).toBe(0);
});
