import { describe, expect, it } from 'vitest';
import { readChartArchive } from '../../src/domain/charts/chart-archive.ts';
import { chartMetadata } from '../../src/domain/charts/metadata.ts';
import { ociChart, tagOfVersion } from '../../src/domain/charts/oci-chart.ts';
import { repositoryPage } from '../../src/domain/charts/registry-address.ts';
import { attempt, ReleaseError } from '../../src/domain/error.ts';
import { chartTgz } from '../support/tar.ts';

const minimal = 'apiVersion: v2\nname: demo\nversion: 0.3.0\n';
const metadataOf = (chart: string, requirements?: string) =>
  chartMetadata(
    readChartArchive(
      'demo.tgz',
      chartTgz({ 'Chart.yaml': chart, ...(requirements !== undefined && { 'requirements.yaml': requirements }) }),
    ),
  );
const archive = { digest: `sha256:${'5'.repeat(64)}`, size: 580 };
const written = (chart: string, requirements?: string) => {
  const metadata = metadataOf(chart, requirements);
  const { config, manifest, ...rest } = ociChart({ metadata, archive, epoch: 1_735_689_600 });
  const { annotations } = JSON.parse(manifest.bytes.toString()) as { annotations: Record<string, string> };
  return { ...rest, config: config.bytes.toString(), annotations };
};

