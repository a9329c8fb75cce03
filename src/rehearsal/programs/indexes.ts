import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ReleaseError } from '../../domain/error.ts';
import type { Platform } from '../../domain/images/platform.ts';
import { fieldsOf, type Image, indexOf } from '../images/image.ts';
import { namedImage, wholeName } from '../images/name.ts';
import { formatted } from './format.ts';
import { optionsOf } from './options.ts';
import { type ProgramCall, remoteImage } from './program.ts';

/** `docker buildx imagetools create`: an index of images that are in registries. */
export async function createIndex(call: ProgramCall, args: readonly string[]): Promise<number> {
  const options = optionsOf(args, {
    valued: ['-t --tag', '-f --file', '--annotation', '--builder', '--progress', '--metadata-file', '-p --platform'],
    flags: ['--append', '--dry-run', '--prefer-index'],
  });
  for (const name of options.unknown) call.omit(`the option ${name} of docker buildx imagetools create is not known`);
  const [tags, sources] = [options.all('--tag').map(namedImage), options.operands.map(namedImage)];
  if (sources.length === 0) throw new ReleaseError('docker buildx imagetools create needs a source');
  const images: Image[] = [];
  for (const source of sources) images.push(await remoteImage(call, source));
  const [only] = images;
  const isCopied = only !== undefined && images.length === 1 && fieldsOf(only.root).manifests !== undefined;
  const image = isCopied ? only : mergedIndex(images);
  if (options.has('--dry-run')) call.print(image.root.bytes.toString('utf8'));
  else await call.world.pushImage(tags, image, { env: call.env, room: call.visitor.room });
  const metadata = options.one('--metadata-file');
  const { mediaType, digest, size } = image.root;
  if (metadata !== undefined)
    await writeFile(
      resolve(call.folder, metadata),
      JSON.stringify({
        'containerimage.descriptor': { mediaType, digest, size },
        'image.name': tags.map(wholeName).join(','),
      }),
    );
  return 0;
}

/** The images of several indexes in one. */
export function mergedIndex(images: readonly Image[]): Image {
  const parts = images.flatMap((image) => {
    const { manifests } = fieldsOf(image.root);
    if (manifests === undefined) return [{ ...image, ...platformOf(image) }];
    return manifests.flatMap(({ digest, platform }) => {
      const root = image.manifests.find((one) => one.digest === digest);
      return root === undefined ? [] : [{ root, manifests: [root], blobs: image.blobs, ...(platform && { platform }) }];
    });
  });
  return indexOf(parts);
}

function platformOf({ root, blobs }: Image): { readonly platform?: Platform } {
  const config = blobs.get(fieldsOf(root).config?.digest ?? '');
  if (config === undefined) return {};
  const { os, architecture, variant } = JSON.parse(config.toString('utf8')) as Partial<Platform>;
  if (os === undefined || architecture === undefined) return {};
  return { platform: { os, architecture, ...(variant !== undefined && { variant }) } };
}

/** `docker buildx imagetools inspect` */
export async function inspectIndex(call: ProgramCall, args: readonly string[]): Promise<number> {
  const options = optionsOf(args, { valued: ['--format', '--builder'], flags: ['--raw'] });
  const [given = ''] = options.operands;
  const { root } = await remoteImage(call, namedImage(given));
  const { mediaType, digest, size } = root;
  const name = wholeName(namedImage(given));
  const manifest = { ...(fieldsOf(root) as object), mediaType, digest, size };
  const format = options.one('--format');
  if (options.has('--raw')) call.print(root.bytes);
  else if (format === undefined) call.print(`Name:      ${name}\nMediaType: ${mediaType}\nDigest:    ${digest}`);
  else call.print(formatted(format, capitalized({ name, manifest }) as object));
  return 0;
}

/** Templates name fields with a capital letter. */
function capitalized(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(capitalized);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inside]) => [
      [`${key.charAt(0).toUpperCase()}${key.slice(1)}`, capitalized(inside)],
    ]),
  );
}
