import { isDigest } from '../../domain/images/digest.ts';
import type { Digest } from '../../domain/images/digest.ts';
import { isForeignLayer, isIndex } from '../../domain/images/manifest.ts';
import type { Descriptor, Manifest } from '../../domain/images/manifest.ts';
import { integer, list, maybe, Misfit, record, string } from '../shape.ts';
import type { Shape } from '../shape.ts';

const digest: Shape<Digest> = (value, place = '') => {
  const text = string(value, place);
  if (isDigest(text)) return text;
  throw new Misfit(`${place} is no digest`);
};

const length: Shape<number> = (value, place = '') => {
  const number = integer(value, place);
  if (number >= 0) return number;
  throw new Misfit(`${place} is ${number}, which is no length`);
};

const platform = record({ os: string, architecture: string, variant: maybe(string) });
const described = record({
  mediaType: string,
  digest,
  size: length,
  platform: maybe(platform),
  artifactType: maybe(string),
});

const mostDescriptors = 10_000;

/** https://github.com/opencontainers/image-spec/blob/main/descriptor.md */
const descriptor: Shape<Descriptor> = (value, place) => {
  const { platform: given, artifactType, ...named } = described(value, place);
  const variant = given?.variant ?? '';
  return {
    ...named,
    ...(given && {
      platform: { os: given.os, architecture: given.architecture, ...(variant !== '' && { variant }) },
    }),
    ...(typeof artifactType === 'string' && { artifactType }),
    ...(isForeignLayer(named.mediaType) && { isForeign: true }),
  };
};
const descriptors = list(descriptor, mostDescriptors);

/** A list of referrers has the form of an index. */
export const referrerList: Shape<{ readonly manifests: readonly Descriptor[] }> = record({ manifests: descriptors });

const subject = maybe(descriptor);
const image = record({ mediaType: maybe(string), config: descriptor, layers: descriptors, subject });
const index = record({ mediaType: maybe(string), manifests: descriptors, subject });

/** Reads the JSON of a manifest. Its own media type, if it has one, must be the one that the server says. */
export function readManifest(mediaType: string, value: unknown): Manifest {
  if (isIndex(mediaType)) {
    const { mediaType: own, subject: of, ...rest } = index(value);
    refuseOther(own, mediaType);
    return { kind: 'index', ...rest, ...(of && { subject: of }) };
  }
  const { mediaType: own, subject: of, ...rest } = image(value);
  refuseOther(own, mediaType);
  return { kind: 'image', ...rest, ...(of && { subject: of }) };
}

function refuseOther(own: string | null | undefined, mediaType: string): void {
  if (typeof own === 'string' && own !== mediaType)
    throw new Misfit(`its media type is ${JSON.stringify(own.slice(0, 100))}, but it was served as ${mediaType}`);
}
