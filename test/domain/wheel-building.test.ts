import { execFile } from 'node:child_process';
import { mkdtempDisposable, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { isAllowed } from '../../src/domain/versions/python-range.ts';
import { refuseUnmetRequirements } from '../../src/domain/wheels/build-requirements.ts';
import { checksumsOf, isLeftover, isProductOf } from '../../src/domain/wheels/leftovers.ts';
import { backendPins, frontPins } from '../../src/domain/wheels/pinned-builders.ts';
import { combinedPins, readPins } from '../../src/domain/wheels/pins.ts';
import { packageOf, refuseUnlessEqual } from '../../src/domain/wheels/products.ts';
import type { BuiltPackage } from '../../src/domain/wheels/products.ts';
import { supportedPythons } from '../../src/domain/wheels/pythons.ts';
import { parseWantedVersion, refuseOtherVersion } from '../../src/domain/wheels/wanted-version.ts';

const hash = `--hash=sha256:${'a'.repeat(64)}`;

describe('pins', () => {
  it.each([
    `setuptools==80.9.0 ${hash}`,
    `Setup_Tools == 80.9.0 ; python_version < '3.12' \\\n    ${hash} \\\n    ${hash}\n`,
    `# what builds\r\nsetuptools[core]==80.9.0 \\\r\n    ${hash} # via x\r\n\r\n`,
  ])('are read as pip reads them: %j', (text) => {
    expect(readPins('pins.txt', text).map(({ name }) => name)).toEqual([expect.stringMatching(/^setup-?tools$/)]);
  });

  it.each([
    'setuptools',
    'setuptools==80.9.0',
    `setuptools>=80 ${hash}`,
    `setuptools==80.* ${hash}`,
    `setuptools==80.9.0 --hash=md5:${'a'.repeat(32)}`,
    `-r other.txt`,
    '--index-url https://example.com',
    `setuptools @ https://example.com/setuptools.whl ${hash}`,
    `./setuptools.whl ${hash}`,
    `setuptools==80.9.0 ${hash} --config-settings=x=y`,
    `setuptools==80.9.0 \\\n    ${hash} \\`.replace('sha256', 'sha1'),
  ])('are refused if they leave anything open: %s', (text) => {
    expect(() => readPins('pins.txt', text)).toThrow('is not a package with one version and its hash.');
  });

  it('of a project come before those of this action', () => {
    const [own, front] = [readPins('p', `Packaging==25.0 ${hash}`), readPins('f', frontPins)];
    const all = combinedPins(own, front);
    expect(all[0]).toEqual({ name: 'packaging', version: '25.0', text: `Packaging==25.0 ${hash}` });
    expect(all.map(({ name }) => name).toSorted()).toEqual([
      'build',
      'colorama',
      'packaging',
      'pyproject-hooks',
      'tomli',
    ]);
  });

  it('of this action are all pinned', () => {
    expect(readPins('f', `${frontPins}${backendPins}`)).toHaveLength(14);
  });
});

describe('what a project needs to be built', () => {
  const pins = readPins('p', `${backendPins}${frontPins}`);
  const needs = (...requires: readonly string[]) => {
    const text = `[build-system]\nrequires = [${requires.map((one) => JSON.stringify(one)).join(', ')}]\n`;
    return refuseUnmetRequirements({ file: 'pyproject.toml', text }, pins);
  };

  it.each([
    ['setuptools'],
    ['setuptools>=61', 'wheel'],
    ['Setup-Tools'.replace('-', ''), 'flit_core >=3.2,<5'],
    ['poetry-core>=1.0.0'],
    ['hatchling (>=1.0)'],
    ['setuptools[core]~=84.0'],
    ['tomli>=1; python_version < "3.11"', 'not-for-this; python_version < "3"'],
    [],
    ['!'],
  ])('is there: %j %j', async (...requires) => {
    await expect(needs(...requires)).resolves.toBeUndefined();
  });

  const fix =
    'Pin all that the build needs in a file, each package with one version and its hash, and name that file in the input constraints.';
  it.each([
    ['setuptools-scm[toml]>=8', 'which is not pinned'],
    ['setuptools==68.0.0', 'but version 84.2.1 is pinned'],
    ['poetry-core>=1.0,<2.0', 'but version 2.5.0 is pinned'],
    ['setuptools<80 ; python_version > "3"', 'but version 84.2.1 is pinned'],
    ['setuptools @ https://example.com/x.whl', 'which is an address, and no version'],
  ])('is not there: %s', async (requirement, problem) => {
    await expect(needs('wheel', requirement)).rejects.toMatchObject({
      message: expect.stringMatching(new RegExp(`^Building needs ["'].*["'], ${problem}\\.$`)),
      fix,
      at: { file: 'pyproject.toml', line: 2 },
    });
  });

  it('is setuptools, where nothing else is said', async () => {
    const flit = readPins('p', frontPins);
    const message = 'Building needs "setuptools", which is not pinned.';
    await expect(refuseUnmetRequirements(undefined, flit)).rejects.toMatchObject({ message, fix });
    const text = '[project]\nname = "x"\n[build-system]\nbuild-backend = "x"\n';
    await expect(refuseUnmetRequirements({ file: 'pyproject.toml', text }, flit)).rejects.toMatchObject({ message });
    await expect(refuseUnmetRequirements({ file: 'pyproject.toml', text }, pins)).resolves.toBeUndefined();
  });

  it('is told all at once', async () => {
    await expect(needs('a', 'b')).rejects.toMatchObject({
      message: 'The pinned packages are not those that the project needs.',
      reasons: [
        { message: 'Building needs "a", which is not pinned.' },
        { message: 'Building needs "b", which is not pinned.' },
      ],
    });
  });
});

describe('the version that is wanted', () => {
  it.each([
    ['v1.2.0', '1.2.0'],
    ['1.2.0-rc.1', '1.2.0rc1'],
    ['1.0', '1.0'],
    ['0.2.0.dev0', '0.2.0.dev0'],
  ])('%s is %s', (text, pep440) => {
    expect(parseWantedVersion(text)).toBe(pep440);
  });

  it('is compared by its meaning', () => {
    expect(() => refuseOtherVersion('x.whl', '1.0', '1.0.0')).not.toThrow();
    expect(() => refuseOtherVersion('x.whl', '1.0rc1', '1.0.0')).toThrow(
      'x.whl has the version 1.0rc1, but the input version is 1.0.0.',
    );
  });
});

describe('what earlier builds have left', () => {
  const paths = ['tests/env/pyvenv.cfg', 'tests/env/lib/x.py', 'venv/x.py'];
  it.each([
    ['build/lib/x.py', true],
    ['build/bdist.linux-x86_64/x', true],
    ['build/x.py', false],
    ['src/build/lib/x.py', false],
    ['driver.egg-info/SOURCES.txt', true],
    ['src/driver.egg-info', true],
    ['a/__pycache__/x.cpython-311.pyc', true],
    ['a/node_modules/x', true],
    ['tests/env', true],
    ['tests/env/lib/x.py', true],
    ['tests/environment.py', false],
    ['venv/x.py', false],
    ['whls/x.whl', false],
  ])('is not a part of the project: %s %s', (path, isLeft) => {
    expect(isLeftover(paths)(path)).toBe(isLeft);
  });

  it('in the folders of products is told by its name', () => {
    const isProduct = isProductOf(['dist', 'docker/whls']);
    const all = ['dist/x.whl', 'dist/x.tar.gz', 'dist/x.py', 'docker/whls/x.whl', 'vendor/x.whl', 'dist.sha256'];
    expect(all.filter(isProduct)).toEqual(['dist/x.whl', 'dist/x.tar.gz', 'docker/whls/x.whl', 'dist.sha256']);
    expect(isProductOf(['.'])('x.whl')).toBe(true);
    expect([checksumsOf('.'), checksumsOf('out/python')]).toEqual(['wheel.sha256', 'out/python.sha256']);
  });
});

describe('the Pythons that can install a wheel', () => {
  const wheel = { name: 'x', version: '1', generator: undefined, requiresPython: undefined, abiTags: ['none'] };
  const all = ['3.9', '3.10', '3.11', '3.12', '3.13', '3.14', '3.15'];
  it.each([
    [undefined, ['py3'], ['none'], all],
    ['>=3.12', ['py2', 'py3'], ['none'], ['3.12', '3.13', '3.14', '3.15']],
    ['>=3.11.4,<3.14', ['py3'], ['none'], ['3.11', '3.12', '3.13']],
    ['>=3.10, !=3.12.*', ['py3'], ['none'], ['3.10', '3.11', '3.13', '3.14', '3.15']],
    ['>=3.9', ['cp312'], ['cp312'], ['3.12']],
    ['>=3.9', ['cp313'], ['abi3'], ['3.13', '3.14', '3.15']],
    ['<3', ['py2'], ['none'], []],
    [undefined, ['py2'], ['none'], []],
  ])('%s %s %s', (requiresPython, pythonTags, abiTags, expected) => {
    expect(supportedPythons({ ...wheel, requiresPython, pythonTags, abiTags })).toEqual(expected);
  });

  it('are none if the specifier is not one', () => {
    expect(isAllowed('3.12', 'about 3')).toBe(false);
  });
});

describe('two builds', () => {
  const wheels = new Map<string, BuiltPackage>();
  beforeAll(async () => {
    await using scratch = await mkdtempDisposable(join(tmpdir(), 'wheels-'));
    await promisify(execFile)('python3', [join(import.meta.dirname, '../support/wheels.py'), scratch.path]);
    for (const file of await readdir(scratch.path)) {
      const [title = '', name = ''] = file.split('=');
      if (!/^(?:good|build|more-files|other-bytes|other-order|other-time)$/.test(title)) continue;
      wheels.set(title, packageOf([{ name, bytes: await readFile(join(scratch.path, file)) }], false));
    }
  });
  const compare = (one: string, other: string) => {
    const [before, after] = [wheels.get(one), wheels.get(other)];
    if (before === undefined || after === undefined) throw new Error(`There is no ${one} or ${other}.`);
    refuseUnlessEqual(before, after);
  };

  const name = 'my_driver-1.0.0-py3-none-any.whl';
  it.each([
    ['good', 'other-bytes', `Two builds of ${name} differ: "my_driver/__init__.py" has other bytes.`],
    ['good', 'more-files', `Two builds of ${name} differ: only the second one has "my_driver/more.py".`],
    ['more-files', 'good', `Two builds of ${name} differ: only the first one has "my_driver/more.py".`],
    ['good', 'other-order', `Two builds of ${name} differ: the order of their files.`],
    ['good', 'other-time', `Two builds of ${name} differ: the times, modes or compression of their files.`],
    ['good', 'build', `The first build made "${name}", and the second "my_driver-1.0.0-2-py3-none-any.whl".`],
  ])('%s and %s differ', (one, other, message) => {
    expect(() => compare(one, other)).toThrow(message);
    expect(() => compare(one, one)).not.toThrow();
  });
});
