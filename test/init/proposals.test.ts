import { execFile } from 'node:child_process';
import { mkdir, mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { callOf, reusableWorkflows } from '../../.github/scripts/reusable-workflows.ts';
import { tells } from '../../src/init/repository.ts';
import { trialOf } from '../../src/init/trial.ts';
import { isUntouched, workflowsFor } from '../../src/init/workflows.ts';
import { missingGrants } from '../support/called-workflows.ts';
import { tool } from '../support/tool.ts';
import { exampleShapes, proposalFor, shapes } from './shapes.ts';

const patience = 120_000;
const all = { ...shapes, ...(await exampleShapes()) };
const table = await Promise.all(
  Object.entries(all).map(async ([title, shape]) => ({ title, ...(await proposalFor(shape)) })),
);

type Caller = {
  readonly on: { readonly push: { readonly tags: readonly string[] } };
  readonly jobs: Readonly<Record<string, { readonly uses: string; readonly with: Readonly<Record<string, unknown>> }>>;
};

/** What is told of a repository, and what the jobs call, without what every caller has. */
async function made(title: string) {
  const { products, plan, files } = await proposalFor(all[title] ?? { name: 'org/none', files: {} });
  const [guard, release, promote] = ['guard', 'release', 'promote'].map((name) => {
    const file = files.find(({ path }) => path === `.github/workflows/${name}.yml`);
    return file === undefined ? undefined : (parse(file.text) as Caller);
  });
  const { uses = '', with: inputs = {} } = release?.jobs['release'] ?? {};
  const special = (given: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(Object.entries(given).filter(([name]) => name !== 'tag' && name !== 'mode'));
  return {
    release: release && [/release-([\w-]+)\.yml/.exec(uses)?.[1], release.on.push.tags, special(inputs)],
    ...(promote && { promote: special(promote.jobs['promote']?.with ?? {}) }),
    guard: guard?.jobs['guard']?.with,
    told: [...products.decisions, ...plan.decisions, ...products.unknown, ...plan.unknown],
  };
}

type Expected = Awaited<ReturnType<typeof made>>;

describe('init finds', () => {
  it.each<[title: string, expected: Expected]>([
    [
      'a wheel, and no tag yet',
      {
        release: ['python', ['[0-9]*'], { versions: 'pyproject.toml: { project.version: {pep440} }\n' }],
        guard: {
          'version-file': 'pyproject.toml',
          'version-key': 'project.version',
          pattern: '{pep440}',
          wheel: '.',
        },
        told: ['There is no tag yet: releases get tags of the form {pep440}.'],
      },
    ],
    [
      'a wheel with v in its tags, in a folder, on master',
      {
        release: [
          'python',
          ['v[0-9]*'],
          {
            branch: 'master',
            pattern: 'v{pep440}',
            versions: 'CITATION.cff: { version: {pep440} }\npython/pyproject.toml: { project.version: {pep440} }\n',
            path: 'python',
          },
        ],
        guard: {
          'version-file': 'python/pyproject.toml',
          'version-key': 'project.version',
          pattern: 'v{pep440}',
          versions: 'CITATION.cff: { version: {pep440} }\n',
          wheel: 'python',
        },
        told: [
          'package.json: nothing here publishes npm packages.',
          'package.json:1 version is "0.0.1", and not part of the plan: the version now is 1.2.0.',
        ],
      },
    ],
    [
      'a wheel whose version is code',
      {
        release: ['python', ['[0-9]*'], {}],
        guard: { pattern: '{pep440}', wheel: '.' },
        told: [
          'setup.py has the version "1.1.0" in its code, which no action sets: move it to pyproject.toml or a file.',
        ],
      },
    ],
    [
      'a chart alone, with one version',
      {
        release: [
          'image-and-chart',
          ['v[0-9]*'],
          {
            'chart-pattern': 'v{version}',
            versions: 'deploy/app/Chart.yaml: { version: {version}, appVersion: {tag} }\n',
            chart: 'deploy/app',
          },
        ],
        guard: {
          'version-file': 'deploy/app/Chart.yaml',
          'version-key': 'version',
          versions: 'deploy/app/Chart.yaml: { appVersion: {tag} }\n',
          chart: 'deploy/app',
        },
        told: ['The chart is attached to its release. With the input chart-registry, it is also pushed.'],
      },
    ],
    [
      'a chart alone, with an app of another version',
      {
        release: [
          'image-and-chart',
          ['app-[0-9]*'],
          {
            pattern: 'app-{version}',
            'chart-pattern': 'app-{version}',
            versions: 'deploy/app/Chart.yaml: { version: {version} }\n',
            chart: 'deploy/app',
          },
        ],
        guard: {
          'version-file': 'deploy/app/Chart.yaml',
          'version-key': 'version',
          pattern: 'app-{version}',
          chart: 'deploy/app',
        },
        told: [
          'The chart is attached to its release. With the input chart-registry, it is also pushed.',
          'deploy/app/Chart.yaml:4 appVersion is "8.0.1", and not part of the plan: the version now is 1.5.0.',
        ],
      },
    ],
    [
      'a chart alone, whose tags have a name of their own',
      {
        release: [
          'image-and-chart',
          ['app-helm-chart-[0-9]*'],
          {
            pattern: 'app-helm-chart-{version}',
            'chart-pattern': 'app-helm-chart-{version}',
            versions: 'charts/app/Chart.yaml: { version: {version} }\n',
            chart: 'charts/app',
          },
        ],
        guard: {
          'version-file': 'charts/app/Chart.yaml',
          'version-key': 'version',
          pattern: 'app-helm-chart-{version}',
          chart: 'charts/app',
        },
        told: [
          'The chart is attached to its release. With the input chart-registry, it is also pushed.',
          'charts/app/Chart.yaml:4 appVersion is "0.3.0", and not part of the plan: the version now is 1.4.0.',
        ],
      },
    ],
    [
      'a chart with tags of its own, and an image beside',
      {
        release: [
          'image-and-chart',
          ['v[0-9]*', 'app-[0-9]*'],
          {
            'chart-pattern': 'app-{version}',
            versions:
              'charts/app/Chart.yaml: { appVersion: {version} }\ncharts/app/values.yaml: { image.tag: {tag} }\n',
            'chart-versions': 'charts/app/Chart.yaml: { version: {version} }\n',
            image: 'ghcr.io/org/app',
            chart: 'charts/app',
          },
        ],
        guard: {
          'version-file': 'charts/app/Chart.yaml',
          'version-key': 'appVersion',
          versions: 'charts/app/values.yaml: { image.tag: {tag} }\n',
          chart: 'charts/app',
        },
        told: [
          'The chart is attached to its release. With the input chart-registry, it is also pushed.',
          'charts/app/charts/part/Chart.yaml:3 version is "9.9.9", and not part of the plan: the version now is 2.1.0.',
          'charts/app/charts/part/Chart.yaml:4 appVersion is "9.9.9", and not part of the plan: the version now is 2.1.0.',
          'charts/app/values.yaml:6 proxy.tag is "2.1.0", and not part of the plan: it belongs to docker.io/library/proxy.',
        ],
      },
    ],
    [
      'an image with a VERSION, and CRLF',
      {
        release: [
          'image-and-chart',
          ['v[0-9]*'],
          { versions: "VERSION: '{tag}'\n", image: 'ghcr.io/org/tool', notes: 'changelog: CHANGELOG.md' },
        ],
        guard: { 'version-file': 'VERSION' },
        told: [],
      },
    ],
    [
      'one Go module',
      {
        release: ['go-modules', ['v[0-9]*'], { versions: "VERSION: '{version}'\n" }],
        guard: { 'version-file': 'VERSION', 'go-modules': true },
        told: [],
      },
    ],
    [
      'Go modules below an image',
      {
        release: ['image-and-chart', ['v[0-9]*'], { image: 'ghcr.io/org/operator', dockerfile: 'build/Dockerfile' }],
        guard: undefined,
        told: [
          'The image of build/Dockerfile is built with the root of the repository as its context.',
          'There is no tag yet: releases get tags of the form v{version}.',
          'The Go modules in api get no tags of their own: add go-module-tags, or a call of release-go-modules.yml.',
        ],
      },
    ],
    [
      'two charts and two images',
      {
        release: [
          'image-and-chart',
          ['release-[0-9]*'],
          {
            pattern: 'release-{version}',
            'chart-pattern': 'release-{version}',
            versions:
              'charts/first/Chart.yaml: { version: {version}, appVersion: {version} }\n' +
              'charts/second/Chart.yaml: { version: {version}, appVersion: {version} }\n',
            image: 'ghcr.io/org/second',
            dockerfile: 'second/Dockerfile',
            chart: 'charts/second',
          },
        ],
        guard: {
          'version-file': 'charts/second/Chart.yaml',
          'version-key': 'appVersion',
          pattern: 'release-{version}',
          versions:
            'charts/first/Chart.yaml: { version: {version}, appVersion: {version} }\n' +
            'charts/second/Chart.yaml: { version: {version} }\n',
          chart: 'charts/second',
        },
        told: [
          'There are 2 charts. charts/second was taken, charts/first not: each needs a call of its own.',
          'There are 2 Dockerfiles. second was taken, first not: each needs a call of its own.',
          'The image of second/Dockerfile is built with the root of the repository as its context.',
          'The chart is attached to its release. With the input chart-registry, it is also pushed.',
        ],
      },
    ],
    [
      'a chart that cannot be read, and names with special characters',
      {
        release: ['image-and-chart', ['v[0-9]*'], { 'chart-pattern': 'v{version}', chart: '.' }],
        guard: { chart: '.' },
        told: [
          'The chart is attached to its release. With the input chart-registry, it is also pushed.',
          'There is no tag yet: releases get tags of the form v{version}.',
          'a ${{ github.token }}/package.json: nothing here publishes npm packages.',
          'Chart.yaml is not valid YAML: Flow sequence in block collection must be sufficiently indented and end with a ]',
          'a ${{ github.token }}/package.json:1 version is left out, because its name has special characters.',
        ],
      },
    ],
    [
      'Go modules of two lines, with tools',
      {
        release: [
          'go-modules',
          ['v[0-9]*'],
          { include: 'client\n', exclude: 'internal/build\ntest/e2e\ntools\nlog\n' },
        ],
        guard: {
          'go-modules': true,
          'go-include': 'client\n',
          'go-exclude': 'internal/build\ntest/e2e\ntools\nlog\n',
        },
        told: [
          'The modules in client have no tag yet: they get their first one.',
          'The modules in internal/build, test/e2e and tools have no tag yet, and nobody else seems to import them: they get none.',
          'The modules in log were not released as v1 before, so that they are left out: they need a call of their own.',
        ],
      },
    ],
    [
      'a chart of many, beside tools of the developers',
      {
        release: [
          'image-and-chart',
          ['many-[0-9]*'],
          {
            pattern: 'many-{version}',
            'chart-pattern': 'many-{version}',
            versions: 'charts/many/Chart.yaml: { version: {version} }\n',
            chart: 'charts/many',
          },
        ],
        guard: {
          'version-file': 'charts/many/Chart.yaml',
          'version-key': 'version',
          pattern: 'many-{version}',
          chart: 'charts/many',
        },
        told: [
          'There are 2 charts. charts/many was taken, charts/other not: each needs a call of its own.',
          'The chart is attached to its release. With the input chart-registry, it is also pushed.',
          'charts/many/Chart.yaml:4 appVersion is "8.0.0", and not part of the plan: the version now is 1.1.0.',
          ...Array.from(
            { length: 9 },
            (_, index) =>
              `charts/many/values.yaml:${index + 1} a${index}.tag is "1.1.0", and not part of the plan: it belongs to docker.io/library/a${index}.`,
          ),
          '3 more values are not part of the plan.',
        ],
      },
    ],
    [
      'a wheel of maturin, with a version that is not normalised',
      {
        release: ['python', ['[0-9]*'], { versions: 'pyproject.toml: { project.version: {pep440} }\n' }],
        guard: {
          'version-file': 'pyproject.toml',
          'version-key': 'project.version',
          pattern: '{pep440}',
          wheel: '.',
        },
        told: [
          'pyproject.toml builds with maturin, which compiles for one platform, and release-python.yml makes one wheel: those for other platforms need jobs of their own.',
          'package.json: nothing here publishes npm packages.',
          'package.json:1 version is "1.0.0", and not part of the plan: the version now is 3.2.0.dev0.',
        ],
      },
    ],
    [
      'packages of npm',
      {
        release: undefined,
        guard: undefined,
        told: [
          'packages/a/package.json, packages/b/package.json, packages/c/package.json and 1 more: nothing here publishes npm packages.',
        ],
      },
    ],
    [
      'image lists',
      {
        release: undefined,
        guard: undefined,
        promote: {
          via: 'pull-request',
          repository: 'org/images',
          fork: '${{ vars.PROMOTION_FORK }}',
          from: '${{ inputs.from }}',
          images: '${{ inputs.images }}',
        },
        told: [
          'registry.k8s.io/manifests/gone/promoter-manifest.yaml has no list registry.k8s.io/images/gone/images.yaml.',
          'registry.k8s.io/images/alone/images.yaml has no promoter manifest registry.k8s.io/manifests/alone/promoter-manifest.yaml, which says where its images are staged: add it, or call promote.yml with the inputs from and list.',
          'other/images/extra/images.yaml is not found by its source: it needs a call of promote.yml with the input list.',
        ],
      },
    ],
    [
      'an image list in a folder, beside a Go module',
      {
        release: ['go-modules', ['v[0-9]*'], {}],
        guard: { 'go-modules': true },
        promote: {
          via: 'pull-request',
          repository: 'org/release',
          fork: '${{ vars.PROMOTION_FORK }}',
          from: 'gcr.io/staging-app',
          list: 'lists/images/app/images.yaml',
          images: '${{ inputs.images }}',
        },
        told: [],
      },
    ],
    [
      'nothing that is known',
      {
        release: undefined,
        guard: undefined,
        told: [
          'Cargo.toml: nothing here publishes crates.',
          'images.yaml: an image list? promote.yml needs images/NAME/images.yaml, and manifests/NAME/promoter-manifest.yaml beside it.',
        ],
      },
    ],
    [
      'cloud-api-adaptor',
      {
        release: ['go-modules', ['v[0-9]*'], { versions: 'CITATION.cff: { version: {version} }\n' }],
        guard: { 'version-file': 'CITATION.cff', 'version-key': 'version', 'go-modules': true },
        told: [],
      },
    ],
    [
      'dra-example-driver',
      {
        release: [
          'image-and-chart',
          ['v[0-9]*', 'chart/[0-9]*'],
          {
            versions: 'deployments/helm/dra-example-driver/Chart.yaml: { appVersion: {tag} }\n',
            'chart-versions': 'deployments/helm/dra-example-driver/Chart.yaml: { version: {version} }\n',
            image: 'ghcr.io/org/dra-example-driver',
            dockerfile: 'deployments/container/Dockerfile',
            chart: 'deployments/helm/dra-example-driver',
          },
        ],
        guard: {
          'version-file': 'deployments/helm/dra-example-driver/Chart.yaml',
          'version-key': 'appVersion',
          chart: 'deployments/helm/dra-example-driver',
        },
        told: [
          'The image of deployments/container/Dockerfile is built with the root of the repository as its context.',
          'The image is ghcr.io/org/dra-example-driver, but deployments/helm/dra-example-driver/values.yaml names registry.k8s.io/dra-example-driver/dra-example-driver: change one of them.',
          'The chart is attached to its release. With the input chart-registry, it is also pushed.',
          'deployments/helm/dra-example-driver/Chart.yaml:20 version is 0.0.0-dev for now. Set it before its tag, else the release of the chart stops.',
        ],
      },
    ],
    [
      'ignition-driver',
      {
        release: [
          'python',
          ['[0-9]*'],
          {
            versions:
              'demo_driver/pkg_info.json: { version: {pep440} }\n' +
              'helm/demo-driver/Chart.yaml: { version: {version}, appVersion: {pep440} }\n' +
              'helm/demo-driver/values.yaml: { docker.version: {pep440} }\n',
            docs: 'docs',
            chart: 'helm/demo-driver',
            image: 'ghcr.io/org/demo-driver',
            wheels: 'docker/whls',
          },
        ],
        guard: {
          'version-file': 'demo_driver/pkg_info.json',
          'version-key': 'version',
          pattern: '{pep440}',
          versions:
            'helm/demo-driver/Chart.yaml: { version: {version}, appVersion: {pep440} }\n' +
            'helm/demo-driver/values.yaml: { docker.version: {pep440} }\n',
          wheel: '.',
          chart: 'helm/demo-driver',
          docs: 'docs',
        },
        told: ['The image is ghcr.io/org/demo-driver, as helm/demo-driver/values.yaml names it.'],
      },
    ],
    [
      'os-vim-driver',
      {
        release: [
          'python',
          ['[0-9]*'],
          {
            versions:
              'helm/os-vim-driver/Chart.yaml: { version: {version}, appVersion: {pep440} }\n' +
              'helm/os-vim-driver/values.yaml: { docker.version: {pep440} }\n' +
              'osvimdriver/pkg_info.json: { version: {pep440} }\n',
            docs: 'docs',
            chart: 'helm/os-vim-driver',
            image: 'ghcr.io/org/os-vim-driver',
            wheels: 'docker/whls',
            notes: 'changelog: CHANGELOG.md',
          },
        ],
        guard: {
          'version-file': 'osvimdriver/pkg_info.json',
          'version-key': 'version',
          pattern: '{pep440}',
          versions:
            'helm/os-vim-driver/Chart.yaml: { version: {version}, appVersion: {pep440} }\n' +
            'helm/os-vim-driver/values.yaml: { docker.version: {pep440} }\n',
          wheel: '.',
          chart: 'helm/os-vim-driver',
          docs: 'docs',
        },
        told: [],
      },
    ],
    [
      'promo-tools',
      {
        release: [
          'image-and-chart',
          ['v[0-9]*'],
          { versions: "VERSION: '{version}'\n", image: 'ghcr.io/org/promo-tools' },
        ],
        guard: { 'version-file': 'VERSION' },
        told: [],
      },
    ],
  ])('%s', async (title, expected) => {
    expect(await made(title)).toEqual(expected);
  });
});

describe.each(table)('what init writes for $title', ({ repository, products, plan, files }) => {
  it('calls reusable workflows with inputs that they have, and grants what their jobs need', () => {
    for (const { text } of files) {
      for (const { uses, with: inputs } of Object.values((parse(text) as Caller).jobs)) {
        const called = reusableWorkflows.find(({ file }) => uses.includes(`/.github/workflows/${file}@v1`));
        expect(Object.keys(callOf(called?.text ?? '').inputs ?? {})).toEqual(
          expect.arrayContaining(Object.keys(inputs)),
        );
        expect(missingGrants(text, called?.text ?? '')).toEqual([]);
      }
    }
  });

  it('is accepted by GitHub, and the tags of the plan start the release alone', () => {
    expect(trialOf(files, plan)).toEqual([]);
  });

  it('is the same when it is there', () => {
    const paths = [...repository.paths, ...files.map(({ path }) => path)];
    expect(workflowsFor({ ...repository, paths }, products, plan)).toEqual(files);
    expect(files.map(({ text }) => isUntouched(text))).toEqual(files.map(() => true));
    expect(files.map(({ path }) => tells(path))).toEqual(files.map(() => false));
  });
});

it(
  'actionlint and zizmor find nothing in what init writes',
  async () => {
    await using scratch = await mkdtempDisposable(join(tmpdir(), 'init '));
    const written = table.flatMap(({ files }, index) =>
      files.map(async ({ path, text }) => {
        const file = join(scratch.path, String(index), path);
        await mkdir(join(file, '..'), { recursive: true });
        await writeFile(file, text);
        return file;
      }),
    );
    const files = await Promise.all(written);
    expect(files.length).toBeGreaterThan(25);
    const run = promisify(execFile);
    await run(await tool('actionlint'), ['-shellcheck=', '-pyflakes=', ...files]);
    const options = ['--offline', '--no-progress', '--persona', 'pedantic'];
    await run(await tool('zizmor'), [...options, ...files]);
  },
  patience,
);

it('a path that GitHub would read as an expression is refused', async () => {
  const shape = { name: 'org/odd', files: { '${{ github.token }}/Dockerfile': 'FROM scratch\n' } };
  await expect(proposalFor(shape)).rejects.toMatchObject({
    message: 'The input dockerfile would be "${{ github.token }}/Dockerfile", which GitHub reads as an expression.',
    fix: 'Rename the file or folder.',
  });
});

it.each([
  ['an edited file', (text: string) => text.replace('contents: ', 'contents:  ')],
  ['a file of a person', (text: string) => text.replace(/^.*\n/, '')],
])('%s is not taken for one that init wrote', async (_, edit) => {
  const { files } = await proposalFor(shapes['one Go module'] ?? { name: '', files: {} });
  expect(files.map(({ text }) => isUntouched(edit(text)))).toEqual([false, false]);
});
