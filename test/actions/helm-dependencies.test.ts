import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { beforeAll, describe, expect, it } from 'vitest';
import helmPackage from '../../actions/helm-package/action.ts';
import { helmPath } from '../support/helm.ts';
import { perform, refusal, succeed } from '../support/perform.ts';
import { scratchRepository } from '../support/repository.ts';
import { chartTgz, rawTgz } from '../support/tar.ts';

let PATH: string;
beforeAll(async () => {
  PATH = await helmPath();
});

const base = (version: string) =>
  chartTgz({ 'Chart.yaml': `apiVersion: v2\nname: base\nversion: ${version}\n` }, 'base');

/** A repository of charts, as `helm repo add` knows them. */
async function chartRepository(charts: Readonly<Record<string, Buffer>>) {
  const index = Object.keys(charts).map(
    (version) => `  - {name: base, version: ${version}, urls: [base-${version}.tgz]}\n`,
  );
  const files: Readonly<Record<string, string | Buffer>> = {
    '/index.yaml': `apiVersion: v1\nentries:\n  base:\n${index.join('')}`,
    ...Object.fromEntries(Object.entries(charts).map(([version, bytes]) => [`/base-${version}.tgz`, bytes])),
  };
  const server = createServer(({ url = '' }, response) => {
    response.writeHead(url in files ? 200 : 404).end(files[url]);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const app = (url: string, version = '">=0.1.0"') => ({
  'app/Chart.yaml': `apiVersion: v2\nname: app\nversion: 0.3.0\ndependencies:\n- {name: base, version: ${version}, repository: "${url}"}\n`,
  'app/values.yaml': 'a: 1\n',
});
const inputs = { chart: 'app', lint: 'false' };

describe('dependencies of a repository of charts', () => {
  it('are those of Chart.lock, also if there are newer ones, from a repository that the user has added', async () => {
    await using charts = await chartRepository({ '0.1.0': base('0.1.0'), '0.2.0': base('0.2.0') });
    await using repo = await scratchRepository(app(charts.url));
    const env = { PATH };
    await repo.shell(
      `PATH=${PATH}; helm repo add ours ${charts.url} >&2 && helm dependency update app >&2 && rm -r app/charts && sed -i 's/0[.]2[.]0/0.1.0/' app/Chart.lock`,
    );
    const lock = await refusal(helmPackage, repo, { inputs, env });
    expect(lock).toMatch(/the lock file \(Chart\.lock\) is out of sync with the dependencies file/);
    await repo.shell(`PATH=${PATH}; rm app/Chart.lock; helm dependency update app >&2 && rm -r app/charts`);
    const { packages } = await succeed(helmPackage, repo, { inputs, env });
    const again = await succeed(helmPackage, repo, { inputs, env });
    expect([again['packages'], again['changed']]).toEqual([packages, 'false']);
    await repo.shell('tar -xOzf dist/app-0.3.0.tgz app/charts/base/Chart.yaml | grep -x "version: 0.2.0"');
  });

  it('are the newest ones if that is asked for, and the lock file has the time of the commit', async () => {
    await using charts = await chartRepository({ '0.1.0': base('0.1.0'), '0.2.0': base('0.2.0') });
    await using repo = await scratchRepository(app(charts.url));
    const options = { inputs: { ...inputs, dependencies: 'update' }, env: { PATH } };
    const first = await succeed(helmPackage, repo, options);
    const second = await succeed(helmPackage, repo, options);
    expect([second['packages'], second['changed']]).toEqual([first['packages'], 'false']);
    await repo.shell('tar -xOzf dist/app-0.3.0.tgz app/Chart.lock | grep -x "generated: .2026-01-01T12:01:00Z."');
  });

  it('are refused before Helm unpacks them for the archive, if they are no plain archives of a chart', async () => {
    const link = { name: 'base/secret', type: '2', content: '' };
    const bad = rawTgz([{ name: 'base/Chart.yaml', content: 'apiVersion: v2\nname: base\nversion: 0.1.0\n' }, link]);
    await using charts = await chartRepository({ '0.1.0': bad });
    await using repo = await scratchRepository(app(charts.url, '0.1.0'));
    const { outcome, log } = await perform(helmPackage, repo, { inputs, env: { PATH } });
    expect(log).not.toContain('[command]helm package');
    expect(outcome.failure).toMatchObject({
      message: 'app/charts/base-0.1.0.tgz has "base/secret", which is a symbolic link.',
      fix: 'Get this chart again from where it is published. If it is yours, package it again.',
    });
  });
});
