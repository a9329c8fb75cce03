import { ReleaseError } from '../error.ts';
import { quoted } from '../text.ts';
import { parseDigest } from './digest.ts';
import type { Digest } from './digest.ts';
import { parseTag, repositoryName } from './reference.ts';

/** An image below a registry and a folder that are said elsewhere: its name, its tag, and the digest that it must have. */
export type NamedImage = { readonly name: string; readonly tag?: string; readonly digest?: Digest };

/** Reads `kpromo`, `kpromo=v3.4.4-1` or `charts/example=0.3.0@sha256:…`. */
export function parseNamedImage(line: string): NamedImage {
  const [, name = '', tag, digest] = /^([^=@]*)(?:=([^@]*))?(?:@(.*))?$/.exec(line) ?? [];
  if (!repositoryName.test(name))
    throw new ReleaseError(`contains the line ${quoted(line.slice(0, 300))}, which names no image.`, {
      fix: 'Write the name below the registry, and behind it = and its tag if it is another one: kpromo or charts/example=0.3.0@sha256:…',
    });
  return {
    name,
    ...(tag !== undefined && { tag: parseTag(tag) }),
    ...(digest !== undefined && { digest: parseDigest(digest) }),
  };
}
