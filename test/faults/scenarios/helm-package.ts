import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startRegistry } from '../../../src/embedded/registry/server.ts';
import { helmMirror, helmPath, helmVersion } from '../../support/helm.ts';
import { scratchRepository } from '../../support/repository.ts';
import type { OpenGateway, Scenario, ScenarioWorld, Snapshot } from '../scenario.ts';

const files = {
  'chart/Chart.yaml':
    'apiVersion: v2\nname: demo\nversion: 0.3.0\ndependencies:\n- {name: base, version: 0.1.0, repository: "file://../base"}\n',
  'chart/values.yaml': 'a: 1\n',
  'base/Chart.yaml': 'apiVersion: v2\nname: base\nversion: 0.1.0\n',
  'base/values.yaml': 'b: 1\n',
};
const paths = ['dist/demo-0.3.0.tgz', 'dist/demo-0.3.0.tgz.sha256'];
const sums = [
  'd7fb9004dbe6aca5455884442056de72a28140d0a6af0297ed2dd74a64f3da96',
  '553ecbaca1fc6f7c1b7fe0fc298d5dafa8680e3a66334f51454875ee5a5b7b77',
];
const digest = 'sha256:244993db4bc99fe91ca119a27218f1b70c12f36fe29dbdd7df6239b8dae404ea';

export const scenarios: readonly Scenario[] = [
  { title: 'a chart with a dependency beside it, pushed to a registry', arrange: pushing },
  { title: 'a Helm that is downloaded', arrange: downloading },
];

async function pushing(openGateway: OpenGateway): Promise<ScenarioWorld> {
  await using stack = new AsyncDisposableStack();
  const repo = stack.use(await scratchRepository(files));
  const registry = stack.use(await startRegistry());
  const place = new URL(await openGateway(registry.url)).host;
  const snapshot = async (): Promise<Snapshot> => ({
    ...(await made(repo.folder)),
    ...registry.repository('org/demo').tags,
  });
  const whole = stack.move();
  return {
    checkout: repo,
    searchPath: await helmPath(),
    inputs: { chart: 'chart', registry: `oci://${place}/org` },
    snapshot,
    expected: { ...archives, '0.3.0': digest },
    [Symbol.asyncDispose]: () => whole.disposeAsync(),
  };
}

async function downloading(openGateway: OpenGateway): Promise<ScenarioWorld> {
  await using stack = new AsyncDisposableStack();
  const repo = stack.use(await scratchRepository(files));
  const mirror = stack.use(await helmMirror());
  const whole = stack.move();
  return {
    checkout: repo,
    inputs: {
      chart: 'chart',
      lint: 'false',
      'helm-version': helmVersion,
      'helm-mirror': await openGateway(mirror.url),
    },
    snapshot: () => made(repo.folder),
    expected: archives,
    [Symbol.asyncDispose]: () => whole.disposeAsync(),
  };
}

const archives: Snapshot = Object.fromEntries(paths.map((path, index) => [path, sums[index]]));

/** What was built, by its checksums. */
async function made(folder: string): Promise<Snapshot> {
  const all = paths.map(async (path) => {
    const bytes = await readFile(join(folder, path)).catch(() => undefined);
    return bytes === undefined ? [] : [[path, createHash('sha256').update(bytes).digest('hex')] as const];
  });
  return Object.fromEntries((await Promise.all(all)).flat());
}
