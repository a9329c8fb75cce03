import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { productsOf } from '../../src/init/products.ts';
import { type Repository, tells } from '../../src/init/repository.ts';
import { versionPlanOf } from '../../src/init/version-plan.ts';
import { workflowsFor } from '../../src/init/workflows.ts';

export type Shape = {
  readonly name: string;
  readonly branch?: string;
  readonly tags?: readonly string[];
  readonly files: Readonly<Record<string, string>>;
};

const chart = (name: string, version: string, appVersion: string) =>
  `apiVersion: v2\nname: ${name}\nversion: ${version}\nappVersion: ${appVersion}\n`;
const flit = (version: string) =>
  `[build-system]\nrequires = ["flit_core"]\nbuild-backend = "flit_core.buildapi"\n\n[project]\nname = "lib"\ndescription = "A library."\nversion = "${version}"\n`;
const module = '"""A library."""\n';

const goModule = (name: string) => ({
  'go.mod': `module example.com/org/${name}\n\ngo 1.24\n`,
  'a.go': 'package a\n',
});

const inFolder = (folder: string, files: Shape['files']) =>
  Object.fromEntries(Object.entries(files).map(([file, text]) => [`${folder}/${file}`, text]));

const imageList = (root: string, name: string, source: string) => ({
  [`${root}images/${name}/images.yaml`]: `- name: ${name}\n  dmap:\n    "sha256:${'a'.repeat(64)}": ["v0.9.0"]\n`,
  [`${root}manifests/${name}/promoter-manifest.yaml`]: `registries:\n- name: ${source}\n  src: true\n- name: us-west1-docker.pkg.dev/production/${name}\n`,
});

