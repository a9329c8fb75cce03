import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { ReleaseError } from '../../domain/error.ts';
import { dockerArchive, ociArchive } from './archives.ts';
import type { Image } from './image.ts';
import { type NamedImage, namedImage, wholeName } from './name.ts';

/** Where a build leaves its image: https://docs.docker.com/build/exporters/ */
export type Exporter = Readonly<Record<string, string>>;

/** The fields between commas. Quotes keep a field with commas together. */
export const fieldsIn = (text: string): readonly string[] =>
  [...text.matchAll(/"([^"]*)"|[^,"]+/g)].map(([bare, inside]) => inside ?? bare);

/** Reads `type=oci,dest=image.tar`. */
export function exporterFrom(text: string): Exporter {
  return Object.fromEntries(fieldsIn(text).map((field) => pairIn(field, 'type')));
}

/** `name=value`, without blanks around them. A field without a name has the usual one. */
export function pairIn(field: string, usual: string): readonly [name: string, value: string] {
  const at = field.indexOf('=');
  return at < 0 ? [usual, field.trim()] : [field.slice(0, at).trim(), field.slice(at + 1).trim()];
}

/** Whether an exporter pushes the image to its registry. */
export const isPush = ({ type, push }: Exporter): boolean =>
  type === 'registry' || (type === 'image' && push === 'true');

export type Exporting = {
  readonly names: readonly NamedImage[];
  /** The folder to which paths are relative. */
  readonly folder: string;
  readonly push: (names: readonly NamedImage[], image: Image) => Promise<void>;
  /** The images that are on the machine, by their whole names. */
  readonly images: Map<string, Image>;
  /** Says that a part of the build is not performed. */
  readonly omit: (reason: string) => void;
};

/** Leaves the image where an exporter says. */
export async function exportImage(
  image: Image,
  exporter: Exporter,
  { names, folder, push, images, omit }: Exporting,
): Promise<void> {
  const { type = '', dest } = exporter;
  const named = (exporter['name'] ?? '').split(',').filter(Boolean).map(namedImage);
  const all = named.length > 0 ? named : names;
  if (type === 'docker' && dest === undefined) {
    for (const name of all) images.set(wholeName(name), image);
  } else if (type === 'oci' || type === 'docker') {
    if (dest === undefined || exporter['tar'] === 'false') return omit(`type=${type} is written only into one file`);
    await write(resolve(folder, dest), await (type === 'oci' ? ociArchive : dockerArchive)(image, all));
  } else if (isPush(exporter)) {
    if (all.length === 0) throw new ReleaseError('tag is needed when pushing to registry', { fix: 'Set tags.' });
    const isByDigest = exporter['push-by-digest'] === 'true';
    await push(isByDigest ? all.map((name) => withDigest(name, image)) : all, image);
  } else if (type !== 'image' && type !== 'cacheonly') omit(`nothing is built, so that type=${type} has no files`);
}

const withDigest = ({ registry, repository }: NamedImage, { root }: Image): NamedImage =>
  namedImage(`${registry}/${repository}@${root.digest}`);

async function write(path: string, bytes: Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
}
