import { parseDigest } from '../../domain/images/digest.ts';
import {
  type ImageRepository,
  parseImageRepository,
  parseTag,
  type Reference,
  referenceText,
} from '../../domain/images/reference.ts';

/** The name of an image, as people give it to programs. */
export type NamedImage = Reference;

/** Reads `org/app:v1`, which is on Docker Hub, and `ghcr.io/org/app@sha256:…`. */
export function namedImage(text: string): NamedImage {
  const [, name = '', tag, digest] = /^([^@]*?)(?::([^:/@]*))?(?:@(.*))?$/.exec(text) ?? [];
  return {
    ...parseImageRepository(withRegistry(name)),
    ...(tag !== undefined && { tag: parseTag(tag) }),
    ...(digest !== undefined && { digest: parseDigest(digest) }),
  };
}

/** A name without a registry is one of Docker Hub. */
export function withRegistry(name: string): string {
  const first = name.split('/')[0] ?? '';
  const hasRegistry = name.includes('/') && (/[.:]/.test(first) || first === 'localhost');
  return hasRegistry ? name : `docker.io/${name}`;
}

/** With the tag that programs take if there is none. */
export const wholeName = (name: NamedImage): string =>
  referenceText(name.tag === undefined && name.digest === undefined ? { ...name, tag: 'latest' } : name);

/** The repository of the embedded registry that stands for one of another registry. */
export const embeddedRepository = ({ registry, repository }: ImageRepository): string =>
  `${registry.replace(':', '-')}/${repository}`;
