import { createHash } from 'node:crypto';
import { goJson } from './go-json.ts';
import type { ChartMetadata } from './metadata.ts';

/** Bytes by what a registry knows of them. */
export type Descriptor = { readonly mediaType: string; readonly digest: string; readonly size: number };

export type OciChart = {
  /** The digest by which a registry knows the chart. */
  readonly digest: string;
  readonly manifest: { readonly mediaType: string; readonly bytes: Buffer };
  readonly config: Descriptor & { readonly bytes: Buffer };
  readonly archive: Descriptor;
  readonly provenance: Descriptor | undefined;
};

type Packaged = {
  readonly metadata: ChartMetadata;
  readonly archive: Omit<Descriptor, 'mediaType'>;
  /** A signature of the archive, made by `helm package --sign`. */
  readonly provenance?: Omit<Descriptor, 'mediaType'> | undefined;
  /** The time of the commit, in seconds. */
  readonly epoch: number;
};

const mediaTypes = {
  manifest: 'application/vnd.oci.image.manifest.v1+json',
  config: 'application/vnd.cncf.helm.config.v1+json',
  archive: 'application/vnd.cncf.helm.chart.content.v1.tar+gzip',
  provenance: 'application/vnd.cncf.helm.chart.provenance.v1.prov',
};

// Why: docs/decisions.md D56
/** What `helm push` writes for a chart, byte for byte. https://github.com/helm/helm/blob/v3.22.0/pkg/registry/client.go */
export function ociChart({ metadata, epoch, ...packaged }: Packaged): OciChart {
  const configBytes = Buffer.from(goJson(metadata.struct));
  const config = { mediaType: mediaTypes.config, digest: digestOf(configBytes), size: configBytes.length };
  const { digest, size } = packaged.archive;
  const archive = { mediaType: mediaTypes.archive, digest, size };
  const provenance = packaged.provenance && {
    mediaType: mediaTypes.provenance,
    digest: packaged.provenance.digest,
    size: packaged.provenance.size,
  };
  const layers = [archive, ...(provenance === undefined ? [] : [provenance])].toSorted((one, other) =>
    one.digest < other.digest ? -1 : 1,
  );
  const annotations = annotationsOf(metadata, epoch);
  const bytes = Buffer.from(goJson({ schemaVersion: 2, config, layers, annotations }));
  return {
    digest: digestOf(bytes),
    manifest: { mediaType: mediaTypes.manifest, bytes },
    config: { ...config, bytes: configBytes },
    archive,
    provenance,
  };
}

/** The tag of a version: `+` is allowed in versions, but not in tags. */
export const tagOfVersion = (version: string): string => version.replaceAll('+', '_');

const own = (name: string) => `org.opencontainers.image.${name}`;

// https://github.com/helm/helm/blob/v3.22.0/pkg/registry/chart.go
function annotationsOf(metadata: ChartMetadata, epoch: number): ReadonlyMap<string, string> {
  const { name, version, description, home, sources, maintainers, annotations } = metadata;
  const authors = maintainers.map(({ name: who = '', email }) => `${who}${email === undefined ? '' : ` (${email})`}`);
  const facts = {
    description,
    title: name,
    version,
    url: home,
    created: new Date(epoch * 1000).toISOString().replace('.000Z', 'Z'),
    source: sources[0] ?? '',
    authors: authors.join(', '),
  };
  const generated = Object.entries(facts).flatMap(([key, value]) =>
    value.trim() === '' ? [] : [[own(key), value] as const],
  );
  const given = [...annotations].filter(([key]) => key !== own('title') && key !== own('version'));
  return new Map([...generated, ...given]);
}

const digestOf = (bytes: Buffer): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
