import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { chartReference, repositoryPage } from '../../src/domain/charts/registry-address.ts';
import { ociChart } from '../../src/domain/charts/oci-chart.ts';
import type { OciChart } from '../../src/domain/charts/oci-chart.ts';
import { parseDigest } from '../../src/domain/images/digest.ts';
import { referenceText } from '../../src/domain/images/reference.ts';
import { ReleaseError } from '../../src/domain/error.ts';
import type { Change } from '../../src/world/change.ts';
import type { Files } from '../../src/world/files.ts';
import type { Registry } from '../../src/world/registry/registry.ts';
import type { PackagedChart } from './packaging.ts';

/** A chart as a registry has it. */
export type Publication = {
  readonly chart: PackagedChart;
  readonly path: string;
  readonly oci: OciChart;
  /** The signature beside the archive, if there is one. */
  readonly signature: Buffer | undefined;
};

type Place = { readonly outDir: string; readonly epoch: number; readonly files: Files };

/** What is pushed for a chart: the archive, what Helm says about it, and the signature beside it. */
export async function publicationOf(chart: PackagedChart, { outDir, epoch, files }: Place): Promise<Publication> {
  const path = posix.join(outDir, chart.name);
  const signature = await signatureOf(chart, `${path}.prov`, files);
  const provenance = signature && {
    digest: `sha256:${createHash('sha256').update(signature).digest('hex')}`,
    size: signature.length,
  };
  return {
    chart,
    path,
    signature,
    oci: ociChart({ metadata: chart.metadata, archive: chart.archive, provenance, epoch }),
  };
}

/** A signature that `helm package --sign` wrote names the archive and its checksum. */
async function signatureOf({ name, archive }: PackagedChart, file: string, files: Files): Promise<Buffer | undefined> {
  if (!(await files.has(file))) return undefined;
  const text = await files.text(file);
  if (text.includes(`${name}: ${archive.digest}`)) return Buffer.from(text);
  throw new ReleaseError(`${file} signs another archive: it does not have "${name}: ${archive.digest}".`, {
    fix: 'Sign the archive again, or remove this file.',
    at: { file },
  });
}

type Pushed = {
  readonly reference: string;
  /** The page of the repository. */
  readonly page: string | undefined;
  readonly change: Change | undefined;
};

/** Pushes a chart, unless the registry has it. undefined if it has these very bytes. */
export async function pushed(
  { chart, oci, signature }: Publication,
  place: string,
  registry: Registry,
): Promise<Pushed> {
  const target = chartReference(place, chart.metadata);
  const { config, archive, provenance, manifest } = oci;
  const blob = ({ mediaType, digest, size }: OciChart['archive'], content: () => AsyncIterable<Uint8Array>) => ({
    mediaType,
    digest: parseDigest(digest),
    size,
    content,
  });
  const blobs = [
    blob(config, () => once(config.bytes)),
    blob(archive, chart.archive.pieces),
    ...(provenance && signature ? [blob(provenance, () => once(signature))] : []),
  ];
  const seen = await registry.find(target);
  return {
    reference: referenceText(target),
    page: repositoryPage(target),
    change: registry.push(target, { manifest, blobs }, seen),
  };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array, void> {
  yield bytes;
}
