import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import helmPackage from '../../actions/helm-package/action.ts';
import { startRegistry } from '../../src/embedded/registry/server.ts';
import { helm, helmPath, pulled } from '../support/helm.ts';
import { perform, refusal, succeed } from '../support/perform.ts';
import { type ScratchRepository, scratchRepository } from '../support/repository.ts';
import { ask } from '../support/registry.ts';

let PATH: string;
beforeAll(async () => {
  PATH = await helmPath();
});

const files = {
  'chart/Chart.yaml':
    'apiVersion: v2\nname: demo\nversion: 0.3.0+build.1\ndescription: A <demo>\nannotations:\n  artifacthub.io/license: Apache-2.0\n',
  'chart/values.yaml': 'a: 1\n',
  'chart/templates/a.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {a: "{{ .Values.a }}"}\n',
};
const tag = '0.3.0_build.1';
const writes = (requests: readonly { readonly method: string }[]) =>
  requests.filter(({ method }) => !['GET', 'HEAD'].includes(method)).length;

async function project() {
  await using stack = new AsyncDisposableStack();
  const repo = stack.use(await scratchRepository(files));
  const registry = stack.use(await startRegistry());
  const inputs = { chart: 'chart', registry: `oci://${registry.host}/org/charts` };
  const options = (more: Readonly<Record<string, string>> = {}) => ({ inputs: { ...inputs, ...more }, env: { PATH } });
  const whole = stack.move();
  return { repo, registry, options, [Symbol.asyncDispose]: () => whole.disposeAsync() };
}

const packageIn = (outputs: Readonly<Record<string, string>>) =>
  (JSON.parse(outputs['packages'] ?? '[]') as readonly Record<string, string>[])[0] ?? {};

