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
