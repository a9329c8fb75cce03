import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cacheFolder } from './cache.ts';
import type { Files } from './repository.ts';
import { pythonTool } from './tool.ts';

/** The variables with which build-wheel needs no network. The environment that builds is kept for all tests. */
export async function offlineBuilds(): Promise<Readonly<Record<string, string>>> {
  return {
    // An address: pip takes a space in a path for the end of it.
    PIP_FIND_LINKS: pathToFileURL(await pythonTool('wheelhouse')).href,
    PIP_NO_INDEX: '1',
    RUNNER_TOOL_CACHE: join(cacheFolder(), 'wheel-builders'),
  };
}

const metadata =
  '[project]\nname = "my-driver"\nversion = "1.0.0"\ndescription = "A driver."\nrequires-python = ">=3.10"\n';

const pyproject = (backend: string, requires: string, project = metadata) =>
  `${project}\n[build-system]\nrequires = ["${requires}"]\nbuild-backend = "${backend}"\n`;

/** A small project of a fast backend. */
export const flitProject = (version = '1.0.0'): Files => ({
  'my_driver.py': 'x = 1\n',
  'pyproject.toml': pyproject('flit_core.buildapi', 'flit_core', metadata.replace('1.0.0', version)),
});

/** A setup.py that runs some code, then makes a wheel of one module. */
export const setupPy = (code = '', version = '1.0.0'): string =>
  `${code}\nfrom setuptools import setup\nsetup(name='my-driver', version='${version}', py_modules=['my_driver'])\n`;

export const small: Files = { 'my_driver.py': 'x = 1\n' };

const inPackage: Files = {
  'my_driver/__init__.py': '"""A driver."""\n',
  'my_driver/data/a.json': '{}\n',
  'my_driver/data/run.sh': '#!/bin/sh\n',
};

/** A project for each backend. Each has a package with data. */
export const projects: Readonly<Record<string, Files>> = {
  'setup.py': {
    ...inPackage,
    'setup.py':
      "from setuptools import setup\nsetup(name='my-driver', version='1.0.0', packages=['my_driver'], include_package_data=True)\n",
    'MANIFEST.in': 'recursive-include my_driver/data *\n',
  },
  setuptools: {
    ...inPackage,
    'pyproject.toml': `${pyproject('setuptools.build_meta', 'setuptools>=77')}\n[tool.setuptools]\npackages = ["my_driver"]\n[tool.setuptools.package-data]\nmy_driver = ["data/*"]\n`,
  },
  hatchling: { ...inPackage, 'pyproject.toml': pyproject('hatchling.build', 'hatchling') },
  'poetry-core': {
    ...inPackage,
    'pyproject.toml': pyproject(
      'poetry.core.masonry.api',
      'poetry-core>=1.0.0',
      '[tool.poetry]\nname = "my-driver"\nversion = "1.0.0"\ndescription = "A driver."\nauthors = ["Ann <ann@example.com>"]\n[tool.poetry.dependencies]\npython = "^3.10"\n',
    ),
  },
  'flit-core': { ...inPackage, 'pyproject.toml': pyproject('flit_core.buildapi', 'flit_core>=3.2') },
};

const fixtures = join(import.meta.dirname, '../fixtures');

/** os-vim-driver as it was released, with a setup.py such as it had then, and the files that its MANIFEST.in names. */
export async function osVimDriver(version: '1.0.0' | '3.5.4'): Promise<Files> {
  const read = (path: string) => readFile(join(fixtures, 'IBM__openstack-vim-driver', version, path), 'utf8');
  const paths = ['MANIFEST.in', 'DESCRIPTION.md', 'osvimdriver/pkg_info.json'];
  const files = await Promise.all(paths.map(async (path) => [path, await read(path)] as const));
  return {
    ...Object.fromEntries(files),
    'setup.py': driverSetup({ name: 'os-vim-driver', module: 'osvimdriver' }),
    'build.py': 'raise SystemExit("This is the build of the project, not the one of PyPA.")\n',
    'osvimdriver/__init__.py': '',
    'osvimdriver/__main__.py': 'def main():\n    pass\n',
    'osvimdriver/bin/ovd': '#!/usr/bin/env sh\npython3 -m osvimdriver\n',
    'osvimdriver/config/ovd_config.yml': 'application:\n  port: 8292\n',
    'osvimdriver/tosca/definitions/tosca.yaml': 'tosca_definitions_version: tosca_simple_yaml_1_0\n',
    'osvimdriver/api_specs/vim_driver.yaml': 'openapi: 3.0.0\n',
    'osvimdriver/translator.conf': '[DEFAULT]\n',
    'docker/whls/.gitkeep': '',
  };
}

/** A driver that was made from the Ignition template, whose placeholders have values. */
export async function templateDriver(): Promise<Files> {
  const template = join(fixtures, 'IBM__ignition/3.6.3/ignition/templates/driver_template');
  const filled = async (path: string) =>
    (await readFile(join(template, path), 'utf8'))
      .replaceAll('{(app.module_name)}', 'mydriver')
      .replaceAll('{(app.version)}', '0.1.0');
  return {
    'MANIFEST.in': await filled('MANIFEST.in'),
    'mydriver/pkg_info.json': await filled('{(app.module_name)}/pkg_info.json'),
    'setup.py': driverSetup({ name: 'my-driver', module: 'mydriver' }),
    'DESCRIPTION.md': '# My driver\n',
    'mydriver/__init__.py': '',
    'mydriver/__main__.py': 'def main():\n    pass\n',
    'mydriver/config/default.yml': 'application:\n  port: 7276\n',
    'docker/whls/.gitkeep': '',
  };
}

const driverSetup = ({ name, module }: { readonly name: string; readonly module: string }) => `import json
from setuptools import setup, find_namespace_packages

with open('${module}/pkg_info.json') as fp:
    _pkg_info = json.load(fp)

with open('DESCRIPTION.md', 'r') as description_file:
    long_description = description_file.read()

setup(
    name='${name}',
    version=_pkg_info['version'],
    author='Accanto Systems',
    description='A driver',
    long_description=long_description,
    long_description_content_type='text/markdown',
    url='https://github.com/accanto-systems/${name}',
    packages=find_namespace_packages(include=['${module}*']),
    include_package_data=True,
    install_requires=['requests>=2.20'],
    entry_points='''
        [console_scripts]
        ${module}-dev=${module}.__main__:main
    ''',
)
`;

/** A project whose backend is a file of it. It puts wheels that test/support/wheels.py makes where the wheel belongs. */
export const ownBackend = (code: string): Files => ({
  'pyproject.toml': '[build-system]\nrequires = []\nbuild-backend = "backend"\nbackend-path = ["."]\n',
  'backend.py': `import os, sys\ndef build_wheel(folder, config_settings=None, metadata_directory=None):\n    put = lambda name, data=b"": open(os.path.join(folder, name), "wb").write(data)\n${code.replaceAll(/^/gm, '    ')}\n    return sorted(os.listdir(folder))[0]\n`,
});