describe('what is pushed for a chart', () => {
  // Written by Helm 3.22.0 and 4.3.1 into a registry.
  it('is what both Helms write', () => {
    const metadata = metadataOf(`annotations:
  artifacthub.io/license: Apache-2.0
  org.opencontainers.image.created: "2001-01-01T00:00:00Z"
  org.opencontainers.image.title: hijack
  org.opencontainers.image.version: 9.9.9
apiVersion: v2
appVersion: v0.3.0
description: A demo chart
home: https://example.org
icon: https://example.org/i.png
keywords:
- a
- b
kubeVersion: '>=1.30'
maintainers:
- email: ann@example.org
  name: Ann
  url: https://ann.example
- email: bob@example.org
  name: Bob
- name: Cy
name: demo
sources:
- https://github.com/example/demo
- https://x.example
type: application
version: 0.3.0+build.1
`);
    const { config, manifest } = ociChart({
      metadata,
      archive: { digest: 'sha256:366d962d4a6d85c778987e992d88f39fc8a6f83ca65c37bed6803c2620b3e58f', size: 580 },
      epoch: 1_735_689_600,
    });
    expect(config.bytes.toString()).toBe(
      String.raw`{"name":"demo","home":"https://example.org","sources":["https://github.com/example/demo","https://x.example"],"version":"0.3.0+build.1","description":"A demo chart","keywords":["a","b"],"maintainers":[{"name":"Ann","email":"ann@example.org","url":"https://ann.example"},{"name":"Bob","email":"bob@example.org"},{"name":"Cy"}],"icon":"https://example.org/i.png","apiVersion":"v2","appVersion":"v0.3.0","annotations":{"artifacthub.io/license":"Apache-2.0","org.opencontainers.image.created":"2001-01-01T00:00:00Z","org.opencontainers.image.title":"hijack","org.opencontainers.image.version":"9.9.9"},"kubeVersion":"\u003e=1.30","type":"application"}`,
    );
    expect([config.digest, config.size]).toEqual([
      'sha256:bf4b030a72a347ca77e1fc7d0689303966bdee8924fd38d001416581c0c18a42',
      647,
    ]);
    expect(manifest).toEqual({
      mediaType: 'application/vnd.oci.image.manifest.v1+json',
      bytes: Buffer.from(
        '{"schemaVersion":2,"config":{"mediaType":"application/vnd.cncf.helm.config.v1+json","digest":"sha256:bf4b030a72a347ca77e1fc7d0689303966bdee8924fd38d001416581c0c18a42","size":647},"layers":[{"mediaType":"application/vnd.cncf.helm.chart.content.v1.tar+gzip","digest":"sha256:366d962d4a6d85c778987e992d88f39fc8a6f83ca65c37bed6803c2620b3e58f","size":580}],"annotations":{"artifacthub.io/license":"Apache-2.0","org.opencontainers.image.authors":"Ann (ann@example.org), Bob (bob@example.org), Cy","org.opencontainers.image.created":"2001-01-01T00:00:00Z","org.opencontainers.image.description":"A demo chart","org.opencontainers.image.source":"https://github.com/example/demo","org.opencontainers.image.title":"demo","org.opencontainers.image.url":"https://example.org","org.opencontainers.image.version":"0.3.0+build.1"}}',
      ),
    });
  });

  it('has the time of the commit, in UTC', () => {
    expect(written(minimal).annotations).toEqual({
      'org.opencontainers.image.created': '2025-01-01T00:00:00Z',
      'org.opencontainers.image.title': 'demo',
      'org.opencontainers.image.version': '0.3.0',
    });
  });

  it('keeps the separators of maintainers without a name, and leaves blank texts out', () => {
    const chart = `${minimal}description: "  "\nhome: ""\nmaintainers:\n- name: Ann\n- email: bob@example.org\n- url: https://x.example\n`;
    expect(written(chart).annotations).toMatchObject({
      'org.opencontainers.image.authors': 'Ann,  (bob@example.org), ',
    });
    expect(Object.keys(written(chart).annotations)).not.toContain('org.opencontainers.image.description');
    expect(written(chart).config).toContain('"description":"  "');
  });

  it('sorts maps by the bytes of their keys, and escapes as Go does', () => {
    const chart = `${minimal}annotations:\n  "10": a\n  "9": <b>&\u2028\n  -x: c\n  "\u{10000}": d\n  "\uFFEE": e\n`;
    expect(written(chart).config).toBe(
      String.raw`{"name":"demo","version":"0.3.0","apiVersion":"v2","annotations":{"-x":"c","10":"a","9":"\u003cb\u003e\u0026\u2028",` +
        '"\uFFEE":"e","\u{10000}":"d"}}',
    );
  });

  it('has the dependencies, for the old form of charts from requirements.yaml', () => {
    const dependencies = `dependencies:
- name: "a\\u00a0b\\u200b"
  version: 1.x
  repository: file://../a
  enabled: true
  tags: [front]
  import-values:
  - data
  - {parent: p, child: c}
- name: c
  condition: c.enabled
  alias: d
  enabled: false
`;
    const expected =
      '"dependencies":[{"name":"a b","version":"1.x","repository":"file://../a","tags":["front"],"enabled":true,"import-values":["data",{"child":"c","parent":"p"}]},{"name":"c","repository":"","condition":"c.enabled","alias":"d"}]';
    expect(written(`${minimal}${dependencies}`).config).toBe(
      `{"name":"demo","version":"0.3.0","apiVersion":"v2",${expected}}`,
    );
    expect(written(minimal.replace('v2', 'v1'), dependencies).config).toBe(
      `{"name":"demo","version":"0.3.0","apiVersion":"v1",${expected}}`,
    );
    expect(written(minimal.replace('v2', 'v1'), 'dependencies:\n').config).toBe(
      '{"name":"demo","version":"0.3.0","apiVersion":"v1"}',
    );
  });

  it('has a signature as a second layer, in the order of the digests', () => {
    const layersWith = (digit: string) => {
      const provenance = { digest: `sha256:${digit.repeat(64)}`, size: 900 };
      const { manifest } = ociChart({ metadata: metadataOf(minimal), archive, provenance, epoch: 0 });
      return (JSON.parse(manifest.bytes.toString()) as { layers: unknown }).layers;
    };
    const chart = { mediaType: 'application/vnd.cncf.helm.chart.content.v1.tar+gzip', ...archive };
    const signature = (digit: string) => ({
      mediaType: 'application/vnd.cncf.helm.chart.provenance.v1.prov',
      digest: `sha256:${digit.repeat(64)}`,
      size: 900,
    });
    expect(layersWith('4')).toEqual([signature('4'), chart]);
    expect(layersWith('6')).toEqual([chart, signature('6')]);
  });

  it('has a tag without the plus sign', () => expect(tagOfVersion('0.3.0+build.1')).toBe('0.3.0_build.1'));

  it.each([
    ['version: 1.20', 'has "1.2", which is no text as version'],
    ['deprecated: "yes"', String.raw`has '"yes"', which is neither true nor false as deprecated`],
    ['keywords: a', String.raw`has '"a"', which is no list as keywords`],
    ['annotations: [a]', String.raw`has '["a"]', which is no mapping as annotations`],
    ['annotations: {a: 1}', 'has "1", which is no text as annotations'],
    ['maintainers: [Ann]', String.raw`has '"Ann"', which is no mapping as maintainers`],
  ])('is nothing for %s, which Helm writes in another form', (line, problem) => {
    const refusal = attempt(() => metadataOf(`apiVersion: v2\nname: demo\n${line}\n`));
    expect(refusal).toMatchObject({
      message: `demo/Chart.yaml ${problem}.`,
      fix: 'Helm packages no such file. Find out which program was run as helm.',
      at: { file: 'demo/Chart.yaml' },
    });
    expect(refusal).toBeInstanceOf(ReleaseError);
  });

  it('is nothing for a list', () => {
    expect(attempt(() => metadataOf('- name: demo\n'))).toMatchObject({ message: 'demo/Chart.yaml is no mapping.' });
  });
});

describe('the page of a repository', () => {
  it.each([
    ['ghcr.io', 'https://ghcr.io/org/demo'],
    ['docker.io', 'https://hub.docker.com/r/org/demo'],
    ['us-docker.pkg.dev', 'https://us-docker.pkg.dev/org/demo'],
    ['registry.example.org', undefined],
    ['ghcr.io.example.org', undefined],
  ])('of %s is %s', (registry, page) =>
    expect(repositoryPage({ registry, repository: 'org/demo', tag: '0.3.0' })).toBe(page),
  );
});