/** Repositories of usual and of odd shapes. */
export const shapes: Readonly<Record<string, Shape>> = {
  'a wheel, and no tag yet': {
    name: 'org/lib',
    files: { 'pyproject.toml': flit('1.2.0.dev0'), 'lib.py': module },
  },
  'a wheel with v in its tags, in a folder, on master': {
    name: 'org/lib',
    branch: 'master',
    tags: ['v1.0', 'v1.1.0'],
    files: {
      'pyproject.toml': '[tool.ruff]\nline-length = 99\n',
      'python/pyproject.toml': flit('1.2.0'),
      'python/lib.py': module,
      'CITATION.cff': 'cff-version: 1.2.0\nversion: 1.2.0\n',
      'package.json': '{ "name": "docs", "version": "0.0.1" }\n',
    },
  },
  'a wheel whose version is code': {
    name: 'org/old',
    tags: ['1.0.0'],
    files: {
      'setup.py': "from setuptools import setup\nsetup(name='old', version='1.1.0', py_modules=['old'])\n",
      'old.py': module,
    },
  },
  'a chart alone, with one version': {
    name: 'org/charts',
    tags: ['v0.4.0'],
    files: { 'deploy/app/Chart.yaml': chart('app', '0.5.0', 'v0.5.0') },
  },
  'a chart alone, with an app of another version': {
    name: 'org/charts',
    tags: ['app-1.4.0', 'app-1.3.0'],
    files: { 'deploy/app/Chart.yaml': chart('app', '1.5.0', '8.0.1') },
  },
  'a chart alone, whose tags have a name of their own': {
    name: 'org/app',
    tags: ['v0.3.0', 'v0.2.0', 'v0.1.0', 'other-1.4.0', 'app-helm-chart-1.4.0', 'app-helm-chart-1.3.0'],
    files: { 'charts/app/Chart.yaml': chart('app', '1.4.0', '0.3.0') },
  },
  'a chart with tags of its own, and an image beside': {
    name: 'Org/App',
    tags: ['v2.0.0', 'app-1.3.0', 'app-1.4.0'],
    files: {
      'charts/app/Chart.yaml': `${chart('app', '1.5.0', '2.1.0')}dependencies: [{ name: part, version: 9.9.9 }]\n`,
      'charts/app/values.yaml':
        'image:\n  repository: ghcr.io/org/app\n  tag: v2.1.0\nproxy:\n  repository: docker.io/library/proxy\n  tag: 2.1.0\n',
      'charts/app/charts/part/Chart.yaml': chart('part', '9.9.9', '9.9.9'),
      Dockerfile: 'FROM scratch\n',
    },
  },
  'an image with a VERSION, and CRLF': {
    name: 'org/tool',
    tags: ['nightly', 'v4.5.0'],
    files: { VERSION: 'v4.5.1\r\n', Dockerfile: 'FROM scratch\n', 'CHANGELOG.md': '# Changelog\n', 'go.mod': '' },
  },
  'one Go module': {
    name: 'org/module',
    tags: ['v1.0.0'],
    files: { ...goModule('module'), VERSION: '1.1.0\n', 'examples/go.mod': '' },
  },
  'Go modules below an image': {
    name: 'org/operator',
    files: {
      ...goModule('operator'),
      ...inFolder('api', goModule('operator/api')),
      'build/Dockerfile': 'FROM scratch\n',
    },
  },
  'two charts and two images': {
    name: 'org/second',
    tags: ['release-0.1.0'],
    files: {
      'charts/first/Chart.yaml': chart('first', '0.2.0', '0.2.0'),
      'charts/second/Chart.yaml': chart('second', '0.2.0', '0.2.0'),
      'first/Dockerfile': 'FROM scratch\n',
      'second/Dockerfile': 'FROM scratch\n',
    },
  },
  'a wheel of poetry, with its documentation': {
    name: 'org/poet',
    tags: ['v0.3.0'],
    files: {
      'pyproject.toml':
        '[tool.poetry]\nname = "poet"\nversion = "0.3.0"\ndescription = "A library."\nauthors = []\n\n[build-system]\nrequires = ["poetry-core"]\nbuild-backend = "poetry.core.masonry.api"\n',
      'poet.py': module,
      'docs/index.md': '# Poet\n',
    },
  },
  'a wheel of hatchling, whose version is code, with an image': {
    name: 'org/hatch',
    tags: ['0.1.0', '0.2.0'],
    files: {
      'pyproject.toml':
        '[project]\nname = "hatch"\ndynamic = ["version"]\n\n[tool.hatch.version]\npath = "hatch/about.py"\n\n[build-system]\nrequires = ["hatchling"]\nbuild-backend = "hatchling.build"\n',
      'hatch/__init__.py': module,
      'hatch/about.py': "__version__ = '0.2.0'\n",
      'docker/Dockerfile': 'FROM scratch\nCOPY whls/*.whl /whls/\n',
      'CHANGELOG.md': '# Changelog\n\n## 0.2.0 - 2026-01-01\n\n- The second one.\n',
    },
  },
  'Go modules, of which one is new': {
    name: 'org/modules',
    tags: ['v1.0.0', 'api/v1.0.0'],
    files: {
      ...goModule('modules'),
      ...inFolder('api', goModule('modules/api')),
      ...inFolder('client', goModule('modules/client')),
      'CITATION.cff': 'cff-version: 1.2.0\nversion: 1.0.0\n',
    },
  },
  'Go modules of two lines, with tools': {
    name: 'org/lines',
    tags: ['v1.0.0', 'api/v1.0.0', 'log/v0.20.0'],
    files: {
      ...goModule('lines'),
      ...Object.fromEntries(
        ['api', 'client', 'internal/build', 'log', 'test/e2e', 'tools'].flatMap((folder) =>
          Object.entries(inFolder(folder, goModule(`lines/${folder}`))),
        ),
      ),
    },
  },
  'a chart of many, beside tools of the developers': {
    name: 'org/many',
    tags: ['many-1.0.0'],
    files: {
      'charts/many/Chart.yaml': chart('many', '1.1.0', '8.0.0'),
      'charts/many/values.yaml': Array.from(
        { length: 12 },
        (_, index) => `a${index}: { image: docker.io/library/a${index}, tag: 1.1.0 }\n`,
      ).join(''),
      'charts/other/Chart.yaml': chart('other', '3.0.0', '3.0.0'),
      ...Object.fromEntries(
        ['docs/build', 'e2e/app', 'hack', 'scripts/a', 'site', 'test-apps/a'].map((folder) => [
          `${folder}/Dockerfile`,
          'FROM scratch\n',
        ]),
      ),
    },
  },
  'a wheel of maturin, with a version that is not normalised': {
    name: 'org/fast',
    tags: ['3.1.0'],
    files: {
      'pyproject.toml':
        '[build-system]\nrequires = ["maturin>=1.9"]\nbuild-backend = "maturin"\n\n[project]\nname = "fast"\nversion = "3.2.0.dev"\n',
      'package.json': '{ "version": "1.0.0" }\n',
    },
  },
  'packages of npm': {
    name: 'org/packages',
    files: Object.fromEntries(
      ['a', 'b', 'c', 'd'].map((name) => [`packages/${name}/package.json`, '{ "version": "1.0.0" }\n']),
    ),
  },
  'image lists': {
    name: 'org/images',
    files: {
      ...imageList('registry.k8s.io/', 'app', 'us-central1-docker.pkg.dev/staging/app'),
      ...imageList('registry.k8s.io/', 'tool', 'gcr.io/staging-tool'),
      ...imageList('other/', 'extra', 'gcr.io/staging-extra'),
      'registry.k8s.io/manifests/gone/promoter-manifest.yaml': '',
      'registry.k8s.io/images/alone/images.yaml': '- name: alone\n  dmap: {}\n',
      'test/images/tried/images.yaml': '',
    },
  },
  'an image list in a folder, beside a Go module': {
    name: 'org/release',
    tags: ['v1.0.0'],
    files: { ...goModule('release'), ...imageList('lists/', 'app', 'gcr.io/staging-app') },
  },
  'a chart that cannot be read, and names with special characters': {
    name: 'org/odd',
    files: {
      'Chart.yaml': 'name: odd\nversion: [\n',
      'a ${{ github.token }}/package.json': '{ "version": "1.0.0" }\n',
      'test/Dockerfile': 'FROM scratch\n',
    },
  },
  'nothing that is known': {
    name: 'org/crate',
    files: { 'Cargo.toml': '[package]\nversion = "1.0.0"\n', 'images.yaml': '- name: app\n' },
  },
};

