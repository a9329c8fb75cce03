import { ReleaseError } from '../error.ts';
import { quoted } from '../text.ts';

/** The hash of content, such as `sha256:…`: https://github.com/opencontainers/image-spec/blob/main/descriptor.md#digests */
export type Digest = `${'sha256' | 'sha512'}:${string}`;

const pattern = /^(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/;

export const isDigest = (text: string): text is Digest => pattern.test(text);

export function parseDigest(text: string): Digest {
  if (isDigest(text)) return text;
  throw new ReleaseError(`${quoted(text.slice(0, 200))} is not a digest.`, {
    fix: 'A digest is "sha256:" and 64 hexadecimal digits in lower case, or "sha512:" and 128 of them.',
  });
}

/** The name of the hash function, as node:crypto knows it. */
export const algorithmOf = (digest: Digest): string => digest.slice(0, digest.indexOf(':'));
