import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import helmPackage from '../../actions/helm-package/action.ts';
import { startRegistry } from '../../src/embedded/registry/server.ts';
import { helm, helmPath, type HelmName, pulled } from '../support/helm.ts';
import { succeed } from '../support/perform.ts';
import { scratchRepository } from '../support/repository.ts';

const helms: readonly HelmName[] = ['helm3', 'helm4'];
beforeAll(async () => {
  for (const name of helms) await helmPath(name);
});

/** A chart with everything that Helm treats in a way of its own. */
const files = {
  'charts/app/Chart.yaml': `apiVersion: v2
name: app
version: 0.3.0+build.1
appVersion: "1.20"
type: application
kubeVersion: ">=1.30 <2"
description: |
  An <app> & more,
  on two lines: é ü \u{1F680}
home: https://example.org
icon: https://example.org/i.png
keywords: ["yes", '1e3', 0x1F, "null", 'a: b']
sources: ["https://github.com/example/app"]
maintainers:
- {name: Ann, email: ann@example.org, url: "https://ann.example"}
- {email: bob@example.org}
annotations:
  "10": "2"
  artifacthub.io/changes: |
    - kind: added
      description: "Everything"
  on: "off"
dependencies:
- {name: base, version: 0.1.0, repository: "file://../base", tags: [x], import-values: [{child: c, parent: p}, data]}
- {name: third, alias: other, version: 0.1.0, repository: "file://../third", condition: other.enabled}
- {name: third, version: 0.1.0, repository: "file://../third", enabled: true}
`,
  'charts/app/values.yaml': '\uFEFF# The values.\r\na: 1\r\nother: {enabled: true}\r\n',
  'charts/app/values.schema.json': '{"type": "object"}\n',
  'charts/app/.helmignore': '*.md\n/ci/\n',
  'charts/app/README.md': 'ignored',
  'charts/app/ci/values.yaml': 'ignored: true\n',
  'charts/app/crds/b.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: b}\n',
  'charts/app/files/données.bin': new Uint8Array(70_000).map((_, at) => at % 251),
  [`charts/app/files/${'long'.repeat(30)}.txt`]: 'long',
  'charts/app/templates/a.yaml':
    'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {a: "{{ .Values.a }}", v: {{ .Chart.AppVersion | quote }}}\n',
  'charts/app/templates/NOTES.txt': 'Installed.\n',
  'charts/base/Chart.yaml': 'apiVersion: v2\nname: base\nversion: 0.1.0\n',
  'charts/base/values.yaml': 'exports: {data: {d: 1}}\n',
  'charts/third/Chart.yaml': 'apiVersion: v1\nname: third\nversion: 0.1.0\nengine: gotpl\ntillerVersion: ">2"\n',
  'charts/third/values.yaml': 'c: 1\n',
  'charts/old/Chart.yaml': 'apiVersion: v1\nname: old\nversion: 1.0.0\nengine: gotpl\nappVersion: 1.0.0\n',
  'charts/old/requirements.yaml':
    'dependencies:\n- name: "third"\n  version: ">=0.1.0" # any\n  repository: file://../third\n',
  'charts/old/values.yaml': 'o: 1\n',
};
const charts = 'charts/app\ncharts/old';

type Package = Readonly<Record<'path' | 'sha256' | 'reference' | 'digest' | 'chart', string>>;

async function packagedBy(name: HelmName, repo: { folder: string }, inputs: Readonly<Record<string, string>>) {
  const outputs = await succeed(helmPackage, repo, {
    inputs: { ...inputs, lint: 'false' },
    env: { PATH: await helmPath(name) },
    pace: 1,
  });
  return JSON.parse(outputs['packages'] ?? '') as readonly Package[];
}

describe('Helm 3 and Helm 4', { timeout: 120_000 }, () => {
  it('give one archive and one digest, from two clones that differ in all that git does not keep', async () => {
    await using repo = await scratchRepository(files);
    const there = await repo.clone();
    await there.shell('chmod -R go-rwx . && find . -name "*.yaml" -exec touch -d 2001-01-01 {} +');
    const [three, four] = [
      await packagedBy('helm3', repo, { chart: charts }),
      await packagedBy('helm4', there, { chart: charts }),
    ];
    expect(four).toEqual(three);
    for (const { path } of three)
      expect(await readFile(join(repo.folder, path))).toEqual(await readFile(join(there.folder, path)));
  });

  it('push the archive with the digest that we give it, pull our bytes, and render the same', async () => {
    await using repo = await scratchRepository(files);
    await using registry = await startRegistry();
    const all = await packagedBy('helm3', repo, { chart: charts, registry: `oci://${registry.host}/ours` });
    const epoch = await repo.git('log', '-1', '--format=%ct');
    for (const { path, digest, reference, chart } of all) {
      await repo.shell(`TZ=UTC touch -d @${epoch} ${path}`);
      const rendered: string[] = [];
      for (const name of helms) {
        await helm(['push', path, `oci://${registry.host}/${name}`, '--plain-http'], { cwd: repo.folder, name });
        expect(Object.values(registry.repository(`${name}/${chart}`).tags)).toEqual([digest]);
        expect(await pulled(reference, name)).toEqual(await readFile(join(repo.folder, path)));
        const version = reference.split(':').at(-1)?.replace('_', '+') ?? '';
        const place = [`oci://${registry.host}/ours/${chart}`, '--version', version, '--plain-http'];
        expect(await helm(['show', 'chart', ...place], { cwd: repo.folder, name })).toContain(`name: ${chart}\n`);
        rendered.push(await helm(['template', 'it', '--kube-version', '1.30.0', ...place], { cwd: repo.folder, name }));
      }
      expect(rendered[0]).toBe(rendered[1]);
    }
  });
});