describe('a chart is pushed', () => {
  it('as Helm pushes it, and Helm pulls, shows and renders it', async () => {
    await using world = await project();
    const { repo, registry, options } = world;
    const { outcome, outputs } = await perform(helmPackage, repo, options());
    const { reference = '', digest = '', path = '' } = packageIn(outputs);
    expect([outcome.failure, reference]).toEqual([undefined, `${registry.host}/org/charts/demo:${tag}`]);
    expect(registry.repository('org/charts/demo').tags).toEqual({ [tag]: digest });
    const { text, headers } = await ask(registry, `GET /v2/org/charts/demo/manifests/${tag}`);
    expect(`sha256:${createHash('sha256').update(text).digest('hex')}`).toBe(digest);
    expect(headers.get('content-type')).toBe('application/vnd.oci.image.manifest.v1+json');
    expect((JSON.parse(text) as { annotations: unknown }).annotations).toEqual({
      'artifacthub.io/license': 'Apache-2.0',
      'org.opencontainers.image.created': '2026-01-01T12:01:00Z',
      'org.opencontainers.image.description': 'A <demo>',
      'org.opencontainers.image.title': 'demo',
      'org.opencontainers.image.version': '0.3.0+build.1',
    });
    expect(await pulled(reference)).toEqual(await readFile(join(repo.folder, path)));
    const there = [`oci://${registry.host}/org/charts/demo`, '--version', '0.3.0+build.1', '--plain-http'];
    expect(await helm(['show', 'chart', ...there], { cwd: repo.folder })).toContain('description: A <demo>\n');
    expect(await helm(['template', 'it', ...there], { cwd: repo.folder })).toContain('data: {a: "1"}');
    expect(outcome.facts).toEqual([
      { name: path, value: expect.stringContaining(`oci://${reference}@${digest}`), url: undefined },
    ]);
  });

  it('with the digest that plain helm push gives the archive', async () => {
    await using world = await project();
    const { repo, registry, options } = world;
    const { digest, path = '' } = packageIn(await succeed(helmPackage, repo, options()));
    const epoch = await repo.git('log', '-1', '--format=%ct');
    await repo.shell(`TZ=UTC touch -d @${epoch} ${path}`);
    await helm(['push', path, `oci://${registry.host}/by-helm`, '--plain-http'], { cwd: repo.folder });
    expect(registry.repository('by-helm/demo').tags).toEqual({ [tag]: digest });
  });

  it('once: the second run writes nothing', async () => {
    await using world = await project();
    const { repo, registry, options } = world;
    const first = await succeed(helmPackage, repo, options());
    const before = writes(registry.requests);
    const second = await succeed(helmPackage, repo, options());
    expect(writes(registry.requests)).toBe(before);
    expect([second['changed'], second['packages']]).toEqual(['false', first['packages']]);
  });

  it('never over another one, of which one byte differs', async () => {
    await using world = await project();
    const { repo, registry, options } = world;
    const { digest } = packageIn(await succeed(helmPackage, repo, options()));
    await repo.write('chart/values.yaml', 'a: 2\n');
    const before = writes(registry.requests);
    const other = packageIn(await succeed(helmPackage, repo, options({ registry: `oci://${registry.host}/other` })));
    expect(await refusal(helmPackage, repo, options())).toContain(
      `${registry.host}/org/charts/demo:${tag} is ${digest}, not ${other['digest']}.`,
    );
    expect(registry.repository('org/charts/demo').tags).toEqual({ [tag]: digest });
    expect(writes(registry.requests.filter(({ path }) => path.includes('/org/')))).toBe(before);
  });

  it('not at all in the modes that write nothing outside, and check compares', async () => {
    await using world = await project();
    const { repo, registry, options } = world;
    for (const mode of ['dry-run', 'local']) {
      const outputs = await succeed(helmPackage, repo, options({ mode }));
      expect(outputs['changes']).toContain(`Push ${registry.host}/org/charts/demo:${tag}`);
    }
    expect(await refusal(helmPackage, repo, options({ mode: 'check' }))).toContain(`tag ${tag}`);
    expect(registry.repositories).toEqual([]);
    await succeed(helmPackage, repo, options());
    expect((await succeed(helmPackage, repo, options({ mode: 'check' })))['changed']).toBe('false');
  });

  it('with its signature, which Helm then pulls', async () => {
    await using world = await project();
    const { repo, registry, options } = world;
    const { path = '', sha256 } = packageIn(await succeed(helmPackage, repo, options({ mode: 'dry-run' })));
    const prov = `${path}.prov`;
    await writeFile(join(repo.folder, prov), `files:\n  demo-0.3.0+build.1.tgz: sha256:${'0'.repeat(64)}\n`);
    expect(await refusal(helmPackage, repo, options())).toBe(
      `${prov} signs another archive: it does not have "demo-0.3.0+build.1.tgz: sha256:${sha256}".\nSign the archive again, or remove this file.`,
    );
    const signature = `files:\n  demo-0.3.0+build.1.tgz: sha256:${sha256}\n`;
    await writeFile(join(repo.folder, prov), signature);
    const { digest, reference = '' } = packageIn(await succeed(helmPackage, repo, options()));
    expect(await pulled(reference)).toEqual(await readFile(join(repo.folder, path)));
    await repo.shell(`TZ=UTC touch -d @${await repo.git('log', '-1', '--format=%ct')} ${path}`);
    await helm(['push', path, `oci://${registry.host}/by-helm`, '--plain-http'], { cwd: repo.folder });
    expect(registry.repository('by-helm/demo').tags).toEqual({ [tag]: digest });
  });

  it('with the annotation of the time that the chart has of its own', async () => {
    await using world = await project();
    const { repo, registry, options } = world;
    await change(repo, '  org.opencontainers.image.created: "2001-01-01T00:00:00Z"\n');
    await succeed(helmPackage, repo, options());
    const { text } = await ask(registry, `GET /v2/org/charts/demo/manifests/${tag}`);
    expect(text).toContain('"org.opencontainers.image.created":"2001-01-01T00:00:00Z"');
  });
});

const change = (repo: ScratchRepository, more: string) =>
  repo.write('chart/Chart.yaml', `${files['chart/Chart.yaml']}${more}`);

it.each([
  [
    'ghcr.io/org/charts',
    'Input registry is "ghcr.io/org/charts", which does not begin with oci://.\nWrite the registry and the path below which the charts are, such as oci://ghcr.io/org/charts.',
  ],
])('the registry %s is refused', async (registry, said) => {
  await using world = await project();
  expect(await refusal(helmPackage, world.repo, world.options({ registry }))).toBe(said);
});
