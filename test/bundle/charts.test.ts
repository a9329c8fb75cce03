import { glob } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { withSlashes } from '../../src/domain/workspace-path.ts';
import { runCommand } from '../support/bundle.ts';

const fixtures = { folder: join(import.meta.dirname, '../fixtures') };
const files = await Array.fromAsync(glob('**/Chart.yaml', { cwd: fixtures.folder }));
const charts = files.map((file) => withSlashes(dirname(file))).toSorted();

const [template, driver] = ['{(helm.name)}', 'os-vim-driver'];
const [adaptor, example] = [
  'confidential-containers__cloud-api-adaptor/v0.22.0/src',
  'kubernetes-sigs__dra-example-driver',
];
const differs = (from: string) =>
  new RegExp(
    `-version: ${from}\\n.*\\+version: 0\\.3\\.0\\n[^]*✗ .*/Chart\\.yaml:\\d+ has version ${from}, not 0\\.3\\.0\\.\\n`,
  );

/** The guard of a release 0.3.0, on every chart of the five projects. */
const verdicts: readonly (readonly [chart: string, exitCode: number, said: RegExp])[] = [
  [
    `IBM__ignition/3.6.3/ignition/templates/driver_template/helm/${template}`,
    1,
    /version of .*Chart\.yaml:2:10 is a placeholder of a template/,
  ],
  [`IBM__openstack-vim-driver/1.0.0/helm/${driver}`, 1, differs('1.0.0')],
  [
    `IBM__openstack-vim-driver/3.5.4/helm/${driver}`,
    1,
    /version of .*Chart\.yaml:2:10 is a placeholder of a template: "\$\{version\}"/,
  ],
  [`${adaptor}/cloud-api-adaptor/install/charts/peerpods`, 1, differs('0.4.0')],
  [`${adaptor}/peerpod-ctrl/chart`, 1, differs('0.4.0')],
  [`${adaptor}/webhook/chart`, 1, differs('0.4.0')],
  [`${example}/chart_0.1.0/deployments/helm/dra-example-driver`, 1, differs('0.0.0-dev')],
  [`${example}/v0.4.0/deployments/helm/dra-example-driver`, 1, differs('0.0.0-dev')],
];

it('there is a verdict for every chart', () => expect(verdicts.map(([chart]) => chart).toSorted()).toEqual(charts));

it.each(verdicts)('%s', async (chart, exitCode, said) => {
  const outcome = await runCommand(['bump-chart', '--chart', chart, '--version', '0.3.0', '--mode', 'check'], fixtures);
  expect(outcome.stderr).toMatch(said);
  expect(outcome.exitCode).toBe(exitCode);
});

it.each([
  [`${adaptor}/webhook/chart`, '--version', '0.4.0'],
  [`${example}/v0.4.0/deployments/helm/dra-example-driver`, '--app-version', 'v0.4.0'],
])('%s agrees with %s %s', async (chart, name, version) => {
  const { exitCode, stderr } = await runCommand(
    ['bump-chart', '--chart', chart, name, version, '--mode', 'check'],
    fixtures,
  );
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: expect.stringMatching(/^Looking at .*\n$/) });
});
