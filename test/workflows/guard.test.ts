import { beforeAll, describe, expect, it } from 'vitest';
import { performWorkflow } from '../support/engine.ts';
import { scratchGitHub } from '../support/github.ts';
import { helmPath } from '../support/helm.ts';
import { tokensOfJobs } from '../support/job-tokens.ts';
import { flitProject, offlineBuilds } from '../support/python-projects.ts';
import type { Files } from '../support/repository.ts';

const patience = 120_000;
let path: string;

beforeAll(async () => {
  path = await helmPath();
});

const caller = (inputs: string) => `
on: pull_request
permissions: {}
jobs:
  guard:
    permissions: { contents: read }
    uses: org/release-actions/.github/workflows/guard.yml@v1
    with:
${inputs.replaceAll(/^/gm, '      ')}
`;

/** What the guard says of a pull request: its result, its annotations, and the outputs that it passes on. */
async function guarded(files: Files, inputs: string, tags: readonly string[] = []) {
  await using repository = await scratchGitHub(files, { tokens: await tokensOfJobs('guard.yml') });
  for (const tag of tags) await repository.pushTag(tag);
  await repository.push('HEAD:refs/pull/1/merge');
  const { jobs, outputs, steps } = await performWorkflow({
    workflow: caller(inputs),
    event: 'pull_request',
    payload: { ref: 'refs/pull/1/merge', number: 1 },
    repository,
    env: { ...(await offlineBuilds()), PATH: path, GITHUB_API_URL: repository.github.url },
  });
  const annotations = Object.values(steps).flatMap((step) => step.annotations);
  return { result: jobs['guard'], outputs: outputs['guard'], annotations };
}

const chart = { 'chart/Chart.yaml': 'apiVersion: v2\nname: my-driver\nversion: 1.1.0-dev.0\nappVersion: 1.1.0.dev0\n' };
const driver = { ...flitProject('1.1.0.dev0'), ...chart, 'docs/index.md': '# Docs\n' };
const python = `version-file: pyproject.toml
version-key: project.version
pattern: '{pep440}'
versions: |
  chart/Chart.yaml: { version: {version}, appVersion: {pep440} }
wheel: .
chart: chart
docs: docs`;

describe('guard.yml', () => {
  it(
    'reads the version of a Python project, and finds that everything fits',
    async () => {
      const { result, outputs, annotations } = await guarded(driver, python);
      expect({ result, annotations }).toEqual({ result: 'success', annotations: [] });
      expect(outputs).toEqual({ version: '1.1.0-dev.0', pep440: '1.1.0.dev0', tag: '1.1.0.dev0' });
    },
    patience,
  );

  it(
    'names every mistake of a pull request in one run, with file and line',
    async () => {
      const wrong = chart['chart/Chart.yaml'].replace('1.1.0.dev0', '1.0.0').replace('apiVersion: v2\n', '');
      const files = Object.entries(driver).filter(([file]) => file !== 'my_driver.py');
      const { result, annotations } = await guarded(
        { ...Object.fromEntries(files), 'chart/Chart.yaml': wrong },
        python,
      );
      expect(result).toBe('failure');
      expect(annotations).toEqual(
        expect.arrayContaining([
          expect.stringContaining('chart/Chart.yaml:3 has appVersion 1.0.0, not 1.1.0.dev0.'),
          expect.stringContaining('No file/folder found for module my_driver'),
          expect.stringContaining('apiVersion'),
        ]),
      );
    },
    patience,
  );

  it(
    'takes the version from a file that has nothing else, and looks at the Go modules',
    async () => {
      const module = 'module example.com/org/project\n\ngo 1.24\n';
      const files = { VERSION: 'v1.2.0\n', 'go.mod': module, 'main.go': 'package main\n' };
      const inputs = 'version-file: VERSION\ngo-modules: true';
      expect(await guarded(files, inputs)).toMatchObject({
        result: 'success',
        outputs: { version: '1.2.0', tag: 'v1.2.0' },
      });
      const misplaced = { ...files, 'sub/go.mod': 'module example.com/other\n', 'sub/a.go': 'package a\n' };
      const { result, annotations } = await guarded(misplaced, 'version: 1.2.0\ngo-modules: true');
      expect(result).toBe('failure');
      expect(annotations.join('\n')).toContain('sub/go.mod');
    },
    patience,
  );

  it(
    'takes the version after the newest release, if no file says one',
    async () => {
      const module = 'module example.com/org/project\n\ngo 1.24\n';
      const files = {
        'go.mod': module,
        'main.go': 'package main\n',
        'new/go.mod': module.replace('project', 'project/new'),
        'new/a.go': 'package a\n',
      };
      expect(await guarded(files, 'go-modules: true\ngo-include: new', ['v1.9.0', 'v1.10.0', 'v2.0.0-rc.1'])).toEqual({
        result: 'success',
        outputs: { version: '1.10.1-dev.0', pep440: '1.10.1.dev0', tag: 'v1.10.1-dev.0' },
        annotations: [],
      });
      const wheel = await guarded(flitProject('7.0.0'), "pattern: '{pep440}'\nwheel: .");
      expect(wheel).toEqual({
        result: 'success',
        outputs: { version: '0.1.0', pep440: '0.1.0', tag: '0.1.0' },
        annotations: [],
      });
    },
    patience,
  );
});