const repositoryOf = ({ name, branch = 'main', tags = [], files }: Shape): Repository => ({
  name,
  defaultBranch: branch,
  tags,
  paths: Object.keys(files).toSorted(),
  texts: new Map(Object.entries(files).filter(([path]) => tells(path))),
  unread: [],
});

/** What `init` makes of a repository, before it looks at the workflows that are there. */
export async function proposalFor(shape: Shape) {
  const repository = repositoryOf(shape);
  const products = productsOf(repository);
  const plan = await versionPlanOf(repository, products);
  return { repository, products, plan, files: workflowsFor(repository, products, plan) };
}

const examples = join(import.meta.dirname, '../../action-examples');

/** The tags of the last release of each example. */
export const exampleTags = {
  'cloud-api-adaptor': [
    'v0.7.0',
    ...['cloud-api-adaptor', 'cloud-providers', 'csi-wrapper', 'peerpod-ctrl', 'webhook'].map(
      (name) => `src/${name}/v0.7.0`,
    ),
  ],
  'dra-example-driver': ['v0.3.0', 'chart/0.3.0'],
  'ignition-driver': ['1.0.0'],
  'os-vim-driver': ['1.0.0'],
  'promo-tools': ['v4.5.0'],
} as const;

/** The five examples without their workflows, with the tags of their last release. */
export async function exampleShapes(): Promise<Readonly<Record<string, Shape>>> {
  const found = Object.entries(exampleTags).map(async ([example, known]) => {
    const cwd = join(examples, example);
    const paths = await Array.fromAsync(glob('**/*.*', { cwd, exclude: ['**/.github'] }));
    const whole = [...paths, ...(await Array.fromAsync(glob('**/{Dockerfile,VERSION}', { cwd })))];
    const texts = whole.map(
      async (path) => [path, tells(path) ? await readFile(join(cwd, path), 'utf8') : ''] as const,
    );
    return [
      example,
      { name: `org/${example}`, tags: known, files: Object.fromEntries(await Promise.all(texts)) },
    ] as const;
  });
  return Object.fromEntries(await Promise.all(found));
}
