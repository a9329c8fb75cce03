import { cpSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { pack, type Part, putImage, sha256 } from './image-files.ts';

const options = {
  file: { type: 'string' },
  label: { type: 'string', multiple: true },
  platform: { type: 'string' },
  provenance: { type: 'string' },
  push: { type: 'boolean' },
  tag: { type: 'string' },
} as const;

/**
 * Stands in for `docker buildx build --push`: an index of one image for each platform. Each image has one layer, with what the
 * Dockerfile copies from its context. What is below `FROM` is left out, and nothing is run.
 */
export async function build(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const { file = 'Dockerfile', label = [], platform = '', push = false, tag = '' } = values;
  if (!push) throw new Error('This docker builds only what it pushes.');
  const layer = layerOf(readFileSync(file, 'utf8'), positionals[0] ?? '.');
  const labels = Object.fromEntries(label.map((one) => one.split('=')));
  const images = platform.split(',').map((name) => imageFor(name, layer, labels));
  const repository = tag.slice(0, tag.lastIndexOf(':'));
  for (const { raw, blobs, digest } of images)
    await putImage(`${repository}@${digest}`, { raw, blob: async (one) => blobs.get(one) ?? Buffer.of() });
  const manifests = images.map(({ raw, digest, platform: one }) => ({
    mediaType: `${oci}.manifest.v1+json`,
    digest,
    size: raw.length,
    platform: one,
  }));
  const index = { schemaVersion: 2, mediaType: `${oci}.index.v1+json`, manifests };
  await putImage(tag, { raw: Buffer.from(JSON.stringify(index)), blob: async () => Buffer.of() });
}

const oci = 'application/vnd.oci.image';

function imageFor(name: string, layer: Buffer, labels: Readonly<Record<string, string>>) {
  const [os, architecture] = name.split('/');
  const rootfs = { type: 'layers', diff_ids: [sha256(layer)] };
  const config = Buffer.from(JSON.stringify({ architecture, os, config: { Labels: labels }, rootfs }));
  const blobs = new Map([config, gzipSync(layer)].map((bytes) => [sha256(bytes), bytes]));
  const [ofConfig, ofLayer] = [...blobs].map(([digest, bytes]): Part => ({ digest, size: bytes.length }));
  const manifest = {
    schemaVersion: 2,
    mediaType: `${oci}.manifest.v1+json`,
    config: { mediaType: `${oci}.config.v1+json`, ...ofConfig },
    layers: [{ mediaType: `${oci}.layer.v1.tar+gzip`, ...ofLayer }],
  };
  const raw = Buffer.from(JSON.stringify(manifest));
  return { raw, blobs, digest: sha256(raw), platform: { os, architecture } };
}

/** The same files make the same bytes. */
function layerOf(dockerfile: string, context: string): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'docker-'));
  for (const [, from = '', to = ''] of dockerfile.matchAll(/^COPY (\S+) (\S+)$/gm)) {
    mkdirSync(dirname(join(folder, to)), { recursive: true });
    cpSync(join(context, from), join(folder, to), { recursive: true });
  }
  const file = `${folder}.tar`;
  pack(folder, file);
  return readFileSync(file);
}
