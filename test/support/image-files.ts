// Images in registries and in files, for the stand-ins of programs: docker.ts and skopeo.ts.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type Part = { readonly mediaType?: string; readonly digest: string; readonly size: number };
type Manifest = { readonly mediaType: string; readonly config: Part; readonly layers: readonly Part[] };
/** An index of several images has neither config nor layers. */
type Index = { readonly mediaType: string; readonly manifests: readonly Part[] };

/** An image, or an index whose images are there already. */
export type Image = {
  /** The bytes of its manifest. */
  readonly raw: Buffer;
  readonly blob: (digest: string) => Promise<Buffer>;
};

const manifestOf = ({ raw }: Image) => JSON.parse(String(raw)) as Manifest;
const partsOf = (manifest: Manifest | Index) => ('manifests' in manifest ? [] : [manifest.config, ...manifest.layers]);
export const sha256 = (bytes: Buffer) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

/** An image of a registry. Throws if it is not there. */
export async function imageIn(name: string): Promise<Image> {
  const { place, tag } = parsed(name);
  const got = async (path: string) => {
    const answer = await fetch(`${place}/${path}`, { headers: { accept: '*/*' } });
    if (answer.status !== 200) throw new Error(`${name}: ${path} answered ${answer.status}`);
    return Buffer.from(await answer.arrayBuffer());
  };
  return { raw: await got(`manifests/${tag}`), blob: (digest) => got(`blobs/${digest}`) };
}

/** Writes an image into a registry. */
export async function putImage(name: string, image: Image): Promise<void> {
  const { place, tag } = parsed(name);
  const send = async (method: string, url: string, body?: Buffer, type = 'application/octet-stream') => {
    const answer = await fetch(url, { method, headers: { 'content-type': type }, ...(body !== undefined && { body }) });
    if (answer.status >= 300) throw new Error(`${name}: ${method} ${url} answered ${answer.status}`);
    return answer;
  };
  for (const { digest } of partsOf(manifestOf(image))) {
    const begun = await send('POST', `${place}/blobs/uploads/`);
    const upload = new URL(begun.headers.get('location') ?? '', place);
    upload.searchParams.set('digest', digest);
    await send('PUT', upload.href, await image.blob(digest));
  }
  await send('PUT', `${place}/manifests/${tag}`, image.raw, manifestOf(image).mediaType);
}

/** `registry/name:tag` or `registry/name@digest` */
function parsed(name: string) {
  const [, registry, repository, tag] = /^([^/]+)\/([^@]+?)(?:@|:(?=[^:/]+$))(.+)$/.exec(name) ?? [];
  return { place: `http://${registry}/v2/${repository}`, tag };
}

/** The image in an OCI layout that was packed. */
export function imageInLayout(file: string): Image {
  const blob = async (digest: string) => packedFile(file, `blobs/${digest.replace(':', '/')}`);
  const { manifests } = JSON.parse(String(packedFile(file, 'index.json'))) as { manifests: readonly [Part] };
  return { raw: packedFile(file, `blobs/${manifests[0].digest.replace(':', '/')}`), blob };
}

/** A file of an archive, whose paths may begin with `./`. */
const packedFile = (archive: string, path: string): Buffer =>
  execFileSync('tar', ['--extract', '--to-stdout', '--wildcards', '--no-anchored', '--file', archive, path], {
    maxBuffer: 1024 ** 3,
  });

/** The only image of a file for `docker load` whose layers are compressed. */
export function imageInDockerArchive(file: string): Image {
  const [{ Config, Layers }] = JSON.parse(String(packedFile(file, 'manifest.json'))) as [DockerImage];
  const oci = (type: string) => `application/vnd.oci.image.${type}`;
  const blobs = new Map<string, Buffer>();
  const part = (mediaType: string, name: string): Part => {
    const bytes = packedFile(file, name);
    const digest = sha256(bytes);
    blobs.set(digest, bytes);
    return { mediaType, digest, size: bytes.length };
  };
  const manifest = {
    schemaVersion: 2,
    mediaType: oci('manifest.v1+json'),
    config: part(oci('config.v1+json'), Config),
    layers: Layers.map((layer) => part(oci('layer.v1.tar+gzip'), layer)),
  };
  return { raw: Buffer.from(JSON.stringify(manifest)), blob: async (digest) => blobs.get(digest) ?? Buffer.of() };
}

type DockerImage = {
  readonly Config: string;
  readonly RepoTags: readonly string[];
  readonly Layers: readonly string[];
};

/** Writes an image as a packed OCI layout. */
export async function writeLayout(image: Image, file: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'layout-'));
  mkdirSync(join(folder, 'blobs/sha256'), { recursive: true });
  const keep = (digest: string, bytes: Buffer) => writeFileSync(join(folder, 'blobs', digest.replace(':', '/')), bytes);
  const manifest = manifestOf(image);
  for (const { digest } of partsOf(manifest)) keep(digest, await image.blob(digest));
  const digest = sha256(image.raw);
  keep(digest, image.raw);
  const manifests = [{ mediaType: manifest.mediaType, digest, size: image.raw.length }];
  writeFileSync(join(folder, 'index.json'), JSON.stringify({ schemaVersion: 2, manifests }));
  writeFileSync(join(folder, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}');
  pack(folder, file);
}

/** The names in a file for `docker load`, and the Python packages that are installed in its image. */
export async function contentOf(file: string): Promise<{ names: readonly string[]; installed: readonly string[] }> {
  const [{ RepoTags: names }] = JSON.parse(String(packedFile(file, 'manifest.json'))) as [DockerImage];
  return { names, installed: await installedIn(imageInDockerArchive(file)) };
}

/** The Python packages that are installed in an image. */
export async function installedIn(image: Image): Promise<readonly string[]> {
  const lists = manifestOf(image).layers.map(async ({ digest }) =>
    String(
      execFileSync('tar', ['--list', '--gzip', '--absolute-names'], {
        input: await image.blob(digest),
        maxBuffer: 1024 ** 3,
      }),
    ),
  );
  const installed = (await Promise.all(lists)).join('\n').matchAll(/([^/\n]+)\.dist-info\/METADATA$/gm);
  return [...installed].map(([, name = '']) => name);
}

/** Writes an image as a file for `docker load`, under a name. */
export async function writeDockerArchive(image: Image, name: string, file: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'docker-'));
  const kept = async ({ digest }: Part, end: string) => {
    const path = `${digest.replace('sha256:', '')}${end}`;
    writeFileSync(join(folder, path), await image.blob(digest));
    return path;
  };
  const { config, layers } = manifestOf(image);
  const Config = await kept(config, '.json');
  const Layers = await Promise.all(layers.map((layer) => kept(layer, '.tar.gz')));
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify([{ Config, RepoTags: [name], Layers }]));
  pack(folder, file);
}

/** Packs a folder, and removes it. The same files have the same bytes. */
export function pack(folder: string, file: string): void {
  if (existsSync(file)) rmSync(file);
  const same = ['--sort=name', '--mtime=@0', '--owner=0', '--group=0', '--numeric-owner', '--mode=644'];
  execFileSync('tar', ['--create', ...same, '--file', file, '--directory', folder, '--exclude=./', '.']);
  rmSync(folder, { recursive: true });
}
